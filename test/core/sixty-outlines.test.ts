/** Sixty texts, each numbered as some unit does it, beside the outline a careful reader takes from it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { findReferences } from '../../server/src/core/analysis/references/references.js';
import { applyEdits } from '../../server/src/core/base/text.js';
import type { ParsedSummary, Section, Syntax } from '../../server/src/core/document/model.js';
import { walkSections } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { SCHEMES } from '../../server/src/core/document/schemes.js';
import { titleOf } from '../../server/src/core/document/title.js';
import { convertNumbering } from '../../server/src/core/edits/move-sections/convert.js';
import {
  type Moved,
  type MoveResult,
  moveSections,
} from '../../server/src/core/edits/move-sections/move.js';
import { renumberDocument } from '../../server/src/core/edits/renumber.js';

const folder = new URL('../fixtures/numbering/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const names = readdirSync(folder)
  .filter((name) => !name.endsWith('.outline.txt'))
  .sort();

/** Texts with a wrong number in them, and what renumbering writes there. */
const MISNUMBERED: Readonly<Record<string, readonly string[]>> = {
  '59-outsourcing.txt': ['3.'],
};

const GB = SCHEMES.find(({ id }) => id === 'gb')!;

function outlineOf(summary: ParsedSummary): string {
  const rows = [`标题：${titleOf(summary) || '（无）'}`];
  const add = (sections: readonly Section[], depth: number) => {
    for (const { label, title, children } of sections) {
      rows.push(`${'  '.repeat(depth)}${label?.marker ?? ''}|${title}`);
      add(children, depth + 1);
    }
  };
  add(summary.sections, 0);
  return `${rows.join('\n')}\n`;
}

function done(result: MoveResult): Moved {
  assert.ok('text' in result, 'refusal' in result ? result.refusal.zh : '');
  return result;
}

/** Lines of a text without the labels of its sections and what refers to them, in any order. */
function wordsOf(summary: ParsedSummary): string[] {
  const labels = walkSections(summary.sections).map(({ labelSpan, titleSpan }) => ({
    start: labelSpan.start,
    end: Math.max(labelSpan.end, titleSpan.start),
  }));
  const spans = [...labels, ...findReferences(summary).map(({ span }) => span)];
  const edits = spans.sort((a, b) => a.start - b.start).map((span) => ({ span, newText: '' }));
  return applyEdits(summary.text, edits).split(/\r?\n/).sort();
}

for (const name of names) {
  describe(`the text ${name}`, () => {
    const text = read(name);
    const syntax: Syntax = name.endsWith('.md') ? 'markdown' : 'plain';
    const summary = parseSummary(text, syntax);
    const expected = read(name.replace(/\.(?:txt|md)$/, '.outline.txt'));

    it('has the outline that a reader takes from it', () => {
      assert.equal(outlineOf(summary), expected);
    });

    it('has the same with CRLF and a BOM', () => {
      const other = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
      assert.equal(outlineOf(parseSummary(other, syntax)), expected);
    });

    it('is given back where a section goes up and down again', () => {
      for (const { line } of summary.sections.filter((_, index) => index % 2 === 1)) {
        const up = done(moveSections(summary, [line], { kind: 'up' }));
        const above = parseSummary(up.text, syntax);
        const down = done(moveSections(above, [up.headings[0]!], { kind: 'down' }));
        assert.equal(down.text, text);
      }
    });

    it('is renumbered only where its numbers are wrong', () => {
      const written = renumberDocument(summary).map(({ newText }) => newText);
      assert.deepEqual(written, MISNUMBERED[name] ?? []);
    });

    it('keeps each line of words where it is numbered as GB/T 9704 has it', () => {
      const result = done(convertNumbering(summary, GB));
      assert.deepEqual(wordsOf(parseSummary(result.text, syntax)), wordsOf(summary));
    });
  });
}

it('are sixty texts', () => assert.equal(names.length, 60));
