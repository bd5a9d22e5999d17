import assert from 'node:assert/strict';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Syntax } from '../../server/src/core/document/model.js';
import { FINAL_CHECK } from '../../server/src/protocol/index.js';
import { EDITOR, startTestServer } from './server.js';

/** A server of its own with an editor's window on its other end. */
export interface Window {
  /** Opens a document; what it answers is asked of this window's server. */
  open(text: string, languageId: string): OpenDocument;
  /** Other settings from now on. */
  configure(rules: object): Promise<void>;
  stop(): Promise<void>;
}

/** A document as the window has it. */
interface OpenDocument {
  readonly text: string;
  edit(start: number, end: number, newText: string): Promise<void>;
  replace(text: string): Promise<void>;
  finalCheck(on: boolean): Promise<void>;
  problems(): Promise<Diagnostic[]>;
}

let opened = 0;

export async function openWindow(): Promise<Window> {
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
        finalCheck: (on) => client.sendRequest(FINAL_CHECK.method, { textDocument: { uri }, on }),
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

/** The problems of a text before the final check, during it and once it is over. */
export async function turnedOnAndOff(text: string, syntax: Syntax = 'plain') {
  const window = await openWindow();
  const document = window.open(text, syntax === 'markdown' ? 'markdown' : 'work-summary');
  const before = await document.problems();
  await document.finalCheck(true);
  const during = await document.problems();
  await document.finalCheck(false);
  const after = await document.problems();
  await window.stop();
  return { before, during, after };
}
