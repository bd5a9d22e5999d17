import assert from 'node:assert/strict';
import { parseSummary } from '../../../server/src/core/document/parse.js';
import { lint } from '../../../server/src/core/lint/linter.js';
import climbingLevel from '../../../server/src/core/lint/rules/climbing-level.js';
import { DEFAULT_CONFIG } from '../../../server/src/core/settings/lint-config.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';

describe('climbing-level', () => {
  findsEach(climbingLevel, [
    ['一、回顾\n（1）服务\n⟦1.⟧办证。\n2.借书。\n（2）学习\n', /“1\.”比“（1）”高一层/],
    ['1.服务\n⟦（一）⟧办证。\n2.学习\n', /“（一）”比“1\.”高一层，却排在它下面/],
    ['　　1.𠮷县服务\r\n　　⟦（一）⟧办证。\r\n　　（1）借书。\r\n　　2.学习\r\n', /层次倒挂/],
  ]);
  leavesAlone(climbingLevel, [
    // The lower list ends with the document, begins anew, or lies in another part.
    '一、回顾\n1.服务\n（一）办证。\n（二）借书。\n',
    '1.服务\n（一）办证。\n1.证件。\n2.期限。\n（二）借书。\n',
    '1.服务\n（一）办证。\n（二）借书。\n一、打算\n2.学习\n',
    // The lists of a statute have an order of their own.
    '第一条　为管好书屋，制定本办法。\n第二条　书屋由社区管理。\n第三条　本办法自印发之日起施行。\n1.服务\n（一）办证。\n2.学习\n',
    // Siblings, and lists that go down.
    '1.服务\n1.办证\n2.借书\n',
    '1.服务\n（2）办证。\n2.学习\n',
    '前言。\n一、回顾\n（一）服务\n二、打算\n',
  ]);
  const markdown = (text: string) =>
    lint(parseSummary(text, 'markdown'), { rules: [climbingLevel], config: DEFAULT_CONFIG });

  it('sees no list go on after a Markdown heading', () => {
    assert.deepEqual(markdown('1.服务\n\n（一）办证。\n\n## 学习\n\n2.学习\n'), []);
    assert.deepEqual(markdown('## 1.服务\n\n（一）办证。\n\n## 2.学习\n'), []);
    assert.deepEqual(markdown('## 服务\n\n（一）办证。\n\n## 学习\n'), []);
    assert.equal(markdown('1.服务\n\n（一）办证。\n\n2.学习\n').length, 1);
  });
});
