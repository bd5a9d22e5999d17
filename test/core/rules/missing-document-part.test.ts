import assert from 'node:assert/strict';
import missingDocumentPart from '../../../server/src/core/rules/missing-document-part.js';
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
  ] as const) {
    it(`${text.slice(0, 12)}…${text.slice(-12)}: ${missing}`.replaceAll('\n', ' '), () => {
      const [message] = told(text);
      if (missing === null) return assert.equal(message, undefined);
      assert.ok(message!.zh.startsWith(`没有${missing}。`), message!.zh);
      return assert.match(message!.en, /^No (?:title|sign-off|date)/);
    });
  }
});
