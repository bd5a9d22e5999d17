/** The runs of a paragraph: joined, trimmed, cut at line breaks. */

import type { Run } from '../../core/print/blocks.js';
import { sameLook } from '../../core/print/inline-markdown.js';

/** A run while its paragraph is read. */
export interface ReadRun extends Run {
  readonly underlined?: true;
}

/** Adds a run, to the last one where both look alike. */
export function appendRun(runs: ReadRun[], run: ReadRun): void {
  const last = runs.at(-1);
  if (last !== undefined && sameLook(last, run) && last.underlined === run.underlined)
    runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else runs.push(run);
}

/** Width of a tab, and of the longest `____` that is written, in half-width characters. */
const TAB = 8;
const LONGEST_BLANK = 30;

/**
 * Underlined blanks are blanks to fill in and become `____`. Blanks beside underlined words are underlined with
 * these, and stay blanks.
 */
export function fillBlanks(runs: readonly ReadRun[], hasLinedTabs: boolean): Run[] {
  const isBlank = ({ text, image }: ReadRun) => image === undefined && /^[\s\u3000]+$/.test(text);
  return runs.map((run, index): Run => {
    const { underlined, ...plain } = run;
    if (underlined === undefined)
      return hasLinedTabs ? { ...plain, text: withLines(plain.text) } : plain;
    const touches = [runs[index - 1], runs[index + 1]].some(
      (other) => other?.underlined === true && !isBlank(other),
    );
    const width = [...run.text].reduce((sum, character) => sum + widthOf(character), 0);
    if (!isBlank(run) || touches || width < 2 || run.text.includes('\n')) return plain;
    return { ...plain, text: '_'.repeat(Math.min(LONGEST_BLANK, Math.max(4, width))) };
  });
}

function widthOf(character: string): number {
  if (character === '\t') return TAB;
  return character === '\u3000' ? 2 : 1;
}

const withLines = (text: string) => text.replace(/\t/g, '_'.repeat(TAB));

/** Runs without empty ones, those that look alike joined. */
export function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) if (run.text !== '' || run.image !== undefined) appendRun(merged, run);
  return merged;
}

/** Blanks around a paragraph are layout: indentation typed with spaces, a space left at its end. */
export function trimRuns(runs: Run[]): Run[] {
  const trimmed = [...runs];
  const cut = (index: 0 | -1, pattern: RegExp) => {
    for (
      let run = trimmed.at(index);
      run !== undefined && run.image === undefined;
      run = trimmed.at(index)
    ) {
      const text = run.text.replace(pattern, '');
      if (text !== '') {
        trimmed[index === 0 ? 0 : trimmed.length - 1] = { ...run, text };
        return;
      }
      if (index === 0) trimmed.shift();
      else trimmed.pop();
    }
  };
  cut(0, /^\s+/);
  cut(-1, /(?<!\s)\s+$/);
  return trimmed;
}

/** Without the line breaks in it. */
export function joinLines(runs: readonly Run[]): Run[] {
  return runs.map((run) => ({ ...run, text: run.text.replace(/\n/g, '') }));
}

/** One list of runs for each line that holds something. */
export function splitLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)!.push({ ...run, text });
    }
  }
  return lines.map((line) => trimRuns(mergeRuns(line))).filter((line) => line.length > 0);
}

export function notBold({ bold: _, ...run }: Run): Run {
  return run;
}

/** The text of a heading, whose looks come from its style. */
export function bareText({ text, link, image, note }: Run): Run {
  return {
    text,
    ...(link !== undefined && { link }),
    ...(image !== undefined && { image }),
    ...(note !== undefined && { note }),
  };
}
