import type { Correction } from '../../language/model.js';
import { changeTo, defineRule, quote, type RuleExamples } from '../rule.js';
import { gatherSlips, type Slip, scoreIn } from '../slips.js';

/** Log-odds from which 得, and 地, is told in place of 的. Fixed as that of likely-typo is. */
const LIKELY = 5;
const POSSIBLE = 3;

/** 各行各的道: 的 stands for what each has. */
const EACH_ITS_OWN = /各.各$/u;

/** 认真的把工作做好: what says how stands before a preposition, which no noun does. */
const ADVERBIALS = [
  '更好|更快|切实|简单|认真|及时|积极|主动|有效|充分|严格|扎实|深入|全面|准确|稳妥|顺利|圆满|真正|彻底|牢牢|不断|耐心',
  '细致|高效|清醒|自觉|真诚|热情|热心|脚踏实地|实事求是|持之以恒|一如既往|全心全意|真心实意|因地制宜|有条不紊|循序渐进',
  '坚定不移|旗帜鲜明|毫不动摇|尽职尽责|兢兢业业|创造性|有针对性|有计划|有步骤|最大限度|最大程度|实实在在|踏踏实实',
  '认认真真|一丝不苟',
].join('|');
const PREPOSITIONS =
  '把(?![关握控手脉守柄持式戏])|将(?![来士军领近帅要])|为\\p{Script=Han}{1,8}(?:服务|着想|提供|解决)';
const BEFORE_PREPOSITION = new RegExp(`(?:${ADVERBIALS})的(?=${PREPOSITIONS})`, 'gu');

const WHY: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  的: {
    zh: '后面是名词，前面说它怎样',
    en: 'what stands before says of what kind the noun after it is',
  },
  地: { zh: '后面是动作，前面说怎样做', en: 'an action follows, and what stands before says how' },
  得: { zh: '后面说的是程度或结果', en: 'what follows says to what degree or with what result' },
};

/** What the model takes for another particle; null where the shape of the sentence tells that it is 地. */
type Fact = Slip | null;

export default defineRule<Record<never, never>, Fact>({
  id: 'structural-particle',
  topic: 'words',
  scope: 'document',
  atIdle: true,
  yields: true,
  severity: 'warning',
  title: { zh: '“的”“地”“得”混用', en: 'The particles 的, 地 and 得' },
  explain: {
    zh: '名词前用“的”，动词前用“地”，动词、形容词后带出程度或结果用“得”（干得好、变得更强）。按公文里的搭配提醒；该用“地”的把握小些，只作提示。',
    en: '的 stands before nouns, 地 before verbs, 得 after a verb or an adjective before what comes of it. Told by what usually stands together; 地 is less certain, and a hint.',
  },
  source: '《现代汉语八百词》',
  mechanical: false,
  gather(paragraph, add) {
    const { prose, language } = paragraph;
    // 采取的: what would be a word with 得 is the end of another one.
    const endsWord = (at: number) => language?.isInWord(prose.slice(0, at), at - 1) === true;
    const byShape = new Set<number>();
    for (const { index, 0: adverbial } of prose.matchAll(BEFORE_PREPOSITION)) {
      const end = index + adverbial.length;
      byShape.add(end - 1);
      add({ start: end - 1, end }, null);
    }
    const isMeant = ({ search, start, text }: Correction) =>
      (search === 'particle' || (search === 'pair' && text in WHY)) &&
      !byShape.has(start) &&
      !(text === '得' && prose[start - 1] === '取' && endsWord(start)) &&
      !EACH_ITS_OWN.test(prose.slice(0, start));
    gatherSlips(paragraph, paragraph.corrections, isMeant, POSSIBLE, add);
  },
  check(document) {
    const { facts, report } = document;
    if (facts.length === 0) return;
    const { prose } = document;
    for (const { span, data } of facts) {
      const text = data?.correction.text ?? '地';
      const sureness = data === null ? 'likely' : surenessOf(data, prose);
      if (sureness === 'none') continue;
      const written = data?.prose[data.correction.start] ?? '的';
      const { zh, en } = WHY[text]!;
      report({
        span,
        ...(sureness === 'possible' && { severity: 'hint' as const }),
        message: {
          zh: `这里的${quote(written)}疑应为${quote(text)}：${zh}。请核对后改正。`,
          en: `This ${written} should probably be ${text}: ${en}. Check it, and correct it.`,
        },
        fixes: [changeTo(text, span, false)],
      });
    }
  },
});

/** How sure it is in a document of this prose. */
function surenessOf(slip: Slip, prose: string): 'likely' | 'possible' | 'none' {
  const { text, search } = slip.correction;
  const score = scoreIn(prose, slip);
  if (search === 'pair' ? score > 0 : text === '得' && score >= LIKELY) return 'likely';
  return text !== '得' && score >= POSSIBLE ? 'possible' : 'none';
}

export const examples: RuleExamples = {
  bad: [
    { bad: '各项工作取⟦的⟧明显成效。', fixed: '各项工作取得明显成效。' },
    { bad: '\uFEFF　𠮷县改革取⟦的⟧新突破。\r\n', fixed: '\uFEFF　𠮷县改革取得新突破。\r\n' },
    { bad: '把工作做⟦地⟧更加细致。', fixed: '把工作做得更加细致。' },
    { bad: '脚踏实地⟦的⟧把工作做好。', fixed: '脚踏实地地把工作做好。' },
  ],
  good: [
    '这是在需求不足的情况下采取的阶段性政策。',
    '认真地把工作做好。',
    '实行严格的把关制度，推行有效的为民办事机制。',
    '工作作风变得更加扎实。',
    '稀土的开发应用',
    '各行各的道',
    '取得的成绩',
  ],
};
