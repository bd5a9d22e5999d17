import { charactersBefore } from '../analysis/length.js';
import type { Placeholder } from '../analysis/placeholders/placeholders.js';
import { lastAtMost } from '../base/sorted-array.js';
import type { Span } from '../base/text.js';
import { headingOf } from '../document/label.js';
import type { ParsedSummary } from '../document/model.js';
import { type Node, SectionTree } from '../edits/move-sections/tree.js';
import { withoutBold } from './without-bold.js';

/** A section as a list of contents shows it. Figures are of the section with all below it. */
export interface OutlineEntry {
  /** The label as typed; empty for a Markdown heading without one. */
  readonly marker: string;
  readonly title: string;
  /** 0-based lines, both inclusive; a sign-off after the last section does not count to it. */
  readonly line: number;
  readonly endLine: number;
  /** As Word counts 字数. */
  readonly characters: number;
  /** What is still to be filled in. */
  readonly placeholders: number;
  readonly children: readonly OutlineEntry[];
}

/** The outline with its figures. `placeholders` are those of the whole summary, in any order. */
export function outlineEntries(
  summary: ParsedSummary,
  placeholders: readonly Pick<Placeholder, 'span'>[],
): OutlineEntry[] {
  const tree = new SectionTree(summary);
  const nodes = [...tree.nodes()];
  const starts = nodes.map(({ section }) => section.span.start);
  const own = nodes.map((node) => spanOf(summary, node));
  const indexAt = ({ start }: Span): number | undefined => {
    const index = lastAtMost(starts, start);
    return start < (own[index]?.end ?? 0) ? index : undefined;
  };
  const open = new Array<number>(nodes.length).fill(0);
  for (const { span } of placeholders) {
    const index = indexAt(span);
    if (index !== undefined) open[index]!++;
  }
  const upTo = charactersBefore(summary);
  const indexOf = new Map(nodes.map((node, index) => [node, index]));

  const entryOf = (node: Node): OutlineEntry => {
    const { section, block } = node;
    const index = indexOf.get(node)!;
    const children = node.children.map(entryOf);
    let characters = upTo[block.content.to]! - upTo[block.content.from]!;
    let left = open[index]!;
    for (const child of children) {
      characters += child.characters;
      left += child.placeholders;
    }
    return {
      marker:
        section.label === null ? '' : headingOf({ label: section.label, title: ' ' }).slice(0, -1),
      title: withoutBold(section.title, summary.syntax),
      line: section.line,
      endLine: children.at(-1)?.endLine ?? block.content.to - 1,
      characters,
      placeholders: left,
      children,
    };
  };
  return tree.parts.flatMap(({ children }) => children.map(entryOf));
}

/** The section's own lines, without those of sections below it. */
function spanOf({ lines }: ParsedSummary, { block: { content } }: Node): Span {
  return { start: lines[content.from]!.start, end: lines[content.to - 1]!.end };
}
