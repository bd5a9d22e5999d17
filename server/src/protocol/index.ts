// Written by `npm run gen` from the files beside it. Do not edit.
/**
 * What client and server say to each other beyond the LSP. Own requests are named `workSummary/…` and
 * documented where they are declared, with the types of what is sent and answered; only constants and plain
 * types, because both sides bundle them.
 */

export * from './careful-check.js';
export * from './client.js';
export * from './common.js';
export * from './configuration.js';
export * from './fill-table.js';
export * from './final-check.js';
export * from './fixes.js';
export * from './merge.js';
export * from './messages.js';
export * from './new-summary.js';
export * from './outline.js';
export * from './phrases.js';
export * from './placeholders.js';
export * from './report.js';
export * from './template.js';
export * from './writing.js';
