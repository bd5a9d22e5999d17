/** What may speak against a value. */
import type { Localized } from '../../../base/localized.js';

export type ValueProblemCode =
  | 'empty'
  | 'line-break'
  | 'placeholder'
  | 'repeated-unit'
  | 'not-a-figure'
  | 'not-a-whole-number'
  | 'negative'
  | 'not-a-year'
  | 'not-a-date'
  | 'not-a-document-number'
  | 'not-a-contact'
  | 'only-digits'
  | 'two-digit-year'
  | 'zero-padded'
  | 'exact-before-approximation'
  | 'too-precise';

export interface ValueProblem {
  readonly code: ValueProblemCode;
  /** `error`: the value breaks its kind. `question`: it may be meant, so the writer is asked. */
  readonly level: 'error' | 'question';
  /** What is wrong and what to do. */
  readonly message: Localized;
}

/** What a value is checked against besides its kind. */
export interface ValueContext {
  /** The placeholder itself, such as `X月XX日`. */
  readonly text: string;
  /** The words before and after it on its line; 24 UTF-16 units are enough. */
  readonly before: string;
  readonly after: string;
}

export const error = (code: ValueProblemCode, zh: string, en: string): ValueProblem => ({
  code,
  level: 'error',
  message: { zh, en },
});
export const question = (code: ValueProblemCode, zh: string, en: string): ValueProblem => ({
  code,
  level: 'question',
  message: { zh, en },
});
