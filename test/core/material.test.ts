import assert from 'node:assert/strict';
import { commitLine, materialFor } from '../../server/src/core/phrases/material.js';
import { daysOf, weekOf } from '../../server/src/core/phrases/period.js';
import { skeleton } from '../../server/src/core/phrases/skeleton.js';
import { snippetOf, textOf } from '../../server/src/core/phrases/tab-stops.js';

const WEEK = '2026年第49周';
const day = (month: number, date: number, year = 2026) => ({ year, month, day: date });
const lines = (text: string, name = '笔记.txt', period = WEEK) =>
  materialFor({ commits: [], files: [{ name, text }] }, period).map(
    (line) => `${line.part}${line.proposed ? '' : '?'} ${line.text}`,
  );

describe('a week or a month by its name', () => {
  it('tells its days, over the turn of a year too', () => {
    assert.deepEqual(daysOf(WEEK), { from: day(11, 30), to: day(12, 6) });
    assert.deepEqual(daysOf('2026年第1周'), { from: day(12, 29, 2025), to: day(1, 4) });
    assert.deepEqual(daysOf('2028年2月'), { from: day(2, 1, 2028), to: day(2, 29, 2028) });
    for (const none of ['', '2026年', '2026年第54周', '2026年13月', '本周']) {
      assert.equal(daysOf(none), null, none);
    }
  });

  it('is the name of each of its days', () => {
    for (const name of [WEEK, '2026年第1周', '2026年第53周', '2024年第9周']) {
      const { from, to } = daysOf(name)!;
      assert.deepEqual([weekOf(from), weekOf(to)], [name, name]);
    }
  });
});

describe('material for a report', () => {
  it('makes lines of commits, of the period alone and in the order in which they were made', () => {
    const commits = [
      { message: 'feat(export): 支持按年级导出𠮷字表 (#41)\r\n\r\n细节', day: day(12, 2) },
      { message: 'fix: 登录页空白', day: day(12, 1) },
      { message: 'Merge branch main', day: day(12, 1) },
      { message: '补充接口说明。', day: day(11, 30) },
      { message: '上周的事', day: day(11, 29) },
    ];
    assert.deepEqual(
      materialFor({ commits, files: [] }, WEEK).map(({ text }) => text),
      ['补充接口说明', '修复：登录页空白', '支持按年级导出𠮷字表'],
    );
  });

  it('takes no type of a commit for a word of it', () => {
    assert.equal(commitLine('fix: 修复登录超时'), '修复登录超时');
    assert.equal(commitLine('Add retry to uploads'), 'Add retry to uploads');
    assert.equal(commitLine('fixup! feat: 导出'), null);
    assert.equal(commitLine(''), '');
  });

  it('takes from an earlier report what it planned, but for what is done or was never filled in', () => {
    const report = [
      '\uFEFF研发组2026年第48周工作周报',
      '',
      '一、本周工作完成情况',
      '　　（一）完成登录页改版。',
      '二、下周工作计划',
      '　　下周重点做好以下工作：',
      '　　（一）完成导出功能联调。',
      '　　（二）𠮷日活动页上线（已完成）。',
      '　　（三）【任务】进度达到XX%。',
      '　　一是整理接口文档；二是评审测试用例。',
      '',
      '研发组',
      '2026年11月27日',
    ].join('\r\n');
    assert.deepEqual(lines(report), [
      'planned 完成导出功能联调',
      'planned 整理接口文档',
      'planned 评审测试用例',
    ]);
  });

  it('reads the same from Markdown, and what was ticked in the plan as done', () => {
    const report =
      '# 周报\n\n## 本周完成\n\n- 改版\n\n## 下周计划\n\n- [ ] 联调导出\n- [x] 写文档\n- 评审**用例**\n';
    assert.deepEqual(lines(report, '周报.md'), [
      'planned 联调导出',
      'planned 评审用例',
      'done 写文档',
    ]);
  });

  it('takes what is ticked and open in a list', () => {
    assert.deepEqual(
      lines('- [x] 交了月度报表\n- [ ] 约客户回访\nTODO: 补签到表\n□ 归档合同\n随手一句\n'),
      ['done 交了月度报表', 'open 约客户回访', 'open 补签到表', 'open 归档合同'],
    );
  });

  it('takes each line of a note, of the days of the period where it has days', () => {
    const note =
      '# 日志\n\n11月27日\n早班巡查\n12月1日：家访两户\n批改作文\n2026-12-02\n听课一节\n';
    assert.deepEqual(lines(note, '日志.md'), [
      'done? 家访两户',
      'done? 批改作文',
      'done? 听课一节',
    ]);
  });

  it('has nothing twice, and nothing of an empty text', () => {
    assert.deepEqual(lines('- [x] 值班\n- [x] 值班。\n'), ['done 值班']);
    assert.deepEqual(lines('\uFEFF\u3000\r\n'), []);
  });
});

describe('a document with material', () => {
  const made = (more = {}) =>
    skeleton({
      kind: 'weekly',
      detail: 'standard',
      syntax: 'plain',
      style: 'mixed',
      subject: '研发组',
      period: WEEK,
      date: '2026年12月4日',
      material: [
        { text: '改好登录页，去掉 {date} 和【占位】', part: 'done' },
        { text: '完成导出联调', part: 'planned' },
        { text: '约客户回访', part: 'open' },
      ],
      ...more,
    });

  it('has it under its headings, as it was written', () => {
    const text = textOf(made());
    assert.match(
      text,
      /一、本周工作完成情况\n　　（一）改好登录页，去掉 \{date\} 和【占位】。\n　　（二）完成导出联调：【进展】。\n二、/,
    );
    assert.match(text, /三、下周工作计划\n　　（一）约客户回访。\n/);
    assert.match(text, /本周（11月30日至12月6日）/);
  });

  it('follows how the unit numbers and Markdown', () => {
    const text = textOf(made({ syntax: 'markdown' }));
    assert.match(text, /## 一、本周工作完成情况\n\n（一）改好登录页/);
  });

  it('asks for nothing that was answered, so that the first stop is the first blank', () => {
    const snippet = snippetOf(made());
    assert.match(snippet, /^研发组2026年第49周工作周报\n/);
    const first = /\$\{1:([^}]*)\}/.exec(snippet)?.[1];
    assert.match(first!, /^【/);
    assert.doesNotMatch(snippet, /\$\{\d+:2026/);
  });
});
