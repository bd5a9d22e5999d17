import type { ChangedRange } from './changed-range.js';
import { type Finding, place, shift } from './rule.js';
import type { Summary } from './summary.js';

/** What lies between two versions of a text: the paragraphs and lines that are other, and how far all behind them moved. */
export interface LineChange {
  readonly last: Summary;
  readonly summary: Summary;
  readonly paragraphs: ChangedRange;
  /** First line that is other, or that is in a paragraph that is. */
  readonly start: number;
  /** First line behind it that is the same, in the version before. */
  readonly end: number;
  /** Lines and UTF-16 units by which what stands behind has moved. */
  readonly lines: number;
  readonly units: number;
}

export function lineChange(last: Summary, summary: Summary): LineChange {
  const change = summary.changeSince(last);
  const { start, endBefore, endAfter } = change.lines;
  const range = change.paragraphs;
  const { paragraphs, paragraphLines } = last.structure;
  const first = range.start < range.endBefore ? paragraphLines[range.start]! : start;
  const final = range.endBefore - 1;
  const end =
    final >= range.start ? paragraphLines[final]! + paragraphs.at(final)!.lines.length : endBefore;
  return {
    last,
    summary,
    paragraphs: range,
    start: Math.min(start, first),
    end: Math.max(endBefore, end),
    lines: endAfter - endBefore,
    units: summary.lineStarts.at(endAfter) - last.lineStarts.at(endBefore),
  };
}

/**
 * What a document rule found, kept from version to version while nothing changes that the rule reads.
 * A change of the text only counts up how far each finding has moved; it is made anew when somebody
 * asks for it.
 */
export class Carried {
  /** The first line that each finding touches and the one behind the last; made when a first change asks. */
  private lines: { readonly first: number[]; readonly end: number[] } | null = null;
  /** How far each finding is from where it stands. */
  private moved: number[] = [];

  /** `findings` are sorted, and stand where the version has them in which they were found. */
  constructor(private readonly findings: Finding[]) {}

  get length(): number {
    return this.findings.length;
  }

  /** A finding as it stands in the latest version: the same object as long as it does not move. */
  at(index: number): Finding {
    const by = this.moved[index] ?? 0;
    if (by !== 0) {
      this.findings[index] = shift(this.findings[index]!, by);
      this.moved[index] = 0;
    }
    return this.findings[index]!;
  }

  /** Goes on to another version; false when a finding touches a line that changed, and nothing of this counts any longer. */
  follow(change: LineChange): boolean {
    if (this.findings.length === 0) return true;
    const { start } = change;
    const { first, end } = this.linesIn(change.last);
    for (let i = 0; i < this.findings.length; i++) {
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
    for (const { span, fixes = [] } of this.findings) {
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

  /** The same for a finding with something on both sides of the change: edits all over the text. */
  private followAround(index: number, change: LineChange): boolean {
    const { last, start, end, lines, units } = change;
    let stale = false;
    const finding = place(this.at(index), (offset) => {
      const line = last.lineAt(offset);
      if (line >= start && line < end) stale = true;
      return line < start ? offset : offset + units;
    });
    if (stale) return false;
    this.findings[index] = finding;
    this.lines!.end[index]! += lines;
    return true;
  }
}

/** The lines on which rests what a rule said, kept from version to version. */
export class LinesRead {
  /** The first of each stretch of lines and the one behind its last. */
  private readonly first: number[] = [];
  private readonly end: number[] = [];

  /** The lines that hold the text between two UTF-16 offsets. */
  add(summary: Summary, from: number, to: number): void {
    const first = summary.lineAt(Math.max(0, from));
    const end = summary.lineAt(Math.max(from, to - 1)) + 1;
    const at = this.first.length - 1;
    // Most of what is read lies in or goes on from what was read before.
    if (at >= 0 && first >= this.first[at]! && first <= this.end[at]!) {
      this.end[at] = Math.max(this.end[at]!, end);
      return;
    }
    this.first.push(first);
    this.end.push(end);
  }

  /** Goes on to another version; false when one of the lines is other. */
  follow({ start, end, lines }: LineChange): boolean {
    for (let i = 0; i < this.first.length; i++) {
      if (this.end[i]! <= start) continue;
      if (this.first[i]! < end) return false;
      this.first[i]! += lines;
      this.end[i]! += lines;
    }
    return true;
  }
}
