/** What a document must not be handed in with. */

import type { DocumentParams, Range } from './common.js';
import type { OwnRequest } from './messages.js';

/**
 * Client to server: shows all that remains (placeholders, notes, conflicting styles, stale years) as
 * warnings until `on` is false or the document is closed.
 */
export const FINAL_CHECK: OwnRequest<FinalCheckParams, FinalCheckResult> = {
  method: 'workSummary/finalCheck',
};

export interface FinalCheckParams extends DocumentParams {
  readonly on: boolean;
}

/** How much remains, and how much of it are placeholders; null for a document that is not open. */
export type FinalCheckResult = {
  readonly remaining: number;
  readonly placeholders: number;
} | null;

/**
 * Client to server: what speaks against handing the document in, and how it is printed by
 * `.work-summary.yaml`; null for a document that the server does not know.
 */
export const EXPORT_CHECK: OwnRequest<DocumentParams, ExportCheckResult | null> = {
  method: 'workSummary/exportCheck',
};

export interface ExportCheckResult {
  /** Placeholders and notes to oneself. */
  readonly unfilled: number;
  /** Years left over from an older copy, placeholders in conflicting styles. */
  readonly stale: number;
  /** Findings of severity error. */
  readonly errors: number;
  /** Where the first of them stands; null when there is none. */
  readonly first: Range | null;
  /** What the configuration file says of the printed form; goes before the editor's settings. */
  readonly print: Readonly<Record<string, unknown>>;
}

/**
 * Client to server: the same of a file that need not be open, with its text; null for bytes that are no
 * text in any encoding.
 */
export const EXPORT_CHECK_FILE: OwnRequest<ExportCheckFileParams, ExportCheckedFile | null> = {
  method: 'workSummary/exportCheckFile',
};

export interface ExportCheckFileParams {
  readonly uri: string;
  /** Bytes of the file in Base64. */
  readonly data: string;
}

export interface ExportCheckedFile extends Omit<ExportCheckResult, 'first'> {
  readonly text: string;
}
