/** What real documents showed of outlines: each kind of label, title and sign-off, in small texts. */
import assert from 'node:assert/strict';
import { findReferences } from '../../server/src/core/analysis/references/references.js';
import { applyEdits } from '../../server/src/core/base/text.js';
import {
  type ParsedSummary,
  type Syntax,
  walkSections,
} from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { titleOf } from '../../server/src/core/document/title.js';
import { newSibling } from '../../server/src/core/edits/insert-section.js';
import { moveSections } from '../../server/src/core/edits/move-sections/move.js';
import { renumberDocument } from '../../server/src/core/edits/renumber.js';

/** The outline, a section a line: as far in as it is deep, label, title. */
const outlineOf = ({ sections }: ParsedSummary) => {
  const rows: string[] = [];
  const add = (list: ParsedSummary['sections'], depth: number) => {
    for (const { label, title, children } of list) {
      rows.push(`${'  '.repeat(depth)}[${label?.marker ?? ''}]${title}`);
      add(children, depth + 1);
    }
  };
  add(sections, 0);
  return rows;
};

const reads = (text: string, expected: readonly string[], syntax: Syntax = 'plain') =>
  assert.deepEqual(outlineOf(parseSummary(text, syntax)), expected);

/** Kinds of the paragraphs, those of several lines with their number. */
const kindsOf = (text: string) =>
  parseSummary(text, 'plain')
    .paragraphs.map(({ kind, line, endLine }) => kind + (endLine > line ? endLine - line + 1 : ''))
    .join(' ');

