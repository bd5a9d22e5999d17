import { MASKS, type PlaceholderStyle } from './style.js';

/** Something to fill in or to choose. `text` is what stands there until then. */
export interface Stop {
  readonly shape: 'name' | 'figure' | 'year' | 'date' | 'choice';
  readonly text: string;
  /** Of a choice: all there is to choose from, the usual one first. */
  readonly choices?: readonly string[];
}

/** A text with tab stops: what a snippet is, in plain data. */
export type Part = string | Stop;

/** What is already known and need not be filled in again; it still is a stop, to be changed at will. */
export interface Known {
  /** `2026` */
  readonly year?: string | undefined;
  /** By the words in the brackets: 单位名称, 项目名称. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** `2026年上半年` */
  readonly period?: string | undefined;
  /** `2026年7月5日`, the date of signing. */
  readonly date?: string | undefined;
  /** What `{line0}`, `{line1}` and so on stand for: text, with no stop in it. */
  readonly lines?: readonly string[] | undefined;
}

const STOP =
  /【([^【】]+)】|\{(unit|period|date|line\d+)\}|(20XX年X月XX日|X月XX日)|(20XX)(?=年)|(X月|XX)/g;

/** Cuts the text of a phrase at its stops. Any text is a phrase; one without stops is one part. */
function readStops(text: string, known: Known): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(STOP)) {
    if (match.index > at) parts.push(text.slice(at, match.index));
    at = match.index + match[0].length;
    const [all, inner, given, date, year] = match;
    if (inner !== undefined) parts.push(bracketed(inner, known));
    else if (given?.startsWith('line')) parts.push(known.lines?.[Number(given.slice(4))] ?? all);
    else if (given === 'period') {
      if (known.period === undefined) parts.push({ shape: 'year', text: '20XX' }, '年');
      else parts.push({ shape: 'year', text: known.period });
    } else if (given === 'date') {
      parts.push({ shape: 'date', text: known.date ?? '20XX年X月XX日' });
    } else if (date !== undefined) parts.push({ shape: 'date', text: date });
    else if (year !== undefined) parts.push({ shape: 'year', text: known.year ?? year });
    else if (all === 'X月') parts.push({ shape: 'figure', text: 'X' }, '月');
    else parts.push({ shape: 'figure', text: all });
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

function bracketed(inner: string, { names }: Known): Stop {
  const choices = inner.split('｜').filter((choice) => choice !== '');
  if (choices.length > 1) return { shape: 'choice', text: choices[0]!, choices };
  if (/^[Xx×]+$/.test(inner)) return { shape: 'figure', text: 'XX' };
  return { shape: 'name', text: names?.[inner] ?? `【${inner}】` };
}

/** The text of a phrase with what is known filled in, its stops in the document's own style. */
export function renderStops(text: string, style: PlaceholderStyle, known: Known = {}): Part[] {
  const parts = readStops(text, known);
  return parts.map((part, index) => styled(part, parts[index - 1], parts[index + 1], style));
}

/** The mark of the style; a bracket stays where a mask would run into a letter or figure beside it. */
function styled(
  part: Part,
  before: Part | undefined,
  after: Part | undefined,
  style: PlaceholderStyle,
): Part {
  if (typeof part === 'string' || part.shape === 'choice') return part;
  const { text, shape } = part;
  const masked = text.includes('X') || text.startsWith('【');
  if (!masked) return part;
  if (style === 'bracket') {
    const inner = shape === 'date' ? '日期' : text;
    return text.startsWith('【') ? part : { ...part, text: `【${inner}】` };
  }
  const mask = MASKS[style];
  if (mask === null) return part;
  if (!text.startsWith('【')) return { ...part, text: text.replace(/X+/g, (x) => mask(x.length)) };
  const touches = (neighbour: Part | undefined, end: 0 | -1) =>
    neighbour !== undefined &&
    (typeof neighbour === 'string' ? /[A-Za-z0-9×_]/.test(neighbour.at(end)!) : true);
  if (touches(before, -1) || touches(after, 0)) return part;
  return { ...part, text: mask(2) };
}

/** What a reader sees before anything is filled in. */
export function textOf(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

/** The parts in the snippet syntax of the LSP: stops count from 1, and the last is the end. */
export function snippetOf(parts: readonly Part[]): string {
  let stop = 0;
  const snippet = parts.map((part) => {
    if (typeof part === 'string') return part.replace(/[\\$}]/g, '\\$&');
    stop++;
    if (part.choices === undefined) return `\${${stop}:${part.text.replace(/[\\$}]/g, '\\$&')}}`;
    return `\${${stop}|${part.choices.map((choice) => choice.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
  });
  return `${snippet.join('')}$0`;
}
