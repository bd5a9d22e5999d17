/**
 * All of the server but its start, as one bundle for Node and browsers: the first request is answered
 * before it is loaded. The command line, which the build gives what it imports, takes it from here too.
 */
export { serve } from './lsp/engine.js';
