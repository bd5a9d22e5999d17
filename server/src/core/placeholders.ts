import {
  type Inference,
  inferBracketed,
  inferKind,
  LABELS,
  type PlaceholderKind,
  REACH,
} from './placeholders/kinds.js';
import type { Line, Span } from './text.js';

export type { PlaceholderKind } from './placeholders/kinds.js';

/** Something still to be filled in. */
export interface Placeholder {
  readonly span: Span;
  readonly text: string;
  readonly kind: PlaceholderKind;
  /** Short Chinese label such as 人次, 万元 or 地名. */
  readonly label: string;
  /** The masks inside: X and XX of X月XX日. At least one. */
  readonly tokens: readonly Span[];
  /** Placeholders with the same key stand for the same name; null for figures and dates. */
  readonly group: string | null;
}

export interface PlaceholderOptions {
  readonly markdown: boolean;
  /** Spans that never hold placeholders: code, links, tables. Sorted, not overlapping. */
  readonly exempt: readonly Span[];
}

/** How a form is told from the text around it. `mask` looks at the words beside it, `field` at its own first. */
type Reading = 'date' | 'year' | 'document-number' | 'mask' | 'field';

interface Form {
  readonly pattern: RegExp;
  readonly reading: Reading;
  /** `plain` forms mean something else in Markdown. */
  readonly plainOnly?: boolean;
  /** False when the match is something else; offsets are those of the line. */
  readonly accept?: (line: string, match: RegExpExecArray, markdown: boolean) => boolean;
}

const MASK = '[XxＸｘ×＊*]';
const YEAR = `(?:(?:19|20)(?:\\d${MASK}|${MASK}{2})|${MASK}{1,4}|(?:19|20)\\d{2})年`;
const MONTH = `(?:${MASK}{1,2}|\\d{1,2})月`;
const DAY = `(?:${MASK}{1,2}|\\d{1,2})日`;
const TOKEN = /[XxＸｘ×＊*]+/g;

/** Words that only a field to be filled in has inside its brackets. */
const FIELD =
  /[XxＸ×]{2}|此处|请|输入|填|待[补核定填完确更]|姓名|名称|单位|部门|日期|时间|地点|金额|数量|数字|数据|内容|事项|标题|职务|年份|年月/;
/** Brackets that mark a note or a heading, not a gap. */
const NOTE = /^(?:\d+|附件.*|[图表注]\s?\d*|来源.*|摘要|关键词|编者按|略)$/;

const unquotedBracket = (line: string, { index, 0: text }: RegExpExecArray): boolean => {
  const inner = text.slice(1, -1);
  if (NOTE.test(inner)) return false;
  // At the start of a line, or right after its label, 【…】 is a decorated heading.
  const before = line.slice(Math.max(0, index - 12), index);
  const leads =
    index <= 12 &&
    /^[\s\u3000\uFEFF#*]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]*)?[\s\u3000]*$/.test(
      before,
    );
  return !leads || FIELD.test(inner);
};

const isField = (_: string, { 0: text }: RegExpExecArray) => FIELD.test(text.slice(1, -1));

