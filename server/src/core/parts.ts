import type { Label } from './label.js';
import type { Paragraph, ParagraphKind } from './model.js';
import { isBlank } from './text.js';

/** A paragraph before it is known what it is for. Lines are 0-based, both inclusive. */
export interface PlainParagraph {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
}

/** A line that opens a section: `at` is the UTF-16 offset of its label, or of its text. */
interface LabelledLine {
  readonly line: number;
  readonly hashes: number;
  readonly label: Label | null;
  readonly at: number;
}

/** A heading is no longer than this, in UTF-16 units; a numbered sentence beyond it is body text. */
export const LONGEST_HEADING = 40;

/** How many paragraphs may follow the date of signing: notes, 抄送, 印发. */
const AFTER_DATE = 6;

const DATE_LINE =
  /^(?:[12]\d{3}|[二一][〇○零一二三四五六七八九]{3}|20[XxＸ×*]{2}|[XxＸ×]{2,4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[XxＸ×]{1,2})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[XxＸ×]{1,2})日)?$/;
const SUBTITLE = /^(?:——|[（(].{2,40}[）)]$)/;
const PERSON_LINE = /^[\u4e00-\u9fffXx×*○]{2,12}(?:[ \u3000]+[\u4e00-\u9fffXx×*○]{1,12}){0,3}$/;

/**
 * Tells what each paragraph is for: title, addressee, headings, body, attachments and sign-off
 * (GB/T 9704—2012 7.3). Where the signs are not clear a paragraph is `body`.
 */
export function nameParagraphs(
  text: string,
  paragraphs: readonly PlainParagraph[],
  openings: readonly LabelledLine[],
  titleLine: number,
): Paragraph[] {
  const opening = new Map(openings.map((line) => [line.line, line]));
  const content = (paragraph: PlainParagraph, limit = 60) =>
    text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + limit));
  const short = (paragraph: PlainParagraph, limit: number) =>
    paragraph.end - paragraph.start <= limit;

  const named = paragraphs.map((paragraph): Paragraph => {
    const { start, end, line } = paragraph;
    const opens = opening.get(line);
    if (line === titleLine) return { ...paragraph, kind: 'title', bodyStart: end };
    if (opens === undefined) {
      const item = /^[-*+] /.test(text.slice(start, start + 2));
      const mark = short(paragraph, 8) && /^附件\s*\d{0,2}$/.test(content(paragraph));
      const notice = /^附件[：:]/.test(content(paragraph, 3));
      const kind = mark ? 'attachment-mark' : notice ? 'attachment-notice' : item ? 'item' : 'body';
      return { ...paragraph, kind, bodyStart: start };
    }
    return { ...paragraph, ...headingOrItem(text, paragraph, opens) };
  });

  const rename = (index: number, kind: ParagraphKind) => {
    const paragraph = named[index]!;
    named[index] = { ...paragraph, kind, bodyStart: paragraph.start };
  };

  // Between title and first heading: sub-lines, then the organ addressed.
  const first = named.findIndex(({ kind }) => kind === 'heading' || kind === 'run-in');
  const front = first < 0 ? named.length : first;
  let subtitles = named[0]?.kind === 'title';
  for (let i = 0; i < Math.min(front, 8); i++) {
    const paragraph = named[i]!;
    if (paragraph.kind === 'title') continue;
    if (paragraph.kind !== 'body') break;
    const line = content(paragraph, 61);
    if (
      /^.{2,40}[：:]$/.test(line) &&
      !/[，。；]/.test(line) &&
      !/(?:如下|总结|汇报|报告)[：:]$/.test(line)
    ) {
      rename(i, 'addressee');
      break;
    }
    if (!subtitles || !short(paragraph, 50)) break;
    if (SUBTITLE.test(line) || DATE_LINE.test(line) || PERSON_LINE.test(line))
      rename(i, 'subtitle');
    else subtitles = false;
  }

  // The last date line of the text proper, the organ above it, the note below.
  const page = named.findIndex(({ kind }) => kind === 'attachment-mark');
  const end = page < 0 ? named.length : page;
  for (let i = end - 1; i >= Math.max(1, end - AFTER_DATE); i--) {
    const paragraph = named[i]!;
    if (paragraph.kind !== 'body' || !short(paragraph, 20)) continue;
    if (!DATE_LINE.test(content(paragraph))) continue;
    rename(i, 'date');
    for (let j = i - 1; j >= Math.max(1, i - 3); j--) {
      const above = named[j]!;
      const signs = above.kind === 'body' && short(above, 25);
      if (!signs || /[。，；：！？]/.test(content(above))) break;
      rename(j, 'signature');
    }
    for (let j = i + 1; j < end; j++) {
      if (named[j]!.kind === 'body' && /^[（(].*[）)]$/.test(content(named[j]!, 100))) {
        rename(j, 'note');
      }
    }
    break;
  }
  return named;
}

/** A labelled line that is one short sentence is a heading; with more behind that sentence, a run-in heading. */
function headingOrItem(
  text: string,
  { start, end }: PlainParagraph,
  { at, hashes, label }: LabelledLine,
): { kind: ParagraphKind; bodyStart: number } {
  const from = Math.max(start, at + (label?.marker.length ?? 0));
  const content = text.slice(from, end);
  const mark = content.search(/[。！？!?]/);
  if (hashes > 0) return { kind: 'heading', bodyStart: end };
  if (mark >= 0 && mark <= 60) {
    let after = from + mark + 1;
    while (after < end && /[*\s\u3000”’）]/.test(text[after]!)) after++;
    if (after < end) return { kind: 'run-in', bodyStart: after };
  }
  let body = from;
  while (body < end && isBlank(text.charCodeAt(body))) body++;
  return (end - from <= LONGEST_HEADING && mark < 0) ||
    (end - from <= LONGEST_HEADING && mark === content.length - 1)
    ? { kind: 'heading', bodyStart: end }
    : { kind: 'item', bodyStart: body };
}
