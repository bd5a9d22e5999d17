import vscode = require('vscode');

import type { Position, Range } from '#protocol';

export const toPosition = ({ line, character }: Position) => new vscode.Position(line, character);

export const toRange = ({ start, end }: Range) =>
  new vscode.Range(start.line, start.character, end.line, end.character);

/** A position of the editor's as requests have it. */
export const fromPosition = ({ line, character }: vscode.Position): Position => ({
  line,
  character,
});
