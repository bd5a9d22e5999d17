/**
 * What no bulk edit touches, whatever a rule says of it. Every edit that is made together with those
 * of other rules goes through here; see `findings.ts`. In doubt a place is not free: the finding stays,
 * and its fix is made by the writer, one at a time.
 */

import { isApostrophe } from '../analysis/paired-marks.js';
import { placeholdersOf } from '../analysis/placeholders/placeholders.js';
import { firstIndex } from '../base/sorted-array.js';
import { mask, type Span, shift, spanOf, type TextEdit } from '../base/text.js';
import { addressesIn } from '../document/addresses.js';
import type { Summary } from '../document/document.js';

/** The marks and blanks that a bulk edit may change. Signs of code, figures and Markdown are not among them, nor are line ends. */
const FORM =
  /[ \t\u00a0\u00ad\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff，。、；：？！,.;:?!．｡､…⋯—–―‒‐‑－\-~～·•・‧∙⋅“”‘’"'＂＇〝〞〟「」『』｢｣（）()〔〕［］[\]【】《》〈〉<>＜＞]/;

/** How the two ends of a pair are known, half-width or full-width; a straight quotation mark is both ends. */
const BRACKETS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['｢', '｣'],
  ['〝', '〞〟'],
  ['《', '》'],
  ['〈', '〉'],
  ['（(', '）)'],
  ['〔［[', '〕］]'],
  ['【', '】'],
  ['<＜', '>＞'],
  ['"＂', '"＂'],
];

/** Kinds of quotations and titles: those before the brackets in the list. */
const QUOTATIONS = 8;

/** A quotation without its closing mark is looked for in so many lines. */
const LONGEST_QUOTATION = 60;

/** Front matter and formulas are no longer than this, in lines. */
const LONGEST_BLOCK = 200;

/** A cell of a row typed with commas is no longer than this, in UTF-16 units; of a row with a single comma, half as long. */
const LONGEST_CELL = 24;

/** The syllables in which foreign names are written; prose seldom has two of them on each side of a dot. */
const SYLLABLES =
  '阿艾安奥巴白贝比彼伯博布查达丹德迪蒂丁杜恩尔凡菲费夫弗福盖戈哥格古哈海汉翰赫霍基吉加杰金卡凯坎科克库拉莱兰劳勒雷里莉利列林琳卢鲁路伦罗洛马玛曼梅米密莫姆穆纳南尼涅妮努诺帕佩皮普齐奇切茹瑞若萨塞莎什史斯丝苏索塔泰特提汀图托瓦威维韦温沃乌西谢辛休雅亚扬耶叶伊依因尤约逊扎泽兹';

/** Stretches of one line that belong to a machine, a name or a formula. */
const STRETCHES: readonly RegExp[] = [
  /(?<!`)(`{1,20})(?!`)[^`\n]{1,400}\1/g,
  /<!--.{0,400}?-->|<\/?[a-zA-Z][^<>]{0,200}>/g,
  /\$\$[^$]{1,400}\$\$|\$(?=[^\s$])[^$]{0,200}[^\s$]\$(?!\d)|\$[^\s$]\$(?!\d)/g,
  /\\\(.{1,400}?\\\)|\\\[.{1,400}?\\\]/g,
  // The dots of names: the middle dot, those of initials, and a full stop typed in place of the middle dot.
  /[\u3400-\u9fff][·•・‧∙⋅](?=[\u3400-\u9fff])/g,
  /(?<![A-Za-z])(?:[A-Z][.．·] ?){1,4}(?=[\u3400-\u9fff])/g,
  // Joiners of emoji and of other scripts.
  /(?<=[^\0-\u024f\u2000-\u206f\u3000-\u9fff\uff00-\uffef])[\u200c\u200d]/g,
  new RegExp(`(?<=[${SYLLABLES}]{2})[.．](?=[${SYLLABLES}]{2})`, 'g'),
];

/** What is no sentence is cut at white space and at the marks of one. */
const TOKEN = /[^\s“”‘’《》「」『』，。；：？！、（）]+/g;

