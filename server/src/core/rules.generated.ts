// Written by `npm run gen` from the files in rules/. Do not edit.
import type { Rule } from './rule.js';
import commaBeforeEtc from './rules/comma-before-etc.js';
import confusableWord from './rules/confusable-word.js';
import doubleApproximation from './rules/double-approximation.js';
import doubledMark from './rules/doubled-mark.js';
import ellipsisAndEtc from './rules/ellipsis-and-etc.js';
import ellipsisForm from './rules/ellipsis-form.js';
import halfWidthMark from './rules/half-width-mark.js';
import impossibleDate from './rules/impossible-date.js';
import labelForm from './rules/label-form.js';
import labelNumber from './rules/label-number.js';
import mustFix from './rules/must-fix.js';
import nearMissTerm from './rules/near-miss-term.js';
import ownTerm from './rules/own-term.js';
import pairedMarks from './rules/paired-marks.js';
import repeatedCharacter from './rules/repeated-character.js';
import setPhrase from './rules/set-phrase.js';
import shrunkByMultiples from './rules/shrunk-by-multiples.js';
import trailingSpace from './rules/trailing-space.js';
import wordVariant from './rules/word-variant.js';
import wrongWord from './rules/wrong-word.js';

export const RULES: readonly Rule[] = [
  commaBeforeEtc,
  confusableWord,
  doubleApproximation,
  doubledMark,
  ellipsisAndEtc,
  ellipsisForm,
  halfWidthMark,
  impossibleDate,
  labelForm,
  labelNumber,
  mustFix,
  nearMissTerm,
  ownTerm,
  pairedMarks,
  repeatedCharacter,
  setPhrase,
  shrunkByMultiples,
  trailingSpace,
  wordVariant,
  wrongWord,
];
