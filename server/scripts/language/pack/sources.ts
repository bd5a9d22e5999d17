/** The texts that were counted: which, from where, under what terms, and how they are read. */
import table from './sources.json' with { type: 'json' };

/** A: nobody owns them; B: published texts of authorities and their media; C: other published texts. */
export type Tier = 'A' | 'B' | 'C';

/**
 * `json-texts`: every string of some length, wherever it stands; `speeches`: text after a heading of the
 * site; `files`: texts that a list names.
 */
export type Format =
  | 'markdown'
  | 'speeches'
  | 'csv'
  | 'tsv'
  | 'json'
  | 'json-lines'
  | 'json-texts'
  | 'workbook'
  | 'files';

export interface Source {
  /** Also decides which of its documents are held back. */
  readonly id: string;
  readonly repository: string;
  /** Null for texts of several. */
  readonly commit: string | null;
  /** As the repository states it. */
  readonly licence: string | null;
  readonly tier: Tier;
  readonly kind: string;
  readonly format: Format;
  /** Where the text stands in each object or row. */
  readonly field?: string;
  /** Objects whose number lies between these. */
  readonly only?: { readonly field: string; readonly after: number; readonly before: number };
  /** Regular expressions for paths. */
  readonly include?: string;
  readonly exclude?: string;
  /** What each occurrence counts. */
  readonly weight: number;
  /** Share of the documents that are not counted, so that something is left to learn from and to measure on. */
  readonly heldBack?: number;
}

export const HELD_BACK = 0.06;

/** In the order in which they are cleaned: of equal paragraphs the first is kept. */
export const SOURCES = table as readonly Source[];
