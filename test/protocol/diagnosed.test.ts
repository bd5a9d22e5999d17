/** What is said of a document, whatever was done to it before, is what is said of its text when it is opened. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FINAL_CHECK } from '../../server/src/protocol/index.js';
import { EDITOR, startTestServer } from '../helpers/server.js';
import { anyText, EVERYTHING, edits } from '../helpers/texts.js';

/** Mistakes in several lines, and blanks: with the final check there are more findings than without it. */
const SAMPLE = [
  '\uFEFF北湾镇文化站2024年工作总结',
  '　　全年举办讲座XX场次，读者反映较好。',
  '一、主要做法',
  '　　我们认真布署𠮷日书屋的各项工作。',
  '二、存在不足',
  '　　人手不足,服务不够细。',
  '　　明年继续布署落实。',
].join('\r\n');

const SEEDS = new URL('../../../shared/seeds/', import.meta.url);

interface Window {
  /** Opens a document; what it answers is asked of this window's server. */
  open(text: string, languageId: string): OpenDocument;
  /** Other settings from now on. */
  configure(rules: object): Promise<void>;
  stop(): Promise<void>;
}

interface OpenDocument {
  readonly text: string;
  edit(start: number, end: number, newText: string): Promise<void>;
  replace(text: string): Promise<void>;
  finalCheck(on: boolean): Promise<void>;
  problems(): Promise<Diagnostic[]>;
}

let opened = 0;

async function openWindow(): Promise<Window> {
  let settings: object = {};
  const server = await startTestServer({
    capabilities: { ...EDITOR, workspace: { ...EDITOR.workspace, configuration: true } },
  });
  const { client } = server;
  client.onRequest('workspace/configuration', () => [settings]);
  return {
    open(text, languageId) {
      const uri = server.open(text, languageId, `untitled:diagnosed-${++opened}`);
      let document = TextDocument.create(uri, languageId, 1, text);
      const change = async (contentChange: Parameters<typeof TextDocument.update>[1][number]) => {
        document = TextDocument.update(document, [contentChange], document.version + 1);
        await client.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: document.version },
          contentChanges: [contentChange],
        });
      };
      return {
        get text() {
          return document.getText();
        },
        edit: (start, end, newText) =>
          change({
            range: { start: document.positionAt(start), end: document.positionAt(end) },
            text: newText,
          }),
        replace: (newText) => change({ text: newText }),
        finalCheck: (on) => client.sendRequest(FINAL_CHECK, { textDocument: { uri }, on }),
        async problems() {
          const report = await client.sendRequest<DocumentDiagnosticReport>(
            'textDocument/diagnostic',
            { textDocument: { uri } },
          );
          return report.kind === 'full' ? report.items : assert.fail('expected a full report');
        },
      };
    },
    async configure(rules) {
      settings = rules;
      await client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    },
    stop: () => server.stop(),
  };
}

/** One thing that a writer does between two looks at the problems. */
type Step =
  | { readonly edits: readonly (readonly [number, number, string])[] }
  | { readonly text: string }
  | { readonly final: boolean }
  | { readonly rules: object };

const RULES_SET = [
  {},
  { 'wrong-word': 'off', 'half-width-mark': 'hint' },
  { 'long-sentence': { level: 'warning', soft: 20, hard: 40 }, 'repeated-character': 'error' },
];

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ edits: edits(2) }) },
  { weight: 3, arbitrary: fc.record({ final: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ rules: fc.constantFrom(...RULES_SET) }) },
  {
    weight: 1,
    arbitrary: fc.record({ text: fc.oneof(anyText, fc.constant(SAMPLE), fc.constant(EVERYTHING)) }),
  },
);

describe('diagnostics', () => {
  const windows: Window[] = [];
  const newWindow = async () => {
    const window = await openWindow();
    windows.push(window);
    return window;
  };
  afterEach(async () => {
    await Promise.all(windows.splice(0).map((window) => window.stop()));
  });

  async function turnedOnAndOff(text: string) {
    const document = (await newWindow()).open(text, 'work-summary');
    const before = await document.problems();
    await document.finalCheck(true);
    const during = await document.problems();
    await document.finalCheck(false);
    return { before, during, after: await document.problems() };
  }

  it('stand where they stood once the final check is over', async () => {
    const { before, during, after } = await turnedOnAndOff(SAMPLE);
    assert.ok(before.length > 0);
    assert.ok(during.length > before.length);
    assert.deepEqual(after, before);
  });

  it('of the real summary beside the repository do too', async function () {
    if (!existsSync(SEEDS)) return this.skip();
    for (const name of readdirSync(SEEDS)) {
      const { before, after } = await turnedOnAndOff(readFileSync(new URL(name, SEEDS), 'utf8'));
      assert.deepEqual(after, before);
    }
  });

  // One server keeps the document and another opens each of its texts anew: in one, what is remembered
  // of the one document would hide behind the other.
  for (const language of ['work-summary', 'markdown']) {
    it(`of ${language} are as fresh after edits, final checks and other settings`, async function () {
      this.timeout(120_000);
      const follow = async (steps: readonly Step[]) => {
        const [window, other] = await Promise.all([newWindow(), newWindow()]);
        const document = window.open(EVERYTHING, language);
        await document.problems();
        let final = false;
        for (const each of steps) {
          if ('final' in each) {
            final = each.final;
            await document.finalCheck(final);
          } else if ('rules' in each) {
            await Promise.all([window, other].map((one) => one.configure(each.rules)));
          } else if ('text' in each) await document.replace(each.text);
          else {
            for (const [place, length, newText] of each.edits) {
              const start = Math.round(place * document.text.length);
              await document.edit(start, start + length, newText);
            }
          }
          const anew = other.open(document.text, language);
          await anew.finalCheck(final);
          const [known, fresh] = await Promise.all([document.problems(), anew.problems()]);
          assert.deepEqual(known, fresh);
        }
      };
      // Each look waits for the writer to pause, so several writers are at it at a time.
      const writers = fc.array(fc.array(step, { minLength: 4, maxLength: 6 }), {
        minLength: 6,
        maxLength: 6,
      });
      await fc.assert(
        fc.asyncProperty(writers, async (all) => {
          await Promise.all(all.map(follow));
          await Promise.all(windows.splice(0).map((window) => window.stop()));
        }),
        { numRuns: 3 },
      );
    });
  }
});
