import { type LoneMark, PAIRS, type PairScan, scanPairs } from '../../analysis/paired-marks.js';
import type { Span } from '../../base/text.js';
import {
  changeTo,
  defineRule,
  type Fact,
  type RawFinding,
  type RuleExamples,
  shiftRawFinding,
} from '../rule.js';

/** How far apart two marks may stand and still be one writer's slip, in UTF-16 units. */
const REACH = 60;

/** A paragraph with more lone marks than this is no prose; the first ones say enough. */
const MAX_LONE = 50;

/** A quotation of several paragraphs opens each of them and closes only the last (GB/T 15834—2011 4.8.3). */
const QUOTATION_PARAGRAPHS = 60;

const isDoubleQuote = ({ mark }: LoneMark) => mark === '“' || mark === '”';
const closing = (mark: string) => PAIRS.get(mark)!;
const opening = (mark: string) => [...PAIRS].find(([, close]) => close === mark)![0];

/** Two lone marks that are one slip with a single repair: ”x“ turned round, “x“ and ”x” one-sided, （x) half-width. */
function directionSlip(
  text: string,
  first: LoneMark,
  second: LoneMark | undefined,
): RawFinding | null {
  if (second === undefined || second.offset - first.offset > REACH) return null;
  const reversed = closing(second.mark) === first.mark;
  // One right after the other is typed twice, not turned round; one after a mark opens anew.
  const opensAnew = second.opens && /[：:，。；、！？]/.test(text[second.offset - 1]!);
  const sameMark = first.mark === second.mark && second.offset > first.offset + 1 && !opensAnew;
  if (!reversed && !sameMark) return null;
  const open = first.opens ? first.mark : opening(first.mark);
  const close = closing(open);
  const span = { start: first.offset, end: second.offset + 1 };
  return {
    span,
    message: {
      zh: `${first.mark}…${second.mark}方向有误：前面应是「${open}」，后面应是「${close}」。请改正方向。`,
      en: `${first.mark}…${second.mark} face the wrong way: ${open} opens and ${close} closes. Turn them.`,
    },
    fixes: [
      {
        title: { zh: `改为${open}…${close}`, en: `Change to ${open}…${close}` },
        safe: false,
        edits: [
          { span: { start: first.offset, end: first.offset + 1 }, newText: open },
          { span: { start: second.offset, end: second.offset + 1 }, newText: close },
        ].filter(
          ({ span: at, newText }) => (at.start === first.offset ? first : second).mark !== newText,
        ),
      },
    ],
  };
}

/** “x》: one of the two marks is of the wrong kind; which one only the writer knows. */
function mixedPair(first: LoneMark, second: LoneMark | undefined): RawFinding | null {
  if (second === undefined || second.offset - first.offset > REACH) return null;
  if (!first.opens || second.opens) return null;
  const change = (offset: number, mark: string) =>
    changeTo(mark, { start: offset, end: offset + 1 }, false);
  return {
    span: { start: first.offset, end: second.offset + 1 },
    message: {
      zh: `「${first.mark}」与「${second.mark}」不是一对，有一个用错了。请把前面的改为「${opening(second.mark)}」，或把后面的改为「${closing(first.mark)}」。`,
      en: `${first.mark} and ${second.mark} are no pair. Make the first ${opening(second.mark)} or the second ${closing(first.mark)}.`,
    },
    fixes: [change(first.offset, opening(second.mark)), change(second.offset, closing(first.mark))],
  };
}

/** A label torn in two by a line break, as text copied from a page often is: （ and 三）… in the next line. */
function tornLabel(text: string, lone: LoneMark, below: string): RawFinding | null {
  const alone = text.length === 1 && lone.mark === '（';
  if (!alone || !/^\s{1,4}[一二三四五六七八九十\d]{1,3}）/.test(below)) return null;
  return {
    span: { start: lone.offset, end: lone.offset + 1 },
    severity: 'warning',
    message: {
      zh: '序号被换行断成了两截，大纲认不出来。请把下一行接上来。',
      en: 'A line break tears this label in two, so the outline misses it. Join the lines.',
    },
  };
}

