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

/** The file is checked again when the writer has paused this long. Milliseconds. */
const PAUSE = 300;

/**
 * Reads `.work-summary.yaml` for the server, has it checked while it is written, and saves it after one of
 * the server's actions edited it.
 */
export const configurationFile: Feature = (services) => {
  const { context, client } = services;
  context.subscriptions.push(
    client.onRequest(READ_FILE, answerReadFile),
    registerOwnCommand(SAVE_COMMAND, saveConfiguration),
    registerOwnCommand(SAVE_FIRST_COMMAND, () =>
      vscode.commands.executeCommand('workbench.action.files.save'),
    ),
    watchEdits(services),
    watchTemplate(),
  );
};

/** A line that names a template: what comes before the name, and the name. */
const TEMPLATE = /^([ \t]{1,40}template:[ \t]{0,9}["']?)([^"'#\s][^"'#\r\n]{0,200})/;

/**
 * Marks a template in a configuration file that is nowhere to be found: it is looked for beside each document,
 * so one of its name anywhere in the folders that are open will do.
 */
function watchTemplate(): vscode.Disposable {
  const marks = vscode.languages.createDiagnosticCollection('work-summary-template');
  const debouncer = new DebouncerByKey(PAUSE);
  const markMissing = async (document: vscode.TextDocument) => {
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
  const scheduleMarking = (document: vscode.TextDocument) => {
    if (!isConfiguration(document)) return;
    debouncer.later(document.uri.toString(), () => markMissing(document));
  };
  for (const document of vscode.workspace.textDocuments) scheduleMarking(document);
  return vscode.Disposable.from(
    marks,
    debouncer,
    vscode.workspace.onDidOpenTextDocument(scheduleMarking),
    vscode.workspace.onDidSaveTextDocument(scheduleMarking),
    vscode.workspace.onDidChangeTextDocument(({ document }) => scheduleMarking(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => marks.delete(uri)),
  );
}

async function isSomewhere(configuration: vscode.Uri, name: string): Promise<boolean> {
  const isAbsolute = /^(?:[\\/]|[A-Za-z]:[\\/])/.test(name);
  const uri = isAbsolute
    ? configuration.with({ path: name.replaceAll('\\', '/').replace(/^(?=[A-Za-z]:)/, '/') })
    : vscode.Uri.joinPath(configuration, '..', name);
  const exists = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (exists || isAbsolute) return exists;
  const base = name.replace(/^.*[\\/]/, '').replace(/[[\]{}*?]/g, '?');
  return (await vscode.workspace.findFiles(`**/${base}`, undefined, 1)).length > 0;
}

const isConfiguration = ({ uri }: vscode.TextDocument) => uri.path.endsWith(`/${CONFIG_NAME}`);

/**
 * The text of each configuration file that was sent to the server last, and the one before, by URI. The server
 * edits the text it was sent; by the time `saveConfiguration` runs, the edited text may have been sent as well.
 */
const sentTexts = new Map<string, { readonly text: string; readonly previous: string }>();

function rememberSent(uri: string, text: string): void {
  const last = sentTexts.get(uri);
  if (last?.text !== text) sentTexts.set(uri, { text, previous: last?.text ?? '' });
}

/** The text of the file before the edit that made it `text`; undefined when it was never sent. */
function previousText(uri: string, text: string): string | undefined {
  const last = sentTexts.get(uri);
  return last?.text === text ? last.previous : last?.text;
}

/** Sends the server the text of each configuration file that is opened, edited or closed; of a closed one, what is stored. */
function watchEdits({ client, started }: Services): vscode.Disposable {
  const debouncer = new DebouncerByKey(PAUSE);
  const tell = async (uri: string) => {
    await started.catch(() => undefined);
    const params = { uri, text: (await answerReadFile({ uri }))?.text ?? null };
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

async function answerReadFile(params: UriParams): Promise<ReadFileResult> {
  const answer = await readFile(params);
  if (params.uri.endsWith(`/${CONFIG_NAME}`)) rememberSent(params.uri, answer?.text ?? '');
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
 * Saves the configuration file that a code action has just edited: only the stored file has an effect. The
 * writer sees another document, so `message` says what was done and offers to undo it.
 */
async function saveConfiguration(uriText: string, message: string): Promise<void> {
  const uri = vscode.Uri.parse(uriText);
  const reopen = () => vscode.workspace.openTextDocument(uri);
  // No file was created when the document had changed before the action was chosen.
  const document = await reopen().then(undefined, () => undefined);
  if (document === undefined) return;
  const text = document.getText();
  const previous = previousText(uriText, text);
  await document.save();
  const undo = vscode.l10n.t('Undo');
  const open = vscode.l10n.t('Open the Configuration');
  // Without a change there is nothing to undo.
  const actions = previous === undefined || previous === text ? [open] : [undo, open];
  const chosen = await vscode.window.showInformationMessage(message, ...actions);
  if (chosen === open) await vscode.window.showTextDocument(uri);
  if (chosen !== undo || previous === undefined) return;
  const now = await reopen().then(undefined, () => undefined);
  if (now === undefined) return;
  if (now.getText() !== text) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The configuration was changed since, so nothing was taken back.'),
    );
    await vscode.window.showTextDocument(now);
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  // The file was created by the action.
  if (previous === '') edit.deleteFile(uri);
  else edit.replace(uri, new vscode.Range(0, 0, now.lineCount, 0), previous);
  await vscode.workspace.applyEdit(edit);
  if (previous !== '') await now.save();
}
