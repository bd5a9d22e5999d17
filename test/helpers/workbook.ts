import { strToU8, zipSync } from 'fflate';

/** A cell of a workbook: text, a number with the digits that the file holds, a date, a percentage. */
export type WorkbookCell =
  | string
  | { readonly number: string; readonly style?: 'date' | 'percent' };

const STYLES = { none: 0, date: 1, percent: 2 };

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export const sheetXml = (rows: string) =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;

/** The bytes of a minimal .xlsx with one sheet, as ECMA-376 has it. */
export function workbook(rows: readonly (readonly WorkbookCell[])[]): Uint8Array {
  const sheet = rows.map((cells, row) => {
    const written = cells.map((cell, column) => {
      const at = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
      return typeof cell === 'string'
        ? `<c ${at} t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`
        : `<c ${at} s="${STYLES[cell.style ?? 'none']}"><v>${cell.number}</v></c>`;
    });
    return `<row r="${row + 1}">${written.join('')}</row>`;
  });
  return workbookOf(sheet.join(''));
}

/** The same from the XML of its rows, with other parts or other contents of these. */
export function workbookOf(
  rows: string,
  more: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${relations}"><sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheetXml(rows),
  };
  const parts = Object.entries(files).map(([name, text]) => [name, strToU8(text)]);
  return zipSync({ ...Object.fromEntries(parts), ...more });
}
