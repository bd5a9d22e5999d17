import vscode = require('vscode');

import { type RememberedFigure, recall } from '#core';
import type { Feature } from '../feature.js';
import { SELECTOR } from '../recognition.js';

const KEY = 'filling.oldFigures';
/** Documents that are remembered; the oldest go first. */
const MAX_DOCUMENTS = 50;

interface Remembered {
  readonly uri: string;
  readonly year: number | null;
  readonly figures: readonly RememberedFigure[];
}

/**
 * Last year's figures of documents that were begun from an older one, shown when hovering over their
 * places. Kept by the editor, not in the text; they outlive restarts and follow a renamed file.
 */
export const oldFigures: Feature = ({ context }) => {
  const memory = context.globalState;
  context.subscriptions.push(
    vscode.languages.registerHoverProvider(SELECTOR, {
      provideHover: (document, position) => hoverAt(memory, document, position),
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => followRenames(memory, files)),
  );
};

/** Remembers the figures of a document. */
export async function keepOldFigures(
  memory: vscode.Memento,
  uri: vscode.Uri,
  year: number | null,
  figures: readonly RememberedFigure[],
): Promise<void> {
  const others = allIn(memory).filter((one) => one.uri !== uri.toString());
  const kept = [...others, { uri: uri.toString(), year, figures }];
  await memory.update(KEY, kept.slice(-MAX_DOCUMENTS));
}

const allIn = (memory: vscode.Memento) => memory.get<readonly Remembered[]>(KEY, []);

function hoverAt(
  memory: vscode.Memento,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const remembered = allIn(memory).find(({ uri }) => uri === document.uri.toString());
  if (remembered === undefined) return undefined;
  const found = recall(document.getText(), document.offsetAt(position), remembered.figures);
  if (found === null) return undefined;
  const text = new vscode.MarkdownString();
  const when =
    remembered.year === null ? vscode.l10n.t('Before') : vscode.l10n.t('In {0}', remembered.year);
  text.appendMarkdown(`**${when}**：`);
  text.appendText(found.value);
  text.appendMarkdown('\n\n');
  text.appendText(`…${found.context}…`);
  const { start, end } = found.span;
  return new vscode.Hover(
    text,
    new vscode.Range(document.positionAt(start), document.positionAt(end)),
  );
}

async function followRenames(
  memory: vscode.Memento,
  files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
): Promise<void> {
  const all = allIn(memory);
  const moved = all.map((one) => {
    for (const { oldUri, newUri } of files) {
      const from = oldUri.toString();
      if (one.uri === from) return { ...one, uri: newUri.toString() };
      // A folder was renamed.
      if (one.uri.startsWith(`${from}/`)) {
        return { ...one, uri: newUri.toString() + one.uri.slice(from.length) };
      }
    }
    return one;
  });
  if (moved.some((one, index) => one !== all[index])) await memory.update(KEY, moved);
}
