import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'digit-and-han-numeral',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '千百十',
  severity: 'warning',
  title: { zh: '阿拉伯数字与汉字数位混用', en: 'Digit with a Han place name' },
  explain: {
    zh: '一个数要么全用阿拉伯数字，要么全用汉字；只有“万”“亿”可以与阿拉伯数字连用。',
    en: 'A number is written in digits or in Han numerals; only 万 and 亿 go with digits.',
  },
  source: 'GB/T 15835—2011 5.3',
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(
      /(?<![\d.第])\d{1,3}(?:千(?![禧克米瓦伏卡字赫帕焦吨牛秒兆乏比])|百(?![分兆米货])|十(?![字年周月八九一二三四五六七个\d]))万?(?![多余几])/g,
    )) {
      report({
        span: spanOf(match),
        message: {
          zh: `“${match[0]}”把阿拉伯数字和汉字数位混在一起。请全用阿拉伯数字或全用汉字；只有“万”“亿”可以混用。`,
          en: `“${match[0]}” mixes digits with a Han place name. Use one kind; only 万 and 亿 may go with digits.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '发放资料⟦3千⟧份，走访⟦5百⟧户。' },
    { bad: '\uFEFF　𠮷县⟦8十⟧人参加。\r\n' },
    { bad: '投入⟦5百万⟧元。' },
  ],
  good: [
    '3千克、5千米、8千瓦时',
    '5百兆宽带、第3百货商店、5十字路口',
    '3.2万人，1亿元',
    '5百分点',
    '三千份',
    '10千伏线路',
    '2千卡',
    '5千多户',
  ],
};
