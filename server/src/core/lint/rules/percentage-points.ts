import { changeTo, defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'percentage-points',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '%',
  severity: 'warning',
  title: { zh: '百分点误作百分比', en: 'Percent for percentage points' },
  explain: {
    zh: '两个百分数相减，差是“百分点”；说“提高百分之几”是就原来的数而言。“由5%提高到8%”是提高3个百分点。',
    en: 'The difference of two percentages is in percentage points: from 5% to 8% is 3个百分点, not 3%.',
  },
  source: 'GB/T 15835—2011',
  mechanical: false,
  check({ prose, report }) {
    const pattern =
      /[由从](\d{1,3}(?:\.\d{1,4})?)%(?:提高|上升|增长|增加|提升|扩大|下降|降低|减少|回落|压减)(?:到|至)(\d{1,3}(?:\.\d{1,4})?)%，(?:提高|上升|增长|增加|提升|扩大|下降|降低|减少|回落|压减)了?(\d{1,3}(?:\.\d{1,4})?)(%|个百分点)/g;
    for (const match of prose.matchAll(pattern)) {
      const [whole, from, to, stated, unit] = match as unknown as [
        string,
        string,
        string,
        string,
        string,
      ];
      const difference = Math.round(Math.abs(Number(to) - Number(from)) * 1e4) / 1e4;
      const end = match.index + whole.length;
      const span = { start: end - stated.length - unit.length, end };
      // A rounded difference is right too; of 100% the relative change is the same number.
      const decimals = stated.split('.')[1]?.length ?? 0;
      const off = Math.abs(Number(stated) - difference) - 0.5 * 10 ** -decimals;
      if (unit === '%' && Number(stated) === difference && Number(from) !== 100) {
        report({
          span,
          message: {
            zh: `由${from}%到${to}%，相差的是${stated}个百分点，不是${stated}%。请改为“${stated}个百分点”。`,
            en: `From ${from}% to ${to}% is ${stated} percentage points, not ${stated}%.`,
          },
          fixes: [changeTo(`${stated}个百分点`, span, false)],
        });
      } else if (unit === '个百分点' && off > 1e-9) {
        report({
          span,
          message: {
            zh: `由${from}%到${to}%相差${difference}个百分点，这里写的是${stated}个。请核对三个数。`,
            en: `From ${from}% to ${to}% is ${difference} percentage points; the text says ${stated}. Check the figures.`,
          },
        });
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '办结率由5%提高到8%，提高⟦3%⟧。', fixed: '办结率由5%提高到8%，提高3个百分点。' },
    {
      bad: '\uFEFF　𠮷县占比从12.5%下降到10%，下降⟦2.5%⟧。\r\n',
      fixed: '\uFEFF　𠮷县占比从12.5%下降到10%，下降2.5个百分点。\r\n',
    },
  ],
  good: [
    '办结率由5%提高到8%，提高3个百分点。',
    '产量由5%提高到8%，提高60%。',
    '由XX%提高到8%，提高3%。',
    '办结率由5%提高到8%，产值提高3%。',
  ],
};
