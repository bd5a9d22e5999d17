import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'mixed-voice',
  topic: 'sentences',
  scope: 'document',
  severity: 'hint',
  off: true,
  title: { zh: '自称不一致', en: 'Writer named in several ways' },
  explain: {
    zh: '“我单位”“本单位”“我局”混用，读者分不清是谁在说话。默认不查。',
    en: 'The writer’s own body is called by several names. Off by default.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    for (const kind of ['单位', '局', '馆', '校', '院', '公司', '部门', '中心']) {
      const mine = [...prose.matchAll(new RegExp(`我${kind}`, 'g'))];
      const own = [...prose.matchAll(new RegExp(`本${kind}`, 'g'))];
      if (mine.length === 0 || own.length === 0) continue;
      const [rare, usual] = own.length <= mine.length ? [own, '我'] : [mine, '本'];
      for (const match of rare) {
        report({
          span: spanOf(match),
          message: {
            zh: `本文多称“${usual}${kind}”，这里称“${match[0]}”。请统一。`,
            en: `Elsewhere the text says ${usual}${kind}. Use one form.`,
          },
        });
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '我单位按时开馆。⟦本单位⟧办展三次。我单位满意。' },
    { bad: '\uFEFF　𠮷，我局抓好服务，我局办展，⟦本局⟧总结。\r\n' },
  ],
  good: ['我单位按时开馆，我单位办展。'],
};
