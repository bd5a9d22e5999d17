/** One sheet as a workbook (ECMA-376, part 1, 18): the fewest parts that Excel, WPS and LibreOffice open. */
import { strToU8, zipSync } from 'fflate';

/** A column is as wide as its longest text, up to this. In characters. */
const WIDEST = 40;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Rows with their header first, which stays in sight. The same rows give the same bytes. */
export function writeXlsx(
  rows: readonly (readonly (string | number | null)[])[],
  name: string,
): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet(rows),
  };
  const files = Object.fromEntries(
    Object.entries(parts).map(([path, xml]) => [path, strToU8(DECLARATION + xml)]),
  );
  return zipSync(files, { level: 6, mtime: new Date(2000, 0, 1) });
}

function relationships(list: readonly (readonly [type: string, target: string])[]): string {
  const each = list.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function sheet(rows: readonly (readonly (string | number | null)[])[]): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => {
    let widest = 4;
    for (const row of rows) widest = Math.max(widest, widthOf(String(row[column] ?? '')));
    return `<col min="${column + 1}" max="${column + 1}" width="${Math.min(WIDEST, widest + 2)}" customWidth="1"/>`;
  });
  const cells = rows.map((row, index) => {
    const own = row.map((value, column) => cell(value, nameOf(column) + (index + 1), index === 0));
    return `<row r="${index + 1}">${own.join('')}</row>`;
  });
  const filter = rows.length < 2 ? '' : `<autoFilter ref="A1:${nameOf(width - 1)}${rows.length}"/>`;
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${cells.join('')}</sheetData>${filter}</worksheet>`;
}

function cell(value: string | number | null, at: string, isHeader: boolean): string {
  const style = isHeader ? ' s="1"' : '';
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${at}"${style}><v>${value}</v></c>`;
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** A, B, … Z, AA. */
function nameOf(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest < 0 ? '' : nameOf(rest)) + String.fromCharCode(65 + (column % 26));
}

/** A Chinese character is as wide as two digits. */
const widthOf = (text: string) =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0xff ? 2 : 1), 0);

function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
