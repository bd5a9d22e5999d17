/** Names that the server declares itself with. Nothing is imported but types: they are needed before anything is loaded. */
import type { CodeActionKind } from 'vscode-languageserver';
import type { Coloured } from '../core/index.js';
import type { OwnCommand } from '../protocol/index.js';

export const SOURCE = 'work-summary';
export const QUICK_FIX_KIND = 'quickfix' satisfies typeof CodeActionKind.QuickFix;
export const REWRITE_KIND = 'refactor.rewrite' satisfies typeof CodeActionKind.RefactorRewrite;
export const FIX_ALL_KIND = 'source.fixAll.workSummary';
export const MOVE_KIND = 'refactor.move' satisfies typeof CodeActionKind.RefactorMove;
export const RENUMBER_KIND = 'source.renumber.workSummary';
export const FINAL_CHECK_KIND = 'source.finalCheck.workSummary';
/** Command of the server, for clients without one of their own; see `workSummary/finalCheck`. */
export const FINAL_CHECK_COMMAND: OwnCommand<[uri: string, on: boolean]> = {
  command: 'workSummary.server.finalCheck',
};
export const TOKEN_TYPES = ['placeholder', 'heading'] satisfies Coloured['kind'][];
