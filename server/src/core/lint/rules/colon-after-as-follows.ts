import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'colon-after-as-follows',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '下',
  severity: 'hint',
  title: { zh: '“如下”后没有用冒号', en: 'No colon after 如下' },
  explain: {
    zh: '“如下”“以下几点”提起下文，后面用冒号，表示下面就是要说的内容。后面接表格时用句号也可以。',
    en: '如下 leads to what follows and takes a colon; before a table a full stop will do.',
  },
  source: 'GB/T 15834—2011 4.7.3.1',
  mechanical: false,
  check({ prose, report }) {
    const pattern =
      /。(?=[ \u3000]*$)(?<=(?:如下|以下[几各一二三四五六七八九十\d]{1,3}[个项条]?(?:方面|工作|问题|措施|点|项))。)/gm;
    for (const match of prose.matchAll(pattern)) {
      report({
        span: spanOf(match),
        message: {
          zh: '这里提起下文，通常用冒号。下面就是所说的内容时请改为“：”；后面接表格可不改。',
          en: 'This leads to what follows and usually takes a colon; before a table a full stop will do.',
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '现将全年工作情况报告如下⟦。⟧' },
    { bad: '\uFEFF　𠮷日起重点抓好以下三个方面⟦。⟧\r\n' },
  ],
  good: ['现将全年工作情况报告如下：', '情况如下表。', '主要成绩如下所述。'],
};
