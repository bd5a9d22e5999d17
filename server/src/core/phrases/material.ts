/**
 * What a week or a month left, as lines for its report: commits, the plan of an earlier report,
 * what is ticked and open in lists, notes. Every line is in the writer's words; nothing is added to it
 * but a blank for how far a plan has come.
 */

import { placeholdersOf } from '../analysis/placeholders/placeholders.js';
import { lastTextLine } from '../analysis/section-end.js';
import type { Day } from '../base/calendar.js';
import { readLabel } from '../document/label.js';
import type { ParsedSummary, Section } from '../document/model.js';
import { parseSummary } from '../document/parse.js';
import { rolesOf } from './caret-context.js';
import { type Days, daysOf, isWithin } from './period.js';

/** `done` and `planned` before go under the work of the period, `open` under the plan for the next. */
export type MaterialPart = 'done' | 'planned' | 'open';

export interface MaterialLine {
  /** Without a mark at its end. */
  readonly text: string;
  readonly part: MaterialPart;
}

export interface Material extends MaterialLine {
  /** The name of its file; null for a commit. */
  readonly source: string | null;
  /** Made for a report, and not just any line of a note. */
  readonly proposed: boolean;
}

export interface MaterialSources {
  /** Messages of the writer's own commits, the newest first, and the days on which they were made. */
  readonly commits: readonly { readonly message: string; readonly day: Day }[];
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** Nobody ticks more, of all sources and of one file. */
const MOST = 120;
const MOST_OF_FILE = 40;
/** What is shorter says nothing, what is longer is no line of a list. UTF-16 units. */
const SHORTEST = 2;
const LONGEST = 120;

/** The lines that a report on `period` may take over: commits first, then file by file; none twice. */
export function materialFor(sources: MaterialSources, period: string): Material[] {
  const days = daysOf(period);
  const commits = sources.commits
    .filter(({ day }) => days === null || isWithin(day, days))
    .map(({ message }) => commitLine(message))
    // They are told in the order in which they were made.
    .reverse()
    .map((text): Material => ({ text: text ?? '', part: 'done', source: null, proposed: true }));
  const files = sources.files.flatMap(({ name, text }) => {
    const summary = parseSummary(text, /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'plain');
    return linesOf(summary, days)
      .slice(0, MOST_OF_FILE)
      .map((line): Material => ({ ...line, source: name }));
  });
  const seen = new Set<string>();
  return [...commits, ...files]
    .filter(({ text }) => {
      const isNew = text.length >= SHORTEST && text.length <= LONGEST && !seen.has(text);
      seen.add(text);
      return isNew;
    })
    .slice(0, MOST);
}

type Line = Omit<Material, 'source'>;

/** Commits that no reader of a report wants to know of. */
const NO_WORK = /^(?:merge\b|revert\b|fixup!|squash!|amend!|wip\b|bump\b|initial commit\b)/i;
const TYPE =
  /^(feat|fix|docs|style|refactor|perf|test|build|ci|chore|hotfix|bugfix)(?:[(（][^()（）]*[)）])?!?[:：]\s*/i;

/** The subject of a commit as a line: without its type and number; null for merges and the like. */
export function commitLine(message: string): string | null {
  const subject = message.trimStart().split(/\r?\n/, 1)[0]!;
  if (NO_WORK.test(subject)) return null;
  const type = TYPE.exec(subject);
  const text = bare(
    subject
      .slice(type?.[0].length ?? 0)
      .trimEnd()
      .replace(/[(（]?[#!]\d{1,9}[)）]?$/, ''),
  );
  const mends = /^(?:fix|hotfix|bugfix)$/i.test(type?.[1] ?? '');
  // Without its type, a mended fault would read as if it had been made.
  return mends && !/修|解决|改正|纠正|排除|\bfix/i.test(text) ? `修复：${text}` : text;
}

/** Of a report, what it planned; of a list, what is ticked and open; else each line of the period. */
function linesOf(summary: ParsedSummary, days: Days | null): Line[] {
  const planned = plannedLines(summary);
  const inPlan = new Set(planned.flatMap(({ lines }) => lines));
  const listed: Line[] = [];
  const noted: Line[] = [];
  let day: Day | null = null;
  for (const { index, start, end } of summary.lines) {
    if (inPlan.has(index)) continue;
    const line = summary.text.slice(start, end).replace(/^[\s\u3000\uFEFF]+/, '');
    day = dateOf(line, days) ?? day;
    const entry = entryOf(line);
    if (entry === null || (entry.part === 'done' && isOfOtherDays(day, days))) continue;
    if (entry.isTask) listed.push(entry);
    else noted.push(entry);
  }
  if (planned.length > 0) return [...planned, ...listed];
  return listed.length > 0 ? listed : noted;
}

const isOfOtherDays = (day: Day | null, days: Days | null) =>
  day !== null && days !== null && !isWithin(day, days);

const DATE =
  /^(?:#{1,6}\s*|[-*+]\s+|【)?(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})(?:日|号)?(?=[\s\u3000】:：，,（(]|$)/;

/** The day that a line of a diary begins with. Without a year, it is one of the period. */
function dateOf(line: string, days: Days | null): Day | null {
  const [, year, month, day] = DATE.exec(line) ?? [];
  if (month === undefined) return null;
  const [ofMonth, date] = [Number(month), Number(day)];
  if (ofMonth < 1 || ofMonth > 12 || date < 1 || date > 31) return null;
  const at = (ofYear: number): Day => ({ year: ofYear, month: ofMonth, day: date });
  if (year !== undefined) return at(Number(year));
  if (days === null) return null;
  // A week may lie in two years.
  const last = at(days.to.year);
  return isWithin(at(days.from.year), days) ? at(days.from.year) : last;
}

const TICKED = /^(?:[-*+]\s+)?(?:[[【［][xX√✓✔][\]】］]|[☑✅✔])\s*/;
const OPEN =
  /^(?:[-*+]\s+)?(?:[[［][ \u3000]?[\]］]|[☐□])\s*|^(?:\/\/|#|[-*+])?\s*(?:TODO|待办)(?:[(（][^()（）]*[)）])?\s*[:：]\s*|^(?:\/\/|#|[-*+])?\s*TODO\s+/i;

/** What a line of a list or a note says. */
function entryOf(line: string): (Line & { readonly isTask: boolean }) | null {
  const ticked = TICKED.exec(line);
  if (ticked !== null) {
    return { text: bare(line.slice(ticked[0].length)), part: 'done', proposed: true, isTask: true };
  }
  const open = OPEN.exec(line);
  if (open !== null) {
    return { text: bare(line.slice(open[0].length)), part: 'open', proposed: true, isTask: true };
  }
  if (/^(?:#|```|~~~|\||>|<|---)/.test(line)) return null;
  const text = bare(line.replace(DATE, '').replace(/^[\s\u3000】:：，,]+/, ''));
  return text === '' ? null : { text, part: 'done', proposed: false, isTask: false };
}

interface Planned extends Line {
  readonly lines: readonly number[];
}

/** What an earlier report said that it would do next, but for what is done by now. */
function plannedLines(summary: ParsedSummary): Planned[] {
  const blanks = placeholdersOf(summary).map(({ span }) => span);
  const planned: Planned[] = [];
  for (const section of planSections(summary.sections)) {
    const last = lastTextLine(summary, section);
    for (let index = section.line; index <= last; index++) {
      const line = summary.lines[index]!;
      // A heading announces; what is run in after it counts.
      const start = index === section.line ? section.titleSpan.end : line.start;
      let at = start;
      for (const part of summary.text.slice(start, line.end).split(/(?<=[。；;])/)) {
        const span = { start: at, end: at + part.length };
        at = span.end;
        // What was never filled in was never planned.
        if (blanks.some((blank) => blank.start < span.end && blank.end > span.start)) continue;
        const text = plannedText(part);
        if (text !== null) planned.push({ text, part: 'planned', proposed: true, lines: [index] });
      }
    }
  }
  return planned;
}

const planSections = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) =>
    rolesOf(section.title).includes('next') ? [section] : planSections(section.children),
  );

function plannedText(part: string): string | null {
  const trimmed = part.replace(/^[\s\u3000#*。；;]+/, '');
  if (TICKED.test(trimmed) || /[（(]?(?:已完成|已办结|完成)[）)][。；;\s]*$/.test(trimmed))
    return null;
  const text = bare(trimmed.replace(OPEN, ''));
  // What ends with a colon announces what comes.
  return text === '' || /[:：]$/.test(text) ? null : text;
}

/** A line without what it begins with as an item, and without a mark at its end. */
function bare(line: string): string {
  const text = line.replace(/^[\s\u3000]+/, '').replace(/^[-*+•·][\s\u3000]+/, '');
  const label = readLabel(text);
  return text
    .slice(label?.marker.length ?? 0)
    .replace(/^(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]，|其[一二三四五]，)/, '')
    .replace(/\*\*|__/g, '')
    .trimStart()
    .replace(/(?<![\s。；;，,.、])[\s。；;，,.、]+$/, '');
}
