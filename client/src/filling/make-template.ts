import vscode = require('vscode');

import { TEMPLATE_ITEMS, type TemplateItems } from '../../../server/src/protocol/index.js';
import type { Client } from '../later-client.js';
import { applyAsOneStep } from './apply.js';

type Item = TemplateItems['items'][number];

interface Choice extends vscode.QuickPickItem {
  readonly item: Item;
}

/** What the list is divided into; a kind that is not named here counts as a figure. */
const NAMES = new Set(['place', 'organization', 'person', 'name']);
const DATES = new Set(['date', 'year']);

/** Turns what the writer chooses of the document into placeholders: reviewed first, then one undo step. */
export async function makeTemplate(client: Client, editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const found = await client.sendRequest<TemplateItems | null>(TEMPLATE_ITEMS, {
    uri: document.uri.toString(),
  });
  if (found === null || found.items.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No figure, date or name was found that could become a placeholder.'),
    );
    return;
  }
  const chosen = await review(editor, found.items);
  if (chosen === undefined || chosen.length === 0) return;
  const edits = chosen.flatMap(({ ranges, replacement }) =>
    ranges.map((range) => ({ range, newText: replacement })),
  );
  if (!(await applyAsOneStep(client, document, found.version, edits))) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The document was changed meanwhile, so nothing was replaced. Please try again.',
      ),
    );
    return;
  }
  const save = vscode.l10n.t('Save As…');
  const picked = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      '{0} places are now to be filled in. The document is not saved yet: save it under another name to keep the original.',
      edits.length,
    ),
    save,
  );
  if (picked === save) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.saveAs');
  }
}

/** A list with check marks; the place of the item under the cursor is shown in the text. Undefined when given up. */
async function review(
  editor: vscode.TextEditor,
  items: readonly Item[],
): Promise<readonly Item[] | undefined> {
  const mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
  });
  const before = editor.selection;
  const picker = vscode.window.createQuickPick<Choice>();
  picker.title = vscode.l10n.t('Make a template: what shall be filled in anew?');
  picker.placeholder = vscode.l10n.t('Space or click to choose, Enter to replace what is chosen');
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  // The writer looks at the text as well.
  picker.ignoreFocusOut = true;
  const choices = choicesOf(items);
  picker.items = choices;
  picker.selectedItems = choices.filter(
    (choice): choice is Choice => 'item' in choice && choice.item.proposed,
  );
  const show = ([choice]: readonly Choice[]) => {
    const ranges = choice?.item?.ranges.map(toRange) ?? [];
    editor.setDecorations(mark, ranges);
    if (ranges[0] === undefined) return;
    editor.revealRange(ranges[0], vscode.TextEditorRevealType.InCenter);
  };
  try {
    return await new Promise((resolve) => {
      picker.onDidChangeActive(show);
      picker.onDidAccept(() => {
        resolve(picker.selectedItems.map(({ item }) => item));
        picker.hide();
      });
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
    mark.dispose();
    editor.selection = before;
  }
}

/** Names first, because they are what gives a document away; then days, then figures. */
function choicesOf(items: readonly Item[]): (Choice & vscode.QuickPickItem)[] {
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
    const head = { label, kind: vscode.QuickPickItemKind.Separator } as unknown as Choice;
    return members.length === 0 ? [] : [head, ...members];
  });
}

function toChoice(item: Item): Choice {
  const { text, replacement, kindName, ranges, sentence } = item;
  const line = ranges[0]!.start.line + 1;
  return {
    item,
    label: `${text} → ${replacement}`,
    description:
      ranges.length === 1
        ? vscode.l10n.t('{0}, line {1}', kindName, line)
        : vscode.l10n.t('{0}, {1} places from line {2}', kindName, ranges.length, line),
    detail: sentence,
  };
}

function toRange({ start, end }: Item['ranges'][number]): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
