import { openingLength } from '../opening.js';
import { defineRule } from '../rule.js';

/** Length of the pieces compared, in UTF-16 units. */
const PIECE = 4;

/** Shorter paragraphs are too much alike by nature. UTF-16 units. */
const SHORTEST = 40;

/** Hashes of about a sixteenth of the pieces of a text: always the same ones for the same pieces. */
function samplePieces(text: string): number[] {
  const sample: number[] = [];
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    // Four units fall out of the 32 bits by themselves: a rolling hash with nothing to take away.
    hash = (Math.imul(hash, 0x0100) + Math.imul(text.charCodeAt(i), 0x9e3779b1)) | 0;
    if (i >= PIECE - 1 && ((hash >>> 16) & 15) === 0) sample.push(hash);
  }
  return sample;
}

/** True when the texts share seven of ten pieces: one changed character costs four, so nine tenths of the text. */
function alike(a: string, b: string): boolean {
  const pieces = new Set<string>();
  for (let i = 0; i + PIECE <= a.length; i++) pieces.add(a.slice(i, i + PIECE));
  const size = pieces.size;
  const others = new Set<string>();
  for (let i = 0; i + PIECE <= b.length; i++) others.add(b.slice(i, i + PIECE));
  let shared = 0;
  for (const piece of others) if (pieces.has(piece)) shared++;
  return shared >= 0.7 * Math.max(size, others.size);
}

export default defineRule({
  id: 'similar-paragraph',
  domainId: 'T08',
  scope: 'document',
  severity: 'hint',
  wide: true,
  title: { zh: '段落雷同', en: 'Paragraph much like another' },
  explain: {
    zh: '两段话九成以上相同，多半是同一件事写了两遍。',
    en: 'Two paragraphs are nearly the same: one matter told twice.',
  },
  source: null,
  automatic: false,
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
  check({ prose, paragraphs, report }) {
    // A sample of their pieces finds the few paragraphs that may be alike; only those are compared in full.
    const holder = new Map<number, number>();
    const samples: number[] = [];
    const texts: string[] = [];
    for (const [index, { kind, start, end }] of paragraphs.entries()) {
      const body = kind === 'body' || kind === 'run-in' || kind === 'item';
      const text = body && end - start >= SHORTEST ? prose.slice(start, end) : '';
      texts.push(text);
      const sample = samplePieces(text);
      samples.push(sample.length);
      const shared = new Map<number, number>();
      for (const piece of sample) {
        const other = holder.get(piece);
        if (other === undefined) holder.set(piece, index);
        else if (other !== index) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
      for (const [other, count] of shared) {
        if (count * 2 < Math.max(sample.length, samples[other]!)) continue;
        if (texts[other] === text || !alike(texts[other]!, text)) continue;
        report({
          span: { start, end: start + openingLength(prose, start) },
          message: {
            zh: '这一段与前面一段绝大部分相同，可能是同一件事写了两遍。请合并或删去一处。',
            en: 'This paragraph is nearly the same as one above. Merge them, or delete one.',
          },
        });
        break;
      }
    }
  },
});