/** A path without a drive, the name of a file, an e-mail address. */
const PATH =
  /(?:^|[^\w\u3400-\u9fff<])(?:\.{1,2}|~)?\/[\w.@%+\u3400-\u9fff-]|[a-z]\/[\u3400-\u9fff]|\/(?:home|usr|etc|var|opt|tmp|mnt|root|srv|media|data|Users|Volumes)\/|\\[^\s()[\]$]|\w@\w|\.(?:txt|md|docx?|wps|xlsx?|et|csv|pptx?|pdf|jpe?g|png|gif|zip|rar|7z|mp[34]|html?|json|ya?ml|xml|log|exe|py|js|ts)(?!\w)/i;

/** Signs of which some stand in every line that has one of the above. */
const SIGNS = /[@/\\.`<$·•・‧∙⋅．\u200c\u200d]/;

/** A letter or digit of a figure, a code or a foreign word: marks between two of them are theirs. */
const WORD = /[\dA-Za-z\u00c0-\u024f０-９Ａ-Ｚａ-ｚ]/;
const DIGIT = /[\d０-９]/;

/** The free text of one version of a document. Never throws, whatever the text. */
export class FreeText {
  private readonly text: string;
  /** What is not free, in order and apart. */
  private readonly closed: readonly Span[];

  constructor(private readonly summary: Summary) {
    this.text = summary.text;
    this.closed = merged(closedIn(summary));
  }

  /** True when all edits of a fix change nothing but marks and blanks, and those only in free text. */
  allows(edits: readonly TextEdit[]): boolean {
    return edits.every(({ span, newText }) => {
      const changed = changedForm(this.text.slice(span.start, span.end), newText);
      return changed?.every((part) => this.isFree(shift(part, span.start))) ?? false;
    });
  }

  private isFree(changed: Span): boolean {
    return (
      !this.isClosed(changed) &&
      !this.isInWord(changed) &&
      this.partnersOf(changed).every((at) => !this.isClosed(at))
    );
  }

  /** Touches what is not free; where something is only put in, its edges belong to it. */
  private isClosed({ start, end }: Span): boolean {
    const first = firstIndex(this.closed.length, (at) => this.closed[at]!.end >= start);
    for (let index = first; index < this.closed.length; index++) {
      const span = this.closed[index]!;
      if (span.start > end) return false;
      if (start === end || (span.start < end && start < span.end)) return true;
    }
    return false;
  }

  /** Between two letters or digits of a figure, a time, a version, a foreign word; a label’s own mark is none of these before a letter. */
  private isInWord({ start, end }: Span): boolean {
    let from = start;
    while (isSpace(this.text[from - 1])) from--;
    let to = end;
    while (isSpace(this.text[to])) to++;
    const before = this.text[from - 1] ?? '';
    const after = this.text[to] ?? '';
    if (!WORD.test(before) || !WORD.test(after)) return false;
    return DIGIT.test(after) || !this.isLabelMark(start);
  }

  private isLabelMark(offset: number): boolean {
    const line = this.summary.lineAt(offset);
    const { opening, ownLabel } = this.summary.lineFacts[line]!;
    if (ownLabel === null) return false;
    const end = this.summary.lineStarts[line]! + opening!.at + ownLabel.marker.length;
    return offset < end;
  }

  /** The other ends of the pairs of which a change touches one end. */
  private partnersOf({ start, end }: Span): Span[] {
    const kinds = BRACKETS.filter(([open, close]) =>
      [...this.text.slice(start, end)].some((char) => open.includes(char) || close.includes(char)),
    );
    if (kinds.length === 0) return [];
    const line = this.summary.lineAt(start);
    const at = this.summary.lineStarts[line]!;
    const own = this.summary.lineFacts[line]!.text;
    return kinds.flatMap((kind) =>
      pairsIn(own, kind).pairs.flatMap((pair) => {
        const ends = [pair.start + at, pair.end - 1 + at];
        const isTouched = (offset: number) => offset >= start && offset < end;
        return ends.some(isTouched)
          ? ends
              .filter((offset) => !isTouched(offset))
              .map((offset) => ({ start: offset, end: offset + 1 }))
          : [];
      }),
    );
  }
}

/**
 * Where two texts differ, by UTF-16 offsets of the first, when they differ in nothing but marks and
 * blanks between the same letters and figures in the same order; else null.
 */
export function changedForm(before: string, after: string): Span[] | null {
  const changed: Span[] = [];
  let at = 0;
  let to = 0;
  for (;;) {
    const from = at;
    const other = to;
    while (at < before.length && FORM.test(before[at]!)) at++;
    while (to < after.length && FORM.test(after[to]!)) to++;
    const span = difference(before.slice(from, at), after.slice(other, to), from);
    if (span !== null) changed.push(span);
    if (at === before.length || to === after.length) break;
    if (before[at++] !== after[to++]) return null;
  }
  return at === before.length && to === after.length ? changed : null;
}

/** The part of a run of marks that is another one afterwards. */
function difference(before: string, after: string, at: number): Span | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let sameAtEnd = 0;
  while (
    sameAtEnd < shorter - start &&
    before[before.length - 1 - sameAtEnd] === after[after.length - 1 - sameAtEnd]
  ) {
    sameAtEnd++;
  }
  return { start: at + start, end: at + before.length - sameAtEnd };
}

const isSpace = (char: string | undefined) =>
  char !== undefined && /[ \t\u00a0\u3000\u200b]/.test(char);

function merged(spans: Span[]): Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else if (start < end) result.push({ start, end });
  }
  return result;
}

/** A line as it is looked at here. */
interface TextLine {
  readonly text: string;
  /** The same with what no rule reads replaced by U+0000. */
  readonly prose: string;
  readonly start: number;
  /** No rule reads any of it. */
  readonly opaque: boolean;
}

/** All that is not free, in no order. */
function closedIn(summary: Summary): Span[] {
  const { structure, lineStarts } = summary;
  const lines = summary.lineFacts.map((facts, index): TextLine => {
    const opaque = structure.opaque?.[index] === 1;
    const { text } = facts;
    return {
      text,
      prose: opaque ? '' : mask(text, facts.inlineExempt),
      start: lineStarts[index]!,
      opaque,
    };
  });
  return [
    // A byte order mark.
    { start: 0, end: summary.slice(0, 1) === '\uFEFF' ? 1 : 0 },
    ...summary.exempt,
    ...placeholdersOf(summary).map(({ span }) => span),
    ...blocks(lines),
    ...rows(summary, lines),
    ...lines.flatMap((line, index) => {
      if (line.opaque) return [];
      const isInDoubt = summary.markdown?.lines[index]?.inDoubt === true;
      return isInDoubt ? [wholeLine(line)] : stretches(line);
    }),
    ...BRACKETS.slice(0, QUOTATIONS).flatMap((kind) => quotations(lines, kind)),
    ...straightQuotations(lines),
  ];
}

const wholeLine = ({ start, text }: TextLine): Span => ({ start, end: start + text.length });

function stretches({ text, start }: TextLine): Span[] {
  if (!SIGNS.test(text)) return [];
  const found = addressesIn(text);
  for (const pattern of STRETCHES)
    for (const match of text.matchAll(pattern)) found.push(spanOf(match));
  for (const match of text.matchAll(TOKEN)) if (PATH.test(match[0])) found.push(spanOf(match));
  return found.map((span) => shift(span, start));
}

/** Lines that are data or code as a whole: front matter, fenced code, formulas and comments of several lines. */
function blocks(lines: readonly TextLine[]): Span[] {
  const closed: Span[] = [];
  for (let index = 0; index < lines.length; index++) {
    const end = endOfBlock(lines[index]!.text.replace(/^\uFEFF/, '').trim(), index);
    if (end === null) continue;
    const following = lines.slice(index + 1, index + 1 + LONGEST_BLOCK);
    const last = following.findIndex(({ text }) => end(text));
    if (last < 0) continue;
    closed.push(...lines.slice(index, index + last + 2).map(wholeLine));
    index += last + 1;
  }
  return closed;
}

/** How a block ends that begins in this line; null when none begins. */
function endOfBlock(trimmed: string, index: number): ((text: string) => boolean) | null {
  if (index === 0 && trimmed === '---') return (text) => /^(?:---|\.\.\.)\s*$/.test(text);
  const fence = /^(?:`{3,}|~{3,})/.exec(trimmed)?.[0];
  if (fence !== undefined && !trimmed.includes('`', fence.length)) {
    return (text) => text.trim().startsWith(fence);
  }
  if (trimmed.startsWith('$$') && !trimmed.includes('$$', 2)) return (text) => text.includes('$$');
  if (trimmed.startsWith('\\[') && !trimmed.includes('\\]')) return (text) => text.includes('\\]');
  const comment = trimmed.lastIndexOf('<!--');
  if (comment >= 0 && !trimmed.includes('-->', comment)) return (text) => text.includes('-->');
  const tag = /<(pre|code|script|style|textarea|table)\b[^<>]*>/i.exec(trimmed);
  if (tag !== null) {
    const close = `</${tag[1]!.toLowerCase()}>`;
    if (!trimmed.toLowerCase().includes(close)) return (text) => text.toLowerCase().includes(close);
  }
  return null;
}

