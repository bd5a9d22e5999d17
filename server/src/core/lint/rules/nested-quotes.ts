import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

/** A balanced pair inside another one; whatever is not balanced belongs to paired-marks. */
const KINDS = [
  {
    outer: /“[^“”\n]{0,300}(?:“[^“”\n]{1,80}”[^“”\n]{0,300})+”/g,
    inner: /“[^“”]*”/g,
    marks: '‘’',
    kind: '引号',
  },
  {
    outer: /《[^《》\n]{0,120}(?:《[^《》\n]{1,80}》[^《》\n]{0,120})+》/g,
    inner: /《[^《》]*》/g,
    marks: '〈〉',
    kind: '书名号',
  },
];

export default defineRule({
  id: 'nested-quotes',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '“《',
  severity: 'warning',
  title: { zh: '引号、书名号套用没有换单层', en: 'Nested marks of one kind' },
  explain: {
    zh: '引号里面再用引号，里层用单引号；书名号里面再用书名号，里层用单书名号。里外不分，读者看不清引到哪里。',
    en: 'Inside “…” quote with ‘…’, inside 《…》 name with 〈…〉; else nobody sees where the inner one ends.',
  },
  source: 'GB/T 15834—2011 4.8.3.3、4.15.3.5',
  mechanical: false,
  check({ prose, report }) {
    for (const { outer, inner, marks, kind } of KINDS) {
      for (const { index, 0: whole } of prose.matchAll(outer)) {
        for (const match of whole.slice(1, -1).matchAll(inner)) {
          const span = spanOf(match, index + 1);
          const right = marks[0] + match[0].slice(1, -1) + marks[1];
          report({
            span,
            message: {
              zh: `${kind}里面又用了同样的${kind}，里外分不清。里层请改为“${right}”。`,
              en: `The same marks inside each other: write the inner one as ${right}.`,
            },
            fixes: [changeTo(right, span, false)],
          });
        }
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '他说：“要落实⟦“一图一表”⟧制度。”', fixed: '他说：“要落实‘一图一表’制度。”' },
    {
      bad: '\uFEFF　转发《关于印发⟦《𠮷县开馆办法》⟧的通知》。\r\n',
      fixed: '\uFEFF　转发《关于印发〈𠮷县开馆办法〉的通知》。\r\n',
    },
  ],
  good: [
    '他说：“要落实‘一图一表’制度。”',
    '“一图”“一表”',
    '《关于印发〈办法〉的通知》',
    '落实“一图”，做到“一表',
  ],
};
