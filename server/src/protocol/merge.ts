/** Figures of many documents, and one document from many. The client reads the files; the server keeps nothing of them. */

import type { LedgerEntry } from '../core/ledger/model.js';
import type { MergeChoices } from '../core/merge/model.js';
import type { Origins } from '../core/merge/origins.js';
import type { MergeReport } from '../report/merge.js';
import type { Range } from './common.js';
import type { OwnRequest } from './messages.js';

/** A document as it was read; of a Word file what an import makes of it. */
export interface SourceText {
  /** Of its file, as the writer knows it. */
  readonly name: string;
  readonly text: string;
  readonly markdown: boolean;
}

/** A figure with its place. */
export interface FileFigure extends LedgerEntry {
  readonly range: Range;
  /** Of the stated growth. */
  readonly growthRange: Range | null;
}

/** Client to server: the figures of documents, in the order of the request. */
export const FIGURES: OwnRequest<FiguresParams, FiguresResult> = { method: 'workSummary/figures' };

export interface FiguresParams {
  readonly files: readonly SourceText[];
}

export interface FiguresResult {
  readonly files: readonly {
    readonly isSummary: boolean;
    readonly figures: readonly FileFigure[];
  }[];
}

/** Client to server: the figures of documents as a sheet. */
export const LEDGER_TABLE: OwnRequest<LedgerTableParams, LedgerTableResult> = {
  method: 'workSummary/ledgerTable',
};

export interface LedgerTableParams {
  readonly files: readonly { readonly file: string; readonly entries: readonly LedgerEntry[] }[];
  readonly format: 'csv' | 'xlsx';
}

export interface LedgerTableResult {
  /** The bytes of the file as base64. */
  readonly data: string;
}

/** Client to server: plans one document from many, and writes it. */
export const MERGE: OwnRequest<MergeParams, MergeResult> = { method: 'workSummary/merge' };

export interface MergeParams {
  readonly sources: readonly SourceText[];
  /** A kind by its id, one of the sources by its index, or a template; null for the likeliest kind. */
  readonly frame: string | number | SourceText | null;
  readonly choices: MergeChoices;
  /** How the new document is written. */
  readonly markdown: boolean;
}

export interface MergeResult {
  /** Of the sources that are used. */
  readonly plan: MergeReport;
  /** What was left out, by its index: the same as another, or no summary. */
  readonly leftOut: readonly { readonly source: number; readonly why: 'same' | 'other' }[];
  readonly text: string;
  /** References that stay as they were, as what they mean is not in the new document: places in sources, 0-based. */
  readonly openReferences: readonly {
    readonly source: number;
    readonly line: number;
    readonly wording: string;
  }[];
  readonly origins: Origins;
}
