import { defineRule, spanOf } from '../rule.js';

export default defineRule({
  id: 'measure-word',
  domainId: 'D26',
  scope: 'paragraph',
  severity: 'hint',
  title: { zh: '量词搭配', en: 'Measure word' },
  explain: {
    zh: '“人次”本身是复合量词，前面不再加“个”；次数与人数分开说，如“3次、40人次”。',
    en: '人次 is a measure word of its own; give times and persons apart.',
  },
  source: null,
  automatic: false,
  examples: {
    bad: [{ bad: '接待⟦3个人次⟧，走访⟦X次X人⟧。' }, { bad: '\uFEFF　𠮷县表彰⟦5名单位⟧。\r\n' }],
    good: ['接待3人次', '走访3次、40人次', '5名同志', '5家单位', '3次40人次'],
  },
  check({ prose, report }) {
    const pattern =
      /(?:\d+|[XxＸ×]+|[一二两三四五六七八九十百]+)(?:个人次|名单位|名企业|次人(?!员|民|才|大|均|数|社|文|力|口|工|生|居|事))|(?:\d+|[XxＸ×]+)次(?:\d+|[XxＸ×]+)人(?![次员均])/g;
    for (const match of prose.matchAll(pattern)) {
      const twofold = /次(?:\d+|[XxＸ×]+)人$/.test(match[0]);
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
