import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'redundant-words',
  topic: 'sentences',
  scope: 'paragraph',
  trigger: [
    ...['提前预防', '免费赠送', '第一次首次', '首次第一次', '来自于', '落实履行', '以来'],
    ...[
      '目前现在',
      '全部都',
      '大约近',
      '各项诸多',
      '不必要的浪费',
      '过高的奢望',
      '忍俊不禁',
      '正在',
    ],
  ],
  severity: 'hint',
  title: { zh: '词义重复', en: 'Words that say it twice' },
  explain: {
    zh: '前后两个词说的是一回事，去掉一个更简洁。',
    en: 'Two words say the same; one will do.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    const pattern =
      /提前预防|免费赠送|第一次首次|首次第一次|来自于|落实履行|以来(?:至今|(?:到|一?直到)?(?:现在|目前))|目前现在|全部都|大约近|各项诸多|不必要的浪费|过高的奢望|忍俊不禁地?笑|正在[^，。；\n]{2,10}之中/g;
    for (const match of prose.matchAll(pattern)) {
      report({
        span: spanOf(match),
        message: {
          zh: `“${match[0]}”前后意思重复。可以去掉一个词。`,
          en: `“${match[0]}” says it twice. One word will do.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '⟦提前预防⟧火灾，⟦免费赠送⟧图书。' },
    { bad: '\uFEFF　𠮷县⟦第一次首次⟧办展，经费⟦来自于⟧捐赠。\r\n' },
    { bad: '自开馆⟦以来到现在⟧，从未闭馆。' },
  ],
  good: [
    '提前准备',
    '赠送图书',
    '来自捐赠',
    '落实责任',
    '开馆以来，目前已办展三次',
    '减少督查检查考核',
  ],
};
