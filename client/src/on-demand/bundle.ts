/** The features that most sessions never use: loaded when one of their commands is first run. */
import type { Feature } from '../feature.js';
import { filling } from '../filling/index.js';
import { folderCheck } from '../folder-check/index.js';
import { ledger } from '../ledger/index.js';
import { merge } from '../merge/index.js';
import { newSummary } from '../new-summary.js';
import { cleanSelection } from '../paste/clean-selection.js';
import { ownPhrases } from '../phrases/index.js';
import { reviewFixes } from '../review-fixes.js';
import { word } from '../word/index.js';

/** A feature that has to handle events before one of its commands is run does not belong here. */
export const FEATURES_ON_DEMAND: readonly Feature[] = [
  newSummary,
  ownPhrases,
  word,
  filling,
  cleanSelection,
  folderCheck,
  merge,
  ledger,
  reviewFixes,
];
