import assert from 'node:assert/strict';
import conflictingFigures from '../../../server/src/core/lint/rules/conflicting-figures.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';
import { findings } from '../../helpers/rule-examples.js';

describe('conflicting-figures', () => {
  findsEach(conflictingFigures, [
    ['⟦馆藏图书共计12.25万册⟧。\n目前⟦馆藏图书共计12.75万册⟧。', /另一处是12\.75，这里是12\.25/],
    // 共 and 为 in front of the figure are no part of the indicator, those at its beginning are.
    ['⟦惠民演出观众共3200人次⟧，⟦惠民演出观众3500人次⟧。', /另一处是3500/],
    ['⟦为民投入320万元⟧。\n⟦为民投入350万元⟧。', /这里是320/],
    [
      '⟦接待到馆读者3200人次⟧。⟦接待到馆读者3500人次⟧。⟦接待到馆读者3200人次⟧。⟦接待到馆读者3200人次⟧。',
      /另一处是3500/,
    ],
    ['　　𠮷县，⟦新建绿道12公里⟧。\r\n　　⟦新建绿道15公里⟧。\r\n', /另一处是15，这里是12/],
    // What comes far later in the sentence, or in the sentence before, limits something else.
    [
      '坚持每周一课，围绕读者需要延长开放时间，完善服务设施，改善阅览环境，⟦接待到馆读者3200人次⟧。目前⟦接待到馆读者3500人次⟧。',
      /另一处是3500/,
    ],
    ['上半年接待人次\n⟦接待到馆读者3200人次⟧。\n⟦接待到馆读者3500人次⟧。', /另一处是3500/],
    // One subject, or a sentence that names none.
    ['　　东馆：⟦接待到馆读者3200人次⟧；\n东馆：⟦接待到馆读者3500人次⟧。', /另一处是3500/],
    ['主要情况：⟦接待到馆读者3200人次⟧。\n⟦接待到馆读者3500人次⟧。', /另一处是3500/],
    ['上半年已有小结。⟦接待到馆读者3200人次⟧。\n⟦接待到馆读者3500人次⟧。', /另一处是3500/],
  ]);
  leavesAlone(conflictingFigures, [
    // The same figure.
    '改造书屋投入12.50万元。\n改造书屋共投入12.5万元。\n改造书屋投入12.5万元。',
    '接待到馆读者3.25万人次。\n接待到馆读者3.75万人次。',
    // Two periods.
    '今年以来，接待到馆读者3200人次。去年同期，接待到馆读者3500人次。',
    '上半年，围绕读者需要延长开放时间，完善服务设施，改善阅览环境，接待到馆读者3200人次。下半年，围绕读者需要开展送书下乡，办好流动书屋，走进学校，接待到馆读者3500人次。',
    '　　上半年，围绕读者需要延长开放时间，\n接待到馆读者3200人次。下半年，送书下乡，\n接待到馆读者3500人次。',
    '　　上半年，围绕𠮷县读者需要延长开放时间，\r\n接待到馆读者3200人次。下半年，送书下乡，\r\n接待到馆读者3500人次。',
    '接待到馆读者3200人次。预计到年底，接待到馆读者3500人次。',
    // Two places.
    '东馆：接待到馆读者3200人次；西馆：接待到馆读者3500人次。',
    '　　𠮷县馆：藏书20万册，接待到馆读者3200人次；\r\n西山馆：藏书10万册，接待到馆读者1500人次。',
    // Three figures, or one given often, are a table in words.
    '接待到馆读者3200人次。接待到馆读者3500人次。接待到馆读者3800人次。',
    '接待到馆读者3200人次。接待到馆读者3200人次。接待到馆读者3200人次。接待到馆读者3200人次。接待到馆读者3500人次。',
    // No name that says what was counted.
    '共接待3200人次，又接待3500人次。',
    '读者（含线上）3200人次，读者（含线上）3500人次。',
    '“书香家庭”活动参加者3200人次，“书香家庭”活动参加者3500人次。',
    // Results and plans.
    '一、回顾\n接待到馆读者3200人次。\n二、打算\n接待到馆读者3500人次。',
  ]);

  it('tells each place of the other figure', () => {
    const found = findings('接待到馆读者3200人次。\n接待到馆读者3500人次。', [conflictingFigures]);
    assert.deepEqual(
      found.map(({ message }) =>
        message.zh.slice(0, '同一指标在本文另一处是3500，这里是3200'.length),
      ),
      ['同一指标在本文另一处是3500，这里是3200', '同一指标在本文另一处是3200，这里是3500'],
    );
  });
});
