/** What the manifest promises is there once the extension runs. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Contributions {
  readonly commands: readonly { readonly command: string }[];
  readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly languageModelTools: readonly { readonly name: string }[];
  readonly taskDefinitions: readonly { readonly type: string }[];
  readonly configuration: { readonly properties: Readonly<Record<string, object>> };
}

describe('what the manifest contributes', () => {
  let declared: Contributions;
  before(async () => {
    const own = vscode.extensions.all.find(({ id }) => /\bwork-summary$/.test(id))!;
    await own.activate();
    declared = own.packageJSON.contributes;
  });

  it('are commands that run, views that can be shown', async () => {
    const known = new Set(await vscode.commands.getCommands());
    const expected = [
      ...declared.commands.map(({ command }) => command),
      // The editor makes one for every view.
      ...Object.values(declared.views).flatMap((views) => views.map(({ id }) => `${id}.focus`)),
    ];
    assert.ok(expected.length > 50);
    assert.deepEqual(
      expected.filter((command) => !known.has(command)),
      [],
    );
  });

  it('are tools for an assistant, and tasks', async () => {
    const tools = vscode.lm.tools.map(({ name }) => name);
    assert.ok(declared.languageModelTools.length > 0);
    for (const { name } of declared.languageModelTools) assert.ok(tools.includes(name), name);
    assert.ok(declared.taskDefinitions.length > 0);
    for (const { type } of declared.taskDefinitions) {
      assert.ok((await vscode.tasks.fetchTasks({ type })).length > 0, type);
    }
  });

  it('are settings that have a value before anybody sets one', () => {
    const names = Object.keys(declared.configuration.properties);
    assert.ok(names.length > 20);
    const configuration = vscode.workspace.getConfiguration();
    assert.deepEqual(
      names.filter((name) => configuration.inspect(name)?.defaultValue === undefined),
      [],
    );
  });
});
