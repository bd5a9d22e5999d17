import { openingLength } from '../../base/opening-length.js';
import type { Span } from '../../base/text.js';
import type { ParagraphKind } from '../../document/model.js';
import { defineRule, type RuleExamples } from '../rule.js';

/** True for 。！？ and ；, which parts the items of an enumeration; most characters are told by their place in the code alone. */
const ends = (unit: number) =>
  unit === 0x3002 || (unit >= 0xff00 && (unit === 0xff01 || unit === 0xff1f || unit === 0xff1b));
/** ”’）》 */
const closes = (unit: number) =>
  unit === 0x201d || unit === 0x2019 || unit === 0xff09 || unit === 0x300b;

/**
 * The sentences between two offsets with more than `longest` characters before their end mark, each
 * with that mark and the marks that close after it. Where a mark stands within reach of a sentence's
 * start, counted back from the far end, all before it are short enough: two characters of three need
 * not be read.
 */
function longSentences(prose: string, start: number, end: number, longest: number): Span[] {
  const sentences: Span[] = [];
  let from = start;
  while (end - from > longest) {
    let mark = from + longest;
    while (mark >= from && !ends(prose.charCodeAt(mark))) mark--;
    const isLong = mark < from;
    if (isLong) {
      mark = from + longest + 1;
      while (mark < end && !ends(prose.charCodeAt(mark))) mark++;
    }
    let next = Math.min(mark + 1, end);
    // At the latest the line break after the paragraph ends this.
    while (closes(prose.charCodeAt(next))) next++;
    if (isLong) sentences.push({ start: from, end: next });
    from = next;
  }
  return sentences;
}

/** Blanks, what is masked, the second unit of a rare character, and what ends the sentence. */
const NOT_COUNTED = /[\s\u3000\0\udc00-\udfff]|[。！？；][”’）》]*/g;

/** So many items side by side are a list, however they are written. */
const LIST_ITEMS = 8;

/** A list of names or of items with ordinals, a row of a table, one round an address: no sentence that could be broken up. */
function isList(sentence: string): boolean {
  return (
    /二是|第二，|其二|2[.、）)]|[②|\t\0]/.test(sentence) ||
    sentence.split('，').some((clause) => clause.split('、').length > LIST_ITEMS)
  );
}

/** Numbered items are broken up already, and a heading is no sentence. */
const IS_TEXT: ReadonlySet<ParagraphKind> = new Set(['body', 'run-in']);

export default defineRule({
  id: 'long-sentence',
  topic: 'sentences',
  scope: 'paragraph',
  severity: 'hint',
  wide: true,
  title: { zh: '句子过长', en: 'Long sentence' },
  explain: {
    zh: '一句话一百来字，读者读到后面就忘了前面。把并列的几层意思断成几句，或改用分项。',
    en: 'A reader loses the thread of a very long sentence. Break it up, or make a list.',
  },
  source: null,
  mechanical: false,
  options: {
    hint: {
      type: 'number',
      default: 120,
      minimum: 1,
      description: { zh: '超过多少字给出提示', en: 'Characters beyond which a hint is given' },
    },
  },
  check({ prose, kind, bodyStart, options, report }) {
    if (prose.length <= options.hint || !IS_TEXT.has(kind)) return;
    for (const span of longSentences(prose, bodyStart, prose.length, options.hint)) {
      const sentence = prose.slice(span.start, span.end);
      if (isList(sentence)) continue;
      const text = sentence.replace(NOT_COUNTED, '');
      if (text.length <= options.hint) continue;
      const from = span.end - sentence.trimStart().length;
      report({
        span: { start: from, end: from + openingLength(prose, from) },
        message: {
          zh: `这句话有${text.length}字，读起来吃力。可以断成几句，或把并列的内容分项写。`,
          en: `This sentence has ${text.length} characters. Break it up, or make a list.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '⟦全馆围绕中心工作⟧，坚持以读者为中心推进服务提升，先后开展下基层送书、进校园讲座、入社区办展等多项活动，同时做好馆藏整理、设备维护、安全检查、人员培训等日常工作，并且配合有关部门完成文明创建、卫生清洁、志愿服务、值班值守等任务，还组织职工参加业务竞赛和读书分享，取得较好成绩。',
    },
    {
      bad: '\uFEFF　⟦𠮷县⟧，全馆围绕中心工作，坚持以读者为中心推进服务提升，先后开展下基层送书、进校园讲座、入社区办展等多项活动，同时做好馆藏整理、设备维护、安全检查、人员培训等日常工作，并且配合有关部门完成文明创建、卫生清洁、志愿服务、值班值守等任务，还组织职工参加业务竞赛和读书分享，取得较好成绩。\r\n',
    },
  ],
  good: [
    '全馆围绕中心工作，坚持以读者为中心。全馆围绕中心工作，坚持以读者为中心推进服务提升，先后开展下基层送书、进校园讲座、入社区办展等多项活动，同时做好馆藏整理、设备维护、安全检查、人员培训等日常工作，并且配合有关部门完成文明创建、卫生清洁、。',
    '一、工作工作工作工作工作工作工作工作工作工作',
    '全馆做了几件事：开展下基层送书、进校园讲座、入社区办展等活动，推进服务提升，方便读者就近借阅图书期刊；做好馆藏整理、设备维护、安全检查、人员培训等日常工作，保证每天按时开门，读者来了有书看；配合有关部门完成文明创建、卫生清洁、志愿服务等任务，组织职工参加业务竞赛和读书分享，取得较好成绩。',
  ],
};
