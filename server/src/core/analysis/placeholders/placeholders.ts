/**
 * Placeholders of anonymised and template texts: `XX`, `20XX年`, `X月XX日`, `____`, `【…】`, `某市`,
 * `（待补充）` and the other forms of the domain rules, 4.1, with the kind of what they stand for
 * (4.2). A false alarm is worse than a miss: where a guard doubts, there is no placeholder.
 */

import { firstAtLeast, firstIndex } from '../../base/sorted-array.js';
import { isInvisible, type Line, type Span, shift } from '../../base/text.js';
import { Summary } from '../../document/document.js';
import type { ParsedSummary } from '../../document/model.js';
import type { LineFacts } from '../../document/parsed-line.js';
import { matchBracket } from './brackets.js';
import type { Inference, PlaceholderKind } from './kinds.js';
import { inferBracketed, inferKind, LABELS, REACH } from './kinds.js';
import { matchBlankDate, matchDocumentNumber, matchMask, skipFrom } from './masks.js';
import type { Candidate, LineScan } from './scan.js';
import { after, before } from './scan.js';

export type { PlaceholderKind } from './kinds.js';

/** One thing to fill in. Offsets are UTF-16. */
export interface Placeholder {
  readonly span: Span;
  readonly text: string;
  readonly kind: PlaceholderKind;
  /** The mask tokens inside, such as X and XX of X月XX日; brackets are one token. */
  readonly tokens: readonly Span[];
  /** Key shared by the placeholders of one document that stand for the same name; null for figures. */
  readonly group: string | null;
  /** Short Chinese label: the measure word of a figure (人次, 万元), else what is missing (地名). */
  readonly label: string;
  /** Words such as 待定 that may be all there is to say. */
  readonly tentative: boolean;
}

export interface PlaceholderOptions {
  readonly markdown: boolean;
  /** Spans that never hold placeholders: code, links, front matter. Sorted, not overlapping. */
  readonly exempt: readonly Span[];
}

/** How far quotation marks around a placeholder are looked for. */
const QUOTE_REACH = 40;

/** True inside “” or 《》, judged by the nearest mark on each side. */
function isQuoted(scan: LineScan, span: Span): boolean {
  const open = /[“《][^“”《》。]*$/.exec(before(scan, span.start, QUOTE_REACH))?.[0].charAt(0);
  if (open === undefined) return false;
  const close = /^[^“”《》。]*([”》])/.exec(after(scan, span.end, QUOTE_REACH))?.[1];
  return close === (open === '“' ? '”' : '》');
}

const NAMES: ReadonlySet<PlaceholderKind> = new Set(['place', 'organization', 'person', 'name']);

/**
 * Group of a name: its token without regard to case and width, with the cue on its right (domain
 * rules 4.2). Without a cue the two Han characters on the right, or else on the left, take its
 * place, so that two unknown names are not taken for one.
 */
function groupOf(scan: LineScan, candidate: Candidate, token: string, inference: Inference) {
  if (!NAMES.has(inference.kind)) return null;
  if (candidate.inner !== undefined) return `${inference.kind}|${candidate.inner}`;
  const mask = token
    .replace(/[XＸｘ]/g, 'x')
    .replace(/＊/g, '*')
    .replace(/[◯〇]/g, '○');
  const cue =
    inference.cue ||
    /^[\u4e00-\u9fff]{1,2}/.exec(after(scan, candidate.span.end, 2))?.[0] ||
    /[\u4e00-\u9fff]{1,2}$/.exec(before(scan, candidate.span.start, 2))?.[0];
  return cue === undefined ? null : `${inference.kind}|${mask}|${cue}`;
}

function resolve(scan: LineScan, candidate: Candidate): Placeholder | null {
  const { span, tokens } = candidate;
  const text = scan.text.slice(span.start, span.end);
  let inference: Inference;
  if (candidate.kind !== undefined) {
    inference = { kind: candidate.kind, label: LABELS[candidate.kind], cue: '' };
  } else {
    const left = before(scan, span.start, REACH);
    const right = after(scan, span.end, REACH);
    const quoted = isQuoted(scan, span);
    inference =
      candidate.inner === undefined
        ? inferKind(text, left, right, quoted)
        : inferBracketed(candidate.inner, left, right, quoted);
    // One X with no cue on its right is a letter: X射线, X光, 变量X, “X”.
    if (candidate.weak === true && !isFigure(inference.kind)) return null;
    if (/^[XxＸｘ×]$/.test(text) && inference.cue === '' && !FIGURES.has(inference.kind))
      return null;
  }
  return {
    span,
    text,
    kind: inference.kind,
    tokens,
    group: groupOf(scan, candidate, text, inference),
    label: inference.label,
    tentative: candidate.tentative === true,
  };
}

