import vscode = require('vscode');

import { matchesPinyin, pinyinOf } from '#core';
import { chosenItem } from './chosen-item.js';

/** What a list is shown with, as `showQuickPick` takes it. */
export interface PickOptions {
  readonly title: string;
  readonly placeholder?: string;
}

/**
 * A list of which one is chosen, found by words, initials or pinyin: VS Code would drop what has no letter in
 * common. Undefined when given up.
 */
export async function pickByPinyin<T extends vscode.QuickPickItem>(
  entries: readonly T[],
  { title, placeholder }: PickOptions,
): Promise<T | undefined> {
  const picker = vscode.window.createQuickPick<T>();
  picker.title = title;
  picker.placeholder = placeholder;
  const fill = (query: string) => {
    picker.items = entries
      .map((entry) => ({ entry, rank: rankOf(entry, query.trim().toLowerCase()) }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank)
      .map(({ entry }) => ({ ...entry, alwaysShow: true }));
  };
  fill('');
  picker.onDidChangeValue(fill);
  try {
    return await new Promise((resolve) => {
      picker.onDidAccept(() => {
        const chosen = chosenItem(picker);
        if (chosen !== undefined) resolve(chosen);
      });
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

/** How well an entry matches: 4 its whole label, 3 its beginning, 2 its middle, 1 description or detail; 0 not at all. */
function rankOf({ label, description = '', detail = '' }: vscode.QuickPickItem, query: string) {
  const { initials, full } = pinyinOf(label);
  const names = [label.toLowerCase(), initials, full];
  if (names.includes(query)) return 4;
  if (names.some((name) => name.startsWith(query))) return 3;
  if (matches(label, query)) return 2;
  return matches(description, query) || matches(detail, query) ? 1 : 0;
}

const matches = (text: string, query: string) =>
  text.toLowerCase().includes(query) || matchesPinyin(text, query);
