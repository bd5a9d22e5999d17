import {
  CONSTANT_PRICES,
  percentError,
  type Rounded,
  rounded,
  shown,
} from '../../analysis/rounding.js';
import { defineRule, type RuleExamples } from '../rule.js';

const figure = (name: string) => `(?<${name}>\\d{1,9}(?:\\.\\d{1,4})?)`;
const unit = (name: string) =>
  `(?<${name}>[万亿]?(?:元|美元|人次|人|名|户|家|件|个|项|次|场|册|亩|公顷|公里|吨|千瓦时|辆|台|平方米|份|篇|天|分钟|小时))`;
const UP = '增长|增加|上升|提高|提升|扩大|增';
const DOWN = '下降|减少|降低|回落|压减|压缩|缩短|缩减|降';
const LAST = '(?:上年|去年)(?:同期)?';
const FROM = figure('from');
const TO = `${figure('to')}${unit('unit')}`;
/** 增长10%, or 增加80万元. */
const STATED = `(?<verb>${UP}|${DOWN})了?(?:(?<percent>\\d{1,4}(?:\\.\\d{1,3})?)%|${figure('amount')}${unit('amountUnit')})`;
const OVER_YEAR = '(?:同比|比上年|比去年)?';

const FORMS = [
  // 由800万元增加到860万元，增长10%. The unit of the first figure may be left out.
  `[由从](?:${LAST}的?|年初的?)?${FROM}(?:${unit('fromUnit')})?(?:${UP}|${DOWN})[到至]${TO}，${OVER_YEAR}${STATED}`,
  // 860万元，比上年的800万元增长10%
  `(?<![\\d.])${TO}，[比较]${LAST}的?${FROM}${unit('fromUnit')}${STATED}`,
  // 860万元（上年800万元），增长10%
  `(?<![\\d.])${TO}[（(]${LAST}[为是]?${FROM}${unit('fromUnit')}[）)]，${OVER_YEAR}${STATED}`,
  // 去年销售800万元，今年销售860万元，增长10%
  `${LAST}[^，。；\\d]{0,12}${FROM}${unit('fromUnit')}，今年[^，。；\\d]{0,12}${TO}，${OVER_YEAR}${STATED}`,
  // 今年销售860万元，去年800万元，增长10%
  `今年[^，。；\\d]{0,12}${TO}，${LAST}[^，。；\\d]{0,12}${FROM}${unit('fromUnit')}，${OVER_YEAR}${STATED}`,
].map((form) => new RegExp(form, 'g'));
const IS_DOWN = new RegExp(`^(?:${DOWN})$`);
/** How far before the figures it would stand. UTF-16 units. */
const NEAR = 40;

interface Range {
  readonly least: number;
  readonly most: number;
  readonly value: number;
}

/** How much more the second figure is than the first: the least and the most that rounding allows. */
const difference = (before: Rounded, after: Rounded): Range => ({
  least: after.least - before.most,
  most: after.most - before.least,
  value: after.value - before.value,
});

/** The same in percent of the first. */
const growth = (before: Rounded, after: Rounded): Range => ({
  least: (after.least / before.most - 1) * 100,
  most: (after.most / before.least - 1) * 100,
  value: (after.value / before.value - 1) * 100,
});

export default defineRule({
  id: 'stated-growth',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '由从比较年',
  severity: 'warning',
  title: { zh: '增幅与前后两个数不符', en: 'Growth that the two figures do not give' },
  explain: {
    zh: '写了前后两个数又写了增减的，增减的数应当是两数之差，增幅应当是这个差除以原来的数。四舍五入的差别不报；按可比价计算的（如地区生产总值）不查。',
    en: 'Where both figures are given, the stated change is their difference, and the growth that by the first. Rounding is allowed for.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    for (const match of FORMS.flatMap((form) => [...prose.matchAll(form)])) {
      const { from, fromUnit, to, unit, verb, percent, amount, amountUnit } =
        match.groups as Record<string, string | undefined>;
      if (fromUnit !== undefined && fromUnit !== unit) continue;
      if (percent === undefined && amountUnit !== unit) continue;
      const before = rounded(from!, unit!);
      const after = rounded(to!, unit!);
      if (before.least <= 0) continue;
      const end = match.index + match[0].length;
      if (CONSTANT_PRICES.test(prose.slice(Math.max(0, match.index - NEAR), end))) continue;
      const stated = (percent ?? amount)!;
      const sign = percent === undefined ? unit! : '%';
      const { least, most, value } = (percent === undefined ? difference : growth)(before, after);
      const said = IS_DOWN.test(verb!) ? -Number(stated) : Number(stated);
      const { least: saidLeast } = rounded(stated, unit!);
      const error =
        percent === undefined ? Number(stated) - saidLeast + 1e-9 : percentError(stated);
      if (said >= least - error && said <= most + error) continue;
      const change = `${value < 0 ? '减少' : '增加'}${shown(Math.abs(value), stated)}${sign}`;
      report({
        span: { start: end - stated.length - sign.length, end },
        message: {
          zh: `按前后两个数计算，应${change}，这里写的是${verb}${stated}${sign}。请核对三个数。`,
          en: `The two figures give ${shown(value, stated)}${sign}, the text says ${said}${sign}. Check all three.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '销售额由800万元增加到860万元，增长⟦10%⟧。' },
    { bad: '\uFEFF　𠮷县办件860件，比上年的800件增长⟦15%⟧。\r\n' },
    { bad: '去年接待800人次，今年接待860人次，同比增长⟦5%⟧。' },
    { bad: '平均用时由40分钟缩短到30分钟，缩短⟦30%⟧。' },
    { bad: '藏书由12万册增加到15万册，增加⟦5万册⟧。' },
  ],
  good: [
    '销售额由800万元增加到860万元，增长7.5%。',
    '销售额由800万元增加到860万元，增长8%。',
    '地区生产总值由800亿元增加到900亿元，增长6%。',
    '销售额由800万元增加到860万元，年均增长2.4%。',
    '由1.2万册增加到1.5万册，增长30%。',
    '由XX万元增加到860万元，增长10%。',
  ],
};
