import { changeTo, defineRule, type RuleExamples } from '../rule.js';

/** A figure with letters in it that look like 0 and 1, and the unit after it. */
const FIGURE =
  /(?<![\w.\-/])(?=[OoIl]*\d)(?=\d*[OoIl])[\dOoIl]{2,6}(?=(年(?!会|级)|月|日(?!志)|%|％|万元|元|个(?!月)|名|人次|户|件))/g;

/** What a figure may be before 年, 月 and 日. */
const PLAUSIBLE: Readonly<Record<string, RegExp>> = {
  年: /^(?:19|20)\d\d$|^[1-9]\d$/,
  月: /^(?:0?[1-9]|1[0-2])$/,
  日: /^(?:0?[1-9]|[12]\d|3[01])$/,
};
const AMOUNT = /^[1-9]\d*$/;

export default defineRule({
  id: 'letter-for-digit',
  topic: 'figures',
  scope: 'paragraph',
  trigger: 'OoIl',
  severity: 'warning',
  title: { zh: '数字里混进了字母', en: 'Letter in a figure' },
  explain: {
    zh: '字母O、I、l与数字0、1长得像，夹在数字里查找、统计都对不上。年月日和数量里的数字一律用阿拉伯数字键入。',
    en: 'The letters O, I and l look like 0 and 1, and a figure with them is not found or counted as one.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    for (const { index, 0: typed, 1: unit } of prose.matchAll(FIGURE)) {
      const right = typed.replace(/[Oo]/g, '0').replace(/[Il]/g, '1');
      if (!(PLAUSIBLE[unit!] ?? AMOUNT).test(right)) continue;
      const span = { start: index, end: index + typed.length };
      const letters = [...new Set(typed.replace(/\d/g, ''))].join('、');
      report({
        span,
        message: {
          zh: `“${typed}${unit}”里的“${letters}”是字母，不是数字。请改为“${right}${unit}”。`,
          en: `“${letters}” in “${typed}” is a letter. Write ${right}.`,
        },
        fixes: [changeTo(right, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '⟦2O23⟧年⟦l1⟧月开馆，完成率⟦1O0⟧%。', fixed: '2023年11月开馆，完成率100%。' },
    { bad: '\uFEFF　𠮷县⟦20l9⟧年走访⟦3Oo⟧户。\r\n', fixed: '\uFEFF　𠮷县2019年走访300户。\r\n' },
  ],
  good: ['2023年11月开馆', 'O2O年会', 'CO2件', 'A1O号', '5l水', 'IO月刊', '型号l0O'],
};
