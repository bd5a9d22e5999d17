import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'future-in-results',
  topic: 'sentences',
  scope: 'document',
  severity: 'hint',
  off: true,
  title: { zh: '成效部分写了打算', en: 'Plans among the results' },
  explain: {
    zh: '写成效的部分说已经做成的事；“将”“确保完成”是打算，放到下一步里。默认不查。',
    en: 'The part on results tells what was done; plans belong to the next steps. Off by default.',
  },
  source: null,
  mechanical: false,
  check({ prose, sections, report }) {
    for (const { level, title, titleSpan, span } of sections) {
      if (level !== 1 || !/成效|成绩|主要工作|完成情况|做法|回顾/.test(title)) continue;
      const body = prose.slice(titleSpan.end, span.end);
      for (const match of body.matchAll(
        /确保(?=[^，。；]{0,10}完成)|将(?=(?:进一步|继续|着力|重点))|力争/g,
      )) {
        report({
          span: spanOf(match, titleSpan.end),
          message: {
            zh: `“${match[0]}……”说的是打算，这一部分写的是成效。请改成已经做到的，或移到下一步打算。`,
            en: 'This speaks of plans in a part on results. Reword it, or move it to the next steps.',
          },
        });
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '一、主要成效\n⟦确保⟧完成全年任务。\n二、下一步打算\n确保完成任务。' },
    { bad: '\uFEFF一、𠮷县主要工作\r\n　⟦将⟧进一步加强服务。' },
  ],
  good: ['一、主要成效\n完成全年任务。', '一、下一步打算\n将进一步加强服务。'],
};
