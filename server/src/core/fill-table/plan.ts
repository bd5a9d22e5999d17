/**
 * Which column of a table goes where, and whether every value may: all of it is known before the
 * first document is filled, so that bad data leaves nothing half-written.
 */

import type { Placeholder } from '../analysis/placeholders/placeholders.js';
import { checkValue, type ValueContext } from '../analysis/placeholders/values.js';
import { inertText } from '../base/inert-markdown.js';
import type { TextEdit } from '../base/text.js';
import type { ParsedSummary } from '../document/model.js';
import { type Column, columnsOf, FILE_NAME_HEADER, headerKey } from './columns.js';
import { distinctValues, fileStem, nameProblems } from './file-names.js';
import {
  type DataRow,
  type DataTable,
  placeIn,
  problemAt,
  quote,
  type TableProblem,
} from './table.js';
import { valueInText, withoutControls } from './value.js';

/** One row of the table: one document. */
export interface PlannedDocument {
  /** As {@link DataRow.number}. */
  readonly row: number;
  /** Name that the table gives to the document's file, without an extension; null when it gives none. */
  readonly name: string | null;
  /** A person, an office or a place that tells the document from all others; null when none does. */
  readonly distinct: string | null;
  /** Values by the name of the column, as the table has them; `''` for a place that stays. */
  readonly values: Readonly<Record<string, string>>;
}

export interface FillingPlan {
  readonly problems: readonly TableProblem[];
  readonly documents: readonly PlannedDocument[];
  /** Names of columns that the document has and the table lacks. */
  readonly missing: readonly string[];
  /** Headers of the table that no placeholder takes. */
  readonly unused: readonly string[];
}

export interface FilledDocument {
  readonly edits: readonly TextEdit[];
  /** Columns that had no value; their placeholders stand as before. */
  readonly unfilled: readonly Column[];
}

/** More problems than anybody reads at once. */
const MAX_PROBLEMS = 50;
/** UTF-16 units on either side that the check of a value asks for. */
const CONTEXT = 24;

/** What filling a document from a table would do. An `error` among the problems forbids it. */
export function planFilling(
  summary: ParsedSummary,
  placeholders: readonly Placeholder[],
  table: DataTable,
): FillingPlan {
  const columns = columnsOf(summary, placeholders);
  const problems: TableProblem[] = [...headerProblems(table)];
  const places = new Map(table.headers.map((header, index) => [headerKey(header), index]));
  const nameAt = places.get(headerKey(FILE_NAME_HEADER));
  const used = columns.flatMap((column) => {
    const index = places.get(headerKey(column.name));
    return index === undefined ? [] : [{ column, index }];
  });
  const taken = new Set([...used.map(({ index }) => index), nameAt]);
  const unused = table.headers.flatMap((header, index) => {
    if (taken.has(index)) return [];
    if (header.trim() !== '') return [header.trim()];
    const holds = table.rows.some(({ cells }) => (cells[index] ?? '').trim() !== '');
    return holds ? [placeIn(table, null, index).zh] : [];
  });
  if (columns.length === 0) {
    problems.push(plain('文稿中没有占位符', 'The document has no placeholder'));
  } else if (used.length === 0) {
    problems.push(nothingFits(table, columns));
  } else if (table.rows.length === 0) {
    problems.push(plain('表中没有数据行', 'The table has no row of values'));
  }
  for (const row of table.rows) {
    for (const { column, index } of used) {
      problems.push(...cellProblems(summary.text, table, column, index, row));
    }
  }
  if (nameAt !== undefined) problems.push(...nameProblems(table, nameAt));
  const distinct = distinctValues(table, used);
  return {
    problems: shorten(problems),
    documents: table.rows.map((row, n) => ({
      row: row.number,
      name: nameAt === undefined ? null : fileStem(row.cells[nameAt] ?? '') || null,
      distinct: distinct?.[n] ?? null,
      values: Object.fromEntries(
        used.map(({ column, index }) => [column.name, row.cells[index] ?? '']),
      ),
    })),
    missing: columns
      .filter(({ name }) => !used.some(({ column }) => column.name === name))
      .map(({ name }) => name),
    unused,
  };
}

/**
 * Edits that put one row's values into the document; nothing but placeholders is touched. In Markdown
 * a value says what it says: what would be a mark, a link or HTML in it is none.
 */
export function fillDocument(
  { text, syntax }: Pick<ParsedSummary, 'text' | 'syntax'>,
  columns: readonly Column[],
  values: Readonly<Record<string, string>>,
): FilledDocument {
  const edits: TextEdit[] = [];
  const unfilled: Column[] = [];
  for (const column of columns) {
    const value = Object.hasOwn(values, column.name) ? values[column.name]!.trim() : '';
    if (isUnfilled(column, value)) unfilled.push(column);
    else {
      for (const placeholder of column.placeholders) {
        const visible = withoutControls(valueInText(text, placeholder, value));
        const newText = syntax === 'markdown' ? inertText(visible) : visible;
        edits.push({ span: placeholder.span, newText });
      }
    }
  }
  edits.sort((a, b) => a.span.start - b.span.start);
  return { edits, unfilled };
}

