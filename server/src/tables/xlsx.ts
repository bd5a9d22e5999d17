/**
 * The sheet of a workbook that is meant (ECMA-376, part 1, 18): the cells that hold something, one by one, so
 * that a value in the last of a thousand million cells takes no more room than one in the first.
 */

import type { TableProblem } from '../core/fill-table/table.js';
import { ArchiveError, partAt, textOfPart, unpack } from '../reading/archive.js';
import { LIMITS } from '../reading/limits.js';
import { parseXml } from '../reading/xml.js';
import { type Fits, failed, type ReadTable, Sheet, tooMany } from './grid.js';
import { builtInFormat, formatCell } from './number-format.js';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONSHIPS = 'xl/_rels/workbook.xml.rels';

/** Reads the sheet whose headers fit best, or the first that is shown: its cells as the sheet shows them. */
export function readXlsx(bytes: Uint8Array, fits: Fits = () => 0): ReadTable {
  try {
    return readWorkbook(bytes, fits);
  } catch (error) {
    if (error instanceof ArchiveError && error.reason === 'bomb') {
      return failed(
        '工作簿解压后大得不正常，没有读取，请在 Excel 或 WPS 中删去用不着的行、列和工作表，另存后再用',
        'The workbook unpacks to an abnormal size and was not read; delete rows, columns and sheets that nothing needs and save it anew',
      );
    }
    return failed(
      '不是有效的 .xlsx 工作簿，请用 Excel 或 WPS 打开后另存为 .xlsx',
      'Not a valid .xlsx workbook; open it in a spreadsheet and save it anew',
    );
  }
}

/** Sheets that are looked at for the one that fits. */
const MOST_SHEETS = 30;

function readWorkbook(bytes: Uint8Array, fits: Fits): ReadTable {
  const about = partsOf(bytes, [WORKBOOK, RELATIONSHIPS]);
  const { sheets, since1904 } = readAbout(about(WORKBOOK) ?? '');
  const { byId, byType } = readRelationships(about(RELATIONSHIPS) ?? '');
  const shown = sheets.filter(({ hidden }) => !hidden);
  const candidates = (shown.length > 0 ? shown : sheets).slice(0, MOST_SHEETS);
  const [strings, styles] = [
    byType.get('sharedStrings') ?? 'xl/sharedStrings.xml',
    byType.get('styles') ?? 'xl/styles.xml',
  ];
  const part = partsOf(bytes, [strings, styles]);
  const cells: CellTexts = {
    strings: readStrings(part(strings) ?? ''),
    formats: readStyles(part(styles) ?? ''),
    since1904,
  };
  let best: { sheet: Sheet; table: ReadTable; name: string } | null = null;
  for (const { id, name } of candidates) {
    const xml = sheetXml(bytes, byId.get(id) ?? '', best !== null);
    if (xml === null) continue;
    const sheet = new Sheet('xlsx', fits);
    const table = readSheet(xml, sheet, cells);
    const better =
      best === null ||
      sheet.fit > best.sheet.fit ||
      // An empty sheet in front is no table.
      (best.table.table === null && best.sheet.problem === null && table.table !== null);
    if (better) best = { sheet, table, name };
  }
  if (best === null) throw new ArchiveError('damaged');
  const { table, name } = best;
  const others = sheets.length - 1;
  if (table.table === null || others === 0) return table;
  return { ...table, problems: [...table.problems, usedSheet(name, others)] };
}

/** One sheet at a time: all together they may be large. `others` tells whether one has been read. */
function sheetXml(bytes: Uint8Array, part: string, others: boolean): string | null {
  try {
    return partsOf(bytes, [part])(part);
  } catch (error) {
    if (others && error instanceof ArchiveError) return null;
    throw error;
  }
}

const usedSheet = (name: string, others: number): TableProblem => ({
  severity: 'warning',
  message: {
    zh: `用的是工作表“${name}”，另外 ${others} 张没有用。`,
    en: `The sheet “${name}” is used; ${others} others are not.`,
  },
});

