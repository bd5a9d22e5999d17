import assert from 'node:assert/strict';
import percentagePoints from '../../../server/src/core/lint/rules/percentage-points.js';
import { backing, findsEach, leavesAlone } from '../../helpers/rule-cases.js';
import { findings, fixOneByOne } from '../../helpers/rule-examples.js';

describe('percentage-points', () => {
  findsEach(percentagePoints, [
    ['满意率由85%提高到98%，提高了⟦13%⟧。', /相差的是13个百分点，不是13%/],
    ['办结率从90.25%上升至98.75%，上升⟦8.5%⟧。', /由90\.25%到98\.75%，相差的是8\.5个百分点/],
    ['　　𠮷县逾期率由8.125%下降到8%，下降⟦0.125%⟧。\r\n', /相差的是0\.125个百分点/],
    ['合格率由去年的93%提高到96%，提高了⟦3%⟧。', /由93%到96%，相差的是3个百分点/],
    ['办结率由5%提高到8%，提高⟦2个百分点⟧。', /由5%到8%相差3个百分点，这里写的是2个。请核对/],
    ['逾期率由8.5%降低至5.25%，降低⟦12.25个百分点⟧。', /相差3\.25个百分点，这里写的是12\.25个/],
    ['办结率由5.12%提高到8.45%，提高⟦3.4个百分点⟧。', /相差3\.33个百分点，这里写的是3\.4个/],
    ['销售额860万元，同比增长了⟦15个百分点⟧。', /前面是数额，增减用百分比，应写“15%”/],
    ['接待3200人次，比上年增加⟦8.5个百分点⟧。', /应写“8\.5%”/],
  ]);
  leavesAlone(percentagePoints, [
    // Of 100% the relative change is the same number.
    '开放率由100%下降到95%，下降5%。',
    // Rounded.
    '办结率由5.12%提高到8.45%，提高3.3个百分点。',
    '办结率由5.12%提高到8.45%，提高3个百分点。',
    '办结率由5.12%提高到6.57%，提高1.5个百分点。',
    '办结率由5%提高到8%，提高3.0个百分点。',
    '办结率由5%提高到8%，提高60.00%。',
    '完成投资860万元，占比提高15个百分点。',
    '完成投资860万元，同比增速提高15个百分点。',
    '贷款860亿元，不良率下降1个百分点。',
    '投资收益率8%，比上年提高5%。',
    '回款率92%，逾期款较去年下降5%。',
    '回款率92%，较去年上升5个百分点。',
  ]);

  it('asks of a rate that changed by percent, and no more than that', () => {
    const text = '回款率92%，较去年上升5%。';
    const [found] = findings(text, [percentagePoints]);
    assert.equal(found!.severity, 'hint');
    assert.equal(text.slice(found!.span.start, found!.span.end), '5%');
    assert.equal(fixOneByOne(text, percentagePoints), '回款率92%，较去年上升5个百分点。');
  });

  it('has a fix for the unit, which the writer decides on, and none for the figures', () => {
    const [unit, figures] = [
      '满意率由85%提高到98%，提高了13%。',
      '满意率由85%提高到98%，提高了12个百分点。',
    ] as const;
    assert.equal(fixOneByOne(unit, percentagePoints), '满意率由85%提高到98%，提高了13个百分点。');
    assert.deepEqual(backing(percentagePoints, unit), [['GB/T 15835—2011', false]]);
    assert.deepEqual(backing(percentagePoints, figures), [['GB/T 15835—2011']]);
  });
});
