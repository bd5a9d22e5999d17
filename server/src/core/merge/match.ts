/** Which heading of the frame a section of a source belongs under. */
import { bigramsOf, diceCoefficient } from '../base/bigrams.js';
import type { ParsedSummary, Section } from '../document/model.js';
import { rolesOf } from '../phrases/caret-context.js';
import type { Role } from '../phrases/model.js';
import type { MergeFrame, Slot } from './model.js';
import type { ReadSection } from './pieces.js';
import { withoutMarks } from './sentences.js';

/** From this similarity of their bigrams on, two headings are one. */
const SAME_HEADING = 0.6;

/** General headings, which say only that work was done: their text goes under the frame's heading for results. */
const GENERAL =
  /^(?:[\d年度上下半季月周一二三四今本全的]*)?(?:主要|重点|各项)?(?:工作|任务|业务|履职|目标)(?:的?(?:主要|总体))?(?:开展|完成|落实|进展|推进|执行|回顾|总结|成效|成绩|做法|情况|及|和|与|、|主要|工作|亮点)*$/;

const roleOf = (title: string): Role => rolesOf(title)[0] ?? 'results';

/** The headings of the frame in document order; where it was made from a kind, the outer ones alone. */
export function slotsOf({ summary, isKind }: MergeFrame): Slot[] {
  const walk = (sections: readonly Section[], parent: Slot | null): Slot[] =>
    sections.flatMap((section) => {
      const slot: Slot = {
        id: `f:${section.line}`,
        parent: parent?.id ?? null,
        title: section.title,
        depth: (parent?.depth ?? 0) + 1,
        role: parent?.role ?? roleOf(section.title),
        line: section.line,
      };
      return [slot, ...(isKind ? [] : walk(section.children, slot))];
    });
  return walk(summary.sections, null);
}

export interface Match {
  readonly slot: Slot;
  /** True where the frame's heading stands for the source's, which is left out. */
  readonly replacesHeading: boolean;
}

/** The outer slot for an outer section; null where none is for it. */
export function matchOuter(
  read: ReadSection,
  siblings: readonly ReadSection[],
  slots: readonly Slot[],
): Match | null {
  const outer = slots.filter(({ depth }) => depth === 1);
  const { title } = read.section;
  const byWords = bestByWords(title, outer);
  if (byWords !== null) return { slot: byWords, replacesHeading: true };
  const roles = rolesOf(title);
  for (const role of roles) {
    const candidates = outer.filter((slot) => slot.role === role);
    if (candidates.length !== 1 || (role === 'results' && !GENERAL.test(title))) continue;
    return { slot: candidates[0]!, replacesHeading: true };
  }
  // What stands before the problems, whatever its heading, is work.
  const results = outer.filter(({ role }) => role === 'results');
  const index = siblings.indexOf(read);
  const problemsIndex = siblings.findIndex(({ section }) =>
    rolesOf(section.title).some(
      (role) => role === 'problems' || role === 'causes' || role === 'next',
    ),
  );
  const isWork = !roles.some((role) => role === 'problems' || role === 'causes' || role === 'next');
  if (results.length === 1 && isWork && (problemsIndex < 0 || index < problemsIndex)) {
    return { slot: results[0]!, replacesHeading: false };
  }
  return null;
}

/** The slot below one, by the words of a heading. */
export const matchBelow = (title: string, slots: readonly Slot[], parent: Slot): Slot | null =>
  bestByWords(
    title,
    slots.filter((slot) => slot.parent === parent.id),
  );

function bestByWords(title: string, slots: readonly Slot[]): Slot | null {
  const words = withoutMarks(title);
  const exact = slots.find((slot) => withoutMarks(slot.title) === words);
  if (exact !== undefined) return exact;
  const bigrams = bigramsOf(words);
  let best: Slot | null = null;
  let most = SAME_HEADING;
  for (const slot of slots) {
    const similarity = diceCoefficient(bigrams, bigramsOf(withoutMarks(slot.title)));
    if (similarity < most) continue;
    most = similarity;
    best = slot;
  }
  return best;
}

/** Sections of the frame by their line. */
export function sectionsByLine({ sections }: ParsedSummary): Map<number, Section> {
  const found = new Map<number, Section>();
  const walk = (list: readonly Section[]) => {
    for (const section of list) {
      found.set(section.line, section);
      walk(section.children);
    }
  };
  walk(sections);
  return found;
}
