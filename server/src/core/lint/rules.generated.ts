// Written by `npm run gen` from the files in rules/. Do not edit.
import type { Rule } from './rule.js';
import addresseeColon from './rules/addressee-colon.js';
import adjacentApproximation from './rules/adjacent-approximation.js';
import angleBrackets from './rules/angle-brackets.js';
import attachmentNotice from './rules/attachment-notice.js';
import attachmentPage from './rules/attachment-page.js';
import brokenParallel from './rules/broken-parallel.js';
import brokenReference from './rules/broken-reference.js';
import circleZero from './rules/circle-zero.js';
import climbingLevel from './rules/climbing-level.js';
import colloquialWord from './rules/colloquial-word.js';
import colonAfterAsFollows from './rules/colon-after-as-follows.js';
import commaBeforeAnd from './rules/comma-before-and.js';
import commaBeforeEtc from './rules/comma-before-etc.js';
import conflictingFigures from './rules/conflicting-figures.js';
import confusableWord from './rules/confusable-word.js';
import congressSession from './rules/congress-session.js';
import conjunctionPair from './rules/conjunction-pair.js';
import danglingSubject from './rules/dangling-subject.js';
import dashForm from './rules/dash-form.js';
import dateAfterSigning from './rules/date-after-signing.js';
import digitAndHanNumeral from './rules/digit-and-han-numeral.js';
import digitDate from './rules/digit-date.js';
import documentNumber from './rules/document-number.js';
import doubleApproximation from './rules/double-approximation.js';
import doubleCurrency from './rules/double-currency.js';
import doubledMark from './rules/doubled-mark.js';
import ellipsisAndEtc from './rules/ellipsis-and-etc.js';
import ellipsisForm from './rules/ellipsis-form.js';
import emptyLabel from './rules/empty-label.js';
import enumerationGap from './rules/enumeration-gap.js';
import enumerationLeadIn from './rules/enumeration-lead-in.js';
import eventDateDot from './rules/event-date-dot.js';
import figurePrecision from './rules/figure-precision.js';
import fullStopInBrackets from './rules/full-stop-in-brackets.js';
import fullWidthCharacter from './rules/full-width-character.js';
import futureInResults from './rules/future-in-results.js';
import growthInMultiples from './rules/growth-in-multiples.js';
import halfWidthBrackets from './rules/half-width-brackets.js';
import halfWidthLabel from './rules/half-width-label.js';
import halfWidthMark from './rules/half-width-mark.js';
import headingEndMark from './rules/heading-end-mark.js';
import headingInnerMark from './rules/heading-inner-mark.js';
import headingShape from './rules/heading-shape.js';
import impossibleDate from './rules/impossible-date.js';
import incompleteYearRange from './rules/incomplete-year-range.js';
import inconsistentName from './rules/inconsistent-name.js';
import invisibleCharacter from './rules/invisible-character.js';
import labelForm from './rules/label-form.js';
import labelNumber from './rules/label-number.js';
import labelStart from './rules/label-start.js';
import labelWithoutMark from './rules/label-without-mark.js';
import lawWithoutTitleMarks from './rules/law-without-title-marks.js';
import letterForDigit from './rules/letter-for-digit.js';
import likelyTypo from './rules/likely-typo.js';
import longHeading from './rules/long-heading.js';
import longParagraph from './rules/long-paragraph.js';
import longSentence from './rules/long-sentence.js';
import markAfterEnumerator from './rules/mark-after-enumerator.js';
import markAtQuoteEnd from './rules/mark-at-quote-end.js';
import markBeforeDe from './rules/mark-before-de.js';
import markBetweenQuotes from './rules/mark-between-quotes.js';
import measureWord from './rules/measure-word.js';
import missingDocumentPart from './rules/missing-document-part.js';
import missingEndMark from './rules/missing-end-mark.js';
import missingHead from './rules/missing-head.js';
import missingPreposition from './rules/missing-preposition.js';
import missingSection from './rules/missing-section.js';
import missingSubheadings from './rules/missing-subheadings.js';
import mixedDate from './rules/mixed-date.js';
import mixedEnumeration from './rules/mixed-enumeration.js';
import mixedHeadingEnd from './rules/mixed-heading-end.js';
import mixedLabelForm from './rules/mixed-label-form.js';
import mixedPlaceholderStyle from './rules/mixed-placeholder-style.js';
import mixedStructure from './rules/mixed-structure.js';
import mixedVoice from './rules/mixed-voice.js';
import mojibake from './rules/mojibake.js';
import mustFix from './rules/must-fix.js';
import nameDot from './rules/name-dot.js';
import nearMissTerm from './rules/near-miss-term.js';
import nestedBrackets from './rules/nested-brackets.js';
import nestedQuotes from './rules/nested-quotes.js';
import ordinalMark from './rules/ordinal-mark.js';
import ownNumbering from './rules/own-numbering.js';
import ownTerm from './rules/own-term.js';
import pairedMarks from './rules/paired-marks.js';
import percentRange from './rules/percent-range.js';
import percentagePoints from './rules/percentage-points.js';
import questionMarkIndirect from './rules/question-mark-indirect.js';
import quotedAbbreviationMixed from './rules/quoted-abbreviation-mixed.js';
import rangeHyphen from './rules/range-hyphen.js';
import rangeMark from './rules/range-mark.js';
import rangeUnit from './rules/range-unit.js';
import redundantWords from './rules/redundant-words.js';
import relativeDate from './rules/relative-date.js';
import repeatedCharacter from './rules/repeated-character.js';
import repeatedPhrase from './rules/repeated-phrase.js';
import repeatedSentence from './rules/repeated-sentence.js';
import repeatedVerb from './rules/repeated-verb.js';
import repeatedWord from './rules/repeated-word.js';
import semicolonBetweenSentences from './rules/semicolon-between-sentences.js';
import setPhrase from './rules/set-phrase.js';
import shrunkByMultiples from './rules/shrunk-by-multiples.js';
import signatoryNames from './rules/signatory-names.js';
import similarParagraph from './rules/similar-paragraph.js';
import singleChild from './rules/single-child.js';
import spaceAfterLabel from './rules/space-after-label.js';
import spaceInSentence from './rules/space-in-sentence.js';
import splitLargeNumber from './rules/split-large-number.js';
import statedCount from './rules/stated-count.js';
import statedGrowth from './rules/stated-growth.js';
import statedShare from './rules/stated-share.js';
import straightQuotes from './rules/straight-quotes.js';
import structuralParticle from './rules/structural-particle.js';
import sumOfParts from './rules/sum-of-parts.js';
import superlative from './rules/superlative.js';
import termOrder from './rules/term-order.js';
import thousandsSeparator from './rules/thousands-separator.js';
import titleMarkMisuse from './rules/title-mark-misuse.js';
import tooManyLevels from './rules/too-many-levels.js';
import trailingSpace from './rules/trailing-space.js';
import twoAsQuantity from './rules/two-as-quantity.js';
import twoColons from './rules/two-colons.js';
import twoDigitYear from './rules/two-digit-year.js';
import typedTwice from './rules/typed-twice.js';
import unexplainedAbbreviation from './rules/unexplained-abbreviation.js';
import unitForm from './rules/unit-form.js';
import unusedAbbreviation from './rules/unused-abbreviation.js';
import vagueDigit from './rules/vague-digit.js';
import verbObjectClash from './rules/verb-object-clash.js';
import wordVariant from './rules/word-variant.js';
import wrongWeekday from './rules/wrong-weekday.js';
import wrongWord from './rules/wrong-word.js';
import yearMismatch from './rules/year-mismatch.js';
import zeroPaddedDate from './rules/zero-padded-date.js';

