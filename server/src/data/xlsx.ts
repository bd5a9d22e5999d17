import { readSheet } from 'read-excel-file/universal';
import { failed, fromGrid, type ReadTable } from './grid.js';

/** A number as the file has it; a class of its own tells it from a text that looks like one. */
class Numeric {
  constructor(readonly digits: string) {}
}

/** Reads the first sheet of a workbook: texts as they are, numbers without binary noise, dates as `2024-03-05`. */
export async function readXlsx(bytes: Uint8Array): Promise<ReadTable> {
  // A view of a larger buffer would bring its neighbours along.
  const buffer = bytes.slice().buffer;
  let sheet: unknown[][];
  try {
    sheet = await readSheet<Numeric>(buffer, {
      trim: false,
      parseNumber: (digits) => new Numeric(digits),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failed(
      `不是有效的 .xlsx 工作簿（${reason}），请用 Excel 或 WPS 打开后另存为 .xlsx`,
      `Not a valid .xlsx workbook (${reason}); open it in a spreadsheet and save it anew`,
    );
  }
  return fromGrid(
    'xlsx',
    sheet.map((row) => row.map(cellText)),
  );
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Numeric) return withoutNoise(value.digits);
  if (value instanceof Date) {
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
  }
  return String(value);
}

/** Workbooks hold binary numbers with 17 digits (0.28999999999999998); 15 are what a person typed. */
function withoutNoise(digits: string): string {
  const value = Number(digits);
  if (!Number.isFinite(value)) return digits;
  const short = Number(value.toPrecision(15));
  return Math.abs(short) < 1e21 && Math.abs(short) >= 1e-6 ? String(short) : digits;
}
