import { changeTo, defineRule, type RuleExamples } from '../rule.js';

const MARKS = [...'，、；：。.,;'];

/** Two marks that end the same pause. ？！ and ！！ are emphasis, …… is one mark, 。” closes a quotation. */
const DOUBLED = /[，、；：]{2,}|[。，；]{2,}|[，、；：。]{2,}/g;

/**
 * A half-width mark beside a full-width one, where it belongs to no figure, label or foreign word; and
 * two half-width commas in Chinese text.
 */
const HALF =
  /[，、；：。][.,;](?![\d.])|(?<![\w.)）])[.,;][，、；：。]|(?<=[\u4e00-\u9fff]),,(?=[\u4e00-\u9fff])/g;

/** The mark that ends more wins: 。 over ； over ： over ， over 、. */
const STRENGTH = '、，：；。';

export default defineRule({
  id: 'doubled-mark',
  topic: 'marks',
  scope: 'paragraph',
  trigger: MARKS.flatMap((first) => MARKS.map((second) => first + second)),
  severity: 'error',
  title: { zh: '标点重叠', en: 'Two marks in a row' },
  explain: {
    zh: '一处停顿只用一个标点，重叠多半是改稿时留下的。留表示停顿更长的一个。',
    en: 'One pause takes one mark; doubles are left behind by editing. Keep the stronger.',
  },
  source: 'GB/T 15834—2011 4.1—4.7',
  mechanical: true,
  check({ prose, report }) {
    const found = [...prose.matchAll(DOUBLED), ...prose.matchAll(HALF)];
    for (const { index, 0: marks } of found) {
      // 。。。 is an ellipsis typed as full stops; that is another rule's.
      if (/^。{3,}$/.test(marks)) continue;
      const full = marks === ',,' ? '，' : marks;
      const kept = [...full].reduce((a, b) => (STRENGTH.indexOf(b) > STRENGTH.indexOf(a) ? b : a));
      const span = { start: index, end: index + marks.length };
      report({
        span,
        message: {
          zh: `标点重叠：一处停顿只用一个标点，“${marks}”应留“${kept}”。`,
          en: `Two marks for one pause: keep “${kept}” of “${marks}”.`,
        },
        fixes: [changeTo(kept, span, true)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '完成任务⟦，，⟧成效明显⟦。。⟧', fixed: '完成任务，成效明显。' },
    { bad: '\uFEFF　𠮷日开馆⟦，。⟧\r\n', fixed: '\uFEFF　𠮷日开馆。\r\n' },
    { bad: '一是学习⟦；。⟧', fixed: '一是学习。' },
    { bad: '压实责任⟦，.⟧新增岗位两个⟦,。⟧', fixed: '压实责任，新增岗位两个。' },
  ],
  good: [
    '增长率，.5个百分点',
    'Co.，Ltd.',
    '1.，2.',
    '等等……',
    '真好！！！',
    '他说：“好。”',
    '什么？！',
    '图书、期刊。。。',
  ],
};
