import type { ParsedSummary } from './model.js';

const YEAR = /(?<!\d)((?:19|20)\d{2})年/;

/** The year a document is about: of its title, its date, or its first paragraphs. Null when none of them says. */
export function documentYear({ text, paragraphs }: ParsedSummary): number | null {
  const named = ['title', 'subtitle', 'date'].flatMap((kind) =>
    paragraphs.filter((paragraph) => paragraph.kind === kind),
  );
  for (const { start, end } of [...named, ...paragraphs.slice(0, 3)]) {
    const year = YEAR.exec(text.slice(start, Math.min(end, start + 200)))?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}
