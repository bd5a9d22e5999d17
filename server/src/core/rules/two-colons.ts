import { defineRule } from '../rule.js';

export default defineRule({
  id: 'two-colons',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '：',
  severity: 'hint',
  title: { zh: '一句话里有两个冒号', en: 'Two colons in one sentence' },
  explain: {
    zh: '冒号提起下文，管到句末；一句里套两个冒号，范围就乱了。可以把一个改为逗号，或拆成两句。',
    en: 'A colon governs all that follows in its sentence; a second one blurs the first. Use a comma or two sentences.',
  },
  source: 'GB/T 15834—2011 A.7',
  mechanical: false,
  examples: {
    bad: [
      { bad: '会议提出：要做到以下两点⟦：⟧学习和服务。' },
      { bad: '\uFEFF　𠮷县会议明确：今年下半年的任务⟦：⟧开馆和服务。\r\n' },
    ],
    good: [
      '会议提出：要学习。时间：上午。',
      '比例为3：1，时间：上午9：30',
      '他说：“我的意见是：同意。”',
      '联系人：王某，电话：123',
    ],
  },
  check({ prose, kind, report }) {
    if (kind !== 'body' && kind !== 'run-in') return;
    if (prose.indexOf('：') === prose.lastIndexOf('：')) return;
    for (const sentence of prose.matchAll(/[^。！？；\n]+/g)) {
      if (/[“”]/.test(sentence[0])) continue;
      const colons = [...sentence[0].matchAll(/(?<!\d)：(?!\d)/g)];
      if (colons.length !== 2) continue;
      const [lead, follow] = colons as [RegExpExecArray, RegExpExecArray];
      const between = sentence[0].slice(lead.index + 1, follow.index);
      // Fields of a form (电话：…，地址：…) are no sentence.
      const field = /[，、]/.test(between) || between.length < 3;
      if (field || sentence[0].length < 14) continue;
      const at = sentence.index + follow.index;
      report({
        span: { start: at, end: at + 1 },
        message: {
          zh: '一句话里有两个冒号，提起的范围会乱。可以把一个改为逗号，或拆成两句。',
          en: 'Two colons in one sentence blur what each leads to. Use a comma, or make two sentences.',
        },
      });
    }
  },
});
