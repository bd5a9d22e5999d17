import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish, unpacked } from '../../server/scripts/language/data.js';
import {
  countNgrams,
  LEAST_DOCUMENTS,
  type WeightedTexts,
} from '../../server/scripts/language/pack/count.js';
import {
  type Ngrams,
  readCountsFile,
  writeCounts,
} from '../../server/scripts/language/pack/counts-file.js';
import { dropNames } from '../../server/scripts/language/pack/drop-names.js';
import { LEAST_COUNTS, prune, stepsOf } from '../../server/scripts/language/pack/prune.js';
import { LINE_END } from '../../server/src/core/language/alphabet.js';
import { type NgramCounts, readCounts } from '../../server/src/core/language/counts.js';

const SLOTS = 2 ** 14;

const packed = (texts: readonly WeightedTexts[]): NgramCounts =>
  finish(readCounts(writeCounts(prune(countNgrams(texts, SLOTS)))));

/** Steps of a wording, 0 where it is not kept; `\n` is the end of a line. */
const stepOf = (counts: NgramCounts, wording: string) =>
  counts.step(
    Array.from(wording, (unit) =>
      unit === '\n' ? LINE_END : counts.alphabet.idOf[unit.charCodeAt(0)]!,
    ),
  );

/** Documents of one line each. */
const lines = (weight: number, ...all: readonly string[]): WeightedTexts => ({
  documents: all.map((line) => [line]),
  weight,
});

/** What stands in the texts, counted the plain way. */
function countedPlainly(texts: readonly WeightedTexts[]) {
  const found = new Map<string, { count: number; documents: Set<string> }>();
  const add = (ngram: string, count: number, document: string) => {
    const entry = found.get(ngram) ?? { count: 0, documents: new Set() };
    entry.count += count;
    found.set(ngram, { ...entry, documents: entry.documents.add(document) });
  };
  for (const [source, { documents, weight }] of texts.entries()) {
    for (const [index, own] of documents.entries()) {
      for (const line of own) {
        const text = `\n${runs(line)}\n`;
        for (let start = 0; start < text.length; start++) {
          for (let end = start + 1; end <= Math.min(start + 4, text.length); end++) {
            add(text.slice(start, end), weight, `${source} ${index}`);
          }
        }
      }
    }
  }
  return found;
}

const runs = (line: string) => line.replace(/[0-9]+/g, '0').replace(/[A-Za-z]+/g, 'a');

