import { assistant } from './assistant/index.js';
import { carefulCheck } from './careful-check.js';
import { caret } from './caret.js';
import { configurationFile } from './configuration-file.js';
import type { Feature } from './feature.js';
import { oldFigures } from './filling/memory.js';
import { firstRun } from './first-run.js';
import { origins } from './merge/origins.js';
import { mojibake } from './mojibake.js';
import { onDemand } from './on-demand/index.js';
import { outlineView } from './outline/index.js';
import { paste } from './paste/index.js';
import { countChosen } from './phrases/chosen.js';
import { followOwnPhraseFile } from './phrases/store.js';
import { placeholders } from './placeholders/index.js';
import { recognitionStatus } from './recognition-status.js';
import { rulePages } from './rule-pages.js';
import { symbols } from './symbols.js';
import { writing } from './writing/index.js';

/** All that the client adds to the language server's standard features, a line each. */
export const FEATURES: readonly Feature[] = [
  symbols,
  recognitionStatus,
  mojibake,
  origins,
  configurationFile,
  rulePages,
  caret,
  writing,
  placeholders,
  carefulCheck,
  paste,
  countChosen,
  followOwnPhraseFile,
  outlineView,
  oldFigures,
  onDemand,
  assistant,
  firstRun,
];
