import { changeTo, defineRule, spanOf } from '../rule.js';

export default defineRule({
  id: 'comma-before-and',
  topic: 'marks',
  scope: 'paragraph',
  trigger: ['、和', '、及', '、与'],
  severity: 'warning',
  title: { zh: '顿号后又用连词', en: '顿号 together with a conjunction' },
  explain: {
    zh: '“和”“及”“与”已经把并列的词连起来，前面不再用顿号。“，以及”是对的。',
    en: '和, 及 and 与 already join the items; no enumeration comma before them. ，以及 is right.',
  },
  source: 'GB/T 15834—2011 A.3',
  mechanical: false,
  examples: {
    bad: [
      { bad: '开放图书、期刊⟦、和⟧报纸。', fixed: '开放图书、期刊和报纸。' },
      {
        bad: '\uFEFF　𠮷县、乡⟦、及⟧村三级联动。\r\n',
        fixed: '\uFEFF　𠮷县、乡及村三级联动。\r\n',
      },
    ],
    good: [
      '维护团结、和平',
      '及时、与会、和谐、及格',
      '图书、期刊，以及报纸',
      '学习、与时俱进',
      '乡村、和美',
      '、和硕县',
      '和睦相处、和衷共济',
      '与国情相适应、与经济水平相匹配的制度',
    ],
  },
  check({ prose, report }) {
    const pattern =
      /、(和(?![平谐解睦美气顺声善畅缓悦煦合洽蔼田县静政林暖衷]|[\u4e00-\u9fff]县)|及(?!时|格|早|至|第|其)|与(?!会|时|众|日|其|世|民|党|邻|人为|湖|[^，。；、\\n]{1,30}(?:相|同|一致|衔接|结合|融合|一起|对话|合作)))(?=[\u4e00-\u9fff“《])/g;
    for (const match of prose.matchAll(pattern)) {
      const span = spanOf(match);
      const word = match[1]!;
      report({
        span,
        message: {
          zh: `“${word}”已经起连接作用，前面的顿号多余。请删去顿号。`,
          en: `“${word}” already joins the items: delete the enumeration comma.`,
        },
        fixes: [changeTo(word, span, false)],
      });
    }
  },
});
