import vscode = require('vscode');

import { KINDS_REQUEST } from '#protocol';
import { today } from './calendar-day.js';
import type { Feature, Services } from './feature.js';
import { pickByPinyin } from './pinyin-pick.js';
import { LANGUAGE } from './recognition.js';

const WALKTHROUGH = 'start';
const GREETED = 'firstRun.greeted';
/** The one sample that holds slips to try proofreading on. */
const PRACTICE = 'practice';

/** What a newcomer sees: one greeting with the first summary, the walkthrough, and samples to try things on. */
export const firstRun: Feature = (services) => {
  const { context, active } = services;
  const { registerCommand, executeCommand } = vscode.commands;
  const openWalkthrough = () =>
    executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#${WALKTHROUGH}`);
  const openSample = (kind?: unknown) => showSample(services, kind);

  /** Says once, and beside the text, that there is something to be shown. */
  async function greet(): Promise<void> {
    if (active.document === undefined || context.globalState.get(GREETED) === true) return;
    await context.globalState.update(GREETED, true);
    const show = vscode.l10n.t('Show Me How');
    const practise = vscode.l10n.t('Open a Practice Text');
    // To whoever has one open already it is not offered.
    const offers = active.document.isUntitled ? [show] : [show, practise];
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        'This is read as a work summary: its outline and what is left to fill in are at the left.',
      ),
      ...offers,
    );
    if (chosen === show) await openWalkthrough();
    if (chosen === practise) await openSample(PRACTICE);
  }

  context.subscriptions.push(
    registerCommand('workSummary.openWalkthrough', openWalkthrough),
    registerCommand('workSummary.openSample', openSample),
    active.onDidChange(() => void greet()),
  );
  void greet();
};

/** Opens a sample as a new text, so that nothing that is tried on it changes a file. `kind` spares the question. */
async function showSample({ client, context, started }: Services, kind: unknown): Promise<void> {
  await started;
  const id = typeof kind === 'string' ? kind : await askKind(client);
  if (id === undefined) return;
  // All of them are packed as one file, as the pages of rules are.
  const uri = vscode.Uri.joinPath(context.extensionUri, 'dist', 'samples.json');
  const bytes = await vscode.workspace.fs.readFile(uri);
  const samples: Readonly<Record<string, string>> = JSON.parse(new TextDecoder().decode(bytes));
  if (!Object.hasOwn(samples, id)) return;
  const content = samples[id]!;
  const document = await vscode.workspace.openTextDocument({ language: LANGUAGE, content });
  await vscode.window.showTextDocument(document);
}

async function askKind(client: Services['client']): Promise<string | undefined> {
  const kinds = await client.sendRequest(KINDS_REQUEST, today());
  const picked = await pickByPinyin(
    [
      {
        label: vscode.l10n.t('Practice text'),
        detail: vscode.l10n.t('With slips to correct and blanks to fill in'),
        id: PRACTICE,
      },
      ...kinds.map(({ id, name, headings }) => ({
        label: name,
        detail: headings.join(' → '),
        id: `${id}`,
      })),
    ],
    {
      title: vscode.l10n.t('Open a sample'),
      placeholder: vscode.l10n.t('Words, or initials of their pinyin'),
    },
  );
  return picked?.id;
}
