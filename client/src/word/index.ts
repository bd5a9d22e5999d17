import * as vscode from 'vscode';
import type { Feature } from '../feature.js';
import { exportDocument } from './export.js';
import { importDocument } from './import.js';

/** To Word and back. */
export const word: Feature = (services) => {
  services.context.subscriptions.push(
    vscode.commands.registerCommand('workSummary.exportDocx', () => exportDocument(services)),
    vscode.commands.registerCommand('workSummary.importDocx', (resource) =>
      importDocument(services, resource),
    ),
  );
};
