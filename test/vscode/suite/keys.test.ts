import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

const OURS = 'workSummary.';

describe('keys', () => {
  it('of this extension are nobody else’s', async () => {
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const bindings: Binding[] = JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''));
    const own = bindings.filter(({ command }) => command.startsWith(OURS));
    assert.ok(own.length > 0, 'the default keybindings name ours');
    const first = (key: string) => key.split(' ')[0]!;
    for (const { key, command } of own) {
      // Enter is everybody's: what keeps ours apart is its condition.
      if (key === 'enter') continue;
      const others = bindings.filter(
        (other) =>
          !other.command.startsWith(OURS) &&
          (other.key === key || first(other.key) === key || other.key === first(key)),
      );
      assert.deepEqual(others, [], `${command} ${key}`);
    }
  });
});
