import type {
  Connection,
  TextDocumentContentChangeEvent,
  TextDocuments,
} from 'vscode-languageserver';
import {
  FillHistory,
  type Finding,
  growth,
  type LanguageModel,
  LIKELY_TYPO,
  type LintConfig,
  Linter,
  type Placeholder,
  parseSummary,
  placeholdersOf,
  RULES,
  type Summary,
  type Syntax,
} from '../core/index.js';
import { LIMITS } from '../reading/limits.js';
import { toEdit } from './convert.js';
import type { Library } from './library.js';

/** An open document with the parse of its current version. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly summary: Summary;
  /** True when it is longer than `LIMITS.openDocumentUnits`: its summary is empty, and requests about it get no answer. */
  readonly isTooLarge: boolean;
}

/** Parses a whole text, unless it is too large. */
function parseContent(
  content: string,
  syntax: Syntax,
): Pick<OpenDocument, 'summary' | 'isTooLarge'> {
  const isTooLarge = content.length > LIMITS.openDocumentUnits;
  return { summary: parseSummary(isTooLarge ? '' : content, syntax), isTooLarge };
}

/** One version of one document, with findings computed when first asked for and kept. */
export class Analysis {
  private static count = 0;

  private readonly serial = ++Analysis.count;
  private revision = 0;
  private cachedFindings: readonly Finding[] | undefined;

  constructor(
    readonly document: OpenDocument,
    readonly linter: Linter,
  ) {}

  /** Unique in this process: a reopened document may have an old version number and a new text. */
  get id(): string {
    return `${this.serial}.${this.revision}`;
  }

  get version(): number {
    return this.document.version;
  }

  get summary(): Summary {
    return this.document.summary;
  }

  get placeholders(): readonly Placeholder[] {
    return placeholdersOf(this.summary);
  }

  get findings(): readonly Finding[] {
    this.cachedFindings ??= this.linter.lint(this.summary);
    return this.cachedFindings;
  }

  /** Call it when the language model has read more of the text: findings are computed again. */
  forgetFindings(): void {
    this.cachedFindings = undefined;
    this.revision++;
  }
}

const carefulConfigs = new WeakMap<LintConfig, LintConfig>();

/** The configuration with doubtful words reported. The same object each time, because linters are kept by it. */
function carefulConfigOf(config: LintConfig): LintConfig {
  let careful = carefulConfigs.get(config);
  if (careful === undefined) {
    const ruleConfig = config.rules[LIKELY_TYPO];
    const rule = { ...ruleConfig, options: { ...ruleConfig?.options, careful: true } };
    careful = { ...config, rules: { ...config.rules, [LIKELY_TYPO]: rule } };
    carefulConfigs.set(config, careful);
  }
  return careful;
}

