/**
 * The one place where core data becomes LSP data and back. Core counts UTF-16 offsets; the LSP, with
 * position encoding `utf-16`, counts lines and UTF-16 units in them, so lines are all that is needed.
 */

import type {
  ChangeAnnotation,
  CodeActionContext,
  CodeActionTriggerKind,
  CodeLens,
  Command,
  CompletionContext,
  CompletionItem,
  CompletionItemKind,
  CompletionTriggerKind,
  Diagnostic,
  DiagnosticSeverity,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InsertTextFormat,
  InsertTextMode,
  TextEdit as LspTextEdit,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  SemanticTokensBuilder,
  SymbolKind,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import {
  applyEdits,
  type Coloured,
  type CompletionTrigger,
  type CoreCompletion,
  excerptAround,
  type Finding,
  type Fix,
  type FoldedLines,
  type HoverInfo,
  headingOf,
  KIND_NAMES,
  type Line,
  type ListedPlaceholder,
  type Locale,
  type Localized,
  ledgerOf,
  lineAt,
  localize,
  type MoveResult,
  type ParsedSummary,
  type PlacedSection,
  plainText,
  type Section,
  type SectionLength,
  type Severity,
  type Span,
  Summary,
  shift,
  shortened,
  splitLines,
  type TemplateItem,
  type TextEdit,
  titleOf,
  withSource,
} from '../core/index.js';
import type { TemplateItems } from '../protocol/index.js';
import {
  CHOSEN_COMMAND,
  type FileFigure,
  type FoundSection,
  type OwnCommand,
  type PlaceholderItem,
  type RuleFixes,
  type SectionChange,
  type WritingResult,
} from '../protocol/index.js';
import { SOURCE, TOKEN_TYPES } from './names.js';

/** Longer names make breadcrumbs unreadable; the outline item of a whole paragraph would be one. */
const MAX_NAME_LENGTH = 60;

/** The source of our diagnostics, as the editor shows it. */
const PRODUCT: Localized = { zh: '工作总结', en: 'Work Summary' };

const SECTION_SYMBOL = 15 satisfies typeof SymbolKind.String;

/** A change of a longer text is labelled with the title of its fix. UTF-16 units. */
const MAX_CHANGE_LENGTH = 30;

/** What offsets are converted with: the lines of a text, or its summary, which finds one without listing all. */
export type Lines = readonly Line[] | Summary;

export function toPosition(lines: Lines, offset: number): Position {
  if (lines instanceof Summary) {
    const line = lines.lineAt(offset);
    return { line, character: offset - lines.lineStarts[line]! };
  }
  const line = lineAt(lines, offset);
  return { line, character: offset - lines[line]!.start };
}

/** A change as the client sends it; positions outside the document are moved to the nearest ones inside. */
export function toEdit(
  { lineFacts, lineStarts, length }: Summary,
  { range, text }: { readonly range: Range; readonly text: string },
): TextEdit {
  const offset = ({ line, character }: Position) => {
    const facts = lineFacts.at(Math.max(0, line));
    if (facts === undefined) return length;
    return lineStarts[Math.max(0, line)]! + Math.max(0, Math.min(character, facts.text.length));
  };
  const start = offset(range.start);
  return { span: { start, end: Math.max(start, offset(range.end)) }, newText: text };
}

export function toRange(lines: Lines, { start, end }: Span): Range {
  return { start: toPosition(lines, start), end: toPosition(lines, end) };
}

/** Offset of a position; a position outside the document is moved to the nearest one inside. */
export function toOffset(lines: readonly Line[], { line, character }: Position): number {
  const target = lines[Math.max(0, Math.min(line, lines.length - 1))]!;
  if (line >= lines.length) return target.end;
  return Math.max(target.start, Math.min(target.start + character, target.end));
}

export function toSpan(lines: readonly Line[], range: Range): Span {
  const start = toOffset(lines, range.start);
  return { start, end: Math.max(start, toOffset(lines, range.end)) };
}

/** Outline symbols. With `typedOnly`, Markdown `#` headings are left to the editor's own outline and their typed children move up. */
export function toSymbols(summary: ParsedSummary, typedOnly: boolean): DocumentSymbol[] {
  const { lineStarts } = Summary.of(summary);
  const at = (line: number, offset: number): Position => ({
    line,
    character: offset - lineStarts[line]!,
  });
  const convert = (sections: readonly Section[]): DocumentSymbol[] => {
    const symbols: DocumentSymbol[] = [];
    for (const section of sections) {
      const children = convert(section.children);
      if (typedOnly && section.hashes > 0) {
        for (const child of children) symbols.push(child);
        continue;
      }
      // The lines are known, and the heading is all in the first: offsets need not be looked up.
      const { line, endLine, span, labelSpan, titleSpan } = section;
      symbols.push({
        name: nameOf(section),
        kind: SECTION_SYMBOL,
        range: { start: at(line, span.start), end: at(endLine, span.end) },
        selectionRange: {
          start: at(line, labelSpan.start),
          end: at(line, Math.max(titleSpan.end, labelSpan.end)),
        },
        children,
      });
    }
    return symbols;
  };
  return convert(summary.sections);
}

/** Names are shown as plain text, so the marks of bold type are left out. */
const nameOf = (section: Section) =>
  shortened(headingOf(section).replaceAll('**', ''), MAX_NAME_LENGTH) || '#';

export function toFoldingRanges(folds: readonly FoldedLines[]): FoldingRange[] {
  return folds.map(({ startLine, endLine }) => ({ startLine, endLine }));
}

/** Links spans, innermost first, into a chain of parents. */
export function toSelectionRange(
  lines: readonly Line[],
  spans: readonly Span[],
  offset: number,
): SelectionRange {
  let range: SelectionRange | undefined;
  for (const span of [...spans].reverse()) {
    range =
      range === undefined
        ? { range: toRange(lines, span) }
        : { range: toRange(lines, span), parent: range };
  }
  return range ?? { range: toRange(lines, { start: offset, end: offset }) };
}

export function toSemanticTokens(
  builder: SemanticTokensBuilder,
  lines: readonly Line[],
  coloured: readonly Coloured[],
): SemanticTokens {
  for (const { span, kind } of coloured) {
    const { line, character } = toPosition(lines, span.start);
    builder.push(line, character, span.end - span.start, TOKEN_TYPES.indexOf(kind), 0);
  }
  return builder.build();
}

/** False when the client asks for code actions by itself, wherever the caret is. */
export function isAskedFor({ triggerKind }: CodeActionContext): boolean {
  return triggerKind !== (2 satisfies typeof CodeActionTriggerKind.Automatic);
}

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: 1 satisfies typeof DiagnosticSeverity.Error,
  warning: 2 satisfies typeof DiagnosticSeverity.Warning,
  information: 3 satisfies typeof DiagnosticSeverity.Information,
  hint: 4 satisfies typeof DiagnosticSeverity.Hint,
};

