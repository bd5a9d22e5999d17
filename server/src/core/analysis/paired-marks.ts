import { NUMERALS } from '../base/numerals.js';
import type { Span } from '../base/text.js';

/** Paired marks of GB/T 15834—2011, each opening with its closing mark. */
export const PAIRS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['（', '）'],
  ['《', '》'],
  ['〈', '〉'],
  ['〔', '〕'],
  ['【', '】'],
]);

const OPENING_OF = new Map([...PAIRS].map(([open, close]) => [close, open]));

/** Finds the next mark: a look-up for each character is slower. */
const MARKS = /[“”‘’（）《》〈〉〔〕【】]/g;

export interface LoneMark {
  readonly offset: number;
  readonly mark: string;
  readonly opens: boolean;
}

export interface PairScan {
  /** Matched pairs from the opening mark to after the closing one, in order of their ends. */
  readonly matched: readonly Span[];
  /** Marks without a partner, in order. */
  readonly lone: readonly LoneMark[];
}

/**
 * Pairs the marks of one paragraph, each kind for itself: crossing pairs are another rule's matter.
 * Marks that need no partner where they stand, such as those of labels, figures and arrows, are not
 * lone. Linear in the length of the span.
 */
export function scanPairs(text: string, { start, end }: Span): PairScan {
  const matched: Span[] = [];
  const lone: LoneMark[] = [];
  const open = new Map<string, number[]>();
  MARKS.lastIndex = start;
  for (
    let found = MARKS.exec(text);
    found !== null && found.index < end;
    found = MARKS.exec(text)
  ) {
    const offset = found.index;
    const mark = found[0];
    if (PAIRS.has(mark)) {
      const offsets = open.get(mark);
      if (offsets === undefined) open.set(mark, [offset]);
      else offsets.push(offset);
      continue;
    }
    const opening = OPENING_OF.get(mark);
    if (opening === undefined || isInsideWord(text, offset)) continue;
    const from = open.get(opening)?.pop();
    if (from !== undefined) matched.push({ start: from, end: offset + 1 });
    else if (!closesAlone(text, start, offset)) lone.push({ offset, mark, opens: false });
  }
  for (const [mark, offsets] of open) {
    for (const offset of offsets) {
      if (!opensAlone(text, offset)) lone.push({ offset, mark, opens: true });
    }
  }
  lone.sort((a, b) => a.offset - b.offset);
  return { matched, lone: isPath(text, start, end, lone) ? [] : lone };
}

/** ’ as in it’s: no quotation mark, whatever stands before. */
function isInsideWord(text: string, offset: number): boolean {
  return (
    text[offset] === '’' &&
    /[A-Za-z]/.test(text[offset - 1] ?? '') &&
    /[A-Za-z]/.test(text[offset + 1] ?? '')
  );
}

/** How much before a mark tells that it needs no partner. UTF-16 units. */
const LOOK_BACK = 6;

/** Which closing marks need no partner, by what stands before them; a look ahead only for ’. */
function closesAlone(text: string, start: number, offset: number): boolean {
  const before = text.slice(Math.max(start, offset - LOOK_BACK), offset);
  switch (text[offset]) {
    case '’':
      // An apostrophe, minutes and seconds (85’50’’), and the year in ’24年.
      return /[A-Za-z0-9][’′″']*$/.test(before) || /^’\d{2}(?!\d)/.test(text.slice(offset));
    case '”':
      // Seconds and inches: 5’30”, 55”.
      return /\d[’′″”']*$/.test(before);
    case '）':
    case '】':
      return isItemBracket(before, text) || /[:：;；^_=~～]$/.test(before);
    case '》':
      // An arrow: =》, -》.
      return /[=＝\-－–—~～>]$/.test(before);
    default:
      return false;
  }
}

/** Which opening marks need no partner: ‘98, 《=, and the mouth of :（. */
function opensAlone(text: string, offset: number): boolean {
  const next = text[offset + 1] ?? '';
  switch (text[offset]) {
    case '‘':
      return /\d/.test(next);
    case '《':
      return /[=＝\-－–~～<]/.test(next);
    case '（':
      return /[:：;；]/.test(text[offset - 1] ?? '') && !/[\u4e00-\u9fffA-Za-z0-9“《]/.test(next);
    default:
      return false;
  }
}

/** What a label with a bracket alone after it ends with, the bracket apart. */
const LATIN_ITEM = new RegExp(
  `(?:^|[^\\d.A-Za-z%％])(?:${NUMERALS.digit.pattern}|[A-Za-z]|${NUMERALS.circled.pattern})$`,
);
const HAN_ITEM = new RegExp(`(?:^|[\\s\\u3000。；：，、;:,.第骤述])${NUMERALS.han.pattern}$`);

/**
 * The bracket of 1） a） 一）: a label of a list, or the mention of one (步骤2）), which has no opening
 * partner. After Han only figures and letters are sure to be labels: 统一） is none, unless 二） is there.
 */
function isItemBracket(before: string, text: string): boolean {
  if (before.endsWith('一') && text.includes('二）')) return true;
  return LATIN_ITEM.test(before) || HAN_ITEM.test(before);
}

/** 首页》新闻》正文: the way to a page, in which 》 parts the steps. */
function isPath(text: string, start: number, end: number, lone: readonly LoneMark[]): boolean {
  return (
    lone.length > 1 &&
    lone.every(({ mark }) => mark === '》') &&
    !/[《，。；]/.test(text.slice(start, end))
  );
}

/** ’ as in it’s and ‘98: no quotation mark. */
export function isApostrophe(text: string, offset: number): boolean {
  const mark = text[offset];
  if (mark === '’') return /[A-Za-z0-9]/.test(text[offset - 1] ?? '');
  return mark === '‘' && /\d/.test(text[offset + 1] ?? '');
}
