// Written by `npm run gen` from the files in rules/. Do not edit.
import type { Rule } from './rule.js';
import adjacentApproximation from './rules/adjacent-approximation.js';
import angleBrackets from './rules/angle-brackets.js';
import circleZero from './rules/circle-zero.js';
import colonAfterAsFollows from './rules/colon-after-as-follows.js';
import commaBeforeAnd from './rules/comma-before-and.js';
import commaBeforeEtc from './rules/comma-before-etc.js';
import conflictingFigures from './rules/conflicting-figures.js';
import confusableWord from './rules/confusable-word.js';
import congressSession from './rules/congress-session.js';
import dashForm from './rules/dash-form.js';
import digitAndHanNumeral from './rules/digit-and-han-numeral.js';
import digitDate from './rules/digit-date.js';
import doubleApproximation from './rules/double-approximation.js';
import doubleCurrency from './rules/double-currency.js';
import doubledMark from './rules/doubled-mark.js';
import ellipsisAndEtc from './rules/ellipsis-and-etc.js';
import ellipsisForm from './rules/ellipsis-form.js';
import eventDateDot from './rules/event-date-dot.js';
import figurePrecision from './rules/figure-precision.js';
import fullStopInBrackets from './rules/full-stop-in-brackets.js';
import fullWidthCharacter from './rules/full-width-character.js';
import halfWidthBrackets from './rules/half-width-brackets.js';
import halfWidthMark from './rules/half-width-mark.js';
import halfWidthPeriod from './rules/half-width-period.js';
import impossibleDate from './rules/impossible-date.js';
import incompleteYearRange from './rules/incomplete-year-range.js';
import labelForm from './rules/label-form.js';
import labelNumber from './rules/label-number.js';
import lawWithoutTitleMarks from './rules/law-without-title-marks.js';
import markAtQuoteEnd from './rules/mark-at-quote-end.js';
import markBetweenQuotes from './rules/mark-between-quotes.js';
import measureWord from './rules/measure-word.js';
import missingEndMark from './rules/missing-end-mark.js';
import mixedDate from './rules/mixed-date.js';
import mustFix from './rules/must-fix.js';
import nameDot from './rules/name-dot.js';
import nearMissTerm from './rules/near-miss-term.js';
import nestedBrackets from './rules/nested-brackets.js';
import nestedQuotes from './rules/nested-quotes.js';
import ownTerm from './rules/own-term.js';
import pairedMarks from './rules/paired-marks.js';
import percentRange from './rules/percent-range.js';
import percentagePoints from './rules/percentage-points.js';
import questionMarkIndirect from './rules/question-mark-indirect.js';
import quotedAbbreviationMixed from './rules/quoted-abbreviation-mixed.js';
import rangeUnit from './rules/range-unit.js';
import relativeDate from './rules/relative-date.js';
import repeatedCharacter from './rules/repeated-character.js';
import setPhrase from './rules/set-phrase.js';
import shrunkByMultiples from './rules/shrunk-by-multiples.js';
import spaceInSentence from './rules/space-in-sentence.js';
import splitLargeNumber from './rules/split-large-number.js';
import straightQuotes from './rules/straight-quotes.js';
import sumOfParts from './rules/sum-of-parts.js';
import thousandsSeparator from './rules/thousands-separator.js';
import titleMarkMisuse from './rules/title-mark-misuse.js';
import trailingSpace from './rules/trailing-space.js';
import twoAsQuantity from './rules/two-as-quantity.js';
import twoColons from './rules/two-colons.js';
import twoDigitYear from './rules/two-digit-year.js';
import unitForm from './rules/unit-form.js';
import vagueDigit from './rules/vague-digit.js';
import wordVariant from './rules/word-variant.js';
import wrongWeekday from './rules/wrong-weekday.js';
import wrongWord from './rules/wrong-word.js';
import yearMismatch from './rules/year-mismatch.js';
import zeroPaddedDate from './rules/zero-padded-date.js';

export const RULES: readonly Rule[] = [
  adjacentApproximation,
  angleBrackets,
  circleZero,
  colonAfterAsFollows,
  commaBeforeAnd,
  commaBeforeEtc,
  conflictingFigures,
  confusableWord,
  congressSession,
  dashForm,
  digitAndHanNumeral,
  digitDate,
  doubleApproximation,
  doubleCurrency,
  doubledMark,
  ellipsisAndEtc,
  ellipsisForm,
  eventDateDot,
  figurePrecision,
  fullStopInBrackets,
  fullWidthCharacter,
  halfWidthBrackets,
  halfWidthMark,
  halfWidthPeriod,
  impossibleDate,
  incompleteYearRange,
  labelForm,
  labelNumber,
  lawWithoutTitleMarks,
  markAtQuoteEnd,
  markBetweenQuotes,
  measureWord,
  missingEndMark,
  mixedDate,
  mustFix,
  nameDot,
  nearMissTerm,
  nestedBrackets,
  nestedQuotes,
  ownTerm,
  pairedMarks,
  percentRange,
  percentagePoints,
  questionMarkIndirect,
  quotedAbbreviationMixed,
  rangeUnit,
  relativeDate,
  repeatedCharacter,
  setPhrase,
  shrunkByMultiples,
  spaceInSentence,
  splitLargeNumber,
  straightQuotes,
  sumOfParts,
  thousandsSeparator,
  titleMarkMisuse,
  trailingSpace,
  twoAsQuantity,
  twoColons,
  twoDigitYear,
  unitForm,
  vagueDigit,
  wordVariant,
  wrongWeekday,
  wrongWord,
  yearMismatch,
  zeroPaddedDate,
];
