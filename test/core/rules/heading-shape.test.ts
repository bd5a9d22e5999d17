import assert from 'node:assert/strict';
import { parseSummary } from '../../../server/src/core/document/parse.js';
import { lint } from '../../../server/src/core/lint/linter.js';
import headingShape from '../../../server/src/core/lint/rules/heading-shape.js';
import { DEFAULT_CONFIG } from '../../../server/src/core/settings/lint-config.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';

describe('heading-shape', () => {
  findsEach(headingShape, [
    ['一、加强学习\n二、⟦馆舍环境⟧\n三、规范管理', /“馆舍环境”却不是，句式不齐/],
    // A verb inside of a heading does not open it.
    ['一、加强学习\n二、⟦馆舍建设⟧\n三、规范管理', /“馆舍建设”却不是/],
    // Usual names count for neither shape.
    [
      '一、加强学习\r\n二、规范管理\r\n三、⟦𠮷日活动⟧\r\n四、存在问题\r\n五、工作打算',
      /“𠮷日活动”/,
    ],
  ]);
  leavesAlone(headingShape, [
    // Too few to be a habit.
    '一、加强学习\n二、馆舍环境',
    '一、加强学习\n二、馆舍环境\n三、存在问题',
    '一、加强学习\n二、规范管理\n三、馆舍环境\n四、馆藏情结',
    '一、加强学习\n二、规范管理\n三、馆舍环境\n四、馆藏特色\n五、读者服务',
    '一、加强学习\n二、规范管理\n三、\n',
    '一、加强学习\n二、规范管理\n三、不断完善制度',
    '一、加强学习\n二、规范管理\n三、大力培养人才',
  ]);

  it('is off by default', () => {
    const summary = parseSummary('一、加强学习\n二、馆舍环境\n三、规范管理', 'plain');
    assert.deepEqual(lint(summary, { rules: [headingShape], config: DEFAULT_CONFIG }), []);
  });
});
