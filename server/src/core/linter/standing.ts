/** Where findings stand, kept from version to version. */
import type { LineChange } from '../line-change.js';
import { type Finding, type Fix, place } from '../rule.js';
import type { Summary } from '../summary.js';
import { Findings, rankOf } from './findings.js';

/** A finding of the latest version. */
export interface Standing {
  /** As it was found. */
  readonly finding: Finding;
  /** UTF-16 units by which it has moved since. */
  readonly by: number;
  /** Whose it is; paragraph rules and document rules do not share numbers. */
  readonly rule: number;
  /** The first line that it and its fixes touch, and the one behind the last. */
  readonly firstLine: number;
  readonly endLine: number;
}

/** All findings in the order of the text: by their start, the longer first, then by rule. */
export class StandingFindings {
  private table: Table = emptyTable();

  /** `wide` are the ids of rules whose findings compete with none. */
  constructor(private readonly wide: ReadonlySet<string>) {}

  /** Begins anew. */
  begin(found: readonly Standing[]): void {
    this.table = emptyTable();
    for (const standing of [...found].sort(compare)) this.put(this.table.found.length, standing);
  }

  /**
   * Takes all to another version, where those that are wholly behind the change have moved. Forgets
   * those that touch what changed, and gives their rules but for those that are told paragraph by
   * paragraph.
   */
  follow(change: LineChange, isOfParagraphs: (rule: number) => boolean): Set<number> {
    const { starts, ends, firstLines, endLines, rules } = this.table;
    const { start, end, lines, units } = change;
    const touched = new Set<number>();
    for (let index = starts.length - 1; index >= 0; index--) {
      if (endLines[index]! <= start) continue;
      if (firstLines[index]! >= end) {
        starts[index]! += units;
        ends[index]! += units;
        firstLines[index]! += lines;
        endLines[index]! += lines;
      } else if (isOfParagraphs(rules[index]!)) this.remove(index);
      else if (!this.followAround(index, change)) {
        // Even if it is found again at the same offset, its line may be another.
        touched.add(rules[index]!);
        this.remove(index);
      }
    }
    return touched;
  }

  /** Puts in what is `fresh`, and what some rules say now of the whole text in the place of what they said. */
  replace(anew: ReadonlyMap<number, readonly Standing[]>, fresh: readonly Standing[]): void {
    const { rules, starts } = this.table;
    /** For each rule the indices of what it said. */
    const own: (number[] | undefined)[] = [];
    for (const rule of anew.keys()) own[rule] = [];
    for (let index = 0; index < rules.length; index++) own[rules[index]!]?.push(index);
    const gone: number[] = [];
    const come = [...fresh];
    for (const [rule, found] of anew) {
      // Most is what the rule said before, and stays: so no diagnostic is made of it again.
      let next = 0;
      for (const index of own[rule]!) {
        const start = starts[index]!;
        while (next < found.length && startOf(found[next]!) < start) {
          come.push(found[next++]!);
        }
        if (next < found.length && this.is(index, found[next]!)) next++;
        else gone.push(index);
      }
      while (next < found.length) come.push(found[next++]!);
    }
    for (const index of gone.sort((a, b) => b - a)) this.remove(index);
    for (const standing of come) this.put(this.placeOf(standing), standing);
  }

  /** All as they stand, until they go on to another version; to be kept, they need a table of their own. */
  findings(): Findings {
    const { found, starts, ends, ranks } = this.table;
    return new Findings({ found, starts, rivals: { ends, ranks } });
  }

  /** How far a finding has moved since it was found. UTF-16 units. */
  private moved(index: number): number {
    return this.table.starts[index]! - this.table.found[index]!.span.start;
  }

  /** True when a finding says what another one says, where that stands. */
  private is(index: number, standing: Standing): boolean {
    const { starts, ends, found } = this.table;
    const { finding, by } = standing;
    return (
      starts[index] === startOf(standing) &&
      ends[index] === finding.span.end + by &&
      (found[index] === finding || sameFinding(found[index]!, this.moved(index) - by, finding))
    );
  }

