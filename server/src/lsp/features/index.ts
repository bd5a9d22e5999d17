// Written by `npm run gen` from the files beside it. Do not edit.
import type { Feature } from '../session.js';
import { carefulCheck } from './careful-check.js';
import { checkFiles } from './check-files.js';
import { codeActions } from './code-actions.js';
import { completion } from './completion.js';
import { configuration } from './configuration.js';
import { diagnostics } from './diagnostics.js';
import { exportCheck } from './export-check.js';
import { fillPlaceholder } from './fill-placeholder.js';
import { fillTable } from './fill-table.js';
import { finalCheck } from './final-check.js';
import { formatting } from './formatting.js';
import { goToSection } from './go-to-section.js';
import { hover } from './hover.js';
import { length } from './length.js';
import { merge } from './merge.js';
import { outline } from './outline.js';
import { phrasing } from './phrasing.js';
import { placeholders } from './placeholders.js';
import { references } from './references.js';
import { rename } from './rename.js';
import { report } from './report.js';
import { sections } from './sections.js';
import { template } from './template.js';
import { writing } from './writing.js';

/** All that the server does, a line each. No two may answer the same request. */
export const FEATURES: readonly Feature[] = [
  carefulCheck,
  checkFiles,
  codeActions,
  completion,
  configuration,
  diagnostics,
  exportCheck,
  fillPlaceholder,
  fillTable,
  finalCheck,
  formatting,
  goToSection,
  hover,
  length,
  merge,
  outline,
  phrasing,
  placeholders,
  references,
  rename,
  report,
  sections,
  template,
  writing,
];
