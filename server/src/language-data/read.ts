/** The data of the language model: three compressed files beside the bundles, or in the repository. */

import type { LanguageData, Localized } from '../core/index.js';

export const FILES = {
  counts: 'counts.bin.gz',
  tables: 'tables.txt.gz',
  trees: 'trees.json.gz',
} as const;

/** Gives a file of the data, unpacked; fails where it is missing or damaged. */
export type ReadLanguageFile = (name: string) => Promise<Uint8Array>;

/** What is told where they fail. */
export const languageDataProblem = (why: string): Localized => ({
  zh: `用词数据读不出来（${why}），疑似错字不再检查，其余照常。重新安装可以修复。`,
  en: `The data about words cannot be read (${why}): likely slips are not looked for, all else works. Installing again mends it.`,
});

/** Fails where a file is missing or damaged. */
export async function readLanguageData(read: ReadLanguageFile): Promise<LanguageData> {
  const names = Object.values(FILES);
  const bytes = await Promise.all(names.map(read));
  return toLanguageData((name) => bytes[names.indexOf(name)]!);
}

/** The same of files that are read one after another. */
export function toLanguageData(
  read: (name: (typeof FILES)[keyof typeof FILES]) => Uint8Array,
): LanguageData {
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return {
    counts: read(FILES.counts),
    tables: text(read(FILES.tables)),
    trees: text(read(FILES.trees)),
  };
}
