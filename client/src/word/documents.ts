import vscode = require('vscode');

import { type Limit, refusalOf } from '#server/reading/limits';
import { readBounded } from '../bounded-file.js';
import { asLogged, sentenceOf } from '../errors.js';
import type { Services } from '../feature.js';
import { localized } from '../localized.js';
import { isReallyWithin } from '../real-path.js';
import { LANGUAGE } from '../recognition.js';

/** The document a command is for: the summary in the active editor, or any other text that is open there. */
export function documentToPrint({ active }: Services): vscode.TextDocument | undefined {
  const document = active.document ?? vscode.window.activeTextEditor?.document;
  const languages = [LANGUAGE, 'plaintext', 'markdown'];
  if (document !== undefined && languages.includes(document.languageId)) return document;
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a work summary first.'));
  return undefined;
}

export const syntaxOf = (document: vscode.TextDocument) =>
  document.languageId === 'markdown' ? 'markdown' : 'plain';

/**
 * Settings of a document's printed form; what its configuration file says goes first. In a folder that
 * the writer does not trust it names no file to read.
 */
export function formatSettings(
  document: Pick<vscode.TextDocument, 'uri' | 'languageId'>,
  print: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const configuration = vscode.workspace.getConfiguration('workSummary', document);
  const settings = configuration.get<Record<string, unknown>>('export');
  if (vscode.workspace.isTrusted) return { ...settings, ...print };
  const { template: _, ...rest } = print;
  // The editor does not always keep back a restricted setting. What is set for all folders is the writer's own.
  const globalTemplate = configuration.inspect('export.template')?.globalValue;
  return { ...settings, ...rest, template: globalTemplate };
}

/**
 * A file named in a document: relative to it, or absolute. Null for what is no file, and for one
 * outside the folder where the writer does not trust that: the workspace folder, or else its own. Links
 * are followed to tell.
 */
export async function fileBeside(
  { realPath }: Pick<Services, 'realPath'>,
  document: Pick<vscode.TextDocument, 'uri' | 'isUntitled'>,
  target: string,
): Promise<vscode.Uri | null> {
  if (/^[a-z][\w+.-]+:/i.test(target)) return null;
  let path = target.replace(/\\/g, '/');
  try {
    path = decodeURIComponent(path);
  } catch {
    // A name with a bare per cent sign.
  }
  const { uri } = document;
  const absolute = /^(?:\/|[a-z]:\/)/i.test(path);
  if (document.isUntitled && !absolute) return null;
  const file = absolute
    ? vscode.Uri.joinPath(vscode.Uri.file(path).with({ scheme: fileScheme(uri) }))
    : vscode.Uri.joinPath(uri, '..', path);
  if (vscode.workspace.isTrusted) return file;
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, '..');
  return (await isReallyWithin(realPath, folder, file)) ? file : null;
}

const fileScheme = ({ scheme }: vscode.Uri) => (scheme === 'untitled' ? 'file' : scheme);

/**
 * Reads what a document names beside it, each file once; null where there is none. `inputs` gets every
 * file that is read.
 * Rejects with `Refused` for what is too large or no regular file.
 */
export function filesBeside(
  services: Pick<Services, 'realPath'>,
  document: Pick<vscode.TextDocument, 'uri' | 'isUntitled'>,
  inputs: vscode.Uri[] = [],
): (target: string, limit: Limit) => Promise<Uint8Array | null> {
  const read = new Map<string, Promise<Uint8Array>>();
  return async (target, limit) => {
    const file = await fileBeside(services, document, target);
    if (file === null) return null;
    inputs.push(file);
    const bytes = read.get(file.toString()) ?? readBounded(file, limit);
    read.set(file.toString(), bytes);
    try {
      return await bytes;
    } catch (error) {
      if (refusalOf(error) !== null) throw error;
      return null;
    }
  };
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** The same name with another ending, in the same folder. */
export function withExtension(uri: vscode.Uri, extension: string): vscode.Uri {
  return uri.with({ path: uri.path.replace(/(?:\.\w{1,5})?$/, `.${extension}`) });
}

/** The same name with the first number after it that no file has yet. */
export async function freeName(taken: vscode.Uri): Promise<vscode.Uri> {
  const [, stem, extension] = /^(.*)(\.[^.]*)$/s.exec(taken.path)!;
  for (let number = 2; ; number++) {
    const free = taken.with({ path: `${stem}-${number}${extension}` });
    if (!(await exists(free))) return free;
  }
}

/** Says what went wrong. An error of Word files has a sentence of its own. */
export function showProblem({ output }: Services, error: unknown, otherwise: string): void {
  const refusal = refusalOf(error);
  const sentence = refusal === null ? sentenceOf(error) : localized(refusal);
  if (sentence !== undefined) {
    void vscode.window.showErrorMessage(sentence);
    return;
  }
  output.error(asLogged(error));
  void vscode.window.showErrorMessage(otherwise);
}

/** Opens a finished file with the program that belongs to it, or shows where it lies. */
export async function offerToOpen(message: string, uri: vscode.Uri): Promise<void> {
  const isLocal = uri.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop;
  if (!isLocal || vscode.env.remoteName !== undefined) {
    void vscode.window.showInformationMessage(message);
    return;
  }
  const open = vscode.l10n.t('Open');
  const show = vscode.l10n.t('Show in Folder');
  const chosen = await vscode.window.showInformationMessage(message, open, show);
  if (chosen === open) await vscode.env.openExternal(uri);
  else if (chosen === show) await vscode.commands.executeCommand('revealFileInOS', uri);
}
