/**
 * The recipes for Helix and Sublime Text: the command as they write it, asked as these editors ask.
 * `npm run build` first.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentSymbol,
  InitializeResult,
  ProtocolConnection,
  RegistrationParams,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { installedIn, recipeIn } from '../helpers/recipes.js';
import { type SpawnedServer, shutDown, spawnServer } from '../helpers/spawned-server.js';

const TEXT =
  '\uFEFF　　一、认真布署𠮷日工作，，全年办展。\r\n　　三、存在的问题\r\n　　到XX村借书XX册。\r\n';
const CONFIG = 'rules:\n  label-number: error\n';

interface Editor {
  readonly command: readonly string[];
  readonly languageId: string;
  /** What matters here of what the editor says of itself. */
  readonly capabilities: ClientCapabilities;
}

/** A string or a list of strings is written in TOML as in JSON. */
const toml = (key: string): unknown =>
  JSON.parse(new RegExp(`^${key} = (.*)$`, 'm').exec(recipeIn('toml'))?.[1] ?? 'null');

const EDITORS: Readonly<Record<string, () => Editor>> = {
  // helix-lsp/src/client.rs
  Helix: () => ({
    command: [toml('command') as string, ...(toml('args') as string[])],
    languageId: 'work-summary',
    capabilities: {
      general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
      workspace: {
        configuration: true,
        didChangeConfiguration: { dynamicRegistration: false },
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: false },
        workspaceEdit: {
          documentChanges: true,
          resourceOperations: ['create', 'rename', 'delete'],
          failureHandling: 'abort',
        },
        workspaceFolders: true,
      },
      textDocument: {
        codeAction: {
          codeActionLiteralSupport: {
            codeActionKind: {
              valueSet: ['', 'quickfix', 'refactor', 'refactor.rewrite', 'source'],
            },
          },
          isPreferredSupport: true,
          dataSupport: true,
          resolveSupport: { properties: ['edit', 'command'] },
        },
        completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true } },
        formatting: { dynamicRegistration: false },
        hover: { contentFormat: ['markdown'] },
        publishDiagnostics: { versionSupport: true },
        rename: { dynamicRegistration: false, prepareSupport: true },
      },
      window: { workDoneProgress: true },
    },
  }),
  // plugin/core/sessions.py of the LSP package
  'Sublime Text': () => ({
    command: JSON.parse(recipeIn('json')).clients['work-summary'].command,
    languageId: 'plaintext',
    capabilities: {
      workspace: {
        applyEdit: true,
        configuration: true,
        didChangeConfiguration: { dynamicRegistration: true },
        workspaceEdit: { documentChanges: true, failureHandling: 'abort' },
        workspaceFolders: true,
        codeLens: { refreshSupport: true },
        semanticTokens: { refreshSupport: true },
      },
      textDocument: {
        codeAction: {
          dynamicRegistration: true,
          codeActionLiteralSupport: {
            codeActionKind: { valueSet: ['quickfix', 'refactor', 'refactor.rewrite'] },
          },
          dataSupport: true,
          resolveSupport: { properties: ['edit'] },
        },
        completion: { completionItem: { snippetSupport: true } },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        formatting: { dynamicRegistration: true },
        publishDiagnostics: { codeDescriptionSupport: true, dataSupport: true },
        rename: { dynamicRegistration: true, prepareSupport: true },
      },
    },
  }),
};

/** Whether a capability such as `textDocument/formatting` may be registered later. */
function mayRegister(capabilities: ClientCapabilities, method: string): boolean {
  const [area, name] = method.split('/') as [keyof ClientCapabilities, string];
  const group = capabilities[area] as Record<string, { dynamicRegistration?: boolean }> | undefined;
  return group?.[name]?.dynamicRegistration === true;
}

