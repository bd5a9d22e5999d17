import { changeTo, defineRule, type RuleExamples } from '../rule.js';

/** 销售额860万元，同比增长了15个百分点: an amount grows by percent. */
const AMOUNT_BY_POINTS =
  /\d(?:[万亿]?(?:元|美元|人次|人|户|家|件|册|吨|亩|辆|台|千瓦时)|万|亿)，(?:同比|环比|比上年(?:同期)?|比去年(?:同期)?|较上年(?:同期)?|较去年(?:同期)?)(?:增长|增加|提高|上升|提升|下降|降低|减少|回落)了?(\d{1,3}(?:\.\d{1,3})?)个百分点/g;
/** 回款率92%，较去年上升5%: of a rate it may be either, and the reader cannot tell. */
const RATE_BY_PERCENT =
  /(?:(?<!增长|收益)率|满意度|知晓度|占比|比重|比例)(?:为|达到|达|是)?\d{1,3}(?:\.\d{1,3})?%，(?:同比|环比|[比较](?:上年|去年)(?:同期)?)(?:提高|上升|提升|增长|增加|下降|降低|减少|回落)了?(\d{1,3}(?:\.\d{1,3})?)%/g;

export default defineRule({
  id: 'percentage-points',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '%点',
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
      /[由从](?:(?:去年|上年|年初|原来|以前|之前|上学期|上半年|上季度|上月|最初)的?)?(\d{1,3}(?:\.\d{1,4})?)%(?:提高|上升|增长|增加|提升|扩大|下降|降低|减少|回落|压减)(?:到|至)(?:了?(?:今年|现在|目前|本学期)的?)?(\d{1,3}(?:\.\d{1,4})?)%，(?:提高|上升|增长|增加|提升|扩大|下降|降低|减少|回落|压减)了?(\d{1,3}(?:\.\d{1,4})?)(%|个百分点)/g;
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
    for (const match of prose.matchAll(AMOUNT_BY_POINTS)) {
      const stated = match[1]!;
      const end = match.index + match[0].length;
      const span = { start: end - stated.length - '个百分点'.length, end };
      report({
        span,
        message: {
          zh: `前面是数额，增减用百分比，应写“${stated}%”；说的是比例的，请写明是哪个比例。`,
          en: `An amount changes by percent: ${stated}%. If a rate is meant, name it.`,
        },
        fixes: [changeTo(`${stated}%`, span, false)],
      });
    }
    for (const match of prose.matchAll(RATE_BY_PERCENT)) {
      const stated = match[1]!;
      const end = match.index + match[0].length;
      const span = { start: end - stated.length - 1, end };
      report({
        severity: 'hint',
        span,
        message: {
          zh: `比率的增减，两数相减的是“${stated}个百分点”，就原来的数而言的才是“${stated}%”。请核对是哪一种。`,
          en: `Of a rate, ${stated}% may be ${stated} percentage points. Check which is meant.`,
        },
        fixes: [changeTo(`${stated}个百分点`, span, false)],
      });
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
    {
      bad: '合格率由去年的93%提高到96%，提高了⟦3%⟧。',
      fixed: '合格率由去年的93%提高到96%，提高了3个百分点。',
    },
    {
      bad: '销售额860万元，同比增长了⟦15个百分点⟧。',
      fixed: '销售额860万元，同比增长了15%。',
    },
  ],
  good: [
    '办结率由5%提高到8%，提高3个百分点。',
    '产量由5%提高到8%，提高60%。',
    '由XX%提高到8%，提高3%。',
    '办结率由5%提高到8%，产值提高3%。',
    '销售额860万元，同比增速提高2个百分点。',
    '回款率92%，较去年上升5个百分点。',
    '增长率为8%，比上年提高1%以上的行业有三个。',
  ],
};
