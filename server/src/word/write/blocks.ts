/** Blocks of a summary → paragraphs and tables of Word. */
import {
  AlignmentType,
  EmptyElement,
  ExternalHyperlink,
  type FileChild,
  ImageRun,
  type IParagraphOptions,
  LevelFormat,
  type NumberingDefinition,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Block, BlockKind, ParagraphBlock, Run, TableBlock } from '../../core/print/blocks.js';
import { shareWidth } from '../../core/print/columns.js';
import { signOff } from '../../core/print/sign-off.js';
import { emptyLineBefore } from '../../core/print/spacing.js';
import { balanceRuns } from '../../core/print/title.js';
import { gridOf, type PrintFormat } from '../../core/settings/print-format.js';
import type { Picture } from './picture.js';
import { linePitch, type StyleId, twips } from './styles.js';

export interface Printer {
  readonly format: PrintFormat;
  /** Pictures by the target they have in the text; what is missing stays text. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Id that a style has in the document: a house template may call it something else. */
  styleId(style: StyleId): string;
}

const STYLES: Readonly<Record<BlockKind, StyleId>> = {
  title: 'Title',
  subtitle: 'Subtitle',
  addressee: 'Salutation',
  heading: 'Heading1',
  'run-in': 'RunIn1',
  item: 'BodyText',
  body: 'BodyText',
  'attachment-notice': 'AttachmentNotice',
  'attachment-item': 'AttachmentItem',
  'attachment-mark': 'AttachmentMark',
  'attachment-title': 'AttachmentTitle',
  signature: 'Signature',
  date: 'Date',
  note: 'Note',
  bullet: 'ListBullet',
  quote: 'Quote',
  code: 'PlainText',
};

/** Bulleted lists of any depth. */
function bullets(format: PrintFormat): NumberingDefinition {
  const { character } = gridOf(format);
  const levels = Array.from({ length: 9 }, (_, level) => ({
    level,
    format: LevelFormat.BULLET,
    text: '•',
    alignment: AlignmentType.LEFT,
    style: {
      paragraph: { indent: { left: twips((level + 3) * character), hanging: twips(character) } },
    },
  }));
  return { reference: 'bullets', levels };
}

/** What stands in the body of the document, in order. */
export function printBlocks(blocks: readonly Block[], printer: Printer): FileChild[] {
  const places = signOff(blocks, printer.format.charactersPerLine);
  return blocks.flatMap((block, index): FileChild[] => {
    if (block.type === 'table') return [printTable(block, printer)];
    const place = { before: emptyLineBefore(blocks, index), right: places.get(block) ?? 0 };
    return [printParagraph(block, printer, place)];
  });
}

function printParagraph(
  block: ParagraphBlock,
  printer: Printer,
  place: { before: boolean; right: number },
): Paragraph {
  const { format } = printer;
  const grid = gridOf(format);
  const style = styleOf(block, printer);
  const options: IParagraphOptions = {
    style: printer.styleId(style),
    children: printRuns(block, printer),
    ...(block.kind === 'attachment-mark' && { pageBreakBefore: true }),
    ...(place.before && { spacing: { before: linePitch(grid) } }),
    ...(place.right > 0 && { indent: { right: twips(place.right * grid.character) } }),
    ...(block.kind === 'bullet' && {
      numbering: { reference: bullets(format), level: Math.min(8, block.level - 1), custom: true },
    }),
  };
  return new Paragraph(options);
}

function styleOf(block: ParagraphBlock, { pictures }: Printer): StyleId {
  const level = Math.min(5, Math.max(1, block.level));
  if (block.kind === 'heading') return `Heading${level}` as StyleId;
  if (block.kind === 'run-in') return `RunIn${level}` as StyleId;
  const drawn = block.runs.some(({ image }) => image !== undefined && pictures.has(image));
  return block.kind === 'body' && drawn ? 'Picture' : STYLES[block.kind];
}

function printRuns(block: ParagraphBlock, printer: Printer): ParagraphChild[] {
  const runs =
    block.kind === 'title' || block.kind === 'attachment-title'
      ? balanceRuns(block.runs, printer.format)
      : block.runs;
  return runs.flatMap((run): ParagraphChild[] => {
    const picture = run.image === undefined ? undefined : printer.pictures.get(run.image);
    if (picture !== undefined) return [printPicture(run, picture, printer.format)];
    const text = run.image === undefined ? run.text : `![${run.text}](${run.image})`;
    const headed = block.kind === 'run-in' && run.heading && block.level <= 3;
    const style = headed ? (`Heading${Math.max(1, block.level)}Char` as StyleId) : null;
    const printed = new TextRun({
      // The hint has quotation marks, dashes and dots set in the Chinese font, as a writer means them.
      font: { hint: 'eastAsia' },
      children: pieces(text),
      ...(style !== null && { style: printer.styleId(style) }),
      ...(run.bold && { bold: true }),
      ...(run.italic && { italics: true }),
      ...(run.strike && { strike: true }),
    });
    return run.link === undefined
      ? [printed]
      : [new ExternalHyperlink({ link: run.link, children: [printed] })];
  });
}

class LineBreak extends EmptyElement {
  constructor() {
    super('w:br');
  }
}

/** Text as Word holds it: tabs and line breaks are elements, and what XML cannot hold is left out. */
function pieces(text: string): (string | Tab | LineBreak)[] {
  const clean = text.replace(/\p{Cs}/gu, '\ufffd').replace(/[\ufffe\uffff]|[^\P{Cc}\t\n]/gu, '');
  return clean.split(/(\t|\n)/).flatMap((piece): (string | Tab | LineBreak)[] => {
    if (piece === '\t') return [new Tab()];
    if (piece === '\n') return [new LineBreak()];
    return piece === '' ? [] : [piece];
  });
}

function printPicture(
  run: Run,
  { bytes, type, width, height }: Picture,
  format: PrintFormat,
): ImageRun {
  // Pictures are shown at 96 pixels an inch, and no larger than the type area leaves room for.
  const grid = gridOf(format);
  const scale = Math.min(1, grid.width / (width * 0.75), (grid.height * 0.8) / (height * 0.75));
  return new ImageRun({
    type,
    data: bytes,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: run.image!, description: run.text, title: '' },
  });
}

function printTable({ rows, alignments }: TableBlock, printer: Printer): Table {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const width = twips(gridOf(printer.format).width);
  const columnWidths = shareWidth(rows, columns).map((share) => Math.floor(share * width));
  const style = printer.styleId('TableText');
  const cell = (runs: readonly Run[], column: number, head: boolean) => {
    const alignment = alignments[column] ?? (head ? 'center' : 'left');
    const bold = head ? runs.map((run): Run => ({ ...run, bold: true })) : runs;
    return new TableCell({
      width: { size: columnWidths[column]!, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          style,
          alignment: AlignmentType[alignment.toUpperCase() as 'LEFT' | 'CENTER' | 'RIGHT'],
          children: printRuns(inTable(bold), printer),
        }),
      ],
    });
  };
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0,
          cantSplit: true,
          children: Array.from({ length: columns }, (_, i) => cell(row[i] ?? [], i, index === 0)),
        }),
    ),
  });
}

const inTable = (runs: readonly Run[]): ParagraphBlock => ({
  type: 'paragraph',
  kind: 'body',
  level: 0,
  runs,
  line: 0,
  endLine: 0,
});
