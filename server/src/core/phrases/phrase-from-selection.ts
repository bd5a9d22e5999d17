/** A text that was written once becomes a phrase: its figures and dates are to be filled in anew. */

/** A number that is part of a fixed expression and no figure: 2035年远景目标, 5G. */
const FIXED = /^(?:2035年远景目标|5G|12345|12348|12369|110|119|120)/;

/**
 * The text with figures, dates and years turned into stops; masks and 【…】 that it has stay, and so
 * does all in “…” and 《…》. Paragraphs lose their indent, because every document has its own.
 */
export function phraseFrom(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\uFEFF/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s+|(?<!\s)\s+$/g, ''))
    .filter((line) => line !== '')
    .map(maskFigures)
    .join('\n');
}

function maskFigures(line: string): string {
  const label = /^(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)])/.exec(line)?.[0] ?? '';
  return (
    label +
    line
      .slice(label.length)
      .replace(
        /“[^“”]*”|《[^《》]*》|(?<![\dA-Za-z.])(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日|(?<![\dA-Za-z.])(?:19|20)\d{2}(?=年)|(?<![A-Za-z])\d[\d,]*(?:\.\d+)?(?![A-Za-z])/g,
        (found, at: number, all: string) => {
          if (/^[“《]/.test(found) || FIXED.test(all.slice(label.length + at))) return found;
          if (/日$/.test(found)) return found.includes('年') ? '20XX年X月XX日' : 'X月XX日';
          const next = all[at + found.length];
          if (next === '年' && found.length === 4) return '20XX';
          return next === '月' ? 'X' : 'XX';
        },
      )
  );
}
