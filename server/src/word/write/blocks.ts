/** Blocks of a summary → paragraphs and tables of Word. */
import {
  AlignmentType,
  EmptyElement,
  ExternalHyperlink,
  type FileChild,
  FootnoteReferenceRun,
  ImageRun,
  type IParagraphOptions,
  LevelFormat,
  LineRuleType,
  type NumberingDefinition,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  XmlAttributeComponent,
  XmlComponent,
} from 'docx';
import {
  type Block,
  type BlockKind,
  type ParagraphBlock,
  type Run,
  type TableBlock,
  textOf,
} from '../../core/print/blocks.js';
import { CELL_MARGIN, layOutTable, type TableLayout } from '../../core/print/columns.js';
import { isShort, keptTogether, signOff } from '../../core/print/sign-off.js';
import { emptyLineBefore } from '../../core/print/spacing.js';
import { balancedRuns } from '../../core/print/title.js';
import { gridOf, type PrintFormat } from '../../core/settings/print-format.js';
import type { Picture } from './picture.js';
import { cleanText, isPlainTable, type PlainTables } from './plain-table.js';
import { linePitch, type StyleId, twips } from './styles.js';

export interface Printer {
  readonly format: PrintFormat;
  /** Pictures by their link target in the text; those that are missing are written as text. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Width of the text and of one character of the body, in points. */
  readonly width: number;
  readonly character: number;
  /** Collects tables of text alone, which are written as XML. */
  readonly tables: PlainTables;
  /** Width of the text on a landscape page, in points; null where no page may be turned for a table. */
  readonly landscape: number | null;
  /** A house template gives the page and the styles. */
  readonly usesTemplate: boolean;
  /** Id that a style has in the document: a house template may call it something else. */
  styleId(style: StyleId): string;
}

/** Content of consecutive pages of one orientation. */
export interface PrintedPart {
  readonly landscape: boolean;
  readonly children: readonly FileChild[];
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
  footnote: 'FootnoteText',
  caption: 'Caption',
};

/** Bulleted lists of any depth, and lists of what is done or to be done. */
function bullets(character: number, task: ParagraphBlock['task']): NumberingDefinition {
  const [reference, text] =
    task === undefined ? ['bullets', '•'] : task === 'done' ? ['done', '☑'] : ['open', '☐'];
  const levels = Array.from({ length: 9 }, (_, level) => ({
    level,
    format: LevelFormat.BULLET,
    text,
    alignment: AlignmentType.LEFT,
    style: {
      paragraph: { indent: { left: twips((level + 3) * character), hanging: twips(character) } },
    },
  }));
  return { reference, levels };
}

/** The body of the document in parts of one page orientation; only tables that are too wide for a portrait page get landscape. */
export function printBlocks(blocks: readonly Block[], printer: Printer): PrintedPart[] {
  const places = signOff(blocks, printer.format.charactersPerLine);
  const kept = keptTogether(blocks);
  const notes = new Map<string, ParagraphBlock>();
  for (const block of blocks) {
    if (block.type === 'paragraph' && block.note !== undefined) notes.set(block.note, block);
  }
  const parts: { landscape: boolean; children: FileChild[] }[] = [
    { landscape: false, children: [] },
  ];
  const add = (child: FileChild, landscape: boolean) => {
    const last = parts.at(-1)!;
    if (last.landscape === landscape) last.children.push(child);
    else parts.push({ landscape, children: [child] });
  };
  const notesPrinter = { ...printer, notes };
  let isLandscape = false;
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'table') {
      const { table, landscape } = printTable(block, notesPrinter);
      add(table, landscape);
      isLandscape = landscape;
      continue;
    }
    if (block.kind === 'footnote') continue;
    const next = blocks[index + 1];
    const isCaption = block.kind === 'caption';
    const isTableCaption = isCaption && next?.type === 'table';
    const landscape = isTableCaption
      ? layOut(next, notesPrinter).landscape
      : isLandscape && isCaption && textOf(block.runs).startsWith('表');
    const paragraphs = printParagraph(block, notesPrinter, {
      before: emptyLineBefore(blocks, index),
      right: places.get(block) ?? 0,
      withNext: kept.has(block) || isTableCaption || isPictureAbove(block, next, notesPrinter),
    });
    for (const paragraph of paragraphs) add(paragraph, landscape);
    isLandscape = landscape;
  }
  return parts;
}

