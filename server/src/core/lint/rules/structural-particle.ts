import type { Correction } from '../../language/model.js';
import { changeTo, defineRule, quote, type RuleExamples } from '../rule.js';
import { gatherSlips, type Slip, scoreIn } from '../slips.js';

/** Log-odds from which 得, and 地, is told in place of 的. Fixed as that of likely-typo is. */
const LIKELY = 5;
const POSSIBLE = 3;

/** 各行各的道: 的 stands for what each has. */
const EACH_ITS_OWN = /各.各$/u;

const WHY: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  的: {
    zh: '后面是名词，前面说它怎样',
    en: 'what stands before says of what kind the noun behind it is',
  },
  地: { zh: '后面是动作，前面说怎样做', en: 'an action follows, and what stands before says how' },
  得: { zh: '后面说的是程度或结果', en: 'what follows says to what degree or with what result' },
};

export default defineRule<Record<never, never>, Slip>({
  id: 'structural-particle',
  topic: 'words',
  scope: 'document',
  atIdle: true,
  yields: true,
  severity: 'warning',
  title: { zh: '“的”“地”“得”混用', en: 'The particles 的, 地 and 得' },
  explain: {
    zh: '名词前用“的”，动词前用“地”，动词、形容词后带出程度或结果用“得”（干得好、变得更强）。按公文里的搭配提醒；该用“地”的把握小些，只作提示。',
    en: '的 stands before nouns, 地 before verbs, 得 behind a verb or an adjective before what comes of it. Told by what usually stands together; 地 is less certain, and a hint.',
  },
  source: '《现代汉语八百词》',
  mechanical: false,
  gather(paragraph, add) {
    const { prose } = paragraph;
    const isMeant = ({ search, start, text }: Correction) =>
      (search === 'particle' || (search === 'pair' && text in WHY)) &&
      !EACH_ITS_OWN.test(prose.slice(0, start));
    gatherSlips(paragraph, paragraph.corrections, isMeant, POSSIBLE, add);
  },
  check(document) {
    const { facts, report } = document;
    if (facts.length === 0) return;
    const { prose } = document;
    for (const { span, data } of facts) {
      const { start, text, search } = data.correction;
      const score = scoreIn(prose, data);
      const isLikely = search === 'pair' ? score > 0 : text === '得' && score >= LIKELY;
      if (!isLikely && (text === '得' || score < POSSIBLE)) continue;
      const written = data.prose[start]!;
      const { zh, en } = WHY[text]!;
      report({
        span,
        ...(!isLikely && { severity: 'hint' as const }),
        message: {
          zh: `这里的${quote(written)}疑应为${quote(text)}：${zh}。请核对后改正。`,
          en: `This ${written} should probably be ${text}: ${en}. Check it, and correct it.`,
        },
        fixes: [changeTo(data.correction.text, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '各项工作取⟦的⟧明显成效。', fixed: '各项工作取得明显成效。' },
    { bad: '\uFEFF　𠮷县改革取⟦的⟧新突破。\r\n', fixed: '\uFEFF　𠮷县改革取得新突破。\r\n' },
    { bad: '把工作做⟦地⟧更加细致。', fixed: '把工作做得更加细致。' },
  ],
  good: ['工作作风变得更加扎实。', '稀土的开发应用', '各行各的道', '取得的成绩'],
};
