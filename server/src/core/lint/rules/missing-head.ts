import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'missing-head',
  topic: 'sentences',
  scope: 'paragraph',
  severity: 'hint',
  off: true,
  title: { zh: '句子成分残缺', en: 'Missing object or particle' },
  explain: {
    zh: '“形成……”后面缺“局面”“格局”一类的宾语，读来像没说完。默认不查。',
    en: 'After 形成… the object (局面, 格局) is missing. Off by default.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(
      /形成(?=(?:一级|上下|横向|层层|人人)[^。；的\n]{2,20}，[^。；的\n]{2,16}[。；])/g,
    )) {
      report({
        span: spanOf(match),
        message: {
          zh: '“形成”后面像是缺了宾语，如“……的局面”“……的格局”。请补全。',
          en: '形成 seems to lack its object, such as …的局面. Complete it.',
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '⟦形成⟧一级抓一级，层层抓落实。' },
    { bad: '\uFEFF　𠮷县⟦形成⟧上下联动，齐抓共管。\r\n' },
  ],
  good: ['形成一级抓一级、层层抓落实的局面。', '形成合力', '形成制度，抓好落实'],
};
