/** Names that the server declares itself with. Nothing is imported but types: they are needed before anything is loaded. */
import type { OwnCommand } from '../protocol/index.js';

export const SOURCE = 'work-summary';
export const FIX_ALL_KIND = 'source.fixAll.workSummary';
export const MOVE_KIND = 'refactor.move';
export const RENUMBER_KIND = 'source.renumber.workSummary';
export const FINAL_CHECK_KIND = 'source.finalCheck.workSummary';
/** Command of the server, for clients without one of their own; see `workSummary/finalCheck`. */
export const FINAL_CHECK_COMMAND: OwnCommand<[uri: string, on: boolean]> = {
  command: 'workSummary.server.finalCheck',
};
export const TOKEN_TYPES = ['placeholder'];
