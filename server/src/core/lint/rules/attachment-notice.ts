import type { Span } from '../../base/text.js';
import type { Summary } from '../../document/document.js';
import type { Paragraph, ParagraphKind } from '../../document/model.js';
import { changeTo, defineRule, type RawFinding, type RuleExamples } from '../rule.js';

const ITEM = /^[\s\u3000]*\d{1,2}[.．、]/;

/** 附件：1.… and the lines 2.… 3.… that go on below it. */
function noticeLines(summary: Summary, at: number, textOf: (span: Span) => string): Paragraph[] {
  const lines = [summary.paragraph(at)!];
  for (let index = at + 1; index < at + 30; index++) {
    const next = summary.paragraph(index);
    if (next?.kind !== 'body' || !ITEM.test(textOf(next).slice(0, 8))) break;
    lines.push(next);
  }
  return lines;
}

function checkLine({ start }: Span, line: string): RawFinding[] {
  const reports: RawFinding[] = [];
  const at = (from: number, length: number): Span => ({
    start: start + from,
    end: start + from + length,
  });
  if (line.startsWith('附件:')) {
    reports.push({
      span: at(2, 1),
      message: {
        zh: '“附件”后的冒号是半角的，应用全角。请改为“：”。',
        en: 'The colon after 附件 is half-width. Make it “：”.',
      },
      fixes: [changeTo('：', at(2, 1), true)],
    });
  }
  if (/[。；;，、]$/.test(line)) {
    const span = at(line.length - 1, 1);
    reports.push({
      span,
      message: {
        zh: `附件名称后不加标点。请删去“${line.at(-1)}”。`,
        en: 'The name of an attachment ends without a mark. Delete it.',
      },
      fixes: [changeTo('', span, true)],
    });
  }
  return reports;
}

/** 1、 for 1. in any line of the notice: one finding, which mends them all. */
function numberMarks(lines: readonly Span[], textOf: (span: Span) => string): RawFinding | null {
  const spans = lines.flatMap((line) => {
    const number = /^(?:附件[：:])?[\s\u3000]*\d{1,2}、(?!\d)/.exec(textOf(line));
    if (number === null) return [];
    const at = line.start + number[0].length - 1;
    return [{ start: at, end: at + 1 }];
  });
  const [first] = spans;
  if (first === undefined) return null;
  return {
    span: first,
    message: {
      zh: '附件顺序号用阿拉伯数字加下脚点，不用顿号。请改为“.”。',
      en: 'Attachments are numbered with a full stop: 1. 2. 3.',
    },
    fixes: [
      {
        title: { zh: '附件顺序号改用“.”', en: 'Number the attachments with “.”' },
        safe: false,
        edits: spans.map((span) => ({ span, newText: '.' })),
      },
    ],
  };
}

/** 附件1：名单 — the number belongs after the colon, or, on the attachment's own page, there is no colon. */
function numberBeforeColon(text: string, { start, end }: Span, next: string): RawFinding | null {
  const match = /^附件(\d{1,2})[：:](.*)$/.exec(text);
  if (match === null || end - start > 60 || match[2]!.includes('。')) return null;
  const span = { start, end: end - match[2]!.length };
  const alone = match[2] === '';
  const newText = alone ? `附件${match[1]}` : `附件：${match[1]}.`;
  // Text below it: this is the attachment itself, where the form matters less.
  const page = next !== '' && !next.startsWith('附件');
  return {
    span,
    ...(page && { severity: 'hint' as const }),
    message: {
      zh: alone
        ? `附件页的“附件${match[1]}”后不加冒号。请删去。`
        : `附件说明写作“附件：1.××”，序号在冒号后面；附件页上的“附件${match[1]}”单独一行，不加冒号。`,
      en: alone
        ? 'On the attachment’s own page 附件 and its number take no colon. Delete it.'
        : 'In the notice the number follows the colon (附件：1.…); on the attachment’s page it has its own line and no colon.',
    },
    // From the second on the notice repeats no 附件: only the writer knows which of the two it is.
    fixes: alone || match[1] === '1' ? [changeTo(newText, span, false)] : [],
  };
}

export default defineRule<Record<never, never>, ParagraphKind>({
  id: 'attachment-notice',
  topic: 'document',
  scope: 'document',
  trigger: '附',
  severity: 'warning',
  title: { zh: '附件说明格式不规范', en: 'Wrong form of the attachment notice' },
  explain: {
    zh: '附件说明写作“附件：1.××××”：全角冒号，阿拉伯数字加下脚点，名称后不加标点。附件页上的“附件1”单独一行，不加冒号。',
    en: 'The notice reads 附件：1.××××: a full-width colon, digits with a full stop, no mark after the name.',
  },
  source: 'GB/T 9704—2012 7.3.4、7.3.7',
  mechanical: false,
  gather({ prose, kind }, add) {
    if (prose.startsWith('附件')) add({ start: 0, end: prose.length }, kind);
  },
  check({ facts, summary, proseAt, report }) {
    const textOf = ({ start, end }: Span) => proseAt(start, end);
    for (const { span, data: kind, paragraph } of facts) {
      if (kind === 'attachment-notice') {
        if (span.end - span.start > 200) continue;
        const lines = noticeLines(summary, paragraph, textOf);
        for (const line of lines) for (const found of checkLine(line, textOf(line))) report(found);
        const marks = numberMarks(lines, textOf);
        if (marks !== null) report(marks);
      } else {
        const next = summary.paragraph(paragraph + 1);
        const below = next === null ? '' : proseAt(next.start, next.start + 2);
        const found = numberBeforeColon(textOf(span), span, below);
        if (found !== null) report(found);
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '正文。\n附件⟦:⟧1⟦、⟧活动统计表⟦；⟧\n　　　2、图书目录⟦。⟧',
      fixed: '正文。\n附件：1.活动统计表\n　　　2.图书目录',
    },
    {
      bad: '\uFEFF　𠮷日活动结束。\r\n　⟦附件1：⟧活动统计表\r\n',
      fixed: '\uFEFF　𠮷日活动结束。\r\n　附件：1.活动统计表\r\n',
    },
  ],
  good: [
    '正文。\n附件：1.活动统计表\n　　　2.图书目录\n\n县图书馆\n2024年12月5日',
    '正文。\n附件：活动统计表',
    '正文。\n附件1\n活动统计表',
    '附件与正文一并归档。\n1、整理\n2、装订',
  ],
};
