/** Between typed labels in plain paragraphs and Markdown headings. No word is lost either way. */

import { isBlank, lineAt, lineEndOf, type TextEdit } from '../base/text.js';
import { highestNumber, styleOfForm, withNumber } from '../document/label.js';
import { gbForm } from '../document/label-forms.js';
import {
  type Paragraph,
  type ParsedSummary,
  type Section,
  walkSections,
} from '../document/model.js';

/** Markdown has no deeper headings. */
const DEEPEST = 6;

/**
 * Edits that turn typed labels into Markdown headings, labels kept: `#` for the title, `##` for 一、 and
 * so on inwards. A list of run-in headings becomes bold sentences, which stay run-in; where only some
 * of a list are, their body goes below the heading. Plain text gets blank lines between paragraphs,
 * which Markdown would run together. The outline stays the same.
 */
export function toMarkdownHeadings(summary: ParsedSummary): TextEdit[] {
  const { text, title, sections, lines, markdown } = summary;
  const edits: TextEdit[] = [];
  const paragraphs = new Map(summary.paragraphs.map((paragraph) => [paragraph.line, paragraph]));
  const end = lineEndOf(text);

  if (title !== null) {
    const line = lines[lineAt(lines, title.start)]!;
    const before = text.slice(line.start, title.start);
    if (!before.includes('#') && markdown?.lines[line.index]?.underlined !== true) {
      const start = line.start + (before.startsWith('\uFEFF') ? 1 : 0);
      edits.push({ span: { start, end: title.start }, newText: '# ' });
    }
  }

  const convert = (list: readonly Section[], depth: number | null) => {
    const hashed = depth !== null && depth <= DEEPEST && becomesHeadings(list, paragraphs);
    for (const section of list) {
      const paragraph = paragraphs.get(section.line);
      let below = hashed ? depth + 1 : null;
      if (section.hashes > 0) below = section.hashes + 1;
      else if (hashed) edits.push(...asHeading(summary, section, paragraph, depth, end));
      else if (paragraph?.kind === 'run-in') edits.push(...asBold(summary, section, paragraph));
      convert(section.children, below);
    }
  };
  const first = sections.find(({ hashes }) => hashes > 0);
  convert(sections, first?.hashes ?? 2);
  if (edits.length > 0 && summary.syntax === 'plain') edits.push(...paragraphBreaks(summary, end));
  return edits.sort((a, b) => a.span.start - b.span.start);
}

function paragraphBreaks({ lines, paragraphs }: ParsedSummary, end: string): TextEdit[] {
  return paragraphs.flatMap(({ endLine }, index) => {
    if (paragraphs[index + 1]?.line !== endLine + 1) return [];
    const at = lines[endLine]!.end;
    return [{ span: { start: at, end: at }, newText: end }];
  });
}

/** A typed label stands inside the `#` heading before it, so siblings become headings together or not at all. */
function becomesHeadings(
  list: readonly Section[],
  paragraphs: ReadonlyMap<number, Paragraph>,
): boolean {
  return list.some(({ hashes, line }) => hashes > 0 || paragraphs.get(line)?.kind === 'heading');
}

function asHeading(
  { text, lines }: ParsedSummary,
  { line, labelSpan }: Section,
  paragraph: Paragraph | undefined,
  depth: number,
  end: string,
): TextEdit[] {
  let { start } = lines[line]!;
  if (text[start] === '\uFEFF') start++;
  let at = labelSpan.start;
  // Bold stays what it is.
  while (at > start && text[at - 1] === '*') at--;
  const edits: TextEdit[] = [{ span: { start, end: at }, newText: `${'#'.repeat(depth)} ` }];
  if (paragraph?.kind === 'run-in') {
    let from = paragraph.bodyStart;
    while (from > labelSpan.end && isBlank(text.charCodeAt(from - 1))) from--;
    edits.push({ span: { start: from, end: paragraph.bodyStart }, newText: end + end });
  }
  return edits;
}

