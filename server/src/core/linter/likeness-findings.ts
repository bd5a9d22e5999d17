/** What likeness rules find, put into the memos of the paragraphs that it is of. */
import type { LineChange } from '../line-change.js';
import type { ParagraphRecord } from '../paragraph-record.js';
import { type Likeness, type Report, shift } from '../rule.js';
import { sameData } from '../same-data.js';
import type { Summary } from '../summary.js';
import { Holders } from './holders.js';
import { addFinding, memoOf, type PlacedLikeness } from './memo.js';

/** A paragraph that did not change itself, of which one rule says something else. */
export interface SaidAnew {
  /** Of the paragraph, in the new version. */
  readonly index: number;
  /** Of the rule. */
  readonly number: number;
  /** By how many findings it has more. */
  readonly by: number;
}

export class LikenessFindings {
  /** Of each rule, told by its number. */
  private holders = new Map<number, Holders>();

  constructor(private readonly onRuleError: (rule: string, error: unknown) => void) {}

  /** Of a version that has none before it. */
  begin(summary: Summary): void {
    this.holders = new Map();
    placeAll(summary);
    // Each stands behind all before it, so that of none another one becomes the first.
    const none = new Set<PlacedLikeness>();
    for (const record of summary.structure.paragraphs.all()) {
      forget(record);
      for (const likeness of memoOf(record).likenesses) {
        of(this.holders, likeness).add(likeness, none);
        this.put(likeness, this.compare(likeness, firstsOf(likeness, this.holders)));
      }
    }
  }

  /** Goes on to another version. Gives what is said anew of paragraphs that did not change. */
  follow(
    { summary, paragraphs: range }: LineChange,
    removed: readonly ParagraphRecord[],
    added: readonly ParagraphRecord[],
  ): SaidAnew[] {
    for (const record of added) forget(record);
    const gone = removed.flatMap((record) => memoOf(record).likenesses);
    const come = added.flatMap((record) => memoOf(record).likenesses);
    const { holders } = this;
    const others = new Set<PlacedLikeness>();
    for (const likeness of gone) of(holders, likeness).remove(likeness, others);
    placeBetween(summary, range.start, range.endAfter);
    for (const likeness of come) of(holders, likeness).add(likeness, others);
    for (const likeness of gone) others.delete(likeness);
    for (const likeness of come) {
      others.delete(likeness);
      this.put(likeness, this.compare(likeness, firstsOf(likeness, holders)));
    }
    const anew: SaidAnew[] = [];
    for (const likeness of others) {
      const { record, number } = likeness;
      const memo = memoOf(record);
      const before = memo.findings.flatMap((placed) =>
        placed.number === number ? placed.report : [],
      );
      const reports = this.compare(likeness, firstsOf(likeness, holders));
      if (sameData(before, reports)) continue;
      memo.findings = memo.findings.filter((placed) => placed.number !== number);
      this.put(likeness, reports);
      const index = indexOf(memo.place, summary);
      anew.push({ index, number, by: reports.length - before.length });
    }
    return anew;
  }

  /** What a rule reports of a paragraph, by offsets from that one's start; nothing when it throws. */
  private compare(own: PlacedLikeness, firsts: readonly Likeness<unknown>[]): Report[] {
    const reports: Report[] = [];
    try {
      own.rule.compare(own, firsts, (report) => reports.push(shift(report, own.start)));
    } catch (error) {
      this.onRuleError(own.rule.id, error);
      return [];
    }
    return reports;
  }

  private put({ rule, number, record }: PlacedLikeness, reports: readonly Report[]): void {
    for (const report of reports) addFinding(memoOf(record), rule, number, report);
  }
}

/** Takes out of a memo what likeness rules said; another linter or version may have left it there. */
function forget(record: ParagraphRecord): void {
  const memo = memoOf(record);
  if (memo.findings.some(({ rule }) => rule.scope === 'likeness')) {
    memo.findings = memo.findings.filter(({ rule }) => rule.scope !== 'likeness');
  }
}

function of(holders: Map<number, Holders>, { number }: PlacedLikeness): Holders {
  let own = holders.get(number);
  if (own === undefined) {
    own = new Holders();
    holders.set(number, own);
  }
  return own;
}

function firstsOf(likeness: PlacedLikeness, holders: Map<number, Holders>): PlacedLikeness[] {
  const own = of(holders, likeness);
  return likeness.keys.map((key) => own.first(key));
}

/** Gives every paragraph of a version its place. */
function placeAll({ structure }: Summary): void {
  for (const [index, record] of structure.paragraphs.all().entries()) memoOf(record).place = index;
}

/** Gives the paragraphs from `start` to before `end` places between those of their neighbours. */
function placeBetween(summary: Summary, start: number, end: number): void {
  const { paragraphs } = summary.structure;
  const placeAt = (index: number) => {
    const record = index < 0 ? undefined : paragraphs.at(index);
    return record === undefined ? null : memoOf(record).place;
  };
  const gaps = end - start + 1;
  const behind = placeAt(end);
  const low = placeAt(start - 1) ?? (behind ?? 0) - gaps;
  const high = behind ?? low + gaps;
  let before = low;
  for (let index = start; index < end; index++) {
    const place = low + ((high - low) * (index - start + 1)) / gaps;
    // After fifty paragraphs put in at one place no number is left between two.
    if (place <= before || place >= high) {
      placeAll(summary);
      return;
    }
    memoOf(paragraphs.at(index)!).place = place;
    before = place;
  }
}

/** Index of the paragraph with a place, which one has. */
function indexOf(place: number, { structure: { paragraphs } }: Summary): number {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (memoOf(paragraphs.at(middle)!).place < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
