/**
 * What the language server and the command line share on Node, as one bundle: neither carries a copy
 * of the rules, and the server answers its first request before this is loaded.
 */
export { runCommandLine } from './cli/run.js';
export { serve } from './lsp/engine.js';
