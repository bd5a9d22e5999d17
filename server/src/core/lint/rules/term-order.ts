import { SET_PHRASES } from '../../analysis/lexicon/data.js';
import type { LexiconHit } from '../../analysis/lexicon/lexicon.js';
import type { Span } from '../../base/text.js';
import { changeTo, defineRule, quote, type RuleExamples } from '../rule.js';

interface OrderedList {
  readonly items: readonly string[];
  readonly source: string | undefined;
}

let known: Map<string, OrderedList[]> | undefined;

/** Lists of three and more items in the set terms and their expansions, by each of their items. */
function orderedLists(): ReadonlyMap<string, readonly OrderedList[]> {
  if (known !== undefined) return known;
  known = new Map();
  for (const { term, expansion, source, anyOrder, wrong } of SET_PHRASES) {
    // Where other orders are listed as tolerated, the order is not fixed.
    if (anyOrder || wrong?.some(({ hint }) => hint)) continue;
    for (const text of [term, expansion ?? '']) {
      const items = text.replace(/[“”]/g, '').split('、');
      if (items.length < 3) continue;
      for (const item of items) known.set(item, [...(known.get(item) ?? []), { items, source }]);
    }
  }
  return known;
}

/** The whole list that the comma at `at` belongs to, as far as the next other mark. */
function listAround(prose: string, at: number): Span {
  const before = /[^，。；：！？\n\0“”]*$/.exec(prose.slice(Math.max(0, at - 60), at))![0];
  const after = /^[^，。；：！？\n\0“”]*/.exec(prose.slice(at, at + 160))![0];
  return { start: at - before.length, end: at + after.length };
}

/** Same items in another order; the first may have words before it, the last after. Null when not. */
function sameItems(
  found: readonly string[],
  right: readonly string[],
): { lead: number; tail: number } | null {
  const first = right.find((item) => found[0]!.endsWith(item));
  const last = right.find((item) => found.at(-1)!.startsWith(item));
  if (first === undefined || last === undefined) return null;
  const items = [first, ...found.slice(1, -1), last];
  if (items.join() === right.join() || [...items].sort().join() !== [...right].sort().join()) {
    return null;
  }
  return { lead: found[0]!.length - first.length, tail: found.at(-1)!.length - last.length };
}

export default defineRule({
  id: 'term-order',
  topic: 'terms',
  scope: 'paragraph',
  severity: 'warning',
  title: { zh: '固定提法次序颠倒', en: 'Items of a set list out of order' },
  explain: {
    zh: '固定提法里各项的次序是定的，项目相同而次序不同就是写错了。',
    en: 'The items of a set list have a fixed order; the same items in another order are a slip.',
  },
  source: null,
  mechanical: false,
  check({ prose, words, report }) {
    const lists = orderedLists();
    let checked = 0;
    // A middle item stands alone between two commas; only one that some list holds is looked at closer.
    for (const { index, 1: item } of prose.matchAll(/、([^，。；：！？\n\0、“”]{2,14})(?=、)/g)) {
      const candidates = lists.get(item!);
      if (candidates === undefined || index < checked) continue;
      const { start, end } = listAround(prose, index);
      checked = end;
      const items = prose.slice(start, end).split('、');
      for (const { items: right, source } of candidates) {
        const found = items.length === right.length ? sameItems(items, right) : null;
        if (found === null) continue;
        const span = { start: start + found.lead, end: end - found.tail };
        const known = (hit: LexiconHit) =>
          hit.kind === 'phrase' && hit.start < span.end && hit.end > span.start;
        if (words.some(known)) break;
        const wanted = right.join('、');
        report({
          span,
          ...(source !== undefined && { source }),
          message: {
            zh: `各项次序与固定提法不同，应为${quote(wanted)}。请调整次序。`,
            en: `The set order is ${quote(wanted)}. Put the items in that order.`,
          },
          fixes: [changeTo(wanted, span, false)],
        });
        break;
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '树立⟦创新、开放、绿色、协调、共享⟧的新发展理念。',
      fixed: '树立创新、协调、绿色、开放、共享的新发展理念。',
    },
    {
      bad: '\uFEFF　𠮷日增强⟦大局意识、政治意识、核心意识、看齐意识⟧。\r\n',
      fixed: '\uFEFF　𠮷日增强政治意识、大局意识、核心意识、看齐意识。\r\n',
    },
  ],
  good: [
    '创新、协调、绿色、开放、共享',
    '政治意识、大局意识、核心意识、看齐意识',
    '绿色、共享、开放',
    '图书、期刊、报纸',
  ],
};
