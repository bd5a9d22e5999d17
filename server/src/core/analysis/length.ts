/** How long a summary and its sections are: Word's 字数, lines and pages of an official document. */

import { countCharacters } from '../base/word-count.js';
import { headingOf } from '../document/label.js';
import type { MarkdownLine } from '../document/markdown.js';
import { type ParsedSummary, type Section, walkSections } from '../document/model.js';
import {
  type Bounds,
  type Fit,
  fitOf,
  NO_TARGETS,
  type SectionTarget,
  type Targets,
} from '../settings/length-targets.js';
import { lastTextLines } from './section-end.js';

/** A page of GB/T 9704—2012 5.2.3: 22 lines of 28 characters. */
export const LINES_PER_PAGE = 22;
export const CHARACTERS_PER_LINE = 28;
/** The title is set in 二号, of which 20 fit into the width of 28 characters of 三号. */
const TITLE_CHARACTERS_PER_LINE = 20;

export interface Length {
  /** Word's 字数. */
  readonly characters: number;
  readonly target: Bounds | null;
  /** Null without a target. */
  readonly fit: Fit | null;
}

export interface SectionLength extends Length {
  readonly section: Section;
}

export interface Measure extends Length {
  /** Estimated A4 pages; 0 for a document without text. */
  readonly pages: number;
  /** Parents before children, which are counted to them too; a sign-off is counted to the document alone. */
  readonly sections: readonly SectionLength[];
}

/** Measures a summary against its targets. Linear in its length. */
export function measureSections(summary: ParsedSummary, targets: Targets = NO_TARGETS): Measure {
  const upTo = charactersBefore(summary);
  const lastLine = lastTextLines(summary);
  const length = (characters: number, target: Bounds | null): Length => ({
    characters,
    target,
    fit: target === null ? null : fitOf(characters, target),
  });
  return {
    ...length(upTo.at(-1)!, targets.document),
    pages: Math.ceil(printedLines(summary) / LINES_PER_PAGE),
    sections: walkSections(summary.sections).map((section) => ({
      section,
      ...length(upTo[lastLine(section) + 1]! - upTo[section.line]!, targetOf(section, targets)),
    })),
  };
}

/** The target whose words are in the heading; of several the longest, which says most. */
function targetOf(section: Section, { sections }: Targets): Bounds | null {
  const whole = headingOf(section);
  let best: SectionTarget | null = null;
  for (const target of sections) {
    const longer = target.heading.length > (best?.heading.length ?? 0);
    if (longer && whole.includes(target.heading)) best = target;
  }
  return best?.bounds ?? null;
}

/**
 * Word's 字数 of what stands before each line, and of the whole text at the end. Markdown's own signs
 * are not counted: in Word they are not there.
 */
export function charactersBefore({ text, markdown, lines }: ParsedSummary): number[] {
  const counts = [0];
  for (const { index, start, end } of lines) {
    const own =
      markdown === null
        ? countCharacters(text, start, end)
        : countCharacters(withoutMarkup(text.slice(start, end), markdown.lines[index]!));
    counts.push(counts.at(-1)! + own);
  }
  return counts;
}

/** The words of a line of Markdown. Of an opaque line, those of a quotation or a table row; code and comments have none. */
function withoutMarkup(line: string, { opaque, heading, underlined }: MarkdownLine): string {
  if (opaque === 'quote') return line.replace(/^[\s>]+/, '').replace(/\*\*/g, '');
  if (opaque === 'table') return /^[\s|:-]+$/.test(line) ? '' : line.replace(/\|/g, ' ');
  if (opaque !== null) return '';
  const text =
    heading > 0 && !underlined
      ? line.replace(/^[^#]*#+/, '').replace(/(?<![ \t])[ \t]+#+[ \t]*$/, '')
      : line.replace(/^\uFEFF?[ \t]*[-*+](?=[ \t])/, '');
  return text.replace(/\*\*/g, '').replace(/!?\[([^[\]]{0,200})\]\([^)]{0,400}\)/g, '$1');
}

/**
 * Lines that the text takes when it is set as GB/T 9704—2012 7.3 asks: paragraphs indented by two
 * characters, a blank line below the title and above attachments and signature, attachments on a page
 * of their own. An estimate: what may not begin a line is not looked at.
 */
function printedLines({ text, paragraphs }: ParsedSummary): number {
  let printed = 0;
  let titled = false;
  for (const [index, { start, end, kind }] of paragraphs.entries()) {
    const content = text.slice(start, end).replace(/^#+\s*|\*\*/g, '');
    const width = widthOf(content);
    if (titled && kind !== 'title' && kind !== 'subtitle') {
      printed++;
      titled = false;
    }
    switch (kind) {
      case 'title':
        printed += Math.max(1, Math.ceil(width / TITLE_CHARACTERS_PER_LINE));
        titled = true;
        break;
      case 'subtitle':
      case 'addressee':
      case 'date':
        printed += Math.max(1, Math.ceil(width / CHARACTERS_PER_LINE));
        break;
      case 'attachment-mark':
        printed = Math.ceil(printed / LINES_PER_PAGE) * LINES_PER_PAGE + 1;
        break;
      case 'attachment-notice':
      case 'signature':
        if (paragraphs[index - 1]?.kind !== kind) printed++;
        printed += Math.ceil((width + 2) / CHARACTERS_PER_LINE);
        break;
      default:
        printed += Math.ceil((width + 2) / CHARACTERS_PER_LINE);
    }
  }
  return printed;
}

/** Width in full-width characters: Latin letters, digits and spaces take half of one. */
function widthOf(text: string): number {
  let halves = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // A pair of surrogates is one character: its halves count one each.
    halves += code < 0x2010 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
  }
  return halves / 2;
}