/** What an input method shows while it composes: letters of pinyin or strokes, zhuyin, separators. */
const COMPOSED_LETTERS = /^[a-z\u3105-\u312f' ]+$/;

/** Where the writer last typed: the UTF-16 offset after the new text, and when (milliseconds). */
export interface Edit {
  readonly offset: number;
  readonly time: number;
  /** True when it may be a word that an input method is composing, of which no candidate is chosen yet. */
  readonly isComposing: boolean;
}

/** Open documents and one analysis per version, shared by all requests. */
export class Documents {
  readonly open: TextDocuments<OpenDocument>;
  private readonly analyses = new Map<string, Analysis>();
  private readonly linters = new Map<string, { config: LintConfig; linter: Linter }>();
  private readonly edits = new Map<string, Edit>();
  private readonly histories = new Map<string, FillHistory>();
  private readonly finalChecks = new Set<string>();
  private readonly carefulChecks = new Set<string>();
  private readonly checksChanged: ((uri: string) => void)[] = [];
  private language: LanguageModel | null = null;

  constructor(
    connection: Connection,
    { TextDocuments }: Library,
    private readonly configOf: (uri: string) => LintConfig,
  ) {
    this.open = new TextDocuments({
      create: (uri, languageId, version, content) => ({
        uri,
        languageId,
        version,
        ...parseContent(content, languageId === 'markdown' ? 'markdown' : 'plain'),
      }),
      update: (document, changes, version) => this.update(document, changes, version),
    });
    this.open.onDidClose(({ document }) => {
      this.linters.delete(document.uri);
      this.analyses.delete(document.uri);
      this.edits.delete(document.uri);
      this.histories.delete(document.uri);
      this.finalChecks.delete(document.uri);
      this.carefulChecks.delete(document.uri);
    });
    this.open.onDidOpen(({ document }) => this.analyses.delete(document.uri));
    this.open.listen(connection);
    this.onRuleError = (rule, error) =>
      connection.console.error(
        `rule ${rule} failed: ${error instanceof Error ? error.stack : error}`,
      );
  }

  private readonly onRuleError: (rule: string, error: unknown) => void;

  /** True for an open document that is longer than `LIMITS.openDocumentUnits`. */
  isTooLarge(uri: string): boolean {
    return this.open.get(uri)?.isTooLarge === true;
  }

  /** Undefined for a document that was never opened or is closed, and for one that is too large. */
  analyse(uri: string): Analysis | undefined {
    const document = this.open.get(uri);
    if (document === undefined || document.isTooLarge) return undefined;
    const linter = this.linterOf(uri);
    const cached = this.analyses.get(uri);
    // Not by its version: a client may send the same one twice.
    if (cached?.document === document && cached.linter === linter) return cached;
    const fresh = new Analysis(document, linter);
    this.analyses.set(uri, fresh);
    return fresh;
  }

  private historyOf(uri: string): FillHistory {
    let history = this.histories.get(uri);
    if (history === undefined) {
      history = new FillHistory();
      this.histories.set(uri, history);
    }
    return history;
  }

  private update(
    document: OpenDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): OpenDocument {
    let { summary, isTooLarge } = document;
    const history = this.historyOf(document.uri);
    for (const change of changes) {
      if ('range' in change) {
        // Its text was not kept, so a change of a part cannot be applied.
        if (isTooLarge) continue;
        const edit = toEdit(summary, change);
        const { span, newText } = edit;
        if (summary.text.length + growth(edit) > LIMITS.openDocumentUnits) {
          history.clear();
          summary = parseSummary('', summary.syntax);
          isTooLarge = true;
          continue;
        }
        history.change(summary, span, newText);
        summary = summary.edit(span, newText);
        const offset = span.start + newText.length;
        this.edits.set(document.uri, {
          offset,
          time: Date.now(),
          isComposing: COMPOSED_LETTERS.test(newText),
        });
      } else {
        history.clear();
        ({ summary, isTooLarge } = parseContent(change.text, summary.syntax));
      }
    }
    return { ...document, version, summary, isTooLarge };
  }

  /** One linter per document and configuration: it remembers the paragraphs that did not change. */
  private linterOf(uri: string): Linter {
    const own = this.configOf(uri);
    const config = this.carefulChecks.has(uri) ? carefulConfigOf(own) : own;
    const cached = this.linters.get(uri);
    if (cached?.config === config) return cached.linter;
    const linter = new Linter({
      rules: RULES,
      config,
      language: this.language,
      onRuleError: this.onRuleError,
    });
    this.linters.set(uri, { config, linter });
    return linter;
  }

  /** Makes rules about words use the model from now on. */
  setLanguage(language: LanguageModel): void {
    this.language = language;
    this.linters.clear();
  }

  /** What the placeholders of a group were filled with since the document was opened, the latest first. */
  valuesOf({ document, summary }: Analysis, group: string): string[] {
    return this.histories.get(document.uri)?.values(summary.text, group) ?? [];
  }

  /** True while the writer wants all that remains to be done among the problems. */
  isFinalCheckOn(uri: string): boolean {
    return this.finalChecks.has(uri);
  }

  setFinalCheck(uri: string, isOn: boolean): void {
    if (isOn === this.finalChecks.has(uri)) return;
    if (isOn) this.finalChecks.add(uri);
    else this.finalChecks.delete(uri);
    this.notifyChecksChanged(uri);
  }

  /** Turns the report of doubtful words on or off. */
  setCarefulCheck(uri: string, isOn: boolean): void {
    if (isOn === this.carefulChecks.has(uri)) return;
    if (isOn) this.carefulChecks.add(uri);
    else this.carefulChecks.delete(uri);
    this.notifyChecksChanged(uri);
  }

  onChecksChanged(listener: (uri: string) => void): void {
    this.checksChanged.push(listener);
  }

  private notifyChecksChanged(uri: string): void {
    for (const listener of this.checksChanged) listener(uri);
  }

  /** Undefined when the document was not changed since it was opened, or the writer has left that place. */
  lastEdit(uri: string): Edit | undefined {
    return this.edits.get(uri);
  }

  /** Call it when the caret has left the place of the last edit: no sentence is being typed any more. */
  forgetEdit(uri: string): void {
    this.edits.delete(uri);
  }
}
