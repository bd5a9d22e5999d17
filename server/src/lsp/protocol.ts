/**
 * What client and server say to each other beyond the LSP. Own requests are named `workSummary/…` and
 * documented where they are defined; only constants and plain types, because both sides bundle them.
 */

export * from './protocol/client.js';
export * from './protocol/common.js';
export * from './protocol/configuration.js';
export * from './protocol/filling.js';
export * from './protocol/final-check.js';
export * from './protocol/fixes.js';
export * from './protocol/new-summary.js';
export * from './protocol/outline.js';
export * from './protocol/phrases.js';
export * from './protocol/placeholders.js';
export * from './protocol/report.js';
export * from './protocol/template.js';
export * from './protocol/writing.js';
