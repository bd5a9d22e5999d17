/** The outline, in the shape in which it is given to programs. */

import type { Placeholder } from '../core/analysis/placeholders/placeholders.js';
import { countCharacters } from '../core/base/word-count.js';
import { headingOf } from '../core/document/label.js';
import type { ParsedSummary, Section } from '../core/document/model.js';
import { titleOf } from '../core/document/title.js';

export interface SectionReport {
  readonly level: number;
  /** Empty for a Markdown heading without a typed label; its number is null. */
  readonly marker: string;
  readonly number: number | null;
  readonly title: string;
  /** Marker and title as one reads them. */
  readonly heading: string;
  /** 1-based, both inclusive. */
  readonly line: number;
  readonly endLine: number;
  readonly characters: number;
  readonly placeholders: number;
  readonly children: readonly SectionReport[];
}

export interface OutlineReport {
  readonly title: string | null;
  /** As Word counts 字数. */
  readonly characters: number;
  readonly sections: readonly SectionReport[];
}

export function reportOutline(
  summary: ParsedSummary,
  placeholders: readonly Placeholder[],
): OutlineReport {
  const { text, title, sections } = summary;
  return {
    title: title === null ? null : titleOf(summary),
    characters: countCharacters(text),
    sections: sections.map((section) => reportSection(text, section, placeholders)),
  };
}

function reportSection(
  text: string,
  section: Section,
  placeholders: readonly Placeholder[],
): SectionReport {
  const { level, label, title, line, endLine, span, children } = section;
  return {
    level,
    marker: label?.marker ?? '',
    number: label?.number ?? null,
    title,
    heading: headingOf(section),
    line: line + 1,
    endLine: endLine + 1,
    characters: countCharacters(text, span.start, span.end),
    placeholders: placeholders.filter(
      (found) => found.span.start >= span.start && found.span.end <= span.end,
    ).length,
    children: children.map((child) => reportSection(text, child, placeholders)),
  };
}