/** Neighbouring lines with the same number of commas, semicolons, tabs or bars between short cells: a table as a program writes it. */
function rows(summary: Summary, lines: readonly TextLine[]): Span[] {
  const closed: Span[] = [];
  for (const separator of ['\t', ',', ';', '|']) {
    const counts = lines.map((line, index) => separators(summary, line, index, separator));
    for (const [index, count] of counts.entries()) {
      const isRow = count > 0 && (counts[index - 1] === count || counts[index + 1] === count);
      if (isRow || (separator === '\t' && count > 1)) closed.push(wholeLine(lines[index]!));
    }
  }
  return closed;
}

/** How many separators a line has as a row; 0 when it reads as a sentence. */
function separators(
  summary: Summary,
  { text, opaque }: TextLine,
  index: number,
  separator: string,
): number {
  // The line below the head of a Markdown table is the only one of these that other rows may stand beside.
  if ((opaque && separator !== '|') || !text.includes(separator)) return 0;
  const { contentStart, opening, ownLabel: label } = summary.lineFacts[index]!;
  // The blank after a label separates nothing.
  let from = label === null ? contentStart : opening!.at + label.marker.length;
  while (label !== null && isSpace(text[from])) from++;
  const cells = text
    .slice(from)
    .replace(/"[^"]{0,200}"/g, '')
    .split(separator);
  const count = cells.length - 1;
  if (separator === '\t') return count;
  if (label !== null && label.suffix !== separator) return 0;
  const longest = count === 1 && separator !== '|' ? LONGEST_CELL / 2 : LONGEST_CELL;
  if (cells.some((cell) => cell.length > longest)) return 0;
  return /[。！？!?；：:;，、.]\s*$|[。！？]/.test(cells.join('')) ? 0 : count;
}

