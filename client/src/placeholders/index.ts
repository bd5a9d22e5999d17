import vscode = require('vscode');

import type { Feature } from '../feature.js';
import { Filler, warnNotKnown } from './fill.js';
import { finalCheck } from './final-check.js';
import { PlaceholderModel } from './model.js';
import { neighbour, select } from './navigate.js';
import { placeholderStatus } from './status.js';
import { type PlaceholderNode, PlaceholderView } from './view.js';

/** The panel, the status bar item, and the commands that walk through placeholders and fill them. */
export const placeholders: Feature = (services) => {
  const { context, active, composition } = services;
  const model = new PlaceholderModel(services);
  const filler = new Filler(services, model);

  const go = async (forwards: boolean) => {
    const { editor } = active;
    if (editor === undefined || composition.isActive(editor)) return;
    const { version } = editor.document;
    const items = await model.current();
    // Whoever has typed or composed on meanwhile does not wait for it any more.
    if (editor.document.version !== version) return;
    if (items === undefined) {
      warnNotKnown();
      return;
    }
    const item = neighbour(items, editor.selection, forwards);
    if (item === undefined) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('Nothing is left to be filled in.'), 3000);
      return;
    }
    select(editor, item);
  };

  /** Shows the document again when a click in the panel has brought another tab to the front. */
  const withEditor = async (
    node: PlaceholderNode | undefined,
    run: (editor: vscode.TextEditor, node: PlaceholderNode) => unknown,
  ) => {
    const { document } = active;
    if (document === undefined || node === undefined) return;
    await run(await vscode.window.showTextDocument(document), node);
  };

  context.subscriptions.push(
    model,
    new PlaceholderView(services, model),
    placeholderStatus(model),
    finalCheck(services),
    vscode.commands.registerCommand('workSummary.nextPlaceholder', () => go(true)),
    vscode.commands.registerCommand('workSummary.previousPlaceholder', () => go(false)),
    vscode.commands.registerCommand('workSummary.fillPlaceholders', async () => {
      if (!composition.isActive(active.editor)) await filler.fillAll();
    }),
    vscode.commands.registerCommand('workSummary.fillPlaceholder', (node?: PlaceholderNode) =>
      withEditor(node, async (editor, chosen) => {
        if ('item' in chosen) await filler.fillOne(editor, chosen.item);
      }),
    ),
    vscode.commands.registerCommand('workSummary.placeholders.reveal', (node?: PlaceholderNode) =>
      withEditor(node, (editor, chosen) => {
        if ('item' in chosen) select(editor, chosen.item);
      }),
    ),
  );
};
