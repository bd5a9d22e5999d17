import { INVISIBLE, type Span, shift } from '../../base/text.js';
import type { LineFacts } from '../../document/parsed-line.js';
import { changeTo, defineRule, type RuleExamples } from '../rule.js';

/** Scripts and pictures whose characters are joined, parted or turned by what is not seen. */
const JOINED =
  /\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}]|[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefc]/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const WITHOUT_SPACES = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;

/** True where a script needs the character. */
function isNeeded(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '';
  const after = String.fromCodePoint(text.codePointAt(at + 1) ?? 0);
  if (code === 0x200c || code === 0x200d) return JOINED.test(before) && JOINED.test(after);
  if (code === 0x200b) return WITHOUT_SPACES.test(before) || WITHOUT_SPACES.test(after);
  const turns = code === 0x61c || (code >= 0x200e && code <= 0x2069 && code !== 0x2060);
  return turns && RIGHT_TO_LEFT.test(text);
}

/** Stretches of a line that nobody sees and no script needs, by columns. */
function straysIn({ text, inlineExempt }: LineFacts, isFirst: boolean): Span[] {
  const strays: Span[] = [];
  for (const { index, 0: run } of text.matchAll(INVISIBLE)) {
    for (let at = index; at < index + run.length; at++) {
      // A byte order mark begins a file.
      if (isFirst && at === 0 && text.charCodeAt(0) === 0xfeff) continue;
      if (isNeeded(text, at)) continue;
      if (inlineExempt.some(({ start, end }) => start <= at && at < end)) continue;
      const last = strays.at(-1);
      if (last?.end === at) strays[strays.length - 1] = { start: last.start, end: at + 1 };
      else strays.push({ start: at, end: at + 1 });
    }
  }
  return strays;
}

export default defineRule({
  id: 'invisible-character',
  topic: 'marks',
  scope: 'document',
  severity: 'hint',
  title: { zh: '看不见的字符', en: 'Invisible character' },
  explain: {
    zh: '零宽空格、软连字符、方向标记一类的字符看不见，多半是从网页、微信或 PDF 带来的。它们把词隔断，查找、替换和核对都会漏掉。删去不影响内容。',
    en: 'Zero-width spaces, soft hyphens and marks of direction come along with copied text. They cut words in two, so that searching misses them. Deleting them changes nothing else.',
  },
  source: null,
  mechanical: true,
  check({ summary, report }) {
    const { opaque } = summary.structure;
    for (let index = 0; index < summary.lineFacts.length; index++) {
      const line = summary.lineFacts[index]!;
      if (!line.hasInvisible || opaque?.[index] === 1) continue;
      const at = summary.lineStarts[index]!;
      for (const stray of straysIn(line, index === 0)) {
        const span = shift(stray, at);
        report({
          span,
          message: {
            zh: '这里有看不见的字符，多半是复制带来的，会把词隔断，查找时漏掉。删除即可，不影响内容。',
            en: 'An invisible character, mostly left over from copying: searching misses words that hold it. Delete it; the text stays the same.',
          },
          fixes: [changeTo('', span, true)],
        });
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '全年办展⟦\u200b⟧十二场。', fixed: '全年办展十二场。' },
    {
      bad: '\uFEFF　⟦\u2060⟧一⟦\u200b⟧、𠮷日回顾\r\n⟦\u200e⟧全年办班，⟦\u00ad\u200d⟧人人称好。⟦\uFEFF⟧\r\n',
      fixed: '\uFEFF　一、𠮷日回顾\r\n全年办班，人人称好。\r\n',
    },
  ],
  good: [
    '\uFEFF全家👨\u200d👩\u200d👧都来了，❤\ufe0f\u200d🔥。',
    '馆名用蒙古文写作ᠮᠣᠩ\u200dᠭᠣᠯ，用阿拉伯文写作\u200f\u0645\u0643\u062a\u0628\u0629\u200f。',
  ],
};