/** Texts of these parts by their names. */
function partsOf(bytes: Uint8Array, names: readonly string[]): (name: string) => string | null {
  const wanted = new Set(names);
  const { parts, tooLarge } = unpack(bytes, (name) => wanted.has(name));
  if (tooLarge.size > 0) throw new ArchiveError('bomb');
  return (name) => {
    const part = parts.get(name);
    return part === undefined ? null : textOfPart(part);
  };
}

interface SheetEntry {
  /** Of its relationship. */
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
}

/** The sheets in order, and where their days are counted from. */
function readAbout(xml: string): { sheets: readonly SheetEntry[]; since1904: boolean } {
  const sheets: SheetEntry[] = [];
  let since1904 = false;
  parseXml(xml, {
    open: (name, { id = '', name: title = '', state, date1904 }) => {
      if (name === 'sheet') sheets.push({ id, name: title, hidden: /hidden$/i.test(state ?? '') });
      else if (name === 'workbookPr') since1904 = date1904 === '1' || date1904 === 'true';
    },
  });
  return { sheets, since1904 };
}

function readRelationships(xml: string) {
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  parseXml(xml, {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      const part = partAt('xl/', Target);
      byId.set(Id, part);
      byType.set(Type.slice(Type.lastIndexOf('/') + 1), part);
    },
  });
  return { byId, byType };
}

/** Texts that cells name by their number. How a word is read aloud stands beside it and is left out. */
function readStrings(xml: string): string[] {
  const strings: string[] = [];
  if (xml === '') return strings;
  const text = new CellText();
  parseXml(xml, {
    open: (name) => text.open(name, 'si'),
    close: (name) => {
      const done = text.close(name, 'si');
      if (done !== null) strings.push(done);
    },
    text: (part) => text.add(part),
  });
  return strings;
}

/** The text of `si` or `is`, in one piece or in runs. */
class CellText {
  private text: string | null = null;
  private reading = false;
  private aloud = 0;

  open(name: string, whole: string): void {
    if (name === whole) this.text = '';
    else if (name === 'rPh') this.aloud++;
    else if (name === 't') this.reading = this.aloud === 0;
  }

  add(part: string): void {
    if (this.text === null || !this.reading) return;
    this.text += part;
    if (this.text.length > LIMITS.cellUnits) throw new ArchiveError('bomb');
  }

  /** The text when this ends it, else null. */
  close(name: string, whole: string): string | null {
    if (name === 't') this.reading = false;
    else if (name === 'rPh') this.aloud--;
    if (name !== whole || this.text === null) return null;
    const done = unescaped(this.text);
    this.text = null;
    return done;
  }
}