const TEXTS = fc.array(
  fc.record({
    documents: fc.array(
      fc.array(fc.string({ unit: fc.constantFrom(...'工作总结，31xY'), minLength: 1 }), {
        minLength: 1,
        maxLength: 4,
      }),
      { minLength: 1, maxLength: 6 },
    ),
    weight: fc.integer({ min: 3, max: 9 }),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Every n-gram of a file, as text. */
function wordingsOf({ characters, orders }: Ngrams): string[][] {
  return orders.map(({ ids, steps }, index) =>
    Array.from(steps, (_, at) =>
      Array.from(
        ids.subarray(at * (index + 1), (at + 1) * (index + 1)),
        (id) => characters[id]!,
      ).join(''),
    ),
  );
}

describe('packing counts', () => {
  it('gives back what is frequent enough in enough documents, and nothing else', () => {
    fc.assert(
      fc.property(TEXTS, (texts) => {
        const counts = packed(texts);
        const found = countedPlainly(texts);
        // Two lines have one end between them.
        found.delete('\n');
        for (const [ngram, { count, documents }] of found) {
          const order = ngram.length;
          const isKept =
            documents.size >= LEAST_DOCUMENTS[order - 1]! && count >= LEAST_COUNTS[order - 1]!;
          const wanted = isKept ? stepsOf(count) + 1 : 0;
          assert.equal(stepOf(counts, ngram), wanted, JSON.stringify(ngram));
        }
      }),
    );
  });

  it('keeps the parts of what it keeps', () => {
    fc.assert(
      fc.property(TEXTS, (texts) => {
        const orders = wordingsOf(prune(countNgrams(texts, SLOTS)));
        const kept = new Set(orders.flat());
        for (const ngram of orders.slice(1).flat()) {
          assert.ok(kept.has(ngram.slice(1)) && kept.has(ngram.slice(0, -1)), ngram);
        }
      }),
    );
  });

  it('keeps counts to half a doubling', () => {
    const counts = packed([lines(5, '年度计划', '年度计划', '年度计划'), lines(1, '计划')]);
    assert.equal(stepOf(counts, '年度计划'), stepsOf(15) + 1);
    assert.equal(stepOf(counts, '计划'), stepsOf(16) + 1);
    assert.deepEqual([1, 2, 3, 4, 6, 13, 1e6].map(stepsOf), [0, 2, 3, 4, 5, 7, 40]);
  });

  it('leaves out what stands in one document alone, however often', () => {
    const counts = packed([lines(50, '只此一家', '别无分号'), lines(9, '别无他法')]);
    assert.equal(stepOf(counts, '此一'), 0);
    assert.ok(stepOf(counts, '此') > 0);
    assert.ok(stepOf(counts, '别无') > 0);
  });

  it('leaves out what is rare, and four characters of two documents', () => {
    const counts = packed([
      lines(1, '补短板', '补短板', '补短板'),
      lines(9, '稳步推进', '稳步推进'),
    ]);
    assert.equal(stepOf(counts, '补短'), 0);
    assert.ok(stepOf(counts, '稳步推') > 0);
    assert.equal(stepOf(counts, '稳步推进'), 0);
  });

  it('makes one token of a run of digits or letters, whatever they are', () => {
    const counts = packed([lines(9, '共12人', '共3456人', '共７人', '选ＡB号', '选c号')]);
    assert.ok(stepOf(counts, '共0人') > 0);
    assert.ok(stepOf(counts, '选a号') > 0);
    assert.ok(!counts.alphabet.characters.some((character) => /[1-9b-zA-Z７Ａ]/.test(character)));
  });

  it('counts nothing across a character that is unknown', () => {
    const counts = packed([lines(9, '由\x02负责', '由\x02负责', '由\x02负责')]);
    assert.ok(stepOf(counts, '负责') > 0);
    assert.equal(stepOf(counts, '由\x02'), 0);
    assert.equal(stepOf(counts, '由负'), 0);
  });

  it('says when there are more n-grams than it has room for', () => {
    assert.throws(() => countNgrams([lines(9, '今天天气晴，宜出行')], 16), /slots/);
  });

  it('writes what it reads, byte for byte', () => {
    const shipped = unpacked('counts');
    const ngrams = readCountsFile(shipped);
    assert.ok(writeCounts(ngrams).equals(shipped));
    assert.ok(ngrams.orders.every(({ steps }, index) => steps.length > 0 && index < 4));
  });
});

describe('dropping names', () => {
  const said = ['本报记者钱小满', '通报，者钱小满在', '钱小满意见', '记者钱塘江'];
  const texts = said.map((line) => lines(9, line, line, line));
  const ngrams = prune(countNgrams(texts, SLOTS));
  const before = wordingsOf(ngrams).flat();
  const after = new Set(wordingsOf(dropNames(ngrams, new Set(['钱塘']))).flat());

  it('drops what holds a name that stands after a title elsewhere', () => {
    for (const ngram of ['记者钱小', '者钱小满', '钱小满', '钱小满意', '钱小满在']) {
      assert.ok(before.includes(ngram), ngram);
      assert.ok(!after.has(ngram), ngram);
    }
  });

  it('keeps words after a title, and all that is shorter than a name', () => {
    for (const ngram of ['记者钱塘', '本报记者', '小满', '满意见']) {
      assert.ok(after.has(ngram), ngram);
    }
    for (const ngram of before.filter(({ length }) => length < 3)) assert.ok(after.has(ngram));
  });
});
