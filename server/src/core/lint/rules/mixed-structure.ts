import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'mixed-structure',
  topic: 'sentences',
  scope: 'paragraph',
  trigger: '目原切免防止杜围',
  severity: 'warning',
  title: { zh: '句式杂糅', en: 'Two constructions in one' },
  explain: {
    zh: '把两种说法拼在一起，意思重复或相反，如“目的是为了”“防止……不再”“切忌不要”。只留一种说法。',
    en: 'Two ways of saying it run together, so that it says it twice or says the opposite. Keep one.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    const pattern =
      /目的是为了|目的就是为了|(?:其)?原因是由于|切忌不要|避免不(?!必要|了|良|当|利|同)|(?:防止|避免|杜绝)[^，。；\n]{2,14}(?:不再|不会)(?=发生|出现|反弹|重演)|围绕以[^，。；\n]{2,12}为中心/g;
    for (const match of prose.matchAll(pattern)) {
      report({
        span: spanOf(match),
        // Even texts that were edited many times have 目的是为了.
        ...(match[0].startsWith('目的') && { severity: 'hint' as const }),
        message: {
          zh: `“${match[0]}”把两种说法拼在了一起，意思重复或说反了。请只留一种。`,
          en: `“${match[0]}” runs two constructions together. Keep one.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '读者少⟦原因是由于⟧天气冷。' },
    { bad: '\uFEFF　𠮷县要⟦切忌不要⟧流于形式，⟦防止类似问题不再⟧发生。\r\n' },
  ],
  good: ['目的是消除隐患', '防止类似问题再次发生', '切忌流于形式', '防止问题发生，不再出现'],
};
