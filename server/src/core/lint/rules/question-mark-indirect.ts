import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'question-mark-indirect',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '？',
  severity: 'hint',
  title: { zh: '间接问句用了问号', en: 'Question mark after an indirect question' },
  explain: {
    zh: '“研究如何推进”这样的话只是说到一个问题，并没有发问，用句号或逗号。',
    en: 'Telling of a question is not asking it: it takes a full stop.',
  },
  source: 'GB/T 15834—2011 A.2',
  mechanical: false,
  check({ prose, report }) {
    // The mark first: a look-behind at every character would cost more than all other rules.
    const pattern =
      /？(?<=(?:研究|讨论|探讨|明确|部署|分析|思考|了解)了?[\u4e00-\u9fff]{0,6}(?:如何|怎样|是否)[^，。？！“”\n]{2,30}？)(?!”)/g;
    for (const match of prose.matchAll(pattern)) {
      report({
        span: spanOf(match),
        message: {
          zh: '这里只是说到一个问题，并没有发问，不用问号。请改为句号或逗号。',
          en: 'This tells of a question and does not ask it. Use a full stop or a comma.',
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '会议研究了如何推进开馆工作⟦？⟧' },
    { bad: '\uFEFF　专题讨论怎样做好𠮷县服务⟦？⟧\r\n' },
  ],
  good: [
    '如何推进开馆工作？',
    '会议研究了如何推进开馆工作。',
    '他问：“研究了如何推进？”',
    '还要研究什么？',
  ],
};