/** What we say of each finding. */
interface OwnDiagnostic extends Diagnostic {
  severity: DiagnosticSeverity;
  source: string;
  code: string;
}

/** How a rule is called where a writer reads it, and the address of its page if it has one. */
export interface RuleName {
  readonly name: string;
  readonly page: string | null;
}

/**
 * Its code and range tell the finding from every other of the version; see `actions.ts` for its fixes.
 * @param ruleName Null for clients that get the rule's id as the code.
 */
export function toDiagnostic(
  lines: Lines,
  finding: Finding,
  locale: Locale,
  ruleName: RuleName | null = null,
): OwnDiagnostic {
  return {
    range: toRange(lines, finding.span),
    severity: SEVERITIES[finding.severity],
    source: ruleName === null ? SOURCE : localize(PRODUCT, locale),
    code: ruleName?.name ?? finding.rule,
    ...(ruleName?.page != null && { codeDescription: { href: ruleName.page } }),
    message: withSource(localize(finding.message, locale), finding.source, locale),
  };
}

/** The figures of a document that is called `name`, with their places. */
export function toFigures(summary: ParsedSummary, name: string): FileFigure[] {
  const { lines } = summary;
  return ledgerOf(summary, name).map((entry) => ({
    ...entry,
    range: toRange(lines, entry.span),
    growthRange: entry.growth && toRange(lines, entry.growth.span),
  }));
}

