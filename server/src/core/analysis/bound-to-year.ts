import type { Span } from '../base/text.js';

/** After a year, what was true of it alone: “2024年是建馆50周年”, “……的收官之年”, “2024年这一关键之年”. */
const AFTER =
  /^学?年(?:度)?[，,]?(?:(?:正|恰|既)?(?:是|为|系)|作为|这)[^。！？；\r\n]{0,60}?(?:之年|周年|元年|收官年|开局年)/;
/** The same before it: “作为规划收官之年，2024年……”, “建馆50周年的2024年”. */
const BEFORE = /(?:之年|周年|元年|收官年|开局年)(?:的|之际|[，,（(])$/;
/** How far around a year is looked. UTF-16 units. */
const REACH = 80;

/** True for a year of which something is said that is true of that year alone. The span is its digits. */
export function isBoundToYear(text: string, { start, end }: Span): boolean {
  return (
    AFTER.test(text.slice(end, end + REACH)) ||
    BEFORE.test(text.slice(Math.max(0, start - 8), start))
  );
}
