import * as vscode from 'vscode';
import { READ_FILE, SAVE_COMMAND } from '../../server/src/lsp/protocol.js';
import type { Feature } from './feature.js';

/** Reads `.work-summary.yaml` for the server, and saves it after one of the server's actions edited it. */
export const configurationFile: Feature = ({ context, client }) => {
  context.subscriptions.push(
    client.onRequest(READ_FILE, readFile),
    vscode.commands.registerCommand(SAVE_COMMAND, saveDocument),
  );
};

/** Text of a file for the server: what an editor holds unsaved, else what is stored; null when there is none. */
async function readFile({ uri }: { uri: string }): Promise<{ text: string } | null> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  if (open !== undefined) return { text: open.getText() };
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
    return { text: new TextDecoder().decode(bytes) };
  } catch {
    return null;
  }
}

/** Saves the configuration file that a code action has just edited: unsaved, it would hold for nobody. */
async function saveDocument(uri: unknown): Promise<void> {
  if (typeof uri !== 'string') return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  await document.save();
}
