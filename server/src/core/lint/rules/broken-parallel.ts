import { defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'broken-parallel',
  topic: 'sentences',
  scope: 'paragraph',
  severity: 'hint',
  off: true,
  title: { zh: '并列成分结构不一', en: 'Parallel items of different shape' },
  explain: {
    zh: '几个并列项前面都是“……的情况”，最后一项换了结构，读来不齐。默认不查。',
    en: 'Parallel items keep one shape. Off by default.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(
      /(?:[\u4e00-\u9fff]{1,6}的[\u4e00-\u9fff]{1,6}、){3}([\u4e00-\u9fff]{2,8})(?=等)/g,
    )) {
      const last = match[1]!;
      if (last.includes('的')) continue;
      const end = match.index + match[0].length;
      report({
        span: { start: end - last.length, end },
        message: {
          zh: `前几项都带“的”，“${last}”结构不同，读来不齐。请统一。`,
          en: `“${last}” has another shape than the items before it. Make them alike.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '做好馆藏的整理、设备的维护、人员的培训、⟦安全检查⟧等工作。' },
    { bad: '\uFEFF　𠮷县抓好书的采购、报的征订、刊的装订、⟦资料整理⟧等工作。\r\n' },
  ],
  good: ['做好馆藏的整理、设备的维护、人员的培训等工作。', '整理、维护、培训等工作'],
};
