/** Fixes that the writer looks through before any is made. */

import type { ProtocolEdit, Range } from './common.js';

/**
 * The client's command that lists the fixes of a rule, all of them chosen, and makes as one undo step
 * those that the writer leaves chosen. Its argument is {@link ReviewFixes}.
 */
export const REVIEW_FIXES_COMMAND = 'workSummary.reviewFixes';

export interface ReviewFixes {
  readonly uri: string;
  readonly version: number;
  readonly title: string;
  readonly fixes: readonly {
    /** `布署→部署`. */
    readonly label: string;
    readonly sentence: string;
    readonly range: Range;
    readonly edits: readonly ProtocolEdit[];
  }[];
}
