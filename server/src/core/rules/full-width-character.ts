import { changeTo, defineRule, spanOf } from '../rule.js';

export default defineRule({
  id: 'full-width-character',
  domainId: 'P32',
  scope: 'document',
  severity: 'hint',
  title: { zh: '全角数字、字母或百分号', en: 'Full-width digit, letter or percent sign' },
  explain: {
    zh: '数字和字母一般用半角。全角与半角混排，宽窄不一，也不便查找和统计。',
    en: 'Digits and letters are normally half-width; mixed widths look uneven and escape searching.',
  },
  source: null,
  automatic: false,
  examples: {
    bad: [
      { bad: '完成⟦２０２４⟧年任务。', fixed: '完成2024年任务。' },
      {
        bad: '\uFEFF　𠮷县完成率95%、98%，同比提高5⟦％⟧。\r\n',
        fixed: '\uFEFF　𠮷县完成率95%、98%，同比提高5%。\r\n',
      },
    ],
    good: ['完成2024年任务', '同比提高5％', 'ＸＸ单位', 'Ｘ月'],
  },
  check({ prose, report }) {
    // One form prevails; the other one is the slip.
    const percents = prose.split('%').length > prose.split('％').length;
    for (const match of prose.matchAll(/[０-９Ａ-Ｚａ-ｚ]+|％(?<=\d％)/g)) {
      if (/^[Ｘｘ]+$/.test(match[0]) || (match[0] === '％' && !percents)) continue;
      const span = spanOf(match);
      const right = match[0].replace(/[！-～]/g, (wide) =>
        String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
      );
      report({
        span,
        message: {
          zh: `“${match[0]}”是全角，一般用半角“${right}”。请统一。`,
          en: `“${match[0]}” is full-width; “${right}” is usual. Use one form.`,
        },
        fixes: [changeTo(right, span, false)],
      });
    }
  },
});
