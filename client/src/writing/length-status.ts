import vscode = require('vscode');

import { boundsText, inSingular } from '#core';
import { CONFIGURATION_CHANGED, LENGTH, type LengthResult, type LengthWithTarget } from '#protocol';
import { Debouncer } from '#server/timing/debouncer';
import type { Feature } from '../feature.js';
import { localized } from '../localized.js';
import { fromPosition } from '../positions.js';

/** The text is measured again when the writer has paused this long, in milliseconds. */
const PAUSE = 250;

/** 字数 and pages in the status bar; against the targets, and of the section at the caret, in its tooltip. */
export const lengthStatus: Feature = ({ context, client, active, started }) => {
  const item = vscode.window.createStatusBarItem(
    'workSummary.length',
    vscode.StatusBarAlignment.Right,
    90,
  );
  item.name = vscode.l10n.t('Length of the work summary');
  item.command = 'workSummary.goToSection';
  const debouncer = new Debouncer(PAUSE);
  let latestRequest = 0;

  const update = async () => {
    const { document, editor } = active;
    const request = ++latestRequest;
    if (document === undefined) {
      item.hide();
      return;
    }
    const selection = editor?.selection;
    const params = {
      textDocument: { uri: document.uri.toString() },
      ...(selection !== undefined && {
        range: { start: fromPosition(selection.start), end: fromPosition(selection.end) },
      }),
    };
    await started.catch(() => undefined);
    if (!client.isRunning()) return;
    const length = await client.sendRequest(LENGTH, params).catch(() => null);
    // A later question is under way, and its answer is the one to show.
    if (request !== latestRequest || length === null) return;
    show(item, length);
  };
  const scheduleUpdate = () => debouncer.later(update);
  context.subscriptions.push(
    debouncer,
    item,
    active.onDidChange(() => {
      item.hide();
      scheduleUpdate();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === active.document) scheduleUpdate();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document === active.document) scheduleUpdate();
    }),
    client.onNotification(CONFIGURATION_CHANGED, scheduleUpdate),
  );
  scheduleUpdate();
};

function show(item: vscode.StatusBarItem, length: LengthResult): void {
  const { characters, pages, selected, target, fit, section } = length;
  const most = target?.max == null ? `${characters}` : `${characters}/${target.max}`;
  item.text =
    selected === null
      ? inSingular(vscode.l10n.t('{0} characters · about {1} pages', most, pages))
      : vscode.l10n.t('{0} of {1} characters selected', selected, characters);
  item.backgroundColor =
    fit === 'over' ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  const rows = [
    vscode.l10n.t('Whole text: {0}', lengthText(length)),
    inSingular(vscode.l10n.t('About {0} A4 pages of 22 lines with 28 characters', pages)),
  ];
  if (section !== null) {
    rows.push(vscode.l10n.t('“{0}”: {1}', section.heading, lengthText(section)));
  }
  rows.push(vscode.l10n.t('Counted as Word does. Click to go to a section.'));
  item.tooltip = rows.join('\n');
  item.accessibilityInformation = { label: `${item.text}, ${rows.slice(0, -1).join(', ')}` };
  item.show();
}

/** The length with what was asked for, in words. */
function lengthText({ characters, target, fit }: LengthWithTarget): string {
  const length = inSingular(vscode.l10n.t('{0} characters', characters));
  if (target === null || fit === null) return length;
  const bounds = localized(boundsText(target));
  switch (fit) {
    case 'under':
      return vscode.l10n.t(
        '{0}, {1} too few (target: {2})',
        length,
        target.min! - characters,
        bounds,
      );
    case 'over':
      return vscode.l10n.t(
        '{0}, {1} too many (target: {2})',
        length,
        characters - target.max!,
        bounds,
      );
    case 'within':
      return vscode.l10n.t('{0}, as asked for (target: {1})', length, bounds);
  }
}
