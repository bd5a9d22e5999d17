import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/core/base/text.js';
import attachmentNotice from '../../../server/src/core/lint/rules/attachment-notice.js';
import { backing, finds, severities } from '../../helpers/rule-cases.js';
import { findings, fixOneByOne } from '../../helpers/rule-examples.js';

describe('attachment-notice', () => {
  const title = '书香𠮷县全民阅读活动安排与读者服务统计';
  for (const [source, told] of [
    // Every line of the notice, and no line that is none.
    [
      `附件：1⟦、⟧活动统计表\r\n　　　2、图书目录⟦；⟧\r\n　　　3．读者名单⟦，⟧\r\n　　　4.分馆名录⟦、⟧\r\n`,
      null,
    ],
    // Indented by wide blanks of a web page.
    ['附件：1.活动统计表\n\u2003\u20032⟦、⟧图书目录⟦。⟧', /顿号|不加标点/],
    ['附件：1.活动统计表\n详见第2、3期简报。', null],
    ['附件： 　1⟦、⟧活动统计表', /顿号.*请改为“\.”/],
    ['附件：1.读者、馆员名单', null],
    ['附件：1.读者名单⟦；⟧', /附件名称后不加标点。请删去“；”/],
    ['附件：表1、表2及说明', null],
    [`${title.repeat(10)}。\n附件：${'表'.repeat(196)}⟦。⟧`, /请删去“。”/],
    [`附件：${'表'.repeat(197)}。`, null],
    // The number in front of the colon.
    ['活动结束。\n⟦附件12：⟧图书目录', /附件说明写作“附件：1.××”.*附件页上的“附件12”单独一行/],
    ['活动结束。\n⟦附件1：⟧', /附件页的“附件1”后不加冒号。请删去。/],
    ['活动结束。\n附件材料另见附件1：活动统计表', null],
    [`活动结束。\n⟦附件1：⟧${title.repeat(3).slice(0, 56)}`, /附件说明写作/],
    [`活动结束。\n附件1：${title.repeat(3).slice(0, 57)}`, null],
    // A notice does not go on in the next line.
    ['活动结束。\n⟦附件1：⟧本年度全馆读书活动场次与读者人次的统计\n和分析', /附件说明写作/],
  ] as const) {
    it(`${source.slice(0, 30).replaceAll(/\s+/g, ' ')}… ${told}`, () =>
      finds(attachmentNotice, source, told ?? undefined));
  }

  it('reads thirty lines of a notice', () => {
    const lines = Array.from({ length: 33 }, (_, index) => `${index + 2}.分馆名录。`);
    assert.equal(findings(`附件：1.名录。\n${lines.join('\n')}`, [attachmentNotice]).length, 30);
  });

  it('mends the numbers of all lines at once', () => {
    const notice = (mark: string) =>
      Array.from({ length: 11 }, (_, index) => `${index + 1}${mark}分馆名录`).join('\r\n　　　');
    const [found, ...others] = findings(`附件：${notice('、')}`, [attachmentNotice]);
    assert.deepEqual(others, []);
    assert.equal(found!.fixes[0]!.title.zh, '附件顺序号改用“.”');
    assert.equal(
      applyEdits(`附件：${notice('、')}`, found!.fixes[0]!.edits),
      `附件：${notice('.')}`,
    );
  });

  it('is a hint on the page of the attachment', () => {
    assert.deepEqual(severities(attachmentNotice, '附件1：统计表\n下列数字为全年合计。'), ['hint']);
    assert.deepEqual(severities(attachmentNotice, '附件1：统计表'), ['warning']);
    assert.deepEqual(severities(attachmentNotice, '附件1：统计表\n附件2：图书目录'), [
      'warning',
      'warning',
    ]);
  });

  it('mends marks for certain, numbers only when asked', () => {
    const source = 'GB/T 9704—2012 7.3.4、7.3.7';
    assert.deepEqual(backing(attachmentNotice, '附件:1、统计表。'), [
      [source, true],
      [source, false],
      [source, true],
    ]);
    assert.deepEqual(backing(attachmentNotice, '附件1：统计表\n附件2：图书目录\n附件3：'), [
      [source, false],
      [source],
      [source, false],
    ]);
    assert.equal(
      fixOneByOne('活动结束。\n附件1：统计表\n附件2：目录\n附件3：', attachmentNotice),
      '活动结束。\n附件：1.统计表\n附件2：目录\n附件3',
    );
  });
});
