import { changeTo, defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'full-stop-in-brackets',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '）',
  severity: 'hint',
  title: { zh: '句内括号里用了句号', en: 'Full stop inside brackets in mid-sentence' },
  explain: {
    zh: '括号里的话是注释句子中某个词语的，末尾不用句号；句子还没有完。',
    en: 'What stands in brackets inside a sentence has no full stop of its own.',
  },
  source: 'GB/T 15834—2011 B.2.2',
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(
      /。）(?<=[\u4e00-\u9fff”》]（[^（）。\n]{1,60}。）)(?=[，、；\u4e00-\u9fff])/g,
    )) {
      const span = { start: match.index, end: match.index + 1 };
      report({
        span,
        message: {
          zh: '括号注在句中，里面不用句号，句子还没有完。请删去这个句号。',
          en: 'No full stop inside brackets in mid-sentence. Delete it.',
        },
        fixes: [changeTo('', span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '增设自习区（每日开放⟦。⟧），方便读者。',
      fixed: '增设自习区（每日开放），方便读者。',
    },
    {
      bad: '\uFEFF　𠮷日起（试行一年⟦。⟧）执行。\r\n',
      fixed: '\uFEFF　𠮷日起（试行一年）执行。\r\n',
    },
  ],
  good: [
    '增设自习区。（每日开放。）',
    '增设自习区（每日开放），方便读者。',
    '（一）学习。全年办班。',
  ],
};
