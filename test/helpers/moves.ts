/** Any sequence of moves, and what must hold after each of them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type TextEdit } from '../../server/src/core/base/text.js';
import { readLabel } from '../../server/src/core/document/label.js';
import { type Syntax, walkSections } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { type Move, moveSections } from '../../server/src/core/edits/move-sections/move.js';
import { lint } from '../../server/src/core/lint/linter.js';
import climbingLevel from '../../server/src/core/lint/rules/climbing-level.js';
import labelNumber from '../../server/src/core/lint/rules/label-number.js';
import type { WholeText } from './fixtures.js';

/** A line without what a move may rewrite: `#`, a label and the blanks after it, references. */
function bare(line: string): string {
  const [, lead, rest] = /^([ \t\u3000]*)(?:#{1,6}(?!#)[ \t]*)?([\s\S]*)$/.exec(line)!;
  const [, indent, bold, text] = /^([ \t\u3000]*)(\*\*)?([\s\S]*)$/.exec(rest!)!;
  const label = readLabel(text!);
  const content = label === null ? text! : text!.slice(label.marker.length);
  return `${lead}${indent}${bold ?? ''}${content.replace(/^[ \t\u3000]+/, '')}`
    .replace(/本文[^，。]+所述/, '本文…所述')
    .replace(/^见[^，。]+。/, '见…。');
}

const linesOf = (text: string) => text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
const endsOf = (text: string) => text.match(/\r\n|\r|\n/g) ?? [];
const sorted = (list: readonly string[]) => [...list].sort();

/** The edits that take `edits` back. */
function inverse(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return edits.map(({ span, newText }) => {
    const start = span.start + shift;
    shift += newText.length - (span.end - span.start);
    return {
      span: { start, end: start + newText.length },
      newText: text.slice(span.start, span.end),
    };
  });
}

/** What is wrong with the numbers. */
function misnumbered(text: string, syntax: Syntax): string[] {
  const found = lint(parseSummary(text, syntax), { rules: [labelNumber, climbingLevel] });
  return found.map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end + 10)}`);
}

export interface Step {
  readonly kind: Move['kind'];
  readonly sections: readonly number[];
  readonly target: number;
}

/** Moves as a writer may ask for them; numbers choose among the sections that there are. */
export const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('up', 'down', 'promote', 'demote', 'before', 'after', 'into', 'onto'),
    sections: fc.array(fc.nat(1000), { minLength: 1, maxLength: 3 }),
    target: fc.nat(1000),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Applies the steps one after another and looks at every state. Gives back how many were not refused. */
export function check(original: string, syntax: Syntax, sequence: readonly Step[]): number {
  const wrong = misnumbered(original, syntax);
  const undo: { text: string; edits: TextEdit[] }[] = [];
  let text = original;
  for (const { kind, sections, target } of sequence) {
    const summary = parseSummary(text, syntax);
    const lines = [...walkSections(summary.sections)].map(({ line }) => line);
    if (lines.length === 0) return 0;
    const at = (index: number) => lines[index % lines.length]!;
    const move: Move =
      kind === 'up' || kind === 'down' || kind === 'promote' || kind === 'demote'
        ? { kind }
        : { kind, target: at(target) };
    const result = moveSections(summary, sections.map(at), move);
    if ('refusal' in result) continue;
    const { edits, newOffset } = result;
    for (const [index, { span }] of edits.entries()) {
      assert.ok(index === 0 || edits[index - 1]!.span.end < span.start, 'edits are apart');
    }
    const next = applyEdits(text, edits);
    assert.equal(applyEdits(next, inverse(text, edits)), text, 'undone');
    assert.deepEqual(sorted(linesOf(next).map(bare)), sorted(linesOf(text).map(bare)));
    assert.deepEqual(sorted(endsOf(next)), sorted(endsOf(text)), 'line ends');
    assert.equal(/[\r\n]$/.test(next), /[\r\n]$/.test(text), 'end of the document');
    assert.equal(next.lastIndexOf('\uFEFF'), text.lastIndexOf('\uFEFF'), 'byte order mark');
    const titles = (of: string) =>
      [...walkSections(parseSummary(of, syntax).sections)].map((s) => s.title);
    assert.deepEqual(sorted(titles(next)), sorted(titles(text)));
    for (const line of summary.lines) {
      // The last character of a line is no label.
      if (line.end - line.start < 8) continue;
      assert.equal(next[newOffset(line.end - 1)], text[line.end - 1], 'a place in the text');
    }
    undo.push({ text: next, edits: inverse(text, edits) });
    text = next;
  }
  for (const { text: before, edits } of undo.reverse()) text = applyEdits(before, edits);
  assert.equal(text, original);
  const end = undo[0]?.text ?? original;
  if (wrong.length === 0) assert.deepEqual(misnumbered(end, syntax), []);
  return undo.length;
}

/** Any sequences of moves in a whole text, with both kinds of line ends and an open or closed last line. */
export function checkWhole({ name, text, syntax }: WholeText, runs: number): void {
  let done = 0;
  fc.assert(
    fc.property(steps, fc.boolean(), fc.boolean(), (sequence, windows, open) => {
      let form = open ? text.trimEnd() : text;
      if (windows) form = `\uFEFF${form.replace(/^\uFEFF/, '').replace(/\r?\n/g, '\r\n')}`;
      done += check(form, syntax, sequence);
    }),
    { numRuns: runs },
  );
  assert.ok(done > runs, `${done} moves were made in ${name}`);
}
