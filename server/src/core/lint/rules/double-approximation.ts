import { defineRule, type RuleExamples } from '../rule.js';

const NUMBER = '[\\d.]{1,12}[十百千万亿]{0,3}|[一二两三四五六七八九十百千万亿]{1,8}';
const UNIT = '(?:%|个百分点|[\\u4e00-\\u9fff]{0,3}?)';

/** What makes a word with 约 that has nothing to do with “about”: 节约300余元, 预约20多人. */
const CONTRACT = '[节合预条契公签违履特邀简制续集相毁誓婚密失赴订缔守解租]';

/** Each says twice that a figure is not exact, or once above and once below it. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `(?:大约|(?<!${CONTRACT})约|将近|接近)(?:${NUMBER})(?:[余多]${UNIT}|${UNIT}(?:左右|上下))(?=[，。；、）]|$)`,
    'gm',
  ),
  // 突破20多项技术 is to make a breakthrough.
  new RegExp(
    `(?:超过|(?<!过)逾|突破)(?:${NUMBER})(?:余|多)(?!种|道|条|门)(?<!突破.{1,12}[余多](?=项|个|类|处))`,
    'g',
  ),
  new RegExp(
    `至少(?:${NUMBER})${UNIT}以上|最多(?:${NUMBER})${UNIT}(?:以内|以下)|(?:不到|不足)(?:${NUMBER})${UNIT}(?:左右|以下)`,
    'g',
  ),
];

export default defineRule({
  id: 'double-approximation',
  topic: 'figures',
  scope: 'paragraph',
  trigger: ['约', '将近', '接近', '超过', '逾', '突破', '至少', '最多', '不到', '不足'],
  severity: 'warning',
  title: { zh: '约数重复', en: 'Approximation said twice' },
  explain: {
    zh: '“约”“近”“超过”与“左右”“余”“以上”都表示约数，两头都用就重复，有的还自相矛盾。只留一处。',
    en: 'Words such as 约 and 左右 both say that a figure is not exact. Keep one of the two.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    for (const pattern of PATTERNS) {
      for (const { index, 0: text } of prose.matchAll(pattern)) {
        report({
          span: { start: index, end: index + text.length },
          message: {
            zh: `“${text}”前后都表示约数，语义重复或矛盾。请只留一处。`,
            en: `“${text}” is approximate at both ends. Keep one of the two.`,
          },
        });
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '接待读者⟦约300人左右⟧，办证⟦超过200余⟧张。' },
    { bad: '\uFEFF　𠮷日⟦至少5次以上⟧。\r\n' },
  ],
  good: [
    '接待读者约300人，办证200余张。',
    '超过200张，300人左右。',
    '大约三年，学习左右转向',
    '全年节约300余万元，节约用纸20多箱。',
    '预约200余人次，签约30多家。',
    '突破20余项技术难题。',
  ],
};
