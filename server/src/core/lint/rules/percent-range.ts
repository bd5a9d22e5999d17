import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'percent-range',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '%',
  severity: 'hint',
  ofForm: true,
  title: { zh: '数值范围前一个数缺百分号', en: 'First percent sign of a range left out' },
  explain: {
    zh: '表示百分数的范围，前一个百分号不能省，如“15%—30%”；带“万”“亿”的范围，前一个数也要写明单位，免得误解。',
    en: 'In a range of percentages both figures keep the sign: 15%—30%. The same goes for 万 and 亿.',
  },
  source: 'GB/T 15835—2011 5.1.3',
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(
      /(?<![\d.%])(\d{1,3}(?:\.\d{1,2})?)([—～~\-－]{1,2})(\d{1,3}(?:\.\d{1,2})?%)/g,
    )) {
      const [whole, from, mark, to] = match as unknown as [string, string, string, string];
      if (from.length === 4) continue;
      const span = spanOf(match);
      const right = `${from}%${mark}${to}`;
      report({
        span,
        message: {
          zh: `“${whole}”前一个数缺百分号，百分数的范围两头都要写。请改为“${right}”。`,
          en: `Both figures of a range keep the percent sign: ${right}.`,
        },
        fixes: [changeTo(right, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '完成率在⟦15—30%⟧之间。', fixed: '完成率在15%—30%之间。' },
    { bad: '\uFEFF　𠮷县增幅⟦4.5-5%⟧。\r\n', fixed: '\uFEFF　𠮷县增幅4.5%-5%。\r\n' },
  ],
  good: ['完成率在15%—30%之间。', '2019—2023年', '第15—30条', '1-2个百分点'],
};
