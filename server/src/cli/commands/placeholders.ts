import { placeholdersOf } from '../../core/index.js';
import { type PlaceholderReport, reportPlaceholder } from '../../report/placeholders.js';
import type { Context } from '../context.js';
import { type Document, eachDocument } from '../documents.js';

export interface PlaceholdersFlags {
  readonly format: 'text' | 'json' | 'csv';
}

interface PlaceholdersOfFile {
  readonly file: string;
  readonly placeholders: readonly PlaceholderReport[];
}

/** What is still to be filled in. */
export async function placeholders(
  this: Context,
  { format }: PlaceholdersFlags,
  ...names: string[]
): Promise<void> {
  const files: PlaceholdersOfFile[] = [];
  await eachDocument(this, names, (document) => {
    files.push(report(document));
  });
  const total = files.reduce((sum, file) => sum + file.placeholders.length, 0);
  if (format === 'csv') this.print(await toCsv(files));
  else if (format === 'json') this.print(`${JSON.stringify({ files, total }, null, 2)}\n`);
  else this.print(formatText(files, total, this));
}

function report({ name, summary }: Document): PlaceholdersOfFile {
  const found = placeholdersOf(summary).map((placeholder) =>
    reportPlaceholder(summary, placeholder),
  );
  return { file: name, placeholders: found };
}

function formatText(
  files: readonly PlaceholdersOfFile[],
  total: number,
  { colors, say }: Context,
): string {
  const lines = files.flatMap(({ file, placeholders: found }) =>
    found.map(
      ({ line, column, text, label }) =>
        `${colors.bold(`${file}:${line}:${column}:`)} ${colors.magenta(text)} ${colors.dim(label)}`,
    ),
  );
  const sum = say({ zh: `待填 ${total} 处。`, en: `${total} to fill in.` });
  return `${[...lines, sum].join('\n')}\n`;
}

/** A row for each place, as spreadsheets open it: with a byte order mark and CRLF. */
async function toCsv(files: readonly PlaceholdersOfFile[]): Promise<string> {
  const { writeCsv } = await import('../../tables/csv.js');
  const fields: (keyof PlaceholderReport)[] = [
    'line',
    'column',
    'endLine',
    'endColumn',
    'text',
    'kind',
    'label',
    'group',
  ];
  const data = files.flatMap(({ file, placeholders: found }) =>
    found.map((placeholder) => [file, ...fields.map((field) => placeholder[field])]),
  );
  return writeCsv([['file', ...fields], ...data], { escapeFormulae: true });
}
