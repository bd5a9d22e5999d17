import { openingLength } from '../../base/opening-length.js';
import { SharedNumbers } from '../../base/shared-numbers.js';
import { defineRule, type RuleExamples, type UnplacedFact } from '../rule.js';

/** Length of the pieces compared, in UTF-16 units. */
const PIECE = 4;

/** Two paragraphs are alike when they share at least this part of their pieces. */
const SHARED = 0.7;

/** Shorter paragraphs are too much alike by nature. UTF-16 units. */
const SHORTEST = 40;

/** How many pieces stand for a paragraph. Two that share two of them are compared in full. */
const SAMPLE = 4;

/** The {@link SAMPLE} smallest hashes of the pieces of a text, in order: always the same for the same pieces. */
function samplePieces(text: string): readonly number[] {
  const sample = new Array<number>(SAMPLE).fill(LARGEST);
  let hash = 0;
  // Four units fall out of the 32 bits by themselves: a rolling hash with nothing to take away.
  for (let i = 0; i < text.length; i++) {
    hash = roll(hash, text.charCodeAt(i));
    if (i < PIECE - 1 || hash >= sample[SAMPLE - 1]! || sample.includes(hash)) continue;
    let at = SAMPLE - 1;
    for (; at > 0 && sample[at - 1]! > hash; at--) sample[at] = sample[at - 1]!;
    sample[at] = hash;
  }
  return sample;
}

const LARGEST = 0x7fffffff;

const roll = (hash: number, unit: number) => ((hash << 8) + Math.imul(unit, 0x9e3779b1)) | 0;

/** 责任单位：…, 活动时间：…: entries of a form are alike by nature. */
const ENTRY = /^(?:[一二三四五六七八九十\d]{1,3}[、.．])?[^，。；：:]{1,8}[：:]/;

/** A paragraph with hashes of which two that are alike have at least one in common. */
interface Compared {
  readonly prose: string;
  readonly keys: readonly number[];
}

/** A hash for each two pieces of a sample. */
function pairsOf(sample: readonly number[]): number[] {
  const pairs: number[] = [];
  for (let i = 0; i < SAMPLE; i++) {
    for (let j = i + 1; j < SAMPLE; j++) pairs.push((Math.imul(sample[i]!, 31) + sample[j]!) | 0);
  }
  return pairs;
}

/** Whether enough is left without what is masked: a picture, a link's target or code is nothing that anybody wrote twice. */
function isLong(prose: string): boolean {
  let length = 0;
  for (let at = 0; at < prose.length && length < SHORTEST; at++) {
    if (prose.charCodeAt(at) !== 0) length++;
  }
  return length >= SHORTEST;
}

/** True when the texts share seven of ten pieces: one changed character costs four, so nine tenths of the text. */
function alike(a: string, b: string): boolean {
  const pieces = piecesOf(a);
  // A text has no more pieces than characters.
  if (b.length < SHARED * pieces.size) return false;
  const others = piecesOf(b);
  let shared = 0;
  for (const piece of others) if (pieces.has(piece)) shared++;
  return shared >= SHARED * Math.max(pieces.size, others.size);
}

/** What is kept from one version of a document to the next. */
class Comparison {
  readonly shared = new SharedNumbers<UnplacedFact<Compared>>(({ data }) => data.keys);
  /** Pairs that were compared. */
  private readonly compared = new WeakMap<Compared, WeakMap<Compared, boolean>>();

  readonly areAlike = (one: Compared, other: Compared): boolean => {
    const known = this.compared.get(one) ?? new WeakMap<Compared, boolean>();
    this.compared.set(one, known);
    let result = known.get(other);
    if (result === undefined) {
      result = alike(one.prose, other.prose);
      known.set(other, result);
    }
    return result;
  };
}

/** Hashes of all pieces of a text. */
function piecesOf(text: string): Set<number> {
  const pieces = new Set<number>();
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    hash = roll(hash, text.charCodeAt(i));
    if (i >= PIECE - 1) pieces.add(hash);
  }
  return pieces;
}

export default defineRule<Record<never, never>, Compared>({
  id: 'similar-paragraph',
  topic: 'sentences',
  scope: 'document',
  severity: 'hint',
  wide: true,
  title: { zh: '段落雷同', en: 'Paragraph much like another' },
  explain: {
    zh: '两段话九成以上相同，多半是同一件事写了两遍。',
    en: 'Two paragraphs are nearly the same: one matter told twice.',
  },
  source: null,
  mechanical: false,
  gather({ prose, kind }, add) {
    const body = kind === 'body' || kind === 'run-in' || kind === 'item';
    if (!body || ENTRY.test(prose.slice(0, 12)) || !isLong(prose)) return;
    add({ start: 0, end: prose.length }, { prose, keys: pairsOf(samplePieces(prose)) });
  },
  check({ unplaced, factAt, kept, report }) {
    // A sample of their pieces finds the few paragraphs that may be alike; only those are compared in full.
    const { shared, areAlike } = kept(() => new Comparison());
    shared.update(unplaced);
    const sharing = shared.sharing();
    if (sharing.size === 0) return;
    const first = new Map<number, Compared>();
    for (let index = 0; index < unplaced.length; index++) {
      if (!sharing.has(unplaced[index]!)) continue;
      const { data } = unplaced[index]!;
      const { prose, keys } = data;
      const candidates: Compared[] = [];
      for (const key of keys) {
        if (!shared.isShared(key)) continue;
        const known = first.get(key);
        if (known === undefined) first.set(key, data);
        else if (!candidates.includes(known)) candidates.push(known);
      }
      // What is quite the same is told sentence by sentence.
      const isAlike = (other: Compared) => other.prose !== prose && areAlike(other, data);
      if (!candidates.some(isAlike)) continue;
      const { start } = factAt(index).span;
      report({
        span: { start, end: start + openingLength(prose, 0) },
        message: {
          zh: '这一段与前面一段绝大部分相同，可能是同一件事写了两遍。请合并或删去一处。',
          en: 'This paragraph is nearly the same as one above. Merge them, or delete one.',
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '馆内坚持每周开放七天，组织读书分享会三十场，接待读者三千人次，整理馆藏资料两千册，受到好评。\n⟦馆内坚持每周开放七天⟧，组织读书分享会三十场，接待读者三千人次，整理馆藏资料三千册，受到好评。',
    },
    {
      bad: '\uFEFF　𠮷县坚持每周开放七天，组织读书分享会三十场，接待读者三千人次，整理馆藏资料两千册，受到好评。\r\n⟦𠮷县坚持每周开放七天⟧，组织读书分享会四十场，接待读者三千人次，整理馆藏资料两千册，受到好评。',
    },
  ],
  good: [
    '馆内坚持每周开放七天，组织读书分享会三十场，接待读者三千人次。\n书屋坚持每月盘点一次，组织志愿服务二十场，捐赠图书三百册，整理旧刊。',
  ],
};
