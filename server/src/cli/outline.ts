import { countCharacters } from '../core/characters.js';
import type { Section } from '../core/model.js';
import { type Placeholder, placeholdersOf } from '../core/placeholders.js';
import type { Context } from './context.js';
import { type Document, eachDocument } from './documents.js';

export interface OutlineFlags {
  readonly format: 'text' | 'json';
}

interface SectionReport {
  readonly level: number;
  /** Empty for a Markdown heading without a typed label; its number is null. */
  readonly marker: string;
  readonly number: number | null;
  readonly title: string;
  /** 1-based, both inclusive. */
  readonly line: number;
  readonly endLine: number;
  readonly characters: number;
  readonly placeholders: number;
  readonly children: readonly SectionReport[];
}

interface OutlineReport {
  readonly file: string;
  readonly title: string | null;
  readonly characters: number;
  readonly sections: readonly SectionReport[];
}

/** The outline of one file, with the length of each part as Word counts it. */
export async function outline(
  this: Context,
  { format }: OutlineFlags,
  name: string,
): Promise<void> {
  await eachDocument(
    this,
    [name],
    (document) => {
      const report = reportOutline(document);
      this.print(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : draw(report, this));
    },
    false,
  );
}

function reportOutline({ name, text, summary }: Document): OutlineReport {
  const placeholders = placeholdersOf(summary);
  const { title } = summary;
  return {
    file: name,
    title: title === null ? null : text.slice(title.start, title.end).trim(),
    characters: countCharacters(text),
    sections: summary.sections.map((section) => reportSection(text, section, placeholders)),
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
    line: line + 1,
    endLine: endLine + 1,
    characters: countCharacters(text, span.start, span.end),
    placeholders: placeholders.filter(
      (found) => found.span.start >= span.start && found.span.end <= span.end,
    ).length,
    children: children.map((child) => reportSection(text, child, placeholders)),
  };
}

function draw({ title, characters, sections }: OutlineReport, context: Context): string {
  const { colors, say } = context;
  const lines = [
    `${colors.bold(title ?? say({ zh: '（无标题）', en: '(no title)' }))}  ${colors.dim(
      say({ zh: `${characters} 字`, en: `${characters} characters` }),
    )}`,
  ];
  const add = (section: SectionReport, depth: number): void => {
    const { marker, line, characters: length, placeholders } = section;
    const facts = say({
      zh: `第 ${line} 行，${length} 字${placeholders > 0 ? `，待填 ${placeholders} 处` : ''}`,
      en: `line ${line}, ${length} characters${placeholders > 0 ? `, ${placeholders} to fill in` : ''}`,
    });
    lines.push(`${'  '.repeat(depth)}${colors.cyan(marker)}${section.title}  ${colors.dim(facts)}`);
    for (const child of section.children) add(child, depth + 1);
  };
  for (const section of sections) add(section, 1);
  return `${lines.join('\n')}\n`;
}
