/** The title of a document: which lines it takes, and its words (GB/T 9704—2012 7.3.1). */
import { isHan, visible } from '../base/text.js';
import { isDateLine } from './date-line.js';
import type { ParsedSummary } from './model.js';
import type { LineFacts } from './parsed-line.js';
import type { Opening } from './section-starts.js';

/** Words of which at least one stands in most titles. */
const TITLE_WORDS =
  /总结|小结|报告|汇报|述职|述廉|情况|要点|计划|体会|安排|打算|思路|方案|意见|讲话|发言|材料|综述|纪实|纪要|鉴定|职责|通知|请示|批复|决定|办法|规定|清单|简报|剖析|复盘|周报|月报|季报|年报|日报|心得|规划|建议|倡议|致辞|提纲|反思|(?:制度|细则|章程|守则)$/;

/** With these a title ends. */
const ENDS_TITLE =
  /(?:总结|小结|报告|汇报|要点|计划|体会|安排|打算|思路|方案|意见|讲话|发言|材料|综述|纪实|纪要|鉴定|职责|通知|请示|批复|决定|办法|规定|反思|制度|细则|章程|守则|[周月季年日]报)$/;

/** What stands above the title: 份号, 密级, 紧急程度, 文号, 签发人, and fields of a form: 姓名, 部门. */
const ABOVE_TITLE =
  /^(?:\d{6}|(?:绝密|机密|秘密|内部)(?:[★☆].{0,10})?|特急|加急|平急|紧急|.{1,20}[〔[（(]\d{4}[〕\]）)](?:第)?[\dXx×]+号|(?:签发人|密级|份号|文号|编号|姓[ \u3000]*名|单[ \u3000]*位|部[ \u3000]*门|职[ \u3000]*务|(?:述职|汇报|报告|填报|联系|负责)(?:人|单位|部门|时间|日期))[：:].{0,20})$/;

/** True for a title that says what kind of document it is. */
export const hasTellingWord = (title: string): boolean => TITLE_WORDS.test(title);

/** 一：…, 甲、…, 1: …: an item of a list, though none that the outline knows. */
const COUNTED = /^(?:[一二三四五六七八九十]{1,2}|[甲乙丙丁]|\d{1,2})[：:、]/;

/** A line of a title is no longer than this, in UTF-16 units; a title has no more lines than that. */
const LONGEST_LINE = 50;
const MOST_LINES = 4;

/** A title without a telling word has at least so many Han characters. */
const SHORTEST_BARE = 5;

/** A name, or several: of who speaks or writes. */
export const PERSON_LINE =
  /^[\u4e00-\u9fffXx×*○]{2,12}(?:[ \u3000]+[\u4e00-\u9fffXx×*○]{1,12}){0,3}$/;

interface FoundTitle {
  /** 0-based lines, both inclusive. */
  readonly line: number;
  readonly endLine: number;
  /** Columns in the first and in the last of them. */
  readonly start: number;
  readonly end: number;
  /** The Markdown heading that is the title and so no section. */
  readonly opening?: Opening;
}

/**
 * The short lines without an end mark from the top to the first addressee, label or sentence, when they
 * read like a title; or the only `#` heading at the top.
 */
