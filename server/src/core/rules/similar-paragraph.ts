import { openingLength } from '../opening.js';
import { defineRule } from '../rule.js';

/** Length of the pieces compared, in UTF-16 units. */
const PIECE = 4;

/** Of so many of their pieces two paragraphs share that are alike. */
const SHARED = 0.7;

/** Shorter paragraphs are too much alike by nature. UTF-16 units. */
const SHORTEST = 40;

/** How many pieces stand for a paragraph. Two that share two of them are compared in full. */
const SAMPLE = 4;

/**
 * Hashes of a few pieces of a text: the {@link SAMPLE} smallest ones in order, so always the same for
 * the same pieces. In variables and not in a list: every tenth piece comes into the sample for a while.
 */
function samplePieces(text: string, from: number, to: number): readonly number[] {
  let first = LARGEST;
  let second = LARGEST;
  let third = LARGEST;
  let fourth = LARGEST;
  let hash = 0;
  // Four units fall out of the 32 bits by themselves: a rolling hash with nothing to take away.
  for (let i = from; i < from + PIECE - 1; i++) hash = roll(hash, text.charCodeAt(i));
  for (let i = from + PIECE - 1; i < to; i++) {
    hash = roll(hash, text.charCodeAt(i));
    if (hash >= fourth || hash === first || hash === second || hash === third) continue;
    if (hash > third) fourth = hash;
    else {
      fourth = third;
      if (hash > second) third = hash;
      else {
        third = second;
        if (hash > first) second = hash;
        else {
          second = first;
          first = hash;
        }
      }
    }
  }
  return [first, second, third, fourth];
}

const LARGEST = 0x7fffffff;

const roll = (hash: number, unit: number) => ((hash << 8) + Math.imul(unit, 0x9e3779b1)) | 0;

/** A hash for each two pieces of a sample. */
function pairsOf(sample: readonly number[]): number[] {
  const pairs: number[] = [];
  for (let i = 0; i < SAMPLE; i++) {
    for (let j = i + 1; j < SAMPLE; j++) pairs.push((Math.imul(sample[i]!, 31) + sample[j]!) | 0);
  }
  return pairs;
}

/** Whether enough is left without what is masked: a picture, a link's target or code is nothing that anybody wrote twice. */
function isLong(prose: string, start: number, end: number): boolean {
  let length = 0;
  for (let at = start; at < end && length < SHORTEST; at++) {
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

export default defineRule<Record<never, never>, null>({
  id: 'similar-paragraph',
  domainId: 'T08',
  scope: 'likeness',
  severity: 'hint',
  wide: true,
  title: { zh: '段落雷同', en: 'Paragraph much like another' },
  explain: {
    zh: '两段话九成以上相同，多半是同一件事写了两遍。',
    en: 'Two paragraphs are nearly the same: one matter told twice.',
  },
  source: null,
  mechanical: false,
  examples: {
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
  },
  note({ prose, paragraphs }, note) {
    for (const { kind, start, end } of paragraphs) {
      const body = kind === 'body' || kind === 'run-in' || kind === 'item';
      if (!body || !isLong(prose, start, end)) continue;
      note({ start, end }, null, pairsOf(samplePieces(prose, start, end)));
    }
  },
  compare(own, firsts, report) {
    // A sample of their pieces finds the few paragraphs that may be alike; only those are compared in full.
    for (const other of new Set(firsts)) {
      // What is quite the same is told sentence by sentence.
      if (other.prose === own.prose || !alike(other.prose, own.prose)) continue;
      report({
        span: { start: 0, end: openingLength(own.prose, 0) },
        message: {
          zh: '这一段与前面一段绝大部分相同，可能是同一件事写了两遍。请合并或删去一处。',
          en: 'This paragraph is nearly the same as one above. Merge them, or delete one.',
        },
      });
      return;
    }
  },
});
