import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'dash-form',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '-－─−—',
  severity: 'hint',
  ofForm: true,
  title: { zh: '破折号写法不规范', en: 'Dash in another form' },
  explain: {
    zh: '破折号是占两个字位置的一条线“——”，中间不断开。一字线“—”是连接号，不在此列。',
    en: 'The dash is one line of two characters: ——. A single — connects and is another mark.',
  },
  source: 'GB/T 15834—2011 4.10',
  mechanical: false,
  check({ prose, report }) {
    if (!/--|－－|──|−−|— —/.test(prose)) return;
    const pattern = /(?<=[\u4e00-\u9fff”》）])(?:--|－－|──|−−|— —)(?=[\u4e00-\u9fff“《（])/g;
    for (const match of prose.matchAll(pattern)) {
      const span = spanOf(match);
      report({
        span,
        message: {
          zh: `“${match[0]}”应写作破折号“——”，占两个字的位置，中间不断开。请改正。`,
          en: `Write the dash as ——, not ${match[0]}.`,
        },
        fixes: [changeTo('——', span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '便民服务⟦--⟧一窗受理', fixed: '便民服务——一窗受理' },
    {
      bad: '\uFEFF　𠮷日开馆⟦－－⟧迎来首批读者。\r\n',
      fixed: '\uFEFF　𠮷日开馆——迎来首批读者。\r\n',
    },
  ],
  good: ['便民服务——一窗受理', '京—沪', '6月—8月', 'git --help', 'A-B'],
};
