// Written by `npm run gen` from the files in rules/. Do not edit.
import type { Rule } from './rule.js';
import labelForm from './rules/label-form.js';
import labelNumber from './rules/label-number.js';
import pairedMarks from './rules/paired-marks.js';
import repeatedCharacter from './rules/repeated-character.js';
import trailingSpace from './rules/trailing-space.js';

export const RULES: readonly Rule[] = [
  labelForm,
  labelNumber,
  pairedMarks,
  repeatedCharacter,
  trailingSpace,
];
