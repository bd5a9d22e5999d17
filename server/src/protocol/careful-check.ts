import type { DocumentParams } from './common.js';
import type { OwnRequest } from './messages.js';

/**
 * Client to server: has the language model read the whole document and shows what it is less sure of as
 * hints too, until `on` is false or the document is closed.
 */
export const CAREFUL_CHECK: OwnRequest<CarefulCheckParams, CarefulCheckResult> = {
  method: 'workSummary/carefulCheck',
};

export interface CarefulCheckParams extends DocumentParams {
  readonly on: boolean;
}

/** Findings about single words, all and those that are hints; null for a document that is not open, and without the model. */
export type CarefulCheckResult = {
  readonly found: number;
  readonly hints: number;
} | null;