describe('labels', () => {
  it('are none where # makes a heading of any line', () => {
    reads(
      '# 馆务\n\n## 1.1 读者\n\n## 4.23读书日\n\n## 3.0系统上线\n\n### 2.5G机房\n\n## 二，抓服务\n\n#### 1.1.1 少儿\n',
      [
        '[1.1]读者',
        '[]4.23读书日',
        '[]3.0系统上线',
        '  []2.5G机房',
        '[]二，抓服务',
        '  [1.1.1]少儿',
      ],
      'markdown',
    );
  });

  it('of numbers in numbers are levels of their own', () => {
    reads('1. 馆舍\n1.1 阅览 室\n1.2 书库\n（1）防潮\n（2）防火\n2. 读者\n2.1 少儿', [
      ...['[1.]馆舍', '  [1.1]阅览 室', '  [1.2]书库', '    [（1）]防潮', '    [（2）]防火'],
      ...['[2.]读者', '  [2.1]少儿'],
    ]);
    reads('一、馆舍\n1.1. 书库\n1.2. 大厅\n1.2.1. 门厅\n1.2.2. 展厅\n二、读者', [
      ...['[一、]馆舍', '  [1.1.]书库', '  [1.2.]大厅', '    [1.2.1.]门厅', '    [1.2.2.]展厅'],
      '[二、]读者',
    ]);
    reads('1 馆舍\n1.1 书库\n2 读者\n2.1 少儿\n3 附则', [
      ...['[1]馆舍', '  [1.1]书库', '[2]读者', '  [2.1]少儿', '[3]附则'],
    ]);
  });

  it('that count on are a list whatever follows the mark', () => {
    const years = '1.2023年新馆开工\n2.2024年新馆封顶\n3.2025年新馆开放\n4.布展';
    reads(years, [
      ...['[1.]2023年新馆开工', '[2.]2024年新馆封顶', '[3.]2025年新馆开放', '[4.]布展'],
    ]);
    assert.deepEqual(renumberDocument(parseSummary(years, 'plain')), []);
    reads('1.新馆开工\n奠基\n2.2024年封顶\n剪彩\n3.2025年\n3.1开放', [
      ...['[1.]新馆开工', '[2.]2024年封顶', '[3.]2025年', '  [3.1]开放'],
    ]);
    reads('1、5个书屋建成\n2、2024年添书\n3、巡检', [
      ...['[1、]5个书屋建成', '[2、]2024年添书', '[3、]巡检'],
    ]);
    reads('1、3月开工\n奠基。\n2、6月封顶\n剪彩。\n3、9月开放', [
      ...['[1、]3月开工', '[2、]6月封顶', '[3、]9月开放'],
    ]);
    reads('1、开工\n2、封顶\n剪彩。\n3、4月都有雨', ['[1、]开工', '[2、]封顶']);
    const list = parseSummary('1、5个书屋建成\n2、2024年添书', 'plain');
    const change = newSibling(list, 3)!;
    assert.equal(applyEdits(list.text, change.edits), '1、5个书屋建成\n2、\n3、2024年添书');
  });

  it('are none where units tell figures', () => {
    reads('1.5亿元用于新馆\n2.3亿元用于图书\n3.8亿元用于设备', []);
    reads('2.1版不能用，\n2.2版可以用，\n2.3版不稳定', []);
    reads('1.布展\n2.1节所列的已做完\n2.借阅\n3.1节另述', ['[1.]布展', '[2.]借阅']);
    reads('一、值班\n10.1国庆\n10.2周三\n10.3周四\n二、费用', ['[一、]值班', '[二、]费用']);
    reads('1.2%\n2.4%\n3.6%', []);
    reads('1.馆舍\n1.1书库\n书架长\n1.5百万米\n1.2大厅', [
      '[1.]馆舍',
      '  [1.1]书库',
      '  [1.2]大厅',
    ]);
    reads('1.1 书库\n1.2 大厅\n2.1 少儿\n2.2 成人', [
      ...['[1.1]书库', '[1.2]大厅', '[2.1]少儿', '[2.2]成人'],
    ]);
    reads('１、馆舍\n１．１ 书库\n１．２ 大厅', ['[１、]馆舍', '  [１．１]书库', '  [１．２]大厅']);
    reads('1.馆舍\n1.1书库\n桌宽\n1.8尺\n1.2大厅', ['[1.]馆舍', '  [1.1]书库', '  [1.2]大厅']);
    reads('1.购书\n2.3万元用于购书\n办讲座\n3.修缮', ['[1.]购书', '[2.]3万元用于购书', '[3.]修缮']);
  });

  it('above 一、 are levels, and numbering begins anew in them', () => {
    const parts = '第一部分 回望\n一、甲\n二、乙\n第二部分 展望\n一、丙\n二、丁';
    reads(parts, [
      ...[
        '[第一部分]回望',
        '  [一、]甲',
        '  [二、]乙',
        '[第二部分]展望',
        '  [一、]丙',
        '  [二、]丁',
      ],
    ]);
    assert.deepEqual(renumberDocument(parseSummary(parts, 'plain')), []);
    reads('第一章　馆务\n第一节　人员\n一、馆员\n第二节　经费\n第二章　附则', [
      ...['[第一章]馆务', '  [第一节]人员', '    [一、]馆员', '  [第二节]经费', '[第二章]附则'],
    ]);
    reads('上篇\n一、甲\n中篇\n一、乙\n下篇\n一、丙', [
      ...['[上篇]', '  [一、]甲', '[中篇]', '  [一、]乙', '[下篇]', '  [一、]丙'],
    ]);
    reads('第一篇　馆务\n第一章　人员\n第二章　经费\n第二篇　读者\n第一章　少儿', [
      ...['[第一篇]馆务', '  [第一章]人员', '  [第二章]经费', '[第二篇]读者', '  [第一章]少儿'],
    ]);
    reads('第一部分：回望\n一、甲\n第二部分：展望\n一、乙', [
      ...['[第一部分]回望', '  [一、]甲', '[第二部分]展望', '  [一、]乙'],
    ]);
    for (const [first, second] of [
      ['第一部分、', '第二部分、'],
      ['【第一部分】', '【第二部分】'],
      ['第一章、', '第二章、'],
      ['第一篇章', '第二篇章'],
      ['第一编', '第二编'],
      ['Ⅰ', 'Ⅱ'],
    ]) {
      reads(`${first} 回望\n一、甲\n${second} 展望\n一、乙`, [
        ...[`[${first}]回望`, '  [一、]甲', `[${second}]展望`, '  [一、]乙'],
      ]);
    }
    reads('（第一部分）\n一、甲\n（第二部分）\n一、乙', [
      ...['[（第一部分）]', '  [一、]甲', '[（第二部分）]', '  [一、]乙'],
    ]);
  });

  it('are none in a notice that begins with 附件： alone', () => {
    reads('一、馆舍\n二、读者\n附件：\n1. 名册\n2. 章程\n馆办', ['[一、]馆舍', '[二、]读者']);
    reads('一、馆舍\n附件：名册\n1. 书库\n2. 大厅', ['[一、]馆舍', '  [1.]书库', '  [2.]大厅']);
  });

  it('keep their wide points when they are numbered anew', () => {
    const summary = parseSummary('1．馆舍\n1．1 书库\n2．读者\n2．1 少儿', 'plain');
    const up = moveSections(summary, [2], { kind: 'up' });
    assert.equal('text' in up && up.text, '1．读者\n1．1 少儿\n2．馆舍\n2．1 书库');
  });

  it('of a part do not go over its line when they move', () => {
    const summary = parseSummary('第一部分 回望\n一、甲\n二、乙\n第二部分 展望\n一、丙', 'plain');
    const down = moveSections(summary, [2], { kind: 'down' });
    assert.equal(
      'text' in down && down.text,
      '第一部分 回望\n一、甲\n第二部分 展望\n一、乙\n二、丙',
    );
  });

  for (const [first, second] of [
    ...['1)|2)', '1）|2）', '⑴|⑵', '㈠|㈡', '⒈|⒉', '１．|２．', '⑳|㉑', 'A.|B.', 'A、|B、'],
    ...['甲、|乙、', '❶|❷', '㊀|㊁', '⓵|⓶', 'ⅰ.|ⅱ.'],
    ...['一）|二）', 'i.|ii.', '(i)|(ii)', '（A）|（B）', 'a)|b)', 'Ⅰ.|Ⅱ.', 'I.|II.', 'a.|b.'],
  ].map((pair) => pair.split('|'))) {
    it(`may be ${first} and ${second}`, () => {
      reads(`一、馆舍\n${first}书库\n${second}大厅\n二、读者`, [
        ...['[一、]馆舍', `  [${first}]书库`, `  [${second}]大厅`, '[二、]读者'],
      ]);
    });
  }

  it('may be 一 with a blank, and 壹、', () => {
    reads('一　馆舍\n1.书库\n修缮。\n二　读者\n1.少儿', [
      ...['[一]馆舍', '  [1.]书库', '[二]读者', '  [1.]少儿'],
    ]);
    reads('壹、馆舍\n修缮。\n贰、读者', ['[壹、]馆舍', '[贰、]读者']);
    for (const text of ['一 馆舍\n修缮', '一 班先来\n二 班后来', '一 季 度\n二 季 度', '壹、书库'])
      reads(text, []);
    reads('一 是修缮，\n二 是添书，', []);
    reads('一 、馆舍\n修缮。\n二 、读者', ['[一 、]馆舍', '[二 、]读者']);
    reads('一：馆舍\n修缮。\n二：读者', ['[一：]馆舍', '[二：]读者']);
    reads('一：馆舍\n修缮。', []);
    reads('【一】馆舍\n修缮。\n〔二〕读者', ['[【一】]馆舍', '[〔二〕]读者']);
    reads('第一方面：馆舍\n修缮。\n第二方面：读者', ['[第一方面]馆舍', '[第二方面]读者']);
    reads('甲、乙两馆合办。\n乙、丙两馆未到。', []);
  });

  it('may be bold in Markdown', () => {
    reads(
      '# 馆务\n\n**1. 书库**\n\n防潮。\n\n**2. 大厅**\n\n- 除尘\n',
      ['[1.]书库', '[2.]大厅'],
      'markdown',
    );
  });

  it('in company only are none alone', () => {
    for (const line of [
      'A.书库',
      '1）书库',
      '一）书库',
      'i.书库',
      'a)书库',
      '第一篇讲到',
      '2.1书库',
      '第一节课开讲',
      '上篇讲到',
    ]) {
      reads(`一、馆舍\n${line}\n二、读者`, ['[一、]馆舍', '[二、]读者']);
    }
  });

  it('hold those that count on rightly below them', () => {
    reads('一、馆舍\n（1）书库\n1、防潮\n2、防火\n（2）大厅\n二、读者', [
      ...['[一、]馆舍', '  [（1）]书库', '    [1、]防潮', '    [2、]防火', '  [（2）]大厅'],
      '[二、]读者',
    ]);
    reads('1.馆舍\nA.书库\nB.大厅\n2.读者\nA.少儿\nB.成人', [
      ...['[1.]馆舍', '  [A.]书库', '  [B.]大厅', '[2.]读者', '  [A.]少儿', '  [B.]成人'],
    ]);
  });

  it('inside formulas, quotations of several lines and rows are none', () => {
    reads('一、馆舍\n$$\n一、借阅率\n$$\n二、读者', ['[一、]馆舍', '[二、]读者']);
    reads('一、馆舍\n意见写道：“\n一、延时。\n二、添书。”\n二、读者', ['[一、]馆舍', '[二、]读者']);
    reads('一、馆舍\n1、\t王\t12\n2、\t李\t13\n二、读者', ['[一、]馆舍', '[二、]读者']);
  });

  it('of two lists in one document count by themselves', () => {
    const text = '一、甲\n二、乙\n（一）子\n一、丙\n二、丁\n';
    const summary = parseSummary(text, 'plain');
    const down = moveSections(summary, [3], { kind: 'down' });
    assert.equal('text' in down && down.text, '一、甲\n二、乙\n（一）子\n一、丁\n二、丙\n');
  });

  it('are what references name', () => {
    const target = (text: string) =>
      findReferences(parseSummary(text, 'plain')).map((reference) => reference.target?.title);
    assert.deepEqual(target('一、甲\n二、乙\n三、丙\n四、丁\n见第一、二部分；另见三、四部分。'), [
      ...['甲', '乙', '丙', '丁'],
    ]);
    assert.deepEqual(target('第一章 甲\n第一节 子\n第二节 丑\n第二章 乙\n见第一章第二节。'), [
      '丑',
    ]);
    assert.deepEqual(target('1. 甲\n1.1 子\n1.2 丑\n2. 乙\n详见1.2节。'), ['丑']);
    assert.deepEqual(target('1. 甲\n1.1 子\n1.2 丑\n2. 乙\n详见1.1、1.2两节。'), ['子', '丑']);
    assert.deepEqual(target('1. 甲\n1.1 子\n1.2 丑\n2. 乙\n详见1.1，1.2万元已付。'), ['子']);
    assert.deepEqual(target('一、甲\n（一）子\n（二）丑\n二、乙\n见一（一）、一（二）两节。'), [
      '子',
      '丑',
    ]);
    assert.deepEqual(target('一、甲\n二、乙\n分工见本文三部分内容。'), []);
  });
});

