import { referenceEdits } from '../analysis/references/references.js';
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

/** Edits that give sections these numbers; references follow. Sections that have theirs already may be among them. */
export function renumberTo(
  summary: ParsedSummary,
  numbers: ReadonlyMap<Section, number>,
): TextEdit[] {
  const changed = new Map(
    [...numbers].filter(([{ label }, number]) => label !== null && label.number !== number),
  );
  return [...labelEdits(changed), ...referenceEdits(summary, changed)].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

/** The siblings that are numbered in one sequence with a section, itself among them. */
export function siblingsOf(summary: ParsedSummary, section: Section): readonly Section[] {
  return siblingLists(summary.sections).find((list) => list.includes(section)) ?? [section];
}

/** The siblings whose number is not the right one, each with the right one. */
function newNumbers(siblings: readonly Section[]): Map<Section, number> {
  const numbers = siblings.map(({ label }) => label?.number ?? 0);
  const start = numbers.includes(1) ? 1 : (numbers[0] ?? 1);
  return new Map(
    siblings.flatMap((section, index): [Section, number][] =>
      section.label === null || section.label.number === start + index
        ? []
        : [[section, start + index]],
    ),
  );
}

function labelEdits(numbers: ReadonlyMap<Section, number>): TextEdit[] {
  return [...numbers].map(([{ label, labelSpan }, number]) => ({
    span: labelSpan,
    newText: withNumber(label!, number),
  }));
}

/**
 * Lists of labelled siblings that are numbered in one sequence. A run that a table interrupts goes on
 * behind it where its first number is the next one.
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
          (previous.label!.level === section.label.level &&
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
