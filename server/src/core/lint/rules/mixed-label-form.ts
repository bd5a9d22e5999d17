import { type Label, withNumber } from '../../document/label.js';
import { changeTo, defineRule, type RuleExamples } from '../rule.js';

/** Marks after a number that are both right, and of which labels. */
const PAIRS: readonly (readonly [(label: Label) => boolean, string, string])[] = [
  [({ form }) => form === 'digit', '.', '．'],
  [({ outer }) => outer.length > 0, '', '.'],
];

export default defineRule({
  id: 'mixed-label-form',
  topic: 'labels',
  scope: 'document',
  severity: 'hint',
  ofForm: true,
  title: { zh: '同一层的下脚点写法不一', en: 'Two forms of the same label' },
  explain: {
    zh: '“1.”和“1．”、“1.1”和“1.1.”都可以用，但一篇文章里应当统一，否则对不齐，自动编号也认不全。',
    en: 'Both 1. and 1． will do, and so will 1.1 and 1.1., but one document keeps to one of them.',
  },
  source: null,
  mechanical: false,
  check({ sections, report }) {
    const odd = PAIRS.flatMap(([isOf, one, other]) => {
      const inForm = (suffix: string) =>
        sections.filter(({ label }) => label !== null && isOf(label) && label.suffix === suffix);
      const [first, second] = [inForm(one), inForm(other)];
      if (first.length === 0 || second.length === 0) return [];
      const [few, usual] = second.length > first.length ? [first, other] : [second, one];
      return few.map((section) => ({ section, usual }));
    });
    for (const {
      section: { label, labelSpan },
      usual,
    } of odd) {
      const newText = withNumber({ ...label!, suffix: usual }, label!.number);
      report({
        span: labelSpan,
        message: {
          zh: `“${label!.marker}”的点与其他各项写法不同，全文应统一。请改为“${newText}”。`,
          en: `The point of “${label!.marker}” differs from the others. Make it “${newText}”.`,
        },
        fixes: [changeTo(newText, labelSpan, true)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '1.建馆。\n2.开馆。\n⟦3．⟧闭馆。', fixed: '1.建馆。\n2.开馆。\n3.闭馆。' },
    {
      bad: '\uFEFF　1．𠮷日。\r\n　⟦2.⟧吉时。\r\n　3．佳节。\r\n',
      fixed: '\uFEFF　1．𠮷日。\r\n　2．吉时。\r\n　3．佳节。\r\n',
    },
  ],
  good: [
    '1.1 建馆\n1.2 开馆',
    '1.建馆。\n2.开馆。',
    '1．建馆。\n2．开馆。',
    '一、建馆\n（一）开馆\n1.闭馆。',
  ],
};
