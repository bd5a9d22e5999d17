import vscode = require('vscode');

import {
  CONFIGURATION_EDITED,
  READ_FILE,
  type ReadFileResult,
  SAVE_COMMAND,
  SAVE_FIRST_COMMAND,
  type UriParams,
} from '#protocol';
import { CONFIG_NAME, limitOf } from '#server/config/config-file-name';
import { LIMITS, refusalOf, tooLarge } from '#server/reading/limits';
import { DebouncerByKey } from '#server/timing/debouncer';
import { readBounded } from './bounded-file.js';
import type { Feature, Services } from './feature.js';
import { registerOwnCommand } from './own-command.js';

/** A pause this long, and the file is looked at again. Milliseconds. */
const PAUSE = 300;

/**
 * Reads `.work-summary.yaml` for the server, has it checked while it is written, and saves it after one of
 * the server's actions edited it.
 */
export const configurationFile: Feature = (services) => {
  const { context, client } = services;
  context.subscriptions.push(
    client.onRequest(READ_FILE, answerWithFile),
    registerOwnCommand(SAVE_COMMAND, saveDocument),
    registerOwnCommand(SAVE_FIRST_COMMAND, () =>
      vscode.commands.executeCommand('workbench.action.files.save'),
    ),
    watchEdits(services),
    watchTemplate(),
  );
};

