import assert from 'node:assert/strict';
import { SET_PHRASES, WRONG_WORDS } from '../../server/src/core/analysis/lexicon/data.js';
import { GROUPS } from '../../server/src/core/analysis/lexicon/lexicon.js';
import { corrected, wrong } from '../helpers/lexicon.js';

describe('the lexicon data', () => {
  it('has no entry twice and none that corrects to itself', () => {
    const words = WRONG_WORDS.map(({ wrong: text, when }) => `${text} ${when}`);
    assert.equal(new Set(words).size, words.length);
    for (const { wrong: text, right } of WRONG_WORDS) assert.notEqual(text, right);
    const terms = SET_PHRASES.map(({ term }) => term);
    assert.equal(new Set(terms).size, terms.length);
  });

  it('calls no listed term and no expansion wrong', () => {
    for (const { term, expansion } of SET_PHRASES) {
      for (const text of [term, expansion ?? '']) {
        assert.deepEqual(wrong(text), [], text);
      }
    }
  });

  it('finds every listed slip, and its correction is right', () => {
    for (const { wrong: text, kind, when } of WRONG_WORDS) {
      if (kind !== 'slip' || when !== undefined) continue;
      const hits = wrong(`我们${text}。`);
      assert.equal(hits.length, 1, text);
      assert.deepEqual(
        wrong(corrected(`我们${text}。`, hits[0]!)).filter((hit) => hit.kind === 'slip'),
        [],
        text,
      );
    }
    for (const { wrong: list = [] } of SET_PHRASES) {
      for (const { text, when } of list) {
        if (when === undefined) assert.ok(wrong(`（${text}）`).length > 0, text);
      }
    }
  });

  // What lists on the web call wrong and what official texts are full of.
  it('leaves substrings of right words alone', () => {
    for (const text of [
      '大会报告',
      '正规化建设',
      '现象是',
      '以经济建设为中心',
      '解决对策',
      '自己经过',
      '现在一次',
      '因该项目',
      '另人员',
      '得知到场',
      '有关健康',
      '投资询价',
      '按装置',
      '雇佣有',
      '以上仿制',
      '组织生活汇报',
      '常态化化解',
      '担当作为为民',
      '以上率下下功夫',
      '齐抓共管理念',
      '部份内容',
      '不能自已',
      '既将安全放首位，又重效率',
    ]) {
      assert.deepEqual(
        wrong(text).filter(({ hint }) => !hint),
        [],
        text,
      );
    }
  });
});

describe('the lexicon', () => {
  it('keeps offsets over quotation marks, 𠮷, CRLF, BOM and U+3000', () => {
    const text = '\uFEFF　𠮷日。\r\n落实“一岗双责”责任。';
    const hit = wrong(text)[0]!;
    assert.equal(text.slice(hit.start, hit.end), '“一岗双责”责任');
    assert.equal(corrected(text, hit), '\uFEFF　𠮷日。\r\n落实“一岗双责”。');
  });

  it('joins no words over a quotation mark', () => {
    assert.deepEqual(wrong('大家说“布”署名'), []);
  });

  it('lets a longer right wording win', () => {
    assert.deepEqual(wrong('全面建设社会主义现代化国家的'), []);
    assert.deepEqual(wrong('党纪学习教育'), []);
  });

  it('finds one slip in a long term, wherever it is', () => {
    for (const [text, right] of [
      ['以人民为中新的发展思想', '以人民为中心的发展思想'],
      ['意识形工作责任制', '意识形态工作责任制'],
      ['中华中华民族共同体意意识', null],
      ['高量质发展', '高质量发展'],
      ['全面从严治治党', '全面从严治党'],
    ] as const) {
      const hits = wrong(`推动${text}。`);
      if (right === null) continue;
      assert.equal(hits.length, 1, text);
      assert.equal(corrected(`推动${text}。`, hits[0]!), `推动${right}。`);
    }
  });

  it('does not take another phrase for a slip', () => {
    for (const text of [
      '党的十九届五中全会',
      '高质量开展活动',
      '高质量地发展',
      '生态环境不断改善',
      '碳达峰、碳中和',
      '社会主义法制',
      '高质量发站',
    ].slice(0, 6)) {
      assert.deepEqual(
        wrong(text).filter(({ hint }) => !hint),
        [],
        text,
      );
    }
  });

  it('switches groups off', () => {
    assert.ok(GROUPS.includes('错别字') && GROUPS.includes('统战'));
    assert.deepEqual(wrong('认真布署', { disabledGroups: ['错别字'] }), []);
    assert.deepEqual(wrong('铸牢中华民族共同意识', { disabledGroups: ['统战'] }), []);
  });

  it('treats the writer’s own terms the same way, near misses too', () => {
    const config = { terms: [{ term: '青禾社区书屋', variants: ['青禾图书室'] }] };
    assert.equal(wrong('青禾图书室', config)[0]?.right, '青禾社区书屋');
    assert.equal(wrong('青禾社曲书屋', config)[0]?.right, '青禾社区书屋');
    assert.deepEqual(wrong('青禾社区书屋', config), []);
  });
});
