import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'verb-object-clash',
  topic: 'sentences',
  scope: 'paragraph',
  severity: 'hint',
  off: true,
  title: { zh: '动宾搭配不当', en: 'Verb and object do not go together' },
  explain: {
    zh: '动词和后面的名词搭配不上，如“提高规模”应为“扩大规模”。默认不查。',
    en: 'The verb does not go with its object. Off by default.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(
      /提高(?:[\u4e00-\u9fff]{2})?规模(?!化|效)|增强(?:[\u4e00-\u9fff]{2})?水平|改善(?:[\u4e00-\u9fff]{2})?效率|加快(?:[\u4e00-\u9fff]{2})?质量/g,
    )) {
      report({
        span: spanOf(match),
        message: {
          zh: `“${match[0]}”动宾搭配不当。常见搭配有扩大规模、提高水平、提高效率、提升质量，请核对。`,
          en: `“${match[0]}”: the verb does not go with its object. Check it.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [{ bad: '⟦提高规模⟧，⟦增强水平⟧。' }, { bad: '\uFEFF　𠮷县⟦改善效率⟧，⟦加快质量⟧。\r\n' }],
  good: ['扩大规模', '提高水平', '提高效率', '提高质量', '提高规模化水平'],
};
