import vscode = require('vscode');

import { inSingular } from '#core';
import { FIND_SECTIONS, type FoundSection, NEIGHBOUR, type NeighbourParams } from '#protocol';
import { chosenItem } from '../chosen-item.js';
import type { Feature, Services } from '../feature.js';
import { fromPosition, toPosition } from '../positions.js';

interface SectionItem extends vscode.QuickPickItem {
  readonly at: vscode.Position;
}

/** Going to a section: by number, words or pinyin in a list, and from one to the next. */
export const goTo: Feature = (services) => {
  const go = (command: string, direction: NeighbourParams['direction'], none: () => string) =>
    vscode.commands.registerCommand(command, async () => {
      const { editor } = services.active;
      if (editor === undefined || services.composition.isActive(editor)) return;
      const { version } = editor.document;
      const found = await services.client.sendRequest(NEIGHBOUR, {
        textDocument: { uri: editor.document.uri.toString() },
        position: fromPosition(editor.selection.active),
        direction,
      });
      // Whoever has typed or composed on meanwhile stays there.
      if (editor.document.version !== version) return;
      if (found === null) vscode.window.setStatusBarMessage(none(), 3000);
      else moveTo(editor, toPosition(found.position));
    });
  services.context.subscriptions.push(
    vscode.commands.registerCommand('workSummary.goToSection', () => pickSection(services)),
    go('workSummary.nextSection', 'next', () =>
      vscode.l10n.t('This is the last section of its level.'),
    ),
    go('workSummary.previousSection', 'previous', () =>
      vscode.l10n.t('This is the first section of its level.'),
    ),
    go('workSummary.parentSection', 'parent', () =>
      vscode.l10n.t('There is no section around this one.'),
    ),
  );
};

function moveTo(editor: vscode.TextEditor, at: vscode.Position): void {
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(
    new vscode.Range(at, at),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}

/** The list is filtered by the server, which knows pinyin; VS Code would drop what has no letter in common. */
async function pickSection({ active, client, composition }: Services): Promise<void> {
  const { editor } = active;
  if (composition.isActive(editor)) return;
  if (editor === undefined) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Open a work summary first.'), 5000);
    return;
  }
  const previousRange = editor.visibleRanges[0];
  const pick = vscode.window.createQuickPick<SectionItem>();
  pick.title = vscode.l10n.t('Go to a Section');
  pick.placeholder = vscode.l10n.t('Number, words, or initials of their pinyin');
  let latestRequest = 0;
  const fill = async (query: string) => {
    const request = ++latestRequest;
    const { sections } = await client.sendRequest(FIND_SECTIONS, {
      textDocument: { uri: editor.document.uri.toString() },
      query,
    });
    if (request === latestRequest) pick.items = sections.map(toItem);
  };
  let accepted = false;
  pick.onDidChangeValue((value) => void fill(value));
  pick.onDidChangeActive(([item]) => {
    if (item !== undefined && pick.value !== '') {
      editor.revealRange(new vscode.Range(item.at, item.at), vscode.TextEditorRevealType.InCenter);
    }
  });
  pick.onDidAccept(async () => {
    const item = chosenItem(pick);
    if (item === undefined) return;
    accepted = true;
    pick.hide();
    const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    moveTo(shown, item.at);
  });
  pick.onDidHide(() => {
    if (!accepted && previousRange !== undefined) {
      editor.revealRange(previousRange, vscode.TextEditorRevealType.AtTop);
    }
    pick.dispose();
  });
  await fill('');
  pick.show();
}

function toItem({ heading, depth, characters, position }: FoundSection): SectionItem {
  return {
    label: '\u3000'.repeat(depth) + heading,
    description: inSingular(vscode.l10n.t('{0} characters', characters)),
    alwaysShow: true,
    at: toPosition(position),
  };
}
