import type { Localized } from '../../base/localized.js';
import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

interface Wide {
  readonly isPercent: boolean;
  readonly right: string;
  /** Put together when it is noted: a text in which there are hundreds is told after each key. */
  readonly message: Localized;
}

export default defineRule<Record<never, never>, Wide | null>({
  id: 'full-width-character',
  topic: 'marks',
  scope: 'document',
  trigger:
    '%％０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
  severity: 'hint',
  ofForm: true,
  title: { zh: '全角数字、字母或百分号', en: 'Full-width digit, letter or percent sign' },
  explain: {
    zh: '数字和字母一般用半角。全角与半角混排，宽窄不一，也不便查找和统计。',
    en: 'Digits and letters are normally half-width; mixed widths look uneven and escape searching.',
  },
  source: null,
  mechanical: false,
  gather({ prose }, add) {
    for (const match of prose.matchAll(/[０-９Ａ-Ｚａ-ｚ]+|[％%]/g)) {
      const [text] = match;
      if (!/^[Ｘｘ]+$/.test(text)) add(spanOf(match), text === '%' ? null : readWide(text));
    }
  },
  check({ unplaced, factAt, report }) {
    // One form prevails; the other one is the slip.
    let half = 0;
    let full = 0;
    for (const { data } of unplaced) {
      if (data === null) half++;
      else if (data.isPercent) full++;
    }
    for (let index = 0; index < unplaced.length; index++) {
      const { data } = unplaced[index]!;
      if (data === null || (data.isPercent && full >= half)) continue;
      const { span } = factAt(index);
      report({ span, message: data.message, fixes: [changeTo(data.right, span, false)] });
    }
  },
});

function readWide(text: string): Wide {
  const right = text.replace(/[！-～]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
  return {
    isPercent: text === '％',
    right,
    message: {
      zh: `“${text}”是全角，一般用半角“${right}”。请统一。`,
      en: `“${text}” is full-width; “${right}” is usual. Use one form.`,
    },
  };
}

export const examples: RuleExamples = {
  bad: [
    { bad: '完成⟦２０２４⟧年任务。', fixed: '完成2024年任务。' },
    {
      bad: '\uFEFF　𠮷县完成率95%、98%，同比提高5⟦％⟧。\r\n',
      fixed: '\uFEFF　𠮷县完成率95%、98%，同比提高5%。\r\n',
    },
  ],
  good: ['完成2024年任务', '同比提高5％', 'ＸＸ单位', 'Ｘ月'],
};
