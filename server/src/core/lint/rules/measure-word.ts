import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'measure-word',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '次名',
  severity: 'hint',
  title: { zh: '量词搭配', en: 'Measure word' },
  explain: {
    zh: '“人次”本身是复合量词，前面不再加“个”；次数与人数分开说，如“3次、40人次”。',
    en: '人次 is a measure word of its own; give times and persons apart.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    // The measure word first, then the number before it: numbers are everywhere.
    const pattern =
      /(?:个人次|名单位|名企业|次人(?!员|民|才|大|均|数|社|文|力|口|工|生|居|事)|次(?:\d{1,7}|[XxＸ×]{1,4})人(?![次员均]))/g;
    for (const { index, 0: measure } of prose.matchAll(pattern)) {
      const number = /(?:\d{1,7}|[XxＸ×]{1,4}|[一二两三四五六七八九十百]{1,4})$/.exec(
        prose.slice(Math.max(0, index - 7), index),
      );
      const twofold = /次[\dXxＸ×]/.test(measure);
      if (number === null || (twofold && !/[\dXxＸ×]/.test(number[0]))) continue;
      const match = { index: index - number[0].length, 0: number[0] + measure };
      report({
        span: spanOf(match),
        message: {
          zh: twofold
            ? `“${match[0]}”把次数和人数连在一起，容易误读。可写作“…次、…人次”。`
            : `“${match[0]}”量词搭配不当。人次前不加“个”，单位用“家”或“个”。请改正。`,
          en: `“${match[0]}”: the measure words do not fit. Check them.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [{ bad: '接待⟦3个人次⟧，走访⟦X次X人⟧。' }, { bad: '\uFEFF　𠮷县表彰⟦5名单位⟧。\r\n' }],
  good: ['接待3人次', '走访3次、40人次', '5名同志', '5家单位', '3次40人次', '5次人大常委会会议'],
};