interface NotesPrinter extends Printer {
  /** Footnotes by their labels. */
  readonly notes: ReadonlyMap<string, ParagraphBlock>;
}

/** True for a picture above its caption, which stay on one page. */
const isPictureAbove = (block: ParagraphBlock, next: Block | undefined, { pictures }: Printer) =>
  next?.type === 'paragraph' &&
  next.kind === 'caption' &&
  block.runs.some(({ image }) => image !== undefined && pictures.has(image));

function printParagraph(
  block: ParagraphBlock,
  printer: NotesPrinter,
  place: { before: boolean; right: number; withNext: boolean },
): Paragraph[] {
  const { format, character } = printer;
  const style = styleOf(block, printer);
  const heading = block.runs.filter((run) => run.heading);
  if (
    format.runInHeading === 'sentence' &&
    block.kind === 'run-in' &&
    heading.length > 0 &&
    heading.length < block.runs.length
  ) {
    const rest = block.runs.filter((run) => !run.heading);
    return [
      new Paragraph({
        style: printer.styleId(`Heading${levelOf(block)}` as StyleId),
        children: printRuns({ ...block, kind: 'heading', runs: heading }, printer),
        run: { vanish: true, specVanish: true },
      }),
      ...printParagraph({ ...block, kind: 'body', level: 0, runs: rest }, printer, place),
    ];
  }
  const { depth = 0 } = block;
  const left = depth > 0 ? twips(depth * 2 * character) : undefined;
  const options: IParagraphOptions = {
    style: printer.styleId(style),
    children: printRuns(block, printer),
    ...(block.kind === 'attachment-mark' && { pageBreakBefore: true }),
    ...(place.before && { spacing: { before: linePitch(gridOf(format)) } }),
    ...(place.withNext && { keepNext: true }),
    ...(place.withNext && isShort(block, format) && { keepLines: true }),
    ...((place.right > 0 || left !== undefined) && {
      indent: {
        ...(left !== undefined && { left }),
        ...(place.right > 0 && { right: twips(place.right * character) }),
      },
    }),
    // Lines that end where the writer ended them are not stretched to the edge.
    ...(block.kind === 'quote' &&
      textOf(block.runs).includes('\n') && { alignment: AlignmentType.LEFT }),
    ...(block.kind === 'bullet' && {
      numbering: {
        reference: bullets(character, block.task),
        level: Math.min(8, block.level - 1),
        custom: true,
      },
    }),
  };
  return [new Paragraph(options)];
}

const levelOf = ({ level }: ParagraphBlock) => Math.min(5, Math.max(1, level));

function styleOf(block: ParagraphBlock, { pictures }: Printer): StyleId {
  const level = levelOf(block);
  if (block.kind === 'heading') return `Heading${level}` as StyleId;
  if (block.kind === 'run-in') return `RunIn${level}` as StyleId;
  const drawn = block.runs.some(({ image }) => image !== undefined && pictures.has(image));
  return block.kind === 'body' && drawn ? 'Picture' : STYLES[block.kind];
}

function printRuns(block: ParagraphBlock, printer: NotesPrinter, size?: number): ParagraphChild[] {
  const runs = balancedRuns(block, printer.format);
  return runs.flatMap((run): ParagraphChild[] => {
    const picture = run.image === undefined ? undefined : printer.pictures.get(run.image);
    if (picture !== undefined) return [printPicture(run, picture, printer)];
    const note = run.note === undefined ? undefined : printer.notes.get(run.note);
    if (note !== undefined) return [printNote(note, printer)];
    const text = run.image === undefined ? run.text : `![${run.text}](${run.image})`;
    const headed = block.kind === 'run-in' && run.heading && block.level <= 3;
    const style = headed ? (`Heading${Math.max(1, block.level)}Char` as StyleId) : null;
    const printed = new TextRun({
      // With this hint Word sets quotation marks, dashes and ellipses in the Chinese font.
      font: { hint: 'eastAsia' },
      children: textElements(text),
      ...(style !== null && { style: printer.styleId(style) }),
      ...(run.bold && { bold: true }),
      ...(run.italic && { italics: true }),
      ...(run.strike && { strike: true }),
      ...(size !== undefined && { size: size * 2 }),
    });
    return run.link === undefined
      ? [printed]
      : [new ExternalHyperlink({ link: run.link, children: [printed] })];
  });
}

