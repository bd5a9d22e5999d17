/** Figures on which documents of a folder disagree, as findings of each of them. */
import {
  contradictionMessage,
  contradictions,
  growthMessage,
  type LedgerEntry,
  type Locale,
  type Localized,
  ledgerOf,
  localize,
  type ParsedSummary,
  type Placed,
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
  const nameOf = ({ document }: Placed) => files[document]!.file;
  const add = (own: Placed, place: Place, other: Placed, message: Localized) => {
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
  for (const { one, other } of contradictions(ledgers)) {
    const message = (own: Placed, its: Placed) =>
      contradictionMessage(own.entry, its.entry, nameOf(its));
    add(one, one.entry.place, other, message(one, other));
    add(other, other.entry.place, one, message(other, one));
  }
  for (const wrong of wrongGrowths(ledgers)) {
    const { now, before } = wrong;
    add(now, now.entry.growthPlace!, before, growthMessage(wrong, nameOf(before)));
  }
  return found;
}