function plain(zh: string, en: string): TableProblem {
  return { severity: 'error', message: { zh: `${zh}。`, en: `${en}.` } };
}

function nothingFits(table: DataTable, columns: readonly Column[]): TableProblem {
  const first = table.headers.find((header) => header.trim() !== '') ?? '';
  const [zh, en] = [quote(first), quote(columns[0]!.name)];
  const [hint, hintEn] = {
    csv: [
      '；表头若是乱码，请把表另存为 UTF-8',
      '; if the headers are garbled, save the table as UTF-8',
    ],
    xlsx: ['，或把表头改成文稿里的名称', ', or call the headers as the document does'],
    yaml: ['', ''],
    json: ['', ''],
  }[table.format] as [string, string];
  return plain(
    `表中没有一列与占位符同名：表头第一列是${zh}，文稿需要的是${en}等。请先由文稿生成数据表${hint}`,
    `No column of the table is called like a placeholder: its first header is ${zh}, the document needs ${en} and others. Create the table from the document first${hintEn}`,
  );
}

function headerProblems(table: DataTable): TableProblem[] {
  const seen = new Map<string, number>();
  const problems: TableProblem[] = [];
  for (const [index, header] of table.headers.entries()) {
    const key = headerKey(header);
    if (key === '') continue;
    const before = seen.get(key);
    seen.set(key, index);
    if (before === undefined) continue;
    const first = placeIn(table, null, before);
    problems.push(
      problemAt(
        placeIn(table, null, index),
        `与${first.zh}重名，无法判断用哪一列，请改名或删去一列`,
        `has the same name as ${first.en}; rename or delete one of them`,
      ),
    );
  }
  return problems;
}

/** What speaks against a value of the table in the places that it is for. */
function cellProblems(
  text: string,
  table: DataTable,
  column: Column,
  index: number,
  row: DataRow,
): TableProblem[] {
  const value = (row.cells[index] ?? '').trim();
  if (isUnfilled(column, value)) return [];
  const place = placeIn(table, row.number, index);
  if (value.includes('\ufffd')) {
    return [
      problemAt(
        place,
        table.format === 'xlsx'
          ? `${quote(value)}中有无法识别的字符，请在表里重新填写`
          : `${quote(value)}中有无法识别的字符，文件的编码有误，请另存为 UTF-8`,
        table.format === 'xlsx'
          ? `${quote(value)} has unreadable characters; type it anew in the sheet`
          : `${quote(value)} has unreadable characters: the file's encoding is wrong, save it as UTF-8`,
      ),
    ];
  }
  if (column.kind === 'percent' && table.format === 'xlsx' && /^0?\.\d+$/.test(value)) {
    const percent = `${Number((Number(value) * 100).toPrecision(12))}%`;
    return [
      problemAt(
        place,
        `单元格里的数是 ${value}，会填成 ${value}%；若指 ${percent}，请把单元格改为文本 ${percent}`,
        `the cell holds ${value} and would read ${value}%; if ${percent} is meant, make it the text ${percent}`,
        'warning',
      ),
    ];
  }
  for (const placeholder of column.placeholders) {
    const found = checkValue(
      placeholder.kind,
      valueInText(text, placeholder, value),
      contextOf(text, placeholder),
    )[0];
    if (found === undefined) continue;
    const { zh, en } = found.message;
    const severity = found.level === 'error' ? 'error' : 'warning';
    return [{ severity, message: { zh: `${place.zh}：${zh}`, en: `${place.en}: ${en}` } }];
  }
  return [];
}

/** The words around a placeholder on its line that the check of its value looks at. */
function contextOf(text: string, { span, text: own }: Placeholder): ValueContext {
  const before = text.slice(Math.max(0, span.start - CONTEXT), span.start);
  const after = text.slice(span.end, span.end + CONTEXT);
  return {
    text: own,
    before: /[^\r\n]*$/.exec(before)![0],
    after: /^[^\r\n]*/.exec(after)![0],
  };
}

function isUnfilled(column: Column, value: string): boolean {
  return value === '' || value === column.placeholders[0]!.text;
}

function shorten(problems: readonly TableProblem[]): TableProblem[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const sorted = [...errors, ...problems.filter(({ severity }) => severity !== 'error')];
  if (sorted.length <= MAX_PROBLEMS) return sorted;
  const rest = sorted.length - MAX_PROBLEMS;
  const more = plain(`另有 ${rest} 处问题未列出`, `${rest} more problems are not listed`);
  return [...sorted.slice(0, MAX_PROBLEMS), { ...more, severity: sorted[MAX_PROBLEMS]!.severity }];
}
