import { changeTo, defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'mark-before-de',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '的',
  severity: 'warning',
  title: { zh: '“的”前多了标点', en: 'Mark before 的' },
  explain: {
    zh: '“的”连着前面的定语，中间不停顿，也就不加标点；多半是列举到最后多打了一个顿号。',
    en: '的 belongs to what stands before it, with no pause; the mark is left over from a list.',
  },
  source: 'GB/T 15834—2011 4.4、4.5',
  mechanical: false,
  check({ prose, report }) {
    const pattern = /[，、；](?=的(?![确士黎]|[、，”’"》）]|$))(?<![得地]、)/gm;
    for (const { index, 0: mark } of prose.matchAll(pattern)) {
      const span = { start: index, end: index + 1 };
      report({
        span,
        message: {
          zh: `“的”连着前面的话，中间不停顿。请删去“${mark}”。`,
          en: `的 follows what it belongs to without a pause. Delete “${mark}”.`,
        },
        fixes: [changeTo('', span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '坚持“读者第一、开放办馆”⟦、⟧的方针。', fixed: '坚持“读者第一、开放办馆”的方针。' },
    {
      bad: '\uFEFF　𠮷县图书、报刊⟦，⟧的借阅。\r\n',
      fixed: '\uFEFF　𠮷县图书、报刊的借阅。\r\n',
    },
  ],
  good: [
    '坚持“读者第一、开放办馆”的方针。',
    '任务很重，的确如此。',
    '新增公交、的士站点。',
    '正确使用得、的、地。',
    '分清“地”、“的”、“得”。',
    '这是我馆，“的”字不能少。',
  ],
};
