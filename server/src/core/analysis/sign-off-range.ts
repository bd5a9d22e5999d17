/** What stands after the last section and belongs to none: the parser counts it to the last one. */

import { firstAtLeast } from '../base/sorted-array.js';
import type { ParagraphKind, ParsedSummary, Section } from '../document/model.js';

/** Lines, the last one not included. 0-based. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

const SIGN_OFF: readonly ParagraphKind[] = ['attachment-notice', 'signature', 'date', 'note'];

/** A closing sentence is no longer than this, in UTF-16 units. */
const LONGEST_CLOSING = 60;

/** 特此报告。 以上报告，请予审议。 不妥之处，敬请批评指正。 They close the document, not its last section. */
const CLOSING =
  /^(?:特此(?:报告|汇报|总结|呈报|说明)|[妥当]否，|谢谢|(?:我的)?(?:述职|汇报|报告)(?:完毕|到此|完了)|以上(?:是|就是|为|报告|汇报|总结|述职)?[^。]*(?:请|指正|审议|审阅|评议|批示)|[^。]{0,20}(?:敬请|恳请|请予?)(?:各位)?[^。，]{0,8}(?:批评|指正|审议|审阅|评议|指示|批示)[^。]{0,8}。?$)/;

/**
 * Sign-off and attachments' front lines, each up to the next section: when sections move, these stay.
 * `sections` are all sections in document order.
 */
export function fixedLines(
  { text, lines, paragraphs }: ParsedSummary,
  sections: readonly Section[],
): LineRange[] {
  if (sections.length === 0) return [];
  const marks = paragraphs.filter(({ kind }) => kind === 'attachment-mark');
  const page = marks[0]?.line ?? lines.length;
  const last = sections.findLast(({ line }) => line < page)?.line ?? page;
  // The paragraphs of the last section of the text proper, its heading left out.
  const own = paragraphs.filter(({ line }) => line > last && line < page);
  let signOff = own.findIndex(({ kind }) => SIGN_OFF.includes(kind));
  if (signOff < 0) signOff = own.length;
  const closing = own[signOff - 1];
  const closes =
    closing?.kind === 'body' &&
    closing.end - closing.start <= LONGEST_CLOSING &&
    CLOSING.test(text.slice(closing.start, closing.end));
  const start = own[closes ? signOff - 1 : signOff]?.line;
  const headings = sections.map(({ line }) => line);
  const ranges: LineRange[] = [];
  for (const from of [...(start === undefined ? [] : [start]), ...marks.map(({ line }) => line)]) {
    const before = ranges.at(-1);
    // In front of the first section it stays anyway.
    if (from < sections[0]!.line || (before !== undefined && from < before.to)) continue;
    ranges.push({ from, to: headings[firstAtLeast(headings, from + 1)] ?? lines.length });
  }
  return ranges;
}
