/**
 * What somebody who takes over will want to add, added to a copy as CONTRIBUTING.md says: by how few files,
 * and that it works once the rest is generated. A rule is tried in `test/core/rules.test.ts`.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What is generated from, into or checked, and the tests that look at all of it. */
const COPIED = [
  ...['client', 'docs', 'l10n', 'schemas', 'server/scripts', 'server/src', 'snippets', 'syntaxes'],
  ...['server/data/language/NOTICE.txt'],
  ...['README.md', 'README.en.md', 'THIRD-PARTY-LICENSES.txt', 'package.json', 'package.nls.json'],
  ...['package.nls.zh-cn.json', 'tsconfig.base.json', 'test/core/static.test.ts', 'test/helpers'],
];

/** Writes one file by hand: its new content, from what it was; empty where it was not. */
type Additions = Readonly<Record<string, (before: string) => string>>;

/** Changes a file of JSON. */
const changed =
  <T>(change: (content: T) => void) =>
  (before: string): string => {
    const content = JSON.parse(before);
    change(content);
    return `${JSON.stringify(content, null, 2)}\n`;
  };

const KIND: Additions = {
  'server/src/core/phrases/kinds.json': changed<Record<string, object>>((kinds) => {
    kinds.research = {
      name: '科研工作总结',
      period: 'year',
      titleWords: '科研',
      titleRank: 1,
      subject: '单位名称',
      title: '【单位名称】{period}科研工作总结',
      opening: 'opening-year',
      closing: 'closing-comment',
      signoff: 'signoff',
      sections: [
        { heading: '项目进展', role: 'results', layout: 'headed', phrases: ['立项结项'] },
        { heading: '存在的问题', role: 'problems', layout: 'listed', phrases: ['进度滞后'] },
        { heading: '下一步打算', role: 'next', layout: 'listed', phrases: ['next-training'] },
      ],
      own: {
        results: ['立项结项 课题|全年立项课题XX项，结项XX项，发表论文XX篇。'],
        problems: ['进度滞后 延期|XX项课题进度滞后，其中XX项已申请延期。'],
      },
    };
  }),
  'snippets/samples/research.txt': () => `【单位名称】20XX年科研工作总结

　　20XX年，科研处完成了年度任务。现将工作情况总结如下：
一、项目进展
　　（一）立项结项。全年立项课题XX项，结项XX项。
　　（二）发表论文。全年发表论文XX篇。
二、存在的问题
　　一是XX项课题进度滞后。二是申报材料退回XX份。
三、下一步打算
　　一是每月检查进度X次。二是举办申报培训X场。

【单位名称】
20XX年X月XX日
`,
};

