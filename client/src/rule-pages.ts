import vscode = require('vscode');

import type { Feature } from './feature.js';

const SCHEME = 'work-summary-rule';

/** Where the pages of rules are, to be completed by `/rule-id/Its name.md`. */
export const RULE_PAGES = `${SCHEME}:`;

/** Shows the page of a rule. All of them are packed as one file, which is smaller than one for each. */
export const rulePages: Feature = ({ context }) => {
  const file = vscode.Uri.joinPath(context.extensionUri, 'dist', 'rules.json');
  const provideTextDocumentContent = async ({ path }: vscode.Uri) => {
    const bytes = await vscode.workspace.fs.readFile(file);
    const pages: Readonly<Record<string, string>> = JSON.parse(new TextDecoder().decode(bytes));
    return pages[path.split('/')[1] ?? ''];
  };
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent }),
  );
};
