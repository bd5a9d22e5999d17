/**
 * Tables of text alone, written as XML: as objects of the docx library, a table of some thousand rows would
 * take more memory than all else. A paragraph of a style that nothing else uses marks where each one goes.
 */
import { Paragraph } from 'docx';
import type { Run, TableBlock } from '../../core/print/blocks.js';
import { CELL_MARGIN, type TableLayout } from '../../core/print/columns.js';
import { escapeXml } from '../escape-xml.js';
import { replaced } from '../parts.js';

/** The mark of a table. One that ends a section carries its properties, which then need a paragraph of their own. */
const MARK =
  /<w:p><w:pPr><w:pStyle w:val="ws-table-(\d+)"\/>(<w:sectPr>(?:(?!<\/w:sectPr>).)*<\/w:sectPr>)?<\/w:pPr><\/w:p>/g;

export class PlainTables {
  private readonly tables: string[] = [];

  /** Takes in a table, and returns the paragraph that marks its place. */
  add(block: TableBlock, layout: TableLayout, style: string): Paragraph {
    this.tables.push(tableXml(block, layout, style));
    return new Paragraph({ style: `ws-table-${this.tables.length - 1}` });
  }

  /** The main part with the tables in place of their marks. Throws where a mark is missing. */
  insert(xml: string): string {
    if (this.tables.length === 0) return xml;
    const inserted = new Set<string>();
    const whole = replaced(xml, MARK, (_, index, section) => {
      inserted.add(index!);
      const end = section === undefined ? '' : `<w:p><w:pPr>${section}</w:pPr></w:p>`;
      return this.tables[Number(index)]! + end;
    });
    if (inserted.size !== this.tables.length) throw new Error('A table has no place in the text');
    return whole;
  }
}

/** True for a table without links, pictures and footnotes, which need parts of their own. */
export const isPlainTable = ({ rows }: TableBlock) =>
  rows.every((row) =>
    row.every((cell) =>
      cell.every(
        ({ link, image, note }) => link === undefined && image === undefined && note === undefined,
      ),
    ),
  );

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:color="auto" w:sz="4"/>`)
  .join('');

function tableXml({ rows, alignments }: TableBlock, layout: TableLayout, style: string): string {
  const { size, line } = layout;
  const widths = layout.widths.map((width) => Math.floor(width * 20));
  const margin = `w:w="${CELL_MARGIN * 20}" w:type="dxa"`;
  const spacing = `<w:spacing w:line="${line * 20}" w:lineRule="exact"/>`;
  const cells = (head: boolean) =>
    widths.map((width, column) => {
      const alignment = head ? 'center' : (alignments[column] ?? 'left');
      return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/>${spacing}<w:jc w:val="${alignment}"/></w:pPr>`;
    });
  const [ofHead, ofBody] = [cells(true), cells(false)];
  const row = (cellRuns: TableBlock['rows'][number], index: number) => {
    const head = index === 0;
    const content = (head ? ofHead : ofBody).map(
      (start, column) =>
        `${start}${(cellRuns[column] ?? []).map((run) => runXml(run, head, size)).join('')}</w:p></w:tc>`,
    );
    const header = head ? '<w:tblHeader/>' : '';
    return `<w:tr><w:trPr><w:cantSplit/>${header}</w:trPr>${content.join('')}</w:tr>`;
  };
  return [
    '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>',
    `<w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>`,
    `<w:tblCellMar><w:left ${margin}/><w:right ${margin}/></w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    ...rows.map(row),
    '</w:tbl>',
  ].join('');
}

function runXml({ text, bold, italic, strike }: Run, head: boolean, size: number): string {
  const properties = [
    '<w:rFonts w:hint="eastAsia"/>',
    bold || head ? '<w:b/><w:bCs/>' : '',
    italic ? '<w:i/><w:iCs/>' : '',
    strike ? '<w:strike/>' : '',
    `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`,
  ];
  const pieces = cleanText(text)
    .split(/(\t|\n)/)
    .map((piece) => {
      if (piece === '\t') return '<w:tab/>';
      if (piece === '\n') return '<w:br/>';
      return piece === '' ? '' : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`;
    });
  return `<w:r><w:rPr>${properties.join('')}</w:rPr>${pieces.join('')}</w:r>`;
}

/** Text without characters that XML forbids; half of a surrogate pair becomes U+FFFD. */
export const cleanText = (text: string) =>
  text.replace(/\p{Cs}/gu, '\ufffd').replace(/[\ufffe\uffff]|[^\P{Cc}\t\n]/gu, '');