function asBold(
  { text }: ParsedSummary,
  { labelSpan }: Section,
  { bodyStart }: Paragraph,
): TextEdit[] {
  if (text.slice(Math.max(0, labelSpan.start - 2), labelSpan.start) === '**') return [];
  let from = bodyStart;
  while (from > labelSpan.end && isBlank(text.charCodeAt(from - 1))) from--;
  if (text.slice(labelSpan.start, from).includes('*')) return [];
  return [
    { span: { start: labelSpan.start, end: labelSpan.start }, newText: '**' },
    { span: { start: from, end: from }, newText: '**' },
  ];
}

/**
 * Edits that turn Markdown headings into paragraphs with typed labels: `#` and the bold of run-in
 * headings go. Headings without labels get one where a whole list has none, so that the outline stays.
 * `summary` is read as Markdown, whatever the file is called.
 */
export function toPlainLabels(summary: ParsedSummary): TextEdit[] {
  const { text, title, lines, markdown } = summary;
  const edits: TextEdit[] = [];
  if (title !== null) {
    const { index, start, end } = lines[lineAt(lines, title.start)]!;
    if (markdown?.lines[index]?.underlined) edits.push(withoutUnderline(summary, index));
    else edits.push(...withoutHashes(text, start, title.start, end, ''));
  }
  const convert = (list: readonly Section[], level: number) => {
    const bare = list.every(
      ({ label, hashes, children }) =>
        label === null && hashes > 0 && !holdsLabelAbove(children, level),
    );
    const form = bare ? gbForm(level) : undefined;
    const style = form && styleOfForm(form.id);
    const isEnough = style !== undefined && list.length <= highestNumber(style);
    for (const [index, section] of list.entries()) {
      const { start, end } = lines[section.line]!;
      const label = isEnough ? withNumber(style, index + 1) : '';
      if (section.underlined) {
        const { start: at } = section.labelSpan;
        if (label !== '') edits.push({ span: { start: at, end: at }, newText: label });
        edits.push(withoutUnderline(summary, section.line));
      } else if (section.hashes > 0) {
        edits.push(...withoutHashes(text, start, section.labelSpan.start, end, label));
      } else edits.push(...withoutBold(text, section, end));
      convert(section.children, (section.label?.level ?? level) + 1);
    }
  };
  convert(summary.sections, 1);
  return edits.sort((a, b) => a.span.start - b.span.start);
}

/** True when a typed label inside is of this level or above it: 一、 below would no longer be inside 一、. */
function holdsLabelAbove(children: readonly Section[], level: number): boolean {
  return walkSections(children).some(({ label }) => label !== null && label.level <= level);
}

/** Takes away the line that makes a heading of the one above it. */
function withoutUnderline({ lines }: ParsedSummary, heading: number): TextEdit {
  return { span: { start: lines[heading]!.end, end: lines[heading + 1]!.end }, newText: '' };
}

/** Takes `## ` from before a heading's text and `##` from after it, and puts a label in their place. */
function withoutHashes(
  text: string,
  lineStart: number,
  at: number,
  lineEnd: number,
  label: string,
): TextEdit[] {
  const before = /^\uFEFF?[ ]{0,3}(#{1,6}[ \t\u3000]*)/.exec(text.slice(lineStart, at));
  if (before === null) return [];
  const hashesEnd = lineStart + before[0].length;
  const edits = [
    { span: { start: hashesEnd - before[1]!.length, end: hashesEnd }, newText: label },
  ];
  const closing = /(?<![ \t])[ \t]+#+[ \t]*$/.exec(text.slice(hashesEnd, lineEnd));
  if (closing !== null) {
    const start = hashesEnd + closing.index;
    edits.push({ span: { start, end: lineEnd }, newText: '' });
  }
  return edits;
}

function withoutBold(text: string, { labelSpan }: Section, lineEnd: number): TextEdit[] {
  const start = labelSpan.start - 2;
  if (start < 0 || text.slice(start, labelSpan.start) !== '**') return [];
  const close = text.slice(0, lineEnd).indexOf('**', labelSpan.end);
  if (close < 0) return [];
  return [
    { span: { start, end: labelSpan.start }, newText: '' },
    { span: { start: close, end: close + 2 }, newText: '' },
  ];
}
