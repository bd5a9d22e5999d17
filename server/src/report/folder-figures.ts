/** Figures on which documents of a folder disagree, as findings of each of them. */
import {
  contradictionMessage,
  contradictions,
  type DocumentFigure,
  growthMessage,
  type LedgerEntry,
  type Locale,
  type Localized,
  ledgerOf,
  localize,
  type ParsedSummary,
  type Span,
  wrongGrowths,
} from '../core/index.js';
import type { FindingReport } from './findings.js';
import { type Range, rangeOf } from './positions.js';

/** Takes the place of a rule's id in these findings, which no rule of a single document makes. */
export const FOLDER_FIGURES = 'folder-figures';
export const FOLDER_FIGURES_TITLE: Localized = {
  zh: '文件夹中的数字',
  en: 'figures of the folder',
};

interface Place extends Range {
  readonly text: string;
}

/** A figure with its place; plain data. */
export interface FolderFigure extends LedgerEntry {
  readonly place: Place;
  /** Of the growth that stands after it. */
  readonly growthPlace: Place | null;
}

/** The figures of a document that is called `name`. */
export function folderFiguresOf(summary: ParsedSummary, name: string): FolderFigure[] {
  const { lines, text } = summary;
  const placeOf = (span: Span): Place => ({
    ...rangeOf(lines, span),
    text: text.slice(span.start, span.end),
  });
  return ledgerOf(summary, name).map((entry) => ({
    ...entry,
    place: placeOf(entry.span),
    growthPlace: entry.growth && placeOf(entry.growth.span),
  }));
}

/** For each file, in the same order, findings where its figures differ from those of another file. */
export function reportFolderFigures(
  files: readonly { readonly file: string; readonly figures: readonly FolderFigure[] }[],
  locale: Locale,
): FindingReport[][] {
  const ledgers = files.map(({ figures }) => figures);
  const found = files.map((): FindingReport[] => []);
  const nameOf = ({ document }: DocumentFigure) => files[document]!.file;
  const add = (own: DocumentFigure, place: Place, other: DocumentFigure, message: Localized) => {
    const { text, ...range } = place;
    found[own.document]!.push({
      rule: FOLDER_FIGURES,
      severity: 'info',
      message: localize(message, locale),
      ...range,
      text,
      source: null,
      fixes: [],
      other: { file: nameOf(other), line: other.entry.line + 1 },
    });
  };
  for (const { first, other } of contradictions(ledgers)) {
    const message = (own: DocumentFigure, its: DocumentFigure) =>
      contradictionMessage(own.entry, its.entry, nameOf(its));
    add(first, first.entry.place, other, message(first, other));
    add(other, other.entry.place, first, message(other, first));
  }
  for (const wrong of wrongGrowths(ledgers)) {
    const { current, previousYear } = wrong;
    add(
      current,
      current.entry.growthPlace!,
      previousYear,
      growthMessage(wrong, nameOf(previousYear)),
    );
  }
  return found;
}