/** A label whose bracket was closed with a mark, as in （二、讲座. */
function openLabel(text: string, lone: LoneMark): RawFinding | null {
  if (lone.mark !== '（' || lone.offset > 0) return null;
  const label = /^（([一二三四五六七八九十]{1,3}|\d{1,2})[、，,.．：:](?!\d)/.exec(text);
  if (label === null) return null;
  const right = `（${label[1]}）`;
  const span = { start: 0, end: label[0].length };
  return {
    span,
    message: {
      zh: `序号“${label[0]}”只有前括号，大纲认不出来。请改为“${right}”。`,
      en: `The label “${label[0]}” lacks its second bracket, so the outline misses it. Make it “${right}”.`,
    },
    fixes: [changeTo(right, span, true)],
  };
}

/** A half-width bracket that closes or opens a full-width one: （x) and (x）. */
function halfWidthPartner(text: string, paragraph: Span, lone: LoneMark): RawFinding | null {
  if (lone.mark !== '（' && lone.mark !== '）') return null;
  const from = Math.max(paragraph.start, lone.offset - REACH);
  const to = Math.min(paragraph.end, lone.offset + REACH);
  const near = lone.opens ? text.slice(lone.offset + 1, to) : text.slice(from, lone.offset);
  const index = lone.opens ? near.search(/[()（）。]/) : lastBracket(near);
  if (near[index] !== (lone.opens ? ')' : '(')) return null;
  const offset = lone.opens ? lone.offset + 1 + index : from + index;
  if (lone.opens && isLabelInSeries(text, lone.offset, offset)) return null;
  const right = lone.opens ? '）' : '（';
  return {
    span: { start: Math.min(offset, lone.offset), end: Math.max(offset, lone.offset) + 1 },
    message: {
      zh: `括号一半全角、一半半角：“${near[index]}”应为“${right}”，否则不成对。请改为全角。`,
      en: `One bracket is full-width, the other half-width: “${near[index]}” should be “${right}”.`,
    },
    fixes: [changeTo(right, { start: offset, end: offset + 1 }, true)],
  };
}

/** The `)` of a) when b) follows: a label inside the brackets, and not their end. */
function isLabelInSeries(text: string, opened: number, offset: number): boolean {
  const label = /(?<=[^\d.A-Za-z])(\d|[A-Ya-y])$/.exec(text.slice(opened + 1, offset));
  if (label === null) return false;
  const next = String.fromCharCode(label[1]!.charCodeAt(0) + 1);
  return text.includes(`${next})`, offset);
}

function lastBracket(text: string): number {
  for (let i = text.length - 1; i >= 0; i--) if ('()（）。'.includes(text[i]!)) return i;
  return -1;
}

/** The lone mark with the pairs that touch it in the same clause: the writer must see all to judge. */
function surroundings(
  text: string,
  paragraph: Span,
  { mark, offset, opens }: LoneMark,
  { matched }: PairScan,
): Span {
  const kin = matched.filter(
    (pair) =>
      text[pair.start] === (opens ? mark : opening(mark)) && Math.abs(pair.start - offset) <= REACH,
  );
  const clause = (from: number, to: number) => !/[，。；：！？,;:\r\n]/.test(text.slice(from, to));
  const before = kin.find((pair) => pair.end <= offset && clause(pair.end, offset));
  const after = kin.find((pair) => pair.start === offset + 1);
  return {
    start: Math.max(paragraph.start, opens ? offset : (before?.start ?? offset)),
    end: Math.min(paragraph.end, after?.end ?? offset + 1),
  };
}

