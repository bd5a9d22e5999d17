import vscode = require('vscode');

import type { Feature } from '../feature.js';
import { writingCommands } from './commands.js';
import { enter } from './enter.js';
import { goTo } from './go-to.js';
import { lengthStatus } from './length-status.js';

/** Writing along the outline: new sections, Enter, whole-document changes, lengths, going about. */
export const writing: Feature = (services) => {
  for (const feature of [writingCommands, enter, goTo, lengthStatus]) feature(services);
  refreshLenses(services);
};

/** The server asks for the setting whenever lenses are wanted; that they are to be asked for again, only the client can tell. */
const refreshLenses: Feature = ({ context, client }) => {
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('workSummary.codeLens') || !client.isRunning()) return;
      for (const document of vscode.workspace.textDocuments) {
        client
          .languageClient()
          .getFeature('textDocument/codeLens')
          ?.getProvider(document)
          ?.onDidChangeCodeLensEmitter.fire();
      }
    }),
  );
};
