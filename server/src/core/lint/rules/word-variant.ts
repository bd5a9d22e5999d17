import { changeTo, defineRule, quote, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'word-variant',
  topic: 'words',
  scope: 'paragraph',
  severity: 'hint',
  title: { zh: '异形词或旧写法', en: 'Variant or older form of a word' },
  explain: {
    zh: '这种写法并非错字，但公文通行另一种写法。全文统一即可，不改也不算错。',
    en: 'Not wrong, but official writing prefers another form. Use one form throughout.',
  },
  source: '第一批异形词整理表',
  mechanical: false,
  check({ words, prose, report }) {
    for (const { kind, start, end, right } of words) {
      if (kind !== 'variant' || right === null) continue;
      const span = { start, end };
      report({
        span,
        message: {
          zh: `${quote(prose.slice(start, end))}是异形词或旧写法，公文一般写作${quote(right)}。可以改为后者，全文一致。`,
          en: `${quote(prose.slice(start, end))} is a variant; official writing prefers ${quote(right)}. Use one form throughout.`,
        },
        fixes: [changeTo(right, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '清理⟦帐户⟧和⟦其它⟧资料。', fixed: '清理账户和其他资料。' },
    { bad: '\uFEFF　𠮷日⟦做为⟧开馆日。\r\n', fixed: '\uFEFF　𠮷日作为开馆日。\r\n' },
  ],
  good: ['账户、其他、作为', '这一份内容、好象征'],
};
