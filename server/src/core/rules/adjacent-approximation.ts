import { defineRule } from '../rule.js';

export default defineRule({
  id: 'adjacent-approximation',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '约概近左上',
  severity: 'hint',
  title: { zh: '相邻数字表示约数时用了顿号', en: '顿号 inside an approximate number' },
  explain: {
    zh: '相邻两个数字连用表示约数时用汉字，中间不加顿号，如“三四个”“七八年”。',
    en: 'Two adjoining numerals that mean “about” are written in Han, with no mark between: 三四个.',
  },
  source: 'GB/T 15834—2011 4.5.3.4、GB/T 15835—2011 5.2.1',
  mechanical: false,
  examples: {
    bad: [{ bad: '每组⟦三、四个⟧人左右。' }, { bad: '\uFEFF　𠮷县大约⟦3、4个⟧乡镇。\r\n' }],
    good: [
      '每组三四个人左右',
      '一、二年级大约',
      '第三、四个小组左右',
      '约三、四季度',
      '三、四个小组分别负责',
    ],
  },
  check({ prose, report }) {
    const pattern =
      /、[二三四五六七八九2-9][个名人次场天年户家](?<=(一、二|二、三|三、四|四、五|五、六|六、七|七、八|八、九|1、2|2、3|3、4|4、5|5、6|6、7|7、8|8、9).)(?![级度季])/g;
    for (const { index } of prose.matchAll(pattern)) {
      const start = index - 1;
      const before = prose.slice(Math.max(0, start - 2), start);
      const after = prose.slice(index + 3, index + 8);
      const about = /(?:大约|大概|约|近)$/.test(before);
      const around = /^[\u4e00-\u9fff]{0,3}(?:左右|上下)/.test(after);
      if ((!about && !around) || /[第\d一二三四五六七八九十、]$/.test(before)) continue;
      const short = prose.slice(start, start + 4);
      const span = { start, end: start + short.length };
      report({
        span,
        message: {
          zh: `“${short}”表示约数，两个数之间不用顿号，一般用汉字连写。请改正；如果是分指两项可不改。`,
          en: `“${short}” is approximate: no mark between the numerals. Leave it if two things are meant.`,
        },
      });
    }
  },
});
