import assert from 'node:assert/strict';
import { parseSummary } from '../../../server/src/core/document/parse.js';
import { lint } from '../../../server/src/core/lint/linter.js';
import similarParagraph from '../../../server/src/core/lint/rules/similar-paragraph.js';
import { numbers } from '../../helpers/numbers.js';
import { finds, findsEach, leavesAlone } from '../../helpers/rule-cases.js';
import { findings } from '../../helpers/rule-examples.js';

describe('similar-paragraph', () => {
  const tail = '组织读书分享会三十场，接待读者三千人次，整理馆藏资料两千册，受到读者好评。';
  findsEach(similarParagraph, [
    `馆内坚持每周开放七天，${tail}\n⟦馆内坚持每周开放六天⟧，${tail}`,
    `（一）抓服务。馆内坚持每周开放七天，${tail}\n⟦（一）抓服务⟧。馆内坚持每周开放六天，${tail}`,
    `馆内坚持每周开放七天，${tail}\n另一段话说的是别的事情，没有什么相同。\n⟦馆内坚持每周开放六天⟧，${tail}`,
  ]);
  leavesAlone(similarParagraph, [
    `馆内坚持每周开放七天，${tail}\n馆内坚持每周开放七天，${tail}`,
    `馆内每周开放，${tail.slice(0, 20)}\n馆内每周开门，${tail.slice(0, 20)}`,
    `${tail}\n${tail}书屋坚持每月盘点一次，组织志愿服务二十场，捐赠图书三百册，整理旧刊，走访村组。`,
    `${tail}书屋坚持每月盘点一次，组织志愿服务二十场，捐赠图书三百册，整理旧刊，走访村组。\n${tail}`,
  ]);

  /** `length` characters, hardly one of them twice, and others for every `seed`. */
  const characters = (seed: number, length: number) => {
    const next = numbers(seed);
    return String.fromCharCode(
      ...Array.from({ length }, () => 0x4e00 + Math.floor(next() * 20_000)),
    );
  };
  /** In how many of a hundred texts the second paragraph is found. Which pieces stand for one is left to chance. */
  const foundOf100 = (pair: (seed: number) => readonly [string, string]) =>
    Array.from({ length: 100 }, (_, i) => pair(i)).filter(
      ([one, other]) => findings(`${one}。\n${other}。`, [similarParagraph]).length > 0,
    ).length;
  const other = (length: number) => characters(1000, length);

  it('finds nearly all that differ in one character, wherever it stands', () => {
    for (const at of [0, 20, 40, 79]) {
      const found = foundOf100((seed) => {
        const one = characters(seed, 80);
        return [one, `${one.slice(0, at)}改${one.slice(at + 1)}`];
      });
      assert.ok(found >= 97, `${found} at ${at}`);
    }
  });

  it('finds what shares seven of ten pieces, the full stop counted, and nothing that shares fewer', () => {
    // Of 50 pieces 35 and 34 are shared: those of the first 38 and 37 characters.
    const sharing = (length: number) =>
      foundOf100((seed) => {
        const one = characters(seed, 52);
        return [one, one.slice(0, length) + other(52 - length)];
      });
    assert.ok(sharing(38) >= 50);
    assert.equal(sharing(37), 0);
  });

  it('compares with all of the longer one, whichever comes first', () => {
    // 69 pieces, the last with the full stop; of 98 that is more than seven of ten, of 99 less.
    for (const [more, isFound] of [
      [28, true],
      [30, false],
    ] as const) {
      const short = (seed: number) => characters(seed, 71);
      const long = (seed: number) => short(seed) + other(more);
      const found = [
        foundOf100((seed) => [short(seed), long(seed)]),
        foundOf100((seed) => [long(seed), short(seed)]),
      ];
      for (const count of found)
        assert.ok(isFound ? count >= 50 : count === 0, `${more}: ${found}`);
    }
  });

  it('leaves the names of attachments alone, and finds items of a list', () => {
    const table = '区图书馆二〇二四年度馆际互借和流动图书车进村入户开展借阅服务情况统计汇总表';
    finds(
      similarParagraph,
      `办好讲座。\n\n附件：1．${table}（上半年）\n　　　2．${table}（下半年）\n`,
    );
    finds(similarParagraph, `1．馆内坚持每周开放七天，${tail}\n⟦2．馆内坚持每周开放六天⟧，${tail}`);
  });

  it('takes no picture for what was written', () => {
    const picture = `![](图片/${'二〇二四年度馆内活动照片'.repeat(4)}.png)`;
    const text = `本馆坚持每周开放七天接待读者三千人次${picture}。\n\n分馆坚持每周开放七天接待读者三千人次${picture}。\n`;
    assert.deepEqual(lint(parseSummary(text, 'markdown'), { rules: [similarParagraph] }), []);
  });
});