interface Pairs {
  /** From the opening mark to after the closing one. */
  readonly pairs: readonly Span[];
  /** Opening and closing marks without a partner, in order. */
  readonly opened: readonly number[];
  readonly closed: readonly number[];
}

/** The marks of one kind in one line, by columns. */
function pairsIn(text: string, [open, close]: readonly [string, string]): Pairs {
  const pairs: Span[] = [];
  const opened: number[] = [];
  const closed: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    const closes = close.includes(char);
    if ((!closes && !open.includes(char)) || isApostrophe(text, at)) continue;
    // A straight mark closes when one is open.
    if (!closes || (open === close && opened.length === 0)) opened.push(at);
    else {
      const from = opened.pop();
      if (from === undefined) closed.push(at);
      else pairs.push({ start: from, end: at + 1 });
    }
  }
  return { pairs, opened, closed };
}

/**
 * What stands between quotation marks of one kind, also over several lines. Where marks of a line
 * have no partner, all that they may be meant to hold is closed.
 */
function quotations(lines: readonly TextLine[], kind: readonly [string, string]): Span[] {
  const closed: Span[] = [];
  const marks = new RegExp(`[${kind.join('')}]`);
  /** Column in the line from which on it is not yet told. */
  let from = 0;
  for (let index = 0; index < lines.length; index++) {
    const { prose, start } = lines[index]!;
    const told = from;
    from = 0;
    if (!marks.test(prose)) continue;
    const { pairs, opened, closed: ends } = pairsIn(' '.repeat(told) + prose.slice(told), kind);
    for (const pair of pairs)
      closed.push({ start: start + pair.start + 1, end: start + pair.end - 1 });
    const open = opened[0];
    const end = open === undefined ? null : endOfQuotation(lines, index, kind, opened.length);
    if (end !== null) {
      closed.push({ start: start + open! + 1, end: lines[end.line]!.start + end.column });
      // What lies between is in the quotation.
      index = end.line - 1;
      from = end.column + 1;
      continue;
    }
    // ’ is an apostrophe and a sign of minutes as often as a closing mark.
    const strays = kind[0] === '‘' ? [] : ends;
    if (open === undefined && strays.length === 0) continue;
    closed.push({
      start: start + (strays.length > 0 ? told : open! + 1),
      end: start + (open === undefined ? strays.at(-1)! : prose.length),
    });
  }
  return closed;
}

