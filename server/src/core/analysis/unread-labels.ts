/** Lines that carry the number of a list in a form that is no label: 2，改进 3要提高 1：做好 三【…】. */

import { formatHanNumeral, NUMERALS, parseHanNumeral } from '../base/numerals.js';
import type { Span } from '../base/text.js';
import type { Summary } from '../document/document.js';
import { type Label, withNumber } from '../document/label.js';
import type { Section } from '../document/model.js';

/** What was typed where a sibling's label should stand. */
export interface UnreadLabel {
  readonly number: number;
  readonly line: number;
  /** The number with what stands for its mark, and the blanks after. */
  readonly span: Span;
  /** The label in the form of the siblings; null where the line only may be one of them. */
  readonly label: string | null;
  /** What stands for the mark after the number: nobody begins a sentence so. Empty where nothing does. */
  readonly mark: string;
}

/** How many lines between two siblings are looked at. */
const MOST_LINES = 200;

/** How much of a line tells. UTF-16 units. */
const LOOK = 24;

const BLANK = '[ \\t\\u3000]';

/** After a number in the place of its mark. */
const MARK = '[，,：:；;。｡､﹑）)】\\]］>＞]';

/** What may begin a title: Han but a numeral, or a mark that opens. */
const TITLE = `(?!${NUMERALS.han.character}|[百千万])[\\u3400-\\u9fff\\ud840-\\ud8bf“《【「（(A-Za-z]`;

/**
 * Units and nouns after a figure: 3个项目, 5月, 2层, 3G. What follows a figure is open-ended, so a
 * number without any mark counts only between two siblings, and not before one of these.
 */
const FIGURE =
  /^(?:[A-Za-z]|[个名人次年月日号天周小分秒时点份家户项条件台套部辆架艘所座间幢栋层楼室厅馆亩公平立米里厘毫千万亿百十元角币美吨斤克升度级类种位岁倍成批届期季场篇本册卷页章节句字行列组队班排连营团师院校系科处股局区县市省乡镇村社街路巷门户口对双副幅张片块粒颗枝支根把只头匹口棵株束滴桶瓶盒箱包袋捆堆车船趟遍番轮代世集段款句多余几来半上下大小折者等])/;

/** Verbs that open a title and begin with what could be a unit. */
const VERB =
  /^(?:组织|部署|支持|对照|对标|对接|集中|节约|成立|日常|把握|把好|科学|团结|处理|公开|立足|分类|分析|上门|下沉|人员|项目|社区|队伍|班子|大力|行政|门前)/;

/** What a line that carries a number begins with. */
const OPENS: ReadonlySet<number> = new Set(
  Array.from('0123456789（(【〔［[#*一二三四五六七八九十', (opening) => opening.charCodeAt(0)),
);

/** A number at the start of a line, bracketed or not. */
const HAN_NUMBER = new RegExp(`^[（(【〔［[]?(${NUMERALS.han.pattern})(?!\\d)`);
const DIGIT_NUMBER = new RegExp(`^[（(【〔［[]?(${NUMERALS.digit.pattern})(?!\\d)`);

const isFigure = (after: string) => FIGURE.test(after) && !VERB.test(after);

/** By bracket and numeral: of some dozens each is asked for again and again. */
const knownForms = new Map<string, readonly RegExp[]>();

/** What stands at the start of a line for the number of a label of this form. */
function formsOf(isBracketed: boolean, numeral: string): readonly RegExp[] {
  const key = `${isBracketed} ${numeral}`;
  const forms = knownForms.get(key) ?? makeForms(isBracketed, numeral);
  knownForms.set(key, forms);
  return forms;
}

function makeForms(isBracketed: boolean, numeral: string): readonly RegExp[] {
  const blanks = `${BLANK}*`;
  if (isBracketed) {
    return [
      new RegExp(`^${numeral}[）)][、.．，,]?${blanks}(?=${TITLE})`),
      new RegExp(`^[【〔［[]${numeral}[】〕］\\]]${blanks}(?=${TITLE})`),
    ];
  }
  return [
    new RegExp(`^${numeral}${blanks}${MARK}${blanks}(?=${TITLE})`),
    new RegExp(`^${numeral}${BLANK}+(?=${TITLE})`),
    new RegExp(`^${numeral}(?=[【《“「])`),
  ];
}

