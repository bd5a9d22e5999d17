import type { Section } from '../../document/model.js';
import { defineRule, type RuleExamples } from '../rule.js';

/** Verbs that open headings of the verb–object kind, two characters each. */
const VERBS =
  /^(?:坚持|坚定|坚决|加强|加快|加大|推进|推动|完善|落实|优化|健全|夯实|提升|提高|强化|深化|聚焦|规范|抓好|狠抓|严抓|抓实|抓牢|做好|做实|突出|围绕|紧扣|紧盯|履职|履行|正风|筑牢|压实|严格|严守|改进|创新|拓展|巩固|扎实|着力|全力|全面|持续|深入|积极|认真|切实|不断|大力|努力|稳步|开展|组织|统筹|服务|保障|助力|凝聚|增强|维护|防范|化解|打造|建设|构建|实施|发挥|激发|培育|促进|扩大|讲好|守牢|守住|立足|注重|营造|树立|争创|整治|锤炼|锻造|补齐|攻坚)/;

/** Usual names of sections, right in any company. */
const STOCK =
  /问题|不足|短板|困难|打算|计划|安排|思路|情况|概况|成效|经验|体会|启示|建议|方向|措施|目标|要求/;

export default defineRule({
  id: 'heading-shape',
  topic: 'labels',
  scope: 'document',
  severity: 'hint',
  off: true,
  title: { zh: '同级标题句式不一致', en: 'Sibling headings of different shape' },
  explain: {
    zh: '同级标题最好同一种句式：多数是“动词加宾语”（加强学习），个别却是名词（作风建设），读来不整齐。',
    en: 'Siblings read best in one shape: most are verb and object here, this one is a noun phrase.',
  },
  source: null,
  mechanical: false,
  check({ siblings, report }) {
    for (const run of siblings) {
      const named = run.filter(({ title }: Section) => title !== '' && !STOCK.test(title));
      const verbal = named.filter(({ title }) => VERBS.test(title));
      if (verbal.length * 2 <= named.length) continue;
      for (const section of named) {
        if (VERBS.test(section.title)) continue;
        report({
          span: section.titleSpan,
          message: {
            zh: `同级标题多以动词开头，“${section.title}”却不是，句式不齐。可改为“加强……”“抓好……”一类。`,
            en: `Most sibling headings open with a verb, “${section.title}” does not. Consider the same shape.`,
          },
        });
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '一、加强学习\n二、优化服务\n三、⟦馆舍环境⟧\n四、规范管理' },
    { bad: '\uFEFF　一、加强学习\r\n　二、⟦𠮷日活动⟧\r\n　三、规范管理\r\n' },
  ],
  good: [
    '一、加强学习\n二、优化服务\n三、规范管理',
    '一、加强学习\n二、优化服务\n三、存在的问题\n四、下一步打算',
    '一、思想方面\n二、作风方面\n三、加强管理',
  ],
};
