/** How many of something there are, in English: 1 file, 2 files. For nouns whose plural ends in -s. */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

const SINGULAR: Readonly<Record<string, string>> = {
  are: 'is',
  were: 'was',
  remain: 'remains',
  look: 'looks',
  move: 'moves',
  say: 'says',
};

/** An English message with figures put into it, for one of a kind: “1 files were checked” as “1 file was checked”. */
export const inSingular = (message: string): string =>
  message.replace(
    /(?<![\d.,/“])1 ((?:A4 )?[a-z]{3,})s\b(?: (are|were|remain|look|move|say)\b)?/g,
    (_, noun: string, verb?: string) =>
      `1 ${noun}${verb === undefined ? '' : ` ${SINGULAR[verb]}`}`,
  );
