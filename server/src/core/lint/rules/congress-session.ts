import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'congress-session',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '全',
  severity: 'warning',
  title: { zh: '“届”“大”混用', en: 'Session of a congress miscalled' },
  explain: {
    zh: '党的中央委员会全体会议按“届”说，如“十九届六中全会”；“十九大”指代表大会，不与“几中全会”连用。',
    en: 'A plenary session belongs to a term: 十九届六中全会, not 十九大六中全会.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(
      /([十二]{1,2}[一二三四五六七八九]?)大([一二三四五六七八九]中全会)/g,
    )) {
      const span = spanOf(match);
      const right = `${match[1]}届${match[2]}`;
      report({
        span,
        message: {
          zh: `“${match[0]}”混用了“大”和“届”：全会按届次说。请改为“${right}”。`,
          en: `A plenary session belongs to a term: ${right}.`,
        },
        fixes: [changeTo(right, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '学习⟦十九大六中全会⟧精神。', fixed: '学习十九届六中全会精神。' },
    {
      bad: '\uFEFF　𠮷县传达⟦二十大三中全会⟧精神。\r\n',
      fixed: '\uFEFF　𠮷县传达二十届三中全会精神。\r\n',
    },
  ],
  good: ['学习十九届六中全会精神', '党的二十大和二十届三中全会精神', '十九大、六中全会'],
};