export function findTitle(
  lines: readonly LineFacts[],
  opaque: Uint8Array | null,
  openings: readonly Opening[],
): FoundTitle | null {
  const next = (from: number) => {
    let line = from;
    while (line < lines.length && (lines[line]!.blank || opaque?.[line] === 1)) line++;
    return line;
  };
  let line = next(0);
  // A heading that opens nothing is a picture.
  const isAbove = (facts: LineFacts, at: number) =>
    ABOVE_TITLE.test(facts.content(60)) ||
    (facts.isMarkdownHeading && openings.every((each) => each.line !== at));
  while (line < lines.length && isAbove(lines[line]!, line)) line = next(line + 1);
  const facts = lines[line];
  if (facts === undefined) return null;
  const opening = openings.find((each) => each.line >= line);
  if (opening?.line === line) return headingAsTitle(facts, opening, openings);
  let endLine = line - 1;
  let told = -1;
  while (endLine + 1 < lines.length && endLine + 1 < line + MOST_LINES) {
    const below = lines[endLine + 1]!;
    if (opaque?.[endLine + 1] === 1 || opening?.line === endLine + 1) break;
    if (!mayBeTitle(below, endLine >= line)) break;
    // 2024年工作总结 is whole, but for 和2025年工作打算.
    const isWhole = endLine >= line && ENDS_TITLE.test(lines[endLine]!.content(60));
    if (isWhole && !/^[和及暨与]/.test(below.content(1))) break;
    endLine++;
    if (TITLE_WORDS.test(withoutGaps(below.content(60)))) told = endLine;
  }
  if (endLine < line) return null;
  // What follows the line with the telling word names who speaks.
  const isTold = told >= 0;
  if (isTold) endLine = told;
  else if (!isBareTitle(lines, line, endLine, next(endLine + 1), opening)) return null;
  return { line, endLine, start: facts.contentStart, end: lines[endLine]!.contentEnd };
}

function headingAsTitle(
  facts: LineFacts,
  opening: Opening,
  openings: readonly Opening[],
): FoundTitle | null {
  const { line, at, hashes, label } = opening;
  const only = openings.every((other) => other === opening || other.hashes !== 1);
  // Below a title, a line of --- is a rule.
  const isTitle =
    (hashes === 1 && only) || (facts.markdown?.underlined === true && readsLikeTitle(facts));
  if (label !== null || !isTitle) return null;
  return { line, endLine: line, start: at, end: Math.max(facts.contentEnd, at), opening };
}

/** True when a first line that opens no section is the title, by its words. */
export function readsLikeTitle(line: LineFacts): boolean {
  return mayBeTitle(line, false) && TITLE_WORDS.test(withoutGaps(line.content(60)));
}

/** True for a line as titles have them; `isNext` for one below the first. */
function mayBeTitle(line: LineFacts, isNext: boolean): boolean {
  if (line.blank || line.notice !== null || line.isAttachmentMark || line.tabs > 0) return false;
  const content = line.content(LONGEST_LINE + 1);
  if (content.length > LONGEST_LINE || /[。：；，、:;,]$|。/.test(content)) return false;
  if (/^[-*+>|][ \t]/.test(content) || COUNTED.test(content) || isDateLine(content)) return false;
  return !isNext || !/^(?:——|――|--|[（(])/.test(content);
}

/** Lines without a telling word are a title where a document stands below them. */
function isBareTitle(
  lines: readonly LineFacts[],
  line: number,
  endLine: number,
  below: number,
  opening: Opening | undefined,
): boolean {
  const own = lines.slice(line, endLine + 1).map((facts) => withoutGaps(facts.content(60)));
  if (own.length > 2 || own.some((content) => /[，；！？!?…”"]$|[，；]/.test(content)))
    return false;
  const han = own.reduce((sum, content) => sum + countHan(content), 0);
  if (han < SHORTEST_BARE) return false;
  const next = lines[below];
  if (next === undefined) return false;
  const content = next.content(60);
  const isSubtitle = /^(?:——|――)/.test(content);
  if (isSubtitle) return true;
  // Apart from what follows, as titles are; a list of short lines is none.
  return below > endLine + 1 && (opening?.line === below || isDateLine(content));
}

function countHan(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (isHan(text.charCodeAt(at))) count++;
  return count;
}

/** 政 府 工 作 报 告 without the blanks that only set its letters apart. */
const withoutGaps = (content: string): string =>
  /^\S(?:[ \u3000]+\S)+$/.test(content) ? content.replace(/[ \u3000]+/g, '') : content;

/** The words of a title in one line: lines joined, letters that were set apart closed up. Empty where there is none. */
export function titleOf(summary: Pick<ParsedSummary, 'slice' | 'title'>): string {
  const { title } = summary;
  if (title === null) return '';
  return visible(summary.slice(title.start, title.end))
    .split(/\r\n?|\n/)
    .map((line) => withoutGaps(line.trim()))
    .join('');
}
