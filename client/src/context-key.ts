import vscode = require('vscode');

/** Sets a context key, which `when` clauses of the manifest refer to. */
export function setContextKey(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
