/** Listed wrong words where two right words meet, and where they are slips: what the language model makes of both. */
import { WRONG_WORDS } from '../../src/core/analysis/lexicon/data.js';
import { Lexicon } from '../../src/core/analysis/lexicon/lexicon.js';
import type { LanguageModel } from '../../src/core/language/model.js';
import { readTables } from '../../src/core/language/tables.js';
import { DEFAULT_CONFIG } from '../../src/core/settings/lint-config.js';
import { finish, unpacked } from './data.js';
import { randomFrom } from './slips.js';
import { documents, linesOf } from './texts.js';

/** Wrong words of which nothing around need be known. */
const LISTED = WRONG_WORDS.filter(
  ({ kind, when, right, hint, wrong }) =>
    kind === 'slip' &&
    when === undefined &&
    right?.length === wrong.length &&
    !hint &&
    wrong.length >= 2,
);

/** Frequency in half-steps from which a word is one that people write. */
const COMMON_WORD = 12;
const WORDS_A_SIDE = 16;
const MISTAKES_A_WORD = 12;

export interface Listed {
  readonly tried: number;
  /** What is reported as a warning. */
  readonly reported: readonly string[];
}

function isReported(line: string, start: number, wrong: string, language: LanguageModel): boolean {
  return Lexicon.for(DEFAULT_CONFIG)
    .find(line, language)
    .some(
      (hit) =>
        !hit.hint && hit.kind !== 'term' && hit.start < start + wrong.length && start < hit.end,
    );
}

/** Two common words, of which the one ends and the other begins with the characters of a listed wrong word. */
export function joins(language: LanguageModel): Listed {
  const { words, frequencies } = finish(readTables(unpacked('tables').toString('utf8')));
  const common = words.filter(
    (word, index) => word.length === 2 && frequencies[index]! >= COMMON_WORD,
  );
  let tried = 0;
  const reported: string[] = [];
  for (const { wrong } of LISTED.filter((one) => one.wrong.length === 2)) {
    const left = common.filter((word) => word[1] === wrong[0]).slice(0, WORDS_A_SIDE);
    const right = common.filter((word) => word[0] === wrong[1]).slice(0, WORDS_A_SIDE);
    for (const first of left) {
      for (const second of right) {
        const line = `全年${first}${second}情况。`;
        tried++;
        if (isReported(line, 3, wrong, language)) reported.push(line);
      }
    }
  }
  return { tried, reported };
}

/** Real sentences in which a listed wrong word stands in place of the right one. */
export function mistakes(language: LanguageModel, most: number): Listed {
  const random = randomFrom(5);
  const sentences = (['clean', 'essays'] as const)
    .flatMap((corpus) => documents(corpus))
    .flatMap(({ text }) => linesOf(text))
    .flatMap((line) => line.split(/(?<=[。；！])/))
    .filter(({ length }) => length >= 10 && length <= 120)
    .map((sentence) => ({ sentence, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ sentence }) => sentence);
  const times = new Map<string, number>();
  let tried = 0;
  const reported: string[] = [];
  for (const sentence of sentences) {
    for (const { wrong, right } of LISTED) {
      const at = sentence.indexOf(right!);
      if (tried >= most || at < 0 || (times.get(wrong) ?? 0) >= MISTAKES_A_WORD) continue;
      times.set(wrong, (times.get(wrong) ?? 0) + 1);
      const line = sentence.slice(0, at) + wrong + sentence.slice(at + right!.length);
      tried++;
      if (isReported(line, at, wrong, language)) reported.push(line);
    }
  }
  return { tried, reported };
}
