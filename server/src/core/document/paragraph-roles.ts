import { visible } from '../base/text.js';
import { isSigningDate } from './date-line.js';
import type { ParagraphKind } from './model.js';
import { type ParagraphRecord, paragraphText } from './paragraph-record.js';
import { PERSON_LINE } from './title.js';

/** How many of the first paragraphs may be sub-lines or name the organ addressed. */
export const FRONT = 8;

/** How many paragraphs may follow the date of signing: notes, 抄送, 印发. */
const AFTER_DATE = 6;

/** How many paragraphs above the date may be signatures. */
const SIGNATURES = 3;

/** How many of the last paragraphs may belong to the sign-off. */
export const BACK = AFTER_DATE + SIGNATURES + 1;

const SUBTITLE = /^(?:——|[（(].{2,40}[）)]$)/;

/** Where the text proper ends: at the page of the first attachment. */
export function endOfProper(paragraphs: readonly ParagraphRecord[]): number {
  const page = paragraphs.findIndex(({ kind }) => kind === 'attachment-mark');
  return page < 0 ? paragraphs.length : page;
}

/**
 * Tells what the paragraphs at both ends are for: sub-lines, addressee, sign-off, date, note
 * (GB/T 9704—2012 7.3). Where the signs are not clear a paragraph stays `body`. `lines` are their
 * first lines; `end` is where the text proper ends.
 */
export function nameParagraphs(
  paragraphs: readonly ParagraphRecord[],
  lines: Int32Array,
  end: number,
): ParagraphRecord[] {
  const named = [...paragraphs];
  const content = (record: ParagraphRecord, limit = 60) =>
    visible(paragraphText(record).slice(0, limit));
  const short = ({ length }: ParagraphRecord, limit: number) => length <= limit;
  const rename = (index: number, kind: ParagraphKind) => {
    named[index] = { ...named[index]!, kind, body: 0 };
  };

  // Between title and first heading: sub-lines, then the organ addressed.
  let subtitles = false;
  const title = named.slice(0, FRONT).findIndex(({ kind }) => kind === 'title');
  for (let i = Math.max(0, title); i < Math.min(named.length, FRONT); i++) {
    const paragraph = named[i]!;
    if (paragraph.kind === 'title') {
      subtitles = true;
      continue;
    }
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
    if (SUBTITLE.test(line) || isSigningDate(line) || PERSON_LINE.test(line)) rename(i, 'subtitle');
    else subtitles = false;
  }

  // The last date line of the text proper, the organ above it, the note below.
  for (let i = end - 1; i >= Math.max(1, end - AFTER_DATE); i--) {
    const paragraph = named[i]!;
    if (paragraph.kind !== 'body' || !short(paragraph, 20)) continue;
    if (!isSigningDate(content(paragraph))) continue;
    rename(i, 'date');
    for (let j = i - 1; j >= Math.max(1, i - SIGNATURES); j--) {
      const above = named[j]!;
      const isApart = lines[j]! + above.lines.length < lines[j + 1]!;
      // A blank line ends the sign-off; the date may stand apart.
      if (isApart && j < i - 1) break;
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
