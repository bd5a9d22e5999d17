/** The main of the extension, on the desktop and in browsers (`dist/client.js`). */
import type * as vscode from 'vscode';
import { stopClient } from './client.js';

/** A browser's extension host has no `process`; that of a desktop or of a remote machine is Node. */
const isNode = typeof process === 'object' && process.versions?.node !== undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const { start } = await (isNode ? import('./node.js') : import('./web.js'));
  start(context);
}

export const deactivate = stopClient;
