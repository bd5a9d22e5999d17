import { openingLength } from '../../base/opening-length.js';
import { defineRule, type RuleExamples } from '../rule.js';

/** Blanks, what is masked, and the second unit of a rare character. */
const NOT_COUNTED = /[\s\u3000\0\udc00-\udfff]/g;

/** Its parts are told by ordinals, or it is a row of a table. */
const PARTED = /二是|第二，|其二，|其次，|②|（二）|2[.、）)]|\t/;

/** So many ； part items. */
const PARTING_MARKS = 4;

const isParted = (text: string) => PARTED.test(text) || text.split('；').length > PARTING_MARKS;

export default defineRule({
  id: 'long-paragraph',
  topic: 'sentences',
  scope: 'paragraph',
  severity: 'hint',
  wide: true,
  title: { zh: '段落过长', en: 'Long paragraph' },
  explain: {
    zh: '一段四五百字，层次不容易看出来。按意思分段，或分项列出。',
    en: 'A very long paragraph hides its parts. Divide it by topic, or make a list.',
  },
  source: null,
  mechanical: false,
  options: {
    hint: {
      type: 'number',
      default: 400,
      minimum: 1,
      description: { zh: '超过多少字给出提示', en: 'Characters beyond which a hint is given' },
    },
  },
  check({ kind, prose, options, report }) {
    if (prose.length <= options.hint || (kind !== 'body' && kind !== 'run-in')) return;
    if (isParted(prose)) return;
    const rest = prose.match(NOT_COUNTED)?.length ?? 0;
    const length = prose.length - rest;
    if (length <= options.hint) return;
    report({
      span: { start: 0, end: openingLength(prose, 0) },
      message: {
        zh: `这一段有${length}字，层次不易看清。可以按意思分段，或分项列出。`,
        en: `This paragraph has ${length} characters. Divide it by topic, or make a list.`,
      },
    });
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: `⟦全年办班⟧，${'各科室整理馆藏资料并接待读者。'.repeat(28)}` },
    { bad: `\uFEFF　⟦𠮷县⟧，${'各科室整理馆藏资料并接待读者。'.repeat(28)}\r\n` },
  ],
  good: [`全年办班，${'各科室整理馆藏资料并接待读者。'.repeat(25)}`, '短段落。'],
};
