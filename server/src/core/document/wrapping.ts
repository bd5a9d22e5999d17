/**
 * Whether two typed lines are one paragraph. A writer's paragraph is one line; only texts copied from
 * e-mail or PDF are wrapped. So a line goes on in the next one on evidence alone: it stops in
 * mid-sentence where the lines around it stop too, or it is plainly the middle of a long paragraph.
 */

import { isDateLine } from './date-line.js';
import { type LineFacts, LONGEST_HEADING } from './parsed-line.js';

/** A line of the text by its index; undefined outside it, and for what is no prose, such as code and the title. */
export type LineAt = (index: number) => LineFacts | undefined;

/** Whether a line goes on depends on so many lines above it, and on so many below it. */
const WRAP_REACH = 2;

/**
 * Two lines that a program wrapped differ by no more: a mark begins no line, so that it takes a word
 * down with it. In characters, of which a wide one takes two columns.
 */
const NEAR = 2;

/** As many columns are more than a heading or an entry of a list has. */
const WIDE = 60;

/** Marks that lines have together which are no headings and no entries of a list. */
const CLAUSES = 5;

/** UTF-16 units that no heading has: such a line without an end mark was cut. */
const LONG = LONGEST_HEADING + 10;

/** True when the lines at `index` and below it are one paragraph, unless the lower one opens a section. */
export function goesOnByItself(lineAt: LineAt, index: number): boolean {
  const line = lineAt(index);
  const below = lineAt(index + 1);
  if (line === undefined || below === undefined || !mayFlow(line, below)) return false;
  const above = lineAt(index - 1);
  return (
    isWrapped(lineAt, index, line, below) ||
    isBrokenOff(above, line, below) ||
    isCutOff(above, line, below)
  );
}

/** True where nothing speaks against one sentence in both lines. */
function mayFlow(line: LineFacts, below: LineFacts): boolean {
  return (
    line.stopsOpen &&
    line.contentEnd >= 20 &&
    !below.blank &&
    below.canContinue &&
    !line.endsInBreak &&
    !isLabelled(below) &&
    ![line, below].some(standsAlone) &&
    !(isDash(line) && !hasSentence(line)) &&
    !isDash(below) &&
    !/^[\u4e00-\u9fff]{2,6}[：:]\S.{0,12}$/.test(below.text)
  );
}

/** A row of a table, a notice of attachments and a date are lines of their own. */
function standsAlone(line: LineFacts): boolean {
  const { text, contentStart, contentEnd } = line;
  if (line.notice !== null || line.isAttachmentMark) return true;
  const content = text.slice(contentStart, contentEnd);
  return /\t|[ \u3000]{3}/.test(content) || isDateLine(content);
}

/** A subtitle, or an entry of a list. */
function isDash(line: LineFacts): boolean {
  return /^(?:——|――|--)/.test(line.content(2));
}

/** A label that is one in company only may be a figure at the start of a wrapped line: 21.5万元. */
function isLabelled(line: LineFacts): boolean {
  const { opening } = line;
  if (opening !== null && (opening.hashes > 0 || line.ownLabel !== null)) return true;
  return /^\d{3,4}[、.．](?!\d)/.test(line.content(6));
}

/** The upper line is as long as the lines around it, and no list of entries that happen to be equally long. */
function isWrapped(lineAt: LineAt, index: number, line: LineFacts, below: LineFacts): boolean {
  const { columns } = line;
  // Some programs count columns, others characters.
  const differences = (other: LineFacts) => [
    other.contentEnd - line.contentEnd,
    (other.columns - columns) / 2,
  ];
  const fits = (other: LineFacts) => differences(other).some((longer) => longer <= NEAR);
  const isNear = (other: LineFacts) =>
    differences(other).some((longer) => Math.abs(longer) <= NEAR);
  if (!fits(below) || isParallel(line, below)) return false;
  const flows = (from: LineFacts, to: LineFacts | undefined): to is LineFacts =>
    to !== undefined && fits(to) && mayFlow(from, to);
  const above = lineAt(index - 1);
  const next = lineAt(index + 2);
  if (areRows([above, line, below, next])) return false;
  // The lines that would be one stretch, cut at one width.
  const cut = [line];
  const flowsIn =
    above !== undefined && isNear(above) && flows(above, line) && !isParallel(above, line);
  if (flowsIn) cut.push(above);
  const goesThrough = isNear(below) && below.stopsOpen;
  if (goesThrough) cut.push(below);
  const ends = endsSentence(below);
  const marks = columns >= WIDE ? 1 : flowsIn && ends ? CLAUSES - 2 : CLAUSES;
  const isProse = cut.some(isInMidSentence) || marksIn(cut) >= marks;
  if (!isProse) return false;
  if (flowsIn) return ends || goesThrough;
  // What stands above a label is the end of something else.
  const isEntry = isLabelled(line);
  if (goesThrough && flows(below, next) && (isNear(next) || endsSentence(next))) return true;
  if (!ends || (isEntry && !isInMidSentence(line))) return false;
  if (!isEntry && above !== undefined && isNear(above) && endsSentence(above)) return true;
  if (!isInMidSentence(line)) return false;
  // A paragraph of two lines, alone or between others.
  if (isNear(below) && columns >= WIDE) return true;
  const beyond = lineAt(index - WRAP_REACH);
  return (
    (above !== undefined && fits(above) && beyond !== undefined && isNear(beyond)) ||
    (next !== undefined && isNear(next))
  );
}

