import type * as vscode from 'vscode';

/** The name of a file with its extension, without its folder. */
export const nameOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1);
