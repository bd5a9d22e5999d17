import { changeTo, defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'comma-before-etc',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '等',
  severity: 'warning',
  ofForm: true,
  title: { zh: '“等”前多了顿号', en: 'Enumeration comma before 等' },
  explain: {
    zh: '“等”本身就表示列举未尽，前面再加顿号是多余的停顿。删去顿号即可。',
    en: '等 already says that the list goes on; a comma before it is one pause too many. Delete it.',
  },
  source: 'GB/T 15834—2011 附录B.1.2',
  mechanical: true,
  check({ prose, report }) {
    const pattern =
      /、等(?![、候待级同于价额次第温差距效腰边离比靠要不会到着米速量值身闲风号式分高深压宽长了在来])/g;
    for (const { index } of prose.matchAll(pattern)) {
      const span = { start: index, end: index + 2 };
      report({
        span,
        message: {
          zh: '“等”前不用顿号：列举到“等”为止，前面不再停顿。请删去顿号。',
          en: 'No enumeration comma before 等: the list simply ends with it. Delete the comma.',
        },
        fixes: [changeTo('等', span, true)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '购置图书、期刊⟦、等⟧资料', fixed: '购置图书、期刊等资料' },
    { bad: '\uFEFF　𠮷日讲座、展览⟦、等⟧。\r\n', fixed: '\uFEFF　𠮷日讲座、展览等。\r\n' },
  ],
  good: [
    '排队、等候、等待',
    '读书，看报，等等。',
    '质量、等级',
    '平等、等价、等于',
    '克服“懒、等、靠”思想',
    '坐、等、靠、要',
    '测距离、等高线和等深线',
  ],
};
