import assert from 'node:assert/strict';
import { parseSummary } from '../../../server/src/core/document/parse.js';
import { lint } from '../../../server/src/core/lint/linter.js';
import missingDocumentPart from '../../../server/src/core/lint/rules/missing-document-part.js';
import { findings } from '../../helpers/rule-examples.js';

describe('missing-document-part', () => {
  const body = '全馆坚持服务工作为先，做好借阅工作，抓好讲座工作，每月检查一次。'.repeat(10);
  const sections = `一、服务工作\n${body}\n二、学习工作\n${body}`;
  const told = (text: string) =>
    findings(text, [missingDocumentPart]).map(({ message }) => message);
  for (const [text, missing] of [
    [`今年以来，做好工作总结，抓好服务。\n${sections}`, '标题、署名、成文日期'],
    [`年度工作总结\n${sections}`, '署名、成文日期'],
    [`年度工作总结\n${sections}\n县图书馆`, '成文日期'],
    [`年度工作总结\n${sections}\n2024年12月5日`, '署名'],
    [`年度工作总结\n县图书馆\n${sections}`, '成文日期'],
    [`年度工作总结\n（2024-12-5）\n${sections}`, '署名'],
    [`年度工作总结\n${sections}\n县图书馆\n2024年12月5日`, null],
    // No heading, no sentence and no long line is a title; any other line above the first heading is.
    [`${sections}\n县图书馆\n2024年12月5日`, '标题'],
    [`回顾全年，借阅平稳\n${sections}\n县图书馆\n2024年12月5日`, '标题'],
    [`${'全馆职工服务工作回顾'.repeat(5)}业\n${sections}\n县图书馆\n2024年12月5日`, '标题'],
    [`${'全馆职工服务工作回顾'.repeat(5)}\n${sections}\n县图书馆\n2024年12月5日`, null],
    [`报送单位：𠮷县图书馆\r\n服务工作回顾\r\n${sections}\r\n2024年12月5日`, null],
    // Names and dates in one line, labelled, in brackets, high above the end.
    [`年度工作总结\n${sections}\n县图书馆　2024年12月5日`, null],
    [`年度工作总结\n${sections}\n县图书馆 2024.12.5`, null],
    [`年度工作总结\n${sections}\n二〇二四年十二月`, '署名'],
    [`年度工作总结\n${sections}\n（2024.12）`, '署名'],
    [`年度工作总结\n${sections}\n借阅12.5万册`, '成文日期'],
    [`年度工作总结\n${sections}\n日期：2024年12月5日`, '署名'],
    [`年度工作总结\n${sections}\n日期：2024年12月5日\n总结人：某某`, null],
    [`年度工作总结\n述职人：某某\n${sections}`, '成文日期'],
    [`年度工作总结\n（县图书馆，2024年12月5日）\n${sections}`, null],
    [`年度工作总结\n${sections}\n县图书馆\n2024年12月5日${'\n抄送：县文旅局。'.repeat(8)}`, null],
    [`年度工作总结\n${sections}\n全年平稳！\n谢谢：大家`, '署名、成文日期'],
    [`年度工作总结\n${sections}\n${'县图书馆和县文化馆及各服务点'.repeat(2)}联合`, '成文日期'],
    [
      `年度工作总结\n${sections}\n${'县图书馆和县文化馆及各服务点'.repeat(2)}联合会`,
      '署名、成文日期',
    ],
    [`年度工作总结\n${sections}\n日期：2024 年 12月15日`, '署名'],
    [`年度工作总结\n${sections}\n成文日期：2024年12月`, '署名'],
    [`年度工作总结\n${sections}\n（2024.12.15）`, '署名'],
    [`年度工作总结\n${sections}\n全年借阅上千册的单位：县文化馆`, '署名、成文日期'],
    [`年度工作总结\n${sections}\n全馆开馆日期和时间：全年12月`, '署名、成文日期'],
    [`年度工作总结\n${sections}\n（注）全年平稳，读者满意`, '署名、成文日期'],
    [`年度工作总结\n${sections}\n全年平稳，读者满意（简报）`, '署名、成文日期'],
    [`回顾全年，汇报如下\n${sections}\n县图书馆\n2024年12月5日`, null],
    [`年度工作总结\n${sections}\n县图书馆\n2024年12月5日\n附件1\n名单\n附件2\n书目`, null],
    // What stands after the first attachment's page signs nothing.
    [`年度工作总结\n${sections}\n附件1\n名单\n县图书馆\n2024年12月5日`, '署名、成文日期'],
  ] as const) {
    it(`${text.slice(0, 12)}…${text.slice(-12)}: ${missing}`.replaceAll('\n', ' '), () => {
      const [message] = told(text);
      if (missing === null) return assert.equal(message, undefined);
      assert.ok(message!.zh.startsWith(`没有${missing}。`), message!.zh);
      return assert.match(message!.en, /^No (?:title|sign-off|date)/);
    });
  }

  it('takes the first Markdown heading for the title', () => {
    const markdown = (line: string) =>
      lint(parseSummary(`${line}\n\n${sections}\n\n县图书馆\n\n2024年12月5日\n`, 'markdown'), {
        rules: [missingDocumentPart],
      }).map(({ message }) => message.zh.slice(0, 4));
    assert.deepEqual(markdown('# 回顾工作：服务与学习'), []);
    assert.deepEqual(markdown('# 一、回顾工作\n\n全年平稳。\n\n# 二、打算'), []);
    assert.deepEqual(markdown('## 回顾工作：服务与学习'), ['没有标题']);
  });
});
