import { HOMOPHONES } from './homophones.generated.js';

let groupsOf: Map<string, number[]> | undefined;

function load(): Map<string, number[]> {
  const map = new Map<string, number[]>();
  for (const [index, group] of HOMOPHONES.split(' ').entries()) {
    for (const character of group) {
      const groups = map.get(character);
      if (groups === undefined) map.set(character, [index]);
      else groups.push(index);
    }
  }
  return map;
}

/** True when the two characters share a reading, tones and fuzzy sounds aside: what a pinyin input method mixes up. */
export function soundsLike(a: string, b: string): boolean {
  groupsOf ??= load();
  const ofB = groupsOf.get(b);
  return ofB !== undefined && (groupsOf.get(a)?.some((group) => ofB.includes(group)) ?? false);
}