export const RULES: readonly Rule[] = [
  addresseeColon,
  adjacentApproximation,
  angleBrackets,
  attachmentNotice,
  attachmentPage,
  brokenParallel,
  brokenReference,
  circleZero,
  climbingLevel,
  colloquialWord,
  colonAfterAsFollows,
  commaBeforeAnd,
  commaBeforeEtc,
  conflictingFigures,
  confusableWord,
  congressSession,
  conjunctionPair,
  danglingSubject,
  dashForm,
  dateAfterSigning,
  digitAndHanNumeral,
  digitDate,
  documentNumber,
  doubleApproximation,
  doubleCurrency,
  doubledMark,
  ellipsisAndEtc,
  ellipsisForm,
  emptyLabel,
  enumerationGap,
  enumerationLeadIn,
  eventDateDot,
  figurePrecision,
  fullStopInBrackets,
  fullWidthCharacter,
  futureInResults,
  growthInMultiples,
  halfWidthBrackets,
  halfWidthLabel,
  halfWidthMark,
  headingEndMark,
  headingInnerMark,
  headingShape,
  impossibleDate,
  incompleteYearRange,
  inconsistentName,
  invisibleCharacter,
  labelForm,
  labelNumber,
  labelStart,
  labelWithoutMark,
  lawWithoutTitleMarks,
  letterForDigit,
  likelyTypo,
  longHeading,
  longParagraph,
  longSentence,
  markAfterEnumerator,
  markAtQuoteEnd,
  markBeforeDe,
  markBetweenQuotes,
  measureWord,
  missingDocumentPart,
  missingEndMark,
  missingHead,
  missingPreposition,
  missingSection,
  missingSubheadings,
  mixedDate,
  mixedEnumeration,
  mixedHeadingEnd,
  mixedLabelForm,
  mixedPlaceholderStyle,
  mixedStructure,
  mixedVoice,
  mojibake,
  mustFix,
  nameDot,
  nearMissTerm,
  nestedBrackets,
  nestedQuotes,
  ordinalMark,
  ownNumbering,
  ownTerm,
  pairedMarks,
  percentRange,
  percentagePoints,
  questionMarkIndirect,
  quotedAbbreviationMixed,
  rangeHyphen,
  rangeMark,
  rangeUnit,
  redundantWords,
  relativeDate,
  repeatedCharacter,
  repeatedPhrase,
  repeatedSentence,
  repeatedVerb,
  repeatedWord,
  semicolonBetweenSentences,
  setPhrase,
  shrunkByMultiples,
  signatoryNames,
  similarParagraph,
  singleChild,
  spaceAfterLabel,
  spaceInSentence,
  splitLargeNumber,
  statedCount,
  statedGrowth,
  statedShare,
  straightQuotes,
  structuralParticle,
  sumOfParts,
  superlative,
  termOrder,
  thousandsSeparator,
  titleMarkMisuse,
  tooManyLevels,
  trailingSpace,
  twoAsQuantity,
  twoColons,
  twoDigitYear,
  typedTwice,
  unexplainedAbbreviation,
  unitForm,
  unusedAbbreviation,
  vagueDigit,
  verbObjectClash,
  wordVariant,
  wrongWeekday,
  wrongWord,
  yearMismatch,
  zeroPaddedDate,
];
