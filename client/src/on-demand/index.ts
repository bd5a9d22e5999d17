import vscode = require('vscode');

import { REVIEW_FIXES_COMMAND } from '#protocol';
import type { Feature } from '../feature.js';
import { loadOnce } from '../load-once.js';

/** The commands that the features in `bundle.ts` register once they are loaded. */
const COMMANDS = [
  'workSummary.new',
  'workSummary.savePhrase',
  'workSummary.openPhrases',
  'workSummary.importPhrases',
  'workSummary.learnPhrases',
  'workSummary.exportDocx',
  'workSummary.exportFolder',
  'workSummary.importDocx',
  'workSummary.checkDocx',
  'workSummary.annotateDocx',
  'workSummary.preview',
  'workSummary.compare',
  'workSummary.fillFromTable',
  'workSummary.newTable',
  'workSummary.makeTemplate',
  'workSummary.startFromLastYear',
  'workSummary.cleanSelection',
  'workSummary.checkFolder',
  'workSummary.checkFiles',
  'workSummary.clearFolderCheck',
  'workSummary.merge',
  'workSummary.merge.write',
  'workSummary.ledger',
  REVIEW_FIXES_COMMAND.command,
];

/** Registers stand-ins for these commands: the first call of one loads the features and runs the real command. */
export const onDemand: Feature = (services) => {
  const load = loadOnce(async () => {
    const { FEATURES_ON_DEMAND } = await import('./bundle.js');
    vscode.Disposable.from(...standIns).dispose();
    for (const feature of FEATURES_ON_DEMAND) feature(services);
  });
  const standIns = COMMANDS.map((command) =>
    vscode.commands.registerCommand(command, async (...given) => {
      await load();
      return vscode.commands.executeCommand(command, ...given);
    }),
  );
  services.context.subscriptions.push(...standIns);
};
