import { changeTo, defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'ordinal-mark',
  topic: 'labels',
  scope: 'paragraph',
  trigger: '第其首',
  severity: 'hint',
  ofForm: true,
  title: { zh: '“第一”“首先”后用了顿号', en: 'Enumeration comma after 第一 or 首先' },
  explain: {
    zh: '“第一”“其一”“首先”这类次序语后用逗号；顿号只用在“一、”“二、”这样的数字后面。',
    en: '第一, 其一 and 首先 take a comma; the enumeration comma only follows a bare numeral.',
  },
  source: 'GB/T 15834—2011 B.3.1',
  mechanical: false,
  check({ prose, report }) {
    const pattern =
      /(?:第[一二三四五六七八九十]|其[一二三四五六]|首先|其次)、(?<=(?:^|[\n。；：])[ \t\u3000\uFEFF]{0,8}..、)(?!第|[一二三四五六七八九十\d\0]|产业|款|项)/g;
    for (const { index, 0: text } of prose.matchAll(pattern)) {
      const span = { start: index, end: index + text.length };
      const ordinal = text.slice(0, -1);
      report({
        span,
        message: {
          zh: `“${ordinal}”这样的次序语后用逗号，不用顿号。请改为“${ordinal}，”。`,
          en: `“${ordinal}” takes a comma, not an enumeration comma: ${ordinal}，.`,
        },
        fixes: [changeTo(`${ordinal}，`, span, true)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '⟦第一、⟧学习还不深入。⟦第二、⟧服务不够细。',
      fixed: '第一，学习还不深入。第二，服务不够细。',
    },
    {
      bad: '\uFEFF　⟦首先、⟧感谢𠮷县各馆；⟦其次、⟧通报情况。\r\n',
      fixed: '\uFEFF　首先，感谢𠮷县各馆；其次，通报情况。\r\n',
    },
    { bad: '主要原因有三：⟦其一、⟧人手少。', fixed: '主要原因有三：其一，人手少。' },
  ],
  good: [
    '第一，学习。第二，服务。',
    '借阅量、办证量居全市第二、第七。',
    '第一、第三产业稳步增长。',
    '全年共评比两次：第一、二季度各一次。',
    '条款有二：第一、二款。',
    '取得全市第一、全省第二的成绩。',
    '同类馆排名如下：第一、第二名均在本区。',
  ],
};
