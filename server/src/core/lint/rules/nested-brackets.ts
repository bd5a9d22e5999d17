import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'nested-brackets',
  topic: 'marks',
  scope: 'paragraph',
  severity: 'hint',
  off: true,
  title: { zh: '括号套括号', en: 'Bracket inside a bracket' },
  explain: {
    zh: '括号里面再用括号，里层宜用六角括号〔 〕或方括号［ ］，层次才分明。这种写法很常见，默认不查。',
    en: 'A bracket inside a bracket is clearer with 〔 〕 or ［ ］. Very common, so off by default.',
  },
  source: 'GB/T 15834—2011 4.9.3.6',
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(
      /(?<=（[^（）\n]{1,80})（[^（）\n]{1,60}）(?=[^（）\n]{0,80}）)/g,
    )) {
      report({
        span: spanOf(match),
        message: {
          zh: `“${match[0]}”套在括号里，里层可改用〔 〕或［ ］，层次更清楚。`,
          en: `${match[0]} stands inside another bracket; 〔 〕 or ［ ］ would be clearer.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '开放阅览室（含自习区⟦（夜间）⟧）三处。' },
    { bad: '\uFEFF　𠮷县（含镇⟦（乡）⟧）联动。\r\n' },
  ],
  good: ['开放阅览室（含自习区〔夜间〕）三处。', '（一）甲（乙）'],
};
