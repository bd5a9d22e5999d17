import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'two-digit-year',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '年',
  severity: 'warning',
  title: { zh: '年份只写了两位', en: 'Year of two digits' },
  explain: {
    zh: '公元年份写全四位，不简作两位；“21年来”那样的年数不在此列。',
    en: 'A year has four digits; a length of time (21年来) is another matter.',
  },
  source: 'GB/T 15835—2011 5.1.4',
  mechanical: false,
  check({ prose, report }) {
    const pattern =
      /(?<![\d.第近约历满共达过逾超余有长—\-～至到整用了’'‘])(?:0\d|1\d|2\d|9\d)年(?=(?:1[0-2]|[1-9])月(?!以|的)|度(?!过|假)|底(?!薪|蕴)|初(?!步|次|中|衷|心)|末)/g;
    for (const match of prose.matchAll(pattern)) {
      const before = prose.slice(Math.max(0, match.index - 6), match.index);
      if (/(?:历时|有期|刑|为期|工龄|任职|工作|服务)$/.test(before)) continue;
      report({
        span: spanOf(match),
        message: {
          zh: `“${match[0]}”的年份只有两位，看不出是哪个世纪。请写全四位。`,
          en: `“${match[0]}” has a year of two digits. Write all four.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [{ bad: '自⟦14年⟧2月起开放。' }, { bad: '\uFEFF　𠮷县⟦21年⟧底建成。\r\n' }],
  good: [
    '自2014年2月起开放',
    '历时21年',
    '历时12年初具规模',
    '近21年来',
    '’25年度预算',
    '第21年',
    '21年间',
    '工作满30年底薪',
    '服刑15年6个月',
  ],
};
