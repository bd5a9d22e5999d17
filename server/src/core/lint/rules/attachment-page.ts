import type { Span } from '../../base/text.js';
import type { Summary } from '../../document/document.js';
import type { ParagraphKind } from '../../document/model.js';
import { defineRule, type Fact, type RuleExamples } from '../rule.js';

interface Attachment {
  readonly number: number;
  readonly name: string;
  readonly span: Span;
}

interface Page extends Attachment {
  /** What stands below the name: the name itself, where an office stands above it. */
  readonly below: string;
}

const readNotice = (line: string) =>
  /^(?:附件[：:])?\s*(?:(?<number>\d{1,2})[.．、])?(?<name>.*)/s.exec(line)!.groups!;

/** The names in the notice: 附件：1.… with 2.… below it, or one name without a number. */
function promised(summary: Summary, at: number): Attachment[] {
  const found: Attachment[] = [];
  for (let index = at; ; index++) {
    const paragraph = summary.paragraph(index);
    if (paragraph === null) return found;
    const { start, end } = paragraph;
    const { number, name } = readNotice(summary.slice(start, end));
    // 附件： alone, with the names below it, or a name still to be typed.
    if (name === '') continue;
    if (number === undefined && index > at) {
      // A long name goes on in an indented line of its own.
      const below = summary.paragraph(index + 1);
      const next = below === null ? {} : readNotice(summary.slice(below.start, below.end));
      if (Number(next.number) === found.length + 1) continue;
      return found;
    }
    if (Number(number ?? 1) !== found.length + 1) return found;
    found.push({ number: found.length + 1, name: name!, span: { start: end - name!.length, end } });
  }
}

/** The pages: a line 附件 or 附件1, the title in the paragraph below. */
function delivered(summary: Summary, marks: readonly Fact<ParagraphKind>[]): Page[] {
  const line = (index: number) => {
    const paragraph = summary.paragraph(index);
    if (paragraph === null) return '';
    return summary.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 60));
  };
  return marks.map(({ span, paragraph }) => {
    const number = Number(/\d+/.exec(summary.slice(span.start, span.end))?.[0] ?? 1);
    return { number, name: line(paragraph + 1), below: line(paragraph + 2), span };
  });
}

const bare = (name: string) => name.replace(/[\s\u3000《》“”。；：*#（）()]/g, '');

/** One holds the other: a title of two lines, or a note such as （另发） after the name. */
function sameName(a: string, b: string): boolean {
  const [one, other] = [bare(a), bare(b)];
  return one.includes(other) || other.includes(one);
}

/** True when an entry of the notice holds more than its own name: 附件：1.活动统计表；2.图书目录, or both names without numbers. */
function listsMore(notice: readonly Attachment[], page: Page): boolean {
  const title = bare(page.name);
  return notice.some(
    ({ name }) =>
      /[\s；，、]\d{1,2}[.．、]/.test(name) || (title !== '' && bare(name).includes(title)),
  );
}

export default defineRule<Record<never, never>, ParagraphKind>({
  id: 'attachment-page',
  topic: 'document',
  scope: 'document',
  trigger: '附',
  severity: 'warning',
  title: { zh: '附件与附件说明不一致', en: 'Attachments differ from the notice' },
  explain: {
    zh: '附件的序号和标题应与正文后的附件说明一致，否则读者对不上号。',
    en: 'Numbers and titles of the attachments must be those of the notice after the text.',
  },
  source: 'GB/T 9704—2012 7.3.7',
  mechanical: false,
  gather({ prose, kind }, add) {
    if (kind === 'attachment-notice' || kind === 'attachment-mark')
      add({ start: 0, end: prose.length }, kind);
  },
  check({ facts, summary, report }) {
    const announced = facts.find(({ data }) => data === 'attachment-notice');
    if (announced === undefined) return;
    const notice = promised(summary, announced.paragraph);
    const marks = facts.filter(({ data }) => data === 'attachment-mark');
    const pages = delivered(summary, marks);
    // Attachments are often files of their own: nothing to compare then.
    if (notice.length === 0 || pages.length === 0) return;
    for (const { number, name, span } of notice) {
      const page = pages.find((candidate) => candidate.number === number);
      if (
        page !== undefined &&
        (sameName(name, page.name) || bare(page.below).includes(bare(name)))
      )
        continue;
      report({
        span,
        message:
          page === undefined
            ? {
                zh: `附件说明列了第${number}个附件，后面却没有“附件${number}”。请补上附件，或改附件说明。`,
                en: `The notice lists attachment ${number}, but there is no page 附件${number}. Add it, or change the notice.`,
              }
            : {
                zh: `附件${number}的标题与附件说明不一致，后面写的是“${page.name}”。请统一。`,
                en: `The page of attachment ${number} has another title: “${page.name}”. Make them agree.`,
              },
      });
    }
    for (const page of pages) {
      const { number, span } = page;
      if (number <= notice.length || listsMore(notice, page)) continue;
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

export const examples: RuleExamples = {
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
    '正文。\n附件：\n1.活动统计表\n2.图书目录\n附件1\n活动统计表\n附件2\n图书目录',
    '正文。\n附件：1.活动统计表；2.图书目录\n附件1\n活动统计表\n附件2\n图书目录',
    '正文。\n附件：活动统计表\n附件\n县图书馆\n活动统计表',
  ],
};
