import { FUNCTION_CHARACTERS } from '../../analysis/lexicon/neighbours.js';
import type { Correction } from '../../language/model.js';
import { changeTo, defineRule, quote, type RuleExamples } from '../rule.js';
import { gatherSlips, type Slip, scoreIn } from '../slips.js';

const FUNCTION: ReadonlySet<string> = new Set(FUNCTION_CHARACTERS);

/** Log-odds from which something is told as typed twice. Fixed as that of likely-typo is. */
const LIKELY = 7;

export default defineRule<Record<never, never>, Slip>({
  id: 'typed-twice',
  topic: 'words',
  scope: 'document',
  atIdle: true,
  yields: true,
  severity: 'warning',
  title: { zh: '多打了一遍的字词', en: 'A wording typed twice' },
  explain: {
    zh: '同一个字或词紧接着又出现一遍，去掉一遍后句子通顺得多，多半是输入或改稿时留下的。叠词（刚刚、一步步）和前后两词各占一字的（产业链｜链主）不报。',
    en: 'The same wording stands twice in a row, and the sentence is much likelier with one of them. Reduplications and words that meet are left alone.',
  },
  source: null,
  mechanical: false,
  gather(paragraph, add) {
    // 从｜从业人员: whether a function word is doubled, repeated-character tells by its neighbours.
    const isMeant = ({ search, text }: Correction) => search === 'repeated' && !FUNCTION.has(text);
    gatherSlips(paragraph, paragraph.corrections, isMeant, LIKELY, add);
  },
  check(document) {
    const { facts, report } = document;
    if (facts.length === 0) return;
    const { prose } = document;
    for (const { span, data } of facts) {
      if (scoreIn(prose, data) < LIKELY) continue;
      const single = quote(data.correction.text);
      report({
        span,
        message: {
          zh: `${single}疑似多打了一遍，去掉一个后句子通顺得多。请核对后删去一个；确需重复可不改。`,
          en: `${single} seems to be typed twice. Check it, and delete one, unless it is meant.`,
        },
        fixes: [changeTo(data.correction.text, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '认真落⟦实实⟧各项任务。', fixed: '认真落实各项任务。' },
    {
      bad: '\uFEFF　𠮷县积⟦极极⟧开展志愿服务活动。\r\n',
      fixed: '\uFEFF　𠮷县积极开展志愿服务活动。\r\n',
    },
  ],
  good: [
    '进一步完善产业链链主企业名单。',
    '刚刚起步，一步步推进，人人参与。',
    '学习习惯逐渐养成。',
  ],
};
