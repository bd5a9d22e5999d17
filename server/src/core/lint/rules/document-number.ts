import { insideAny, quotedSpans } from '../../analysis/quotes.js';
import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'document-number',
  topic: 'document',
  scope: 'paragraph',
  trigger: '号',
  severity: 'warning',
  title: { zh: '发文字号写法不规范', en: 'Wrong form of a document number' },
  explain: {
    zh: '发文字号的年份用六角括号〔〕括入，序号不加“第”，也不在前面补零，如“×发〔2021〕5号”。',
    en: 'A document number has its year in 〔〕, no 第 and no leading zero: ×发〔2021〕5号.',
  },
  source: 'GB/T 9704—2012 7.2.5',
  mechanical: false,
  check({ prose, report }) {
    const quoted = quotedSpans(prose);
    // After the organ's code and the kind of document; certificates and judgments have forms of their own.
    const pattern =
      /[[［(（【〔]((?:19|20)\d{2})(?<=[发函办字文规批复任呈请报通党委政组宣纪教财人社建综法释×xX].\d{4})[\]］)）】〕][ \u3000]?第?(\d{1,5})号(?![楼院馆])/g;
    for (const match of prose.matchAll(pattern)) {
      const span = spanOf(match);
      const newText = `〔${match[1]}〕${Number(match[2])}号`;
      if (match[0] === newText || insideAny(quoted, span)) continue;
      report({
        span,
        message: {
          zh: `发文字号“${match[0]}”写法不规范：年份用六角括号，不加“第”，不补零。请改为“${newText}”。`,
          en: `A document number has its year in 〔〕, no 第 and no leading zero: ${newText}.`,
        },
        fixes: [changeTo(newText, span, true)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '按照县馆发⟦[2023]12号⟧和县文函⟦（2023）第7号⟧要求办理。',
      fixed: '按照县馆发〔2023〕12号和县文函〔2023〕7号要求办理。',
    },
    {
      bad: '\uFEFF　见𠮷馆发⟦【2022】8号⟧、𠮷馆发⟦〔2022〕009号⟧。\r\n',
      fixed: '\uFEFF　见𠮷馆发〔2022〕8号、𠮷馆发〔2022〕9号。\r\n',
    },
  ],
  good: [
    '按照县馆发〔2023〕12号要求办理。',
    '国务院令第306号',
    '（2023）京01民终5号判决',
    '公告（2023）第5号',
    '京网备（2023）12号',
    '《关于转发馆发[2003]12号文的通知》',
    '（2023）5号楼',
    '编号[2023]5号',
  ],
};
