/**
 * The first sheet of a workbook (ECMA-376, part 1, 18): the cells that hold something, one by one, so
 * that a value in the last of a thousand million cells takes no more room than one in the first.
 */
import { ArchiveError, partAt, textOfPart, unpack } from '../reading/archive.js';
import { LIMITS } from '../reading/limits.js';
import { parseXml } from '../reading/xml.js';
import { failed, type ReadTable, Sheet, tooMany } from './grid.js';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONSHIPS = 'xl/_rels/workbook.xml.rels';

/** Reads the first sheet of a workbook: texts as they are, numbers without binary noise, dates as `2024-03-05`. */
export function readXlsx(bytes: Uint8Array): ReadTable {
  try {
    return readWorkbook(bytes);
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

function readWorkbook(bytes: Uint8Array): ReadTable {
  const about = partsOf(bytes, [WORKBOOK, RELATIONSHIPS]);
  const { sheet, since1904 } = readAbout(about(WORKBOOK) ?? '');
  const { byId, byType } = readRelationships(about(RELATIONSHIPS) ?? '');
  const names = {
    sheet: byId.get(sheet) ?? '',
    strings: byType.get('sharedStrings') ?? 'xl/sharedStrings.xml',
    styles: byType.get('styles') ?? 'xl/styles.xml',
  };
  const part = partsOf(bytes, Object.values(names));
  const xml = part(names.sheet);
  if (xml === null) throw new ArchiveError('damaged');
  const strings = readStrings(part(names.strings) ?? '');
  const dates = readStyles(part(names.styles) ?? '');
  const textOf = ({ type, style, value, inline }: Cell): string => {
    switch (type) {
      case 's':
        return strings[Number(value)] ?? '';
      case 'inlineStr':
        return inline ?? '';
      case 'str':
        return unescaped(value);
      case 'b':
        return value === '' ? '' : String(value === '1');
      // A formula without a result, such as a division by nothing.
      case 'e':
        return '';
      case 'd':
        return dayText(Date.parse(value));
      default:
        return dates[Number(style)] === true && value !== ''
          ? serialText(Number(value), since1904)
          : withoutNoise(value);
    }
  };
  return readSheet(xml, textOf);
}

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

/** The relationship of the first sheet, and where its days are counted from. */
function readAbout(xml: string): { sheet: string; since1904: boolean } {
  let sheet: string | undefined;
  let since1904 = false;
  parseXml(xml, {
    open: (name, { id, date1904 }) => {
      if (name === 'sheet') sheet ??= id;
      else if (name === 'workbookPr') since1904 = date1904 === '1' || date1904 === 'true';
    },
  });
  return { sheet: sheet ?? '', since1904 };
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

/** Which styles of cells show a number as a date. */
function readStyles(xml: string): boolean[] {
  const formats = new Map<number, boolean>();
  const dates: boolean[] = [];
  let inCells = false;
  if (xml === '') return dates;
  parseXml(xml, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      const id = Number(numFmtId);
      if (name === 'numFmt') formats.set(id, isDateFormat(formatCode));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) dates.push(formats.get(id) ?? isBuiltInDate(id));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dates;
}

/** ECMA-376, part 1, 18.8.30: dates and times of all languages, and those of Chinese. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** True for a format with days or hours in it, apart from quoted words, colours and escaped signs. */
function isDateFormat(code: string): boolean {
  if (code.length > 255) return false;
  const signs = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '').split(';')[0]!;
  return /[ymdhs]/i.test(signs) && !/[0#?]/.test(signs.replace(/[hms]\.?0+/gi, ''));
}

interface Cell {
  readonly type: string;
  readonly style: string;
  readonly value: string;
  /** A text that stands in the cell itself. */
  readonly inline: string | null;
}

function readSheet(xml: string, textOf: (cell: Cell) => string): ReadTable {
  const sheet = new Sheet('xlsx');
  const inline = new CellText();
  let cells: string[] = [];
  let row = 0;
  let column = 0;
  let cell: { type: string; style: string; value: string; inline: string | null } | null = null;
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
          cell = { type: t, style: s, value: '', inline: null };
        } else if (name === 'v') inValue = cell !== null;
        else if (cell !== null) inline.open(name, 'is');
      },
      close: (name) => {
        if (name === 'v') inValue = false;
        else if (name === 'c' && cell !== null) {
          const value = textOf(cell);
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

/** A day counted from 1900 (or 1904), which for workbooks was a leap year; the time alone where there is no day. */
function serialText(serial: number, since1904: boolean): string {
  const days = since1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const text = dayText(Math.round((days - 25_569) * 86_400) * 1000);
  return serial > 0 && serial < 1 ? text.slice(11) : text;
}

function dayText(time: number): string {
  // Years of four figures; what is beyond is no date.
  if (!(time >= -62_135_596_800_000 && time < 253_402_300_800_000)) return '';
  const iso = new Date(time).toISOString();
  return time % DAY === 0 ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
}

/** Workbooks hold binary numbers with 17 digits (0.28999999999999998); 15 are what a person typed. */
function withoutNoise(digits: string): string {
  const value = Number(digits);
  if (digits.trim() === '' || !Number.isFinite(value)) return digits;
  const short = Number(value.toPrecision(15));
  return Math.abs(short) < 1e21 && Math.abs(short) >= 1e-6 ? String(short) : digits;
}
