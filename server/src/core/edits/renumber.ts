import { type Numbers, referenceEdits } from '../analysis/references/references.js';
import { isSame, lastOf } from '../base/lists.js';
import type { TextEdit } from '../base/text.js';
import { withNumber } from '../document/label.js';
import type { ParsedSummary, Section } from '../document/model.js';

/**
 * Edits that number siblings consecutively, keeping the form of each label; every
 * reference to one of them follows it. They start at 1 when any sibling is 1, else at the first one's
 * number: an excerpt may begin later.
 */
export function renumberWithReferences(
  summary: ParsedSummary,
  siblings: readonly Section[],
): TextEdit[] {
  return renumberTo(summary, newNumbers(siblings));
}

/** Edits that number every list of siblings in the document consecutively; references follow. */
export function renumberDocument(summary: ParsedSummary): TextEdit[] {
  const lists = siblingLists(summary.sections);
  return renumberTo(summary, new Map(lists.flatMap((list) => [...newNumbers(list)])));
}

/**
 * Edits that give sections these numbers; references follow, and so do the first numbers of what stands
 * below them: 1.2 below 2 becomes 2.2. Sections that have theirs already may be among them.
 */
export function renumberTo(
  summary: ParsedSummary,
  numbers: ReadonlyMap<Section, number>,
): TextEdit[] {
  const changed = changedNumbers(summary.sections, numbers);
  const labels = [...changed].map(([{ label, labelSpan }, { number, outer }]) => ({
    span: labelSpan,
    newText: withNumber(label!, number, outer),
  }));
  return [...labels, ...referenceEdits(summary, changed)].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

/** What changes of the labels of all sections when some get these numbers. */
function changedNumbers(
  sections: readonly Section[],
  numbers: ReadonlyMap<Section, number>,
): Map<Section, Numbers> {
  const changed = new Map<Section, Numbers>();
  // All that changes lies within the lines of these sections.
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (const { line, endLine } of numbers.keys()) {
    first = Math.min(first, line);
    last = Math.max(last, endLine);
  }
  const walk = (
    list: readonly Section[],
    typedAbove: readonly number[],
    above: readonly number[],
  ) => {
    for (const section of list) {
      if (section.endLine < first || section.line > last) continue;
      const { label, children } = section;
      if (label === null) {
        walk(children, typedAbove, above);
        continue;
      }
      const number = numbers.get(section) ?? label.number;
      const count = label.outer.length;
      const follows = numbers.has(section) || isSame(label.outer, lastOf(typedAbove, count));
      const outer = follows && above.length >= count ? lastOf(above, count) : label.outer;
      if (number !== label.number || !isSame(outer, label.outer)) {
        changed.set(section, { number, outer });
      }
      if (children.length === 0) continue;
      walk(children, [...typedAbove, label.number], [...above, number]);
    }
  };
  walk(sections, [], []);
  return changed;
}

/** The siblings that are numbered in one sequence with a section, itself among them. */
export function siblingsOf(summary: ParsedSummary, section: Section): readonly Section[] {
  return siblingLists(summary.sections).find((list) => list.includes(section)) ?? [section];
}

/** The number that each of some siblings is to have. */
function newNumbers(siblings: readonly Section[]): Map<Section, number> {
  const numbers = siblings.map(({ label }) => label?.number ?? 0);
  const start = numbers.includes(1) ? 1 : (numbers[0] ?? 1);
  return new Map(siblings.map((section, index) => [section, start + index]));
}

/**
 * Lists of labelled siblings that are numbered in one sequence. A run that a table interrupts goes on
 * after it where its first number is the next one.
 */
export function siblingLists(
  sections: readonly Section[],
  lists: Section[][] = [],
): readonly Section[][] {
  let current: Section[] = [];
  for (const section of sections) {
    if (section.label !== null) {
      const previous = current.at(-1);
      const goesOn =
        previous !== undefined &&
        (previous.run === section.run ||
          (previous.label!.form === section.label.form &&
            previous.label!.number + 1 === section.label.number));
      if (!goesOn) {
        current = [];
        lists.push(current);
      }
      current.push(section);
    }
    siblingLists(section.children, lists);
  }
  return lists;
}