/** In the order of precedence: a composite claims its text before the masks in it are looked at. */
const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(
      `[〔［\\[（(【](?:19|20)(?:\\d{2}|\\d${MASK}|${MASK}{2})[〕］\\]）)】] ?第?(?:${MASK}{1,6}|\\d{1,4})号`,
      'g',
    ),
    reading: 'document-number',
    accept: (_, { 0: text }) => /[XxＸｘ×＊*]/.test(text),
  },
  {
    pattern: new RegExp(`(?<![A-Za-z0-9])(?:(?:${YEAR})?${MONTH}${DAY}|${YEAR}${MONTH})`, 'g'),
    reading: 'date',
    accept: (_, { 0: text }) => (text.match(TOKEN) ?? []).length >= 2,
  },
  {
    pattern: new RegExp(`(?<!\\d)(?:19|20)(?:\\d${MASK}|${MASK}{2})(?=年)`, 'g'),
    reading: 'year',
  },
  {
    pattern: /[（(【[]待(?:补充?|核实?|定|填写?|完善|确认|更新)[^）)】\]\n]{0,30}[）)】\]]/g,
    reading: 'field',
  },
  {
    pattern: /(?<=^|[：:，,。；\s])(?:待补充|待核实|待填写?|暂缺)(?=$|[。，；,\s）])/g,
    reading: 'field',
  },
  { pattern: /(?<![A-Za-z0-9_])(?:TODO|TBD)(?![A-Za-z0-9_])/g, reading: 'field' },
  { pattern: /【[^】【\n]{1,40}】/g, reading: 'field', accept: unquotedBracket },
  { pattern: /\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}/g, reading: 'field' },
  { pattern: /[[［{〔][^\]［［{}〔〕\n]{1,40}[\]］}〕](?!\()/g, reading: 'field', accept: isField },
  { pattern: /<[\u4e00-\u9fff]{1,20}>/g, reading: 'field', accept: isField },
  { pattern: /（[ \u3000]{2,20}）|〔[ \u3000]{2,20}〕/g, reading: 'mask' },
  {
    pattern: /(?<![A-Za-z0-9_])_{2,}(?![A-Za-z0-9_])|＿{2,}/g,
    reading: 'mask',
    accept: (line, { 0: text }, markdown) =>
      // `__` begins bold in Markdown, and underscores alone on a line are a rule.
      (!markdown || text.length >= 3 || text[0] === '＿') &&
      line.length > text.length &&
      line.trim() !== text,
  },
  { pattern: /□{2,}/g, reading: 'mask' },
  {
    // 二○○○年 is a year, not a mask.
    pattern: /(?<![一二三四五六七八九十\d○〇◯])[○◯]{2,6}(?![一二三四五六七八九十\d○〇◯年])/g,
    reading: 'mask',
  },
  {
    pattern: /(?<=[\u4e00-\u9fff\d，。、：；“（])[*＊]{1,4}(?=[省市区县镇乡村局委办年月日])/g,
    reading: 'mask',
    plainOnly: true,
  },
  { pattern: /某某|某(?=省|市|县|区(?![域间])|镇|村|局|校|院|企业|单位|公司)/g, reading: 'mask' },
  {
    pattern: /(?<![A-Za-z0-9])[XxＸｘ]{1,12}(?![A-Za-z0-9])/g,
    reading: 'mask',
    accept: isMask,
  },
  { pattern: /(?<![\d×A-Za-z])×{2,6}(?![\d×A-Za-z])/g, reading: 'mask' },
  {
    pattern: /(?<![\d×A-Za-z“])×(?=[年月日省市县区人次场件元万亿个项名户家])/g,
    reading: 'mask',
  },
  { pattern: /(?<![A-Za-z0-9+＋/.“-])[Nn](?=[个项人家件年]|次(?!方))/g, reading: 'mask' },
];