/** Where a quotation is closed that is left open in a line; each of its paragraphs may open it anew. Null when it is not. */
function endOfQuotation(
  lines: readonly TextLine[],
  first: number,
  kind: readonly [string, string],
  opened: number,
): { readonly line: number; readonly column: number } | null {
  const [open, close] = kind;
  let depth = opened;
  for (let line = first + 1; line < Math.min(lines.length, first + LONGEST_QUOTATION); line++) {
    const { prose } = lines[line]!;
    const content = prose.search(/\S/);
    const again = content >= 0 && open.includes(prose[content]!);
    for (let column = again ? content + 1 : 0; column < prose.length; column++) {
      if (open.includes(prose[column]!)) depth++;
      else if (close.includes(prose[column]!) && !isApostrophe(prose, column) && --depth === 0) {
        return { line, column };
      }
    }
  }
  return null;
}

/** What stands between straight quotation marks. With an odd number in a line nobody knows which is which. */
function straightQuotations(lines: readonly TextLine[]): Span[] {
  const closed: Span[] = [];
  for (const mark of ['"', '＂', "'"]) {
    /** Line and column of a mark that is left open. */
    let open: { readonly line: number; readonly offset: number } | null = null;
    for (const [line, { prose, start }] of lines.entries()) {
      const at = columnsOf(prose, mark);
      if (at.length === 0) continue;
      if (at.length % 2 === 0) {
        for (let i = 0; i < at.length; i += 2) {
          closed.push({ start: start + at[i]! + 1, end: start + at[i + 1]! });
        }
        continue;
      }
      closed.push({ start: start + at[0]! + 1, end: start + prose.length });
      // An apostrophe in one line has nothing to do with one in another.
      if (mark === "'") continue;
      if (open !== null && line - open.line < LONGEST_QUOTATION / 4) {
        closed.push({ start: open.offset + 1, end: start + at.at(-1)! });
        open = null;
      } else open = { line, offset: start + at[0]! };
    }
  }
  return closed;
}

/** Columns of a mark; not of an apostrophe within a word. */
function columnsOf(text: string, mark: string): number[] {
  const columns: number[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    const inWord =
      mark === "'" && /[A-Za-z]/.test(text[at - 1] ?? '') && /[A-Za-z]/.test(text[at + 1] ?? '');
    if (!inWord) columns.push(at);
  }
  return columns;
}
