/** Phrases are numbered 一、 and （一）; where a document numbers otherwise, they follow it. */
import { NUMERALS, parseHanNumeral } from '../base/numerals.js';
import { type LabelStyle, withNumber } from '../document/label.js';
import { formOf } from '../document/label-forms.js';
import type { ParsedSummary } from '../document/model.js';
import { type Scheme, schemeOf, styleIn } from '../document/schemes.js';
import { labelStyle } from '../edits/heading-style.js';

/** How labels of the first two levels are written. */
export interface Labels {
  readonly top: LabelStyle;
  /** Null where there is no second level: such headings stay as they are. */
  readonly sub: LabelStyle | null;
}

/** Those of a scheme; undefined for that of the phrases themselves. */
export function labelsOfScheme(scheme: Scheme | null): Labels | undefined {
  if (scheme === null) return undefined;
  const [top, sub] = scheme.levels;
  return { top: styleIn(scheme, top!), sub: sub === undefined ? null : styleIn(scheme, sub) };
}

/** Those of a document, as it writes them. */
export function labelsOfDocument(summary: ParsedSummary): Labels {
  const [top, sub] = schemeOf(summary).levels;
  return {
    top: labelStyle(summary, top!),
    sub: sub === undefined ? null : labelStyle(summary, sub),
  };
}

const OWN = [formOf('han'), formOf('bracketed-han')].map(
  ({ prefix, suffix }) => `${prefix}(${NUMERALS.han.pattern})${suffix}`,
);
const LABELLED = new RegExp(`^([ \\t\\u3000]*(?:#{1,6} )?)(?:${OWN.join('|')})`);

/** Takes a label of the phrases' own from the start of a heading. */
export const withoutLabel = (heading: string): string => heading.replace(LABELLED, '$1');

/** The text with its labels so written. `above` is the number of the section that its first lines stand in. */
export function relabel(text: string, { top, sub }: Labels, above = 1): string {
  let last = above;
  // Markdown sets paragraphs apart by an empty line.
  const between = text.includes('\n\n') ? '\n\n' : '\n';
  return text
    .split('\n')
    .map((line) => {
      const match = LABELLED.exec(line);
      if (match === null) return line;
      const [typed, lead, outer, inner] = match as unknown as [string, string, string?, string?];
      const number = parseHanNumeral(outer ?? inner!);
      const style = outer === undefined ? sub : top;
      if (number === null || style === null) return line;
      if (outer !== undefined) last = number;
      const { gap, outer: count, headingOnly } = formOf(style.form);
      const path = outer === undefined ? [last].slice(0, count) : [];
      const title = line.slice(typed.length);
      // 第一节 is a line of its own, its text begins below.
      const broken = headingOnly ? title.replace(/。(?=.)/, between + lead) : title;
      return lead + withNumber(style, number, path) + gap + broken;
    })
    .join('\n');
}
