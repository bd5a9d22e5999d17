import assert from 'node:assert/strict';
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { encodeGb18030 } from '../../server/src/encoding/encode-gb18030.js';
import { CHECK_FILES, CONFIGURATION_EDITED } from '../../server/src/protocol/index.js';
import { startTestServer, type TestServer } from '../helpers/server.js';

const TEXT =
  '\uFEFF区档案馆2024年工作总结\r\n　　一、认真布署𠮷日工作，，完成XX项。\r\n三、问题不少。\r\n';
const PLAIN = TEXT.slice(1);

interface Sent {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

describe('files that are not open', () => {
  const files = new Map<string, string>();
  const settings = new Map<string, unknown>();
  let asked: string[];
  let published: PublishDiagnosticsParams[];
  let server: TestServer;

  beforeEach(async () => {
    files.clear();
    settings.clear();
    asked = [];
    published = [];
    server = await startTestServer(
      {
        locale: 'zh-cn',
        capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration: true } },
      },
      { readFile: async (uri) => files.get(uri) ?? null },
    );
    server.client.onRequest('workspace/configuration', ({ items: [item] }) => {
      asked.push(item.scopeUri);
      const scope = [...settings.keys()].find((folder) => item.scopeUri.startsWith(folder));
      return [scope === undefined ? {} : settings.get(scope)];
    });
    server.client.onNotification('textDocument/publishDiagnostics', (params) => {
      published.push(params as PublishDiagnosticsParams);
    });
  });
  afterEach(() => server.stop());

  async function check(
    contents: Readonly<Record<string, string | Uint8Array>>,
    first = true,
  ): Promise<Sent[]> {
    const { files: checked } = await server.ask(CHECK_FILES, {
      first,
      files: Object.entries(contents).map(([uri, content]) => ({
        uri,
        data: Buffer.from(content as string).toString('base64'),
      })),
    });
    return [...checked] as Sent[];
  }
  const codes = ({ diagnostics }: Sent) => diagnostics.map(({ code }) => code);

