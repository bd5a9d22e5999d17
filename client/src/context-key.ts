import vscode = require('vscode');

/** Sets a key that `when` clauses of the manifest ask for. */
export function setContextKey(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
