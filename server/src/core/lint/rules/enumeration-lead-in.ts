import { findEnumerators } from '../../analysis/enumeration.js';
import { changeTo, defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'enumeration-lead-in',
  topic: 'labels',
  scope: 'paragraph',
  trigger: '是',
  severity: 'hint',
  title: { zh: '“一是”前用了逗号', en: 'Comma before 一是' },
  explain: {
    zh: '“一是、二是”分述之前用冒号或句号引出；用逗号，总说和分说就混在了一起。',
    en: 'A list of 一是, 二是 is led in by a colon or follows a full stop; a comma runs the two together.',
  },
  source: 'GB/T 15834—2011 B.1.4',
  mechanical: false,
  check({ prose, report }) {
    const enumerators = findEnumerators(prose);
    for (const [index, { number, span }] of enumerators.entries()) {
      const next = enumerators[index + 1];
      if (number !== 1 || next?.number !== 2 || prose[span.start - 1] !== '，') continue;
      const between = prose.slice(span.end, next.span.start);
      // Items joined by commas need no stronger mark before them.
      if (/[\r\n]/.test(between) || !/[；。]$/.test(between)) continue;
      const comma = { start: span.start - 1, end: span.start };
      report({
        span: comma,
        message: {
          zh: '“一是、二是”分述之前用冒号或句号，不用逗号。请改为“：”。',
          en: 'A list of 一是, 二是 is led in by a colon or follows a full stop. Make it “：”.',
        },
        fixes: [changeTo('：', comma, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '全年重点抓两件事⟦，⟧一是抓学习；二是抓服务。',
      fixed: '全年重点抓两件事：一是抓学习；二是抓服务。',
    },
    {
      bad: '\uFEFF　办好𠮷日活动⟦，⟧一是定方案。二是抓落实。\r\n',
      fixed: '\uFEFF　办好𠮷日活动：一是定方案。二是抓落实。\r\n',
    },
  ],
  good: [
    '全年重点抓两件事：一是抓学习；二是抓服务。',
    '全年重点抓两件事。一是抓学习；二是抓服务。',
    '全年重点抓两件事，一是抓学习。\n二是抓服务。',
    '这里有两层意思，一是抓学习，二是抓服务。',
  ],
};
