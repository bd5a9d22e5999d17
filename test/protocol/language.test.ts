import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { DATA } from '../../server/scripts/language/data.js';
import { filesIn } from '../../server/src/language-data/node-files.js';
import { CHECK_FILES, LEARN_REQUEST } from '../../server/src/protocol/index.js';
import { EDITOR, startTestServer, type TestServer } from '../helpers/server.js';

const readLanguageFile = filesIn(fileURLToPath(DATA));
const TYPO = '　　𠮷县分馆加强人财队伍建设。\r\n';
const LISTED = '　　奖金按排名发放，请各单位按排专人负责。\r\n';

const problemsOf = async ({ client }: TestServer, uri: string): Promise<Diagnostic[]> => {
  const report = await client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.kind === 'full' ? report.items : assert.fail('expected a full report');
};

const typos = (problems: readonly Diagnostic[]) =>
  problems.filter(({ code }) => code === 'likely-typo').map(({ range }) => range.start);

/** Asks until the model has come and read the text. */
async function oncePresent(server: TestServer, uri: string): Promise<Diagnostic[]> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const problems = await problemsOf(server, uri);
    if (typos(problems).length > 0) return problems;
  }
  return assert.fail('the model has not come');
}

describe('the language model in the server', () => {
  it('tells which words of past texts are their own', async () => {
    const server = await startTestServer({}, { readLanguageFile });
    const text = `${TYPO}${TYPO.replace('分馆', '总馆')}`;
    const { words } = await server.ask(LEARN_REQUEST, { files: [{ name: '往年.txt', text }] });
    assert.equal(words.length, 1);
    assert.match(words[0]!.word, /^人财/);
    assert.equal(words[0]!.count, 2);
  });

  it('joins its findings to the others, and keeps them while other paragraphs change', async () => {
    const server = await startTestServer({}, { readLanguageFile });
    const uri = server.open(`\uFEFF年度工作总结\r\n${TYPO}${LISTED}`);
    const before = await problemsOf(server, uri);
    assert.deepEqual(typos(before), []);
    assert.ok(before.some(({ code }) => code === 'wrong-word'));
    const found = await oncePresent(server, uri);
    assert.deepEqual(typos(found), [{ line: 1, character: 9 }]);
    assert.match(
      found.find(({ code }) => code === 'likely-typo')!.message as string,
      /“人财(?:队伍)?”疑为“人才(?:队伍)?”之误.*公文/u,
    );
    // 按｜排名 is none, and 按排 is sure now.
    const listed = found.filter(({ code }) => code === 'wrong-word');
    assert.deepEqual(
      listed.map(({ range, severity }) => [range.start.character, severity]),
      [[14, 2]],
    );
    await server.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        {
          range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
          text: '一、工作任务\r\n',
        },
      ],
    });
    assert.deepEqual(typos(await problemsOf(server, uri)), [{ line: 1, character: 9 }]);
    await server.stop();
  });

  it('reads a long text in slices, and sends what it found to clients that do not ask', async () => {
    const server = await startTestServer(
      { capabilities: { ...EDITOR, textDocument: {} } },
      { readLanguageFile },
    );
    const sent = new Promise<void>((resolve) => {
      server.client.onNotification(
        'textDocument/publishDiagnostics',
        ({ diagnostics }: { diagnostics: Diagnostic[] }) => {
          if (typos(diagnostics).length > 0) resolve();
        },
      );
    });
    const filler = Array.from({ length: 400 }, (_, n) => `　　第${n}项任务已经按时完成。\r\n`);
    server.open(`年度工作总结\r\n${filler.join('')}${TYPO}`);
    await sent;
    await server.stop();
  });

  it('is waited for where files are checked that nobody has opened', async () => {
    const server = await startTestServer({}, { readLanguageFile });
    const data = Buffer.from(`年度工作总结\r\n${TYPO}`).toString('base64');
    const { files } = await server.ask(CHECK_FILES, {
      first: true,
      files: [{ uri: 'file:///总结.txt', data }],
    });
    assert.deepEqual(typos(files[0]!.diagnostics), [{ line: 1, character: 9 }]);
    await server.stop();
  });

  it('is done without where the data are missing, and says so in one line', async () => {
    const server = await startTestServer({}, { readLanguageFile: filesIn('/nowhere') });
    const told = new Promise<string>((resolve) => {
      server.client.onNotification('window/logMessage', ({ message }: { message: string }) =>
        resolve(message),
      );
    });
    const uri = server.open(`年度工作总结\r\n${TYPO}${LISTED}`);
    await problemsOf(server, uri);
    assert.match(await told, /^[^\n]*用词数据|^[^\n]*data about words/);
    const problems = await problemsOf(server, uri);
    assert.ok(problems.some(({ code }) => code === 'wrong-word'));
    await server.stop();
  });
});