/** The number formats of the styles of cells. */
function readStyles(xml: string): string[] {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let inCells = false;
  if (xml === '') return formats;
  parseXml(xml, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      const id = Number(numFmtId);
      if (name === 'numFmt') own.set(id, formatCode);
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) formats.push(own.get(id) ?? builtInFormat(id));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/** What the texts of cells are made of. */
interface CellTexts {
  readonly strings: readonly string[];
  readonly formats: readonly string[];
  readonly since1904: boolean;
}

/** More digits of a number than that no workbook holds. */
const DIGITS = 15;

function cellText({ type, style, value, inline }: Cell, texts: CellTexts): string {
  switch (type) {
    case 's':
      return texts.strings[Number(value)] ?? '';
    case 'inlineStr':
      return inline ?? '';
    case 'str':
      return unescaped(value);
    case 'b':
      return value === '' ? '' : value === '1' ? 'TRUE' : 'FALSE';
    // A formula without a result, such as a division by nothing.
    case 'e':
      return '';
    case 'd':
      return dayText(Date.parse(value));
    default: {
      const number = Number(value);
      if (value.trim() === '' || !Number.isFinite(number)) return value;
      // Digits that a program wrote out are not lost, though a spreadsheet would lose them.
      if (/^-?\d{16,21}$/.test(value)) return value;
      const format = texts.formats[Number(style)] ?? 'General';
      return formatCell(number, format, texts.since1904);
    }
  }
}

interface Cell {
  readonly type: string;
  readonly style: string;
  readonly value: string;
  /** A text that stands in the cell itself. */
  readonly inline: string | null;
  /** The value is the result of a formula. */
  readonly computed: boolean;
}

function readSheet(xml: string, sheet: Sheet, texts: CellTexts): ReadTable {
  const inline = new CellText();
  let cells: string[] = [];
  let row = 0;
  let column = 0;
  let cell: { -readonly [K in keyof Cell]: Cell[K] } | null = null;
  let inValue = false;
  try {
    parseXml(xml, {
      open: (name, { r = '', t = 'n', s = '' }) => {
        if (name === 'row') {
          row = /^\d+$/.test(r) ? Number(r) : row + 1;
          cells = [];
          column = 0;
        } else if (name === 'c') {
          const letters = /^[A-Z]+(?=\d+$)/.exec(r)?.[0];
          column = letters === undefined ? column + 1 : numberOf(letters);
          cell = { type: t, style: s, value: '', inline: null, computed: false };
        } else if (name === 'v') inValue = cell !== null;
        else if (name === 'f' && cell !== null) cell.computed = true;
        else if (cell !== null) inline.open(name, 'is');
      },
      close: (name) => {
        if (name === 'v') inValue = false;
        else if (name === 'c' && cell !== null) {
          const value = cellText(cell, texts);
          tellDoubt(sheet, cell, row, column - 1);
          cell = null;
          if (value === '') return;
          if (column > LIMITS.tableColumns) throw new Enough(tooMany('tableColumns'));
          while (cells.length < column) cells.push('');
          cells[column - 1] = value;
        } else if (name === 'row') {
          sheet.add(row, cells);
          if (sheet.problem !== null) throw new Enough(sheet.problem);
        } else if (cell !== null) {
          cell.inline = inline.close(name, 'is') ?? cell.inline;
        }
      },
      text: (part) => {
        if (inValue && cell !== null) cell.value += part;
        else if (cell !== null) inline.add(part);
      },
    });
  } catch (error) {
    if (error instanceof Enough) return error.table;
    throw error;
  }
  return sheet.table();
}

/** Says of a cell that what it shows, or would show, is not what was meant. */
function tellDoubt(sheet: Sheet, cell: Cell, row: number, column: number): void {
  const { type, value, computed } = cell;
  if (type === 'e') {
    sheet.tell(
      row,
      column,
      `公式的结果是错误值 ${value}，没有填`,
      `the formula gives the error ${value}, which is not filled in`,
    );
  } else if (computed && value === '' && type !== 'str' && cell.inline === null) {
    sheet.tell(
      row,
      column,
      '公式还没有算出结果，请用 Excel 或 WPS 打开这个文件，保存后再用',
      'the formula has no result yet; open the file in a spreadsheet and save it',
    );
  } else if (type === 'n' && Math.abs(Number(value)) >= 10 ** DIGITS) {
    sheet.tell(
      row,
      column,
      `超过 ${DIGITS} 位的数，表格软件只记得前 ${DIGITS} 位，请核对；证件号码一类请把单元格设为文本再填`,
      `spreadsheets keep ${DIGITS} digits of a number only, so check this one; numbers of documents have to be text`,
    );
  }
}

/** Nothing more need be read. */
class Enough extends Error {
  constructor(readonly table: ReadTable) {
    super();
  }
}

/** 1 for A, 27 for AA; a column further away than any is as good as infinitely far. */
function numberOf(letters: string): number {
  let number = 0;
  for (const letter of letters.slice(0, 4)) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** `_x000D_` stands for a sign that XML cannot hold (ECMA-376, part 1, 22.9.2.19). */
function unescaped(text: string): string {
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const DAY = 86_400_000;

function dayText(time: number): string {
  // Years of four figures; what is beyond is no date.
  if (!(time >= -62_135_596_800_000 && time < 253_402_300_800_000)) return '';
  const iso = new Date(time).toISOString();
  return time % DAY === 0 ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
}
