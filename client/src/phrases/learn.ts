import vscode = require('vscode');

import { inSingular } from '#core';
import { ADD_TERMS_REQUEST, LEARN_REQUEST, type Learned, type SavedPhrase } from '#protocol';
import { CONFIG_NAME } from '#server/config/config-file-name';
import { decodeText } from '#server/encoding/decode';
import { isDocumentName, isSkippedFolder, isWordName } from '#server/encoding/document-names';
import { readBounded } from '../bounded-file.js';
import type { Services } from '../feature.js';
import { activeFolder, type PhraseStore, readOrShowProblem, writeText } from './store.js';

/** A larger file is taken for something else than a summary, and counts as unreadable. */
const MAX_TEXT_BYTES = 2_000_000;
const MAX_FILES = 300;
/** Folders below the chosen one. */
const MAX_DEPTH = 5;
/** Words named in the one entry that offers all of them. */
const MAX_EXAMPLES = 8;

interface PastText {
  readonly name: string;
  readonly text: string;
}

interface PastFiles {
  readonly files: readonly PastText[];
  readonly unreadable: number;
}

type Proposal = vscode.QuickPickItem & {
  readonly phrase?: SavedPhrase;
  readonly term?: string;
  readonly words?: Learned['words'];
};

/** Reads a folder of past summaries and lets the writer tick what shall be kept. Nothing is ticked at first. */
export async function learnFromFolder(services: Services, store: PhraseStore): Promise<void> {
  const { client, started, wordFiles } = services;
  const { l10n, window } = vscode;
  const [folder] =
    (await window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      openLabel: l10n.t('Learn from This Folder'),
    })) ?? [];
  if (folder === undefined) return;
  await started;
  let unreadable = 0;
  const learned = await window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: l10n.t('Reading past summaries…'),
      cancellable: true,
    },
    async (_, token) => {
      const past = await readFolder(folder, wordFiles, token);
      unreadable = past.unreadable;
      return token.isCancellationRequested
        ? undefined
        : client.sendRequest(LEARN_REQUEST, { files: past.files });
    },
  );
  if (learned === undefined) return;
  const unreadableNote =
    unreadable === 0 ? '' : inSingular(l10n.t('{0} files could not be read.', unreadable));
  const proposals = proposalsOf(learned);
  if (proposals.length === 0) {
    const nothing = l10n.t('Nothing in this folder is used repeatedly.');
    void window.showInformationMessage(`${nothing} ${unreadableNote}`.trimEnd());
    return;
  }
  const picked = await window.showQuickPick(proposals, {
    title: `${l10n.t('Tick what shall be kept')} ${unreadableNote}`.trimEnd(),
    placeHolder: l10n.t('Nothing is kept that is not ticked'),
    canPickMany: true,
    matchOnDescription: true,
  });
  if (picked === undefined || picked.length === 0) return;
  const phrases = picked.flatMap(({ phrase }) => phrase ?? []);
  if (phrases.length > 0) {
    const uri = await store.choose(l10n.t('Where shall they be kept?'));
    if (uri !== undefined) void store.add(uri, phrases);
  }
  const terms = picked.flatMap(({ term }) => term ?? []);
  const words = picked.flatMap((one) => one.words ?? []);
  if (terms.length + words.length > 0) await keepTerms(services, terms, words);
}

function proposalsOf({ phrases, terms, headings, words }: Learned): Proposal[] {
  const { l10n } = vscode;
  const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const times = (count: number) => l10n.t('{0} times', count);
  const group = (label: string, items: Proposal[]) =>
    items.length === 0 ? [] : [separator(label), ...items];
  const examples = words.slice(0, MAX_EXAMPLES).map(({ word }) => word);
  // There may be hundreds: too many for an entry each.
  const allWords = {
    label: l10n.t('{0} own words and names', words.length),
    description: examples.join(l10n.t(', ')),
    detail: l10n.t('These will not be taken for slips'),
    words,
  };
  return [
    ...group(l10n.t('Words'), words.length === 0 ? [] : [allWords]),
    ...group(
      l10n.t('Phrases'),
      phrases.map(({ count, ...phrase }) => ({
        label: phrase.text,
        description: times(count),
        phrase,
      })),
    ),
    ...group(
      l10n.t('Terms'),
      terms.map(({ term, count }) => ({ label: term, description: times(count), term })),
    ),
    ...group(
      l10n.t('Headings'),
      headings.map(({ text, count }) => ({
        label: text,
        description: times(count),
        phrase: { text, section: '小标题' },
      })),
    ),
  ];
}

async function keepTerms(
  services: Services,
  terms: readonly string[],
  words: Learned['words'],
): Promise<void> {
  const folder = activeFolder();
  if (folder === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Terms are kept in {0} of a folder. Open a folder first.', CONFIG_NAME),
    );
    return;
  }
  const uri = vscode.Uri.joinPath(folder.uri, CONFIG_NAME);
  const text = await readOrShowProblem(uri);
  if (text === undefined) return;
  const answer = await services.client.sendRequest(ADD_TERMS_REQUEST, {
    text: text ?? '',
    terms,
    words,
  });
  if (answer === null) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} is not valid YAML. Mend the marked place, then try again.', uri.fsPath),
    );
    return;
  }
  await writeText(services, uri, answer.text, text);
}

/**
 * The texts of the .txt, .md and .docx files in a folder and below it, up to the limits above. Files and
 * folders that cannot be read are counted, not thrown.
 */
async function readFolder(
  folder: vscode.Uri,
  wordFiles: Services['wordFiles'],
  token: vscode.CancellationToken,
): Promise<PastFiles> {
  const files: PastText[] = [];
  let unreadable = 0;
  const walk = async (uri: vscode.Uri, depth: number): Promise<void> => {
    for (const [name, type] of await vscode.workspace.fs.readDirectory(uri)) {
      if (token.isCancellationRequested || files.length >= MAX_FILES) return;
      const child = vscode.Uri.joinPath(uri, name);
      if (type === vscode.FileType.Directory && depth < MAX_DEPTH && !isSkippedFolder(name)) {
        await walk(child, depth + 1).catch(() => unreadable++);
      } else if (type === vscode.FileType.File && (isDocumentName(name) || isWordName(name))) {
        const text = await readPast(child, wordFiles).catch(() => null);
        if (text === null) unreadable++;
        else files.push({ name, text });
      }
    }
  };
  await walk(folder, 0);
  return { files, unreadable };
}

/** Text of a past summary; null when it is too large or no text. Rejects for what cannot be read. */
async function readPast(uri: vscode.Uri, wordFiles: Services['wordFiles']): Promise<string | null> {
  const { fs } = vscode.workspace;
  if (/\.docx$/i.test(uri.path)) {
    const word = await wordFiles();
    word.refuseTooLarge((await fs.stat(uri)).size);
    // The server takes texts for plain or Markdown by the name of their file, and a .docx for plain.
    return (await word.importDocx(await readBounded(uri, 'wordBytes'), { syntax: 'plain' })).text;
  }
  if ((await fs.stat(uri)).size > MAX_TEXT_BYTES) return null;
  return decodeText(await fs.readFile(uri))?.text ?? null;
}
