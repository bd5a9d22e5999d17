/** What the files of a source hold, as documents. */
import Papa from 'papaparse';
import { readXlsx } from '../../../src/tables/xlsx.js';
import type { Document } from './documents.js';
import { withoutHtml, withoutMarkdown } from './markup.js';
import type { SnapshotFile } from './snapshots.js';
import type { Source } from './sources.js';

/** Cells shorter than these are no texts. UTF-16 units. */
const SHORTEST_CELL = { csv: 31, tsv: 21 };
/** Strings with so many Han characters in a row are texts. */
const TEXT = /[\u4e00-\u9fa5]{8}/;
const SHORTEST_DOCUMENT = /[\u4e00-\u9fa5]{4}/;
/** Behind what is said about a law stands the law. */
const LAW_BEGINS = '<!-- INFO END -->';
const SPEECH_HEADING = '习近平系列重要讲话数据库';

/** Throws where a file is not what its source says. */
export function* documentsOf(file: SnapshotFile, source: Source): Generator<Document> {
  for (const [name, text] of textsOf(file, source)) {
    if (SHORTEST_DOCUMENT.test(text)) yield { name, lines: linesOf(text) };
  }
}

export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\r\n\u2028]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

type NamedText = readonly [name: string, text: string];

function* textsOf({ path, bytes }: SnapshotFile, source: Source): Generator<NamedText> {
  const { format, field = '' } = source;
  switch (format) {
    case 'markdown': {
      const text = decoded(bytes);
      const start = Math.max(0, text.indexOf(LAW_BEGINS));
      return yield [path, withoutHtml(withoutMarkdown(text.slice(start)))];
    }
    case 'speeches': {
      const text = decoded(bytes);
      const heading = text.indexOf(SPEECH_HEADING);
      return yield [path, heading < 0 ? text : text.slice(heading + SPEECH_HEADING.length)];
    }
    case 'csv':
      return yield* numbered(path, csvTexts(decoded(bytes)));
    case 'tsv':
      return yield* numbered(path, decoded(bytes).split('\n').map(tsvText));
    case 'json': {
      const text: unknown = JSON.parse(decoded(bytes))[field];
      return yield [path, withoutHtml(typeof text === 'string' ? text : '')];
    }
    case 'json-lines':
      return yield* jsonLines(path, decoded(bytes), source);
    case 'json-texts':
      return yield* numbered(path, jsonTexts(decoded(bytes)));
    case 'workbook':
      return yield* numbered(path, columnTexts(bytes, field));
    case 'files':
      return yield [path, decoded(bytes)];
  }
}

function* numbered(path: string, texts: Iterable<string>): Generator<NamedText> {
  let number = 0;
  for (const text of texts) yield [`${path}${number++}`, text];
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** One text a row. */
function csvTexts(text: string): string[] {
  const { data } = Papa.parse<string[]>(text.replaceAll('\r\n', '\n'), {
    delimiter: ',',
    newline: '\n',
  });
  return data.map((row) =>
    withoutHtml(row.filter(({ length }) => length >= SHORTEST_CELL.csv).join('\n')),
  );
}

function tsvText(line: string): string {
  const cells = line.split('\t');
  return cells.filter(({ length }) => length >= SHORTEST_CELL.tsv).join('\n');
}

/** Documents are called by their year or number. */
function* jsonLines(path: string, text: string, source: Source): Generator<NamedText> {
  const { field = '', only } = source;
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const object = JSON.parse(line) as Record<string, unknown>;
    const number = only === undefined ? Number.NaN : Number(object[only.field]);
    if (only !== undefined && !(number > only.after && number < only.before)) continue;
    yield [`${path}${object[only?.field ?? ''] ?? ''}`, withoutHtml(String(object[field]))];
  }
}

/** One text for each entry of the lists that such files have. */
function* jsonTexts(text: string): Generator<string> {
  for (const value of jsonValues(text)) {
    for (const entry of entriesOf(value)) {
      const texts = [...stringsIn(entry)].filter((string) => TEXT.test(string));
      if (texts.length > 0) yield withoutHtml(texts.join('\n'));
    }
  }
}

/** One value, or one on each line that holds an object. */
function jsonValues(text: string): unknown[] {
  const whole = parsed(text);
  if (whole !== undefined) return [whole];
  const lines = text.split('\n').filter((line) => line.startsWith('{'));
  return lines.map(parsed).filter((value) => value !== undefined);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function entriesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const { data, videoList } = (value ?? {}) as { data?: unknown; videoList?: unknown };
  if (Array.isArray(data)) return data;
  return Array.isArray(videoList) ? videoList : [value];
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) yield* stringsIn(part);
  }
}

/** One text for each cell under a heading; sentences stand between blanks. */
function columnTexts(bytes: Uint8Array, heading: string): string[] {
  const { table, problems } = readXlsx(bytes);
  if (table === null) throw new Error(problems[0]?.message.en);
  const column = table.headers.indexOf(heading);
  return table.rows
    .map(({ cells }) => cells[column] ?? '')
    .filter((cell) => cell !== '')
    .map((cell) => withoutHtml(cell).replace(/\s+/g, '\n'));
}
