import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'angle-brackets',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '<',
  severity: 'warning',
  title: { zh: '用尖括号代替书名号', en: 'Angle brackets for title marks' },
  explain: {
    zh: '书名号是《 》和〈 〉，大于号、小于号不能代替。',
    en: 'Title marks are 《》 and 〈〉; “less than” and “greater than” are no substitute.',
  },
  source: 'GB/T 15834—2011 4.15',
  mechanical: true,
  check({ prose, report }) {
    const pattern =
      /<<([^<>\n]{2,60})>>|(?<=《[^《》\n]{0,60})<([^<>\n]{2,60})>(?=[^《》\n]{0,60}》)/g;
    for (const match of prose.matchAll(pattern)) {
      const [, outer, inner] = match;
      const name = outer ?? inner!;
      if (!/[\u4e00-\u9fff]/.test(name)) continue;
      const span = spanOf(match);
      const right = outer === undefined ? `〈${name}〉` : `《${name}》`;
      report({
        span,
        message: {
          zh: `“${match[0]}”用尖括号代替了书名号。请改为“${right}”。`,
          en: `Angle brackets stand for title marks here: write ${right}.`,
        },
        fixes: [changeTo(right, span, true)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '转发《关于印发⟦<开馆办法>⟧的通知》。',
      fixed: '转发《关于印发〈开馆办法〉的通知》。',
    },
    {
      bad: '\uFEFF　𠮷日学习⟦<<馆藏管理办法>>⟧。\r\n',
      fixed: '\uFEFF　𠮷日学习《馆藏管理办法》。\r\n',
    },
  ],
  good: ['转发《关于印发〈开馆办法〉的通知》。', 'a<b>c', '增长率<5%，>3%'],
};
