import { assistant } from './assistant/index.js';
import { caret } from './caret.js';
import { configurationFile } from './configuration-file.js';
import type { Feature } from './feature.js';
import { filling } from './filling/index.js';
import { firstRun } from './first-run.js';
import { folderCheck } from './folder-check/index.js';
import { mojibake } from './mojibake.js';
import { newSummary } from './new-summary.js';
import { outlineView } from './outline/index.js';
import { paste } from './paste/index.js';
import { countChosen } from './phrases/chosen.js';
import { ownPhrases } from './phrases/index.js';
import { placeholders } from './placeholders/index.js';
import { rulePages } from './rule-pages.js';
import { recognitionStatus } from './status.js';
import { word } from './word/index.js';
import { writing } from './writing/index.js';

/** All that the client adds to the language server's standard features, a line each. */
export const FEATURES: readonly Feature[] = [
  recognitionStatus,
  mojibake,
  configurationFile,
  rulePages,
  caret,
  writing,
  placeholders,
  newSummary,
  paste,
  countChosen,
  ownPhrases,
  word,
  outlineView,
  filling,
  assistant,
  firstRun,
  folderCheck,
];
