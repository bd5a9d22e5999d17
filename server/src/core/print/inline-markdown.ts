import type { SyntaxNode } from '@lezer/common';
import { type MarkdownText, withoutEscapes } from '../document/markdown.js';
import type { Run } from './blocks.js';

/** A run and where its text begins in the source (UTF-16). */
export interface PlacedRun extends Run {
  readonly at: number;
}

type Look = Omit<Run, 'text'>;

/** Nodes that only say how what they enclose looks. */
const LOOKS: Readonly<Record<string, Look>> = {
  StrongEmphasis: { bold: true },
  Emphasis: { italic: true },
  Strikethrough: { strike: true },
  InlineCode: { code: true },
};

/** The mark of a footnote. */
const NOTE = /^\[\^([^\]\s]{1,40})\]$/;

/** Nodes that print nothing. */
const UNPRINTED =
  /^(?:(?:Header|Emphasis|Strikethrough|Code|Link|Quote)Mark|LinkTitle|LinkLabel|URL|HardBreak|Comment)$/;

/**
 * What a stretch of a Markdown text prints: emphasis, code, links, pictures, escapes. A mark without
 * its partner is text. With `breaks`, as in cells, `<br>` ends a line. Never throws.
 */
export function inlineRuns(
  text: string,
  markdown: MarkdownText,
  start: number,
  end: number,
  { breaks = false }: { readonly breaks?: boolean } = {},
): PlacedRun[] {
  const runs: PlacedRun[] = [];
  /** All before this has been told. */
  let at = start;
  const skip = (to: number) => {
    at = Math.max(at, Math.min(to, end));
  };
  const add = (to: number, look: Look) => {
    const from = at;
    skip(to);
    if (at > from) push(runs, { ...look, text: text.slice(from, at), at: from });
  };
  const readAll = (node: SyntaxNode, look: Look, isRead = (_: SyntaxNode) => true) => {
    for (
      let child = node.childAfter(start);
      child !== null && child.from < end;
      child = child.nextSibling
    ) {
      if (isRead(child)) read(child, look);
    }
  };
  const read = (node: SyntaxNode, look: Look) => {
    const { name, from, to } = node;
    const own = LOOKS[name];
    if (own !== undefined) {
      add(from, look);
      readAll(node, { ...look, ...own });
      add(to, { ...look, ...own });
    } else if (name === 'Link' || name === 'Image') {
      const target = markdown.targetOf(node) ?? '';
      if (target === '' && name === 'Link') {
        const note = NOTE.exec(text.slice(from, to))?.[1];
        if (note !== undefined && from >= at && to <= end) {
          add(from, look);
          push(runs, { ...look, text: text.slice(from, to), at, note });
          return skip(to);
        }
      }
      // What leads nowhere is words in brackets.
      if (target === '') return readAll(node, look, (child) => !UNPRINTED.test(child.name));
      add(from, look);
      if (name === 'Image') {
        push(runs, { ...look, text: descriptionOf(text, node), at, image: target });
        return skip(to);
      }
      readAll(node, { ...look, link: target });
    } else if (breaks && name === 'HTMLTag' && /^<br\s*\/?>$/i.test(text.slice(from, to))) {
      add(from, look);
      if (to <= end) push(runs, { ...look, text: '\n', at });
      skip(to);
    } else if (name === 'Autolink') {
      add(from, look);
      skip(from + 1);
      add(to - 1, { ...look, link: text.slice(from + 1, to - 1) });
      skip(to);
    } else if (name === 'Escape') {
      add(from, look);
      skip(from + 1);
      add(to, look);
    } else if (UNPRINTED.test(name)) {
      add(from, look);
      skip(to);
    } else if (name !== 'LinkReference') readAll(node, look);
  };
  readAll(markdown.tree.topNode, {});
  add(end, {});
  return runs;
}

function descriptionOf(text: string, image: SyntaxNode): string {
  const [open, close] = image.getChildren('LinkMark');
  return withoutEscapes(text.slice(open!.to, close!.from));
}

/** Adds a run; text in the look of the run before, right after it, becomes part of that. */
function push(runs: PlacedRun[], run: PlacedRun): void {
  const last = runs.at(-1);
  if (last !== undefined && last.at + last.text.length === run.at && sameLook(last, run)) {
    runs[runs.length - 1] = { ...last, text: last.text + run.text };
  } else runs.push(run);
}

/** True when two runs look alike and neither is a picture or the mark of a footnote. */
export function sameLook(a: Run, b: Run): boolean {
  return (
    a.image === undefined &&
    b.image === undefined &&
    a.note === undefined &&
    b.note === undefined &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.strike === b.strike &&
    a.code === b.code &&
    a.link === b.link &&
    a.heading === b.heading
  );
}
