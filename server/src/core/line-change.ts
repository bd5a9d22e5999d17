import type { ChangedRange } from './changed-range.js';
import { firstAtLeast } from './sorted.js';
import type { Summary } from './summary.js';

/** What lies between two versions of a text: the paragraphs and lines that are other, and how far all behind them moved. */
export interface LineChange {
  readonly last: Summary;
  readonly summary: Summary;
  /** Those that are other, and those that stand between two that are. */
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
  const behind = (index: number) => paragraphLines[index]! + paragraphs.at(index)!.lines.length;
  const removes = range.endBefore > range.start;
  const first = removes ? Math.min(start, paragraphLines[range.start]!) : start;
  const end = removes ? Math.max(endBefore, behind(range.endBefore - 1)) : endBefore;
  // Between two lines that changed may stand paragraphs that are as they were, but have moved.
  let from = firstAtLeast(paragraphLines, first);
  if (from > 0 && behind(from - 1) > first) from--;
  let to = firstAtLeast(paragraphLines, end);
  // Where no paragraph is other, the range says nothing of its place.
  if (removes || range.endAfter > range.start) {
    from = Math.min(from, range.start);
    to = Math.max(to, range.endBefore);
  }
  const by = range.endAfter - range.endBefore;
  return {
    last,
    summary,
    paragraphs: { start: from, endBefore: to, endAfter: to + by },
    start: first,
    end,
    lines: endAfter - endBefore,
    units: summary.lineStarts.at(endAfter) - last.lineStarts.at(endBefore),
  };
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
