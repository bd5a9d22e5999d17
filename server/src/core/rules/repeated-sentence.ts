import { FirstSeen } from '../first-seen.js';
import { defineRule } from '../rule.js';
import { isBlank } from '../text.js';

/** Shorter sentences, slogans and salutations, may well come again. UTF-16 units. */
const SHORTEST = 18;

/** Hash, start and end of each sentence, one after another; offsets count from the paragraph's start. */
type Sentences = readonly number[];

/**
 * The sentences of a paragraph that may be compared, without their end marks and outer blanks. What
 * no end mark closes is none; behind “ or ； stands the end of a sentence, and statutes repeat those
 * by design.
 */
function sentencesIn(prose: string, from: number, to: number): Sentences {
  const sentences: number[] = [];
  let start = from;
  let end = from;
  let hash = 0;
  let whole = true;
  for (let at = from; at < to; at++) {
    const unit = prose.charCodeAt(at);
    // Most characters are no mark at all.
    if (unit > 0x3002 && unit < 0xff00) {
      hash = (Math.imul(hash, 31) + unit) | 0;
      end = at + 1;
    } else if (unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 10) {
      if (whole && end - start >= SHORTEST) sentences.push(hash, start - from, end - from);
      start = at + 1;
      end = start;
      hash = 0;
      whole = true;
    } else if (unit === 0x201c || unit === 0xff1b || unit === 0) {
      whole = false;
    } else if (unit <= 0x3000 && (isBlank(unit) || unit === 13)) {
      // Blanks at its ends are not of the sentence; between words they count.
      if (end === start) start = end = at + 1;
    } else {
      hash = (Math.imul(hash, 31) + unit) | 0;
      end = at + 1;
    }
  }
  return sentences;
}

export default defineRule<Record<never, never>, Sentences>({
  id: 'repeated-sentence',
  domainId: 'T08',
  scope: 'document',
  reads: 'notes',
  alike: true,
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
  note({ prose, paragraphs }, note) {
    for (const { kind, start, end } of paragraphs) {
      if (kind !== 'body' && kind !== 'run-in' && kind !== 'item') continue;
      const sentences = sentencesIn(prose, start, end);
      if (sentences.length === 0) continue;
      const hashes = sentences.filter((_, index) => index % 3 === 0);
      note({ start, end }, sentences, hashes);
    }
  },
  check({ eachNote, proseAt, report }) {
    let count = 0;
    eachNote((_, data) => {
      count += data.length / 3;
      return false;
    });
    const seen = new FirstSeen(count);
    const starts = new Int32Array(count);
    const ends = new Int32Array(count);
    const again: { start: number; end: number }[] = [];
    let number = 0;
    eachNote((at, data) => {
      for (let i = 0; i < data.length; i += 3) {
        const start = at + data[i + 1]!;
        const end = at + data[i + 2]!;
        starts[number] = start;
        ends[number] = end;
        const first = seen.put(data[i]!, number++);
        if (first < 0 || proseAt(starts[first]!, ends[first]!) !== proseAt(start, end)) continue;
        const last = again.at(-1);
        if (last !== undefined && last.end + 1 === start) last.end = end;
        else again.push({ start, end });
      }
      return false;
    });
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
