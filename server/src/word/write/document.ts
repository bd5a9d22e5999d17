/** The whole document: page, styles, footers, red head. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { gridOf, PAGE, type PrintFormat, redHeadSize } from '../../core/settings/print-format.js';
import { linePitch, stylesOf } from './styles.js';

const millimetres = (length: number) => Math.round((length * 1440) / 25.4);

/** The dashes of — 1 — stand 7 mm below the type area (GB/T 9704—2012 7.5): the footer's lower edge is here. */
const FOOTER = 10;
const RED = 'FF0000';

/** Bytes of a .docx with this body. */
export function packDocument(
  children: readonly FileChild[],
  format: PrintFormat,
  title: string,
): Promise<Uint8Array> {
  const grid = gridOf(format);
  const footers = footersOf(format);
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    styles: stylesOf(format),
    evenAndOddHeaderAndFooters: format.pageNumber === 'outside',
    compatibility: { version: 15, balanceSingleByteDoubleByteWidth: true },
    sections: [
      {
        properties: {
          page: {
            size: { width: millimetres(PAGE.width), height: millimetres(PAGE.height) },
            margin: {
              top: millimetres(format.marginTop),
              bottom: millimetres(format.marginBottom),
              left: millimetres(format.marginLeft),
              right: millimetres(format.marginRight),
              header: millimetres(15),
              footer: millimetres(Math.max(0, format.marginBottom - FOOTER)),
            },
          },
          grid: {
            type: DocumentGridType.LINES,
            linePitch: linePitch(grid),
          },
        },
        ...(footers !== null && { footers }),
        children: [...redHead(format), ...children],
      },
    ],
  });
  return Packer.pack(document, 'uint8array');
}

/** — 1 — at the right on odd pages and at the left on even ones, one character from the edge. */
function footersOf(format: PrintFormat): { default: Footer; even?: Footer } | null {
  if (format.pageNumber === 'none') return null;
  const [before, after] = { dashes: ['— ', ' —'], plain: ['', ''], page: ['第 ', ' 页'] }[
    format.pageNumberForm
  ] as [string, string];
  const footer = (alignment: 'left' | 'right' | 'center') =>
    new Footer({
      children: [
        new Paragraph({
          style: 'Footer',
          alignment,
          ...(alignment !== 'center' && { indent: { [alignment]: 280 } }),
          children: [new TextRun({ children: [before, PageNumber.CURRENT, after] })],
        }),
      ],
    });
  if (format.pageNumber === 'center') return { default: footer('center') };
  return { default: footer('right'), even: footer('left') };
}

/** Name of the organ in red, document number, red rule (GB/T 9704—2012 7.2). */
function redHead(format: PrintFormat): Paragraph[] {
  if (format.redHead === '') return [];
  const grid = gridOf(format);
  const rule = { style: BorderStyle.SINGLE, size: 18, color: RED, space: 10 };
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: {
        before: millimetres(20),
        after: linePitch(grid) * 2,
        line: 240,
        lineRule: LineRuleType.AUTO,
      },
      children: [
        new TextRun({
          text: format.redHead,
          color: RED,
          size: redHeadSize(format) * 2,
          font: { eastAsia: format.titleFont, hint: 'eastAsia' },
        }),
      ],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { bottom: rule },
      spacing: { after: linePitch(grid) * 2 },
      children: [new TextRun({ text: format.redHeadNumber, font: { hint: 'eastAsia' } })],
    }),
  ];
}
