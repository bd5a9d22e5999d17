import vscode = require('vscode');

import type { OwnCommand } from '#protocol';

/** Registers a command that the server's answers name, with the arguments that it is declared with. */
export function registerOwnCommand<Arguments extends readonly unknown[]>(
  { command }: OwnCommand<Arguments>,
  run: (...given: Arguments) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(command, run);
}
