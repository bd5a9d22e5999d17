import { changedRange } from './changed-range.js';
import { place, type Report, shift } from './rule.js';
import type { Summary } from './summary.js';

/** What lies between two versions of a text: the lines that are other, and how far all behind them moved. */
export interface LineChange {
  readonly last: Summary;
  readonly summary: Summary;
  /** First line that is other. */
  readonly start: number;
  /** First line behind it that is the same, in the version before. */
  readonly end: number;
  /** Lines and UTF-16 units by which what stands behind has moved. */
  readonly lines: number;
  readonly units: number;
}

export function lineChange(last: Summary, summary: Summary): LineChange {
  const { start, endBefore, endAfter } = changedRange(last.lineFacts, summary.lineFacts);
  return {
    last,
    summary,
    start,
    end: endBefore,
    lines: endAfter - endBefore,
    units: summary.lineStarts[endAfter]! - last.lineStarts[endBefore]!,
  };
}

/**
 * What a document rule found, kept from version to version while nothing changes that the rule reads.
 * A change of the text only counts up how far each report has moved; it is made anew when somebody
 * asks for it, and of a rule that has found thousands of places only the first hundred are asked for.
 */
export class Carried {
  /** The first and the last line that each report touches, and how far it is from where it stands. */
  private readonly first: number[] = [];
  private readonly end: number[] = [];
  private readonly moved: number[] = [];

  /** `reports` are sorted; `lineAt` tells the line of an offset in the version they are of. */
  constructor(
    private readonly reports: Report[],
    lineAt: (offset: number) => number,
  ) {
    for (const report of reports) {
      let first = Number.POSITIVE_INFINITY;
      let last = 0;
      place(report, (offset) => {
        const line = lineAt(offset);
        first = Math.min(first, line);
        last = Math.max(last, line);
        return offset;
      });
      this.first.push(first);
      this.end.push(last + 1);
      this.moved.push(0);
    }
  }

  get length(): number {
    return this.reports.length;
  }

  /** A report as it stands in the latest version. */
  at(index: number): Report {
    const by = this.moved[index]!;
    if (by !== 0) {
      this.reports[index] = shift(this.reports[index]!, by);
      this.moved[index] = 0;
    }
    return this.reports[index]!;
  }

  /** Goes on to another version; false when a report touches a line that changed, and nothing of this counts any longer. */
  follow(change: LineChange): boolean {
    const { start, end } = change;
    for (let i = 0; i < this.reports.length; i++) {
      if (this.end[i]! <= start) continue;
      if (this.first[i]! >= end) {
        this.first[i]! += change.lines;
        this.end[i]! += change.lines;
        this.moved[i]! += change.units;
      } else if (!this.followAround(i, change)) return false;
    }
    return true;
  }

  /** The same for a report with something on both sides of the change: edits all over the text. */
  private followAround(index: number, change: LineChange): boolean {
    const { last, start, end, lines, units } = change;
    let stale = false;
    const report = place(this.at(index), (offset) => {
      const line = last.lineAt(offset);
      if (line >= start && line < end) stale = true;
      return line < start ? offset : offset + units;
    });
    if (stale) return false;
    this.reports[index] = report;
    this.end[index]! += lines;
    return true;
  }
}
