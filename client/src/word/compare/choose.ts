import vscode = require('vscode');

import { byLikeness, type Syntax } from '#core';
import { decodeText } from '#server/encoding/decode';
import { readBounded } from '../../bounded-file.js';
import type { Services } from '../../feature.js';
import { nameOf } from '../../file-name.js';
import { pickByPinyin } from '../../pinyin-pick.js';
import { showProblem } from '../documents.js';

/** Last year's summary. */
export interface Earlier {
  readonly name: string;
  readonly text: string;
  readonly syntax: Syntax;
}

interface Choice extends vscode.QuickPickItem {
  readonly uri: vscode.Uri | null;
}

/** Lets the writer name last year's file, the likeliest one first; undefined when there is none. */
export async function chooseEarlier(
  services: Services,
  document: vscode.TextDocument,
): Promise<Earlier | undefined> {
  const other: Choice = { label: vscode.l10n.t('Another file…'), uri: null };
  const choices = [...(await neighbours(document)), other];
  const chosen =
    choices.length === 1
      ? other
      : await pickByPinyin(choices, {
          title: vscode.l10n.t('Which one is last year’s?'),
        });
  if (chosen === undefined) return undefined;
  const uri = chosen.uri ?? (await browse());
  if (uri === undefined) return undefined;
  try {
    return await read(services, uri);
  } catch (error) {
    showProblem(services, error, vscode.l10n.t('The file could not be read.'));
    return undefined;
  }
}

/** Texts and Word files in the folder of the document; last year's version of it comes first. */
async function neighbours(document: vscode.TextDocument): Promise<Choice[]> {
  if (document.isUntitled) return [];
  const folder = vscode.Uri.joinPath(document.uri, '..');
  const own = nameOf(document.uri);
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const names = entries
      .filter(([name, type]) => type === vscode.FileType.File && /\.(?:txt|md|docx)$/i.test(name))
      .map(([name]) => name);
    return byLikeness(names, own, document.getText(OPENING)).map((name) => ({
      label: name,
      uri: vscode.Uri.joinPath(folder, name),
    }));
  } catch {
    return [];
  }
}

/** Where a title stands that tells the year when the name of the file does not. */
const OPENING = new vscode.Range(0, 0, 6, 0);

async function browse(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    filters: { [vscode.l10n.t('Summaries')]: ['txt', 'md', 'docx'] },
    openLabel: vscode.l10n.t('Compare'),
  });
  return chosen?.[0];
}

async function read(services: Services, uri: vscode.Uri): Promise<Earlier> {
  const name = nameOf(uri);
  if (/\.docx$/i.test(name)) {
    const word = await services.wordFiles();
    word.refuseTooLarge((await vscode.workspace.fs.stat(uri)).size);
    const { text, syntax } = await word.importDocx(await readBounded(uri, 'wordBytes'));
    return { name, text, syntax };
  }
  const decoded = decodeText(await readBounded(uri, 'documentBytes'));
  if (decoded === null) throw new Error(`${name} is no text`);
  return { name, text: decoded.text, syntax: /\.md$/i.test(name) ? 'markdown' : 'plain' };
}
