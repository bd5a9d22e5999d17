import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'law-without-title-marks',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '法',
  severity: 'hint',
  title: { zh: '法律名称没有加书名号', en: 'Name of a law without title marks' },
  explain: {
    zh: '行文中引用法律、法规的全称要加书名号；用简称时，第一次出现先写全称，注明“以下简称”。',
    en: 'The full name of a law is set in 《》 where it is cited.',
  },
  source: 'GB/T 15834—2011 4.15.3.1',
  mechanical: false,
  check({ prose, report }) {
    const pattern =
      /(?<!《[^《》\n]{0,30})中华人民共和国(?!宪)[\u4e00-\u9fff]{2,14}?法(?=[，。；、和及及与等的]|$)/gm;
    for (const match of prose.matchAll(pattern)) {
      const span = spanOf(match);
      report({
        span,
        message: {
          zh: `“${match[0]}”是法律名称，行文中引用应加书名号。请改为“《${match[0]}》”。`,
          en: `“${match[0]}” is a law: set its name in 《》.`,
        },
        fixes: [changeTo(`《${match[0]}》`, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '学习⟦中华人民共和国公共图书馆法⟧。', fixed: '学习《中华人民共和国公共图书馆法》。' },
    {
      bad: '\uFEFF　𠮷日宣传⟦中华人民共和国档案法⟧。\r\n',
      fixed: '\uFEFF　𠮷日宣传《中华人民共和国档案法》。\r\n',
    },
  ],
  good: [
    '学习《中华人民共和国公共图书馆法》。',
    '中华人民共和国最高人民法院',
    '遵守中华人民共和国法律',
    '中华人民共和国宪法',
  ],
};
