import type { Span } from '../base/text.js';

/** The months that a figure is about, whole ones. */
export interface Period {
  /** Months since January of the year 0, both inclusive; fractions for weeks. */
  readonly from: number;
  readonly to: number;
  /** As a writer says it: 2026年上半年. */
  readonly text: string;
}

/** A change over the year before that stands after a figure. */
export interface StatedGrowth {
  /** In per cent, below 0 for a decrease. */
  readonly percent: number;
  /** The number as typed, without the sign. */
  readonly text: string;
  readonly span: Span;
}

/** One figure of the work done, as a document gives it. */
export interface LedgerEntry {
  /** What is counted, without light verbs: 培训班, 接待读者. */
  readonly indicator: string;
  /** The number as typed with 万 or 亿: 3.2万, 三十七. */
  readonly number: string;
  /** As typed, without 万 and 亿: 元, 人次. */
  readonly unit: string;
  /** In {@link base}; the exact value lies between `least` and `most`, which rounding leaves open. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** The unit in which figures are compared: 名 is 人, 公斤 is 千克; 人次 stays apart. */
  readonly base: string;
  /** About, more than, less than: it is compared with nothing and added to nothing. */
  readonly isVague: boolean;
  /** A target or a plan, and no result. */
  readonly isPlan: boolean;
  /** Null where the text does not say which whole months. */
  readonly period: Period | null;
  /** Whose figure it is: the office of the document, or whom or what area the sentence names. Empty where nothing says. */
  readonly office: string;
  /** The office by the name under which figures are compared: 𠮷水区 for 全区, where the document says which that is. */
  readonly owner: string;
  readonly growth: StatedGrowth | null;
  /** From the first word of the indicator to the unit. UTF-16 offsets in the document. */
  readonly span: Span;
  /** 0-based. */
  readonly line: number;
}
