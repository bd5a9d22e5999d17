import type { Section } from '../../document/model.js';
import { changeTo, defineRule, type RuleExamples } from '../rule.js';

/** A heading of two clauses: the mark between them, and where it stands. */
interface Joined {
  readonly mark: string;
  readonly at: number;
}

/** Null when the heading is one clause, three, or a list of words. */
function joinOf({ title, titleSpan }: Section): Joined | null {
  const parts = /^([^，、：；（《“]{5,20})([，、])([^，、：；（《“]{5,20})$/.exec(title);
  // A title is told without what is not seen in it, and then the places in it are others.
  if (parts === null || title.length !== titleSpan.end - titleSpan.start) return null;
  return { mark: parts[2]!, at: titleSpan.start + parts[1]!.length };
}

export default defineRule({
  id: 'heading-inner-mark',
  topic: 'labels',
  scope: 'document',
  severity: 'hint',
  title: { zh: '同级标题中间的标点不一致', en: 'Sibling headings joined by different marks' },
  explain: {
    zh: '几个同级标题都是两句话连成，中间用逗号还是顿号都可以，但要一致，读起来才整齐。',
    en: 'Headings of two clauses may join them with either mark, but siblings should agree.',
  },
  source: null,
  mechanical: false,
  check({ siblings, report }) {
    for (const run of siblings) {
      const joins = run.map(joinOf).filter((join) => join !== null);
      if (joins.length < 3) continue;
      const commas = joins.filter(({ mark }) => mark === '，');
      const pauses = joins.filter(({ mark }) => mark === '、');
      const [odd, ...others] = commas.length < pauses.length ? commas : pauses;
      if (odd === undefined || others.length > 0) continue;
      const usual = odd.mark === '，' ? '、' : '，';
      const span = { start: odd.at, end: odd.at + 1 };
      report({
        span,
        message: {
          zh: `同级标题两句之间都用“${usual}”，只有这一条用“${odd.mark}”。两种都对，请统一为“${usual}”。`,
          en: `Its siblings join their two clauses with “${usual}”, only this one with “${odd.mark}”. Make them agree.`,
        },
        fixes: [changeTo(usual, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '（一）坚持学习为先，提升业务本领。\n（二）坚持服务为本⟦、⟧方便群众借阅。\n（三）坚持制度为基，规范内部管理。',
      fixed:
        '（一）坚持学习为先，提升业务本领。\n（二）坚持服务为本，方便群众借阅。\n（三）坚持制度为基，规范内部管理。',
    },
    {
      bad: '\uFEFF　（一）坚持学习为先、提升业务本领。\r\n　（二）坚持𠮷日开馆⟦，⟧方便群众借阅。\r\n　（三）坚持制度为基、规范内部管理。',
      fixed:
        '\uFEFF　（一）坚持学习为先、提升业务本领。\r\n　（二）坚持𠮷日开馆、方便群众借阅。\r\n　（三）坚持制度为基、规范内部管理。',
    },
  ],
  good: [
    '（一）坚持学习为先，提升业务本领。\n（二）坚持服务为本、方便群众借阅。',
    '（一）坚持学习为先，提升业务本领。\n（二）推动讲座、展览活动。\n（三）坚持制度为基，规范内部管理。',
    '（一）坚持学习为先，提升业务本领。\n（二）坚持服务为本，方便群众借阅。\n（三）坚持制度为基。',
  ],
};
