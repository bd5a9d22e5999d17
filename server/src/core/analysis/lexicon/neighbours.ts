/** Whether a wrong wording is none: two right words that meet (按|排名), or another phrase of common words. */
import data from './neighbours.generated.json' with { type: 'json' };

/** Function characters: doubled they are hardly ever meant. */
export const FUNCTION_CHARACTERS: readonly string[] = [
  ...'在的了是把被就也都对于与并向使让和为将从由以及',
];

type Joins = Readonly<Record<string, string>>;

const words = new Set(data.words);
const before: Joins = data.before;
const after: Joins = data.after;
const doubled: { readonly before: Joins; readonly after: Joins } = data.doubled;
const doubledInside: readonly string[] = data.doubled.inside;
const idioms = new Set(data.doubled.idioms);
const otherPhrases = new Set(data.otherPhrases);

const has = (joins: Joins, part: string, character: string | undefined) =>
  character !== undefined && (joins[part]?.includes(character) ?? false);

/** From this length on two words that meet by chance are rarer than the slip. */
const LONG = 4;

/**
 * Whether words that meet make up what stands from `start` to `end`, one of them at least longer
 * than its part: `sure` when none is a single character (毕竟|相关), else `possible` (按|排名). With
 * `ends`, what is after proves that a word ends there: a single character before it is none.
 */
export function wordsMeet(
  text: string,
  start: number,
  end: number,
  ends = false,
): 'sure' | 'possible' | null {
  const isLong = end - start >= LONG;
  let best: 'possible' | null = null;
  for (let left = start + 1; left < end; left++) {
    for (let right = left; right < end; right++) {
      if (right > left && (isLong || !words.has(text.slice(left, right)))) break;
      const first = text.slice(start, left);
      const last = text.slice(right, end);
      const longer = has(before, first, text[start - 1]);
      const further = has(after, last, text[end]);
      if (!longer && !further) continue;
      if (ends && !further && last.length === 1) continue;
      if (!(longer || words.has(first)) || !(further || words.has(last))) continue;
      const sure = (longer || first.length > 1) && (further || last.length > 1);
      if (sure && !isLong) return 'sure';
      best = 'possible';
    }
  }
  return best;
}

/** 体现在|在 ends no word: only 现在 on its own is one. */
const VERB_OF_SHOWING = /[体表展呈显再实发]/;

/** 以案促改, 以老带新: a phrase of four that the first 以 may lead in. */
const BY_MEANS_OF = /以[\u4e00-\u9fff][促带代补养奖评说释明铸增正换育治谋充定兴保强为]/y;

/**
 * Whether a function character doubled at `start` is meant: it ends one word and begins another
 * phrase (目的|的), leads in a word or an idiom that begins with it (有的|的确), or both lie in one
 * (不了了之).
 */
export function doubledIsRight(text: string, start: number): boolean {
  const character = text[start]!;
  const previous = text[start - 1];
  const isNow = character === '在' && previous === '现';
  // 一把把, 一对对: each of many.
  if (previous === '一' && (character === '把' || character === '对')) return true;
  if (has(doubled.before, character, previous)) {
    if (!isNow || !VERB_OF_SHOWING.test(text[start - 2] ?? '')) return true;
  }
  if (has(doubled.after, character, text[start + 2])) return true;
  if (idioms.has(text.slice(start + 1, start + 5))) return true;
  BY_MEANS_OF.lastIndex = start + 1;
  if (BY_MEANS_OF.test(text)) return true;
  const pair = character + character;
  return doubledInside.some((word) => {
    const at = word.indexOf(pair);
    return at >= 0 && text.startsWith(word, start - at);
  });
}

/** Whether a text that lacks one character of a set term is a phrase of common words by itself. */
export const isOtherPhrase = (text: string) => otherPhrases.has(text);
