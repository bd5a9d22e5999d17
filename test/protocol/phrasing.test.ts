import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionList,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import {
  ADD_PHRASES_REQUEST,
  ADD_TERMS_REQUEST,
  CHOSEN_COMMAND,
  KINDS_REQUEST,
  LEARN_REQUEST,
  MATERIAL_REQUEST,
  PHRASE_OF_REQUEST,
  PHRASES_CHANGED,
  SKELETON_REQUEST,
} from '../../server/src/protocol/index.js';
import { EDITOR, startTestServer, type TestServer } from '../helpers/server.js';

const SUMMARY = '区图书馆2026年工作总结\n一、主要工作\n　　组织开\n二、存在的问题\n　　\n';
const BROKEN =
  'phrases:\n  - 第一条常用语完整。\n  - text: "没有收尾\n    title: [\n  - 第三条常用语完整。\n';

describe('phrasing over the protocol', () => {
  let server: TestServer;
  const files = new Map<string, string>();
  const told: PublishDiagnosticsParams[] = [];
  before(async () => {
    files.set('file:///w/.work-summary.phrases.yaml', BROKEN);
    server = await startTestServer(
      {
        capabilities: {
          ...EDITOR,
          textDocument: {
            ...EDITOR.textDocument,
            completion: { completionItem: { snippetSupport: true } },
          },
        },
        workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
        initializationOptions: { countsPhrases: true, phraseFiles: ['file:///own.yaml'] },
      },
      { readFile: async (uri) => files.get(uri) ?? null },
    );
    server.client.onNotification('textDocument/publishDiagnostics', (params) => {
      told.push(params as PublishDiagnosticsParams);
    });
  });
  after(() => server.stop());

  const complete = async (uri: string, line: number, character: number) => {
    const list = await server.client.sendRequest<CompletionList | null>('textDocument/completion', {
      textDocument: { uri },
      position: { line, character },
    });
    return list?.items ?? [];
  };

  it('proposes snippets with their range, their stops and a command that counts', async () => {
    const [first] = await complete(server.open(SUMMARY), 2, 5);
    assert.deepEqual(
      { range: (first!.textEdit as { range: unknown }).range, filterText: first!.filterText },
      {
        range: { start: { line: 2, character: 2 }, end: { line: 2, character: 5 } },
        filterText: '组织开',
      },
    );
    assert.match(
      (first!.textEdit as { newText: string }).newText,
      /^组织开展\$\{1:【活动】\}\$\{2:XX\}场次/,
    );
    assert.equal(first!.command?.command, CHOSEN_COMMAND.command);
    assert.deepEqual(first!.command?.arguments, ['results-activity']);
  });

  it('names file and line of a syntax error, and keeps the other phrases', async () => {
    await server.tell(PHRASES_CHANGED, {});
    const uri = server.open(SUMMARY);
    const labels = async () => (await complete(uri, 4, 2)).map(({ label }) => label);
    while (told.length === 0) await labels();
    const { uri: file, diagnostics } = told.at(-1)!;
    assert.equal(file, 'file:///w/.work-summary.phrases.yaml');
    assert.equal(diagnostics.length, 1);
    assert.ok([2, 3].includes(diagnostics[0]!.range.start.line), JSON.stringify(diagnostics));
    assert.match(String(diagnostics[0]!.message), /其他常用语照常使用/);
    const typed = server.open('2026年工作总结\n一、主要工作\n　　第三条\n');
    assert.equal((await complete(typed, 2, 5))[0]!.label, '第三条常用语完整。');
    const other = server.open('2026年工作总结\n一、主要工作\n　　第一条\n');
    assert.equal((await complete(other, 2, 5))[0]!.label, '第一条常用语完整。');
  });

  it('ranks by what the client says was chosen', async () => {
    const uri = server.open(SUMMARY);
    const first = async () => (await complete(uri, 4, 2))[0]!.command!.arguments![0];
    assert.equal(await first(), 'problems-lead');
    await server.tell(PHRASES_CHANGED, { chosen: { 'problems-funds': 6 } });
    assert.equal(await first(), 'problems-funds');
    await server.tell(PHRASES_CHANGED, { chosen: {} });
  });

  it('writes a whole document', async () => {
    const today = { year: 2026, month: 7, day: 5 };
    const kinds = await server.ask(KINDS_REQUEST, today);
    const half = kinds.find(({ name }) => name === '半年工作总结')!;
    assert.equal(half.periods[0], '2026年上半年');
    const { snippet } = await server.ask(SKELETON_REQUEST, {
      kind: half.id,
      detail: 'brief',
      markdown: false,
      period: half.periods[0],
      today,
    });
    assert.match(snippet, /^\$\{1:【单位名称】\}2026年上半年工作总结\n\n/);
    assert.match(snippet, /\n2026年7月5日\n\$0$/);
  });

  it('finds material for the report on a week, and puts what was ticked under its headings', async () => {
    const today = { year: 2026, month: 12, day: 4 };
    const kinds = await server.ask(KINDS_REQUEST, today);
    const taking = kinds.filter(({ takesMaterial }) => takesMaterial).map(({ name }) => name);
    assert.deepEqual(taking, ['周报', '月报']);
    const period = kinds.find(({ id }) => id === 'weekly')!.periods[0]!;
    const material = await server.ask(MATERIAL_REQUEST, {
      period,
      commits: [{ message: 'feat: 导出年级𠮷字表', day: today }],
      files: [{ name: '待办.md', text: '- [ ] 约家长座谈\r\n' }],
    });
    assert.deepEqual(
      material.map(({ text, part, source }) => [text, part, source]),
      [
        ['导出年级𠮷字表', 'done', null],
        ['约家长座谈', 'open', '待办.md'],
      ],
    );
    const { snippet } = await server.ask(SKELETON_REQUEST, {
      ...{ kind: 'weekly', detail: 'brief', markdown: false, period, today, material },
    });
    assert.match(snippet, /一、本周工作完成情况\n　　（一）导出年级𠮷字表。\n/);
    assert.match(snippet, /三、下周工作计划\n　　（一）约家长座谈。\n/);
  });

  it('makes a phrase of a selected text, and keeps it beside the others', async () => {
    const text = '2026年工作总结\n二、存在的问题\n　　3月5日检查12处，“1+3”机制还不健全。\n';
    const phrase = await server.ask(PHRASE_OF_REQUEST, {
      textDocument: { uri: server.open(text) },
      range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } },
    });
    assert.deepEqual(phrase, {
      text: 'X月XX日检查XX处，“1+3”机制还不健全。',
      section: '存在的问题',
    });
    const added = await server.ask(ADD_PHRASES_REQUEST, {
      text: '# 我的\nphrases:\n  - 旧的一条。 # 别动\n',
      phrases: [phrase],
    });
    assert.equal(
      added?.text,
      '# 我的\nphrases:\n  - 旧的一条。 # 别动\n  - text: X月XX日检查XX处，“1+3”机制还不健全。\n    section: 存在的问题\n',
    );
    assert.equal(await server.ask(ADD_PHRASES_REQUEST, { text: BROKEN, phrases: [phrase] }), null);
  });

  it('learns what is used repeatedly', async () => {
    const year = (n: number, place: string) =>
      `${n}年工作总结\n一、抓好阅读推广\n　　全年举办讲座${n - 2000}场次，${n}人次参加。到${place}开展“书香列车”流动服务，受到读者欢迎。\n`;
    const learned = await server.ask(LEARN_REQUEST, {
      files: [
        { name: 'a.txt', text: year(2024, '东𠮷村') },
        { name: 'b.txt', text: year(2025, '西山社区') },
      ],
    });
    assert.deepEqual(learned, {
      phrases: [
        { text: '全年举办讲座XX场次，XX人次参加。', count: 2 },
        { text: '到【内容】开展“书香列车”流动服务，受到读者欢迎。', count: 2 },
      ],
      terms: [{ term: '书香列车', count: 2 }],
      headings: [{ text: '抓好阅读推广', count: 2 }],
      words: [],
    });
    const terms = await server.ask(ADD_TERMS_REQUEST, {
      text: 'terms:\n  - term: 老读者\n',
      terms: ['书香列车'],
      words: [{ word: '格网', count: 3 }],
    });
    assert.equal(
      terms?.text,
      'terms:\n  - term: 老读者\n  - term: 书香列车\nlearned:\n  格网: 3\n',
    );
  });

  it('offers to write an abbreviation out', async () => {
    const uri = server.open('增强“四个意识”。');
    const actions = await server.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 4 }, end: { line: 0, character: 4 } },
      context: { diagnostics: [], only: ['refactor.rewrite'] },
    });
    assert.deepEqual(
      actions.map(({ title }) => title).filter((title) => title.includes('政治意识')),
      [
        '展开为：政治意识、大局意识、核心意识、看齐意识',
        '在后面注明：（政治意识、大局意识、核心意识、看齐意识）',
      ],
    );
  });
});
