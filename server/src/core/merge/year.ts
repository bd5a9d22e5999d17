/** One office's reports over a time: sentences that recur, and whether plans were carried out. */
import { bigramsOf, sharedBigrams } from '../base/bigrams.js';
import type { ParsedSummary } from '../document/model.js';
import { HAN_NUMBER } from '../ledger/han-number.js';
import type { LedgerEntry } from '../ledger/model.js';
import { UNIT } from '../ledger/units.js';
import { isStock } from './figures.js';
import type { FollowedPlan, Piece, ToldOnce } from './model.js';
import { sentencesOf, withoutMarks } from './sentences.js';
import { magnitudeIn, sumOf } from './sum.js';

/** Shorter sentences are not combined. Characters without marks and blanks. */
const SHORTEST_SENTENCE = 6;

/** A month at the start of a sentence, which does not count when sentences are compared. */
const MONTH_LEAD = /^(?:本月|当月|\d{1,2}月份?|本周|当周)[，,]?/;

/** Events happened once in each report that mentions them, unless a word says how often. */
const EVENT = /例会|会议|巡查|检查|走访|演练|培训|座谈|宣讲|活动/;
const REGULAR = /每|定期|经常|坚持|持续|常态|累计|多次/;

export interface SourceWithFigures {
  readonly summary: ParsedSummary;
  readonly entries: readonly LedgerEntry[];
}

/** What several of the pieces, of different sources, say but for their figures; by the sentence without its marks in each. */
export function findRepeated(
  pieces: readonly Piece[],
  sources: readonly SourceWithFigures[],
): ToldOnce[] {
  const groups = new Map<string, { sentence: string; piece: Piece }[]>();
  for (const piece of pieces) {
    if (piece.isVerbatim) continue;
    for (const { start, end } of sentencesOf(piece.text).slice(piece.depth > 0 ? 1 : 0)) {
      const sentence = piece.text.slice(start, end).trim();
      const key = skeletonOf(sentence);
      if (key.length < SHORTEST_SENTENCE) continue;
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      group.push({ sentence, piece });
    }
  }
  const found: ToldOnce[] = [];
  for (const group of groups.values()) {
    const count = new Set(group.map(({ piece }) => piece.source)).size;
    if (count < 2 || count !== group.length) continue;
    const text = combinedSentence(group, sources);
    if (text === null) continue;
    found.push({
      sentence: group[0]!.sentence,
      text,
      pieces: group.map(({ piece }) => piece.id),
    });
  }
  return found;
}

const HAN_COUNT = new RegExp(`${HAN_NUMBER}(?=${UNIT})`, 'g');

/** Sentences with the same skeleton differ in their figures alone. */
export const skeletonOf = (sentence: string): string =>
  withoutMarks(sentence.trim().replace(MONTH_LEAD, ''))
    .replace(/\d+/g, '#')
    .replace(HAN_COUNT, '#');

/** One sentence for all of them, with the figures added up; null where they may not be added. */
function combinedSentence(
  group: readonly { sentence: string; piece: Piece }[],
  sources: readonly SourceWithFigures[],
): string | null {
  const plain = group.map(({ sentence }) => sentence.replace(MONTH_LEAD, ''));
  const [first] = plain as [string];
  const rows = group.map(({ piece }, index) =>
    figuresIn(plain[index]!, piece, sources[piece.source]!),
  );
  if (!/\d/.test(first) && !rows.some((row) => row !== null && row.length > 0)) {
    if (plain.some((sentence) => withoutMarks(sentence) !== withoutMarks(first))) return null;
    if (!EVENT.test(first) || REGULAR.test(first)) return first;
    return first.replace(/[。！？]?$/, (mark) => `（共${group.length}次）${mark}`);
  }
  for (const [index, { piece }] of group.entries()) {
    const row = rows[index]!;
    const { summary } = sources[piece.source]!;
    const cannotBeAdded = ({ isVague, isPlan, base }: LedgerEntry) =>
      isVague || isPlan || base === '%';
    if (row === null || row.length !== plain[index]!.match(numbersOf(row))?.length) return null;
    if (row.some((entry) => cannotBeAdded(entry) || isStock(summary, entry))) return null;
  }
  const [row] = rows as [readonly LedgerEntry[]];
  const sums = row.map((_, column) => sumOf(rows.map((each) => each![column]!)));
  let next = 0;
  return first.replace(numbersOf(row), (number) => {
    const entry = row[next]!;
    const sum = sums[next++]!;
    const unitText = magnitudeIn(entry.number) + entry.unit;
    return sum.endsWith(unitText) ? sum.slice(0, -unitText.length) : number;
  });
}

/** The figures of a sentence of a piece; null where the sentence is not in its source as it is. */
function figuresIn(
  sentence: string,
  { span }: Piece,
  { summary, entries }: SourceWithFigures,
): readonly LedgerEntry[] | null {
  const at = summary.text.indexOf(sentence, span.start);
  if (at < 0 || at >= span.end) return null;
  return entries.filter(
    (entry) => entry.span.start >= at && entry.span.end <= at + sentence.length,
  );
}

/** The numbers of a sentence: all in digits, and those of its figures that are in Han digits. */
function numbersOf(figures: readonly LedgerEntry[]): RegExp {
  const han = figures.map(({ number }) => number).filter((number) => !/^\d/.test(number));
  return new RegExp(['\\d[\\d.,]*', ...han].join('|'), 'g');
}

/** From this share of its bigrams in a later result on, a plan is taken as done. */
const DONE_THRESHOLD = 0.6;
/** Words of plans that results do not repeat, and that do not count when both are compared. */
const PLAN_WORDS =
  /(?:下[一]?[步月周季]度?|计划|继续|力争|争取|确保|拟|将|要|抓好|做好|推进|完成|开展|组织|进一步|加强|年底前|月底前|月底|之前|前)/g;
const SHORTEST_PLAN = 4;

/** The plans of each report but the last one, and the later results that tell of them. */
export function followPlans(
  plans: readonly Piece[],
  results: readonly Piece[],
  count: number,
): FollowedPlan[] {
  const candidates = results.map((piece) => ({
    piece,
    bigrams: bigramsOf(withoutMarks(piece.text)),
  }));
  return plans
    .flatMap((piece) =>
      piece.depth > 0 && sentencesOf(piece.text).length < 2
        ? []
        : itemsOf(piece).map((text): FollowedPlan => {
            const bigrams = bigramsOf(withoutMarks(text.replace(PLAN_WORDS, '')));
            const later = candidates.filter(
              (each) => each.piece.source > piece.source && bigrams.size > 0,
            );
            const done = later.find(
              (each) => sharedBigrams(bigrams, each.bigrams) >= DONE_THRESHOLD * bigrams.size,
            );
            return {
              source: piece.source,
              piece: piece.id,
              text,
              done: done?.piece.id ?? null,
            };
          }),
    )
    .filter(({ source }) => source < count - 1);
}

/** The plans in a piece: each item of 一是…；二是…。 is one. */
function itemsOf({ text }: Piece): string[] {
  return text
    .split(/[。；;\r\n]/)
    .map((part) =>
      part.replace(/^[\s\u3000]*(?:[一二三四五六七八九十]{1,2}是|\d{1,2}[.、．])/, '').trim(),
    )
    .filter((part) => withoutMarks(part).length >= SHORTEST_PLAN);
}
