import assert from 'node:assert/strict';
import { parseSummary } from '../../../server/src/core/document/parse.js';
import { Linter } from '../../../server/src/core/lint/linter.js';
import statedCount from '../../../server/src/core/lint/rules/stated-count.js';
import { findsEach, leavesAlone, severities } from '../../helpers/rule-cases.js';

describe('stated-count', () => {
  findsEach(statedCount, [
    ['做好以下⟦10项⟧工作：一是抓学习；二是抓服务。\n全馆运行平稳。', /“10项”，后面列了2项/],
    // The words 以下 tell whose list it is, whatever is counted before.
    ['围绕两个重点做好以下⟦三项⟧工作：一是抓学习；二是抓服务。\n全馆运行平稳。', /“三项”/],
    // Sections within the stated number may be called anything.
    [
      '一、回顾\n做了以下⟦两项⟧工作：\n（一）落实学习计划\n（二）服务\n（三）宣传\n二、打算',
      /“两项”，后面列了3项/,
    ],
    [
      '　　上半年做好以下⟦三点⟧：\r\n　　一是办𠮷日展。\r\n　　二是送书。\r\n　　做好以下两点：\r\n　　一是早。\r\n　　二是快。\r\n',
      /“三点”，后面列了2项/,
    ],
  ]);
  leavesAlone(statedCount, [
    '办好以下一件实事：一是修书架；二是添座椅。\n全馆运行平稳。',
    '做好以下三五项工作：一是抓学习；二是抓服务。\n全馆运行平稳。',
    '一、回顾\n做了以下两项工作：\n（一）学习\n（二）服务\n（三）下步安排\n二、打算',
    '全馆运行平稳。\n他提出“以下三点：一是早，二是快”。\n会后落实。',
  ]);

  it('only hints where the writer may still be at it or the list may be another one', () => {
    const items = '一是抓学习；二是抓服务；三是抓作风。';
    for (const [text, severity] of [
      [`做好以下四项工作：${items}`, 'hint'],
      [`做好以下四项工作：${items}\n全馆运行平稳。`, 'warning'],
      [`做好以下两项工作：${items}`, 'warning'],
      [`落实两项措施：${items}\n全馆运行平稳。`, 'hint'],
      [`办好两件事：${items}\n全馆运行平稳。`, 'warning'],
      ['突出以下两个重点：\n一、学习\n二、服务\n三、协作', 'hint'],
    ] as const) {
      assert.deepEqual(severities(statedCount, text), [severity], text);
    }
  });

  describe('while the text is being written', () => {
    const text = [
      '一、回顾',
      '　　全年做了以下两项工作：',
      '　　一是办讲座。',
      '　　二是送书下乡。',
      // Longer than what is looked at to see whether a list begins.
      `　　${'各村读者都说方便，'.repeat(10)}盼着再来。`,
      '二、打算',
      '　　明年做好以下三项工作：',
      '　　一是办𠮷日展。',
      '　　二是修馆舍。',
      '　　三是添新书。',
      '　　全馆齐心协力。',
    ].join('\r\n');

    /** Checks version after version. */
    function writing() {
      let summary = parseSummary(text, 'plain');
      const linter = new Linter({ rules: [statedCount] });
      const told = () => linter.lint(summary).map(({ message }) => message.zh.split('。')[0]);
      return {
        told,
        /** Replaces some words; gives what is said then. */
        replace(from: string, to: string) {
          const start = summary.text.indexOf(from);
          summary = summary.edit({ start, end: start + from.length }, to);
          return told();
        },
      };
    }
    const FIRST = '前面说“两项”，后面列了3项';
    const SECOND = '前面说“三项”，后面列了4项';

    it('follows the list that changes', () => {
      const { told, replace } = writing();
      assert.deepEqual(told(), []);
      assert.deepEqual(replace('添新书。', '添新书；四是换旧书。'), [SECOND]);
      assert.deepEqual(replace('送书下乡。', '送书下乡；三是办展览。'), [FIRST, SECOND]);
      assert.deepEqual(replace('；四是换旧书', ''), [FIRST]);
      assert.deepEqual(replace('；三是办展览', ''), []);
    });

    it('follows lists that get or lose a paragraph, and sections', () => {
      const { told, replace } = writing();
      assert.deepEqual(told(), []);
      assert.deepEqual(replace('　　全馆', '　　四是换旧书。\r\n　　全馆'), [SECOND]);
      assert.deepEqual(replace('二、打算', '　　三是办展览。\r\n二、打算'), [FIRST, SECOND]);
      assert.deepEqual(replace('　　四是换旧书。\r\n', ''), [FIRST]);
      assert.deepEqual(replace('　　三是办展览。\r\n', ''), []);
      assert.deepEqual(replace('　　三是添新书。', '三、保障\r\n　　添新书。'), [
        '前面说“三项”，后面列了2项',
      ]);
    });
  });
});
