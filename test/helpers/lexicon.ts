import { Lexicon, type LexiconHit } from '../../server/src/core/analysis/lexicon/lexicon.js';
import { DEFAULT_CONFIG, type LintConfig } from '../../server/src/core/settings/lint-config.js';

export const find = (text: string, config: Partial<LintConfig> = DEFAULT_CONFIG): LexiconHit[] =>
  Lexicon.for(config === DEFAULT_CONFIG ? DEFAULT_CONFIG : { ...DEFAULT_CONFIG, ...config }).find(
    text,
  );
export const wrong = (text: string, config?: Partial<LintConfig>) =>
  find(text, config).filter(({ kind }) => kind !== 'term');
export const plain = (text: string) => text.replace(/[“”‘’《》]/g, '');

/** Applies the hit's correction. */
export function corrected(text: string, { start, end, right, edit }: LexiconHit): string {
  const [span, newText] = edit ? [edit.span, edit.newText] : [{ start, end }, right ?? ''];
  return text.slice(0, span.start) + newText + text.slice(span.end);
}

/** Where a pattern stands in a text, the naive way. */
export function occurrences(text: string, pattern: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) found.push(at);
  return found;
}