/** The longest of the lines stops at a comma or right after one, and the next one goes on with the clause. */
function isBrokenOff(above: LineFacts | undefined, line: LineFacts, below: LineFacts): boolean {
  const fits = ({ columns }: LineFacts) => columns <= line.columns + 2 * NEAR;
  const cut = /[，、][\u4e00-\u9fff]?$/;
  return (
    cut.test(line.text.slice(0, line.contentEnd)) &&
    fits(below) &&
    (above === undefined || fits(above)) &&
    (endsSentence(below) || cut.test(below.text.slice(0, below.contentEnd))) &&
    !BEGINS_ANEW.test(below.content(8))
  );
}

/** A long line with a sentence in it stops without a mark, and the next one brings the end. */
function isCutOff(above: LineFacts | undefined, line: LineFacts, below: LineFacts): boolean {
  return (
    line.isOpenEnded &&
    line.contentEnd - line.contentStart >= LONG &&
    hasSentence(line) &&
    /[。！？；…][”’）]?$/.test(below.text.slice(0, below.contentEnd)) &&
    !BEGINS_ANEW.test(below.content(8)) &&
    // Who leaves the mark out every time has forgotten it here too.
    !(above?.isOpenEnded === true && above.contentEnd - above.contentStart >= LONG)
  );
}

/** With these words a sentence begins, and mostly a paragraph. */
const BEGINS_ANEW =
  /^(?:[今去明本上]年|[一几多]年来|同时|此外|另外|其次|首先|再次|最后|总之|综上|下一步|今后|下半年|上半年|我[们认是在将]|本人|存在的|第?[一二三四五六七八九十][是要，、]|第[一二三四五六七八九十])/;

const MARKS = new Set('，、；：。');

/** Lines of one build, such as mottoes, have their marks at the same places. */
function isParallel({ text: one }: LineFacts, { text: other }: LineFacts): boolean {
  let hasMarks = false;
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const isMark = MARKS.has(one.charAt(at));
    if (isMark !== MARKS.has(other.charAt(at))) return false;
    hasMarks ||= isMark;
  }
  return hasMarks;
}

/** Three lines with the same marks in the same order are rows of a table, or entries of a list. */
function areRows(lines: readonly (LineFacts | undefined)[]): boolean {
  // A row holds no sentence that ends.
  const marks = lines.map((line) =>
    line === undefined || hasSentence(line) ? '' : line.text.replace(/[^，,、；：]/g, ''),
  );
  return marks.some(
    (own, index) => own.length > 1 && own === marks[index + 1] && own === marks[index + 2],
  );
}

function marksIn(lines: readonly LineFacts[]): number {
  return lines.reduce((sum, { text }) => sum + (text.match(/[，、；：。！？]/g)?.length ?? 0), 0);
}

/** A sentence ends in the line and another one begins. */
function hasSentence({ text, contentEnd }: LineFacts): boolean {
  const end = text.search(/[。！？；]/);
  return end >= 0 && end < contentEnd - 1;
}

function isInMidSentence(line: LineFacts): boolean {
  return /[，、,]/.test(line.text[line.contentEnd - 1] ?? '') || hasSentence(line);
}

function endsSentence({ text, contentEnd }: LineFacts): boolean {
  return /[。！？；：.!?;:…][”’）)》"]?$/.test(text.slice(Math.max(0, contentEnd - 2), contentEnd));
}
