import assert from 'node:assert/strict';
import { recognise } from '../../server/src/core/document/recognise.js';
import { SUMMARIES as WHOLE } from '../helpers/fixtures.js';

const SUMMARIES: Record<string, string> = {
  'a department’s year with a BOM, CRLF, U+3000 and 𠮷':
    '\uFEFF区文化馆2024年工作总结\r\n\r\n　　2024年，区文化馆认真落实各项任务，𠮷日剧场开放。\r\n一、主要工作\r\n　　（一）办好展览。\r\n二、存在的问题\r\n三、下一步打算\r\n',
  'a body without a title':
    '今年以来，我科在分管领导的指导下，扎实推进窗口服务工作。\n一、主要做法\n（一）优化流程。\n（二）加强培训。\n二、存在的不足\n人手紧张。\n三、下步工作安排\n',
  'a masked draft':
    '20XX年，XX局围绕中心任务，认真落实各项部署。\n一、工作开展情况\n（一）XX方面。\n二、存在问题\n三、下一步工作计划\n',
  'a report of duties':
    '述职报告\n\n一年来，本人认真履行岗位职责，现将履职情况述职如下：\n一、学习情况\n二、工作情况\n三、存在的问题和努力方向\n',
  'a summary in Markdown':
    '# 2024年党建工作总结\n\n## 一、主要工作\n\n扎实开展主题党日。\n\n## 二、存在的问题\n\n## 三、下一步打算\n',
};

const OTHERS: Record<string, string> = {
  nothing: '',
  'a log': '2024-05-01 08:00:01 INFO 服务启动\n2024-05-01 08:00:02 WARN 连接超时\n'.repeat(50),
  'a novel':
    '第一章 雨夜\n\n　　她推开窗，问：“你还回来吗？”\n　　他没有回答，认真地收拾行李。存在的问题，谁也没有提。\n第二章 归途\n',
  'a licence':
    '本软件按“原样”提供，著作权归作者所有。\n一、许可\n二、限制\n三、免责声明\n使用者应积极落实。\n',
  'a source list':
    '一、张三著，《农业概论》，1998年。\n二、李四编，《水利史》，2003年。\n三、王五译，《园艺》。\n',
  'a contract':
    '设备租赁合同\n甲方：某公司\n乙方：某单位\n一、租赁物\n二、租金\n三、违约责任\n双方应认真落实主要工作。\n',
  'an exam paper':
    '2024年期末试卷\n一、选择题（每题2分）\n二、填空题\n三、简答题：简述党建工作的主要做法\n',
  'a recipe': '红烧肉做法\n一、食材\n五花肉500克，盐适量。\n二、步骤\n认真做好每一步。\n',
  'a shopping list': '一、牛奶\n二、鸡蛋\n三、面包\n',
  'a statute':
    '第一条 为了规范管理，制定本办法。\n第二条 本办法适用于全市。\n一、范围\n二、对象\n认真落实，考核整改。\n',
  'English prose': 'Work summary\n\n1. We shipped.\n2. We fixed bugs.\n',
  code: 'import os\n# 一、读取\n# 二、写入\ndef main():\n    pass\n',
  'a Chinese readme':
    '工具说明\n一、安装步骤\nnpm install\n二、使用方法\n三、存在的问题\n下一步计划支持更多格式。\n',
  lyrics: '风吹过山岗\n你在远方\n一年来思念悠长\n',
};

describe('recognition', () => {
  for (const [what, text] of Object.entries(SUMMARIES)) {
    it(`recognises ${what} by its content`, () => {
      assert.deepEqual(recognise('新建文本文档.txt', text), { isSummary: true, reason: 'content' });
      assert.equal(recognise('', text).isSummary, true);
    });
  }
  for (const [what, text] of Object.entries(OTHERS)) {
    it(`leaves ${what} alone`, () => assert.equal(recognise('资料.txt', text).isSummary, false));
  }

  it('takes a telling name for an empty file or a Chinese beginning', () => {
    for (const name of ['2024年工作总结.txt', '张三述职报告.txt', '上半年工作汇报（初稿）.txt']) {
      assert.deepEqual(recognise(name, ''), { isSummary: true, reason: 'name' });
      assert.deepEqual(recognise(name, '\uFEFF一年来，'), { isSummary: true, reason: 'name' });
    }
  });

  it('does not let the name alone decide for a log, a novel or exercises', () => {
    assert.equal(recognise('工作总结.txt', 'INFO started\n'.repeat(20)).isSummary, false);
    assert.equal(recognise('数学知识点总结.txt', '一、集合\n二、函数\n').isSummary, false);
    assert.equal(recognise('小说总结.txt', '').isSummary, false);
  });

  it('does not throw on binary, one long line or lone surrogates', () => {
    for (const text of [
      '\0\x01\x02'.repeat(9000),
      '总结'.repeat(500_000),
      '\ud842\udfb7\udfb7一、',
    ]) {
      assert.equal(typeof recognise('a.txt', text).isSummary, 'boolean');
    }
  });

  for (const { name, text } of WHOLE) {
    it(`recognises ${name} by its content, whatever it is called`, () =>
      assert.equal(recognise('000.txt', text).reason, 'content'));
  }
});
