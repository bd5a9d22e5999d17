/** The runs of a paragraph: joined, trimmed, cut at line breaks. */

import type { Run } from '../../core/print/blocks.js';
import { sameLook } from '../../core/print/inline-markdown.js';

/** Adds a run, to the last one where both look alike. */
export function push(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last !== undefined && sameLook(last, run))
    runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else runs.push(run);
}

/** Runs without empty ones, those that look alike joined. */
export function merge(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) if (run.text !== '' || run.image !== undefined) push(merged, run);
  return merged;
}

/** Blanks around a paragraph are layout: indentation typed with spaces, a space left at its end. */
export function trim(runs: Run[]): Run[] {
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
  return lines.map((line) => trim(merge(line))).filter((line) => line.length > 0);
}

export function notBold({ bold: _, ...run }: Run): Run {
  return run;
}

/** The text of a heading, whose looks come from its style. */
export function bareText({ text, link, image }: Run): Run {
  return { text, ...(link !== undefined && { link }), ...(image !== undefined && { image }) };
}
