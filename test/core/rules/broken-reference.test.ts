import assert from 'node:assert/strict';
import { parseSummary } from '../../../server/src/core/document/parse.js';
import { lint } from '../../../server/src/core/lint/linter.js';
import brokenReference from '../../../server/src/core/lint/rules/broken-reference.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';
import { findings } from '../../helpers/rule-examples.js';

describe('broken-reference', () => {
  findsEach(brokenReference, [
    [
      '一、回顾\n二、打算\n三、保障\n详见⟦第五部分⟧。',
      /找不到“第五部分”：本文只有“一、”至“三、”。/,
    ],
    [
      '一、回顾\r\n　（一）抓𠮷祥\r\n　（二）抓服务\r\n二、打算\r\n　见⟦第一部分第（四）项⟧。',
      /“一、回顾”下只有“（一）”至“（二）”。/,
    ],
    [
      '一、回顾\n（一）学习\n1.读书\n2.讲座\n二、打算\n见本文⟦一（一）3⟧。',
      /“（一）学习”下只有“1.”至“2.”/,
    ],
    [
      '一、回顾\n（一）学习\n（二）服务\n二、打算\n见本文⟦二（一）⟧。',
      /“二、打算”下没有这一级序号/,
    ],
  ]);
  leavesAlone(brokenReference, [
    // A single section, or a list that does not begin with one, is a matter of the numbering.
    '一、回顾\n（一）学习\n二、打算\n见本文一（二）。',
    '二、回顾\n三、打算\n见第五部分。',
    '一、回顾\n二、打算\n二、保障\n三、队伍\n见第二部分。',
    // Parts of another document, also where it is named in the line before.
    '一、回顾\n县里印发了书屋建设方案。该方案分为六个部分，任务分解见第六部分。\n二、打算',
    '一、回顾\n全县农家书屋图书更新和管理员培训的经费安排详见附件，其中，\r\n见第六部分。\n二、打算',
    // No section is written with 1. at all, or the part meant is not there itself.
    '一、回顾\n二、打算\n见第一部分第3点。',
    '三、回顾\n四、打算\n（一）学习\n（二）服务\n见本文二（三）。',
  ]);

  it('says in English too what is there', () => {
    const told = (reference: string) =>
      findings(`一、回顾\n（一）学习\n二、打算\n见${reference}。`, [brokenReference])[0]!.message
        .en;
    assert.match(told('第三部分'), /the last number is “二、”/);
    assert.match(told('本文二（一）'), /nothing there is numbered so/);
  });

  it('names a part that has no label by its heading', () => {
    const text =
      '# 总结\n\n## 第一部分 回顾\n\n（一）学习\n\n（二）服务\n\n## 第二部分 打算\n\n见第一部分（三）。\n';
    const [found] = lint(parseSummary(text, 'markdown'), { rules: [brokenReference] });
    assert.match(found!.message.zh, /：“第一部分 回顾”下只有“（一）”至“（二）”。/);
  });
});
