import { titleOf } from '../../document/title.js';
import { defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'year-mismatch',
  topic: 'document',
  scope: 'document',
  severity: 'hint',
  title: { zh: '正文年份与标题年份不符', en: 'Year of the body differs from the title' },
  explain: {
    zh: '标题写明某年的总结，正文说到“某年全年”“某年以来”却是另一年，多半是沿用旧稿时没有改过来。',
    en: 'The title names one year and the text opens with another: often left over from last year’s copy.',
  },
  source: null,
  mechanical: false,
  check({ summary, report }) {
    const { title } = summary;
    if (title === null) return;
    const years = titleOf(summary).match(/(?:19|20)\d{2}/g) ?? [];
    if (years.length !== 1) return;
    const first = summary.structure.paragraphs.findIndex(({ kind }) => kind === 'body');
    const paragraph = summary.paragraph(first);
    if (paragraph === null || paragraph.start < title.start) return;
    const { start } = paragraph;
    const opening = /^((?:19|20)\d{2})年(?=以来|，|度)/.exec(summary.slice(start, start + 12));
    if (opening === null || opening[1] === years[0]) return;
    report({
      span: { start, end: start + opening[0].length },
      message: {
        zh: `标题是${years[0]}年，正文开头却是${opening[1]}年。是不是沿用旧稿没有改？请核对。`,
        en: `The title says ${years[0]}, the text opens with ${opening[1]}. Left over from an older copy? Check it.`,
      },
    });
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '2024年工作总结\n⟦2023年⟧以来，全馆抓好服务。' },
    { bad: '\uFEFF　2024年度𠮷县工作总结\r\n⟦2022年⟧，在上级指导下，开馆三处。\r\n' },
  ],
  good: [
    '2024年工作总结\n2024年以来，全馆抓好服务。',
    '2024年工作总结\n2023年底建成新馆。',
    '工作总结\n2023年以来',
    '2024年工作总结和2025年计划\n2025年，',
  ],
};
