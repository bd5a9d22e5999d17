import { defineRule, type RuleExamples } from '../rule.js';

const UNIT = '(万元|亿元|人次|件|人|名|户|家|个|项|场|次|份|册|元|篇)';
/** 公共场所12个 is no total. */
const TOTAL = new RegExp(
  `(?:共(?<!公共)|共计|合计|总计)[\\u4e00-\\u9fff]{0,6}?(\\d{1,8}(?:\\.\\d{1,3})?)${UNIT}，其中[：:]?([^。；，\\r\\n]{6,120})(?=。|；|$)`,
  'gm',
);
const PART = new RegExp(`^([\\u4e00-\\u9fff]{1,8})(\\d{1,7}(?:\\.\\d{1,3})?)${UNIT}$`);

/** A total that its parts do not come to. */
interface WrongSum {
  readonly sum: number;
  readonly total: string;
  readonly unit: string;
  /** The parts end with their line; they may go on in the next one. UTF-16 units from the total's start. */
  readonly lineEnd: number | null;
}

export default defineRule<Record<never, never>, WrongSum>({
  id: 'sum-of-parts',
  topic: 'figures',
  scope: 'document',
  trigger: '其',
  severity: 'hint',
  title: { zh: '分项之和与总数不符', en: 'Parts do not add up' },
  explain: {
    zh: '写明“分别为”“其中……、……和……”并且分项列全时，各项之和应等于总数。',
    en: 'Where a total is given with all its parts, the parts add up to it.',
  },
  source: null,
  mechanical: false,
  gather({ prose }, add) {
    if (!prose.includes('其中')) return;
    for (const match of prose.matchAll(TOTAL)) {
      const [whole, total, unit, list] = match as unknown as [string, string, string, string];
      const items = list.split(/[、和]/).map((text) => PART.exec(text));
      // Parts may be a selection, or overlap (党员 and 女性): only exhaustive pairs and triples are summed.
      if (items.length < 2 || items.some((found) => found === null || found[3] !== unit)) continue;
      const names = items.map((found) => found![1]!);
      const kin = names.every(
        (name) =>
          name.length === names[0]!.length &&
          (name[0] === names[0]![0] || name.at(-1) === names[0]!.at(-1)),
      );
      const sexes = names.join('') === '男女' || names.join('') === '女男';
      if (!kin && !sexes) continue;
      const sum =
        Math.round(items.reduce((add, found) => add + Number(found![2]), 0) * 1000) / 1000;
      if (sum === Number(total)) continue;
      const end = match.index + whole.length;
      add(
        { start: match.index, end: match.index + whole.indexOf('，其中') },
        { sum, total, unit, lineEnd: /[。；]/.test(prose[end] ?? '') ? null : whole.length },
      );
    }
  },
  check({ facts, proseAt, report }) {
    for (const { span, data } of facts) {
      const { sum, total, unit, lineEnd } = data;
      const behind =
        lineEnd === null ? '' : proseAt(span.start + lineEnd, span.start + lineEnd + 3);
      if (/^\r?\n[、和]/.test(behind)) continue;
      report({
        span,
        message: {
          zh: `分项相加是${sum}${unit}，与总数${total}${unit}不符。请核对；分项没有列全的可不改。`,
          en: `The parts add up to ${sum}, the total says ${total}. Check them, unless the list is partial.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '办理⟦共100件⟧，其中来信40件、来访30件、来电20件。' },
    { bad: '\uFEFF　𠮷县⟦共12人⟧，其中男5人、女6人。\r\n' },
  ],
  good: [
    '办理共100件，其中来信40件、来访60件。',
    '共100件，其中来信40件。',
    '共100件，其中重点40件、当年办结30件，其余转办。',
    '共XX件，其中来信40件、来访30件。',
    '共100人，其中党员40人、女性30人。',
  ],
};
