import type { Section } from '../../document/model.js';
import { defineRule, type RuleExamples } from '../rule.js';

/** The first section deeper than `limit`, counted by nesting and not by the form of its label. */
function firstBelow(sections: readonly Section[], limit: number): Section | undefined {
  for (const section of sections) {
    if (section.label !== null && limit === 0) return section;
    const found = firstBelow(section.children, section.label === null ? limit : limit - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

export default defineRule({
  id: 'too-many-levels',
  topic: 'labels',
  scope: 'document',
  severity: 'hint',
  title: { zh: '层次过多', en: 'Too many levels' },
  explain: {
    zh: '公文的层次序号一般不超过四级，三级以内最好读。再往下可以改用“一是、二是”写在段落里。',
    en: 'The standard names four levels and three read best. Write what is deeper as 一是, 二是 within the paragraph.',
  },
  source: 'GB/T 9704—2012 7.3.3',
  mechanical: false,
  options: {
    limit: {
      type: 'number',
      default: 4,
      minimum: 1,
      description: { zh: '最多几级', en: 'How many levels there may be' },
    },
  },
  check({ summary, options, report }) {
    const section = firstBelow(summary.sections, options.limit);
    if (section === undefined) return;
    report({
      span: section.labelSpan,
      message: {
        zh: `从“${section.label!.marker}”起层次超过${options.limit}级，读者难以把握。请合并层次，或改用“一是、二是”。`,
        en: `From “${section.label!.marker}” there are more than ${options.limit} levels. Merge some, or use 一是, 二是.`,
      },
    });
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '一、回顾\n（一）服务\n1.借书\n（1）办证\n⟦①⟧新办。\n②补办。' },
    {
      bad: '\uFEFF一、𠮷日\r\n　（一）服务\r\n　1.借书\r\n　（1）办证\r\n　⟦①⟧新办。\r\n　②补办。',
    },
  ],
  good: ['一、回顾\n（一）服务\n1.借书\n（1）办证', '一、回顾\n1.借书\n①新办。\n②补办。'],
};
