import { type ParsedSummary, type Section, walkSections } from '../document/model.js';

/** The sections around a line (0-based), outermost first. */
export function sectionsAround({ sections }: ParsedSummary, line: number): Section[] {
  const around: Section[] = [];
  for (const section of walkSections(sections)) {
    if (section.line > line) break;
    if (section.endLine >= line) around.push(section);
  }
  return around;
}

/** The innermost section at or before a line (0-based) with those around it, outermost first. */
export function openSections(summary: ParsedSummary, line: number): Section[] {
  let last = -1;
  for (const section of walkSections(summary.sections)) {
    if (section.line > line) break;
    last = section.line;
  }
  return last < 0 ? [] : sectionsAround(summary, last);
}
