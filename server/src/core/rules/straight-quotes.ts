import { changeTo, defineRule } from '../rule.js';

export default defineRule({
  id: 'straight-quotes',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '"',
  severity: 'warning',
  title: { zh: '用了英文直引号', en: 'Straight quotation marks' },
  explain: {
    zh: '中文的引号分前后，写作“ ”。直引号是英文输入状态下打的，看不出方向，印出来也偏小。',
    en: 'Chinese quotation marks have a direction: “ and ”. Straight ones come from the English keyboard.',
  },
  source: 'GB/T 15834—2011 4.8.1',
  mechanical: false,
  examples: {
    bad: [
      { bad: '开展⟦"五学"⟧活动。', fixed: '开展“五学”活动。' },
      { bad: '\uFEFF　𠮷日推行⟦"一图一表"⟧。\r\n', fixed: '\uFEFF　𠮷日推行“一图一表”。\r\n' },
    ],
    good: ['身高5\'10"，屏幕32"', 'name="a"', '开展“五学”活动', '他说"一半就停了'],
  },
  check({ prose, report }) {
    const marks = [...prose.matchAll(/(?<![\d=])"(?![^"\n]{0,80}=")/g)];
    // An odd one leaves open which belong together.
    if (marks.length % 2 === 1) return;
    for (let i = 0; i + 1 < marks.length; i += 2) {
      const span = { start: marks[i]!.index, end: marks[i + 1]!.index + 1 };
      const inner = prose.slice(span.start + 1, span.end - 1);
      if (!/[\u4e00-\u9fff]/.test(inner) || inner.length > 80) continue;
      report({
        span,
        message: {
          zh: `“${inner}”两边是英文直引号，中文里分前后引号。请改为中文引号。`,
          en: `Straight quotation marks: Chinese text takes “${inner}”.`,
        },
        fixes: [changeTo(`“${inner}”`, span, false)],
      });
    }
  },
});
