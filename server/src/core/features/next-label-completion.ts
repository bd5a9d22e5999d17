/** What comes next while a list is being written: the next label at line start, 二是 after 一是……；. */

import { readEnumerators } from '../analysis/enumeration.js';
import { openSections } from '../analysis/sections-at.js';
import type { Localized } from '../base/localized.js';
import { formatHanNumeral, NUMERALS, parseCircled } from '../base/numerals.js';
import { lineAt, type Span } from '../base/text.js';
import { BEGUN_LABEL, highestNumber, type LabelStyle, withNumber } from '../document/label.js';
import type { ParsedSummary, Section } from '../document/model.js';
import {
  childStyle,
  type HeadingStyle,
  headingStart,
  outermostStyle,
  styleOf,
} from '../edits/heading-style.js';
import { renumberTo, siblingsOf } from '../edits/renumber.js';
import type { CoreCompletion } from './completion-item.js';

/** Indentation, `#`, bold; then what there is of a label: 二, 2, （, (2, （二）, 二、, ②, 第二, 1.2, B. */
const LINE_START = new RegExp(
  `^([ \\t\\u3000\\u00a0]*(?:#{1,6}[ \\t\\u3000]*)?(?:\\*\\*)?)(${BEGUN_LABEL})$`,
);

/** What was typed as far as its number stands alone: the bracket before it, the number, the mark after it. */
const SIMPLE = new RegExp(
  `^([（(]?)(${NUMERALS.han.character}{0,3}|\\d{0,2}|${NUMERALS.circled.character}?)([）)、.．]?)$`,
);

/** What cannot follow a label: 2024年, 一季度 and the like are being typed. */
const NOT_AFTER = /^[\d一二三四五六七八九十百千万年月日季%％.．:：]/;

const NEXT: Localized = { zh: '下一个序号', en: 'next number' };
const FIRST: Localized = { zh: '下一层', en: 'next level' };
const ITEM: Localized = { zh: '接着列举', en: 'next item' };

/** A label that may come next, the section it follows, and those numbered after it. */
interface Candidate {
  readonly style: HeadingStyle;
  readonly label: LabelStyle;
  readonly number: number;
  readonly following: readonly Section[];
  readonly child: boolean;
}

/**
 * Labels that may come next at `offset` (UTF-16), when only indentation and the beginning of a label
 * stand before it in its line. Whatever was typed, Han or Western, full or half width, the label comes
 * in the document's own style, and later siblings are renumbered after it.
 */
export function nextLabelCompletions(summary: ParsedSummary, offset: number): CoreCompletion[] {
  const { text, lines } = summary;
  const line = lines[lineAt(lines, offset)]!;
  const start = text[line.start] === '\uFEFF' ? line.start + 1 : line.start;
  const before = LINE_START.exec(text.slice(start, offset));
  if (before === null || offset < start) return [];
  const [whole = '', lead = '', typed = ''] = before;
  const simple = SIMPLE.exec(typed);
  const [, bracket = '', numeral = '', mark = ''] = simple ?? [];
  let after = text.slice(offset, line.end);
  let end = offset;
  // An editor may have closed the bracket already.
  if (bracket !== '' && /^[）)]/.test(after)) {
    after = after.slice(1);
    end++;
  }
  if (NOT_AFTER.test(after)) return [];
  // 2 under `1. …` goes on with a list of Markdown.
  const listAbove =
    summary.syntax === 'markdown' &&
    kindOf(numeral) === 'digit' &&
    line.index > 0 &&
    /^[ \t]*\d+[.)][ \t]/.test(text.slice(lines[line.index - 1]!.start, line.start));
  const typedHashes = lead.trim().startsWith('#');
  return candidates(summary, line.index)
    .filter(({ style, label, number }) => {
      if (typedHashes && !style.lead.includes('#')) return false;
      if (listAbove && label.form !== 'digit') return false;
      if (typed !== '' && beginsWith(withNumber(label, number, style.outer), typed)) return true;
      if (simple === null) return false;
      if (bracket !== '' && label.prefix === '') return false;
      if (mark !== '' && !allowsMark(label, numeral, mark)) return false;
      return startsNumber(numeral, number);
    })
    .map(({ style, label, number, following, child }, index): CoreCompletion => {
      const marker = withNumber(label, number, style.outer);
      const numbers = new Map(following.map((section, at) => [section, number + 1 + at]));
      const same =
        kindOf(numeral) === '' || kindOf(numeral) === kindOf(marker.replace(/[（(]/, ''));
      const bold = style.tail !== '' && after.trim() === '';
      return {
        label: marker,
        kind: 'label',
        detail: child ? FIRST : NEXT,
        span: { start, end },
        newText: headingStart(style, number) + (bold ? `$0${style.tail}` : ''),
        ...(bold && { snippet: true }),
        // Once a label has been begun, nothing else is as likely.
        ...(typed !== '' && { sortKey: `${same ? 0 : 1}${index}`, preselect: index === 0 }),
        edits: renumberTo(summary, numbers),
      };
    })
    .filter(({ newText, edits }) => newText !== whole || edits!.length > 0);
}

