import type { Span } from '../base/text.js';
import type { Summary } from '../document/document.js';
import { paragraphText } from '../document/paragraph-record.js';
import { FRONT } from '../document/paragraph-roles.js';
import type { ParagraphContext } from './rule.js';

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
