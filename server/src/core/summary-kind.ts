import type { ParsedSummary } from './model.js';
import { paragraphText } from './paragraph-record.js';
import { FRONT } from './parts.js';
import type { DocumentKind } from './phrases/model.js';
import type { ParagraphContext } from './rule.js';
import type { Summary } from './summary.js';
import type { Span } from './text.js';

/** Shorter texts are notes or drafts just begun: they need no sign-off and no complete outline. */
const SHORTEST_SUMMARY = 600;

const SUMMARY_TITLE = /总结|小结|汇报|述职|(?:工作|情况|完成)报告/;
const SPEECH =
  /^(?:各位|同志们|尊敬的|代表们|委员们|朋友们)[^。]{0,30}[：:！!]?$|^(?:——)?[^。]{0,30}在[^。]{2,60}上的?(?:讲话|报告|发言)?$/;

/** A text speaks of 工作 once in this many characters, or it is no summary: statutes and minutes stay far below. */
const MENTION_EVERY = 200;

function mentionsOfWork({ structure }: Summary): number {
  let count = 0;
  for (const record of structure.paragraphs) {
    const text = paragraphText(record);
    for (let at = text.indexOf('工作'); at >= 0; at = text.indexOf('工作', at + 2)) count++;
  }
  return count;
}

/** True for a work summary of some length: by its title, or by two headings and constant talk of 工作. */
export function isWorkSummary(summary: Summary): boolean {
  const { title, length } = summary;
  if (length < SHORTEST_SUMMARY || !summary.hasSections(1, 2)) return false;
  if (title !== null) return SUMMARY_TITLE.test(summary.slice(title.start, title.end));
  return mentionsOfWork(summary) * MENTION_EVERY >= length;
}

/** Adds the articles of a statute in a paragraph: 第一条 at the start of a line. */
export function articlesOfStatute(
  { prose }: ParagraphContext,
  add: (span: Span, data: null) => void,
): void {
  for (const { index, 0: article } of prose.matchAll(
    /第[一二三四五六七八九十百]{1,6}条(?<=(?:^|[\n“])[ \t\u3000#*]{0,8}第[^条\n]{1,6}条)/g,
  )) {
    add({ start: index, end: index + article.length }, null);
  }
}

/**
 * True for a statute or a decision that amends one: it counts in 第一条, and its lists follow rules
 * of their own. `articles` is how many {@link articlesOfStatute} adds.
 */
export function isStatute(summary: Summary, articles: number): boolean {
  return articles >= 3 || amendsStatute(summary);
}

function amendsStatute({ structure }: Summary): boolean {
  const front = structure.paragraphs.slice(0, FRONT).map(paragraphText).join('\n');
  return /关于(?:修改|废止)/.test(front.slice(0, 300));
}

/** True when the text is read out at a meeting: it opens with 各位代表, or says so below its title. */
export function isSpeech({ structure }: Summary): boolean {
  return structure.paragraphs
    .slice(0, FRONT)
    .some((record) => record.length <= 100 && SPEECH.test(paragraphText(record).trim()));
}

/** Where a finding about the whole document goes: the opening words of its first paragraph. */
export function openingWords(summary: Summary): Span | null {
  const first = summary.paragraph(0);
  if (first === null) return null;
  const { start } = first;
  const line = summary.slice(start, Math.min(first.end, start + 50));
  const length = line.search(/[，。：；，\r\n]/);
  return { start, end: start + (length > 0 ? length : line.length) };
}

/** What a document is for: the more telling words first, because a 述职述廉报告 is a 述职报告 too. */
const KINDS: readonly (readonly [DocumentKind, RegExp])[] = [
  ['duty-integrity', /述廉/],
  ['duty', /述职/],
  ['party', /党建|党务|(?:党支部|党总支|党委|党组|支部)[^，。]{0,12}(?:总结|报告)/],
  ['special', /整改|专项|情况(?:的)?(?:报告|汇报)|督查|排查|整治/],
  ['personal', /个人/],
  ['project', /项目|工程/],
  ['half-year', /上半年|下半年|半年/],
  ['quarter', /季度/],
  ['annual', /总结|小结|年度|年终|工作报告/],
];

/** How much of the first paragraph may tell the kind when there is no title. UTF-16 units. */
const OPENING = 200;

/** The kind of a document by its title, or by its first paragraph; null when neither says. */
export function documentKind({ text, title, paragraphs }: ParsedSummary): DocumentKind | null {
  const first = paragraphs[0];
  if (title === null && first === undefined) return null;
  const { start, end } = title ?? {
    start: first!.start,
    end: Math.min(first!.end, first!.start + OPENING),
  };
  const words = text.slice(start, end);
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
