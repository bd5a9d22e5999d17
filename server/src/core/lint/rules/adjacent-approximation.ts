import { changeTo, defineRule, type RuleExamples } from '../rule.js';

const HAN = '一二三四五六七八九';

const PAIR =
  /(?<from>[一二三四五六七八九1-9])、(?<to>[二三四五六七八九2-9])(?<measure>个|名|人|次|场|天|年|家|户|位|小时|分钟)(?![级度季])/g;

/** Two neighbours, or 三五, both in Han or both in figures. */
function isApproximate(from: string, to: string): boolean {
  const [a, b] = [figureOf(from), figureOf(to)];
  return HAN.includes(from) === HAN.includes(to) && (b - a === 1 || (a === 3 && b === 5));
}

const figureOf = (numeral: string) =>
  HAN.includes(numeral) ? HAN.indexOf(numeral) + 1 : Number(numeral);

/** 一两个 and 两三个, 三五天. */
const hanOf = (from: number, to: number): string =>
  to <= 3 ? ['一两', '两三'][to - 2]! : `${HAN[from - 1]}${HAN[to - 1]}`;

export default defineRule({
  id: 'adjacent-approximation',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '、',
  severity: 'hint',
  title: { zh: '相邻数字表示约数时用了顿号', en: '顿号 inside an approximate number' },
  explain: {
    zh: '相邻两个数字连用表示约数时用汉字，中间不加顿号，如“三四个”“七八年”。',
    en: 'Two adjoining numerals that mean “about” are written in Han, with no mark between: 三四个.',
  },
  source: 'GB/T 15834—2011 4.5.3.4、GB/T 15835—2011 5.2.1',
  mechanical: false,
  check({ prose, report }) {
    for (const { index, 0: whole, groups } of prose.matchAll(PAIR)) {
      const { from, to, measure } = groups as { from: string; to: string; measure: string };
      if (!isApproximate(from, to)) continue;
      const before = prose.slice(Math.max(0, index - 6), index);
      const after = prose.slice(index + whole.length, index + whole.length + 8);
      if (/[第\d一二三四五六七八九十、.]$/.test(before) || /^.{0,4}[分各]别?/.test(after)) continue;
      const about =
        /(?:大约|大概|约|近)$/.test(before) || /^[\u4e00-\u9fff]{0,3}(?:左右|上下)/.test(after);
      // Without a word for “about” only what nobody counts one by one: days and years that pass.
      const passing =
        /^(?:[天年位名]|个[月人]|小时|分钟)/.test(measure + after) &&
        /(?:每隔|每|隔|过|了|仅|只|有|这|那|短短|花|用|需|要|等|近|再|前|后|找|来|去|带)$/.test(
          before,
        );
      if (!about && !passing) continue;
      const span = { start: index, end: index + whole.length };
      const right = hanOf(figureOf(from), figureOf(to));
      const figures = { start: index, end: index + from.length + 1 + to.length };
      report({
        span,
        message: {
          zh: `“${whole}”表示约数，两个数之间不用顿号，一般用汉字连写，如“${right}${measure}”。请改正；如果是分指两项可不改。`,
          en: `“${whole}” is approximate: write ${right}${measure}. Leave it if two things are meant.`,
        },
        fixes: [
          {
            ...changeTo(`${right}${measure}`, span, false),
            edits: [{ span: figures, newText: right }],
          },
        ],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '每组⟦三、四个⟧人左右。', fixed: '每组三四个人左右。' },
    { bad: '\uFEFF　𠮷县大约⟦3、4个⟧乡镇。\r\n', fixed: '\uFEFF　𠮷县大约三四个乡镇。\r\n' },
    { bad: '每过⟦3、5天⟧检查一遍，用了⟦2、3年⟧。', fixed: '每过三五天检查一遍，用了两三年。' },
  ],
  good: [
    '每组三四个人左右',
    '一、二年级大约',
    '第三、四个小组左右',
    '约三、四季度',
    '三、四个小组分别负责',
    '检修3、5号楼',
    '第3、5天巡查',
    '完成1、2、3年计划',
    '2、3个项目已经开工',
    '第1、2年各一次',
    '3、4个小组分别负责',
  ],
};
