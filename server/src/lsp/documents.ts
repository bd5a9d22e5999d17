import {
  type Connection,
  type TextDocumentContentChangeEvent,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LintConfig } from '../core/config.js';
import { Linter } from '../core/linter.js';
import type { ParsedSummary } from '../core/model.js';
import { parseSummary } from '../core/parse.js';
import { FillHistory } from '../core/placeholders/history.js';
import { type Placeholder, placeholdersOf } from '../core/placeholders.js';
import type { Finding } from '../core/rule.js';
import { RULES } from '../core/rules.generated.js';

/** What is known of one version of one document, each part computed when first asked for. */
export class Analysis {
  private static count = 0;

  /** Unique in this process: a reopened document may have an old version number and a new text. */
  readonly id = String(++Analysis.count);
  readonly summary: ParsedSummary;
  private foundFindings: Finding[] | undefined;

  constructor(
    readonly document: TextDocument,
    readonly version: number,
    readonly linter: Linter,
  ) {
    this.summary = parseSummary(
      document.getText(),
      document.languageId === 'markdown' ? 'markdown' : 'plain',
    );
  }

  get placeholders(): readonly Placeholder[] {
    return placeholdersOf(this.summary);
  }

  get findings(): Finding[] {
    this.foundFindings ??= this.linter.lint(this.summary);
    return this.foundFindings;
  }
}

/** Where the writer last typed: the UTF-16 offset behind the new text, and when (milliseconds). */
export interface Edit {
  readonly offset: number;
  readonly time: number;
}

/** Open documents and one analysis per version, shared by all requests. */
export class Documents {
  readonly open = new TextDocuments({
    create: TextDocument.create,
    update: (
      document: TextDocument,
      changes: TextDocumentContentChangeEvent[],
      version: number,
    ) => {
      this.remember(document, changes);
      const updated = TextDocument.update(document, changes, version);
      const last = changes.at(-1);
      if (last !== undefined && 'range' in last) {
        const offset = updated.offsetAt(last.range.start) + last.text.length;
        this.edits.set(document.uri, { offset, time: Date.now() });
      }
      return updated;
    },
  });
  private readonly analyses = new Map<string, Analysis>();
  private readonly linters = new Map<string, { config: LintConfig; linter: Linter }>();
  private readonly edits = new Map<string, Edit>();
  private readonly histories = new Map<string, FillHistory>();
  private readonly finalChecks = new Set<string>();
  private readonly finalCheckChanged: ((uri: string) => void)[] = [];

  constructor(
    connection: Connection,
    private readonly configOf: (uri: string) => LintConfig,
  ) {
    this.open.onDidClose(({ document }) => {
      this.linters.delete(document.uri);
      this.analyses.delete(document.uri);
      this.edits.delete(document.uri);
      this.histories.delete(document.uri);
      this.finalChecks.delete(document.uri);
    });
    this.open.onDidOpen(({ document }) => this.analyses.delete(document.uri));
    this.open.listen(connection);
    this.onRuleError = (rule, error) =>
      connection.console.error(
        `rule ${rule} failed: ${error instanceof Error ? error.stack : error}`,
      );
  }

  private readonly onRuleError: (rule: string, error: unknown) => void;

  /** Undefined for a document that was never opened or is closed. */
  analyse(uri: string): Analysis | undefined {
    const document = this.open.get(uri);
    if (document === undefined) return undefined;
    const linter = this.linterOf(uri);
    const known = this.analyses.get(uri);
    if (known?.version === document.version && known.linter === linter) return known;
    const fresh = new Analysis(document, document.version, linter);
    this.analyses.set(uri, fresh);
    return fresh;
  }

  /** One linter per document and configuration: it remembers the paragraphs that did not change. */
  private linterOf(uri: string): Linter {
    const config = this.configOf(uri);
    const known = this.linters.get(uri);
    if (known?.config === config) return known.linter;
    const linter = new Linter({ rules: RULES, config, onRuleError: this.onRuleError });
    this.linters.set(uri, { config, linter });
    return linter;
  }

  /** Follows what placeholders are replaced with; each change is in the text that the one before it left. */
  private remember(
    document: TextDocument,
    changes: readonly TextDocumentContentChangeEvent[],
  ): void {
    const { uri, languageId } = document;
    let history = this.histories.get(uri) ?? new FillHistory();
    let before = document;
    for (const [index, change] of changes.entries()) {
      if (!('range' in change)) {
        history = new FillHistory();
      } else {
        const { start, end } = change.range;
        const span = { start: before.offsetAt(start), end: before.offsetAt(end) };
        history.change(before.getText(), span, change.text, languageId === 'markdown');
      }
      if (index === changes.length - 1) break;
      before = TextDocument.create(uri, languageId, document.version, before.getText());
      before = TextDocument.update(before, [change], document.version);
    }
    this.histories.set(uri, history);
  }

  /** What the placeholders of a group were filled with since the document was opened, the latest first. */
  valuesOf({ document, summary }: Analysis, group: string): string[] {
    return this.histories.get(document.uri)?.values(summary.text, group) ?? [];
  }

  /** True while the writer wants to see all that remains as problems. */
  isFinal(uri: string): boolean {
    return this.finalChecks.has(uri);
  }

  setFinal(uri: string, final: boolean): void {
    if (final === this.finalChecks.has(uri)) return;
    if (final) this.finalChecks.add(uri);
    else this.finalChecks.delete(uri);
    for (const listener of this.finalCheckChanged) listener(uri);
  }

  onFinalChanged(listener: (uri: string) => void): void {
    this.finalCheckChanged.push(listener);
  }

  /** Undefined when the document was not changed since it was opened, or the writer has left that place. */
  lastEdit(uri: string): Edit | undefined {
    return this.edits.get(uri);
  }

  /** The writer is somewhere else by now: no sentence is being typed. */
  forgetEdit(uri: string): void {
    this.edits.delete(uri);
  }
}
