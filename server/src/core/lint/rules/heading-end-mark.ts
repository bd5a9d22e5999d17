import { standAloneHeadings } from '../../analysis/stand-alone-headings.js';
import { changeTo, defineRule, type RuleExamples } from '../rule.js';
import { articlesOfStatute, isStatute } from '../statute.js';

/** A name such as 思想方面. What leads to a list (下列资料：) or is a sentence keeps its mark. */
function isName(title: string): boolean {
  return title.length <= 14 && !/[，“、]|[如以下]下|下列|[是为]$|条$/.test(title);
}

export default defineRule({
  id: 'heading-end-mark',
  topic: 'labels',
  scope: 'document',
  trigger: '条',
  severity: 'warning',
  ofForm: true,
  title: { zh: '一级标题末尾有标点', en: 'Mark at the end of a heading' },
  explain: {
    zh: '独占一行的一级标题末尾不加标点，句号、冒号、分号都不用；换行已经把它和正文分开了。',
    en: 'A first-level heading on a line of its own ends without a mark: the line break already sets it off.',
  },
  source: 'GB/T 15834—2011 B.4',
  mechanical: false,
  gather: articlesOfStatute,
  check({ summary, sections, facts, report }) {
    if (isStatute(summary, facts.length)) return;
    for (const { section, mark } of standAloneHeadings(summary, sections)) {
      if (section.level !== 1 || mark === null || !isName(section.title)) continue;
      report({
        span: mark.span,
        message: {
          zh: `标题“${section.title}”独占一行，末尾不加“${mark.text}”。请删去。`,
          en: `The heading has a line of its own and takes no “${mark.text}”. Delete it.`,
        },
        fixes: [changeTo('', mark.span, true)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '一、服务方面⟦：⟧\n全年接待读者多人。\n二、学习方面⟦。⟧\n每月一课。',
      fixed: '一、服务方面\n全年接待读者多人。\n二、学习方面\n每月一课。',
    },
    {
      bad: '\uFEFF　一、𠮷日活动⟦；⟧\r\n　办讲座三场。\r\n',
      fixed: '\uFEFF　一、𠮷日活动\r\n　办讲座三场。\r\n',
    },
  ],
  good: [
    '一、服务方面\n全年接待读者多人。',
    '一、抓好服务。\n二、抓好学习。',
    '一、我们为什么要读书？\n读书明理。',
    '一、抓好服务。全年接待读者多人。',
    '一、回顾\n（一）抓好服务。\n全年接待读者多人。',
  ],
};
