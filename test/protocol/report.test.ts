import assert from 'node:assert/strict';
import { CHECK_WORD, REPORT, type ReportParams } from '../../server/src/protocol/index.js';
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

describe('a check of the text of a Word file', () => {
  it('says everything twice: for a list of problems, and to make comments of it; hints are left out', async () => {
    const server = await startTestServer({ locale: 'zh-cn' });
    try {
      const text = '𠮷水县2024年工作总结\n一年来，我们认真布署各项工作，，完成任务。\n';
      const asked = { uri: 'file:///a/稿.docx', text, cellsStart: text.length };
      const { diagnostics, findings } = await server.ask(CHECK_WORD, asked);
      assert.ok(findings.length >= 2);
      assert.ok(findings.every(({ severity }) => severity !== 'hint'));
      assert.deepEqual(
        diagnostics.map(({ range: { start } }) => [start.line + 1, start.character + 1]),
        findings.map(({ line, column }) => [line, column]),
      );
      const typo = findings.find(({ text: words }) => words === '布署');
      assert.equal(typo?.fixes[0]?.edits[0]?.newText, '部署');
    } finally {
      await server.stop();
    }
  });
});
