import { type Correction, likeliestFirst } from '../../language/model.js';
import { defineRule, quote, type RuleExamples } from '../rule.js';
import { fixesFor, gatherSlips, reason, type Slip, scoreIn, wordsOf } from '../slips.js';

/**
 * Log-odds from which a correction is told as likely, and with the option `careful` as possible. Fixed on
 * texts that neither trained the trees nor are measured on; see docs/precision.md.
 */
const LIKELY = 2.9;
const POSSIBLE = 0.4;

const PARTICLES = new Set('的地得');

export const LIKELY_TYPO = 'likely-typo';

export default defineRule<
  { careful: { type: 'boolean'; default: boolean; description: { zh: string; en: string } } },
  Slip
>({
  id: LIKELY_TYPO,
  topic: 'words',
  scope: 'document',
  atIdle: true,
  yields: true,
  severity: 'warning',
  title: {
    zh: '疑似打错的字',
    en: 'Likely slip of the input method',
  },
  explain: {
    zh: '按公文里字词的用法，这里的写法很少见，换成音近、形近的字或词就常见得多，多半是输入法选错了字；“仔细校对全文”时，补上一个字就常见得多的也提示。人名、地名、数字、自己的用词和文中反复出现的写法不报。',
    en: 'As official Chinese is written, this wording is rare, and one of nearly the same sound or shape is common: the input method probably chose the wrong one. The careful check hints at characters left out, too. Names, figures, own terms and what the text repeats are left alone.',
  },
  source: null,
  mechanical: false,
  options: {
    careful: {
      type: 'boolean',
      default: false,
      description: {
        zh: '把握不大的也作提示，供定稿前逐个核对',
        en: 'Also hint at what is less certain, to be checked one by one before a text is final',
      },
    },
  },
  gather(paragraph, add) {
    // Particles are told by a rule of their own.
    const isMeant = ({ search, text }: Correction) =>
      search === 'retyped' || search === 'missing' || (search === 'pair' && !PARTICLES.has(text));
    const least = paragraph.options.careful ? POSSIBLE : LIKELY;
    const { corrections } = paragraph;
    const isAnyLikely = corrections.some(({ score }) => score >= LIKELY);
    // Where a character left out explains a place better, nothing else is told of it.
    const all =
      paragraph.options.careful || isAnyLikely
        ? likeliestFirst([...corrections, ...paragraph.omissions])
        : corrections;
    gatherSlips(paragraph, all, isMeant, least, add);
  },
  check(document) {
    const { facts, options, report } = document;
    if (facts.length === 0) return;
    const { prose } = document;
    for (const { span, data } of facts) {
      const { search, text, start, end } = data.correction;
      const score = scoreIn(prose, data);
      // Of characters left out too few reports were true on published texts; see docs/precision.md.
      const isLikely = score >= LIKELY && search !== 'missing';
      if (!isLikely && !(options.careful && score >= POSSIBLE)) continue;
      const written = quote(data.evidence.written);
      const corrected = quote(data.evidence.corrected);
      const why = reason(data);
      const what =
        search === 'missing' && end === start + 1
          ? {
              zh: `${written}疑漏了${quote(text.slice(1))}字，应为${corrected}`,
              en: `${written} probably lacks ${quote(text.slice(1))}: ${corrected}`,
            }
          : {
              zh: `${written}疑为${corrected}之误`,
              en: `${written} is probably a slip for ${corrected}`,
            };
      report({
        span: wordsOf(data, span),
        ...(!isLikely && { severity: 'hint' as const }),
        message: {
          zh: `${what.zh}：${why.zh}。请核对，确为笔误就改正；没有写错可选“永久不报”。`,
          en: `${what.en}; ${why.en}. Check it, and correct it if it is a slip.`,
        },
        fixes: fixesFor(data, span),
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '不断提高⟦服务质良⟧。', fixed: '不断提高服务质量。' },
    {
      bad: '\uFEFF　𠮷县切实⟦解绝⟧群众反映强烈的问题。\r\n',
      fixed: '\uFEFF　𠮷县切实解决群众反映强烈的问题。\r\n',
    },
  ],
  good: [
    '不断加强队伍设，提升能力素质。',
    // A shorter word says the same.
    '各单位应按规定或约定办理，可自行判断。',
    '我局认真学习传达会议精神。',
    '群众反映强烈的问题亟待解决。',
    '检验检测，贯彻落实，人才队伍',
  ],
};
