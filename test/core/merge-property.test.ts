/** Thirty offices made one: nothing is lost or told twice unawares, no sum is wrong, every contradiction is found. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { contradictions } from '../../server/src/core/ledger/contradictions.js';
import { ledgerOf } from '../../server/src/core/ledger/ledger.js';
import { frameOfKind, likelyKind } from '../../server/src/core/merge/frame.js';
import type {
  FigureForm,
  MergeChoices,
  MergeFrame,
  MergePlan,
  MergeSource,
} from '../../server/src/core/merge/model.js';
import { originsAt, originsOf } from '../../server/src/core/merge/origins.js';
import { planMerge } from '../../server/src/core/merge/plan.js';
import { sentencesOf, withoutMarks } from '../../server/src/core/merge/sentences.js';
import { writeMerge } from '../../server/src/core/merge/write.js';
import { departments, randomOf } from '../helpers/departments.js';

const syntaxOf = (file: string): Syntax => (file.endsWith('.md') ? 'markdown' : 'plain');

function sourcesOf(seed: number, count = 10): MergeSource[] {
  return departments(seed, count).all.map(({ file, text }) => ({
    name: file,
    summary: parseSummary(text, syntaxOf(file)),
  }));
}

const TEMPLATE = [
  '【单位名称】2026年上半年工作总结',
  '',
  '一、工作完成情况',
  '（一）抓好教师培训',
  '　　培训XX期。',
  '（二）宣传工作',
  '　　刊发信息XX条。',
  '二、存在的问题',
  '　　【问题】',
  '三、下一步打算',
  '　　【打算】',
  '',
  '【单位名称】',
].join('\n');

function frameFor(which: number, sources: readonly MergeSource[], target: Syntax): MergeFrame {
  if (which === 0) return frameOfKind(likelyKind(sources), sources, target);
  if (which === 1) return { summary: sources[0]!.summary, source: 0, isKind: false };
  return { summary: parseSummary(TEMPLATE, 'plain'), source: null, isKind: false };
}

/** Moves, ticks and forms as a writer might make them. */
function choicesFor(plan: MergePlan, seed: number): MergeChoices {
  const random = randomOf(seed);
  const some = <T>(list: readonly T[], count: number) =>
    Array.from({ length: Math.min(count, list.length) }, () => list[random(list.length)]!);
  const pieces = plan.blocks.flatMap(({ block }) => block.pieces.map(({ id }) => id));
  const slots = [null, ...plan.slots.map(({ id }) => id)];
  const blocks = plan.blocks.map(({ block }) => block.id);
  const forms: FigureForm[] = ['none', 'sum', 'list', 'table'];
  return {
    moves: some(blocks, random(6)).map((block) => ({
      block,
      slot: slots[random(slots.length)]!,
      before: random(2) === 0 ? blocks[random(blocks.length)]! : null,
    })),
    off: some(pieces, random(6)),
    allFigures: forms[random(4)]!,
  };
}

const bodySentences = (text: string, from = 0) =>
  sentencesOf(text)
    .slice(from)
    .map(({ start, end }) => withoutMarks(text.slice(start, end)))
    .filter((words) => words !== '');

