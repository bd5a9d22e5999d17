import vscode = require('vscode');

import { inSingular } from '#core';
import { TEMPLATE_ITEMS, type TemplateItems } from '#protocol';
import { changeText } from '../change-text.js';
import type { Client } from '../deferred-client.js';
import { type ReviewEntry, reviewEntries } from '../review.js';

type Item = TemplateItems['items'][number];

interface Choice extends ReviewEntry {
  readonly item?: Item;
}

/** What the list is divided into; a kind that is not named here counts as a figure. */
const NAMES = new Set(['place', 'organization', 'person', 'name']);
const DATES = new Set(['date', 'year']);

/** Turns what the writer chooses of the document into placeholders: reviewed first, then one undo step. */
export async function makeTemplate(client: Client, editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const found = await client.sendRequest(TEMPLATE_ITEMS, {
    uri: document.uri.toString(),
  });
  if (found === null || found.items.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No figure, date or name was found that could become a placeholder.'),
    );
    return;
  }
  const choices = choicesOf(found.items);
  const chosen = await reviewEntries(
    editor,
    vscode.l10n.t('Make a template: what shall be filled in anew?'),
    choices,
    choices.filter(({ item }) => item?.proposed),
  );
  if (chosen === undefined || chosen.length === 0) return;
  const edits = chosen.flatMap(({ item }) =>
    (item?.ranges ?? []).map((range) => ({ range, newText: item!.replacement })),
  );
  const change = await changeText(document, found.version, edits);
  if (change === 'readOnly') return;
  if (change === 'outdated') {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The document was changed meanwhile, so nothing was replaced. Please try again.',
      ),
    );
    return;
  }
  const save = vscode.l10n.t('Save As…');
  const picked = await vscode.window.showInformationMessage(
    inSingular(
      vscode.l10n.t(
        '{0} places are now to be filled in. The document is not saved yet: save it under another name to keep the original.',
        edits.length,
      ),
    ),
    save,
  );
  if (picked === save) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.saveAs');
  }
}

/** Names first, because they are what gives a document away; then days, then figures. */
function choicesOf(items: readonly Item[]): Choice[] {
  const groups = [
    { label: vscode.l10n.t('Names'), of: ({ kind }: Item) => NAMES.has(kind) },
    { label: vscode.l10n.t('Dates and years'), of: ({ kind }: Item) => DATES.has(kind) },
    {
      label: vscode.l10n.t('Figures'),
      of: ({ kind }: Item) => !NAMES.has(kind) && !DATES.has(kind),
    },
  ];
  return groups.flatMap(({ label, of }) => {
    const members = items.filter(of).map(toChoice);
    const head: Choice = { label, kind: vscode.QuickPickItemKind.Separator };
    return members.length === 0 ? [] : [head, ...members];
  });
}

function toChoice(item: Item): Choice {
  const { text, replacement, kindName, ranges, sentence } = item;
  const line = ranges[0]!.start.line + 1;
  return {
    item,
    ranges,
    label: `${text} → ${replacement}`,
    description:
      ranges.length === 1
        ? vscode.l10n.t('{0}, line {1}', kindName, line)
        : vscode.l10n.t('{0}, {1} places from line {2}', kindName, ranges.length, line),
    detail: sentence,
  };
}
