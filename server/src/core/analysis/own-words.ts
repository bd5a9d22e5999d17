/** Words and names that are a writer's own: in past texts the language model doubts them again and again. */

import type { LanguageModel } from '../language/model.js';
import { DEFAULT_CONFIG, type LearnedWord } from '../settings/lint-config.js';
import { Lexicon } from './lexicon/lexicon.js';

/** In log-odds: what is doubted less than this is hardly ever told in other surroundings. */
const DOUBTED = -3;
/** What is written once may be a slip. */
const LEAST_TIMES = 2;
/** More than any writer has. */
const MOST = 500;
const WORD = /^\p{Script=Han}{2,}$/u;

/**
 * What of past texts the language model takes for a slip although it stands in them twice or more, with how
 * often it does; the most frequent first. What the lexicon knows as wrong is left out.
 */
export function ownWordsOf(texts: readonly string[], language: LanguageModel): LearnedWord[] {
  const lexicon = Lexicon.for(DEFAULT_CONFIG);
  const times = new Map<string, number>();
  for (const line of texts.flatMap((text) => text.split(/\r?\n/))) {
    const known = lexicon.find(line, language);
    const inLine = new Set<string>();
    for (const correction of [...language.corrections(line), ...language.omissions(line)]) {
      if (correction.score < DOUBTED) continue;
      if (known.some(({ start, end }) => start < correction.end && correction.start < end))
        continue;
      const { written } = language.evidence(line, correction, correction.text);
      if (WORD.test(written)) inLine.add(written);
    }
    for (const word of inLine) {
      const here = line.split(word).length - 1;
      times.set(word, (times.get(word) ?? 0) + here);
    }
  }
  return Array.from(times, ([word, count]) => ({ word, count }))
    .filter(({ count }) => count >= LEAST_TIMES)
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, MOST);
}
