// Another extension beside the one under test, made for one test of it.
import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/**
 * Writes an extension that plays an assistant; gives its folder. Its command `title` runs `ask`, the
 * body of an async function that may use `vscode` and `use(tool, input)`, which gives what the tool
 * says or `refused`. What the body returns is shown in the status bar.
 */
export async function writeAssistant({ title, ask, inRestrictedMode = false }) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'work-summary-assistant-'));
  const manifest = {
    name: 'assistant-of-the-test',
    publisher: 'work-summary-test',
    version: '0.0.1',
    engines: { vscode: '^1.99.0' },
    main: './main.js',
    ...(inRestrictedMode && { capabilities: { untrustedWorkspaces: { supported: true } } }),
    contributes: { commands: [{ command: 'test.ask', title }] },
  };
  const main = `
const vscode = require('vscode');
const use = (tool, input) =>
  vscode.lm.invokeTool(tool, { input, toolInvocationToken: undefined }).then(
    ({ content }) => content[0].value,
    () => 'refused',
  );
exports.activate = () => {
  vscode.commands.registerCommand('test.ask', async () => {
    const answer = await (async () => {${ask}})();
    vscode.window.setStatusBarMessage(answer);
  });
};
`;
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'main.js'), main);
  return folder;
}
