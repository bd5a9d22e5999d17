import type { Run } from './blocks.js';

/** A run and where its text begins in the source (UTF-16); `end` is behind its closing marks. */
export interface PlacedRun extends Run {
  readonly at: number;
}

type Look = Omit<Run, 'text'>;

const TOKEN =
  /\\([\\`*_{}[\]()#+\-.!|<>~])|(`+)([^`\n]+?)\2(?!`)|!\[((?:\\[^\n]|[^[\]\\\n]){0,200})\]\(([^)\s]{1,2000})\)|\[((?:\\[^\n]|[^\]\\\n]){1,200})\]\(([^)\s]{1,2000})\)|(\*\*|__|~~|\*)/y;
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!|<>~])/g;
const PLAIN = /[^\\`![*_~]+/y;

/**
 * Reads the inline Markdown that summaries use: emphasis, code, links, pictures, escapes. A mark
 * without its partner stays text. Never throws.
 */
export function inlineRuns(text: string, start: number, end: number): PlacedRun[] {
  const runs: PlacedRun[] = [];
  read(text.slice(start, end), start, {}, runs);
  return runs;
}

function read(text: string, base: number, look: Look, runs: PlacedRun[]): void {
  let at = 0;
  /** Marks that close nowhere from here on. */
  const alone = new Set<string>();
  const add = (from: number, to: number, more: Partial<Run> = {}) => {
    if (to > from) push(runs, { ...look, text: text.slice(from, to), at: base + from, ...more });
  };
  while (at < text.length) {
    PLAIN.lastIndex = at;
    const plain = PLAIN.exec(text);
    if (plain !== null) {
      add(at, at + plain[0].length);
      at += plain[0].length;
      continue;
    }
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (token === null) {
      add(at, at + 1);
      at++;
      continue;
    }
    const [whole, escaped, ticks, code, alt, image, label, link, mark] = token;
    let next = at + whole.length;
    if (escaped !== undefined) add(at + 1, next);
    else if (ticks !== undefined) {
      const from = at + ticks.length;
      add(from, from + code!.length, { code: true });
    } else if (image !== undefined) {
      push(runs, { ...look, text: alt!.replace(ESCAPED, '$1'), at: base + at, image });
    } else if (link !== undefined) read(label!, base + at + 1, { ...look, link }, runs);
    else {
      const mayClose = opens(text, next, mark!) && !alone.has(mark!);
      const close = mayClose ? closing(text, next, mark!) : -1;
      if (mayClose && close < 0) alone.add(mark!);
      if (close < 0) add(at, next);
      else {
        read(text.slice(next, close), base + next, { ...look, ...lookOf(mark!) }, runs);
        next = close + mark!.length;
      }
    }
    at = next;
  }
}

function lookOf(mark: string): Look {
  if (mark === '~~') return { strike: true };
  return mark === '*' ? { italic: true } : { bold: true };
}

/** True for a mark with something behind it: ____ is a blank to fill in, 2 * 3 a product. */
function opens(text: string, from: number, mark: string): boolean {
  return !/[\s\u3000]/.test(text[from] ?? ' ') && text[from] !== mark[0];
}

/** Where the partner of an opening mark stands, or -1. */
function closing(text: string, from: number, mark: string): number {
  for (let at = text.indexOf(mark, from + 1); at >= 0; at = text.indexOf(mark, at + 1)) {
    const single = mark === '*' && (text[at + 1] === '*' || text[at - 1] === '*');
    if (single || /[\s\u3000\\]/.test(text[at - 1]!)) continue;
    return at;
  }
  return -1;
}

/** Adds a run; text in the look of the run before, right behind it, becomes part of that. */
function push(runs: PlacedRun[], run: PlacedRun): void {
  const last = runs.at(-1);
  if (last !== undefined && last.at + last.text.length === run.at && sameLook(last, run)) {
    runs[runs.length - 1] = { ...last, text: last.text + run.text };
  } else runs.push(run);
}

/** True when two runs look alike and neither is a picture. */
export function sameLook(a: Run, b: Run): boolean {
  return (
    a.image === undefined &&
    b.image === undefined &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.strike === b.strike &&
    a.code === b.code &&
    a.link === b.link &&
    a.heading === b.heading
  );
}