function loneReport(text: string, paragraph: Span, lone: LoneMark, scan: PairScan): RawFinding {
  const partner = lone.opens ? closing(lone.mark) : opening(lone.mark);
  const where = lone.opens
    ? { zh: '后面缺', en: 'nothing closes it with' }
    : { zh: '前面缺', en: 'nothing opens it with' };
  // Labels such as a) leave open which bracket closes what.
  const unclear = lone.mark === '（' && /[^\dA-Za-z][\dA-Za-z]\)/.test(text.slice(lone.offset));
  return {
    span: surroundings(text, paragraph, lone, scan),
    ...(unclear && { severity: 'hint' as const }),
    message: {
      zh: `「${lone.mark}」不成对：本段${where.zh}与它配对的「${partner}」，引用或说明的起止看不清。请补上「${partner}」，或删去多余的「${lone.mark}」。`,
      en: `${lone.mark} has no partner: in this paragraph ${where.en} ${partner}. Add it, or delete ${lone.mark}.`,
    },
  };
}

/** A paragraph with marks that have no partner, or that begins with a quotation; offsets count from its start. */
interface Marked {
  readonly text: string;
  readonly scan: PairScan;
  /** Its first quotation mark stands at its start or after a colon: somebody is quoted at length. */
  readonly introduced: boolean;
}

/** Those of the gathered paragraphs that are inside a quotation of several paragraphs, by their place in the list. */
function longQuotations(facts: readonly Fact<Marked>[]): Set<number> {
  const inside = new Set<number>();
  for (const [first, { data, paragraph }] of facts.entries()) {
    if (inside.has(first) || !opensOnly(data.scan)) continue;
    for (let last = first + 1; last < facts.length; last++) {
      const next = facts[last]!;
      if (next.paragraph >= paragraph + QUOTATION_PARAGRAPHS) break;
      const quotes = next.data.scan.lone.filter(isDoubleQuote);
      const startsAgain = next.data.text.startsWith('“');
      if (startsAgain && opensOnly(next.data.scan)) continue;
      const closes = quotes.length === 1 && quotes[0]!.mark === '”';
      if (closes || (data.introduced && startsAgain && quotes.length === 0)) {
        for (let i = first; i <= last; i++) inside.add(i);
        break;
      }
      if (quotes.length > 0) break;
    }
  }
  return inside;
}

/** Brackets round several paragraphs: so many at most. */
const BRACKETED_PARAGRAPHS = 20;

/** Marks that close after a line break: an aside of several paragraphs, or a line that was wrapped inside a title. */
const ACROSS = ['（', '【', '〔', '《', '〈', '‘'];

/** The lone marks that have their partner in another paragraph, by the place of theirs in the list. */
function pairedAcross(facts: readonly Fact<Marked>[]): Map<number, Set<LoneMark>> {
  const paired = new Map<number, Set<LoneMark>>();
  const add = (index: number, mark: LoneMark) => {
    const marks = paired.get(index) ?? new Set<LoneMark>();
    paired.set(index, marks.add(mark));
  };
  for (const open of ACROSS) {
    const close = closing(open);
    /** The last one that is still open. */
    let from: { index: number; mark: LoneMark } | null = null;
    for (const [index, { data, paragraph }] of facts.entries()) {
      const own = data.scan.lone.filter(({ mark }) => mark === open || mark === close);
      const [first] = own;
      if (first === undefined) continue;
      if (!first.opens && from !== null && closesHere(facts[from.index]!, first, data, paragraph)) {
        add(from.index, from.mark);
        add(index, first);
      }
      const last = own.at(-1)!;
      from = last.opens ? { index, mark: last } : null;
    }
  }
  return paired;
}

function closesHere(
  opened: Fact<Marked>,
  { mark, offset }: LoneMark,
  { text }: Marked,
  paragraph: number,
): boolean {
  const isWrapped = !/[。！？；：]$/.test(opened.data.text);
  const isNext = paragraph === opened.paragraph + 1;
  if ('》〉’'.includes(mark)) return isNext && isWrapped;
  const endsIt = /^[。；！]?$/.test(text.slice(offset + 1));
  return paragraph <= opened.paragraph + BRACKETED_PARAGRAPHS && (endsIt || (isNext && isWrapped));
}