/** Kinds that are only told from a measure word or unit beside the mask, so that they need no other cue. */
const FIGURES: ReadonlySet<PlaceholderKind> = new Set([
  'year',
  'date',
  'ordinal',
  'count',
  'money',
  'percent',
  'document-number',
]);

function isFigure(kind: PlaceholderKind): boolean {
  return FIGURES.has(kind) || kind === 'people' || kind === 'measure';
}

/** For each unit whether a form can start with it, and what must follow for that; 0 is passed over. */
const STARTS = new Uint8Array(0x10000);
const ALWAYS = 1;
/** The digits of a year or a date, of which a part is masked. */
const WITH_MASK = 2;
/** Brackets that stand everywhere. */
const WITH_WORD = 3;
/** What a date that was left blank begins with. */
const WITH_UNITS = 4;
for (const char of '【[［{$<〈待TXxＸｘ×_＿□○◯〇*＊某Nn?？') STARTS[char.charCodeAt(0)] = ALWAYS;
for (const char of '12') STARTS[char.charCodeAt(0)] = WITH_MASK;
for (const char of '（(〔') STARTS[char.charCodeAt(0)] = WITH_WORD;

for (const char of ' \u00a0\u3000年') STARTS[char.charCodeAt(0)] = WITH_UNITS;

/** 待, 某 and 年, the only Han characters among them. */
const DAI = 0x5f85;
const MOU = 0x67d0;
const YEAR_WORD = 0x5e74;

const MASK = /[XxＸｘ×＊*○◯□_＿]/;

/** A bracket with blanks, with words that ask for something, or with the year of a document number in it. */
const ASKING = /[（(〔](?:[ \u00a0\u3000]|[）)〕]|\s*[数内文待略暂此请TXxＸｘ×＊*12])/y;

/** The blanks before or after 年 in a date that was left blank, or its year. */
const BLANKED =
  /(?:(?:19|20)[\d \u00a0\u3000]{2,6}|[ \u00a0\u3000]{0,4})年[ \u00a0\u3000\d]{1,8}月|[ \u00a0\u3000]{1,8}月[ \u00a0\u3000]{1,8}日/y;

/** Offset from `at` on of the first unit with which a form can start, or `end`. */
function nextPossible(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const unit = text.charCodeAt(at);
    // Han characters are most of a text, and all but three need not even be looked up.
    const passed =
      unit >= 0x3400 && unit < 0xff00 && unit !== DAI && unit !== MOU && unit !== YEAR_WORD;
    if (!passed && STARTS[unit] !== 0) return at;
    at++;
  }
  return end;
}

/** Index of the first span that ends after `offset`. */
function firstAfter(spans: readonly Span[], offset: number): number {
  return firstIndex(spans.length, (index) => spans[index]!.end > offset);
}

/**
 * Placeholders of one line, `[start, end)` in UTF-16 offsets without its line end. Nothing outside
 * the line is looked at (but for `options.exempt`), so a result may be kept while the line stands.
 * Sorted, never overlapping. Rules: domain rules 4.1 (forms), 4.2 (kinds).
 */
export function findPlaceholdersInLine(
  text: string,
  start: number,
  end: number,
  options: PlaceholderOptions,
): Placeholder[] {
  if (nextPossible(text, start, end) === end) return [];
  if (nextInvisible(text, start, end) === end) return findVisible(text, start, end, options);
  // Found in what a reader sees, and told where that stands.
  const offsets: number[] = [];
  let seen = '';
  for (let at = start; at < end; at++) {
    if (isInvisible(text.charCodeAt(at))) continue;
    offsets.push(at);
    seen += text[at];
  }
  const exempt = options.exempt.map((span) => ({
    start: firstAtLeast(offsets, span.start),
    end: firstAtLeast(offsets, span.end),
  }));
  const place = (span: Span): Span => ({
    start: offsets[span.start]!,
    end: offsets[span.end - 1]! + 1,
  });
  return findVisible(seen, 0, seen.length, { ...options, exempt }).map((found) => {
    const span = place(found.span);
    const own = text.slice(span.start, span.end);
    return { ...found, span, text: own, tokens: found.tokens.map(place) };
  });
}

