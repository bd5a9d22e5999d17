import assert from 'node:assert/strict';
import { parseSummary } from '../../../server/src/core/document/parse.js';
import { lint } from '../../../server/src/core/lint/linter.js';
import mixedHeadingEnd from '../../../server/src/core/lint/rules/mixed-heading-end.js';
import { DEFAULT_CONFIG } from '../../../server/src/core/settings/lint-config.js';
import { backing, findsEach, leavesAlone } from '../../helpers/rule-cases.js';

/** Headings of the second level, each with a line of text below. */
const chapter = (...titles: readonly string[]) =>
  titles.map((title, i) => `（${'一二三四五六'[i]}）${title}\n坚持每周一课。\n`).join('');

describe('mixed-heading-end', () => {
  findsEach(mixedHeadingEnd, [
    [chapter('抓学习', '抓服务⟦。⟧', '抓作风', '抓安全'), /别的二级标题末尾都没有句号/],
    [chapter('抓学习。', '抓服⟦务⟧', '抓作风。', '抓安全。'), /别的二级标题末尾都有句号/],
    [chapter('抓学习。', '讲“书⟦”⟧', '抓作风。', '抓安全。'), /这一条没有/],
    // Other levels have ways of their own, and what ends with another mark has none.
    [`一、回顾。\n${chapter('抓学习', '抓服务⟦。⟧', '抓作风', '抓安全')}`, /这一条有/],
    [
      chapter('抓学习。', '抓服⟦务⟧', '抓作风。', '抓安全。').replaceAll('\n', '\r\n　　'),
      /这一条没有/,
    ],
  ]);
  leavesAlone(mixedHeadingEnd, [
    chapter('抓学习', '抓服务：', '抓作风', '抓安全'),
    chapter('抓学习', '抓服务；', '抓作风', '抓安全'),
    chapter('抓学习。', '靠什么服务？', '抓作风。', '抓安全。'),
    chapter('抓学习。', '把服务抓实！', '抓作风。', '抓安全。'),
    chapter('抓学习。', '靠什么服务?', '抓作风。', '抓安全。'),
    chapter('抓学习。', '', '抓作风。', '抓安全。'),
    chapter('抓学习', '抓服务.', '抓作风', '抓安全'),
    chapter('抓学习。', '抓服务.', '抓作风。', '抓安全。'),
    chapter('抓学习。', '抓服务……', '抓作风。', '抓安全。'),
    `一、回顾。\n${chapter('抓学习', '抓服务', '抓作风', '抓安全')}`,
    `${chapter('抓学习', '抓服务', '抓作风', '抓安全')}1.抓读书。\n每人一册。\n`,
    // Half and half.
    chapter('抓学习', '抓服务。', '抓作风', '抓安全。'),
    chapter('抓学习。', '抓服务', '抓作风'),
  ]);

  it('leaves alone headings without a label', () => {
    const text = `# 总结\n\n## 概况。\n\n全年平稳。\n\n${chapter('抓学习', '抓服务', '抓作风', '抓安全').replaceAll('\n', '\n\n')}`;
    const { rules, config } = { rules: [mixedHeadingEnd], config: DEFAULT_CONFIG };
    assert.deepEqual(lint(parseSummary(text, 'markdown'), { rules, config }), []);
  });

  it('leaves the change to the writer', () => {
    assert.deepEqual(backing(mixedHeadingEnd, chapter('抓学习', '抓服务。', '抓作风', '抓安全')), [
      [null, false],
    ]);
  });
});