/** The line that names a template, its name and where it stands in it. */
const TEMPLATE = /^([ \t]{1,40}template:[ \t]{0,9}["']?)([^"'#\s][^"'#\r\n]{0,200})/;

/**
 * Marks a template in a configuration file that is nowhere to be found: it is looked for beside each document,
 * so one of its name anywhere in the folders that are open will do.
 */
function watchTemplate(): vscode.Disposable {
  const marks = vscode.languages.createDiagnosticCollection('work-summary-template');
  const debouncer = new DebouncerByKey(PAUSE);
  const look = async (document: vscode.TextDocument) => {
    const { version, uri } = document;
    const found: vscode.Diagnostic[] = [];
    for (let line = 0; line < document.lineCount; line++) {
      const match = TEMPLATE.exec(document.lineAt(line).text);
      if (match === null) continue;
      const [, lead, typed] = match as unknown as [string, string, string];
      const name = typed.trimEnd();
      if (await isSomewhere(uri, name)) continue;
      const range = new vscode.Range(line, lead.length, line, lead.length + name.length);
      const text = vscode.l10n.t('The template “{0}” was not found. Check its name.', name);
      found.push(new vscode.Diagnostic(range, text, vscode.DiagnosticSeverity.Warning));
    }
    if (!document.isClosed && document.version === version) marks.set(uri, found);
  };
  const later = (document: vscode.TextDocument) => {
    if (!isConfiguration(document)) return;
    debouncer.later(document.uri.toString(), () => look(document));
  };
  for (const document of vscode.workspace.textDocuments) later(document);
  return vscode.Disposable.from(
    marks,
    debouncer,
    vscode.workspace.onDidOpenTextDocument(later),
    vscode.workspace.onDidSaveTextDocument(later),
    vscode.workspace.onDidChangeTextDocument(({ document }) => later(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => marks.delete(uri)),
  );
}

async function isSomewhere(configuration: vscode.Uri, name: string): Promise<boolean> {
  const isAbsolute = /^(?:[\\/]|[A-Za-z]:[\\/])/.test(name);
  const uri = isAbsolute
    ? configuration.with({ path: name.replaceAll('\\', '/').replace(/^(?=[A-Za-z]:)/, '/') })
    : vscode.Uri.joinPath(configuration, '..', name);
  const isThere = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (isThere || isAbsolute) return isThere;
  const base = name.replace(/^.*[\\/]/, '').replace(/[[\]{}*?]/g, '?');
  return (await vscode.workspace.findFiles(`**/${base}`, undefined, 1)).length > 0;
}

const isConfiguration = ({ uri }: vscode.TextDocument) => uri.path.endsWith(`/${CONFIG_NAME}`);

/**
 * What the server was told last of configuration files, and what before that. Its edits are of what it was
 * told; the editor may have stored them, and the server may have asked again, before we hear of them.
 */
const told = new Map<string, { readonly now: string; readonly before: string }>();

function remember(uri: string, now: string): void {
  const last = told.get(uri);
  if (last?.now !== now) told.set(uri, { now, before: last?.now ?? '' });
}

/** What the file read before the last edit made `text` of it. */
function textBefore(uri: string, text: string): string | undefined {
  const last = told.get(uri);
  return last?.now === text ? last.before : last?.now;
}

/** Tells the server of every configuration file that an editor shows; of a closed one, what is stored. */
function watchEdits({ client, started }: Services): vscode.Disposable {
  const debouncer = new DebouncerByKey(PAUSE);
  const tell = async (uri: string) => {
    await started.catch(() => undefined);
    const params = { uri, text: (await answerWithFile({ uri }))?.text ?? null };
    if (client.isRunning()) await client.sendNotification(CONFIGURATION_EDITED, params);
  };
  const later = (document: vscode.TextDocument) => {
    if (!isConfiguration(document)) return;
    const uri = document.uri.toString();
    debouncer.later(uri, () => tell(uri));
  };
  for (const document of vscode.workspace.textDocuments) later(document);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(later),
    vscode.workspace.onDidCloseTextDocument(later),
    vscode.workspace.onDidChangeTextDocument(({ document }) => later(document)),
    debouncer,
  );
}

async function answerWithFile(asked: UriParams): Promise<ReadFileResult> {
  const answer = await readFile(asked);
  if (asked.uri.endsWith(`/${CONFIG_NAME}`)) remember(asked.uri, answer?.text ?? '');
  return answer;
}

/** Text of a file for the server: what an editor holds unsaved, else what is stored; null when there is none. */
async function readFile({ uri }: UriParams): Promise<ReadFileResult> {
  const limit = limitOf(uri);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  try {
    if (open === undefined) {
      return { text: new TextDecoder().decode(await readBounded(vscode.Uri.parse(uri), limit)) };
    }
    const text = open.getText();
    return text.length > LIMITS[limit] ? { refused: tooLarge(limit) } : { text };
  } catch (error) {
    const refused = refusalOf(error);
    return refused === null ? null : { refused };
  }
}

/**
 * Saves the configuration file that a code action has just edited: unsaved, it would hold for nobody. It is
 * another file than the one that the writer sees, so what was done is told, and can be taken back from there.
 */
async function saveDocument(address: string, done: string): Promise<void> {
  const uri = vscode.Uri.parse(address);
  const opened = () => vscode.workspace.openTextDocument(uri);
  // The action has created none when the text had changed before it was chosen.
  const document = await opened().then(undefined, () => undefined);
  if (document === undefined) return;
  const text = document.getText();
  const old = textBefore(address, text);
  await document.save();
  const undo = vscode.l10n.t('Undo');
  const open = vscode.l10n.t('Open the Configuration');
  // Nothing to be taken back where nothing was changed.
  const actions = old === undefined || old === text ? [open] : [undo, open];
  const chosen = await vscode.window.showInformationMessage(done, ...actions);
  if (chosen === open) await vscode.window.showTextDocument(uri);
  if (chosen !== undo || old === undefined) return;
  const now = await opened().then(undefined, () => undefined);
  if (now === undefined) return;
  if (now.getText() !== text) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The configuration was changed since, so nothing was taken back.'),
    );
    await vscode.window.showTextDocument(now);
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  // What the action has created goes with it.
  if (old === '') edit.deleteFile(uri);
  else edit.replace(uri, new vscode.Range(0, 0, now.lineCount, 0), old);
  await vscode.workspace.applyEdit(edit);
  if (old !== '') await now.save();
}
