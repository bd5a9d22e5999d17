/**
 * All of the server but its start, and the command line, in one bundle for Node and browsers
 * (`dist/engine.js`).
 */
export { serve } from './lsp/engine.js';

/** On Node only. */
export const loadCommandLine = () => import('./cli/run.js');

/** In a thread of the command line. */
export const loadThread = () => import('./cli/threads.js');