function opensOnly({ lone }: PairScan): boolean {
  const quotes = lone.filter(isDoubleQuote);
  return quotes.length === 1 && quotes[0]!.mark === '“';
}

export default defineRule<Record<never, never>, Marked>({
  id: 'paired-marks',
  topic: 'marks',
  scope: 'document',
  trigger: '“”‘’（）《》〈〉〔〕【】',
  severity: 'error',
  title: { zh: '引号、括号、书名号不成对', en: 'Unpaired or reversed marks' },
  explain: {
    zh: '引号、括号、书名号成对使用，前后方向不同，并在同一段内配齐；缺一个，引用或说明的起止就看不清。引文跨段时每段开头用前引号，只在最后一段末尾用后引号。',
    en: 'Quotation marks, brackets and title marks come in pairs inside a paragraph; without one, nobody can tell where the quotation ends.',
  },
  source: 'GB/T 15834—2011 4.8、4.9、4.15',
  mechanical: true,
  gather({ prose: text }, add) {
    const whole = { start: 0, end: text.length };
    const scan = scanPairs(text, whole);
    if (scan.lone.length === 0 && !text.startsWith('“')) return;
    const from = scan.lone.find(isDoubleQuote)?.offset;
    const introduced = from !== undefined && (from === 0 || text[from - 1] === '：');
    add(whole, { text, scan, introduced });
  },
  check({ facts, proseAt, report }) {
    const quotations = longQuotations(facts);
    const across = pairedAcross(facts);
    for (const [index, { span, data }] of facts.entries()) {
      const { text, scan } = data;
      const whole = { start: 0, end: text.length };
      let lone = scan.lone;
      if (quotations.has(index)) lone = lone.filter((mark) => !isDoubleQuote(mark));
      const elsewhere = across.get(index);
      if (elsewhere !== undefined) lone = lone.filter((mark) => !elsewhere.has(mark));
      for (let i = 0; i < Math.min(lone.length, MAX_LONE); i++) {
        const half = halfWidthPartner(text, whole, lone[i]!);
        const both =
          half === null
            ? (directionSlip(text, lone[i]!, lone[i + 1]) ?? mixedPair(lone[i]!, lone[i + 1]))
            : null;
        const found =
          half ??
          both ??
          openLabel(text, lone[i]!) ??
          tornLabel(text, lone[i]!, proseAt(span.end, span.end + 8)) ??
          loneReport(text, whole, lone[i]!, scan);
        report(shiftRawFinding(found, span.start));
        if (both !== null) i++;
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '开展⟦“五学”活动”“十讲”⟧比赛。' },
    { bad: '\uFEFF　落实⟦“⟧一岗双责制度，𠮷日开馆。\r\n' },
    { bad: '围绕⟦”提质“⟧展开。', fixed: '围绕“提质”展开。' },
    { bad: '围绕⟦“提质“⟧展开。', fixed: '围绕“提质”展开。' },
    { bad: '印发⟦（试行)⟧办法。', fixed: '印发（试行）办法。' },
    { bad: '印发⟦《⟧管理办法，认真落实。' },
    { bad: '⟦（二、⟧讲座每周一场。', fixed: '（二）讲座每周一场。' },
    { bad: '学习⟦“开馆办法》⟧。', fixed: '学习《开馆办法》。' },
  ],
  good: [
    '落实“一岗双责”“三会一课”，（含《办法》）。',
    '目标：1）提质；2）增效。',
    '他写道：\n“第一段说服务。\n“第二段说落实。”',
    '通知说：“一、抓学习。\n二、抓服务。”',
    '第三条改为：“有下列情形的：\n（一）迟到；\n（二）早退。\n“情节轻微的，除外。”',
    '按前面的步骤3），重新登记。',
    '比赛用时12’30’’，比上次快5”。',
    '’25年度预算已经批复。',
    '由纸质登记=》扫码登记。',
    '（说明：\n1.周一闭馆。\n2.周二开馆。）',
  ],
};
