/** Every numbering scheme: read, renumbered, moved, promoted, converted, referred to. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findReferences } from '../../server/src/core/analysis/references/references.js';
import { applyEdits } from '../../server/src/core/base/text.js';
import { styleOfForm, withNumber } from '../../server/src/core/document/label.js';
import { formOf } from '../../server/src/core/document/label-forms.js';
import {
  type ParsedSummary,
  type Section,
  walkSections,
} from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import {
  firstLabels,
  SCHEMES,
  type Scheme,
  schemeOf,
  schemeOfLabels,
} from '../../server/src/core/document/schemes.js';
import { convertNumbering } from '../../server/src/core/edits/move-sections/convert.js';
import { type Move, moveSections } from '../../server/src/core/edits/move-sections/move.js';
import { renumberDocument } from '../../server/src/core/edits/renumber.js';

/** How many children each section of a level has, and how deep it goes. */
interface Shape {
  readonly top: number;
  readonly counts: readonly number[];
  readonly depth: number;
  readonly end: string;
  readonly mark: string;
}

const shapes: fc.Arbitrary<Shape> = fc.record({
  top: fc.integer({ min: 2, max: 4 }),
  counts: fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 8, maxLength: 8 }),
  depth: fc.integer({ min: 2, max: 4 }),
  end: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\uFEFF'),
});

/** A document of a shape, numbered by a scheme, each title and each line of text different. */
function write(scheme: Scheme, { top, counts, depth, end, mark }: Shape): string {
  const lines: string[] = ['𠮷水图书馆工作总结', ''];
  let made = 0;
  const add = (level: number, path: readonly number[], count: number) => {
    const form = scheme.levels[level];
    if (form === undefined || level >= depth) return;
    const { outer, gap } = formOf(form);
    for (let number = 1; number <= count; number++) {
      made++;
      const label = withNumber(styleOfForm(form), number, path.slice(path.length - outer));
      lines.push(`${label}${gap}标题甲${made}乙`, `　　这里是正文第${made}段，办了讲座。`);
      add(level + 1, [...path, number], counts[made % counts.length]!);
    }
  };
  const volumes = { 'volume-of-two': 2, 'volume-of-three': 3 };
  add(0, [], volumes[scheme.levels[0] as keyof typeof volumes] ?? top);
  return mark + lines.join(end) + end;
}

/** Lines without their labels, in any order. */
const linesOf = (text: string) =>
  text
    .replace('\uFEFF', '')
    .split(/\r?\n/)
    .map((line) => /标题甲\d+乙$/.exec(line)?.[0] ?? line)
    .sort();

const labelsOf = (summary: ParsedSummary) =>
  walkSections(summary.sections).map(({ label, title }) => `${label?.marker} ${title}`);

/** The outline by titles alone. */
const treeOf = (sections: readonly Section[]): unknown[] =>
  sections.map(({ title, children }) => [title, treeOf(children)]);

function checkNumbered(text: string): void {
  const summary = parseSummary(text, 'plain');
  assert.deepEqual(applyEdits(text, renumberDocument(summary)), text);
}

const enough = (scheme: Scheme, { depth }: Shape) => Math.min(depth, scheme.levels.length);

