import type { ParsedSummary } from '../document/model.js';
import type { DocumentKind } from './model.js';

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
