import vscode = require('vscode');

import {
  type MergeOrigin,
  type Origins,
  originsAt,
  originsName,
  readOrigins,
  textKey,
} from '#core';
import { decodeText } from '#server/encoding/decode';
import type { Feature } from '../feature.js';
import { nameOf } from '../file-name.js';
import { LANGUAGE } from '../recognition.js';

const LANGUAGES = [LANGUAGE, 'plaintext', 'markdown'];

/** Where the paragraphs of a merged document came from: a hover, Go to Definition, and a list by source. */
export const origins: Feature = ({ context }) => {
  context.subscriptions.push(
    vscode.languages.registerHoverProvider(LANGUAGES, { provideHover: hover }),
    vscode.languages.registerDefinitionProvider(LANGUAGES, { provideDefinition: definition }),
    vscode.commands.registerCommand('workSummary.bySource', listBySource),
  );
};

interface OriginPlace {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly line: number;
}

async function originsOf(document: vscode.TextDocument): Promise<Origins | null> {
  if (document.isUntitled) return null;
  const file = vscode.Uri.joinPath(document.uri, '..', originsName(nameOf(document.uri)));
  try {
    return readOrigins(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
  } catch {
    // There is none: the document was sent away, or was never merged.
    return null;
  }
}

function placesOf(document: vscode.TextDocument, record: Origins, line: number): OriginPlace[] {
  return originsAt(record, document.lineAt(line).text).map((origin) =>
    placeOf(document, record, origin),
  );
}

function placeOf(
  document: vscode.TextDocument,
  { sources }: Origins,
  { source, line }: MergeOrigin,
) {
  const { name } = sources[source]!;
  return { uri: vscode.Uri.joinPath(document.uri, '..', name), name, line };
}

async function hover(
  document: vscode.TextDocument,
  { line }: vscode.Position,
): Promise<vscode.Hover | null> {
  const record = await originsOf(document);
  const places = record === null ? [] : placesOf(document, record, line);
  if (places.length === 0) return null;
  const text = new vscode.MarkdownString();
  text.isTrusted = { enabledCommands: ['workSummary.bySource'] };
  text.appendText(vscode.l10n.t('Comes from:'));
  const states = await statesOf(places, record!);
  for (const { uri, name, line: sourceLine } of places) {
    const state = states.get(name) ?? '';
    text.appendMarkdown(
      `\n- [${name.replace(/[[\]\\]/g, '\\$&')}:${sourceLine + 1}](${uri.with({ fragment: `L${sourceLine + 1}` })})`,
    );
    text.appendText(state);
  }
  text.appendMarkdown(`\n\n[${vscode.l10n.t('Show by source')}](command:workSummary.bySource)`);
  return new vscode.Hover(text, document.lineAt(line).range);
}

/** What to add to the names of sources that were changed or deleted since the merge. */
async function statesOf(
  places: readonly OriginPlace[],
  { sources }: Origins,
): Promise<Map<string, string>> {
  const states = new Map<string, string>();
  for (const { name, uri } of new Map(places.map((place) => [place.name, place])).values()) {
    // A Word file would have to be imported to tell.
    if (/\.docx$/i.test(name)) continue;
    const text = await vscode.workspace.fs.readFile(uri).then(
      (bytes) => decodeText(bytes)?.text ?? '',
      () => null,
    );
    if (text === null) states.set(name, vscode.l10n.t(' (not there any more)'));
    else if (sources.every((source) => source.name !== name || source.key !== textKey(text))) {
      states.set(name, vscode.l10n.t(' (changed since)'));
    }
  }
  return states;
}

async function definition(
  document: vscode.TextDocument,
  { line }: vscode.Position,
): Promise<vscode.LocationLink[]> {
  const record = await originsOf(document);
  if (record === null) return [];
  return placesOf(document, record, line).map(({ uri, line: sourceLine }) => ({
    originSelectionRange: document.lineAt(line).range,
    targetUri: uri,
    targetRange: new vscode.Range(sourceLine, 0, sourceLine, 0),
  }));
}

interface Choice extends vscode.QuickPickItem {
  readonly line?: number;
}

/** `workSummary.bySource`: the paragraphs of the document, source by source; one that is chosen is shown. */
async function listBySource(): Promise<void> {
  const { t } = vscode.l10n;
  const editor = vscode.window.activeTextEditor;
  const record = editor === undefined ? null : await originsOf(editor.document);
  if (editor === undefined || record === null) {
    void vscode.window.showInformationMessage(
      t('Beside this document is no record of where it came from.'),
    );
    return;
  }
  const { document } = editor;
  const bySource = new Map<number, Choice[]>();
  for (let line = 0; line < document.lineCount; line++) {
    const { text } = document.lineAt(line);
    for (const origin of originsAt(record, text)) {
      const list = bySource.get(origin.source) ?? [];
      bySource.set(origin.source, list);
      list.push({ label: text.trim(), description: String(line + 1), line });
    }
  }
  const items: Choice[] = [...bySource]
    .sort(([a], [b]) => a - b)
    .flatMap(([source, list]) => [
      { label: record.sources[source]!.name, kind: vscode.QuickPickItemKind.Separator },
      ...list,
    ]);
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Show by source'),
    matchOnDescription: true,
    onDidSelectItem: (item: Choice) => reveal(editor, item.line),
  });
  reveal(editor, picked?.line);
}

function reveal(editor: vscode.TextEditor, line: number | undefined): void {
  if (line === undefined) return;
  const { range } = editor.document.lineAt(line);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
