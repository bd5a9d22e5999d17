import { defineRule, type RuleExamples } from '../rule.js';

/** Families of enumerators: the first and the second of each. */
const FAMILIES: readonly (readonly [string, string])[] = [
  ['首先', '其次'],
  ['第一，', '第二，'],
  ['一是', '二是'],
  ['其一，', '其二，'],
];

const WORD =
  /(?:首先|其次)(?<=(?:^|[\n。；：，\u3000])..)|(?:第[一二]，|其[一二]，)(?<=(?:^|[\n。；：，\u3000])...)|[一二]是(?<=(?:^|[\n。；：，\u3000])..)/g;

export default defineRule({
  id: 'mixed-enumeration',
  topic: 'labels',
  scope: 'paragraph',
  trigger: '二',
  severity: 'hint',
  title: { zh: '次序语混用', en: 'Two families of enumerators mixed' },
  explain: {
    zh: '“首先、其次、最后”“第一、第二”“一是、二是”各成一套，一组并列里只用一套。',
    en: 'A list keeps to one family: 首先 with 其次, 第一 with 第二, 一是 with 二是.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    if (!/二是|第二，|其二，/.test(prose)) return;
    const words = [...prose.matchAll(WORD)];
    // One list only: two firsts or two seconds are two lists, and who goes on with which is unclear.
    if (words.length !== 2) return;
    const [first, second] = words as [RegExpExecArray, RegExpExecArray];
    const opened = FAMILIES.find(([word]) => word === first[0]);
    const goesOn = FAMILIES.find(([, word]) => word === second[0]);
    if (opened === undefined || goesOn === undefined) return;
    // The first of the same list, or, as in 首先，做到一是…，二是…, of one inside of the other.
    if (prose.slice(0, second.index).includes(bare(goesOn[0]))) return;
    // 第一…其次…最后 is widely accepted.
    if (second[0] === '其次') return;
    report({
      span: { start: second.index, end: second.index + second[0].length },
      message: {
        zh: `前面用“${bare(first[0])}”，这里用“${bare(second[0])}”，两套次序语混用。请改为“${bare(opened[1])}”。`,
        en: `The list opens with “${bare(first[0])}” and goes on with “${bare(second[0])}”. Make it “${bare(opened[1])}”.`,
      },
    });
  },
});

const bare = (word: string) => word.replace('，', '');

export const examples: RuleExamples = {
  bad: [
    { bad: '首先，抓好学习。⟦第二，⟧抓好服务。' },
    { bad: '\uFEFF　首先，办好𠮷日活动；⟦二是⟧抓好服务。\r\n' },
    { bad: '一是抓好学习。⟦第二，⟧抓好服务。' },
  ],
  good: [
    '首先，抓好学习。其次，抓好服务。最后，抓好作风。',
    '第一，抓好学习。其次，抓好服务。',
    '第一，抓好学习。第二，抓好服务：一是借书；二是还书。',
    '首先，一是抓好学习；二是抓好服务。',
    '首先抓好学习。\n第二，抓好服务。',
  ],
};
