import type { Line, Span } from '../base/text.js';
import type { Label } from './label.js';
import type { MarkdownText } from './markdown.js';

/** How a document is read. Everything that is not Markdown is plain text. */
export type Syntax = 'plain' | 'markdown';

/** One section of the outline: a heading or numbered paragraph and all that belongs to it. */
export interface Section {
  /** Level by the form of the label (一、 is 1); by depth for a Markdown heading without one. */
  readonly level: number;
  /** Null for a Markdown heading without a typed label. */
  readonly label: Label | null;
  /** Where the label stands; empty at the title when there is none. */
  readonly labelSpan: Span;
  /** First sentence of the heading without its end mark. */
  readonly title: string;
  readonly titleSpan: Span;
  /** From the start of the heading's line to the end of the last non-blank line. */
  readonly span: Span;
  /** 0-based lines, both inclusive. */
  readonly line: number;
  readonly endLine: number;
  /** Number of `#`, 1 or 2 for a heading underlined with `===` or `---`, 0 for a typed label in a plain paragraph. */
  readonly hashes: number;
  /** The line below the heading belongs to it: it makes it one. */
  readonly underlined: boolean;
  /** True when body text follows the heading sentence in the same paragraph. */
  readonly runIn: boolean;
  /** Siblings are numbered consecutively only inside one run: a table, a fence or an attachment starts a new one. */
  readonly run: number;
  readonly children: readonly Section[];
}

/**
 * What a paragraph is in the layout of GB/T 9704—2012 7.3. `run-in` is a heading sentence with its
 * body after it; `item` a numbered or bulleted paragraph too long for a heading; `attachment-mark`
 * the line 附件 that opens an attachment's page.
 */
export type ParagraphKind =
  | 'title'
  | 'subtitle'
  | 'addressee'
  | 'heading'
  | 'run-in'
  | 'item'
  | 'body'
  | 'attachment-notice'
  | 'signature'
  | 'date'
  | 'note'
  | 'attachment-mark';

/** A paragraph of prose: one line, or several that an editor wrapped. Headings and the title are paragraphs too. */
export interface Paragraph extends Span {
  readonly kind: ParagraphKind;
  /** Where the body begins: after the heading sentence of a run-in heading, at `end` of a heading, else after the label. */
  readonly bodyStart: number;
  /** 0-based lines, both inclusive. */
  readonly line: number;
  readonly endLine: number;
}

/** What one parse knows. Immutable; every offset is a UTF-16 unit of `text`. */
export interface ParsedSummary {
  readonly text: string;
  /** The text between two offsets. After an edit the whole one has to be put together first. */
  slice(start: number, end: number): string;
  readonly syntax: Syntax;
  /** What Markdown makes of the text; null in plain text. */
  readonly markdown: MarkdownText | null;
  readonly lines: readonly Line[];
  readonly title: Span | null;
  /** Top-level sections in order; `children` hold the rest. */
  readonly sections: readonly Section[];
  readonly paragraphs: readonly Paragraph[];
  /** Code, tables, links, quotes, comments and front matter: no rule reads them. Sorted, never overlapping. */
  readonly exempt: readonly Span[];
}

/** All sections, parents before children, in document order. A list, because nested generators are slow. */
export function walkSections(sections: readonly Section[]): Section[] {
  const all: Section[] = [];
  const walk = (list: readonly Section[]) => {
    for (const section of list) {
      all.push(section);
      walk(section.children);
    }
  };
  walk(sections);
  return all;
}

/** The lists of siblings that are numbered consecutively, of these sections and all below them. */
export function siblingRuns(sections: readonly Section[], runs: Section[][] = []): Section[][] {
  let current: Section[] = [];
  for (const section of sections) {
    if (section.label !== null) {
      if (current.length > 0 && current[0]!.run === section.run) current.push(section);
      else {
        current = [section];
        runs.push(current);
      }
    }
    siblingRuns(section.children, runs);
  }
  return runs;
}
