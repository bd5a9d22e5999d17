import { lastAtMost } from '../base/sorted-array.js';

/** A section of an outline by its lines, 0-based and both inclusive, those below it within. */
interface PlacedSection<Section> {
  readonly line: number;
  readonly endLine: number;
  readonly children: readonly Section[];
}

/** How many of the problems that begin on these lines stand in each section, with all below it. */
export function problemsBySection<Section extends PlacedSection<Section>>(
  sections: readonly Section[],
  lines: readonly number[],
): Map<Section, number> {
  const inOrder: { readonly section: Section; readonly parent: number }[] = [];
  const list = (siblings: readonly Section[], parent: number) => {
    for (const section of siblings) {
      inOrder.push({ section, parent });
      list(section.children, inOrder.length - 1);
    }
  };
  list(sections, -1);
  const starts = inOrder.map(({ section }) => section.line);
  const counts = inOrder.map(() => 0);
  for (const line of lines) {
    let index = lastAtMost(starts, line);
    while (index >= 0 && inOrder[index]!.section.endLine < line) index = inOrder[index]!.parent;
    if (index >= 0) counts[index]!++;
  }
  for (let index = inOrder.length - 1; index >= 0; index--) {
    const { parent } = inOrder[index]!;
    if (parent >= 0) counts[parent]! += counts[index]!;
  }
  return new Map(inOrder.map(({ section }, index) => [section, counts[index]!]));
}