  it('have the findings of an open document, without hints and what a fix needs', async () => {
    const [sent] = await check({ 'file:///w/a.txt': TEXT });
    const uri = server.open(PLAIN, 'work-summary', 'file:///w/a.txt');
    const report = await server.client.sendRequest<DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      { textDocument: { uri } },
    );
    assert.equal(report.kind, 'full');
    const shown = report.kind === 'full' ? report.items : [];
    const expected = shown
      .filter(({ severity }) => severity !== 4)
      .map(({ data: _, ...diagnostic }) => diagnostic);
    assert.ok(expected.length > 2);
    assert.deepEqual(sent, { uri, diagnostics: expected, figures: [] });
  });

  it('have the same findings in any encoding, and whatever was checked before them', async () => {
    const contents = {
      'file:///w/utf8.txt': PLAIN,
      'file:///w/other.md': '# 2023年工作总结\n\n## 一、工作\n\n布署，，完成。\n',
      'file:///w/gbk.txt': encodeGb18030(PLAIN),
      'file:///w/utf16.txt': Buffer.from(TEXT, 'utf16le'),
    };
    const [utf8, other, gbk, utf16] = await check(contents);
    assert.ok(utf8!.diagnostics.length > 0);
    assert.deepEqual(gbk!.diagnostics, utf8!.diagnostics);
    assert.deepEqual(utf16!.diagnostics, utf8!.diagnostics);
    assert.deepEqual(await check(contents, false), [utf8, other, gbk, utf16]);
  });

  it('that are no text say so at their beginning', async () => {
    const [binary, damaged] = await check({
      'file:///w/%E5%9B%BE.txt': Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe),
      'file:///w/b.txt': Buffer.concat([
        Buffer.from('区档案馆工作总结。\n本年'),
        Buffer.of(0xff),
        Buffer.from('做了很多工作。'),
      ]),
    });
    const [{ range, severity, message }] = binary!.diagnostics as [Diagnostic];
    assert.deepEqual(codes(binary!), ['文件']);
    assert.deepEqual([range.start.line, severity], [0, 2]);
    assert.match(String(message), /“图\.txt”不是文本文件/);
    assert.match(String(damaged!.diagnostics[0]!.message), /第 2 行的字节有损坏/);
  });

  it('obey the nearest configuration file and the settings of their folder', async () => {
    files.set('file:///w/.work-summary.yaml', 'rules:\n  wrong-word: error\n');
    files.set('file:///w/sub/.work-summary.yaml', 'rules:\n  wrong-word: off\n');
    settings.set('file:///v', { 'wrong-word': 'off' });
    const text = '认真布署工作。\n';
    const sent = await check({
      'file:///w/a.txt': text,
      'file:///w/b.txt': text,
      'file:///w/sub/a.txt': text,
      'file:///v/a.txt': text,
      'file:///u/a.txt': text,
    });
    const levels = sent.map(
      ({ diagnostics }) => diagnostics.find(({ code }) => code === 'wrong-word')?.severity,
    );
    assert.deepEqual(levels, [1, 1, undefined, undefined, 2]);
    assert.equal(asked.length, 4, 'settings are asked for once for each folder');
  });

  it('read the configuration anew with the first piece of a folder', async () => {
    const contents = { 'file:///w/a.txt': '认真布署工作。\n' };
    await check(contents);
    files.set('file:///w/.work-summary.yaml', 'rules:\n  wrong-word: off\n');
    assert.ok(codes((await check(contents, false))[0]!).includes('wrong-word'));
    assert.ok(!codes((await check(contents))[0]!).includes('wrong-word'));
  });

  it('tell what is wrong with a configuration, until it is gone', async () => {
    const uri = 'file:///w/.work-summary.yaml';
    files.set(uri, 'rule:\n  wrong-word: off\n');
    await check({ 'file:///w/a.txt': '甲。\n' });
    files.delete(uri);
    await check({ 'file:///w/a.txt': '甲。\n' });
    assert.deepEqual(
      published.map(({ diagnostics }) => diagnostics.length),
      [1, 0],
    );
  });

  it('leave the configuration of an open document as it is', async () => {
    const uri = server.open('认真布署工作。\n', 'work-summary', 'file:///w/a.txt');
    const pull = () =>
      server.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
      });
    const before = await pull();
    assert.ok(before.kind === 'full' && before.items.length > 0);
    files.set('file:///w/.work-summary.yaml', 'rules:\n  wrong-word: off\n');
    await check({ [uri]: '认真布署工作。\n' });
    assert.deepEqual(await pull(), before);
  });
});

describe('a configuration being written', () => {
  it('is told of its mistakes at their places, and of none when they or the file are gone', async () => {
    const server = await startTestServer({ locale: 'zh-cn' });
    const published: PublishDiagnosticsParams[] = [];
    server.client.onNotification('textDocument/publishDiagnostics', (params) => {
      published.push(params as PublishDiagnosticsParams);
    });
    const uri = 'file:///w/.work-summary.yaml';
    const texts = [
      '\uFEFF# 𠮷日\r\nruels:\r\n  a: 1\r\nrules:\r\n  wrong-word: 很严\r\n  no-such: off\r\n',
      'rules: 一: 二\n',
      'rules:\n  wrong-word: off\n',
      'groups: 一\n',
      null,
    ];
    for (const text of texts) {
      await server.tell(CONFIGURATION_EDITED, { uri, text });
    }
    await server.stop();
    assert.deepEqual(
      published.map(({ diagnostics }) =>
        diagnostics.map(({ range: { start, end } }) => [
          start.line,
          start.character,
          end.character,
        ]),
      ),
      [
        [
          [1, 0, 5],
          [4, 14, 16],
          [5, 2, 9],
        ],
        [[0, 7, 8]],
        [],
        [[0, 8, 9]],
        [],
      ],
    );
    assert.match(String(published[0]!.diagnostics[0]!.message), /没有“ruels”这个配置项/);
  });
});