function nextInvisible(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isInvisible(text.charCodeAt(at))) at++;
  return at;
}

function findVisible(
  text: string,
  start: number,
  end: number,
  options: PlaceholderOptions,
): Placeholder[] {
  let at = nextPossible(text, start, end);
  const scan: LineScan = { text, start, end, markdown: options.markdown };
  const result: Placeholder[] = [];
  let next = firstAfter(options.exempt, start);
  let masked: boolean | undefined;
  const mayStart = (at: number): boolean => {
    const told = STARTS[text.charCodeAt(at)]!;
    if (told === ALWAYS) return true;
    if (told === WITH_MASK || told === WITH_UNITS) {
      masked ??= MASK.test(text.slice(start, end));
      if (masked && told === WITH_MASK) return true;
      BLANKED.lastIndex = at;
      return BLANKED.test(text);
    }
    ASKING.lastIndex = at;
    return ASKING.test(text);
  };
  for (; at < end; at = nextPossible(text, at, end)) {
    if (!mayStart(at)) {
      at++;
      continue;
    }
    let exempt = options.exempt[next];
    while (exempt !== undefined && exempt.end <= at) exempt = options.exempt[++next];
    if (exempt !== undefined && exempt.start <= at) {
      at = exempt.end;
      continue;
    }
    const candidate =
      matchDocumentNumber(scan, at) ??
      matchBracket(scan, at) ??
      matchMask(scan, at) ??
      matchBlankDate(scan, at);
    const overlaps =
      exempt !== undefined && candidate !== null && candidate.span.end > exempt.start;
    const found = candidate === null || overlaps ? null : resolve(scan, candidate);
    if (found === null) {
      at = skipFrom(scan, at);
    } else {
      result.push(found);
      at = found.span.end;
    }
  }
  return result;
}

/**
 * Placeholders of a whole text, whose lines are those of `splitLines`. Sorted, never overlapping;
 * offsets are UTF-16.
 */
export function findPlaceholders(
  text: string,
  lines: readonly Line[],
  options: PlaceholderOptions,
): Placeholder[] {
  const result: Placeholder[] = [];
  for (const line of lines) {
    for (const found of findPlaceholdersInLine(text, line.start, line.end, options)) {
      result.push(found);
    }
  }
  return result;
}

const known = new WeakMap<ParsedSummary, readonly Placeholder[]>();

/** Placeholders of a parsed summary; found once, however many ask. */
export function placeholdersOf(parsed: ParsedSummary): readonly Placeholder[] {
  const before = known.get(parsed);
  if (before !== undefined) return before;
  const { lineFacts, lineStarts, structure } = Summary.of(parsed);
  const found: Placeholder[] = [];
  for (const [index, line] of lineFacts.entries()) {
    if (structure.opaque?.[index] === 1) continue;
    for (const placeholder of placeholdersOfLine(line)) {
      found.push(moved(placeholder, lineStarts[index]!));
    }
  }
  known.set(parsed, found);
  return found;
}

/** With offsets of the line; one version of a text shares most of its lines with the next. */
const knownOfLines = new WeakMap<LineFacts, readonly Placeholder[]>();

function placeholdersOfLine(line: LineFacts): readonly Placeholder[] {
  let found = knownOfLines.get(line);
  if (found === undefined) {
    const { text, syntax, inlineExempt } = line;
    const options = { markdown: syntax === 'markdown', exempt: inlineExempt };
    found = findPlaceholdersInLine(text, 0, text.length, options);
    if (found.length === 0) found = NONE;
    knownOfLines.set(line, found);
  }
  return found;
}

const NONE: readonly Placeholder[] = [];

const moved = (placeholder: Placeholder, by: number): Placeholder => ({
  ...placeholder,
  span: shift(placeholder.span, by),
  tokens: placeholder.tokens.map((token) => shift(token, by)),
});