  /** Index at which a finding is to stand. */
  private placeOf(standing: Standing): number {
    let low = 0;
    let high = this.table.found.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = { finding: this.table.found[middle]!, by: this.moved(middle) };
      if (compare(other, standing) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private put(index: number, { finding, by, rule, firstLine, endLine }: Standing): void {
    const { found, starts, ends, firstLines, endLines, rules, ranks } = this.table;
    found.splice(index, 0, finding);
    starts.splice(index, 0, finding.span.start + by);
    ends.splice(index, 0, finding.span.end + by);
    firstLines.splice(index, 0, firstLine);
    endLines.splice(index, 0, endLine);
    rules.splice(index, 0, rule);
    ranks.splice(index, 0, rankOf(finding, this.wide));
  }

  private remove(index: number): void {
    const { found, starts, ends, firstLines, endLines, rules, ranks } = this.table;
    for (const list of [found, starts, ends, firstLines, endLines, rules, ranks]) {
      list.splice(index, 1);
    }
  }

  /** Takes a finding along that has something on both sides of a change: edits all over the text. False when something of it is in what changed. */
  private followAround(index: number, { last, start, end, lines, units }: LineChange): boolean {
    const { found, starts, ends, endLines } = this.table;
    const by = this.moved(index);
    let stale = false;
    const finding = place(found[index]!, (offset) => {
      const before = offset + by;
      const line = last.lineAt(before);
      if (line >= start && line < end) stale = true;
      return line < start ? before : before + units;
    });
    if (stale) return false;
    found[index] = finding;
    starts[index] = finding.span.start;
    ends[index] = finding.span.end;
    endLines[index]! += lines;
    return true;
  }
}

/** See `FindingTable`. */
interface Table {
  readonly found: Finding[];
  readonly starts: number[];
  readonly ends: number[];
  readonly firstLines: number[];
  /** The line behind the last that each touches. */
  readonly endLines: number[];
  readonly rules: number[];
  readonly ranks: number[];
}

const emptyTable = (): Table => ({
  found: [],
  starts: [],
  ends: [],
  firstLines: [],
  endLines: [],
  rules: [],
  ranks: [],
});

/** True when two findings say the same and their fixes do, the first one moved by so many UTF-16 units. */
function sameFinding(a: Finding, by: number, b: Finding): boolean {
  return (
    a.severity === b.severity &&
    a.source === b.source &&
    a.message.zh === b.message.zh &&
    a.message.en === b.message.en &&
    a.fixes.length === b.fixes.length &&
    a.fixes.every((fix, index) => sameFix(fix, by, b.fixes[index]!))
  );
}

function sameFix(a: Fix, by: number, b: Fix): boolean {
  return (
    a.safe === b.safe &&
    a.title.zh === b.title.zh &&
    a.title.en === b.title.en &&
    a.edits.length === b.edits.length &&
    a.edits.every(({ span, newText }, index) => {
      const other = b.edits[index]!;
      return (
        span.start + by === other.span.start &&
        span.end + by === other.span.end &&
        newText === other.newText
      );
    })
  );
}

type Placed = Pick<Standing, 'finding' | 'by'>;

const startOf = ({ finding, by }: Placed) => finding.span.start + by;

function compare(a: Placed, b: Placed): number {
  const [one, other] = [a.finding, b.finding];
  return (
    startOf(a) - startOf(b) ||
    other.span.end - other.span.start - one.span.end + one.span.start ||
    (one.rule < other.rule ? -1 : one.rule > other.rule ? 1 : 0)
  );
}

/** The first line that a finding and its fixes touch, and the one behind the last. */
export function linesOf({ span, fixes }: Finding, summary: Summary) {
  let low = span.start;
  let high = span.end;
  for (const { edits } of fixes) {
    for (const edit of edits) {
      low = Math.min(low, edit.span.start);
      high = Math.max(high, edit.span.end);
    }
  }
  return { firstLine: summary.lineAt(low), endLine: summary.lineAt(high) + 1 };
}
