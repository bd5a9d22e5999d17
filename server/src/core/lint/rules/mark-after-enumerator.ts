import { readEnumerators } from '../../analysis/enumeration.js';
import { changeTo, defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'mark-after-enumerator',
  topic: 'labels',
  scope: 'paragraph',
  trigger: '是',
  severity: 'hint',
  ofForm: true,
  title: { zh: '“一是”后多了标点', en: 'Mark after 一是' },
  explain: {
    zh: '“一是”“二是”直接连着后面的话，中间不停顿，也就不加标点；要停顿可改用“第一，”。',
    en: '一是 runs straight into its sentence and takes no mark; 第一 is the one with a comma.',
  },
  source: 'GB/T 15834—2011 B.3.7',
  mechanical: false,
  check({ prose, report }) {
    for (const { text, span } of readEnumerators(prose)) {
      if (!/[，、：]/.test(prose[span.end] ?? '')) continue;
      const whole = { start: span.start, end: span.end + 1 };
      report({
        span: whole,
        message: {
          zh: `“${text}”后不加标点：它直接连着后面的话。请删去“${prose[span.end]}”。`,
          en: `“${text}” takes no mark; it runs into its sentence. Delete “${prose[span.end]}”.`,
        },
        fixes: [changeTo(text, whole, true)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '重点做好两件事：⟦一是，⟧抓学习；⟦二是，⟧抓服务。',
      fixed: '重点做好两件事：一是抓学习；二是抓服务。',
    },
    {
      bad: '\uFEFF　⟦一是：⟧建𠮷庆馆。⟦二是、⟧添新书。\r\n',
      fixed: '\uFEFF　一是建𠮷庆馆。二是添新书。\r\n',
    },
  ],
  good: [
    '一是抓学习；二是抓服务。',
    '第一，抓学习；第二，抓服务。',
    '口径统一是，也只能是前提；二是抓服务。',
  ],
};
