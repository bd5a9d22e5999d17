/** Fixes that the writer looks through before any is made. */

import type { Severity } from '../core/base/severity.js';
import type { ProtocolEdit, Range } from './common.js';
import type { OwnCommand, OwnRequest } from './messages.js';

/**
 * The client's command that lists {@link RULE_FIXES}, all of them chosen, and makes as one undo step
 * those that the writer leaves chosen.
 */
export const REVIEW_FIXES_COMMAND: OwnCommand<[asked: RuleFixesParams]> = {
  command: 'workSummary.reviewFixes',
};

/**
 * Client to server: the first fix of every finding of a rule at a level. Null when the document has
 * another version or is not open.
 */
export const RULE_FIXES: OwnRequest<RuleFixesParams, RuleFixes | null> = {
  method: 'workSummary/ruleFixes',
};

export interface RuleFixesParams {
  readonly textDocument: { readonly uri: string; readonly version: number };
  readonly rule: string;
  readonly severity: Severity;
}

export interface RuleFixes {
  /** Of the list. */
  readonly title: string;
  readonly fixes: readonly {
    /** `布署→部署`. */
    readonly label: string;
    readonly sentence: string;
    readonly range: Range;
    readonly edits: readonly ProtocolEdit[];
  }[];
}
