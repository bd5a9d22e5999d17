/** Filling documents from a table. */

import type { ProtocolEdit } from './common.js';
import type { OwnRequest } from './messages.js';

/** Client to server: an empty table for the placeholders of an open document; null when there are none. */
export const NEW_TABLE: OwnRequest<NewTableParams, NewTableResult | null> = {
  method: 'workSummary/newTable',
};

export interface NewTableParams {
  readonly uri: string;
  readonly format: 'csv' | 'yaml' | 'json';
}

export interface NewTableResult {
  /** Contents of the file, a byte order mark included where the format wants one. */
  readonly text: string;
  readonly columns: number;
}

/**
 * Client to server: what filling an open document from a table would do; nothing is changed. Null when
 * the document is not open.
 */
export const PREPARE_FILLING: OwnRequest<PrepareFillingParams, PreparedFilling | null> = {
  method: 'workSummary/prepareFilling',
};

export interface PrepareFillingParams {
  readonly uri: string;
  /** Name of the table's file; its extension tells the format. */
  readonly name: string;
  /** Bytes of the table's file in Base64. */
  readonly data: string;
  /** What files are called after where the table names none: the document's name without extension. */
  readonly base: string;
}

export interface PreparedFilling {
  /** Any of them forbids filling. */
  readonly errors: readonly string[];
  /** To be shown and agreed to before filling. */
  readonly warnings: readonly string[];
  readonly documents: readonly {
    /** Number of the row or record in the table, 1-based. */
    readonly row: number;
    /** Name of the document's file without extension; no two are alike. */
    readonly stem: string;
    readonly values: Readonly<Record<string, string>>;
  }[];
  /** Columns that the document has and the table lacks. */
  readonly missing: readonly string[];
  /** Columns of the table that no placeholder takes. */
  readonly unused: readonly string[];
  /** Of the document; {@link FillDocumentParams} hands it back. */
  readonly version: number;
}

/**
 * Client to server: an open document filled with the values of one row. Null when the document is
 * not open any more or was changed since `version`.
 */
export const FILL_DOCUMENT: OwnRequest<FillDocumentParams, FilledDocument | null> = {
  method: 'workSummary/fillDocument',
};

export interface FillDocumentParams {
  readonly uri: string;
  readonly version: number;
  /** Values by the name of the column, as {@link PreparedFilling} gives them. */
  readonly values: Readonly<Record<string, string>>;
}

export interface FilledDocument {
  /** LSP text edits of the open document. */
  readonly edits: readonly ProtocolEdit[];
  /** The whole text with the edits made. */
  readonly text: string;
  /** Names of the columns whose placeholders stand as before. */
  readonly unfilled: readonly string[];
}
