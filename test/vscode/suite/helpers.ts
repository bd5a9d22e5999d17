import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { PATIENCE, patient, eventually as poll } from '../patience.mjs';

/** Asks again and again until the answer is there; a fixed sleep is either too long or too short. */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  timeout = PATIENCE,
): Promise<T> {
  const [answer] = await poll<[T]>(
    async () => {
      const found = await ask();
      return found !== undefined && [found];
    },
    `${what}: not within ${timeout} ms`,
    { timeout },
  );
  return answer;
}

export function workspaceUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the test workspace has a folder');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Writes a file into the test workspace and shows it. */
export async function openFile(name: string, content: string): Promise<vscode.TextEditor> {
  const uri = workspaceUri(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** The document of a URI as the editor has it now; a change of language makes a new object. */
export function current(uri: vscode.Uri): vscode.TextDocument {
  const found = vscode.workspace.textDocuments.find((document) => `${document.uri}` === `${uri}`);
  assert.ok(found, `${uri} is open`);
  return found;
}

export async function becomes(uri: vscode.Uri, languageId: string): Promise<vscode.TextDocument> {
  return eventually(`${uri} becomes ${languageId}`, () => {
    const document = current(uri);
    return document.languageId === languageId ? document : undefined;
  });
}

/** Long enough for every pause of the product to be over: what has not happened by then will not. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, patient(2500)));

export function symbolsOf(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
  return eventually('document symbols', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    return symbols !== undefined && symbols.length > 0 ? symbols : undefined;
  });
}

/** Our findings of a document that satisfy `enough`. */
export function findingsOf(
  uri: vscode.Uri,
  enough: (findings: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return eventually('findings', () => {
    const found = vscode.languages.getDiagnostics(uri).filter(isOurs);
    return enough(found) ? found : undefined;
  });
}

export const isOurs = ({ source }: vscode.Diagnostic) =>
  source === '工作总结' || source === 'Work Summary';

/** The id of a finding's rule, which its page is named by; writers see a name. */
export const codeOf = ({ code }: vscode.Diagnostic) =>
  typeof code === 'object' ? code.target.path.split('/')[1] : code;

export async function closeAll(): Promise<void> {
  for (const { document } of vscode.window.visibleTextEditors) {
    // One that the product has closed meanwhile cannot be shown.
    if (document.isClosed) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
