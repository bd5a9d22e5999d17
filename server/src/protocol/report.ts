/** Findings for programs, and of files that no editor shows. */

import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { FindingReport } from '../report/findings.js';
import type { OutlineReport } from '../report/outline.js';
import type { PlaceholderReport } from '../report/placeholders.js';
import type { ProtocolEdit } from './common.js';
import type { FileFigure } from './merge.js';
import type { OwnRequest } from './messages.js';

/**
 * Client to server: all that the command line would say of a text, which need not be that of an open
 * document.
 */
export const REPORT: OwnRequest<ReportParams, TextReport> = { method: 'workSummary/report' };

export interface ReportParams {
  /** Whose configuration holds. */
  readonly uri: string;
  readonly markdown: boolean;
  readonly text: string;
}

/** Lines and columns of the reports are 1-based, those of the edits are not. */
export interface TextReport {
  readonly outline: OutlineReport;
  readonly placeholders: readonly PlaceholderReport[];
  readonly findings: readonly FindingReport[];
  /** All that is safe to fix, put right. */
  readonly fixAll: readonly ProtocolEdit[];
}

/** Client to server: findings of the text of a Word file, which has a paragraph in each line, those of tables at the end. */
export const CHECK_WORD: OwnRequest<CheckWordParams, CheckWordResult> = {
  method: 'workSummary/checkWord',
};

export interface CheckWordParams {
  /** The Word file, whose configuration holds. */
  readonly uri: string;
  readonly text: string;
  /** UTF-16 offset in the text from which on paragraphs stand in tables. */
  readonly cellsStart: number;
}

/** Without hints. The same findings twice, in the same order. */
export interface CheckWordResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly findings: readonly FindingReport[];
}

/**
 * Client to server: findings of files that no editor shows. A folder is sent in pieces, so that other
 * requests come in between.
 */
export const CHECK_FILES: OwnRequest<CheckFilesParams, CheckFilesResult> = {
  method: 'workSummary/checkFiles',
};

export interface CheckFilesParams {
  /** Configuration files are read anew; for the first piece of a folder. */
  readonly first: boolean;
  readonly files: readonly {
    readonly uri: string;
    /** The bytes of the file as base64; their encoding is found out. */
    readonly data: string;
  }[];
}

export interface CheckFilesResult {
  /** In the order of the request. */
  readonly files: readonly {
    readonly uri: string;
    /** Without hints, which are seen in an editor only. One alone with the code `file` for what is no text. */
    readonly diagnostics: readonly Diagnostic[];
    /** To be held against those of other files. */
    readonly figures: readonly FileFigure[];
  }[];
}
