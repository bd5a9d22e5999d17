import type { Section } from '../../document/model.js';
import { defineRule, type RuleExamples } from '../rule.js';

/** Siblings of a heading are as short as this, or the long ones are sentences with numbers. UTF-16 units. */
const SHORT = 25;

/**
 * True for a heading that stands in a line of its own above text, among short ones. A sentence with a
 * number, run-in or not, is text that was read as a heading.
 */
function isHeading({ hashes, runIn, level, line, endLine, title }: Section): boolean {
  if (runIn || line === endLine || (hashes === 0 && level > 2)) return false;
  return !/[；：]/.test(title) && title.indexOf('，') === title.lastIndexOf('，');
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
  check({ sections, summary, options, report }) {
    const lengthOf = ({ titleSpan }: Section) => titleSpan.end - titleSpan.start;
    const kindOf = ({ level, hashes }: Section) => `${hashes} ${level}`;
    /** For each kind of heading how many there are, and how many of them are short. */
    const counts = new Map<string, { all: number; short: number }>();
    for (const section of sections) {
      const count = counts.get(kindOf(section)) ?? { all: 0, short: 0 };
      counts.set(kindOf(section), count);
      count.all++;
      if (lengthOf(section) <= SHORT) count.short++;
    }
    for (const section of sections) {
      const { titleSpan } = section;
      const length = lengthOf(section);
      if (length <= options.limit || !isHeading(section)) continue;
      // What ends with ； or 。 is an item of a list or a sentence.
      const { contentEnd } = summary.lineFacts[section.line]!;
      if (titleSpan.end < summary.lineStarts[section.line]! + contentEnd) continue;
      const { all, short } = counts.get(kindOf(section))!;
      if (short * 2 < all) continue;
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

export const examples: RuleExamples = {
  bad: [
    {
      bad: '一、借阅服务\n全年开放三百天。\n二、⟦以读者的实际需要为出发点不断改进借阅咨询讲座展览等各项服务并且持续提高开放水平和馆藏质量⟧\n全年办讲座多场。\n三、打算\n延时开放。',
    },
    {
      bad: '\uFEFF　（一）借阅\r\n　全年开放。\r\n　（二）⟦以𠮷县读者的实际需要为出发点不断改进借阅咨询讲座展览等各项服务并且持续提高开放水平和馆藏质量⟧\r\n　全年办讲座。\r\n',
    },
  ],
  good: [
    '（一）优化服务，方便读者。全年办讲座多场。',
    '1.坚持以读者的实际需要为出发点，不断改进借阅、咨询、讲座、展览等各项服务，持续提高开放水平和馆藏质量。',
    '（一）坚持以读者的实际需要为出发点，不断改进借阅、咨询、讲座、展览等各项服务，持续提高开放水平和馆藏质量。全年办讲座多场。',
    '2、要以读者的实际需要为出发点，不断改进借阅、咨询、讲座、展览等各项服务，持续提高开放水平\n（1）借阅。\n（2）咨询。',
  ],
};
