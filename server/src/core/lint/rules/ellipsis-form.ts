import { changeTo, defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'ellipsis-form',
  topic: 'marks',
  scope: 'paragraph',
  trigger: ['...', '。。。', '…', '⋯', '···'],
  ofForm: true,
  severity: 'warning',
  title: { zh: '省略号写法不规范', en: 'Wrong form of the ellipsis' },
  explain: {
    zh: '省略号为六个连点，占两个字的位置，写作“……”。',
    en: 'The ellipsis (……) is six dots in the width of two characters.',
  },
  source: 'GB/T 15834—2011 4.11.2',
  mechanical: true,
  check({ prose, report }) {
    const han = '[\\u4e00-\\u9fff，、；：”）》]';
    const forms = '\\.{3,6}|。{3,6}|·{3,6}|⋯{1,2}|(?<!…)(?:…|…{3})';
    const pattern = new RegExp(`(?<=${han})(?:${forms})(?![.。…·⋯\\w])`, 'g');
    for (const { index, 0: dots } of prose.matchAll(pattern)) {
      const span = { start: index, end: index + dots.length };
      report({
        span,
        message: {
          zh: `省略号应为六个居中的点“……”，现在是“${dots}”。请改为“……”。`,
          en: `The Chinese ellipsis is “……”, six dots; this is “${dots}”. Change it.`,
        },
        fixes: [changeTo('……', span, true)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '图书、期刊⟦...⟧都已上架', fixed: '图书、期刊……都已上架' },
    { bad: '\uFEFF　𠮷日⟦。。。⟧\r\n', fixed: '\uFEFF　𠮷日……\r\n' },
    { bad: '读书看报⟦…⟧', fixed: '读书看报……' },
    { bad: '图书、⟦······⟧，期刊⟦⋯⋯⟧', fixed: '图书、……，期刊……' },
  ],
  good: ['读书看报……', '一、回顾········3', '第1...9页', '…………', 'wait...ok'],
};
