import assert from 'node:assert/strict';
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
} from 'vscode-languageserver-protocol/node';
import { languageIndex } from '../../server/scripts/gen/indices.js';
import { textsIn } from '../../server/scripts/gen/languages.js';
import { addLanguage, localize } from '../../server/src/core/base/localize.js';
import type { Language } from '../../server/src/core/base/localized.js';
import { runCli } from '../helpers/command-line.js';
import { startTestServer } from '../helpers/server.js';

const CHARACTERS: Readonly<Record<string, string>> = {
  这: '這',
  应: '應',
  请: '請',
  号: '號',
  复: '復',
  为: '為',
  删: '刪',
};

/** What stands in quotation marks is left as it is. */
const convert = (text: string) =>
  text.replace(/“[^“”]*”|./gs, (found) => CHARACTERS[found] ?? found);

/** As a file of `languages/` exports it; it lacks what is said of numbers. */
const LANGUAGE: Language = {
  locale: 'zh-Hant',
  editors: ['zh-tw'],
  translate: ({ zh }) => (zh.includes('序号') ? undefined : convert(zh)),
};

const expected = (text: string) => (text.includes('序号') ? text : convert(text));

const TEXT =
  '一、这里的工作\n　　走访企业20家，，解决难题12件。。应当复查。\n三、打算\n　　同比提高。\n';

/** All that the server says of the text: findings, what the first mark and a word show, actions. */
async function said(locale: string): Promise<string[]> {
  const server = await startTestServer({ locale });
  const textDocument = { uri: server.open(TEXT) };
  const ask = <T>(method: string, params: object): Promise<T> =>
    server.client.sendRequest(`textDocument/${method}`, { textDocument, ...params });
  const report = await ask<DocumentDiagnosticReport>('diagnostic', {});
  assert.equal(report.kind, 'full');
  const diagnostics = report.items as Diagnostic[];
  const hovers: string[] = [];
  for (const position of [diagnostics[0]!.range.start, { line: 3, character: 3 }]) {
    const hover = await ask<Hover>('hover', { position });
    hovers.push((hover.contents as { value: string }).value);
  }
  const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };
  const actions = await ask<CodeAction[]>('codeAction', { range, context: { diagnostics } });
  await server.stop();
  return [
    ...diagnostics.map(({ message }) => message as string),
    ...hovers,
    ...actions.map(({ title }) => title),
  ];
}

describe('a further language', () => {
  let forget: (() => void) | undefined;
  afterEach(() => forget?.());

  it('is what findings, hovers and actions are in, and Chinese where it has no text', async () => {
    const inChinese = await said('zh-cn');
    const inEnglish = await said('en');
    assert.deepEqual(await said('zh-tw'), inChinese);
    forget = addLanguage(LANGUAGE);
    const own = await said('zh-tw');
    // A hover has several texts, each by itself.
    const lines = (texts: readonly string[]) => texts.flatMap((text) => text.split('\n'));
    assert.deepEqual(lines(own), lines(inChinese).map(expected));
    const changed = own.filter((text, index) => text !== inChinese[index]);
    assert.ok(changed.length > 3 && changed.length < own.length, `${changed.length}`);
    assert.deepEqual(await said('zh-cn'), inChinese);
    assert.deepEqual(await said('en'), inEnglish);
  });

  it('is what the command line speaks where the system does', async () => {
    const run = (LANG: string) =>
      runCli(['check', '-'], { cwd: '/', stdin: Buffer.from(TEXT), env: { LANG } });
    const inChinese = await run('zh_CN.UTF-8');
    forget = addLanguage(LANGUAGE);
    const own = await run('zh_TW.UTF-8');
    assert.notEqual(own.stdout, inChinese.stdout);
    assert.match(own.stdout, /應/);
    assert.equal((await run('C.UTF-8')).stdout, inChinese.stdout);
    assert.match((await run('de_DE')).stdout, /files? checked/);
  });

  it('is chosen by script and region, and by the nearest that there is', () => {
    const text = { zh: '请看', en: 'See' };
    const shown = (...locales: string[]) => locales.map((locale) => localize(text, locale));
    assert.deepEqual(
      shown('zh', 'zh-CN', 'zh_CN.UTF-8', 'zh-TW', 'zh-Hant'),
      Array(5).fill('请看'),
    );
    assert.deepEqual(shown('en', 'en-US', 'ja', '', 'no language'), Array(5).fill('See'));
    forget = addLanguage(LANGUAGE);
    const forgetNearer = addLanguage({
      locale: 'zh-HK',
      editors: [],
      translate: ({ en }) => (en === 'See' ? '請睇' : undefined),
    });
    try {
      assert.deepEqual(shown('zh-tw', 'zh-Hant', 'zh_TW.UTF-8'), Array(3).fill('請看'));
      assert.deepEqual(shown('zh-hk', 'zh', 'zh-sg', 'en'), ['請睇', '请看', '请看', 'See']);
      assert.equal(localize({ zh: '这里', en: 'Here' }, 'zh-HK'), '這里');
    } finally {
      forgetNearer();
    }
  });

  it('has an index, and texts for the editor, that are derived', () => {
    const index = languageIndex(['ja', 'zh-hant']);
    assert.match(index, /^import zhHant from '\.\/languages\/zh-hant\.js';$/m);
    assert.match(index, /^export const LANGUAGES: readonly Language\[\] = \[ja, zhHant\];$/m);
    const texts = new Map([
      ['Renumber', { zh: '重排序号', en: 'Renumber' }],
      ['See', { zh: '请看', en: 'See' }],
    ]);
    assert.deepEqual(JSON.parse(textsIn(LANGUAGE, texts)), {
      Renumber: '重排序号',
      See: '請看',
    });
    assert.equal(localize({ zh: '请看', en: 'See' }, 'zh-tw'), '请看', 'it is forgotten again');
  });
});