export function toTextEdits(lines: Lines, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(lines, span), newText }));
}

/** A command with its arguments, for an answer that names it. */
export function toCommand<Arguments extends unknown[]>(
  title: string,
  { command }: OwnCommand<Arguments>,
  ...given: NoInfer<Arguments>
): Command {
  return { title, command, arguments: given };
}

/** What a workspace edit needs to know of the document it changes. */
export interface EditTarget {
  readonly uri: string;
  readonly version: number;
  readonly lines: readonly Line[];
  /** True when the client takes versioned edits, which fail instead of corrupting a newer text. */
  readonly versioned: boolean;
}

export function toWorkspaceEdit(target: EditTarget, edits: readonly TextEdit[]): WorkspaceEdit {
  const { uri, version, lines, versioned } = target;
  const lspEdits = toTextEdits(lines, edits);
  return versioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits: lspEdits }] }
    : { changes: { [uri]: lspEdits } };
}

/** The action that fixes so many findings of a rule. */
export function toFixRuleTitle(rule: Localized, count: number, locale: Locale): string {
  return localize(
    {
      zh: `修复全部“${rule.zh}”（${count}处）`,
      en: `Fix all ${count} of “${rule.en}”`,
    },
    locale,
  );
}

/** The first fixes of findings, to be looked through in the client's own list. */
export function toRuleFixes(
  { text, lines }: ParsedSummary,
  rule: Localized,
  findings: readonly Finding[],
  locale: Locale,
): RuleFixes {
  return {
    title: toFixRuleTitle(rule, findings.length, locale),
    fixes: findings.map(({ span, fixes: [fix] }) => ({
      label: changeOf(text, span, fix!, locale),
      sentence: excerptAround(text, span),
      range: toRange(lines, span),
      edits: toTextEdits(lines, fix!.edits),
    })),
  };
}

/** The first fixes of findings, each told by a label of its own and to be confirmed. */
export function toAnnotatedEdit(
  { uri, version, lines }: EditTarget,
  text: string,
  rule: Localized,
  findings: readonly Finding[],
  locale: Locale,
): WorkspaceEdit {
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const edits = findings.flatMap(({ span, fixes: [fix] }) => {
    const change = changeOf(text, span, fix!, locale);
    const label = localize({ zh: `${rule.zh}：${change}`, en: `${rule.en}: ${change}` }, locale);
    changeAnnotations[label] = { label, needsConfirmation: true };
    return toTextEdits(lines, fix!.edits).map((edit) => ({ ...edit, annotationId: label }));
  });
  return { documentChanges: [{ textDocument: { uri, version }, edits }], changeAnnotations };
}

/** What a fix does, in a few words: the wording and the one in its place. */
function changeOf(text: string, span: Span, { edits, title }: Fix, locale: Locale): string {
  const start = Math.min(span.start, ...edits.map((edit) => edit.span.start));
  const end = Math.max(span.end, ...edits.map((edit) => edit.span.end));
  const before = text.slice(start, end);
  if (before.length > MAX_CHANGE_LENGTH || /[\r\n]/.test(before)) return localize(title, locale);
  const moved = edits.map((edit) => ({ ...edit, span: shift(edit.span, -start) }));
  return `${before}→${applyEdits(before, moved)}`;
}

/** An edit of the configuration file, which is created when it is not there yet. */
export function toConfigurationEdit(
  uri: string,
  exists: boolean,
  lines: readonly Line[],
  edit: TextEdit,
): WorkspaceEdit {
  const change = {
    textDocument: { uri, version: null },
    edits: toTextEdits(lines, [edit]),
  };
  return {
    documentChanges: exists
      ? [change]
      : [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change],
  };
}

