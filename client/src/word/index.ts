import vscode = require('vscode');

import type { Feature } from '../feature.js';
import { compareWithEarlier } from './compare/panel.js';
import { documentToPrint } from './documents.js';
import { exportDocument } from './export.js';
import { exportFolder } from './export-folder.js';
import { importDocument } from './import.js';
import { Preview } from './preview/panel.js';
import { WordReview } from './review.js';

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
  const review = new WordReview(services);
  services.context.subscriptions.push(
    review,
    vscode.commands.registerCommand('workSummary.checkDocx', (resource) => review.check(resource)),
    vscode.commands.registerCommand('workSummary.annotateDocx', (resource) =>
      review.annotate(resource),
    ),
    vscode.commands.registerCommand('workSummary.exportDocx', () => exportDocument(services)),
    vscode.commands.registerCommand('workSummary.exportFolder', (resource) =>
      exportFolder(services, resource),
    ),
    vscode.commands.registerCommand('workSummary.importDocx', (resource) =>
      importDocument(services, resource),
    ),
    vscode.commands.registerCommand('workSummary.preview', showPreview),
    vscode.commands.registerCommand('workSummary.compare', () => compareWithEarlier(services)),
    { dispose: () => preview?.dispose() },
  );
};
