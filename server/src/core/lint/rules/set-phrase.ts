import type { LexiconHit } from '../../analysis/lexicon/lexicon.js';
import type { Localized } from '../../base/localized.js';
import { changeTo, defineRule, quote, type RuleExamples } from '../rule.js';

function message(wrong: string, { right, hint }: LexiconHit, term: string): Localized {
  if (right === null) {
    return {
      zh: `${quote(wrong)}与规范提法${quote(term)}不一致。请对照核实。`,
      en: `${quote(wrong)} differs from the set term ${quote(term)}. Check it.`,
    };
  }
  return hint
    ? {
        zh: `${quote(wrong)}的通行提法是${quote(right)}。可以照改；确有依据的可不改。`,
        en: `The usual wording of ${quote(wrong)} is ${quote(right)}. Change it unless you have a reason.`,
      }
    : {
        zh: `${quote(wrong)}与规范提法不符，应为${quote(right)}。固定提法一字不能改动，请改正。`,
        en: `${quote(wrong)} is not the set wording, which is ${quote(right)}. Correct it.`,
      };
}

export default defineRule({
  id: 'set-phrase',
  topic: 'terms',
  scope: 'paragraph',
  severity: 'warning',
  title: { zh: '规范提法写错', en: 'Set term miswritten' },
  explain: {
    zh: '固定提法有权威出处，字词、次序都不能改动。只对照字面，不评论内容；较早年份的文稿按当时的提法，不报。可以按类别关闭。',
    en: 'Set terms have an authoritative wording. Only the wording is compared; documents of earlier years keep the wording of their time.',
  },
  source: null,
  mechanical: false,
  check({ words, prose, year, report }) {
    for (const hit of words) {
      const { kind, start, end, right, hint, phrase, since } = hit;
      if (kind !== 'phrase' || phrase === undefined) continue;
      if (since !== undefined && year !== null && year < since) continue;
      const span = { start, end };
      report({
        span,
        ...(hint && { severity: 'hint' as const }),
        ...(phrase.source !== undefined && { source: phrase.source }),
        message: message(prose.slice(start, end), hit, phrase.term),
        fixes: right === null ? [] : [changeTo(right, span, !hint)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '铸牢⟦中华民族共同意识⟧。', fixed: '铸牢中华民族共同体意识。' },
    { bad: '\uFEFF　𠮷日落实⟦“一岗双责”责任⟧。\r\n', fixed: '\uFEFF　𠮷日落实“一岗双责”。\r\n' },
    { bad: '准确⟦贯彻新发展格局⟧。' },
    { bad: '学习⟦《共产党统一战线工作条例》⟧。', fixed: '学习《中国共产党统一战线工作条例》。' },
    {
      bad: '开展2021年工作。为⟦全面建设社会主义现代化⟧凝聚力量。',
      fixed: '开展2021年工作。为全面建设社会主义现代化国家凝聚力量。',
    },
  ],
  good: [
    '铸牢中华民族共同体意识，落实“一岗双责”责任制。',
    '2015年工作总结\n开展打黑除恶专项斗争。',
    '贯彻新发展理念，构建新发展格局',
    '全面建设社会主义现代化国家',
    '“四个意识”“四个自信”',
  ],
};
