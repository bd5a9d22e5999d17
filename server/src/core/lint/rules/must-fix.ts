import { changeTo, defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'must-fix',
  topic: 'own',
  scope: 'paragraph',
  severity: 'error',
  title: { zh: '您规定必须改的写法', en: 'Wording that you said must go' },
  explain: {
    zh: '配置文件 .work-summary.yaml 的 must-fix 里登记的写法一律按必错报告。',
    en: 'Wording listed under must-fix in .work-summary.yaml is always an error.',
  },
  source: '.work-summary.yaml',
  mechanical: false,
  check({ words, prose, report }) {
    for (const { kind, start, end, right } of words) {
      if (kind !== 'must') continue;
      const span = { start, end };
      report({
        span,
        message: {
          zh: `“${prose.slice(start, end)}”是您规定必须改的写法。${right === null ? '请改掉。' : `请改为“${right}”。`}`,
          en: `You said “${prose.slice(start, end)}” must go.${right === null ? '' : ` Make it “${right}”.`}`,
        },
        fixes: right === null ? [] : [changeTo(right, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  config: { mustFix: [{ text: '图书室', to: '书屋' }, { text: '大概其' }] },
  bad: [
    { bad: '⟦图书室⟧开放三年。', fixed: '书屋开放三年。' },
    { bad: '\uFEFF　𠮷日⟦大概其⟧来了三十人。\r\n' },
  ],
  good: ['书屋开放三年。'],
};
