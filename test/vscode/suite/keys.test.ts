import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

const OURS = 'workSummary.';
/** Holds only at a place of ours: an item's end, a heading, one of our views. That it is a summary is too little. */
const NARROW = /workSummary\.(?!hasSummary)\w/;

describe('keys', () => {
  it('of this extension are nobody else’s, or hold at a place of their own', async () => {
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const bindings: Binding[] = JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''));
    const own = bindings.filter(({ command }) => command.startsWith(OURS));
    assert.ok(own.length > 0, 'the default keybindings name ours');
    const first = (key: string) => key.split(' ')[0]!;
    for (const { key, command, when } of own) {
      if (NARROW.test(when ?? '')) continue;
      const others = bindings.filter(
        (other) =>
          !other.command.startsWith(OURS) &&
          (other.key === key || first(other.key) === key || other.key === first(key)),
      );
      assert.deepEqual(others, [], `${command} ${key}`);
    }
  });
});