for (const [name, editorOf] of Object.entries(EDITORS)) {
  describe(name, () => {
    const { command, languageId, capabilities } = editorOf();
    let folder: string;
    let spawned: SpawnedServer | undefined;
    let client: ProtocolConnection;
    let server: InitializeResult;
    let document: TextDocument;
    let diagnostics: Diagnostic[];
    const registered: string[] = [];
    const refused: string[] = [];

    before(async function () {
      if (process.platform === 'win32') return this.skip();
      folder = mkdtempSync(path.join(os.tmpdir(), 'work-summary-recipe-'));
      writeFileSync(path.join(folder, '.work-summary.yaml'), CONFIG);
      const [program, ...args] = command;
      spawned = spawnServer(program!, args, { cwd: folder, env: installedIn(folder) });
      client = spawned.client;
      const published = new Promise<Diagnostic[]>((resolve) => {
        client.onNotification('textDocument/publishDiagnostics', (params) => {
          if (params.diagnostics.length > 0) resolve(params.diagnostics);
        });
      });
      client.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
      client.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
        for (const { method } of registrations) {
          (mayRegister(capabilities, method) ? registered : refused).push(method);
        }
        return null;
      });
      client.listen();
      const rootUri = pathToFileURL(folder).href;
      server = await client.sendRequest<InitializeResult>('initialize', {
        processId: process.pid,
        rootUri,
        workspaceFolders: [{ uri: rootUri, name: 'folder' }],
        capabilities,
      });
      await client.sendNotification('initialized', {});
      const uri = pathToFileURL(path.join(folder, '总结.txt')).href;
      document = TextDocument.create(uri, languageId, 1, TEXT);
      await client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text: TEXT },
      });
      diagnostics = await published;
    });
    after(async () => {
      if (spawned === undefined) return;
      assert.equal(await shutDown(spawned), 0);
      rmSync(folder, { recursive: true });
    });

    const textDocument = () => ({ uri: document.uri });
    const actionsFor = (diagnostic: Diagnostic) =>
      client.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: textDocument(),
        range: diagnostic.range,
        context: { diagnostics: [diagnostic] },
      });
    /** The document with an edit made; edits of other files are none of ours. */
    const edited = (edit: WorkspaceEdit) => {
      const [change] = edit.documentChanges as TextDocumentEdit[];
      return TextDocument.applyEdits(document, change!.edits as TextEdit[]);
    };
    const of = (code: string) =>
      diagnostics.find((diagnostic) => diagnostic.code === code) ?? assert.fail(code);

    it('gets diagnostics, in positions that it can count, by the configuration of the folder', () => {
      assert.equal(server.capabilities.positionEncoding ?? 'utf-16', 'utf-16');
      assert.equal(server.capabilities.diagnosticProvider, undefined);
      const range = { start: { line: 0, character: 14 }, end: { line: 0, character: 16 } };
      assert.deepEqual(of('doubled-mark').range, range);
      assert.equal(of('label-number').severity, 1);
    });

    it('is offered fixes, and gets the edit of the one that is chosen', async () => {
      const resolve = (action: CodeAction) =>
        client.sendRequest<CodeAction>('codeAction/resolve', action);
      const actions = await actionsFor(of('wrong-word'));
      const fix = actions.find(({ title }) => title === '改为“部署”') ?? assert.fail();
      assert.equal(fix.kind, 'quickfix');
      assert.equal(fix.edit, undefined);
      assert.equal(edited((await resolve(fix)).edit!), TEXT.replace('布署', '部署'));
      const [all] = await client.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: textDocument(),
        range: of('wrong-word').range,
        context: { diagnostics: [], only: ['source.fixAll.workSummary'] },
      });
      assert.equal(edited((await resolve(all!)).edit!), TEXT.replace('，，', '，'));
    });

    it('sees the outline, formats, and fills in by renaming', async () => {
      const symbols = await client.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
        textDocument: textDocument(),
      });
      assert.deepEqual(
        symbols.map(({ range }) => range.start.line),
        [0, 1],
      );
      const edits = await client.sendRequest<TextEdit[]>('textDocument/formatting', {
        textDocument: textDocument(),
        options: { tabSize: 2, insertSpaces: true },
      });
      assert.equal(TextDocument.applyEdits(document, edits), TEXT.replace('三、', '二、'));
      const renamed = await client.sendRequest<WorkspaceEdit>('textDocument/rename', {
        textDocument: textDocument(),
        position: { line: 2, character: 5 },
        newName: '临溪',
      });
      assert.equal(edited(renamed), TEXT.replace('XX', '临溪'));
    });

    it('is asked to register only what it says it can', () => {
      assert.deepEqual(refused, []);
      const formats =
        server.capabilities.documentFormattingProvider === true ||
        registered.includes('textDocument/formatting');
      assert.ok(formats);
    });
  });
}