describe('thirty offices made one', () => {
  const anyChoice = {
    seed: fc.integer({ min: 0, max: 1_000_000 }),
    which: fc.integer({ min: 0, max: 2 }),
    markdown: fc.boolean(),
    choice: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null }),
  };

  it('every sentence stands in it once, or was left out for a reason that is told', () => {
    fc.assert(
      fc.property(fc.record(anyChoice), ({ seed, which, markdown, choice }) => {
        const target: Syntax = markdown ? 'markdown' : 'plain';
        const sources = sourcesOf(seed);
        const frame = frameFor(which, sources, target);
        const first = planMerge(sources, frame, {}, target);
        const plan =
          choice === null ? first : planMerge(sources, frame, choicesFor(first, choice), target);
        const { text } = writeMerge(plan, target);
        const written = new Map<string, number>();
        for (const line of text.split(/\r\n|\n/)) {
          const plain = line.replace(
            /^[\s\u3000#]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)?/,
            '',
          );
          for (const words of bodySentences(plain)) {
            written.set(words, (written.get(words) ?? 0) + 1);
          }
        }
        const known = new Set<string>();
        for (const { decisions } of plan.blocks) {
          for (const fate of decisions) {
            if (!fate.isTaken) {
              assert.notEqual(fate.reason, null);
              for (const words of bodySentences(fate.piece.text)) known.add(words);
            }
            for (const { sentence } of fate.cut) known.add(withoutMarks(sentence));
          }
        }
        for (const fate of plan.apart) {
          for (const words of bodySentences(fate.piece.text)) known.add(words);
        }
        for (const { summary, name } of sources) {
          for (const { start, end, kind, bodyStart } of summary.paragraphs) {
            if (kind === 'heading' || kind === 'title') continue;
            const from = kind === 'run-in' ? bodyStart : start;
            const raw = summary.text.slice(from, end).replace(/^#+ /, '');
            for (const words of bodySentences(raw)) {
              const count = written.get(words) ?? 0;
              assert.ok(count > 0 || known.has(words), `${name}: lost: ${words}`);
              assert.ok(count <= 1 || words.length < 8, `${name}: told ${count} times: ${words}`);
            }
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('adds up what is the same thing, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const { all } = departments(seed);
        const sources = all.map(({ file, text }) => ({
          name: file,
          summary: parseSummary(text, syntaxOf(file)),
        }));
        const plan = planMerge(sources, frameFor(0, sources, 'plain'), {}, 'plain');
        const sums = new Map<string, number[]>();
        for (const { facts } of all) {
          for (const { indicator, unit, value } of facts) {
            const key = `${indicator} ${unit}`;
            sums.set(key, [...(sums.get(key) ?? []), value]);
          }
        }
        const found = new Set<string>();
        for (const { indicator, parts, sum, period, misfits, missing } of plan.figures) {
          const unit = /\D+$/.exec(parts[0]!.text)![0];
          const values = sums.get(`${indicator} ${unit}`);
          assert.ok(values, `${indicator} ${unit}`);
          found.add(indicator);
          assert.equal(period, '2026年上半年');
          assert.deepEqual(
            parts.map(({ text }) => Number.parseInt(text, 10)),
            values,
          );
          assert.equal(sum, values.reduce((a, b) => a + b, 0) + unit);
          assert.equal(new Set(parts.map(({ source }) => source)).size, values.length);
          assert.equal(missing.length, sources.length - values.length);
          // Last year's, plans, and 人次 beside 期 are named, and not added.
          for (const { why } of misfits) assert.ok(['plan', 'period', 'unit'].includes(why), why);
        }
        assert.ok(found.size >= 12, [...found].join());
        const { misfits } = plan.figures.find(({ indicator }) => indicator === '培训教师')!;
        assert.ok(misfits.some(({ why }) => why === 'unit'));
        assert.ok(misfits.some(({ why }) => why === 'plan'));
      }),
      { numRuns: 15 },
    );
  });

  it('finds every contradiction that was planted, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const { all, district, contradictions: planted } = departments(seed);
        const files = [...all, district];
        const ledgers = files.map(({ file, text }) =>
          ledgerOf(parseSummary(text, syntaxOf(file)), file),
        );
        const found = contradictions(ledgers).map(
          ({ first, other }) =>
            `${files[first.document]!.file} ${first.entry.indicator} ${first.entry.value} ${other.entry.value}`,
        );
        const expected = planted.map(({ file, indicator, own, other }) => {
          const scale = indicator === '投入经费' ? 10_000 : 1;
          return `${file} ${indicator} ${own * scale} ${other * scale}`;
        });
        assert.deepEqual(found.sort(), expected.sort());
      }),
      { numRuns: 25 },
    );
  });

  it('knows of each paragraph where it came from', () => {
    const sources = sourcesOf(7, 4);
    const plan = planMerge(sources, frameFor(0, sources, 'plain'), {}, 'plain');
    const document = writeMerge(plan, 'plain');
    const origins = originsOf(
      document,
      plan.sources.map(({ name }) => ({
        name,
        text: sources.find((each) => each.name === name)!.summary.text,
      })),
    );
    assert.ok(document.paragraphs.length > 20);
    for (const { text, from } of document.paragraphs) {
      assert.deepEqual(originsAt(origins, text), from);
      const { source, line } = from[0]!;
      const { summary } = sources.find(({ name }) => name === plan.sources[source]!.name)!;
      const { start, end } = summary.lines[line]!;
      const words = withoutMarks(summary.text.slice(start, end));
      for (const sentence of bodySentences(text)) assert.ok(words.includes(sentence), sentence);
    }
    // Still known when a sentence was added and another changed.
    const { text, from } = document.paragraphs.find((each) => bodySentences(each.text).length > 2)!;
    const [sentence] = sentencesOf(text);
    assert.deepEqual(originsAt(origins, `添一句。${text.slice(sentence!.end)}改过。`), from);
    assert.deepEqual(originsAt(origins, '从没写过的一句话。'), []);
  });
});
