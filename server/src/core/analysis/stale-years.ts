import type { Localized } from '../base/localized.js';
import { type Span, spanOf } from '../base/text.js';
import type { ParsedSummary } from '../document/model.js';
import { titleOf } from '../document/title.js';
import { isBoundToYear } from './bound-to-year.js';
import { documentYear } from './document-year.js';

export interface StaleYear {
  readonly span: Span;
  readonly message: Localized;
}

/** A year that opens a heading or a sentence about the work done: 2023年主要工作, 2023年以来. */
const DONE =
  /(?<!\d)((?:19|20)\d{2})年度?(?=(?:以来|上半年|下半年|全年|，|(?:的)?(?:主要)?工作(?:开展|完成)?(?:情况|回顾|总结|成效)|(?:的)?主要工作\s*$))/g;
/** A year with which a paragraph begins; what is said of it may be true of it alone: 2023年是收官之年. */
const FIRST = /(?<=^[\s\u3000\uFEFF]{0,8})((?:19|20)\d{2})(?=年)/g;
/** A year that plans are made for: 2024年工作计划, 2024年打算. */
const PLANNED =
  /(?<!\d)((?:19|20)\d{2})年度?(?=(?:的)?(?:重点|主要)?(?:工作)?(?:计划|打算|思路|安排))/g;

/**
 * Years that were probably left standing from an older copy: work done in another year than the
 * document's, plans for a year that is over. Quoted text and comparisons with earlier years are not
 * meant, so only the headings and the first words of paragraphs are looked at. Nothing when the
 * document does not say its year.
 */
export function staleYears(summary: ParsedSummary): StaleYear[] {
  const year = documentYear(summary);
  if (year === null) return [];
  const { text, paragraphs } = summary;
  // A report on several years, or on one and the next, names more than its own.
  const title = titleOf(summary);
  if ((title.match(/\d{4}/g)?.length ?? 0) > 1) return [];
  const planning = /计划|打算|要点|安排/.test(title);
  const found: StaleYear[] = [];
  for (const { kind, start, end, bodyStart } of paragraphs) {
    if (kind === 'title' || kind === 'subtitle' || kind === 'date') continue;
    const heading = kind === 'heading' || kind === 'run-in';
    const stop = Math.min(
      end,
      heading && kind === 'run-in' ? bodyStart : start + (heading ? 60 : 12),
    );
    const head = text.slice(start, stop);
    for (const [pattern, plans] of [
      [DONE, false],
      [PLANNED, true],
      [FIRST, false],
    ] as const) {
      for (const match of head.matchAll(pattern)) {
        const named = Number(match[1]);
        if (pattern === FIRST && (heading || !isBoundToYear(text, spanOf(match, start)))) continue;
        const stale = plans ? named <= year && !planning : named < year;
        if (!stale || (plans && !heading)) continue;
        found.push({
          span: spanOf(match, start),
          message: {
            zh: plans
              ? `这是${year}年的总结，计划却写着${named}年。是不是沿用旧稿没有改？请核对。`
              : `这是${year}年的总结，这里写的是${named}年。是不是沿用旧稿没有改？请核对。`,
            en: `The document is about ${year}, this says ${named}. Left over from an older copy? Check it.`,
          },
        });
      }
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
