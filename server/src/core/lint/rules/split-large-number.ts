import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'split-large-number',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '千亿',
  severity: 'warning',
  title: { zh: '带“万”“亿”的数分成两截', en: 'Number with 万 or 亿 in two pieces' },
  explain: {
    zh: '带“万”“亿”的数写成一个数，如“3.5万”；不写“3万5千”“1.5亿3000万”。',
    en: 'A number with 万 or 亿 is one number: 3.5万, not 3万5千.',
  },
  source: 'GB/T 15835—2011 5.3',
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(
      /(?<![\d.])(\d{1,4})(?:万(\d)千|亿(\d{1,4})万)(?![\d多余几里])/g,
    )) {
      const [whole, high, thousands, tenThousands] = match as unknown as [
        string,
        string,
        string?,
        string?,
      ];
      const large = thousands === undefined ? '亿' : '万';
      const low = thousands === undefined ? Number(tenThousands) / 10_000 : Number(thousands) / 10;
      const right = `${Number((Number(high) + low).toFixed(4))}${large}`;
      const span = spanOf(match);
      report({
        span,
        message: {
          zh: `“${whole}”分成了两截，应写成一个数“${right}”。请核对后改正。`,
          en: `“${whole}” should be one number: ${right}.`,
        },
        fixes: [changeTo(right, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '借阅⟦3万5千⟧册。', fixed: '借阅3.5万册。' },
    { bad: '\uFEFF　𠮷县投入⟦1亿3000万⟧元。\r\n', fixed: '\uFEFF　𠮷县投入1.3亿元。\r\n' },
  ],
  good: [
    '借阅3.5万册',
    '3万5年',
    '1亿元、3000万元',
    '三万五千册',
    '1万6千多户',
    '重走2万5千里长征路',
  ],
};
