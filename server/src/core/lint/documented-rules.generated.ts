// Written by `npm run gen` from the files in rules/. Do not edit.
import type { DocumentedRule } from './rule.js';
import * as addresseeColon from './rules/addressee-colon.js';
import * as adjacentApproximation from './rules/adjacent-approximation.js';
import * as angleBrackets from './rules/angle-brackets.js';
import * as attachmentNotice from './rules/attachment-notice.js';
import * as attachmentPage from './rules/attachment-page.js';
import * as brokenParallel from './rules/broken-parallel.js';
import * as brokenReference from './rules/broken-reference.js';
import * as circleZero from './rules/circle-zero.js';
import * as climbingLevel from './rules/climbing-level.js';
import * as colloquialWord from './rules/colloquial-word.js';
import * as colonAfterAsFollows from './rules/colon-after-as-follows.js';
import * as commaBeforeAnd from './rules/comma-before-and.js';
import * as commaBeforeEtc from './rules/comma-before-etc.js';
import * as conflictingFigures from './rules/conflicting-figures.js';
import * as confusableWord from './rules/confusable-word.js';
import * as congressSession from './rules/congress-session.js';
import * as conjunctionPair from './rules/conjunction-pair.js';
import * as danglingSubject from './rules/dangling-subject.js';
import * as dashForm from './rules/dash-form.js';
import * as dateAfterSigning from './rules/date-after-signing.js';
import * as digitAndHanNumeral from './rules/digit-and-han-numeral.js';
import * as digitDate from './rules/digit-date.js';
import * as documentNumber from './rules/document-number.js';
import * as doubleApproximation from './rules/double-approximation.js';
import * as doubleCurrency from './rules/double-currency.js';
import * as doubledMark from './rules/doubled-mark.js';
import * as ellipsisAndEtc from './rules/ellipsis-and-etc.js';
import * as ellipsisForm from './rules/ellipsis-form.js';
import * as emptyLabel from './rules/empty-label.js';
import * as enumerationGap from './rules/enumeration-gap.js';
import * as enumerationLeadIn from './rules/enumeration-lead-in.js';
import * as eventDateDot from './rules/event-date-dot.js';
import * as figurePrecision from './rules/figure-precision.js';
import * as fullStopInBrackets from './rules/full-stop-in-brackets.js';
import * as fullWidthCharacter from './rules/full-width-character.js';
import * as futureInResults from './rules/future-in-results.js';
import * as growthInMultiples from './rules/growth-in-multiples.js';
import * as halfWidthBrackets from './rules/half-width-brackets.js';
import * as halfWidthLabel from './rules/half-width-label.js';
import * as halfWidthMark from './rules/half-width-mark.js';
import * as headingEndMark from './rules/heading-end-mark.js';
import * as headingInnerMark from './rules/heading-inner-mark.js';
import * as headingShape from './rules/heading-shape.js';
import * as impossibleDate from './rules/impossible-date.js';
import * as incompleteYearRange from './rules/incomplete-year-range.js';
import * as inconsistentName from './rules/inconsistent-name.js';
import * as invisibleCharacter from './rules/invisible-character.js';
import * as labelForm from './rules/label-form.js';
import * as labelNumber from './rules/label-number.js';
import * as labelStart from './rules/label-start.js';
import * as labelWithoutMark from './rules/label-without-mark.js';
import * as lawWithoutTitleMarks from './rules/law-without-title-marks.js';
import * as letterForDigit from './rules/letter-for-digit.js';
import * as likelyTypo from './rules/likely-typo.js';
import * as longHeading from './rules/long-heading.js';
import * as longParagraph from './rules/long-paragraph.js';
import * as longSentence from './rules/long-sentence.js';
import * as markAfterEnumerator from './rules/mark-after-enumerator.js';
import * as markAtQuoteEnd from './rules/mark-at-quote-end.js';
import * as markBeforeDe from './rules/mark-before-de.js';
import * as markBetweenQuotes from './rules/mark-between-quotes.js';
import * as measureWord from './rules/measure-word.js';
import * as missingDocumentPart from './rules/missing-document-part.js';
import * as missingEndMark from './rules/missing-end-mark.js';
import * as missingHead from './rules/missing-head.js';
import * as missingPreposition from './rules/missing-preposition.js';
import * as missingSection from './rules/missing-section.js';
import * as missingSubheadings from './rules/missing-subheadings.js';
import * as mixedDate from './rules/mixed-date.js';
import * as mixedEnumeration from './rules/mixed-enumeration.js';
import * as mixedHeadingEnd from './rules/mixed-heading-end.js';
import * as mixedLabelForm from './rules/mixed-label-form.js';
import * as mixedPlaceholderStyle from './rules/mixed-placeholder-style.js';
import * as mixedStructure from './rules/mixed-structure.js';
import * as mixedVoice from './rules/mixed-voice.js';
import * as mojibake from './rules/mojibake.js';
import * as mustFix from './rules/must-fix.js';
import * as nameDot from './rules/name-dot.js';
import * as nearMissTerm from './rules/near-miss-term.js';
import * as nestedBrackets from './rules/nested-brackets.js';
import * as nestedQuotes from './rules/nested-quotes.js';
import * as ordinalMark from './rules/ordinal-mark.js';
import * as ownNumbering from './rules/own-numbering.js';
import * as ownTerm from './rules/own-term.js';
import * as pairedMarks from './rules/paired-marks.js';
import * as percentRange from './rules/percent-range.js';
import * as percentagePoints from './rules/percentage-points.js';
import * as questionMarkIndirect from './rules/question-mark-indirect.js';
import * as quotedAbbreviationMixed from './rules/quoted-abbreviation-mixed.js';
import * as rangeHyphen from './rules/range-hyphen.js';
import * as rangeMark from './rules/range-mark.js';
import * as rangeUnit from './rules/range-unit.js';
import * as redundantWords from './rules/redundant-words.js';
import * as relativeDate from './rules/relative-date.js';
import * as repeatedCharacter from './rules/repeated-character.js';
import * as repeatedPhrase from './rules/repeated-phrase.js';
import * as repeatedSentence from './rules/repeated-sentence.js';
import * as repeatedVerb from './rules/repeated-verb.js';
import * as repeatedWord from './rules/repeated-word.js';
import * as semicolonBetweenSentences from './rules/semicolon-between-sentences.js';
import * as setPhrase from './rules/set-phrase.js';
import * as shrunkByMultiples from './rules/shrunk-by-multiples.js';
import * as signatoryNames from './rules/signatory-names.js';
import * as similarParagraph from './rules/similar-paragraph.js';
import * as singleChild from './rules/single-child.js';
import * as spaceAfterLabel from './rules/space-after-label.js';
import * as spaceInSentence from './rules/space-in-sentence.js';
import * as splitLargeNumber from './rules/split-large-number.js';
import * as statedCount from './rules/stated-count.js';
import * as statedGrowth from './rules/stated-growth.js';
import * as statedShare from './rules/stated-share.js';
import * as straightQuotes from './rules/straight-quotes.js';
import * as structuralParticle from './rules/structural-particle.js';
import * as sumOfParts from './rules/sum-of-parts.js';
import * as superlative from './rules/superlative.js';
import * as termOrder from './rules/term-order.js';
import * as thousandsSeparator from './rules/thousands-separator.js';
import * as titleMarkMisuse from './rules/title-mark-misuse.js';
import * as tooManyLevels from './rules/too-many-levels.js';
import * as trailingSpace from './rules/trailing-space.js';
import * as twoAsQuantity from './rules/two-as-quantity.js';
import * as twoColons from './rules/two-colons.js';
import * as twoDigitYear from './rules/two-digit-year.js';
import * as typedTwice from './rules/typed-twice.js';
import * as unexplainedAbbreviation from './rules/unexplained-abbreviation.js';
import * as unitForm from './rules/unit-form.js';
import * as unusedAbbreviation from './rules/unused-abbreviation.js';
import * as vagueDigit from './rules/vague-digit.js';
import * as verbObjectClash from './rules/verb-object-clash.js';
import * as wordVariant from './rules/word-variant.js';
import * as wrongWeekday from './rules/wrong-weekday.js';
import * as wrongWord from './rules/wrong-word.js';
import * as yearMismatch from './rules/year-mismatch.js';
import * as zeroPaddedDate from './rules/zero-padded-date.js';

/** For generators and tests; what ships has the rules alone. */
export const DOCUMENTED_RULES: readonly DocumentedRule[] = [
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
].map(({ default: rule, examples }) => ({ ...rule, examples }));