for (const scheme of SCHEMES) {
  describe(`the numbering ${firstLabels(scheme).join(' ')}`, () => {
    const property = (run: (text: string, shape: Shape) => void) =>
      fc.assert(
        fc.property(shapes, (shape) => run(write(scheme, shape), shape)),
        { numRuns: 25 },
      );

    it('is read as it was written', () => {
      property((text, shape) => {
        const summary = parseSummary(text, 'plain');
        const written = text.split(/\r?\n/).filter((line) => line.includes('标题甲'));
        assert.deepEqual(
          labelsOf(summary).map((label) => label.replace(' ', '')),
          written.map((line) => line.replace(/^\uFEFF|[ \u3000]/g, '')),
        );
        const deepest = Math.max(...walkSections(summary.sections).map(({ level }) => level));
        assert.ok(deepest >= enough(scheme, shape));
        assert.ok(schemeOf(summary).levels.includes(scheme.levels[0]!));
        assert.deepEqual(renumberDocument(summary), []);
      });
    });

    it('is put in order where a section was taken out', () => {
      property((text) => {
        const summary = parseSummary(text, 'plain');
        const gone = summary.sections[0]!.children[0]!;
        const { start, end } = summary.lines[gone.line]!;
        const without = text.slice(0, start) + text.slice(end);
        const fresh = parseSummary(without, 'plain');
        const renumbered = applyEdits(without, renumberDocument(fresh));
        assert.deepEqual(linesOf(renumbered), linesOf(without));
        checkNumbered(renumbered);
      });
    });

    it('follows sections that move, each line of text once', () => {
      const moves: readonly Move[] = [
        { kind: 'up' },
        { kind: 'down' },
        { kind: 'promote' },
        { kind: 'demote' },
      ];
      let done = 0;
      property((text) => {
        const summary = parseSummary(text, 'plain');
        const sections = walkSections(summary.sections);
        for (const [index, move] of moves.entries()) {
          const { line } = sections[(index * 3 + text.length) % sections.length]!;
          const result = moveSections(summary, [line], move);
          if ('refusal' in result) continue;
          done++;
          assert.deepEqual(linesOf(result.text), linesOf(text));
          assert.equal(applyEdits(text, result.edits), result.text);
          checkNumbered(result.text);
        }
      });
      assert.ok(done > 10);
    });

    it('becomes any other one, and itself again to the byte', () => {
      const others = fc.constantFrom(...SCHEMES);
      const check = (shape: Shape, other: Scheme) => {
        const text = write(scheme, shape);
        const summary = parseSummary(text, 'plain');
        const result = convertNumbering(summary, other);
        if ('refusal' in result) return;
        const converted = parseSummary(result.text, 'plain');
        assert.deepEqual(linesOf(result.text), linesOf(text));
        assert.deepEqual(treeOf(converted.sections), treeOf(summary.sections));
        checkNumbered(result.text);
        const back = convertNumbering(converted, scheme);
        assert.equal('refusal' in back ? back.refusal.zh : back.text, text);
      };
      fc.assert(fc.property(shapes, others, check), { numRuns: 60 });
    });

    it('is one that references can name', () => {
      property((text) => {
        const summary = parseSummary(text, 'plain');
        const gb = SCHEMES.find(({ id }) => id === 'gb')!;
        const plain = convertNumbering(summary, gb);
        if ('refusal' in plain) return;
        const referring = `${plain.text}另见本文一（二）所述。`;
        const before = parseSummary(referring, 'plain');
        const [reference] = findReferences(before);
        const result = convertNumbering(before, scheme);
        if ('refusal' in result) return;
        const [now] = findReferences(parseSummary(result.text, 'plain'));
        assert.equal(now?.target?.title, reference!.target!.title);
      });
    });
  });
}

describe('a unit’s own numbering', () => {
  it('is told by the first label of each level, and written so', () => {
    const own = schemeOfLabels(['第一章', '一．', '1、', 'a)'])!;
    assert.deepEqual(firstLabels(own), ['第一章', '一．', '1、', 'a)']);
    const text = '一、甲\n（一）乙\n1.丙\n二、丁\n';
    const result = convertNumbering(parseSummary(text, 'plain'), own);
    assert.equal('text' in result && result.text, '第一章　甲\n一．乙\n1、丙\n第二章　丁\n');
  });

  for (const labels of [['第一章', '第1章'], ['工作'], ['一、', '二、'], ['']]) {
    it(`is none in ${labels.join(' ')}`, () => assert.equal(schemeOfLabels(labels), null));
  }

  it('is refused where the document has more levels', () => {
    const text = '一、甲\n（一）乙\n1.丙\n';
    const result = convertNumbering(parseSummary(text, 'plain'), schemeOfLabels(['一、'])!);
    assert.match('refusal' in result ? result.refusal.zh : '', /层次比这套序号多/);
  });
});