describe('titles of headings', () => {
  for (const [line, title] of [
    ['一、**读书日**', '读书日'],
    ['1、**安全第一，预防为主。**各室自查。', '安全第一，预防为主'],
    ['**2、志愿者**（30人）', '志愿者（30人）'],
    ['### **（一）** 培训', '培训'],
    ['## 三、借阅 {#jieyue}', '借阅'],
    ['## 办班\t三期', '办班 三期'],
    ['## [讲座](a.md)与`展览`', '讲座与展览'],
  ] as const) {
    it(`are plain words: ${line}`, () => {
      const [section] = walkSections(parseSummary(`正文。\n\n${line}\n`, 'markdown').sections);
      assert.equal(section?.title, title);
    });
  }

  it('end at a colon that a sentence follows', () => {
    const text = '一、学习\n1.业务学习：每周三集中学习，全年共学习四十次。\n2.服务：免费。';
    reads(text, ['[一、]学习', '  [1.]业务学习', '  [2.]服务：免费']);
    assert.equal(kindsOf(text), 'heading run-in heading');
  });

  it('of marks or a picture alone are none', () => {
    reads('# ![](图/1.png)\n\n## 馆舍\n\n## \\#\n', ['[]馆舍'], 'markdown');
    assert.equal(parseSummary('# ![](图/1.png)\n\n## 馆舍\n', 'markdown').title, null);
  });
});

