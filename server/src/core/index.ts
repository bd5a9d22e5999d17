/**
 * What the language server, the command line and the client use of the core: text in, plain data out. All
 * offsets are UTF-16 units; nothing here throws, whatever the text. Each is documented where it stands.
 */

// analysis/: what a document says
export { findSections, neighbour, type PlacedSection } from './analysis/find-sections.js';
export { type Length, measureSections, type SectionLength } from './analysis/length.js';
export { ownWordsOf } from './analysis/own-words.js';
export {
  countTargets,
  fillEdits,
  fillTargets,
  placeholderAt,
  suggestValues,
} from './analysis/placeholders/fill.js';
export { FillHistory } from './analysis/placeholders/fill-history.js';
export { KIND_NAMES } from './analysis/placeholders/kinds.js';
export { type Placeholder, placeholdersOf } from './analysis/placeholders/placeholders.js';
export { checkValue } from './analysis/placeholders/values.js';
export { sectionsAround } from './analysis/sections-at.js';
export { typedSentence } from './analysis/sentence.js';

// base/: a text and its parts
export { counted, inSingular } from './base/counted.js';
export { nameByTitle } from './base/file-names.js';
export { isChinese, localize } from './base/localize.js';
export type { Locale, Localized } from './base/localized.js';
export { detectMojibake, isReadRightly, type TrueEncoding } from './base/mojibake.js';
export { matchesPinyin, pinyinOf } from './base/pinyin.js';
export type { Severity } from './base/severity.js';
export {
  applyEdits,
  growth,
  type Line,
  lineAt,
  type Span,
  shift,
  shortened,
  splitLines,
  type TextEdit,
} from './base/text.js';
export { countCharacters } from './base/word-count.js';

// compare/: next to last year’s document
export {
  type Carried,
  type ComparedParagraph,
  type Comparison,
  type Origin,
  share,
} from './compare/compare.js';
export type { Difference } from './compare/diff.js';
export { byLikeness } from './compare/likeness.js';

// document/: a document as it is read
export { Summary } from './document/document.js';
export { headingOf, mayBeLabelled } from './document/label.js';
export { type ParsedSummary, type Section, type Syntax, walkSections } from './document/model.js';
export { parseSummary } from './document/parse.js';
export { recognise } from './document/recognise.js';
export {
  firstLabels,
  formsInUse,
  SCHEMES,
  type Scheme,
  schemeOf,
  schemeOfLabels,
} from './document/schemes.js';
export { titleOf } from './document/title.js';

// edits/: changes of the text
export type { Change } from './edits/edit-with-caret.js';
export { enterAt, enterIndented, mayContinue, mayKeepIndent } from './edits/enter.js';
export { newChild, newSibling } from './edits/insert-section.js';
export { toMarkdownHeadings, toPlainLabels } from './edits/markdown-headings.js';
export { convertNumbering } from './edits/move-sections/convert.js';
export {
  type MoveResult,
  moveSections,
  pasteSections,
  refusalToMove,
} from './edits/move-sections/move.js';
export { linesToCollapse, outlineText } from './edits/outline-text.js';
export { renumberDocument } from './edits/renumber.js';
export { unifyLabels } from './edits/unify-labels.js';

// features/: what an editor shows
export { type Coloured, colours } from './features/colours.js';
export {
  type CompletionTrigger,
  type CoreCompletion,
  plainText,
} from './features/completion-item.js';
export { type FoldedLines, foldingRanges } from './features/folding.js';
export { type HoverInfo, hoverAt } from './features/hover.js';
export { LABEL_TRIGGERS } from './features/label-triggers.js';
export {
  nextEnumeratorCompletions,
  nextLabelCompletions,
  typesNumeral,
} from './features/next-label-completion.js';
export { outlineEntries } from './features/outline.js';
export { phraseCompletions } from './features/phrase-completion.js';
export { type ListedPlaceholder, listPlaceholders } from './features/placeholder-list.js';
export { headingSpan, placesNaming, referenceAt } from './features/references.js';
export { problemsBySection } from './features/section-problems.js';
export { selectionSpans } from './features/selection.js';
export { rewritingsAt, termCompletions } from './features/term-completion.js';
export { withoutTyped } from './features/typing.js';
// fill-table/: a table’s rows filled in
export { columnsOf, excerptAround } from './fill-table/columns.js';
export { fileStems } from './fill-table/file-names.js';
export { withNamedPlaces } from './fill-table/named.js';
export { fillDocument, type PlannedDocument } from './fill-table/plan.js';

// language/: how official Chinese is written
export { type LanguageData, LanguageModel } from './language/model.js';

// ledger/: figures as data
export {
  type Contradiction,
  contradictions,
  type DocumentFigure,
  previousYearFigures,
  type WrongGrowth,
  wrongGrowths,
} from './ledger/contradictions.js';
export { ledgerOf } from './ledger/ledger.js';
export { contradictionMessage, growthMessage } from './ledger/messages.js';
export type { LedgerEntry, Period } from './ledger/model.js';

// lint/: the proofreader
export { remaining, STALE_YEAR, UNFILLED, withRemaining } from './lint/final-check.js';
export { WordTextLinter } from './lint/lint-word-text.js';
export {
  everyPlace,
  firstFixes,
  fixAllEdits,
  Linter,
  type LintOptions,
  lint,
  lintWhole,
  sentenceOf,
} from './lint/linter.js';
export { type Finding, type Fix, type Rule, withSource } from './lint/rule.js';
export { LIKELY_TYPO } from './lint/rules/likely-typo.js';
export { RULES } from './lint/rules.generated.js';

// merge/: one document from many
export { frameOfKind, likelyKind } from './merge/frame.js';
export type {
  Block,
  FigureForm,
  FigureGroup,
  LeftOutReason,
  MergeChoices,
  MergeFrame,
  MergePlan,
  MergeSource,
  MisfitReason,
  PieceDecision,
  PlacedBlock,
  Slot,
} from './merge/model.js';
export {
  type Origins,
  originsAt,
  originsName,
  originsOf,
  readOrigins,
  textKey,
} from './merge/origins.js';
export { planMerge } from './merge/plan.js';
export type { MergedReference } from './merge/references.js';
export { type MergedDocument, type Origin as MergeOrigin, writeMerge } from './merge/write.js';

// paste/: what is pasted
export { chineseQuotes, cleanCopy } from './paste/clean.js';
export { hasAutomaticNumbers, htmlToText } from './paste/html.js';

// phrases/: standard phrasing and new documents
export { placeAt } from './phrases/caret-context.js';
export { labelsOfScheme } from './phrases/labels.js';
export { learnFrom } from './phrases/learn.js';
export {
  type Material,
  type MaterialLine,
  type MaterialPart,
  materialFor,
} from './phrases/material.js';
export { type DocumentKind, KINDS, type Phrase, ROLE_NAMES } from './phrases/model.js';
export { phraseFrom } from './phrases/phrase-from-selection.js';
export { type Detail, dateText, periodsFor, skeleton } from './phrases/skeleton.js';
export { snippetOf, textOf } from './phrases/tab-stops.js';

// print/: what is printed
export { escapeHtml } from './print/html.js';
export type { Page, PageLayout } from './print/pages.js';

// settings/: what may be configured
export { boundsText } from './settings/length-targets.js';
export type { LintConfig } from './settings/lint-config.js';
export type { PrintFormat } from './settings/print-format.js';

// template/: templates, and next year’s document
export { type TemplateItem, templateItems } from './template/candidates.js';
export { type RememberedFigure, recall } from './template/memory.js';
export { startNextYear } from './template/next-year.js';
