import type { Span } from '../../base/text.js';
import { defineRule, type RuleExamples } from '../rule.js';

/** A period limits every figure of its sentence, however far away it stands. */
const PERIOD = /上半年|下半年|季度|去年|上年|月|\d年/;

/** What else limits a figure, when it is near: then two figures are two facts. */
const LIMITS =
  /今年|同比|其中|年[初底末]|计划|目标|力争|预计|将|比|平均|每|新增|累计|首|第|[XxＸ×]/;

/** How much of a sentence is read for what limits a figure, and how much of it for a period. */
const NEAR = 24;
const FAR = 120;

const FIGURE =
  /(\d{2,9}(?:\.\d{1,3})?)([万亿]?(?:人次|万元|亿元|册|平方米|公里|亩|户次|场次))(?![—～左以])/g;

interface Figure {
  /** The indicator with its unit. */
  readonly name: string;
  readonly value: string;
  /** What the sentence is about, where it says so before a colon; else empty. */
  readonly subject: string;
}

export default defineRule<Record<never, never>, Figure>({
  id: 'conflicting-figures',
  topic: 'figures',
  scope: 'document',
  trigger: '册米里亩次元',
  severity: 'hint',
  title: { zh: '同一指标前后数字不一', en: 'One indicator with two figures' },
  explain: {
    zh: '同一个指标在一篇里前后写了不同的数，读者不知道信哪个。时间、范围不同的不算。',
    en: 'One indicator is given with two figures in one text. Different periods or places do not count.',
  },
  source: null,
  mechanical: false,
  gather({ prose }, add) {
    for (const match of prose.matchAll(FIGURE)) {
      const [whole, value, unit] = match as unknown as [string, string, string];
      // The lines of a paragraph are one text, and a sentence goes on from one to the next.
      const from = Math.max(0, match.index - FAR);
      const sentence = prose
        .slice(from, match.index)
        .split(/[。；]/)
        .at(-1)!;
      if (PERIOD.test(sentence) || LIMITS.test(sentence.slice(-NEAR))) continue;
      const clause = sentence.split(/[，、：\n]/).at(-1)!;
      const indicator = clause.replace(/^(?:全年|目前|共|总结全年)/, '');
      const name = indicator.replace(/(?:达到|达|为|共|共计)$/, '');
      if (!/^[\u4e00-\u9fff]{4,14}$/.test(name)) continue;
      const start = match.index - indicator.length;
      const subject = sentence.slice(0, Math.max(0, sentence.lastIndexOf('：')));
      add({ start, end: match.index + whole.length }, { name: `${name} ${unit}`, value, subject });
    }
  },
  check({ facts, summary, report }) {
    const seen = new Map<string, { value: string; subject: string; span: Span }[]>();
    for (const { span, data } of facts) {
      // A figure of the results and one of the plan are two facts: only one section is compared.
      const key = `${summary.topSectionAt(span.start)} ${data.name}`;
      const list = seen.get(key) ?? [];
      seen.set(key, list);
      list.push({ value: data.value, subject: data.subject, span });
    }
    for (const list of seen.values()) {
      // 12.50 and 12.5 are one figure.
      const values = new Map(list.map(({ value }) => [Number(value), value]));
      if (values.size !== 2 || list.length > 4) continue;
      // 东馆：…；西馆：… are two places.
      const subjects = new Set(list.map(({ subject }) => subject));
      subjects.delete('');
      if (subjects.size > 1) continue;
      for (const { value, span } of list) {
        const [, other] = [...values].find(([number]) => number !== Number(value))!;
        report({
          span,
          message: {
            zh: `同一指标在本文另一处是${other}，这里是${value}，前后不一。请核对；时间或范围不同的可不改。`,
            en: `Elsewhere in this text the same indicator is ${other}, here ${value}. Check both.`,
          },
        });
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '全年⟦接待读者3200人次⟧。\n总结全年，⟦接待读者3500人次⟧。' },
    { bad: '\uFEFF　𠮷县，⟦藏书总量达到12万册⟧。\r\n目前⟦藏书总量达到15万册⟧。' },
  ],
  good: [
    '全年接待读者3200人次。\n总结全年，接待读者3200人次。',
    '上半年接待读者3200人次。\n下半年接待读者3500人次。',
    '接待读者XX人次，接待读者3500人次',
    '去年接待读者3200人次，今年接待读者3500人次',
  ],
};
