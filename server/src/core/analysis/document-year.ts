import { Summary } from '../document/document.js';
import type { ParsedSummary } from '../document/model.js';
import { paragraphText } from '../document/paragraph-record.js';
import { BACK, FRONT } from '../document/paragraph-roles.js';

const YEAR = /(?<!\d)((?:19|20)\d{2})年/;

/** The year a document is about: of its title, its date, or its first paragraphs. Null when none of them says. */
export function documentYear(parsed: ParsedSummary): number | null {
  const { paragraphs, properEnd } = Summary.of(parsed).structure;
  // Only paragraphs at both ends are ever named so.
  const ends = [
    ...paragraphs.slice(0, FRONT),
    ...paragraphs.slice(Math.max(FRONT, properEnd - BACK), properEnd),
  ];
  const named = ['title', 'subtitle', 'date'].flatMap((kind) =>
    ends.filter((paragraph) => paragraph.kind === kind),
  );
  for (const record of [...named, ...paragraphs.slice(0, 3)]) {
    const year = YEAR.exec(paragraphText(record).slice(0, 200))?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}
