import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'colloquial-word',
  topic: 'sentences',
  scope: 'paragraph',
  severity: 'hint',
  off: true,
  title: { zh: '口语词', en: 'Colloquial word' },
  explain: {
    zh: '正式文稿用书面语，“搞”“弄”“挺”等口语词宜换掉。默认不查。',
    en: 'Formal texts avoid colloquial words. Off by default.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(
      /搞好|搞一?[次个场]|弄好|弄清楚|挺(?:好|满意|多|高)|啥|大好政策|咱们/g,
    )) {
      report({
        span: spanOf(match),
        message: {
          zh: `“${match[0]}”是口语。正式文稿可以换成书面说法。`,
          en: `“${match[0]}” is colloquial. Use a formal word.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [{ bad: '⟦搞好⟧服务，读者⟦挺满意⟧。' }, { bad: '\uFEFF　𠮷县享受⟦大好政策⟧。\r\n' }],
  good: ['做好服务，读者满意。', '搞活经济', '挺进中原'],
};
