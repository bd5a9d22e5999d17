import assert from 'node:assert/strict';
import { parseSummary } from '../../../server/src/core/document/parse.js';
import { lint } from '../../../server/src/core/lint/linter.js';
import labelNumber from '../../../server/src/core/lint/rules/label-number.js';
import labelStart from '../../../server/src/core/lint/rules/label-start.js';
import labelWithoutMark from '../../../server/src/core/lint/rules/label-without-mark.js';
import { RULES } from '../../../server/src/core/lint/rules.generated.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';
import { findings, fixOneByOne } from '../../helpers/rule-examples.js';

describe('label-without-mark', () => {
  findsEach(labelWithoutMark, [
    ['1、借阅\n⟦2，⟧讲座\n3、展览', /改为“2、”/],
    ['1、借阅\n⟦2：⟧讲座\n⟦3;⟧展览\n4、安全', /第2项/],
    ['1.借阅\n⟦2⟧要办讲座\n3.展览', /改为“2\.”/],
    ['1．借阅\n⟦2　⟧讲座\n3．展览', /改为“2．”/],
    ['1、借阅\n⟦2⟧“书香”讲座\n3、展览', /改为“2、”/],
    ['\uFEFF　一、𠮷日\r\n　开放。\r\n　⟦二⟧【讲座】\r\n　每周。\r\n　三、展览\r\n', /改为“二、”/],
    ['（一）借阅\n⟦二）⟧讲座\n（三）展览', /改为“（二）”/],
    ['（1）借阅\n⟦【2】⟧讲座\n（3）展览', /改为“（2）”/],
    ['1、借阅\n⟦2）⟧讲座\n3、展览', /改为“2、”/],
    // One side only: a mark, or the line next to the list.
    ['⟦1：⟧借阅\n2、讲座\n3、展览', /第1项/],
    ['⟦1)⟧借阅\n2、讲座\n3、展览', /第1项/],
    ['1、借阅\n2、讲座\n⟦3⟧要办展览\n⟦4，⟧抓安全', /第3项/],
    ['1、借阅\n⟦2，⟧讲座\n⟦3，⟧展览', /第2项/],
  ]);
  leavesAlone(labelWithoutMark, [
    '1、借阅\n2个书屋开放\n3、展览',
    '1、借阅\n2月办展\n3、展览',
    '1、借阅\n2024年，全年开放\n3、展览',
    '1、借阅\n2.5万册\n3、展览',
    '1、借阅\n2：1\n3、展览',
    '1、借阅\n2G网络停用\n3、展览',
    '1、借阅\n2、讲座\n3人获奖',
    '1、借阅\n2、讲座\n3D打印体验',
    '1、借阅\n2、讲座\n全年开放。\n3提高服务水平',
    '一、借阅\n三农专架\n二、讲座',
    '一、借阅\n二、讲座\n三个书屋开放',
    // A list of its own, and a label that a line break tore.
    '1、借阅\n1）图书\n2）期刊\n3、讲座',
    '（一）借阅\n（\n二）讲座\n（三）展览',
    // The indent tells that it is something else.
    '1、借阅\n2、讲座\n　　3：说明',
  ]);

  it('is told in the place of a gap or a false start', () => {
    const text = '1、借阅\n2，讲座\n3、展览\n';
    assert.deepEqual(
      findings(text, [labelWithoutMark, labelNumber, labelStart]).map(({ rule }) => rule),
      ['label-without-mark'],
    );
    assert.equal(fixOneByOne(text, labelWithoutMark), '1、借阅\n2、讲座\n3、展览\n');
    assert.deepEqual(findings('1)借阅\n2、讲座\n3、展览', [labelStart]), []);
    // What is no label leaves the gap.
    assert.deepEqual(
      findings('1、借阅\n2月办展\n3、展览', [labelNumber]).map(({ rule }) => rule),
      ['label-number'],
    );
  });

  it('reads no tables, code and quotations of Markdown', () => {
    const text = '1. 借阅\n\n```\n2，讲座\n```\n\n> 2，讲座\n\n3. 展览\n';
    assert.deepEqual(lint(parseSummary(text, 'markdown'), { rules: [labelWithoutMark] }), []);
  });
});

describe('findings about one place', () => {
  const told = (text: string) =>
    lint(parseSummary(text, 'plain'), { rules: RULES }).map(
      ({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`,
    );
  it('are one, the graver', () => {
    assert.deepEqual(told('（1）开馆。\n（2)闭馆。'), ['paired-marks （2)']);
  });
  it('are one, the more telling', () => {
    assert.deepEqual(told('1、开馆。\n3、闭馆。').slice(-1), ['label-number 3、']);
  });
  it('are two where a short one stands in a long one', () => {
    const found = told('围绕“提升馆藏的的质量和服务的水平，方便读者借阅“展开。');
    assert.equal(found.length, 2);
    assert.match(found.join(), /paired-marks.*repeated-character/);
  });
});
