import type { Section } from '../model.js';
import { defineRule } from '../rule.js';

/** A heading by its form, or a numbered sentence with numbered text below it. */
function isHeading({ hashes, runIn, children, level }: Section): boolean {
  return hashes > 0 || runIn || (level <= 2 && children.length > 0);
}

export default defineRule({
  id: 'long-heading',
  topic: 'labels',
  scope: 'document',
  severity: 'hint',
  title: { zh: '标题过长', en: 'Heading too long' },
  explain: {
    zh: '标题要一眼看得完。太长的标题在目录里会折行，不妨只留要点，其余放进正文。',
    en: 'A heading is read at a glance. Keep the point and move the rest into the text.',
  },
  source: null,
  mechanical: false,
  options: {
    limit: {
      type: 'number',
      default: 40,
      minimum: 10,
      description: { zh: '标题最多几个字', en: 'Longest heading, in characters' },
    },
  },
  examples: {
    bad: [
      {
        bad: '一、回顾\n（一）⟦坚持以读者的实际需要为出发点，不断改进借阅、咨询、讲座、展览等各项服务，持续提高开放水平和馆藏质量⟧。全年办讲座多场。',
      },
      {
        bad: '\uFEFF　（一）⟦坚持以𠮷县读者的实际需要为出发点，不断改进借阅、咨询、讲座、展览等各项服务，持续提高开放水平和馆藏质量⟧。全年办讲座多场。\r\n',
      },
      {
        bad: '二、⟦坚持以读者的实际需要为出发点，不断改进借阅、咨询、讲座、展览等各项服务，持续提高开放水平和馆藏质量⟧\n（一）借阅。\n（二）咨询。',
      },
    ],
    good: [
      '（一）优化服务，方便读者。全年办讲座多场。',
      '1.坚持以读者的实际需要为出发点，不断改进借阅、咨询、讲座、展览等各项服务，持续提高开放水平和馆藏质量。',
    ],
  },
  check({ sections, options, report }) {
    for (const section of sections) {
      const { titleSpan } = section;
      const length = titleSpan.end - titleSpan.start;
      if (length <= options.limit || !isHeading(section)) continue;
      report({
        span: titleSpan,
        message: {
          zh: `标题有${length}个字，过长，不易看清要点。请精简到${options.limit}字以内，其余放进正文。`,
          en: `This heading has ${length} characters. Keep it within ${options.limit} and move the rest into the text.`,
        },
      });
    }
  },
});
