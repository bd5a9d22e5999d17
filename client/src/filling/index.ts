import vscode = require('vscode');

import { asLogged, messageOf } from '../errors.js';
import type { Feature } from '../feature.js';
import { type FillArguments, fillFromTable } from './fill-from-table.js';
import { LongMessages } from './long-messages.js';
import { makeTemplate } from './make-template.js';
import { type NewTableArguments, newTable } from './new-table.js';
import { type NextYearArguments, startFromLastYear } from './next-year.js';

/** Commands that fill a document from a table or make the table, the template, next year's document. */
export const filling: Feature = (services) => {
  const { context, client, active, output, started } = services;
  const longMessages = new LongMessages();
  /** A command on the summary in the active editor. */
  const command = <T>(
    name: string,
    run: (document: vscode.TextDocument, given: Partial<T>) => Promise<void>,
  ) =>
    vscode.commands.registerCommand(name, async (given?: Partial<T>) => {
      const { document } = active;
      if (document === undefined) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Open a work summary first.'));
        return;
      }
      try {
        await started;
        await run(document, given ?? {});
      } catch (error) {
        output.error(asLogged(error));
        void vscode.window.showErrorMessage(messageOf(error));
      }
    });
  context.subscriptions.push(
    longMessages,
    command<FillArguments>('workSummary.fillFromTable', (document, given) =>
      fillFromTable(services, longMessages, document, given),
    ),
    command<NewTableArguments>('workSummary.newTable', (document, given) =>
      newTable(services, document, given),
    ),
    command('workSummary.makeTemplate', async () => {
      if (active.editor !== undefined) await makeTemplate(client, active.editor);
    }),
    command<NextYearArguments>('workSummary.startFromLastYear', (document, given) =>
      startFromLastYear(services, document, given),
    ),
  );
};
