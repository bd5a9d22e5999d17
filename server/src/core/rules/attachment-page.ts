import type { ParagraphKind } from '../model.js';
import { defineRule, type Note } from '../rule.js';
import type { Summary } from '../summary.js';
import type { Span } from '../text.js';

interface Attachment {
  readonly number: number;
  readonly name: string;
  readonly span: Span;
}

/** The names in the notice: 附件：1.… with 2.… below it, or one name without a number. */
function promised(summary: Summary, at: number): Attachment[] {
  const found: Attachment[] = [];
  for (let index = at; index < at + 30; index++) {
    const paragraph = summary.paragraph(index);
    if (paragraph === null) break;
    const { start, end } = paragraph;
    const line = summary.slice(start, end);
    const match = /^(?:附件[：:])?[\s\u3000]*(?:(\d{1,2})[.．、])?(.+)$/.exec(line);
    const number = match?.[1] === undefined ? 1 : Number(match[1]);
    if (match === null || (found.length > 0 && match[1] === undefined)) break;
    if (number !== found.length + 1) break;
    found.push({ number, name: match[2]!, span: { start: end - match[2]!.length, end } });
  }
  return found;
}

/** The pages: a line 附件 or 附件1, the title in the paragraph below. */
function delivered(summary: Summary, marks: readonly Note<ParagraphKind>[]): Attachment[] {
  return marks.map(({ span, paragraph }) => {
    const title = summary.paragraph(paragraph + 1);
    const number = Number(/\d+/.exec(summary.slice(span.start, span.end))?.[0] ?? 1);
    const name =
      title === null ? '' : summary.slice(title.start, Math.min(title.end, title.start + 60));
    return { number, name, span };
  });
}

const bare = (name: string) => name.replace(/[\s\u3000《》“”。；：*#（）()]/g, '');

/** One holds the other: a title of two lines, or a note such as （另发） behind the name. */
function sameName(a: string, b: string): boolean {
  const [one, other] = [bare(a), bare(b)];
  return one === '' || other === '' || one.includes(other) || other.includes(one);
}

export default defineRule<Record<never, never>, ParagraphKind>({
  id: 'attachment-page',
  domainId: '1.3',
  scope: 'document',
  trigger: '附',
  severity: 'warning',
  title: { zh: '附件与附件说明不一致', en: 'Attachments differ from the notice' },
  explain: {
    zh: '附件的序号和标题应与正文后的附件说明一致，否则读者对不上号。',
    en: 'Numbers and titles of the attachments must be those of the notice behind the text.',
  },
  source: 'GB/T 9704—2012 7.3.7',
  automatic: false,
  examples: {
    bad: [
      {
        bad: '正文。\n附件：1.活动统计表\n　　　2.⟦图书目录⟧\n附件1\n活动统计表\n附件2\n志愿者名单',
      },
      {
        bad: '\uFEFF　𠮷日活动结束。\r\n　附件：1.活动统计表\r\n　　　　2.⟦图书目录⟧\r\n附件1\r\n活动统计表\r\n',
      },
      { bad: '正文。\n附件：活动统计表\n附件1\n活动统计表\n⟦附件2⟧\n图书目录' },
    ],
    good: [
      '正文。\n附件：1.活动统计表\n　　　2.图书目录\n附件1\n活动统计表\n附件2\n县图书馆图书目录',
      '正文。\n附件：1.活动统计表\n　　　2.图书目录',
      '正文。\n附件：活动统计表（另发）\n附件\n活动统计表',
      '正文。\n附件1\n活动统计表',
    ],
  },
  note({ paragraphs }, note) {
    for (const { kind, start, end } of paragraphs) {
      if (kind === 'attachment-notice' || kind === 'attachment-mark') note({ start, end }, kind);
    }
  },
  check({ notes, summary, report }) {
    const announced = notes.find(({ data }) => data === 'attachment-notice');
    if (announced === undefined) return;
    const notice = promised(summary, announced.paragraph);
    const marks = notes.filter(({ data }) => data === 'attachment-mark');
    const pages = delivered(summary, marks);
    // Attachments are often files of their own: nothing to compare then.
    if (notice.length === 0 || pages.length === 0) return;
    for (const { number, name, span } of notice) {
      const page = pages.find((candidate) => candidate.number === number);
      if (page !== undefined && sameName(name, page.name)) continue;
      report({
        span,
        message:
          page === undefined
            ? {
                zh: `附件说明列了第${number}个附件，后面却没有“附件${number}”。请补上附件，或改附件说明。`,
                en: `The notice lists attachment ${number}, but there is no page 附件${number}. Add it, or change the notice.`,
              }
            : {
                zh: `附件${number}的标题与附件说明不一致，后面写的是“${page.name.trim()}”。请统一。`,
                en: `The page of attachment ${number} has another title: “${page.name.trim()}”. Make them agree.`,
              },
      });
    }
    for (const { number, span } of pages) {
      if (number <= notice.length) continue;
      report({
        span,
        message: {
          zh: `附件说明里没有第${number}个附件。请在附件说明中补上。`,
          en: `The notice does not list attachment ${number}. Add it there.`,
        },
      });
    }
  },
});
