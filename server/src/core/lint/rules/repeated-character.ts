import { doubledIsRight, FUNCTION_CHARACTERS } from '../../analysis/lexicon/neighbours.js';
import type { Span } from '../../base/text.js';
import { changeTo, defineRule, type RuleExamples } from '../rule.js';

const FUNCTION = new Set(FUNCTION_CHARACTERS);

/** Organs doubled by a slip of the hand, where no name comes before: 报市市委, but 甲县县委. */
const ORGAN = /(?<=^|[^\p{Script=Han}]|[报向由经送请])(?:省省|市市|县县|区区)(?=委|政府|纪委)/uy;

/** Runs of one function character, and doubled organs. A loop over the units is ten times faster here than a back-reference. */
function doubledCharacters(prose: string): Span[] {
  const spans: Span[] = [];
  let previous = 0;
  for (let i = 0; i < prose.length; i++) {
    const unit = prose.charCodeAt(i);
    if (unit === previous) {
      const start = i - 1;
      if (FUNCTION.has(prose[i]!)) {
        while (prose.charCodeAt(i + 1) === unit) i++;
        spans.push({ start, end: i + 1 });
      } else {
        ORGAN.lastIndex = start;
        if (ORGAN.test(prose)) spans.push({ start, end: i + 1 });
      }
    }
    previous = unit;
  }
  return spans;
}

export default defineRule({
  id: 'repeated-character',
  topic: 'words',
  scope: 'paragraph',
  severity: 'warning',
  title: { zh: '重复的字', en: 'Doubled character' },
  explain: {
    zh: '虚词连打两遍，多半是输入或改稿时留下的。删去一个即可；叠词，前后两个词各占一个的（有的｜的确），不在此列。',
    en: 'A function word typed twice is left over from typing or editing. Delete one.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    for (const span of doubledCharacters(prose)) {
      // Three in a row are one too many whatever is around.
      if (span.end - span.start === 2 && doubledIsRight(prose, span.start)) continue;
      const doubled = prose.slice(span.start, span.end);
      const single = doubled[0]!;
      report({
        span,
        message: {
          zh: `“${doubled}”疑似多打了一个“${single}”。请删去一个；确需重复可不改。`,
          en: `“${doubled}” looks like one “${single}” too many. Delete one, unless it is meant.`,
        },
        fixes: [changeTo(single, span, true)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '整理馆藏⟦的的⟧时候', fixed: '整理馆藏的时候' },
    { bad: '\uFEFF𠮷　成效体现⟦在在⟧服务上。\r\n', fixed: '\uFEFF𠮷　成效体现在服务上。\r\n' },
    { bad: '报⟦市市⟧委审定', fixed: '报市委审定' },
  ],
  good: ['实实在在办事，问题存在在基层，了了解解，现在在岗', '层层落实，紧紧围绕，学习习惯养成'],
};
