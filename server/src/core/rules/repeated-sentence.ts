import { defineRule } from '../rule.js';

/** Shorter sentences, slogans and salutations, may well come again. UTF-16 units. */
const SHORTEST = 18;

export default defineRule({
  id: 'repeated-sentence',
  domainId: 'T08',
  scope: 'document',
  severity: 'warning',
  title: { zh: '整句重复', en: 'Sentence given twice' },
  explain: {
    zh: '同一句话在一篇里出现两次，多半是复制时多贴了一遍。',
    en: 'The same sentence stands twice: pasted once too often.',
  },
  source: null,
  automatic: false,
  examples: {
    bad: [
      {
        bad: '馆内全年组织读书分享会和讲座三十场次。\n二、服务\n⟦馆内全年组织读书分享会和讲座三十场次⟧。',
      },
      {
        bad: '\uFEFF　𠮷县图书馆坚持每周开放七天服务读者。中间一句。\r\n⟦𠮷县图书馆坚持每周开放七天服务读者⟧。',
      },
    ],
    good: [
      '一、抓好服务提升读者满意度水平\n抓好服务提升读者满意度水平',
      '短句重复。短句重复。',
      '馆内全年组织读书分享会和讲座三十场次。馆内全年组织读书分享会和讲座四十场次。',
    ],
  },
  check({ prose, paragraphs, report }) {
    const seen = new Set<string>();
    const again: { start: number; end: number }[] = [];
    for (const { kind, start, end } of paragraphs) {
      if (kind !== 'body' && kind !== 'run-in' && kind !== 'item') continue;
      let from = start;
      for (const piece of prose.slice(start, end).split(/[。！？\n]/)) {
        const at = from;
        from += piece.length + 1;
        // The last piece has no end mark; behind “ or ； stands the end of a sentence, and statutes repeat those by design.
        if (piece.length < SHORTEST || from > end || /[“；\0]/.test(piece)) continue;
        const sentence = piece.trim();
        if (sentence.length < SHORTEST) continue;
        if (!seen.has(sentence)) {
          seen.add(sentence);
          continue;
        }
        const first = at + piece.length - piece.trimStart().length;
        const to = first + sentence.length;
        const last = again.at(-1);
        if (last !== undefined && last.end + 1 === first) last.end = to;
        else again.push({ start: first, end: to });
      }
    }
    for (const span of again) {
      report({
        span,
        message: {
          zh: '这里与前面的一处一字不差，可能是复制时多贴了一遍。请删去一处，或改写。',
          en: 'This very sentence stands above already; it may have been pasted twice. Delete one, or reword it.',
        },
      });
    }
  },
});
