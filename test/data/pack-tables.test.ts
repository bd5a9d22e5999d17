import assert from 'node:assert/strict';
import { dict } from '@node-rs/jieba/dict.js';
import { finish, unpacked } from '../../server/scripts/language/data.js';
import { readCountsFile } from '../../server/scripts/language/pack/counts-file.js';
import { lookAlikesOf, readParts } from '../../server/scripts/language/pack/look-alikes.js';
import { writeTables } from '../../server/scripts/language/pack/tables-file.js';
import { placesOf, readDictionary, readingsOf } from '../../server/scripts/language/pack/words.js';
import { readTables } from '../../server/src/core/language/tables.js';

describe('packing tables', () => {
  const tables = {
    readings: new Map([
      ['重', ['zhong', 'chong']],
      ['绿', ['lü', 'lu']],
    ]),
    lookAlikes: new Map([['己', '已巳']]),
    placeAbbreviations: new Set(['京', '沪']),
    places: ['某某市', '某某县'],
    words: ['工作', '工作会', '工厂', '总结'],
    frequencies: Uint8Array.of(25, 9, 0, 17),
  };

  it('writes what is read back', () => {
    assert.deepEqual(finish(readTables(writeTables(tables))), tables);
  });

  it('writes what it reads of the tables that ship', () => {
    const shipped = finish(readTables(unpacked('tables').toString('utf8')));
    assert.deepEqual(finish(readTables(writeTables(shipped))), shipped);
  });

  it('makes the readings and words that ship', () => {
    const shipped = finish(readTables(unpacked('tables').toString('utf8')));
    const { characters } = readCountsFile(unpacked('counts'));
    const han = characters.filter((character) => /\p{Script=Han}/u.test(character));
    const known = new Set(han);
    const text = new TextDecoder().decode(dict);
    const { words, frequencies } = readDictionary(text, (character) => known.has(character));
    assert.deepEqual(words, shipped.words);
    assert.deepEqual(
      frequencies.map((steps) => Math.min(25, steps)),
      shipped.frequencies,
    );
    assert.deepEqual(readingsOf(han), shipped.readings);
  });

  it('takes words of two to six known characters that are frequent enough', () => {
    const { words, frequencies, characters } = readDictionary(
      '总结 64 n\n工作 5 n\n工 900 n\n工作者 4 n\n工作総 80 n\n工作总结工作总 9 n\n',
      (character) => '工作总结者'.includes(character),
    );
    assert.deepEqual(words, ['工作', '总结']);
    assert.deepEqual([...frequencies], [5, 12]);
    assert.equal(characters.get('工'), 900 + 5 + 4 + 80 + 9 + 9);
  });

  it('takes names of places, each once', () => {
    const lists = [
      [{ name: '乙市' }, { name: '甲省' }],
      [{ name: '市辖区' }, { name: '乙市' }],
    ];
    assert.deepEqual(placesOf(lists), ['乙市', '甲省']);
  });
});

describe('look-alikes', () => {
  const frequencies = new Map([...'己已巳惯掼清情'].map((character) => [character, 1000]));
  const strokes = new Map([
    ['己', 'abc'],
    ['已', 'abd'],
    ['巳', 'add'],
    ['惯', 'xxyabcdefgh'],
    ['掼', 'pqyabcdefgh'],
    ['清', 'uvwabcdefgh'],
    ['情', 'xxyhgfedcba'],
    ['卂', 'abc'],
  ]);

  it('are those with nearly the same strokes, the nearest first', () => {
    const found = lookAlikesOf({ strokes, parts: new Map(), frequencies });
    assert.equal(found.get('己'), '已');
    assert.equal(found.get('已'), '己巳');
    assert.equal(found.get('惯'), '掼清');
  });

  it('are never rare, but have look-alikes themselves', () => {
    const found = lookAlikesOf({ strokes, parts: new Map(), frequencies });
    assert.equal(found.get('卂'), '己已');
    assert.ok(![...found.values()].some((others) => others.includes('卂')));
  });

  it('are nearer when they share a part', () => {
    const parts = readParts('掼\t扌 贯\n惯\t忄 贯\n情\t忄 青\r\n清\t氵 青\n');
    assert.deepEqual(parts.get('情'), [['忄', '青']]);
    const alone = lookAlikesOf({ strokes, parts: new Map(), frequencies });
    assert.equal(alone.get('清'), '惯掼');
    const found = lookAlikesOf({ strokes, parts, frequencies });
    assert.equal(found.get('惯'), '掼清');
  });
});
