/** The whole document: page, styles, footers, red head. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { gridOf, PAGE, type PrintFormat, redHeadSize } from '../../core/settings/print-format.js';
import type { PrintedPart } from './blocks.js';
import { linePitch, stylesOf, twips } from './styles.js';

/** Millimetres to twips. */
const twipsFromMillimetres = (length: number) => Math.round((length * 1440) / 25.4);

/**
 * Distance from the type area down to the lower edge of the footer, in mm, so that the dashes of — 1 — stand
 * 7 mm below it (GB/T 9704—2012 7.5).
 */
const FOOTER_DEPTH = 10;
const RED = 'FF0000';

/** Bytes of a .docx with this body. */
export function packDocument(
  parts: readonly PrintedPart[],
  format: PrintFormat,
  title: string,
): Promise<Uint8Array> {
  const filled = parts.filter(({ children }) => children.length > 0);
  const sections = filled.length === 0 ? [{ landscape: false, children: [] }] : filled;
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    styles: stylesOf(format),
    evenAndOddHeaderAndFooters: format.pageNumber === 'outside',
    compatibility: {
      version: 15,
      balanceSingleByteDoubleByteWidth: true,
      doNotExpandShiftReturn: true,
    },
    sections: sections.map(({ landscape, children }, index) => ({
      ...sectionOf(format, landscape),
      children: [
        ...(index === 0 ? redHead(format) : []),
        ...(index === sections.length - 1 ? withImprint(children, format) : children),
      ],
    })),
  });
  return Packer.pack(document, 'uint8array');
}

function sectionOf(format: PrintFormat, landscape: boolean): Omit<ISectionOptions, 'children'> {
  const footers = footersOf(format);
  const [top, right, bottom, left] = [
    format.marginTop,
    format.marginRight,
    format.marginBottom,
    format.marginLeft,
  ].map(twipsFromMillimetres) as [number, number, number, number];
  // The page is turned to the left, and its margins with it.
  const margin = landscape
    ? { top: left, right: top, bottom: right, left: bottom }
    : { top, right, bottom, left };
  return {
    properties: {
      page: {
        size: {
          width: twipsFromMillimetres(PAGE.width),
          height: twipsFromMillimetres(PAGE.height),
          ...(landscape && { orientation: PageOrientation.LANDSCAPE }),
        },
        margin: {
          ...margin,
          header: twipsFromMillimetres(15),
          footer: twipsFromMillimetres(
            Math.max(0, (landscape ? format.marginRight : format.marginBottom) - FOOTER_DEPTH),
          ),
        },
      },
      grid: { type: DocumentGridType.LINES, linePitch: linePitch(gridOf(format)) },
    },
    ...(footers !== null && { footers }),
  };
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
      style: 'RedHead',
      alignment: AlignmentType.CENTER,
      spacing: {
        before: twipsFromMillimetres(20),
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
      style: 'RedHead',
      alignment: AlignmentType.CENTER,
      border: { bottom: rule },
      spacing: { after: linePitch(grid) * 2 },
      ...(format.signer === '' ? {} : signerLine(format)),
      children: [
        new TextRun({ text: format.redHeadNumber, font: { hint: 'eastAsia' } }),
        ...(format.signer === '' ? [] : signerRuns(format)),
      ],
    }),
  ];
}

/** Number and signer at both ends of a line, one character from the edges (GB/T 9704—2012 7.2.6). */
function signerLine(format: PrintFormat) {
  const { character, width } = gridOf(format);
  const edge = twips(character);
  return {
    alignment: AlignmentType.LEFT,
    indent: { left: edge, right: edge },
    tabStops: [{ type: TabStopType.RIGHT, position: twips(width) - edge }],
  };
}

function signerRuns({ signer, heading2Font }: PrintFormat): TextRun[] {
  const name = { eastAsia: heading2Font, hint: 'eastAsia' };
  return [
    new TextRun({ children: [new Tab()] }),
    new TextRun({ text: '签发人：', font: { hint: 'eastAsia' } }),
    new TextRun({ text: signer, font: name }),
  ];
}

/** A table that floats stands on the page of the paragraph after it: that is the last one. */
function withImprint(children: readonly FileChild[], format: PrintFormat): readonly FileChild[] {
  const table = imprint(format);
  if (table === null) return children;
  const last = children.at(-1);
  if (last instanceof Paragraph) return [...children.slice(0, -1), table, last];
  const anchor = new Paragraph({
    style: 'Imprint',
    spacing: { line: 20, lineRule: LineRuleType.EXACT },
    children: [],
  });
  return [...children, table, anchor];
}

/** Thickness of the outer rules of the imprint and of the one between, in eighths of a point. */
const RULES = { outer: 8, inner: 6 } as const;

/**
 * The imprint at the bottom of the last page: organs that get copies, and who printed the document when
 * (GB/T 9704—2012 7.4). A table that floats holds it there, whatever stands above.
 */
function imprint(format: PrintFormat): Table | null {
  const { copyTo, issuer, issueDate } = format;
  const printed = issuer !== '' || issueDate !== '';
  if (copyTo === '' && !printed) return null;
  const width = twips(gridOf(format).width);
  const size = Math.max(8, format.bodySize - 2);
  const run = (text: string) => new TextRun({ text, size: size * 2, font: { hint: 'eastAsia' } });
  const copies = `抄送：${/[。.]$/.test(copyTo) ? copyTo : `${copyTo}。`}`;
  const date = issueDate === '' || issueDate.endsWith('印发') ? issueDate : `${issueDate}印发`;
  const lines = [
    ...(copyTo === '' ? [] : [{ runs: [run(copies)], hanging: 3 }]),
    ...(printed
      ? [{ runs: [run(issuer), new TextRun({ children: [new Tab()] }), run(date)], hanging: 0 }]
      : []),
  ];
  const rule = (thickness: number) => ({ style: BorderStyle.SINGLE, size: thickness });
  const none = { style: BorderStyle.NONE };
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeHorizontalPosition: RelativeHorizontalPosition.CENTER,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    borders: {
      top: rule(RULES.outer),
      bottom: rule(RULES.outer),
      insideHorizontal: rule(RULES.inner),
      left: none,
      right: none,
      insideVertical: none,
    },
    rows: lines.map(
      ({ runs, hanging }) =>
        new TableRow({
          children: [
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              margins: { left: twips(size), right: twips(size), marginUnitType: WidthType.DXA },
              children: [
                new Paragraph({
                  style: 'Imprint',
                  indent: { left: twips(hanging * size), hanging: twips(hanging * size) },
                  tabStops: [{ type: TabStopType.RIGHT, position: width - twips(2 * size) }],
                  children: runs,
                }),
              ],
            }),
          ],
        }),
    ),
  });
}
