import setPhrases from './set-phrases.json' with { type: 'json' };
import wrongWords from './wrong-words.json' with { type: 'json' };

/** A set term (规范提法) with its known mis-writings. Data: set-phrases.json. */
export interface SetPhrase {
  readonly term: string;
  readonly group: string;
  /** What a numeric abbreviation stands for. */
  readonly expansion?: string;
  /** The items of the list only describe, and are right in any order. */
  readonly anyOrder?: boolean;
  /** The document its wording is from. */
  readonly source?: string;
  /** Right wordings that differ from the term by one character: no near misses. */
  readonly also?: readonly string[];
  readonly wrong?: readonly {
    readonly text: string;
    /** Drop-in replacement; without one the writer is told and nothing is changed. */
    readonly fix?: string;
    /** A tolerated form: a hint, no more. */
    readonly hint?: boolean;
    /** Only where this pattern matches. */
    readonly when?: string;
    /** Documents of an earlier year are right to use the older wording. */
    readonly since?: number;
  }[];
}

/** A wrong word and the right one. Data: wrong-words.json. */
export interface WrongWord {
  readonly wrong: string;
  readonly right: string;
  /** `slip`: no legitimate reading; `variant`: an older or tolerated form; `confusable`: wrong in this company. */
  readonly kind: 'slip' | 'variant' | 'confusable';
  readonly hint?: boolean;
  readonly when?: string;
  readonly why?: string;
}

export const SET_PHRASES: readonly SetPhrase[] = setPhrases;
export const WRONG_WORDS = wrongWords as readonly WrongWord[];
