import vscode = require('vscode');

import type { Feature } from '../feature.js';
import { compareWithEarlier } from './compare/panel.js';
import { documentToPrint } from './documents.js';
import { exportDocument } from './export.js';
import { importDocument } from './import.js';
import { Preview } from './preview/panel.js';

/** To Word and back, and how it will look on paper. */
export const word: Feature = (services) => {
  let preview: Preview | undefined;
  const showPreview = async () => {
    const document = documentToPrint(services);
    if (document === undefined) return;
    const files = await services.wordFiles();
    if (preview !== undefined) preview.show(document);
    else {
      preview = new Preview(services, files, document, () => {
        preview = undefined;
      });
    }
  };
  services.context.subscriptions.push(
    vscode.commands.registerCommand('workSummary.exportDocx', () => exportDocument(services)),
    vscode.commands.registerCommand('workSummary.importDocx', (resource) =>
      importDocument(services, resource),
    ),
    vscode.commands.registerCommand('workSummary.preview', showPreview),
    vscode.commands.registerCommand('workSummary.compare', () => compareWithEarlier(services)),
    { dispose: () => preview?.dispose() },
  );
};
