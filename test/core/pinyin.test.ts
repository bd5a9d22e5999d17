import assert from 'node:assert/strict';
import { matchesPinyin, pinyinOf, readingsOf } from '../../server/src/core/base/pinyin.js';
import { countCharacters } from '../../server/src/core/base/word-count.js';

describe('pinyin', () => {
  it('gives what a writer types with the input method off', () => {
    assert.deepEqual(pinyinOf('存在问题'), { initials: 'czwt', full: 'cunzaiwenti' });
    assert.deepEqual(pinyinOf('2024年绿化𠮷'), { initials: '2024nlh', full: '2024nianlvhua' });
    assert.deepEqual(readingsOf('𠮷'), []);
  });

  for (const [text, query, wanted] of [
    ['二、存在的主要问题', 'czd', true],
    ['二、存在的主要问题', 'cunzai', true],
    ['二、存在的主要问题', '问题', true],
    ['二、存在的主要问题', '存zdzy', true],
    ['二、存在的主要问题', 'wt', true],
    ['二、存在的主要问题', 'wtd', false],
    ['重点行业', 'zdhy', true],
    ['重点行业', 'chongdianxingye', true],
    ['A4纸', 'a4z', true],
    ['', 'a', false],
    ['总结', '', true],
  ] as const) {
    it(`${query || 'nothing'} is ${wanted ? '' : 'not '}found in ${text || 'nothing'}`, () =>
      assert.equal(matchesPinyin(text, query), wanted));
  }
});

describe('字数', () => {
  for (const [text, count] of [
    ['', 0],
    ['\uFEFF　　一、主要工作\r\n', 6],
    ['2024年完成85.5%，增长3.2亿元。', 12],
    ['使用 Word 与 WPS 写作', 7],
    ['𠮷野家——“好”……', 10],
    ['你好,世界', 5],
  ] as const) {
    it(`of ${JSON.stringify(text)} is ${count}`, () => assert.equal(countCharacters(text), count));
  }
});
