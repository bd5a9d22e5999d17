import { changeTo, defineRule, spanOf } from '../rule.js';
import type { Span } from '../text.js';

export default defineRule<Record<never, never>, string>({
  id: 'full-width-character',
  domainId: 'P32',
  scope: 'document',
  reads: 'notes',
  trigger:
    '%％０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
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
  note({ prose }, note) {
    for (const match of prose.matchAll(/[０-９Ａ-Ｚａ-ｚ]+|[％%]/g)) {
      if (!/^[Ｘｘ]+$/.test(match[0])) note(spanOf(match), match[0]);
    }
  },
  check({ eachNote, report }) {
    // One form prevails; the other one is the slip.
    let half = 0;
    let full = 0;
    const wide: { readonly span: Span; readonly data: string }[] = [];
    eachNote((start, data, end) => {
      if (data === '%') half++;
      else wide.push({ span: { start, end }, data });
      if (data === '％') full++;
      return false;
    });
    for (const { span, data } of wide) {
      if (data === '％' && full >= half) continue;
      const right = data.replace(/[！-～]/g, (wide) =>
        String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
      );
      report({
        span,
        message: {
          zh: `“${data}”是全角，一般用半角“${right}”。请统一。`,
          en: `“${data}” is full-width; “${right}” is usual. Use one form.`,
        },
        fixes: [changeTo(right, span, false)],
      });
    }
  },
});