/** From the innermost open section outwards its next sibling, then a first child of the innermost. */
function candidates(summary: ParsedSummary, line: number): Candidate[] {
  const open = openSections(summary, line - 1);
  const found: Candidate[] = [];
  for (const section of [...open].reverse()) {
    if (section.label === null) continue;
    const following = siblingsOf(summary, section).filter((sibling) => sibling.line > line);
    add(found, styleOf(summary, section), section.label.number + 1, following, false);
  }
  const innermost = open.at(-1);
  if (innermost === undefined) {
    const first = summary.sections.find(({ line: at, label }) => at > line && label !== null);
    const label = outermostStyle(summary);
    const style =
      first === undefined
        ? { lead: '', label, outer: [], gap: '', tail: '', blankLines: 0 }
        : styleOf(summary, first);
    const list = first === undefined ? [] : siblingsOf(summary, first);
    const following = list.filter((sibling) => sibling.line > line);
    add(found, style, first?.label?.number ?? 1, following, false);
    return found;
  }
  const style = childStyle(summary, innermost);
  const children = innermost.children.filter(({ line: at, label }) => at > line && label !== null);
  if (style !== null) add(found, style, 1, children, true);
  return found;
}

function add(
  found: Candidate[],
  style: HeadingStyle,
  number: number,
  following: readonly Section[],
  child: boolean,
): void {
  const { label } = style;
  if (label === null || number + following.length > highestNumber(label)) return;
  // A gap left on purpose (一、 [二、] 三、) needs no renumbering.
  const collides = following[0] !== undefined && following[0].label!.number <= number;
  found.push({ style, label, number, following: collides ? following : [], child });
}

/** True when a label begins with what was typed, in full or half width. */
function beginsWith(marker: string, typed: string): boolean {
  const narrow = (text: string) => text.replace('（', '(').replace('）', ')').replace(/．/g, '.');
  return marker !== typed && narrow(marker).startsWith(narrow(typed));
}

/** 2. asks for digits, 2） for brackets; 二、 for Han numerals, 2、 for either. */
function allowsMark({ suffix, form }: LabelStyle, numeral: string, mark: string): boolean {
  if (/[）)]/.test(mark)) return /[）)]$/.test(suffix);
  if (kindOf(numeral) === 'han') return form === 'han';
  return form === 'digit' || (form === 'han' && mark === '、');
}

/** True when the number, in the script that was typed, begins with what was typed. */
function startsNumber(typed: string, number: number): boolean {
  switch (kindOf(typed)) {
    case 'digit':
      return String(number).startsWith(typed);
    case 'han':
      return formatHanNumeral(number).startsWith(typed);
    case 'circled':
      return parseCircled(typed) === number;
    default:
      return true;
  }
}

function kindOf(numeral: string): 'digit' | 'han' | 'circled' | '' {
  if (/^\d/.test(numeral)) return 'digit';
  if (parseCircled(numeral[0] ?? '') !== null) return 'circled';
  return numeral === '' ? '' : 'han';
}

/**
 * 二是 after the mark that ends the item of 一是, and so on. After a full stop only where the items
 * before were separated by full stops. Empty where the next item is already there.
 */
export function nextEnumeratorCompletions(
  summary: ParsedSummary,
  offset: number,
): CoreCompletion[] {
  const { text } = summary;
  const paragraph = summary.paragraphs.find(({ end }) => end >= offset);
  if (paragraph === undefined || paragraph.start > offset) return [];
  const before = /([；;。])[ \u3000]*([一二三四五六七八九十]{0,2})$/.exec(
    text.slice(paragraph.start, offset),
  );
  if (before === null) return [];
  const [, mark, typed] = before as unknown as [string, string, string];
  const at = offset - typed.length;
  const prose = text.slice(paragraph.start, paragraph.end);
  const local = at - paragraph.start;
  const enumerators = readEnumerators(prose);
  const done = enumerators.filter(({ span }) => span.end <= local);
  const last = done.at(-1);
  if (last === undefined) return [];
  const number = last.number + 1;
  const next = enumerators.find(({ span }) => span.start >= local);
  const numeral = formatHanNumeral(number);
  if (number > 99 || next?.number === number || !numeral.startsWith(typed)) return [];
  if (mark === '。' && !separatedBy(prose, done, '。')) return [];
  const span: Span = { start: at, end: offset };
  return [
    {
      label: `${numeral}是`,
      kind: 'label',
      detail: ITEM,
      span,
      newText: `${numeral}是`,
      sortKey: '0',
      preselect: true,
    },
  ];
}

/** True when this mark stands before the last of at least two enumerators. */
function separatedBy(
  prose: string,
  enumerators: ReturnType<typeof readEnumerators>,
  mark: string,
): boolean {
  const last = enumerators.at(-1);
  return enumerators.length > 1 && prose.slice(0, last!.span.start).trimEnd().endsWith(mark);
}

const HAN_NUMERAL = new RegExp(`^${NUMERALS.han.pattern}$`);
const HAN_LABEL = new RegExp(`^[（(第]?${NUMERALS.han.pattern}`);

/**
 * True when an editor should ask for completion although it does not by itself: `typed`, which ends at
 * the column, is a Han numeral at the start of the line. Editors take it for a letter of a word.
 */
export function typesNumeral(line: string, column: number, typed: string): boolean {
  if (!HAN_NUMERAL.test(typed)) return false;
  const label = LINE_START.exec(line.slice(0, column).replace('\uFEFF', ''))?.[2];
  return label !== undefined && HAN_LABEL.test(label);
}
