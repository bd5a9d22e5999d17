import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'dangling-subject',
  topic: 'sentences',
  scope: 'paragraph',
  trigger: '使',
  severity: 'hint',
  title: { zh: '句子可能缺主语', en: 'Sentence may lack its subject' },
  explain: {
    zh: '“通过……，使……”把主语变成了介词的宾语，句子就没有主语了。去掉“通过”或“使”其中一个。',
    en: '通过…，使… leaves the sentence with no subject. Drop one of the two.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(
      /(?:通过|经过|由于)(?<=(?:^|[。；！？\n\ufeff\u3000])..)[^，。；\n]{2,30}，(?:从而)?使得?(?!用|命|馆|者|其)/gm,
    )) {
      report({
        span: spanOf(match),
        message: {
          zh: '“通过（经过、由于）……，使……”连用，句子没有主语。请去掉前一个词或“使”。',
          en: 'With both 通过 and 使 the sentence has no subject. Drop one of them.',
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '⟦通过集中学习，使⟧职工业务水平明显提高。' },
    { bad: '\uFEFF　⟦经过𠮷县半年努力，使得⟧服务更加规范。\r\n' },
  ],
  good: [
    '通过集中学习，职工业务水平明显提高。',
    '集中学习使职工水平提高。',
    '我们通过学习，使大家受益。',
    '通过集中学习，不断提高，促使',
  ],
};
