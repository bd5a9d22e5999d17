import type { Localized } from '../base/localized.js';

/** How long a text should be, in Word's 字数; null where there is no bound. */
export interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
}

/** What the configuration says of the length of a document and of its sections. */
export interface Targets {
  readonly document: Bounds | null;
  readonly sections: readonly SectionTarget[];
}

export interface SectionTarget {
  /** Words of the heading: 存在的问题 also means 三、存在的问题和不足. */
  readonly heading: string;
  readonly bounds: Bounds;
}

export const NO_TARGETS: Targets = { document: null, sections: [] };

/** How a length compares with its target. */
export type Fit = 'under' | 'within' | 'over';

export function fitOf(characters: number, { min, max }: Bounds): Fit {
  if (max !== null && characters > max) return 'over';
  return min !== null && characters < min ? 'under' : 'within';
}

/** The bounds in words: 300—800字, 不少于300字. */
export function boundsText({ min, max }: Bounds): Localized {
  if (min !== null && max !== null) return { zh: `${min}—${max}字`, en: `${min}–${max}` };
  return min !== null
    ? { zh: `不少于${min}字`, en: `at least ${min}` }
    : { zh: `不超过${max}字`, en: `at most ${max}` };
}