describe('the title of a document', () => {
  for (const [name, text, title, kinds] of [
    [
      'of two lines',
      '吉水县图书馆\n2024年工作总结\n\n一、甲',
      '吉水县图书馆2024年工作总结',
      'title2 heading',
    ],
    [
      'of three lines',
      '吉水县文化局\n吉水县图书馆\n关于读书日活动的报告\n\n县政府：\n一、甲',
      '吉水县文化局吉水县图书馆关于读书日活动的报告',
      'title3 addressee heading',
    ],
    [
      'after a class of secrecy',
      '内部★1年\n000012\n吉水县图书馆工作总结\n一、甲',
      '吉水县图书馆工作总结',
      'body body title heading',
    ],
    [
      'after a number',
      '吉图〔2024〕3号\n\n吉水县图书馆工作总结\n一、甲',
      '吉水县图书馆工作总结',
      'body title heading',
    ],
    [
      'with a subtitle',
      '\uFEFF让书香飘满𠮷水\r\n——吉水县图书馆2024年工作总结\r\n\r\n一、甲',
      '让书香飘满𠮷水',
      'title subtitle heading',
    ],
    [
      'without a telling word',
      '书香润泽一座城\n\n一、甲\n正文。',
      '书香润泽一座城',
      'title heading body',
    ],
    [
      'with letters set apart',
      '馆 务 工 作 报 告\n2024年12月5日\n王一\n\n各位代表：\n一、甲',
      '馆务工作报告',
      'title subtitle subtitle addressee heading',
    ],
    [
      'of a speech',
      '在全馆大会上的发言\n王一\n\n各位同事：\n一、甲',
      '在全馆大会上的发言',
      'title subtitle addressee heading',
    ],
    ['of a self-appraisal', '自我鉴定\n本人在馆工作三年，负责借阅。', '自我鉴定', 'title body'],
    ['of minutes', '馆务会议纪要\n（第3次）\n\n一、甲', '馆务会议纪要', 'title subtitle heading'],
    [
      'of a notice',
      '关于开展读书日活动的通知\n各股室：\n一、甲',
      '关于开展读书日活动的通知',
      'title addressee heading',
    ],
    [
      'that goes on with 和',
      '2024年工作总结\n和2025年工作打算\n\n一、甲',
      '2024年工作总结和2025年工作打算',
      'title2 heading',
    ],
  ] as const) {
    it(`may be one ${name}`, () => {
      assert.equal(titleOf(parseSummary(text, 'plain')), title);
      assert.equal(kindsOf(text), kinds);
    });
  }

  for (const text of [
    '今年以来，全馆共办讲座三十场。\n一、甲',
    '王一\n李二\n张三\n',
    '1：工作总结\n2：工作打算',
    '甲、工作总结\n乙、工作打算',
    '一、甲\n二、乙',
    '各位同事：\n一、甲',
    '2024年12月5日\n一、甲',
  ]) {
    it(`is none in ${JSON.stringify(text)}`, () =>
      assert.equal(parseSummary(text, 'plain').title, null));
  }
});

describe('the sign-off', () => {
  it('ends at a blank line', () => {
    const text = '一、甲\n馆里会更好\n\n吉水县图书馆\n2024年12月1日';
    assert.equal(kindsOf(text), 'heading body signature date');
  });

  for (const date of ['2024.12.20', '2024-12-20', '2024/12/20', '二〇二四年十二月二十日']) {
    it(`is dated ${date}`, () =>
      assert.equal(
        kindsOf(`一、甲\n正文。\n\n吉水县图书馆\n${date}`),
        'heading body signature date',
      ));
  }
});
