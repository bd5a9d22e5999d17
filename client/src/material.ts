import vscode = require('vscode');

import { MATERIAL_REQUEST, type MaterialParams } from '#protocol';
import { isDocumentName } from '#server/encoding/document-names';
import { calendarDay } from './calendar-day.js';
import type { Client } from './deferred-client.js';
import { documentText } from './document-text.js';
import { nameOf } from './file-name.js';

/** What is used of the API of the editor's Git extension (`vscode.git`, version 1). */
interface GitApi {
  readonly repositories: readonly GitRepository[];
}
interface GitRepository {
  log(options: { readonly maxEntries: number; readonly author: string }): Promise<GitCommit[]>;
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}
interface GitCommit {
  readonly message: string;
  readonly authorDate?: Date;
  readonly authorEmail?: string;
}

type MaterialLines = Awaited<ReturnType<typeof request>>;
export type ChosenMaterial = Pick<MaterialLines[number], 'text' | 'part'>[];

/** As many commits are looked at as a month may have, and as many files are listed as a list may hold. */
const MAX_COMMITS = 300;
const MAX_FILES = 40;

interface Source extends vscode.QuickPickItem {
  readonly repositories?: readonly GitRepository[];
  readonly file?: vscode.Uri;
}

/**
 * Offers what the period left: commits of the writer's own and files of the folder. Nothing is read of
 * what is not ticked. Empty where there is nothing or nothing is wanted; undefined when given up.
 */
export async function chooseMaterial(
  client: Client,
  period: string,
): Promise<ChosenMaterial | undefined> {
  const { l10n, window } = vscode;
  const sources = await listSources();
  if (sources.length === 0) return [];
  const chosen = await window.showQuickPick(sources, {
    title: l10n.t('What shall be read for {0}?', period || l10n.t('this report')),
    placeHolder: l10n.t('Tick what to take lines from; with nothing ticked it begins with blanks'),
    canPickMany: true,
    matchOnDescription: true,
  });
  if (chosen === undefined || chosen.length === 0) return chosen && [];
  const repositories = chosen.flatMap((source) => source.repositories ?? []);
  const files = chosen.flatMap(({ file }) => file ?? []);
  const commits = (await Promise.all(repositories.map(ownCommits))).flat();
  const read = await Promise.all(files.map(readFile));
  const material = await request(client, {
    period,
    commits: commits.sort((a, b) => b.time - a.time).map(({ message, day }) => ({ message, day })),
    files: read.flatMap((file) => file ?? []),
  });
  if (material.length === 0) {
    void window.showInformationMessage(
      l10n.t('Nothing of this period was found there; the document begins with blanks.'),
    );
    return [];
  }
  return chooseLines(material);
}

const request = (client: Client, params: MaterialParams) =>
  client.sendRequest(MATERIAL_REQUEST, params);

async function chooseLines(material: MaterialLines): Promise<ChosenMaterial | undefined> {
  const { l10n } = vscode;
  const headings = {
    done: l10n.t('Work of this period'),
    planned: l10n.t('Planned before: how far has it come?'),
    open: l10n.t('Open: goes under the next plan'),
  };
  const items = (['done', 'planned', 'open'] as const).flatMap((part) => {
    const own = material.filter((line) => line.part === part);
    if (own.length === 0) return [];
    const head = { label: headings[part], kind: vscode.QuickPickItemKind.Separator };
    return [
      head,
      ...own.map((line) => ({
        label: line.text,
        description: line.source ?? 'Git',
        picked: line.proposed,
        line,
      })),
    ];
  });
  const picked = await vscode.window.showQuickPick<
    vscode.QuickPickItem & { line?: MaterialLines[number] }
  >(items, {
    title: l10n.t('Which lines go into the document?'),
    placeHolder: l10n.t('They are put under their headings, to be rewritten there'),
    canPickMany: true,
  });
  return picked?.flatMap(({ line }) =>
    line === undefined ? [] : [{ text: line.text, part: line.part }],
  );
}

/** Names alone: what stands in them is not looked at yet. */
async function listSources(): Promise<Source[]> {
  const { l10n } = vscode;
  const repositories = gitRepositories();
  const commits: Source[] =
    repositories.length === 0
      ? []
      : [{ label: l10n.t('My commits'), description: 'Git', repositories }];
  const folders = vscode.workspace.workspaceFolders ?? [];
  const files = (await Promise.all(folders.map(({ uri }) => documentsOf(uri)))).flat();
  files.sort((a, b) => b.time - a.time);
  return [
    ...commits,
    ...files.slice(0, MAX_FILES).map(({ name, uri, time }) => ({
      label: name,
      description: l10n.t('changed {0}', new Date(time).toLocaleDateString(vscode.env.language)),
      file: uri,
    })),
  ];
}

function gitRepositories(): readonly GitRepository[] {
  const git = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  // Without Git, or with its extension turned off, there is nothing to offer.
  if (git?.isActive !== true) return [];
  try {
    return git.exports.getAPI(1).repositories;
  } catch {
    return [];
  }
}

/** Commits by the address that commits are made with here; without one, nobody's are one's own. */
async function ownCommits(repository: GitRepository) {
  try {
    const key = 'user.email';
    const email =
      (await repository.getConfig(key).catch(() => '')) ||
      (await repository.getGlobalConfig(key).catch(() => ''));
    if (email === '') return [];
    const found = await repository.log({ maxEntries: MAX_COMMITS, author: email });
    return found.flatMap(({ message, authorDate, authorEmail }) =>
      authorDate === undefined || authorEmail !== email
        ? []
        : [{ message, time: authorDate.getTime(), day: calendarDay(authorDate) }],
    );
  } catch {
    // A repository without a commit has no log.
    return [];
  }
}

/** Texts in a folder itself; what lies in folders below it is another matter. */
async function documentsOf(folder: vscode.Uri) {
  const { fs } = vscode.workspace;
  const entries = await Promise.resolve(fs.readDirectory(folder)).catch(() => []);
  const files = entries.filter(
    ([name, type]) => type === vscode.FileType.File && isDocumentName(name),
  );
  const found = await Promise.all(
    files.map(async ([name]) => {
      const uri = vscode.Uri.joinPath(folder, name);
      const stat = await Promise.resolve(fs.stat(uri)).catch(() => undefined);
      return stat === undefined ? [] : [{ name, uri, time: stat.mtime }];
    }),
  );
  return found.flat();
}

async function readFile(uri: vscode.Uri): Promise<{ name: string; text: string } | null> {
  const text = await documentText(uri).catch(() => null);
  return text === null ? null : { name: nameOf(uri), text };
}