/** A mistake in the configuration file, at its place. */
export function toConfigurationDiagnostic(
  lines: readonly Line[],
  { span, message }: { readonly span: Span; readonly message: Localized },
  locale: Locale,
): Diagnostic {
  return {
    range: toRange(lines, span),
    severity: SEVERITIES.error,
    source: localize(PRODUCT, locale),
    code: localize({ zh: '配置', en: 'configuration' }, locale),
    message: localize(message, locale),
  };
}

/** Why a file was not checked, at its beginning. */
export function toFileDiagnostic(message: Localized, locale: Locale): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: SEVERITIES.warning,
    source: localize(PRODUCT, locale),
    code: localize({ zh: '文件', en: 'file' }, locale),
    message: localize(message, locale),
  };
}

/** Markdown of a hover; the writer's words in it are escaped. */
export function toHover(lines: readonly Line[], { span, parts }: HoverInfo, locale: Locale): Hover {
  const plain = (text: string) => text.replace(/[\\`*_{}[\]<>#+.!|-]/g, '\\$&');
  const value = parts
    .map((part) =>
      [
        `**${plain(localize(part.heading, locale))}**`,
        ...part.lines.map((line) => plain(localize(line, locale))),
      ].join('\n\n'),
    )
    .join('\n\n---\n\n');
  return { range: toRange(lines, span), contents: { kind: 'markdown', value } };
}

const COMPLETION_KINDS: Record<CoreCompletion['kind'], CompletionItemKind> = {
  value: 12 satisfies typeof CompletionItemKind.Value,
  phrase: 1 satisfies typeof CompletionItemKind.Text,
  term: 14 satisfies typeof CompletionItemKind.Keyword,
  label: 20 satisfies typeof CompletionItemKind.EnumMember,
  section: 18 satisfies typeof CompletionItemKind.Reference,
};

const PLAIN_TEXT = 1 satisfies typeof InsertTextFormat.PlainText;
const SNIPPET = 2 satisfies typeof InsertTextFormat.Snippet;
const AS_IS = 1 satisfies typeof InsertTextMode.asIs;

/** Why the client asks for proposals. */
export function toCompletionTrigger(context: CompletionContext | undefined): CompletionTrigger {
  switch (context?.triggerKind) {
    case 2 satisfies typeof CompletionTriggerKind.TriggerCharacter:
      return { kind: 'character', character: context.triggerCharacter ?? '' };
    case 3 satisfies typeof CompletionTriggerKind.TriggerForIncompleteCompletions:
      return { kind: 'typing' };
    default:
      return { kind: 'invoked' };
  }
}

/** A proposal for `offset`; `index` is its place among all that are proposed there. */
export function toCompletionItem(
  { text, lines }: ParsedSummary,
  offset: number,
  proposal: CoreCompletion,
  index: number,
  {
    locale,
    snippets,
    countsPhrases,
  }: { readonly locale: Locale; readonly snippets: boolean; readonly countsPhrases: boolean },
): CompletionItem {
  const { label, kind, detail, documentation, span, newText, snippet, edits } = proposal;
  const asSnippet = snippet === true && snippets;
  return {
    label,
    kind: COMPLETION_KINDS[kind],
    ...(detail !== undefined && { labelDetails: { description: localize(detail, locale) } }),
    ...(documentation !== undefined && { documentation: localize(documentation, locale) }),
    filterText: proposal.filterText ?? text.slice(span.start, offset),
    sortText: `${proposal.sortKey ?? ''}~${String(index).padStart(4, '0')}`,
    ...(proposal.preselect === true && { preselect: true }),
    insertTextFormat: asSnippet ? SNIPPET : PLAIN_TEXT,
    textEdit: {
      range: toRange(lines, span),
      newText: snippet === true && !asSnippet ? plainText(newText) : newText,
    },
    // Phrases bring their own white space.
    insertTextMode: AS_IS,
    ...(proposal.chosen !== undefined &&
      countsPhrases && {
        command: toCommand(label, CHOSEN_COMMAND, proposal.chosen),
      }),
    ...(edits !== undefined && { additionalTextEdits: toTextEdits(lines, edits) }),
  };
}

/** A placeholder for the client's list; `used` and the sizes are what the caller knows of its group. */
export function toPlaceholderItem(
  { text, lines }: ParsedSummary,
  { placeholder, section, before, after, sentence }: ListedPlaceholder,
  group: Pick<PlaceholderItem, 'groupSize' | 'placesSize' | 'used'>,
  locale: Locale,
): PlaceholderItem {
  const { span, text: own, kind, label } = placeholder;
  return {
    range: toRange(lines, span),
    text: own,
    kind,
    kindName: localize(KIND_NAMES[kind], locale),
    label,
    section: section && { name: nameOf(section), line: section.line },
    before,
    after,
    sentence: text.slice(sentence.start, sentence.end),
    at: span.start - sentence.start,
    group: placeholder.group,
    ...group,
  };
}
/** The answer to a request that acts on the text; `caret` is an offset of the new text. */
export function toWritingResult(
  { text, lines }: ParsedSummary,
  version: number,
  { edits, caret }: { readonly edits: readonly TextEdit[]; readonly caret: number | null },
): WritingResult {
  return {
    version,
    edits: toTextEdits(lines, edits),
    caret: caret === null ? null : toPosition(splitLines(applyEdits(text, edits)), caret),
  };
}

export function toWorkspaceSymbols(
  uri: string,
  summary: ParsedSummary,
  found: readonly PlacedSection[],
): WorkspaceSymbol[] {
  const document = titleOf(summary);
  return found.map(({ section, parents }) => ({
    name: nameOf(section),
    kind: SECTION_SYMBOL,
    containerName:
      parents.length > 0 ? nameOf(parents.at(-1)!) : shortened(document, MAX_NAME_LENGTH),
    location: {
      uri,
      range: toRange(summary.lines, { ...section.labelSpan, end: section.titleSpan.end }),
    },
  }));
}

/** `lengths` are of all sections. */
export function toFoundSections(
  { lines }: ParsedSummary,
  found: readonly PlacedSection[],
  lengths: readonly SectionLength[],
): FoundSection[] {
  const characters = new Map(lengths.map((length) => [length.section, length.characters]));
  return found.map(({ section, parents }) => ({
    heading: nameOf(section),
    depth: parents.length,
    characters: characters.get(section) ?? 0,
    position: toPosition(lines, section.labelSpan.start),
  }));
}

/** Texts above lines; there is nothing to click. */
export function toCodeLenses(
  lines: readonly Line[],
  lenses: readonly { readonly span: Span; readonly title: string }[],
): CodeLens[] {
  return lenses.map(({ span, title }) => ({
    range: toRange(lines, span),
    command: { title, command: '' },
  }));
}

/** The answer to a request that moves sections. `follow` are offsets in the old text. */
export function toSectionChange(
  target: EditTarget,
  result: MoveResult,
  follow: readonly number[],
  locale: Locale,
): SectionChange {
  if ('refusal' in result) return { refusal: localize(result.refusal, locale) };
  const { edits, text, sections, headings, newOffset } = result;
  const lines = splitLines(text);
  return {
    edit: edits.length === 0 ? null : toWorkspaceEdit(target, edits),
    sections,
    headings,
    followed: follow.map((offset) => toPosition(lines, newOffset(offset))),
  };
}

/** What the writer decides on, item by item, when a document is made a template. */
export function toTemplateItems(
  { text, lines }: ParsedSummary,
  version: number,
  items: readonly TemplateItem[],
  locale: Locale,
): TemplateItems {
  return {
    version,
    items: items.map(({ kind, text: words, replacement, spans, proposed }) => ({
      kind,
      kindName: localize(KIND_NAMES[kind], locale),
      text: words,
      replacement,
      ranges: spans.map((span) => toRange(lines, span)),
      sentence: excerptAround(text, spans[0]!),
      proposed,
    })),
  };
}
