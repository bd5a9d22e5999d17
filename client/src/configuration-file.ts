import vscode = require('vscode');

import {
  CONFIGURATION_EDITED,
  READ_FILE,
  type ReadFileResult,
  SAVE_COMMAND,
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
    client.onRequest(READ_FILE, readFile),
    registerOwnCommand(SAVE_COMMAND, saveDocument),
    watchEdits(services),
  );
};

/** Tells the server of every configuration file that an editor shows; of a closed one, what is stored. */
function watchEdits({ client, started }: Services): vscode.Disposable {
  const debouncer = new DebouncerByKey(PAUSE);
  const isConfiguration = ({ uri }: vscode.TextDocument) => uri.path.endsWith(`/${CONFIG_NAME}`);
  const tell = async (uri: string) => {
    await started.catch(() => undefined);
    const params = { uri, text: (await readFile({ uri }))?.text ?? null };
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

/** Saves the configuration file that a code action has just edited: unsaved, it would hold for nobody. */
async function saveDocument(uri: string): Promise<void> {
  // The action has created none when the text had changed before it was chosen.
  const open = vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const document = await open.then(undefined, () => undefined);
  await document?.save();
}
