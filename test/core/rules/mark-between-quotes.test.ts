import assert from 'node:assert/strict';
import markBetweenQuotes from '../../../server/src/core/lint/rules/mark-between-quotes.js';
import { backing, findsEach, leavesAlone } from '../../helpers/rule-cases.js';

const BARE = '落实“一图”“一表”“一册”“一卡”。';

describe('mark-between-quotes', () => {
  findsEach(markBetweenQuotes, [
    // Each mark of a list, at the end of a line too.
    [`${BARE}推行“甲岗”⟦、⟧“乙岗”⟦、⟧“丙岗”。`, /本文别处的”“之间不用/],
    [`${BARE}\r\n推行“甲岗”⟦、⟧“乙岗”\r\n各馆照办。`, /本文别处的”“之间不用/],
    [
      '读《𠮷县志》《馆史》《年鉴》。\n订《画刊》⟦、⟧《图志》\n各馆照办。',
      /本文别处的》《之间不用/,
    ],
    // Quotations and titles are counted apart.
    [`${BARE}推行“甲岗”⟦、⟧“乙岗”。读《馆史》、《年鉴》、《县志》。`, /本文别处的”“之间不用/],
    [`${BARE}读《馆史》《年鉴》《县志》，订《画刊》⟦、⟧《图志》。`, /本文别处的》《之间不用/],
  ]);
  leavesAlone(markBetweenQuotes, [
    // No habit: one place without the mark, or as many with it as without.
    '落实“一图”“一表”，推行“甲岗”“乙岗”。',
    '落实“一图”“一表”，推行“甲岗”、“乙岗”。',
    '落实“一图”“一表”“一册”，推行“甲岗”、“乙岗”、“丙岗”。',
    '落实“一图”“一表”“一册”，推行“甲岗”、“乙岗”，办好“书市”、“讲座”。',
    '　　读《𠮷县志》、《馆史》、《年鉴》。\r\n　　订《画刊》《图志》《图鉴》。\r\n',
    `${BARE}读《馆史》、《年鉴》。`,
    // The second is no item of its own.
    `${BARE}推行“甲岗”、“乙岗”工作法。`,
    `${BARE}推行“甲岗”、“乙岗”（试行）。`,
  ]);

  it('leaves the change to the writer', () => {
    assert.deepEqual(backing(markBetweenQuotes, `${BARE}推行“甲岗”、“乙岗”。`), [
      ['GB/T 15834—2011 4.5.3.5', false],
    ]);
  });
});