const COMMAND: Additions = {
  'server/src/protocol/section-count.ts': () => `import type { DocumentParams } from './common.js';
import type { OwnRequest } from './messages.js';

/** Client to server: how many sections a document has; null for one that is not open. */
export const SECTION_COUNT: OwnRequest<DocumentParams, number | null> = {
  method: 'workSummary/sectionCount',
};
`,
  'server/src/lsp/features/section-count.ts':
    () => `import { SECTION_COUNT } from '../../protocol/index.js';
import type { Feature } from '../session.js';

export const sectionCount: Feature = {
  register({ messages, answer }) {
    messages.onRequest(SECTION_COUNT, ({ textDocument: { uri } }) =>
      answer(uri, null, ({ summary }) => summary.sections.length),
    );
  },
};
`,
  'client/src/section-count.ts': () => `import vscode = require('vscode');

import { SECTION_COUNT } from '#protocol';
import type { Feature } from './feature.js';

export const sectionCount: Feature = ({ context, active, client }) => {
  const run = async () => {
    const uri = active.document?.uri.toString();
    if (uri === undefined) return;
    const count = await client.sendRequest(SECTION_COUNT, { textDocument: { uri } });
    if (count === null) return;
    void vscode.window.showInformationMessage(vscode.l10n.t('Sections: {0}', count));
  };
  context.subscriptions.push(vscode.commands.registerCommand('workSummary.sectionCount', run));
};
`,
  'client/src/features.ts': (before) =>
    before
      .replace(/^(?=import \{ symbols)/m, "import { sectionCount } from './section-count.js';\n")
      .replace('  symbols,\n', '  symbols,\n  sectionCount,\n'),
  'package.json': changed<{ contributes: { commands: object[] } }>(({ contributes }) => {
    contributes.commands.push({
      command: 'workSummary.sectionCount',
      title: '%command.sectionCount%',
      category: '%command.category%',
    });
  }),
  'client/texts.json': changed<{
    manifest: Record<string, object>;
    messages: Record<string, string>;
  }>(({ manifest, messages }) => {
    manifest['command.sectionCount'] = { en: 'Count the Sections', zh: '数一数有几节' };
    messages['Sections: {0}'] = '共{0}节';
  }),
};

const LANGUAGE: Additions = {
  'server/src/core/base/languages/zh-hant.ts':
    () => `import type { Language, Localized } from '../localized.js';

const TEXTS: Readonly<Record<string, string>> = {
  'Open a folder first.': '請先開啟一個資料夾。',
  'A wrong word': '寫錯的字',
};

export default {
  locale: 'zh-Hant',
  editors: ['zh-tw'],
  translate: ({ en }: Localized) => TEXTS[en],
} satisfies Language;
`,
};

/** Run in the copy: tells as JSON what the added things do. */
const PROBE = `import { localize, KINDS, parseSummary, skeleton, textOf } from '#core';
import { documentKinds } from '#server/core/phrases/document-kind';
import { SECTION_COUNT } from '#protocol';
import { startTestServer } from './test/helpers/server.js';

const shown = (locale: string) => [
  localize({ zh: '写错的字', en: 'A wrong word' }, locale),
  localize({ zh: '没有译文', en: 'Not translated' }, locale),
];

async function main() {
  const text = textOf(skeleton({ kind: 'research', detail: 'full', syntax: 'plain', style: 'mixed' }));
  const server = await startTestServer();
  const textDocument = { uri: server.open('一、工作\\n二、问题\\n三、打算\\n') };
  const told = {
    kinds: KINDS.map(({ id }) => id),
    text,
    recognised: documentKinds(parseSummary(text, 'plain')),
    sections: await server.ask(SECTION_COUNT, { textDocument }),
    languages: ['zh-TW', 'zh-CN', 'en'].map(shown),
  };
  await server.stop();
  process.stdout.write(JSON.stringify(told));
}

void main();
`;

describe('what is added by hand', () => {
  let copy: string;
  let told: {
    kinds: string[];
    text: string;
    recognised: string[];
    sections: number;
    languages: [string, string][];
  };

  const file = (name: string) => path.join(copy, name);
  const json = (name: string) => JSON.parse(readFileSync(file(name), 'utf8'));

  /** Runs a script in the copy, and gives what it prints. */
  function node(...given: string[]): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, given, {
      cwd: copy,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout + stderr);
    return stdout;
  }

  function add(additions: Additions): void {
    for (const [name, write] of Object.entries(additions)) {
      const before = existsSync(file(name)) ? readFileSync(file(name), 'utf8') : '';
      const after = write(before);
      assert.notEqual(after, before, name);
      mkdirSync(path.dirname(file(name)), { recursive: true });
      writeFileSync(file(name), after);
    }
  }

  before(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'work-summary-additions-'));
    for (const name of COPIED) cpSync(path.join(root, name), file(name), { recursive: true });
    // Package by package, so that what is kept in the folder itself is not that of the original.
    mkdirSync(file('node_modules'));
    for (const name of readdirSync(path.join(root, 'node_modules'))) {
      if (name.startsWith('.')) continue;
      symlinkSync(path.join(root, 'node_modules', name), file(`node_modules/${name}`), 'junction');
    }
    for (const additions of [KIND, COMMAND, LANGUAGE]) add(additions);
    node('--import', 'tsx', 'server/scripts/gen.ts');
    writeFileSync(file('probe.ts'), PROBE);
    told = JSON.parse(node('--import', 'tsx', 'probe.ts'));
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  it('is a kind of document by three files at most: it has a skeleton and is recognised', () => {
    assert.ok(Object.keys(KIND).length <= 3);
    assert.ok(told.kinds.includes('research'));
    assert.match(told.text, /科研工作总结\n[\s\S]*项目进展\n[\s\S]*立项课题/);
    assert.equal(told.recognised[0], 'research');
    assert.ok('科研工作总结' in json('snippets/work-summary.json'));
  });

  it('is a command with a request by six files at most: it is answered, and in the manifest', () => {
    assert.ok(Object.keys(COMMAND).length <= 6);
    assert.equal(told.sections, 3);
    assert.equal(json('package.nls.json')['command.sectionCount'], 'Count the Sections');
    assert.equal(json('package.nls.zh-cn.json')['command.sectionCount'], '数一数有几节');
    assert.equal(json('l10n/bundle.l10n.zh-cn.json')['Sections: {0}'], '共{0}节');
  });

  it('is a language by one new file: it is spoken, and Chinese where it has no text', () => {
    assert.deepEqual(
      Object.keys(LANGUAGE).map((name) => existsSync(path.join(root, name))),
      [false],
    );
    assert.deepEqual(told.languages, [
      ['寫錯的字', '没有译文'],
      ['写错的字', '没有译文'],
      ['A wrong word', 'Not translated'],
    ]);
    const messages = json('l10n/bundle.l10n.zh-tw.json');
    assert.equal(messages['Open a folder first.'], '請先開啟一個資料夾。');
    assert.equal(messages['Open a document first.'], '请先打开一个文档。');
    assert.equal(json('package.nls.zh-tw.json')['command.sectionCount'], '数一数有几节');
  });

  it('is of the right types in every front', () => {
    const options = { noEmit: true, composite: false, emitDeclarationOnly: false };
    writeFileSync(
      file('tsconfig.json'),
      JSON.stringify({
        extends: './tsconfig.base.json',
        compilerOptions: { ...options, types: ['node', 'vscode'], lib: ['es2023', 'webworker'] },
        files: ['client/src/node.ts', 'client/src/main.ts', 'server/src/command-line.ts'],
      }),
    );
    node(path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json');
  });

  it('passes the tests of all kinds, texts and commands', () => {
    const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
    const options = ['--no-config', '--node-option', 'import=tsx', '--timeout', '60000', '--exit'];
    node(mocha, ...options, 'test/core/static.test.ts');
  });
});