/** The label that a line carries unread, where it is one of these numbers in the form of a sibling. */
function readUnread(
  summary: Summary,
  line: number,
  { label, hashes }: { readonly label: Label; readonly hashes: number },
  wanted: readonly number[],
): UnreadLabel | null {
  const facts = summary.lineFacts[line]!;
  // Most lines begin with no number: this is all that is asked of them.
  if (facts === undefined || !OPENS.has(facts.initial)) return null;
  if (summary.structure.opaque?.[line] === 1) return null;
  const known = facts.ownLabel;
  if (known !== null && (known.form !== label.form || !wanted.includes(known.number))) return null;
  const content = facts.content(LOOK);
  const lead = /^(#{1,6}[ \t\u3000]*)?(?:\*\*)?/.exec(content)!;
  if ((lead[1]?.trim().length ?? 0) !== hashes) return null;
  const text = content.slice(lead[0].length);
  const han = label.script === 'han';
  const found = (han ? HAN_NUMBER : DIGIT_NUMBER).exec(text);
  if (found === null || (!han && label.script !== 'digit') || label.outer.length > 0) return null;
  const number = han ? parseHanNumeral(found[1]!) : Number(found[1]);
  if (number === null || !wanted.includes(number)) return null;
  if ((han ? formatHanNumeral(number) : String(number)) !== found[1]) return null;
  const start = summary.lineStarts[line]! + facts.contentStart + lead[0].length;
  const unread = (length: number, sure: boolean): UnreadLabel => ({
    number,
    line,
    span: { start, end: start + length },
    label: sure ? withNumber(label, number) : null,
    mark: text.slice(0, length).replace(found[1]!, '').trim(),
  });
  for (const form of formsOf(label.prefix !== '', found[1]!)) {
    const match = form.exec(text);
    if (match === null) continue;
    const title = text.slice(match[0].length);
    const blankOnly = match[0].trim() === found[1];
    // 3 人 and 3 李某 男: a figure, or a row of a table.
    if (blankOnly && (isFigure(title) || /\s/.test(title))) return null;
    return unread(match[0].length, !isTorn(summary, line, label));
  }
  const after = text.slice(found[0].length);
  // 1.2024年 may be the label 1. before a year.
  if (/^[.．、]/.test(after)) return unread(found[0].length, false);
  // The bracket of （二、 is told where marks are paired.
  if (label.prefix !== '' && text.startsWith(label.prefix)) return unread(found[0].length, false);
  if (han || !/^[\u3400-\u9fff]/.test(after)) return null;
  if (isFigure(after)) return null;
  return unread(found[0].length, true);
}

/** True when the bracket that opens the label stands alone in the line above. */
function isTorn(summary: Summary, line: number, { prefix }: Label): boolean {
  return prefix !== '' && /[（(]$/.test(summary.lineFacts[line - 1]?.content(2) ?? '');
}

/** The numbers from `first` to `last`. */
function numbers(first: number, last: number): number[] {
  const all: number[] = [];
  for (let number = first; number <= last && number <= 99; number++) all.push(number);
  return all;
}

/** The lines between two lines that carry one of the numbers between those of two siblings. */
export function unreadBetween(
  summary: Summary,
  previous: Section,
  section: Section,
): readonly UnreadLabel[] {
  const label = previous.label!;
  const { number } = section.label!;
  // After a disorder the list may have begun anew with what was not read.
  const wanted = number > label.number ? numbers(label.number + 1, number - 1) : [number - 1];
  return unreadIn(summary, previous.line + 1, section.line, previous, wanted);
}

/** The lines above the first sibling that carry the numbers before its own. */
export function unreadBefore(
  summary: Summary,
  first: Section,
  from: number,
): readonly UnreadLabel[] {
  const wanted = numbers(1, first.label!.number - 1);
  return unreadIn(summary, from, first.line, first, wanted);
}

/** The lines below the last sibling that carry the numbers after its own, one after the other. */
export function unreadAfter(summary: Summary, last: Section): readonly UnreadLabel[] {
  const { number } = last.label!;
  const to = Math.min(last.endLine, last.line + MOST_LINES) + 1;
  const found = unreadIn(summary, last.line + 1, to, last, numbers(number + 1, number + 10));
  return found.filter((each, index) => each.number === number + 1 + index);
}

function unreadIn(
  summary: Summary,
  from: number,
  to: number,
  sibling: Section,
  wanted: readonly number[],
): UnreadLabel[] {
  if (from >= to || wanted.length === 0 || sibling.label === null) return [];
  const found = new Map<number, UnreadLabel>();
  const form = { label: sibling.label, hashes: sibling.hashes };
  const read = wanted.includes(1) ? wanted : [1, ...wanted];
  for (let line = Math.max(from, to - MOST_LINES); line < to; line++) {
    const unread = readUnread(summary, line, form, read);
    if (unread !== null && !found.has(unread.number)) found.set(unread.number, unread);
  }
  // 1）2）3） between 1、 and 3、 are a list of their own.
  const own = wanted.includes(1) ? undefined : found.get(1);
  return wanted.flatMap((number) => {
    const unread = found.get(number);
    return unread === undefined || (own !== undefined && own.mark === unread.mark) ? [] : [unread];
  });
}
