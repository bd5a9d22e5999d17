import type { Span } from '../base/text.js';
import type { Summary } from '../document/document.js';
import { paragraphText } from '../document/paragraph-record.js';
import { FRONT } from '../document/paragraph-roles.js';
import { hasTellingWord, titleOf } from '../document/title.js';

/** Shorter texts are notes or drafts just begun: they need no sign-off and no complete outline. */
const SHORTEST_SUMMARY = 600;

const SUMMARY_TITLE = /总结|小结|汇报|述职|(?:工作|情况|完成)报告/;
const SPEECH =
  /^(?:各位|同志们|尊敬的|代表们|委员们|朋友们)[^。]{0,30}[：:！!]?$|^(?:——)?[^。]{0,30}在[^。]{2,60}上的?(?:讲话|报告|发言)?$/;

/** A text speaks of 工作 once in this many characters, or it is no summary: statutes and minutes stay far below. */
const MENTION_EVERY = 200;
/** The beginning of a very long text tells. UTF-16 units. */
const LOOK = 100_000;

function speaksOfWork({ structure, length }: Summary): boolean {
  let read = 0;
  let mentions = 0;
  for (const record of structure.paragraphs) {
    if (read >= LOOK) break;
    const text = paragraphText(record);
    read += text.length;
    for (let at = text.indexOf('工作'); at >= 0; at = text.indexOf('工作', at + 2)) mentions++;
  }
  return mentions * MENTION_EVERY >= Math.min(length, LOOK);
}

/** True for a work summary of some length: by its title, or by two headings and constant talk of 工作. */
export function isWorkSummary(summary: Summary): boolean {
  const { title, length } = summary;
  if (length < SHORTEST_SUMMARY || !summary.hasSections(1, 2)) return false;
  if (title !== null) {
    const words = titleOf(summary) + subtitleOf(summary);
    if (SUMMARY_TITLE.test(words)) return true;
    if (hasTellingWord(words)) return false;
  }
  return speaksOfWork(summary);
}

function subtitleOf({ structure }: Summary): string {
  const front = structure.paragraphs.slice(0, FRONT);
  return front
    .filter(({ kind }) => kind === 'subtitle')
    .map(paragraphText)
    .join('');
}

/** True when the text is read out at a meeting: it opens with 各位代表, or says so below its title. */
export function isSpeech({ structure }: Summary): boolean {
  return structure.paragraphs
    .slice(0, FRONT)
    .some((record) => record.length <= 100 && SPEECH.test(paragraphText(record).trim()));
}

/** Where a finding about the whole document goes: the opening words of its first paragraph. */
export function openingWords(summary: Summary): Span | null {
  const first = summary.paragraph(0);
  if (first === null) return null;
  const { start } = first;
  const line = summary.slice(start, Math.min(first.end, start + 50));
  const length = line.search(/[，。：；，\r\n]/);
  return { start, end: start + (length > 0 ? length : line.length) };
}
