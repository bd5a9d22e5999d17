import { firstLabels, formsInUse } from '../../document/schemes.js';
import { defineRule, type RuleExamples } from '../rule.js';

/** So many labels show how a document is numbered. */
const ENOUGH = 3;

export default defineRule({
  id: 'own-numbering',
  topic: 'labels',
  scope: 'document',
  severity: 'hint',
  title: { zh: '序号与本单位的规定不同', en: 'Not numbered as the unit numbers' },
  explain: {
    zh: '配置文件的 numbering 写明了本单位各层用什么序号，这一篇用的是另一套。用命令“更换序号体系”可以一次换好，文内引用随之改变。',
    en: 'The configuration says how the unit numbers its documents; this one has other labels. “Change the Numbering” converts them at once.',
  },
  source: null,
  mechanical: false,
  check({ ownScheme, summary, sections, report }) {
    if (ownScheme === null) return;
    const labelled = sections.filter(({ label }) => label !== null);
    if (labelled.length < ENOUGH) return;
    const other = formsInUse(summary.sections).filter((form) => !ownScheme.levels.includes(form));
    const first = labelled.find(({ label }) => other.includes(label!.form));
    if (first === undefined) return;
    const own = firstLabels(ownScheme).slice(0, 4).join(' ');
    report({
      span: first.labelSpan,
      message: {
        zh: `本单位的序号是“${own}”，这里是“${first.label!.marker}”。请用命令“更换序号体系”换成本单位的一套。`,
        en: `The unit numbers “${own}”, here stands “${first.label!.marker}”. Convert it with “Change the Numbering”.`,
      },
    });
  },
});

export const examples: RuleExamples = {
  config: { numbering: ['第一章', '第一节', '一、'] },
  bad: [
    { bad: '第一章 回顾\n⟦（一）⟧𠮷日\n（二）吉时\n第二章 打算' },
    { bad: '\uFEFF　⟦1.⟧借阅\r\n　2.讲座\r\n　3.展览\r\n' },
  ],
  good: ['第一章 回顾\n第一节 借阅\n一、少儿\n第二章 打算', '1.借阅\n2.讲座'],
};
