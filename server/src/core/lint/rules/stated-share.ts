import { percentError, rounded, shown } from '../../analysis/rounding.js';
import type { Span } from '../../base/text.js';
import { sumOf } from '../figures.js';
import { defineRule, type RuleExamples, spanOf } from '../rule.js';

const FIGURE = '(\\d{1,8}(?:\\.\\d{1,3})?)';
const UNIT =
  '([万亿]?(?:元|人次|人|名|户|家|件|个|项|场次|场|次|份|册|篇|台|处|起|条|例|亩|吨|公里))';
const PERCENT = '(\\d{1,3}(?:\\.\\d{1,3})?)%';

/** 抽查文书60份，合格57份，合格率为90%: all of what was taken up is the whole of the rate. */
const RATE = new RegExp(
  `(?:受理|收到|接到|接收|检查|抽查|排查|抽取|考核|计划|安排|应到|应参加|发放|申报|报名|下达)[^，。；\\d]{0,12}${FIGURE}${UNIT}，(?:其中|已|实际)?(办结|完成|合格|整改|收回|回收|通过|实到|答复|及格)了?${FIGURE}${UNIT}，(?:办结|完成|合格|整改|收回|回收|通过|到会|答复|及格)率[为达是]?到?${PERCENT}`,
  'g',
);
/** 共100人，其中女性40人，占45%。 */
const PART = new RegExp(
  `(?<![\\d.])${FIGURE}${UNIT}，其中[^，。；、\\d]{1,12}${FIGURE}${UNIT}，占比?(?:为|总数|总量|总额|总人数|总户数|全部)?的?${PERCENT}`,
  'g',
);
/** 优秀占40%、良好占35%、合格占30% */
const SHARES = new RegExp(
  `[\\u4e00-\\u9fff]{2,8}占比?${PERCENT}(?:[、，和][\\u4e00-\\u9fff]{2,8}占比?${PERCENT})+`,
  'g',
);
const SHARE = new RegExp(`([\\u4e00-\\u9fff]{2,8}?)占比?${PERCENT}`, 'g');
/** How far around 优秀、良好、合格分别占40%、35%、30% its parts may stand. UTF-16 units. */
const REACH = 60;
/** Grades of one scale and parts of one whole: nobody has two of them. */
const SCALES = [
  /^(?:优秀|良好|合格|基本合格|不合格)$/,
  /^(?:非常满意|很?满意|基本满意|比较满意|一般|不满意)$/,
  /^(?:优秀|称职|基本称职|不称职)$/,
  /^(?:博士|硕士|研究生|本科|大专|专科|高中|初中|小学)$/,
  /^(?:城区|城镇|城市|乡村|农村|县城|乡镇)[\u4e00-\u9fff]{0,3}$/,
  /^第?[一二三](?:次?产业|产)$/,
  /^[男女](?:性|生|职工|教师)?$/,
  /^[一二三四]季度$/,
];

/** Names of parts that do not overlap. */
const areApart = (names: readonly string[]) =>
  new Set(names).size === names.length &&
  SCALES.some((scale) => names.every((name) => scale.test(name)));

export default defineRule({
  id: 'stated-share',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '%',
  severity: 'warning',
  title: { zh: '比例与两个数不符', en: 'A share that the two figures do not give' },
  explain: {
    zh: '写了总数、其中的数又写了比例的，比例应当等于两数相除；同一总数的各个部分，占比相加不应超过100%。四舍五入的差别不报。',
    en: 'Where a whole, a part and the share are given, they fit; shares of one whole come to no more than 100%. Rounding is allowed for.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    const judge = (match: RegExpMatchArray, figures: readonly (string | undefined)[]) => {
      const [total, unit, part, partUnit, stated] = figures as string[];
      if (unit !== partUnit) return;
      const whole = rounded(total!, unit!);
      const some = rounded(part!, unit!);
      if (whole.least <= 0) return;
      const said = Number(stated);
      const error = percentError(stated!);
      const least = (some.least / whole.most) * 100;
      const most = (some.most / whole.least) * 100;
      if (said >= least - error && said <= most + error) return;
      const end = match.index! + match[0].length;
      const share = shown((some.value / whole.value) * 100, stated!);
      report({
        span: { start: end - stated!.length - 1, end },
        message: {
          zh: `${part}${unit}是${total}${unit}的${share}%，这里写的是${stated}%。请核对三个数。`,
          en: `${part} of ${total} is ${share}%, the text says ${stated}%. Check all three.`,
        },
      });
    };
    for (const match of prose.matchAll(RATE)) {
      const [, total, unit, , part, partUnit, stated] = match;
      judge(match, [total, unit, part, partUnit, stated]);
    }
    for (const match of prose.matchAll(PART)) {
      const [, total, unit, part, partUnit, stated] = match;
      judge(match, [total, unit, part, partUnit, stated]);
    }
    const judgeSum = (span: Span, names: readonly string[], shares: readonly number[]) => {
      const sum = sumOf(shares);
      // Each may have been rounded up.
      if (sum <= 100 + shares.length * 0.5 || !areApart(names)) return;
      report({
        span,
        message: {
          zh: `各部分占比相加是${sum}%，超过了100%。请核对。`,
          en: `The shares come to ${sum}%, which is more than the whole. Check them.`,
        },
      });
    };
    for (const match of prose.matchAll(SHARES)) {
      const shares = [...match[0].matchAll(SHARE)];
      const names = shares.map(([, name]) => name!);
      judgeSum(
        spanOf(match),
        names,
        shares.map(([, , percent]) => Number(percent)),
      );
    }
    for (const { index, 0: verb } of prose.matchAll(/分别占比?/g)) {
      const from = index + verb.length;
      const before = prose.slice(Math.max(0, index - REACH), index).split(/[^\u4e00-\u9fff、]/);
      const after = prose.slice(from, from + REACH).split(/[^\d.%、和]/)[0]!;
      const names = before.at(-1)!.split(/[、和]/);
      const shares = after.split(/[、和]/).map((share) => /^(\d[\d.]*)%$/.exec(share)?.[1]);
      if (names.length !== shares.length || names.length < 2 || shares.includes(undefined))
        continue;
      const start = index - before.at(-1)!.length;
      judgeSum({ start, end: from + after.length }, names, shares.map(Number));
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '抽查文书60份，合格57份，合格率为⟦90%⟧。' },
    { bad: '\uFEFF　𠮷县共100人，其中女性40人，占⟦45%⟧。\r\n' },
    { bad: '考核等次中，⟦优秀占40%、良好占45%、合格占30%⟧。' },
  ],
  good: [
    '抽查文书60份，合格57份，合格率为95%。',
    '受理投诉30件，办结29件，办结率为96.7%。',
    '共100人，其中女性40人，占全县女职工的45%。',
    '党员占60%、女性占55%。',
    '检查单位30家，整改隐患28处，整改率为95%。',
    '抽查文书XX份，合格57份，合格率为90%。',
  ],
};