/** X射线, 1+X, x86.com and f(x) are not masks. */
function isMask(line: string, { index, 0: text }: RegExpExecArray): boolean {
  const before = line[index - 1] ?? '';
  const end = index + text.length;
  const after = line[end] ?? '';
  if (/[+＋._/\\@#]/.test(before) || /[+＋@/\\_]/.test(after)) return false;
  if (after === '.' && /[A-Za-z0-9]/.test(line[end + 1] ?? '')) return false;
  if (text.length > 1) return true;
  return (
    !/[=*^()<>|&[-]/.test(before) &&
    !/[=*^()<>|&\]-]/.test(after) &&
    !/^(?:射线|光(?!荣|明)|线(?![上下索])|轴|染色体|档案|证书)/.test(line.slice(end, end + 3))
  );
}

/**
 * Placeholders of one line of text, `[start, end)` in UTF-16 offsets, so that a caller may keep the
 * result as long as the line does not change. Sorted, never overlapping. Never throws; the cost is
 * linear in the length of the line.
 */
export function findPlaceholdersInLine(
  text: string,
  start: number,
  end: number,
  { markdown, exempt }: PlaceholderOptions,
): Placeholder[] {
  const line = text.slice(start, end);
  if (!/[XxＸｘ×＊*【[［{〔<（(_＿□○◯某待暂TNn]/.test(line)) return [];
  const taken: Span[] = overlapping(exempt, start, end).map((span) => ({
    start: span.start - start,
    end: span.end - start,
  }));
  const found: Placeholder[] = [];
  for (const { pattern, reading, plainOnly, accept } of FORMS) {
    if (plainOnly && markdown) continue;
    const claimed: Span[] = [];
    let next = 0;
    for (const match of line.matchAll(pattern)) {
      if (accept !== undefined && !accept(line, match, markdown)) continue;
      const span = trim(match.index, match[0], reading);
      while (next < taken.length && taken[next]!.end <= span.start) next++;
      if (next < taken.length && taken[next]!.start < span.end) continue;
      claimed.push(span);
      found.push(describe(line, start, span, reading));
    }
    if (claimed.length > 0) merge(taken, claimed);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** All placeholders of a text; see {@link findPlaceholdersInLine}. */
export function findPlaceholders(
  text: string,
  lines: readonly Line[],
  options: PlaceholderOptions,
): Placeholder[] {
  const found: Placeholder[] = [];
  for (const { start, end } of lines) {
    for (const placeholder of findPlaceholdersInLine(text, start, end, options))
      found.push(placeholder);
  }
  return found;
}

/** The sorted spans that touch `[start, end)`, found by bisection: a document may have thousands. */
function overlapping(spans: readonly Span[], start: number, end: number): Span[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const found: Span[] = [];
  for (let i = low; i < spans.length && spans[i]!.start < end; i++) found.push(spans[i]!);
  return found;
}

function merge(sorted: Span[], more: readonly Span[]): void {
  for (const span of more) sorted.push(span);
  sorted.sort((a, b) => a.start - b.start);
}

/** A date keeps only what is masked: of 2024年X月X日 the year is known. */
function trim(index: number, text: string, reading: Reading): Span {
  if (reading !== 'date') return { start: index, end: index + text.length };
  const parts = [...text.matchAll(/[^年月日]+[年月日]/g)];
  const masked = parts.filter(({ 0: part }) => /[XxＸｘ×＊*]/.test(part));
  const last = masked.at(-1)!;
  return { start: index + masked[0]!.index, end: index + last.index + last[0].length };
}

function describe(
  line: string,
  offset: number,
  { start, end }: Span,
  reading: Reading,
): Placeholder {
  const text = line.slice(start, end);
  const { kind, label, cue } = infer(line, start, end, reading);
  const masks = reading === 'field' ? [] : [...text.matchAll(TOKEN)];
  const at = offset + start;
  return {
    span: { start: at, end: offset + end },
    text,
    kind,
    label,
    tokens:
      masks.length > 0
        ? masks.map(({ index, 0: mask }) => ({ start: at + index, end: at + index + mask.length }))
        : [{ start: at, end: offset + end }],
    group: NAMES.has(kind) ? `${text.toUpperCase()}·${kind}·${cue}` : null,
  };
}

/** Kinds of which two with the same mask and the same word after it are one name. */
const NAMES = new Set<PlaceholderKind>(['place', 'organization', 'person', 'name']);

function infer(line: string, start: number, end: number, reading: Reading): Inference {
  if (reading !== 'mask' && reading !== 'field') {
    return { kind: reading, label: LABELS[reading], cue: '' };
  }
  const text = line.slice(start, end);
  const before = line.slice(Math.max(0, start - REACH), start);
  const after = line.slice(end, end + REACH);
  const quoted = isQuoted(line, start);
  if (reading === 'mask') return inferKind(text, before, after, quoted);
  return inferBracketed(
    text.replace(/^[{$【[［〔<（(_＿]+|[}】\]］〕>）)_＿]+$/g, ''),
    before,
    after,
    quoted,
  );
}

/** True inside “” or 《》 opened not far before. */
function isQuoted(line: string, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 40); i--) {
    const mark = line[i];
    if (mark === '“' || mark === '《') return true;
    if (mark === '”' || mark === '》') return false;
  }
  return false;
}
