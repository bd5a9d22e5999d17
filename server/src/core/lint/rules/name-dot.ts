import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'name-dot',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '•・‧∙',
  severity: 'hint',
  ofForm: true,
  title: { zh: '外国或少数民族人名间隔号写法', en: 'Dot between parts of a name' },
  explain: {
    zh: '外国人名、少数民族人名内部的分界用间隔号“·”，居中，占一个字的位置。',
    en: 'The parts of a translated name are set apart by the middle dot ·.',
  },
  source: 'GB/T 15834—2011 4.14',
  mechanical: false,
  check({ prose, report }) {
    const pattern =
      /(?<=接待|邀请|看望|慰问|会见|走访|表彰|[，。；、：（“\n]|^)(?!接待|邀请|看望|慰问|会见|走访|表彰)[\u4e00-\u9fff]{2,4}[•・‧∙][\u4e00-\u9fff]{2,5}?(?=先生|女士|同志|书记|教授|博士|[，。；、（）\n]|$)/gm;
    for (const match of prose.matchAll(pattern)) {
      const span = spanOf(match);
      const name = match[0];
      const right = name.replace(/[•・‧∙]/, '·');
      report({
        span,
        message: {
          zh: `“${name}”中的圆点不是间隔号。请改为“${right}”。`,
          en: `The dot in “${name}” is not the middle dot. Write ${right}.`,
        },
        fixes: [changeTo(right, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '接待⟦约翰•史密斯⟧先生。', fixed: '接待约翰·史密斯先生。' },
    {
      bad: '\uFEFF　𠮷日邀请⟦买买提・艾力⟧同志。\r\n',
      fixed: '\uFEFF　𠮷日邀请买买提·艾力同志。\r\n',
    },
  ],
  good: ['约翰·史密斯', '• 第一项', '甲・乙'],
};
