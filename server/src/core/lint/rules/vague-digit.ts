import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'vague-digit',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '几',
  severity: 'warning',
  title: { zh: '概数里混用阿拉伯数字', en: 'Digit in a vague number' },
  explain: {
    zh: '带“几”的概数用汉字，如“十几”“几十”，不写“10几”“几10”。',
    en: 'A number with 几 is written in Han numerals: 十几, 几十.',
  },
  source: 'GB/T 15835—2011 4.2.2',
  mechanical: false,
  check({ prose, report }) {
    const right: Record<string, string> = {
      '10几': '十几',
      几10: '几十',
      几100: '几百',
      几1000: '几千',
    };
    for (const match of prose.matchAll(
      /(?<![\d.第])\d{2}多?几(?![何经乎率净回\d])|几10{1,3}(?!\d)/g,
    )) {
      const span = spanOf(match);
      const fixed = right[match[0]];
      report({
        span,
        message: {
          zh: `“${match[0]}”是概数，应全用汉字${fixed === undefined ? '' : `，写作“${fixed}”`}。请改正。`,
          en: `“${match[0]}” is vague: write it in Han numerals${fixed === undefined ? '' : `, ${fixed}`}.`,
        },
        fixes: fixed === undefined ? [] : [changeTo(fixed, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '走访⟦10几⟧户，来了⟦几10⟧人。', fixed: '走访十几户，来了几十人。' },
    { bad: '\uFEFF　𠮷县办展⟦20多几⟧场。\r\n' },
  ],
  good: ['走访十几户', '10多户', '第10几何体', '2010年至2020几经改造'],
};
