import * as vscode from 'vscode';
import { CONFIG_NAME } from '../../../server/src/config/names.js';
import {
  ADD_TERMS_REQUEST,
  LEARN_REQUEST,
  type Learned,
  type SavedPhrase,
} from '../../../server/src/lsp/protocol.js';
import type { Services } from '../feature.js';
import { activeFolder, type PhraseStore, readText, writeText } from './store.js';

/** Larger files are no summaries. Bytes. */
const LARGEST = 2_000_000;
const MOST_FILES = 300;
const DEEPEST = 5;

type Proposal = vscode.QuickPickItem & { readonly phrase?: SavedPhrase; readonly term?: string };

/** Reads a folder of past summaries and lets the writer tick what shall be kept. Nothing is ticked at first. */
export async function learnFromFolder(
  { client, started }: Services,
  store: PhraseStore,
): Promise<void> {
  const { l10n, window } = vscode;
  const [folder] =
    (await window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      openLabel: l10n.t('Learn from This Folder'),
    })) ?? [];
  if (folder === undefined) return;
  await started;
  const learned = await window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: l10n.t('Reading past summaries…'),
      cancellable: true,
    },
    async (_, token) => {
      const files = await readFolder(folder, token);
      return token.isCancellationRequested
        ? undefined
        : client.sendRequest<Learned>(LEARN_REQUEST, { files });
    },
  );
  if (learned === undefined) return;
  const proposals = proposalsOf(learned);
  if (proposals.length === 0) {
    void window.showInformationMessage(l10n.t('Nothing in this folder is used repeatedly.'));
    return;
  }
  const picked = await window.showQuickPick(proposals, {
    title: l10n.t('Tick what shall be kept'),
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
  if (terms.length > 0) await keepTerms(client, terms);
}

function proposalsOf({ phrases, terms, headings }: Learned): Proposal[] {
  const { l10n } = vscode;
  const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const times = (count: number) => l10n.t('{0} times', count);
  const group = (label: string, items: Proposal[]) =>
    items.length === 0 ? [] : [separator(label), ...items];
  return [
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

async function keepTerms(client: Services['client'], terms: readonly string[]): Promise<void> {
  const folder = activeFolder();
  if (folder === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Terms are kept in {0} of a folder. Open a folder first.', CONFIG_NAME),
    );
    return;
  }
  const uri = vscode.Uri.joinPath(folder.uri, CONFIG_NAME);
  const text = (await readText(uri)) ?? '';
  const answer = await client.sendRequest<{ text: string } | null>(ADD_TERMS_REQUEST, {
    text,
    terms,
  });
  if (answer === null) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} is not valid YAML. Mend the marked place, then try again.', uri.fsPath),
    );
    return;
  }
  await writeText(uri, answer.text);
}

/** Texts below a folder, nothing else and nothing written: .txt and .md in the encodings that Chinese offices use. */
async function readFolder(
  folder: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<{ name: string; text: string }[]> {
  const files: { name: string; text: string }[] = [];
  const walk = async (uri: vscode.Uri, depth: number): Promise<void> => {
    for (const [name, type] of await vscode.workspace.fs.readDirectory(uri)) {
      if (token.isCancellationRequested || files.length >= MOST_FILES) return;
      const child = vscode.Uri.joinPath(uri, name);
      if (
        type === vscode.FileType.Directory &&
        depth < DEEPEST &&
        !/^\.|^node_modules$/.test(name)
      ) {
        await walk(child, depth + 1);
      } else if (type === vscode.FileType.File && /\.(?:txt|md)$/i.test(name)) {
        const bytes = await vscode.workspace.fs.readFile(child);
        if (bytes.length <= LARGEST) files.push({ name, text: decode(bytes) });
      }
    }
  };
  await walk(folder, 0);
  return files;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
