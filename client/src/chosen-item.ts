import type { QuickPick, QuickPickItem } from 'vscode';

/**
 * What Enter takes from a list of one choice; undefined where it is empty. Right after a key that changed
 * the list, VS Code accepts before it has selected anything in the new one; what stands first is meant then.
 */
export const chosenItem = <T extends QuickPickItem>(picker: QuickPick<T>): T | undefined =>
  picker.selectedItems[0] ?? picker.activeItems[0] ?? picker.items[0];
