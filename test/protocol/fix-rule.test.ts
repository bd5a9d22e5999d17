/** “Fix all of this rule”: what it changes, and when it is offered. */
import assert from 'node:assert/strict';
import type { AnnotatedTextEdit, CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { REVIEW_FIXES_COMMAND, RULE_FIXES } from '../../server/src/protocol/index.js';
import { EDITOR, startTestServer, type TestServer } from '../helpers/server.js';

const DOCUMENT = 'file:///w/a.txt';
/** Of one rule, two places are warnings and two are hints. */
const TEXT = [
  '\uFEFF　　𠮷日向省委省政府汇报，铸牢中华民族共同意识，',
  '按省委省政府部署，宣讲中华民族共同意识。的的，读者的的，',
  '会场宽敞,桌椅齐全,灯光明亮',
].join('\r\n');
const WRONG = '中华民族共同意识';
const TOLERATED = '省委省政府';

const CONFIRMING = {
  ...EDITOR,
  workspace: {
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
};

describe('fixing all of a rule', () => {
  let server: TestServer;
  const start = async (capabilities: object, locale = 'zh-cn', initializationOptions = {}) => {
    server = await startTestServer({ capabilities, locale, initializationOptions });
    server.open(TEXT, 'work-summary', DOCUMENT);
  };
  afterEach(() => server.stop());

  const document = TextDocument.create(DOCUMENT, '', 1, TEXT);
  const offered = async (wording: string) => {
    const at = document.positionAt(TEXT.indexOf(wording) + 1);
    const actions = await server.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: DOCUMENT },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    return actions.filter(({ title }) => /^(?:修复全部|Fix all)/.test(title));
  };
  const editsOf = ({ edit }: CodeAction) =>
    (edit!.documentChanges![0] as { edits: AnnotatedTextEdit[] }).edits;
  const problems = async () => {
    const { items } = await server.client.sendRequest<{ items: Diagnostic[] }>(
      'textDocument/diagnostic',
      { textDocument: { uri: DOCUMENT } },
    );
    return items;
  };

  it('changes what is listed at the level of this finding, and nothing else', async () => {
    await start(CONFIRMING);
    const levels = (await problems()).flatMap(({ code, severity }) =>
      code === 'set-phrase' ? severity : [],
    );
    assert.deepEqual(levels.sort(), [2, 2, 4, 4]);
    const cases = [
      [WRONG, '中华民族共同体意识'],
      [TOLERATED, '省委、省政府'],
    ] as const;
    for (const [wording, right] of cases) {
      const actions = await offered(wording);
      assert.deepEqual(
        actions.map(({ title }) => title),
        ['修复全部“规范提法写错”（2处）'],
      );
      assert.equal(
        TextDocument.applyEdits(document, editsOf(actions[0]!)),
        TEXT.replaceAll(wording, right),
      );
    }
  });

  it('shows each change of words first, in words', async () => {
    await start(CONFIRMING);
    const label = `规范提法写错：${WRONG}→中华民族共同体意识`;
    const [action] = await offered(WRONG);
    assert.deepEqual(action!.edit!.changeAnnotations, {
      [label]: { label, needsConfirmation: true },
    });
    assert.deepEqual(
      editsOf(action!).map(({ annotationId }) => annotationId),
      [label, label],
    );
    const [doubled] = await offered('的的');
    assert.deepEqual(Object.keys(doubled!.edit!.changeAnnotations!), ['重复的字：的的→的']);
  });

  it('is told in the language of the client', async () => {
    await start(CONFIRMING, 'en');
    const [action] = await offered('的的');
    assert.match(Object.keys(action!.edit!.changeAnnotations!).join(), /^[A-Z][a-z ]+: 的的→的$/);
  });

  it('is listed by a client that has a list of its own, and made there', async () => {
    await start(EDITOR, 'zh-cn', { reviewsFixes: true });
    const [action] = await offered(WRONG);
    assert.equal(action!.edit, undefined);
    const asked = {
      textDocument: { uri: DOCUMENT, version: 1 },
      rule: 'set-phrase',
      severity: 'warning' as const,
    };
    assert.deepEqual(action!.command, {
      title: action!.title,
      command: REVIEW_FIXES_COMMAND.command,
      arguments: [asked],
    });
    const { title, fixes } = (await server.ask(RULE_FIXES, asked)) ?? assert.fail('no list');
    assert.equal(title, action!.title);
    assert.deepEqual(
      fixes.map(({ label, range, sentence }) => [label, range.start.line, sentence]),
      [
        [`${WRONG}→中华民族共同体意识`, 0, '𠮷日向省委省政府汇报，铸牢中华民族共同意识，'],
        [`${WRONG}→中华民族共同体意识`, 1, '按省委省政府部署，宣讲中华民族共同意识'],
      ],
    );
    const edits = fixes.flatMap((fix) => [...fix.edits]);
    assert.equal(
      TextDocument.applyEdits(document, edits),
      TEXT.replaceAll(WRONG, '中华民族共同体意识'),
    );
    const newer = { ...asked, textDocument: { uri: DOCUMENT, version: 2 } };
    assert.equal(await server.ask(RULE_FIXES, newer), null);
  });

  it('of words is not offered where nothing would be shown first', async () => {
    await start(EDITOR);
    assert.deepEqual(await offered(WRONG), []);
    assert.deepEqual(await offered('的的'), []);
  });

  it('of marks is made at once', async () => {
    for (const capabilities of [CONFIRMING, EDITOR]) {
      await start(capabilities);
      const [action] = await offered(',');
      assert.match(action!.title, /（2处）$/);
      assert.equal(action!.edit!.changeAnnotations, undefined);
      assert.equal(TextDocument.applyEdits(document, editsOf(action!)), TEXT.replaceAll(',', '，'));
      if (capabilities === CONFIRMING) await server.stop();
    }
  });
});

describe('what can be kept as a word', () => {
  const PLACE = 'file:///w/b.txt';
  /** How many entries would keep a word, with the caret at `|`. */
  const words = async (marked: string) => {
    const text = marked.replace('|', '');
    const server = await startTestServer({
      capabilities: {
        ...EDITOR,
        workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
      },
    });
    server.open(text, 'work-summary', PLACE);
    const at = TextDocument.create(PLACE, '', 1, text).positionAt(marked.indexOf('|'));
    const actions = await server.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: PLACE },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    await server.stop();
    assert.ok(actions.some(({ title }) => title.startsWith('忽略本次')));
    return actions.filter(({ title }) => /^(?:永久不报|必须改)/.test(title)).length;
  };

  it('is a wording that is right or wrong by itself', async () => {
    assert.equal(await words('认真布|署𠮷日工作。'), 2);
    assert.equal(await words('一、布|署\r\n　　全部完成。'), 2);
  });

  it('is neither a long sentence or paragraph nor a sentence that stands there twice', async () => {
    const part = '𠮷县图书馆坚持每周开放七天服务读者';
    assert.equal(await words(`𠮷县|${`，${part}`.repeat(30)}。`), 0);
    assert.equal(await words(`${part}。\n𠮷|${part.slice(2)}。`), 0);
  });

  it('is neither a mark nor a label', async () => {
    assert.equal(await words('会场宽敞,|桌椅齐全。'), 0);
    assert.equal(await words('一、回顾\n三|、打算'), 0);
  });
});
