/** Text that comes from a PDF, a web page or an English keyboard, made plain Chinese prose. */

import { lastAtMost } from '../base/sorted-array.js';
import { isHan } from '../base/text.js';
import { readLabel } from '../document/label.js';

/** Lines that are shorter than this share of the longest one end a paragraph. */
const FULL_LINE = 0.8;

const wide = (character: string | undefined) =>
  character !== undefined &&
  (isHan(character.charCodeAt(0)) || /[，。、；：？！“”‘’（）《》〈〉【】…—·]/.test(character));

/** White space that has no business in Chinese: beside a Han character or a mark of full width, unless it stands between words of another script. */
function withoutStraySpaces(line: string): string {
  const indent = /^[ \t\u00a0\u3000]*/.exec(line)![0];
  const body = line
    .slice(indent.length)
    .replace(/(?<![ \t\u00a0\u2000-\u200b\u3000])[ \t\u00a0\u2000-\u200b\u3000]+$/, '');
  const cleaned = body.replace(/[ \t\u00a0\u2000-\u200b\u202f\u3000]+/g, (space, at: number) => {
    return wide(body[at - 1]) || wide(body[at + space.length]) ? '' : ' ';
  });
  return indent.replace(/[^\u3000]/g, '') + cleaned;
}

/**
 * Joins lines that a page broke, removes stray blanks and blank lines between, and makes straight
 * quotes Chinese ones. A line ends its paragraph when it ends with a full stop, is clearly shorter
 * than the others, or when the next one begins with a label or an indent.
 */
export function cleanCopy(text: string): string {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u00ad\u200b-\u200d\u2060]/g, '')
    .split('\n')
    .map((line) => line.replace(/(?<![ \t\u00a0\u3000])[ \t\u00a0\u3000]+$/, ''));
  const filled = lines.filter((line) => line.trim() !== '');
  const longest = filled.reduce((most, line) => Math.max(most, line.trim().length), 0);
  const paragraphs: string[] = [];
  let open = false;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const bare = line.replace(/^[ \t\u00a0\u3000]+/, '');
    const begins =
      /^(?:\u3000|[ \t]{2,})/.test(line) || readLabel(bare) !== null || /^[-*•●▪#]/.test(bare);
    const last = paragraphs.length - 1;
    if (open && !begins && last >= 0) {
      // Between words of another script a line break was a space.
      const glue =
        /[A-Za-z0-9]/.test(paragraphs[last]!.at(-1) ?? '') && /^[A-Za-z0-9]/.test(bare) ? ' ' : '';
      paragraphs[last] += glue + bare;
    } else paragraphs.push(line);
    const full = line.trim().length >= longest * FULL_LINE;
    open = full && !/[。！？：；…]["”’）]?$/.test(bare) && longest >= 15;
  }
  return paragraphs.map((paragraph) => chineseQuotes(withoutStraySpaces(paragraph))).join('\n');
}

/** True when {@link cleanCopy} would have something to do besides line ends. */
export function needsCleaning(text: string): boolean {
  const plain = text.replace(/\r\n?/g, '\n');
  return cleanCopy(plain) !== plain.replace(/(?<!\n)\n+$/, '');
}

/** Longest quotation whose marks are thought to belong together, in UTF-16 units. */
const LONGEST_QUOTE = 120;

/**
 * Straight quotation marks as Chinese ones, in pairs inside a line and only round Chinese text; an
 * odd mark, inches, code and English stay as they are.
 */
export function chineseQuotes(text: string): string {
  return text
    .split('\n')
    .map((line) => paired(paired(line, '"', '“', '”'), "'", '‘', '’'))
    .join('\n');
}

function paired(line: string, mark: string, open: string, close: string): string {
  // 5'10" measures, name="a" is code, don't is a word.
  const skip = mark === '"' ? /[\d=]/ : /[A-Za-z0-9=]/;
  if (!line.includes(mark)) return line;
  const wideAt = [...line.matchAll(/[\u3400-\u9fff]/g)].map(({ index }) => index);
  const wideBetween = (from: number, to: number) =>
    (wideAt[lastAtMost(wideAt, to - 1)] ?? -1) > from;
  const marks: number[] = [];
  for (let at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + 1)) {
    if (!skip.test(line[at - 1] ?? '')) marks.push(at);
    else if (marks.length % 2 === 1 && wideBetween(marks.at(-1)!, at)) marks.push(at);
  }
  if (marks.length % 2 === 1) return line;
  let result = '';
  let done = 0;
  for (let i = 0; i + 1 < marks.length; i += 2) {
    const [from, to] = [marks[i]!, marks[i + 1]!];
    if (to - from > LONGEST_QUOTE || !wideBetween(from, to)) continue;
    result += line.slice(done, from) + open + line.slice(from + 1, to) + close;
    done = to + 1;
  }
  return result + line.slice(done);
}
