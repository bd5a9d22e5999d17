/** The main of the language server, on Node and in a browser's worker (`dist/server.js`). */
if (typeof importScripts === 'function') import('./web.js');
else import('./node.js');
