import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'mark-at-quote-end',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '”',
  severity: 'warning',
  title: { zh: '引号内外都有点号', en: 'Marks inside and outside the closing quotation mark' },
  explain: {
    zh: '完整独立的引文，句号放在引号里；只引词语，句号放在引号外。引号内外各有一个，必有一个多余。',
    en: 'A full quotation keeps its end mark inside, a fragment has it outside. One of the two is too many.',
  },
  source: 'GB/T 15834—2011 B.2.1',
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(/[。，；]”[。，；]/g)) {
      report({
        span: spanOf(match),
        message: {
          zh: `后引号内外都有点号（${match[0]}），多了一个。整句引用留里面的，只引词语留外面的。`,
          en: `Marks on both sides of the closing quotation mark (${match[0]}). Keep the inner one for a whole sentence, else the outer.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '会议强调“读者至上⟦。”。⟧' },
    { bad: '\uFEFF　落实𠮷日“开门服务⟦，”，⟧成效明显。\r\n' },
  ],
  good: ['他说：“读者至上。”', '会议强调“读者至上”。', '“是吗？”，他问。'],
};
