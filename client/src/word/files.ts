/** What `dist/word.js` offers. Types alone: the code is loaded when it is first needed. */
export type WordFiles = typeof import('#server/word/write/index');
