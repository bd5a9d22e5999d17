import assert from 'node:assert/strict';
import { REPORT, type ReportParams } from '../../server/src/protocol/index.js';
import { startTestServer } from '../helpers/server.js';

const TEXT = '\uFEFF2024年工作总结\r\n一、抓𠮷祥，，见附件\r\n　　走访XX户。\r\n';

describe('a report on a text', () => {
  const report = async (locale: string, config: string, params: Partial<ReportParams> = {}) => {
    const server = await startTestServer(
      { locale },
      { readFile: async (uri) => (uri === 'file:///a/.work-summary.yaml' ? config : null) },
    );
    try {
      const asked = { uri: 'file:///a/总结.txt', markdown: false, text: TEXT, ...params };
      return await server.ask(REPORT, asked);
    } finally {
      await server.stop();
    }
  };

  it('says what the command line says, of a document that nobody has opened', async () => {
    const { outline, placeholders, findings, fixAll } = await report('zh-cn', '');
    assert.equal(outline.title, '2024年工作总结');
    assert.deepEqual(
      outline.sections.map(({ marker, line, endLine, placeholders }) => [
        marker,
        line,
        endLine,
        placeholders,
      ]),
      [['一、', 2, 3, 1]],
    );
    assert.deepEqual(
      placeholders.map(({ text, line, column }) => [text, line, column]),
      [['XX', 3, 5]],
    );
    const found = findings.find(({ rule }) => rule === 'doubled-mark');
    assert.deepEqual([found?.line, found?.column, found?.endColumn], [2, 7, 9]);
    assert.match(found!.message, /。$/);
    const range = { start: { line: 1, character: 6 }, end: { line: 1, character: 8 } };
    assert.deepEqual(fixAll, [{ range, newText: '，' }]);
  });

  it('speaks the language of the client and keeps to the configuration of the folder', async () => {
    const { findings } = await report('en', '');
    assert.match(findings.find(({ rule }) => rule === 'doubled-mark')!.message, /[a-z]{3}/);
    const off = await report('zh-cn', 'rules:\n  doubled-mark: off\n');
    assert.ok(off.findings.every(({ rule }) => rule !== 'doubled-mark'));
    assert.deepEqual(off.fixAll, []);
  });

  it('reads Markdown as such', async () => {
    const { outline } = await report('zh-cn', '', { markdown: true, text: '# 总结\n\n## 回顾\n' });
    assert.deepEqual(
      outline.sections.map(({ title }) => title),
      ['回顾'],
    );
  });
});