/** A footnote of Word's own. Marks in a note are text: it has no notes. */
function printNote(note: ParagraphBlock, printer: NotesPrinter): ParagraphChild {
  const plain = { ...printer, notes: new Map<string, ParagraphBlock>() };
  const text = new Paragraph({
    style: printer.styleId('FootnoteText'),
    children: [new TextRun({ text: ' ' }), ...printRuns(note, plain)],
  });
  return new FootnoteReferenceRun({ children: [text] });
}

/** Text written as it is: the docx library would take some words for fields. */
class WrittenText extends XmlComponent {
  constructor(text: string) {
    super('w:t');
    this.root.push(new Preserved({ space: 'preserve' }), text);
  }
}

class Preserved extends XmlAttributeComponent<{ readonly space: string }> {
  protected override readonly xmlKeys = { space: 'xml:space' };
}

class LineBreak extends EmptyElement {
  constructor() {
    super('w:br');
  }
}

/** Text as Word holds it: tabs and line breaks are elements, and what XML cannot hold is left out. */
function textElements(text: string): (WrittenText | Tab | LineBreak)[] {
  return cleanText(text)
    .split(/(\t|\n)/)
    .flatMap((piece): (WrittenText | Tab | LineBreak)[] => {
      if (piece === '\t') return [new Tab()];
      if (piece === '\n') return [new LineBreak()];
      return piece === '' ? [] : [new WrittenText(piece)];
    });
}

function printPicture(
  run: Run,
  { bytes, type, width, height }: Picture,
  { width: room, format }: Printer,
): ImageRun {
  // Pictures are shown at 96 pixels an inch, and no larger than the type area leaves room for.
  const { height: high } = gridOf(format);
  const scale = Math.min(1, room / (width * 0.75), (high * 0.8) / (height * 0.75));
  return new ImageRun({
    type,
    data: bytes,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: run.image!, description: run.text, title: '' },
  });
}

/** How much wider than in Times letters and digits of a template's font may be. */
const WIDEST_LATIN = 1.3;

function layOut(
  { rows }: TableBlock,
  { format, width, character, landscape, usesTemplate }: Printer,
): TableLayout {
  return layOutTable(rows, {
    width,
    landscape,
    ...(usesTemplate
      ? { bodySize: character, latin: WIDEST_LATIN }
      : { bodySize: format.bodySize }),
  });
}

function printTable(
  block: TableBlock,
  printer: NotesPrinter,
): { readonly table: FileChild; readonly landscape: boolean } {
  const { rows, alignments } = block;
  const layout = layOut(block, printer);
  const { size, line, landscape } = layout;
  if (isPlainTable(block)) {
    return { table: printer.tables.add(block, layout, printer.styleId('TableText')), landscape };
  }
  const columnWidths = layout.widths.map((width) => Math.floor(width * 20));
  const style = printer.styleId('TableText');
  const spacing = { line: line * 20, lineRule: LineRuleType.EXACT };
  const drawn = (runs: readonly Run[]) =>
    runs.some(({ image }) => image !== undefined && printer.pictures.has(image));
  const cell = (runs: readonly Run[], column: number, head: boolean) => {
    const alignment = head ? 'center' : (alignments[column] ?? 'left');
    const bold = head ? runs.map((run): Run => ({ ...run, bold: true })) : runs;
    return new TableCell({
      width: { size: columnWidths[column]!, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          style,
          alignment: AlignmentType[alignment.toUpperCase() as 'LEFT' | 'CENTER' | 'RIGHT'],
          // A line of fixed height would cut a picture off.
          ...(!drawn(runs) && { spacing }),
          children: printRuns(inTable(bold), printer, size),
        }),
      ],
    });
  };
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: { left: CELL_MARGIN * 20, right: CELL_MARGIN * 20, marginUnitType: WidthType.DXA },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0,
          cantSplit: true,
          children: columnWidths.map((_, i) => cell(row[i] ?? [], i, index === 0)),
        }),
    ),
  });
  return { table, landscape };
}

const inTable = (runs: readonly Run[]): ParagraphBlock => ({
  type: 'paragraph',
  kind: 'body',
  level: 0,
  runs,
  line: 0,
  endLine: 0,
});
