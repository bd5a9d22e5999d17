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
  /** The first line that each report touches and the one behind the last; made when a first change asks. */
  private lines: { readonly first: number[]; readonly end: number[] } | null = null;
  /** How far each report is from where it stands. */
  private moved: number[] = [];

  /** `reports` are sorted, and stand where the version has them in which they were found. */
  constructor(private readonly reports: Report[]) {}

  get length(): number {
    return this.reports.length;
  }

  /** A report as it stands in the latest version. */
  at(index: number): Report {
    const by = this.moved[index] ?? 0;
    if (by !== 0) {
      this.reports[index] = shift(this.reports[index]!, by);
      this.moved[index] = 0;
    }
    return this.reports[index]!;
  }

  /** Goes on to another version; false when a report touches a line that changed, and nothing of this counts any longer. */
  follow(change: LineChange): boolean {
    if (this.reports.length === 0) return true;
    const { start } = change;
    const { first, end } = this.linesIn(change.last);
    for (let i = 0; i < this.reports.length; i++) {
      if (end[i]! <= start) continue;
      if (first[i]! >= change.end) {
        first[i]! += change.lines;
        end[i]! += change.lines;
        this.moved[i]! += change.units;
      } else if (!this.followAround(i, change)) return false;
    }
    return true;
  }

  private linesIn(summary: Summary) {
    if (this.lines !== null) return this.lines;
    const first: number[] = [];
    const end: number[] = [];
    for (const { span, fixes = [] } of this.reports) {
      let low = span.start;
      let high = span.end;
      for (const { edits } of fixes) {
        for (const edit of edits) {
          low = Math.min(low, edit.span.start);
          high = Math.max(high, edit.span.end);
        }
      }
      first.push(summary.lineAt(low));
      end.push(summary.lineAt(high) + 1);
    }
    this.moved = first.map(() => 0);
    this.lines = { first, end };
    return this.lines;
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
    this.lines!.end[index]! += lines;
    return true;
  }
}
