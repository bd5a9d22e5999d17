import { counted, placeholdersOf } from '../../core/index.js';
import { type OutlineReport, reportOutline, type SectionReport } from '../../report/outline.js';
import type { Context } from '../context.js';
import { eachDocument } from '../documents.js';

export interface OutlineFlags {
  readonly format: 'text' | 'json';
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
    ({ name: file, summary }) => {
      const report = reportOutline(summary, placeholdersOf(summary));
      const json = () => `${JSON.stringify({ file, ...report }, null, 2)}\n`;
      this.print(format === 'json' ? json() : formatText(report, this));
    },
    false,
  );
}

function formatText({ title, characters, sections }: OutlineReport, context: Context): string {
  const { colors, say } = context;
  const lines = [
    `${colors.bold(title ?? say({ zh: '（无标题）', en: '(no title)' }))}  ${colors.dim(
      say({ zh: `${characters} 字`, en: counted(characters, 'character') }),
    )}`,
  ];
  const add = (section: SectionReport, depth: number): void => {
    const { marker, heading, line, characters: length, placeholders } = section;
    const facts = say({
      zh: `第 ${line} 行，${length} 字${placeholders > 0 ? `，待填 ${placeholders} 处` : ''}`,
      en: `line ${line}, ${counted(length, 'character')}${placeholders > 0 ? `, ${placeholders} to fill in` : ''}`,
    });
    lines.push(
      `${'  '.repeat(depth)}${colors.cyan(marker)}${heading.slice(marker.length)}  ${colors.dim(facts)}`,
    );
    for (const child of section.children) add(child, depth + 1);
  };
  for (const section of sections) add(section, 1);
  return `${lines.join('\n')}\n`;
}
