/** What rules found in the paragraphs of a version, rule by rule. */

import { changedRange } from '../base/lists.js';
import { firstAtLeast } from '../base/sorted-array.js';
import type { ReadParagraph, RuleResult } from './paragraphs.js';

/** What one rule found, one paragraph after another. */
export interface GatheredOfRule {
  readonly results: readonly RuleResult[];
  /** For each result the index of its paragraph. */
  readonly paragraphs: readonly number[];
}

const NOTHING: GatheredOfRule = { results: [], paragraphs: [] };

/**
 * The results of all paragraphs by the number of their rule. From one version to the next most paragraphs
 * are the very same: only those between the first and the last that are not are gone through. What did
 * not change is the same object.
 */
export class Gathered {
  private constructor(
    private readonly paragraphs: readonly ReadParagraph[],
    private readonly ofRules: ReadonlyMap<number, GatheredOfRule>,
  ) {}

  static readonly NONE = new Gathered([], new Map());

  of(rule: number): GatheredOfRule {
    return this.ofRules.get(rule) ?? NOTHING;
  }

  /** The same for the paragraphs of another version, in some of which more was found since. */
  next(paragraphs: readonly ReadParagraph[], changed: ReadonlySet<ReadParagraph>): Gathered {
    let { start, end, previousEnd } = changedRange(this.paragraphs, paragraphs);
    if (changed.size > 0) {
      const isChanged = (paragraph: ReadParagraph) => changed.has(paragraph);
      const first = paragraphs.findIndex(isChanged);
      const last = paragraphs.findLastIndex(isChanged);
      if (first >= 0) start = Math.min(start, first);
      previousEnd += Math.max(0, last + 1 - end);
      end = Math.max(end, last + 1);
    }
    const added = new Map<number, { results: RuleResult[]; paragraphs: number[] }>();
    for (let paragraph = start; paragraph < end; paragraph++) {
      const { results, idleResults } = paragraphs[paragraph]!;
      for (const result of idleResults === null ? results : [...results, ...idleResults]) {
        let own = added.get(result.rule);
        if (own === undefined) {
          own = { results: [], paragraphs: [] };
          added.set(result.rule, own);
        }
        own.results.push(result);
        own.paragraphs.push(paragraph);
      }
    }
    const ofRules = new Map<number, GatheredOfRule>(added);
    for (const [rule, known] of this.ofRules) {
      const own = added.get(rule) ?? NOTHING;
      ofRules.set(rule, spliced(known, start, previousEnd, end - previousEnd, own));
    }
    return new Gathered(paragraphs, ofRules);
  }
}

/** With what is added in place of what was found in the paragraphs from `start` to before `end`; those after have moved. */
function spliced(
  known: GatheredOfRule,
  start: number,
  end: number,
  moved: number,
  added: GatheredOfRule,
): GatheredOfRule {
  const from = firstAtLeast(known.paragraphs, start);
  const to = firstAtLeast(known.paragraphs, end);
  const after = known.paragraphs.length - to;
  if (from === to && added.results.length === 0 && (moved === 0 || after === 0)) return known;
  const results = known.results.slice(0, from).concat(added.results, known.results.slice(to));
  const paragraphs = known.paragraphs.slice(0, from).concat(added.paragraphs);
  for (let index = to; index < known.paragraphs.length; index++) {
    paragraphs.push(known.paragraphs[index]! + moved);
  }
  return { results, paragraphs };
}
