/** The body of a document → blocks, in one pass over its XML. */

import type { Block, ParagraphBlock, Run } from '../../core/print/blocks.js';
import { readXml, type XmlElement } from '../xml-reader.js';
import { Alternatives } from './alternatives.js';
import { Fields, linkTo } from './fields.js';
import { Losses } from './losses.js';
import { MathText } from './math.js';
import { type DocumentFormats, type OpenParagraph, paragraphBlocks } from './paragraph.js';
import { appendRun, type ReadRun } from './runs.js';
import { outlineOf } from './styles.js';
import { isSymbolFont, raisedText, symbolOf, UNKNOWN_SYMBOL } from './symbols.js';
import { OpenTable } from './table.js';

/** How tracked changes are read: as accepted, as rejected, or both texts with marks around them. */
export type ChangeHandling = 'accept' | 'reject' | 'show';

export interface BodyContext extends DocumentFormats {
  /** Targets of links and names of picture parts, by relationship id. */
  readonly relationships: ReadonlyMap<string, string>;
  readonly changes: ChangeHandling;
  /** Texts of notes, by kind and id: `footnote 2`. */
  readonly notes: ReadonlyMap<string, readonly Run[]>;
  /** Fields, by their order, that have no `w:fldChar` of type `end`. */
  readonly endless: ReadonlySet<number>;
  /** The link target under which the text shows a picture; null where only its description is kept. */
  picture(part: string, name: string): string | null;
  /** A picture's description without what must not get into the text. */
  describe(description: string): string;
}

export interface Body {
  readonly blocks: readonly Block[];
  /** Blocks of centred paragraphs. */
  readonly centred: ReadonlySet<Block>;
  /** The notes that the blocks refer to, in the order of their labels. */
  readonly notes: readonly ParagraphBlock[];
  /** How many tracked changes there are. */
  readonly tracked: number;
  readonly pictures: number;
  readonly losses: Losses;
  /** Fields, by their order, that are still open at the end: all that follows was left out, so read again with these. */
  readonly endless: ReadonlySet<number>;
}

/** Properties of the run that is being read. */
interface RunFormat {
  bold: boolean;
  italic: boolean;
  strike: boolean;
  hidden: boolean;
  underlined: boolean;
  raised: 'superscript' | 'subscript' | null;
  /** Name of the run's font if it is a symbol font; else `''`. */
  symbols: string;
}

/** Elements whose content is no text; {@link Fields} gets that of field instructions. */
const SKIPPED = new Set([
  'instrText',
  'delInstrText',
  'sdtPr',
  'rPrChange',
  'pPrChange',
  'sectPr',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'tblGridChange',
  'numberingChange',
  'tblGrid',
  'rt',
  'footnotePr',
]);

/** Reads the main part. Throws what {@link readXml} throws on XML that is not well-formed. */
export function readBody(xml: string, context: BodyContext): Body {
  const reader = new BodyReader(context);
  readXml(xml, reader);
  return reader.result();
}

export class BodyReader {
  private readonly blocks: Block[] = [];
  private readonly centred = new Set<Block>();
  /** The open paragraphs; more than one in a text box, whose text goes before the paragraph that it is anchored to. */
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly links: (string | null)[] = [];
  private readonly fields: Fields;
  private readonly math = new MathText();
  private readonly alternatives = new Alternatives();
  private readonly losses = new Losses();
  private readonly notes: ParagraphBlock[] = [];
  private runFormat: RunFormat = plainFormat();
  /** How many skipped elements are open, one in another. */
  private skipDepth = 0;
  private isReadingText = false;
  private readonly openChanges: ('ins' | 'del')[] = [];
  private inRunProperties = 0;
  private inParagraphProperties = 0;
  /** A paragraph that continues in the next one, and in how many tables it stands. */
  private unfinished: OpenParagraph | null = null;
  private unfinishedDepth = 0;
  private picture: { name: string; description: string } = { name: '', description: '' };
  /** `ProgID` of the embedded object that is being read; null outside of one. */
  private objectProgram: string | null = null;
  private tracked = 0;
  private pictures = 0;

  constructor(private readonly context: BodyContext) {
    this.fields = new Fields(context.endless);
  }

  result(): Body {
    if (this.unfinished !== null) this.emit(this.unfinished);
    return {
      blocks: this.blocks,
      centred: this.centred,
      notes: this.notes,
      tracked: this.tracked,
      pictures: this.pictures,
      losses: this.losses,
      endless: this.fields.unclosed,
    };
  }

  open(element: XmlElement): void {
    const { name, space, attributes } = element;
    if (this.skipDepth > 0 || this.skips(element)) {
      if (this.skipDepth === 0 && (name === 'instrText' || name === 'delInstrText'))
        this.isReadingText = true;
      this.skipDepth++;
      return;
    }
    switch (space) {
      case 'math':
        if (name === 'oMath') this.losses.add('formulas');
        this.add(this.math.open(element));
        break;
      case 'drawing':
        this.openDrawing(name, attributes);
        break;
      case 'vml':
        this.openVml(name, attributes);
        break;
      case 'other':
        if (name === 'OLEObject' && this.objectProgram !== null)
          this.objectProgram = attributes.ProgID ?? '';
        else if (name === 'chart') this.addLoss('charts', '〔图表〕');
        break;
      case 'word':
        this.openWord(name, attributes);
    }
  }

  private skips(element: XmlElement): boolean {
    if (element.space === 'compatibility') return this.alternatives.skips(element);
    return element.space !== 'drawing' && SKIPPED.has(element.name);
  }

  private openWord(name: string, attributes: XmlElement['attributes']): void {
    const paragraph = this.paragraphs.at(-1);
    const value = attributes.val ?? '';
    const isOn = value !== '0' && value !== 'false' && value !== 'off' && value !== 'none';
    if (this.inRunProperties > 0) this.openRunProperty(name, attributes, isOn);
    if (this.inParagraphProperties > 0 && paragraph !== undefined) {
      openParagraphProperty(paragraph, name, attributes, isOn);
    }
    switch (name) {
      case 'p':
        this.beginParagraph();
        break;
      case 'pPr':
        this.inParagraphProperties++;
        break;
      case 'rPr':
        this.inRunProperties++;
        break;
      case 'r':
        this.runFormat = plainFormat();
        break;
      case 'ins':
      case 'moveTo':
      case 'del':
      case 'moveFrom':
        this.openChange(name === 'ins' || name === 'moveTo' ? 'ins' : 'del', paragraph);
        break;
      case 't':
      case 'delText':
        this.isReadingText = true;
        break;
      case 'tab':
      case 'ptab':
        if (this.inParagraphProperties === 0 && this.inRunProperties === 0) this.add('\t');
        break;
      case 'br':
        if (attributes.type !== 'page' && attributes.type !== 'column') this.add('\n');
        break;
      case 'cr':
        this.add('\n');
        break;
      case 'noBreakHyphen':
        this.add('-');
        break;
      case 'sym':
        this.addSymbol(attributes.font ?? '', Number.parseInt(attributes.char ?? '', 16));
        break;
      case 'footnoteReference':
      case 'endnoteReference':
        this.addNote(`${name.slice(0, -'Reference'.length)} ${attributes.id ?? ''}`);
        break;
      case 'commentReference':
        this.losses.add('comments');
        break;
      case 'fldChar':
        this.fieldCharacter(attributes.fldCharType);
        break;
      case 'checkBox':
      case 'checked':
      case 'default':
      case 'listEntry':
      case 'result':
        this.fields.formElement(name, value, isOn);
        break;
      case 'hyperlink': {
        const target = this.context.relationships.get(attributes.id ?? '');
        this.links.push(target === undefined ? null : linkTo(target, attributes.anchor));
        break;
      }
      case 'object':
        this.objectProgram = '';
        break;
      case 'altChunk':
      case 'subDoc':
        this.losses.add('inserted');
        break;
      case 'tbl':
        this.endUnfinished();
        this.tables.push(new OpenTable());
        break;
      case 'tc':
        this.tables.at(-1)?.beginCell();
        break;
      case 'gridBefore':
        this.tables.at(-1)?.skipColumns(Number(value));
        break;
      case 'gridSpan': {
        const table = this.tables.at(-1);
        if (table) table.span = Math.min(60, Math.max(1, Number(value) || 1));
        break;
      }
    }
  }

  private openRunProperty(name: string, attributes: XmlElement['attributes'], isOn: boolean): void {
    const { runFormat } = this;
    if (name === 'b') runFormat.bold = isOn;
    else if (name === 'i') runFormat.italic = isOn;
    else if ((name === 'strike' || name === 'dstrike') && isOn) runFormat.strike = true;
    else if (name === 'u') runFormat.underlined = isOn && attributes.val !== undefined;
    else if (name === 'vertAlign') {
      const { val } = attributes;
      runFormat.raised = val === 'superscript' || val === 'subscript' ? val : null;
    } else if (name === 'rFonts') {
      const font = attributes.ascii ?? attributes.hAnsi ?? '';
      runFormat.symbols = isSymbolFont(font) ? font : '';
    } else if (name === 'vanish' && this.inParagraphProperties === 0) runFormat.hidden = isOn;
  }

  private openDrawing(
    name: string,
    { embed, link, descr, ...attributes }: XmlElement['attributes'],
  ) {
    if (name === 'docPr') this.picture = { name: attributes.name ?? '', description: descr ?? '' };
    else if (name === 'blip') {
      if (embed !== undefined) this.addPicture(embed);
      else if (link !== undefined) this.losses.add('linkedPictures');
    } else if (name === 'chart') this.addLoss('charts', '〔图表〕');
    else if (name === 'relIds') this.addLoss('diagrams', '〔图形〕');
  }

  private openVml(
    name: string,
    { id, alt, string, ...attributes }: XmlElement['attributes'],
  ): void {
    if (name === 'textpath') this.add(string ?? '');
    else if (name === 'imagedata') {
      // The picture of an embedded object is only a preview.
      if (this.objectProgram !== null) return;
      if (id !== undefined && this.context.relationships.has(id)) this.addPicture(id);
      else if (attributes.href !== undefined) this.losses.add('linkedPictures');
    } else if (alt !== undefined) this.picture = { name: '', description: alt };
  }

  close(element: XmlElement): void {
    const { name, space } = element;
    if (this.skipDepth > 0) {
      this.skipDepth--;
      if (this.skipDepth === 0) this.isReadingText = false;
      return;
    }
    if (space === 'math') this.add(this.math.close(element));
    if (space === 'compatibility') this.alternatives.close(name);
    if (space !== 'word') return;
    switch (name) {
      case 'p':
        this.endParagraph();
        break;
      case 'pPr':
        this.inParagraphProperties--;
        break;
      case 'rPr':
        this.inRunProperties--;
        break;
      case 'ins':
      case 'moveTo':
      case 'del':
      case 'moveFrom':
        this.closeChange();
        break;
      case 't':
      case 'delText':
        this.isReadingText = false;
        break;
      case 'hyperlink':
        this.links.pop();
        break;
      case 'object':
        if (/^(?:Equation|MathType)/i.test(this.objectProgram ?? '')) {
          this.addLoss('equations', '〔公式〕');
        } else this.addLoss('objects', '〔对象〕');
        this.objectProgram = null;
        break;
      case 'tc':
        // A paragraph cannot continue beyond its cell.
        if (this.unfinishedDepth === this.tables.length) this.endUnfinished(true);
        this.tables.at(-1)?.endCell();
        break;
      case 'tr':
        this.tables.at(-1)?.endRow();
        break;
      case 'tbl':
        this.endTable();
        break;
    }
  }

  text(text: string): void {
    const ofFormula = this.skipDepth > 0 ? null : this.math.text(text);
    if (ofFormula !== null) {
      this.add(ofFormula);
      return;
    }
    if (!this.isReadingText) return;
    if (this.skipDepth > 0) {
      this.fields.addInstruction(text);
      return;
    }
    const { raised, symbols } = this.runFormat;
    const line = text.replace(/\n/g, ' ');
    if (symbols !== '') this.addSymbols(symbols, line);
    else if (raised === null) this.add(line);
    else {
      const converted = raisedText(line, raised);
      // Ordinals like 1st lose nothing as plain text.
      if (converted === null && !/^(?:st|nd|rd|th|TM)$/i.test(line)) this.losses.add('raised');
      this.add(converted ?? line);
    }
  }

  /** False where Word does not show what is being read: hidden text, instructions of fields, changes not taken. */
  private get isShown(): boolean {
    if (this.paragraphs.length === 0 || this.runFormat.hidden || this.inParagraphProperties > 0) {
      return false;
    }
    if (this.fields.isHidden) return false;
    const dropped = this.context.changes === 'accept' ? 'del' : 'ins';
    return this.context.changes === 'show' || !this.openChanges.includes(dropped);
  }

  private add(text: string): void {
    if (text === '' || !this.isShown) return;
    const { bold, italic, strike, underlined } = this.runFormat;
    const link = this.links.at(-1) ?? this.fields.link;
    appendRun(this.paragraphs.at(-1)!.runs, {
      text,
      ...(bold && { bold: true as const }),
      ...(italic && { italic: true as const }),
      ...(strike && { strike: true as const }),
      ...(underlined && { underlined: true as const }),
      ...(link !== null && { link }),
    });
  }

  private addSymbol(font: string, code: number): void {
    const symbol = symbolOf(font, code);
    if (symbol === null && this.isShown) this.losses.add('symbols');
    this.add(symbol ?? UNKNOWN_SYMBOL);
  }

  /** Text in a font of symbols. */
  private addSymbols(font: string, text: string): void {
    for (const character of text) {
      const code = character.codePointAt(0)!;
      if (code < 0x100 || (code >= 0xf000 && code < 0xf100)) this.addSymbol(font, code);
      else this.add(character);
    }
  }

  private addNote(key: string): void {
    if (!this.isShown) return;
    const runs = this.context.notes.get(key);
    if (runs === undefined) {
      this.losses.add('notes');
      return;
    }
    const note = String(this.notes.length + 1);
    this.notes.push({
      ...{ type: 'paragraph', kind: 'footnote', level: 0, line: 0, endLine: 0 },
      runs,
      note,
    });
    this.paragraphs.at(-1)!.runs.push({ text: `[^${note}]`, note });
  }

  private addPicture(id: string): void {
    const part = this.context.relationships.get(id);
    const { name, description } = this.picture;
    this.picture = { name: '', description: '' };
    if (part === undefined || !this.isShown) return;
    this.pictures++;
    const image = this.context.picture(part, name);
    const text = this.context.describe(description.replace(/[\r\n]+/g, ' '));
    this.paragraphs
      .at(-1)!
      .runs.push(image === null ? { text: `〔图：${text}〕` } : { text, image });
  }

  /** Counts a loss, and writes `mark` in its place. */
  private addLoss(kind: 'charts' | 'diagrams' | 'equations' | 'objects', mark: string): void {
    if (!this.isShown) return;
    this.losses.add(kind);
    this.add(mark);
  }

  private openChange(kind: 'ins' | 'del', paragraph: OpenParagraph | undefined): void {
    this.tracked++;
    this.openChanges.push(kind);
    const undone = this.context.changes === 'accept' ? 'del' : 'ins';
    if (this.context.changes === 'show') {
      if (
        this.inParagraphProperties === 0 &&
        this.inRunProperties === 0 &&
        paragraph !== undefined
      ) {
        paragraph.runs.push({ text: kind === 'ins' ? '〔增：' : '〔删：' });
      }
    } else if (kind === undone) {
      if (this.inParagraphProperties > 0 && paragraph !== undefined) paragraph.continues = true;
      else if (paragraph === undefined) {
        const table = this.tables.at(-1);
        if (table) table.isRowDropped = true;
      }
    }
  }

  private closeChange(): void {
    this.openChanges.pop();
    const paragraph = this.paragraphs.at(-1);
    if (this.context.changes !== 'show' || paragraph === undefined) return;
    if (this.inParagraphProperties > 0 || this.inRunProperties > 0) return;
    const last = paragraph.runs.at(-1);
    if (last?.text === '〔增：' || last?.text === '〔删：') paragraph.runs.pop();
    else paragraph.runs.push({ text: '〕' });
  }

  private fieldCharacter(type: string | undefined): void {
    if (type === 'begin') this.fields.begin();
    else if (type === 'separate') this.fields.separate();
    else if (type === 'end') this.add(this.fields.end());
  }

  private beginParagraph(): void {
    const continues = this.paragraphs.length === 0 && this.unfinishedDepth === this.tables.length;
    const previous = continues ? this.unfinished : null;
    if (previous !== null) this.unfinished = null;
    this.paragraphs.push({
      style: previous?.style ?? null,
      numId: previous?.numId ?? null,
      numLevel: previous?.numLevel ?? null,
      outline: previous?.outline ?? null,
      alignment: previous?.alignment ?? null,
      runs: previous?.runs ?? ([] as ReadRun[]),
      continues: false,
      isRunIn: previous?.isRunIn ?? false,
      hasHiddenMark: false,
      hasLinedTabs: previous?.hasLinedTabs ?? false,
    });
  }

  /** Ends a paragraph that cannot continue here; a run-in heading waits for its body unless `always`. */
  private endUnfinished(always = false): void {
    if (this.unfinished === null || (this.unfinished.isRunIn && !always)) return;
    const { unfinished: paragraph } = this;
    this.unfinished = null;
    this.emit(paragraph);
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph === undefined) return;
    if (paragraph.continues && this.paragraphs.length === 0) {
      this.unfinished = paragraph;
      this.unfinishedDepth = this.tables.length;
    } else this.emit(paragraph);
  }

  private emit(paragraph: OpenParagraph): void {
    const inTable = this.tables.length > 0;
    const { blocks, isCentred, isFromExportSettings } = paragraphBlocks(
      paragraph,
      inTable,
      this.context,
    );
    const table = this.tables.at(-1);
    if (table !== undefined) table.isFromExportSettings ||= isFromExportSettings;
    (table?.cell ?? this.blocks).push(...blocks);
    if (isCentred && !inTable) for (const block of blocks) this.centred.add(block);
    if (paragraph.alignment !== null) table?.align(paragraph.alignment);
  }

  private endTable(): void {
    const block = this.tables.pop()?.toBlock() ?? null;
    if (block !== null) (this.tables.at(-1)?.cell ?? this.blocks).push(block);
  }
}

/** A property of a paragraph, or of the mark at its end. */
function openParagraphProperty(
  paragraph: OpenParagraph,
  name: string,
  { val = '', leader }: XmlElement['attributes'],
  on: boolean,
): void {
  switch (name) {
    case 'pStyle':
      paragraph.style = val;
      break;
    case 'numId':
      paragraph.numId = val;
      break;
    case 'ilvl':
      paragraph.numLevel = Number(val);
      break;
    case 'outlineLvl':
      paragraph.outline = outlineOf(val);
      break;
    case 'jc':
      paragraph.alignment = val;
      break;
    case 'tab':
      if (leader === 'underscore' || leader === 'heavy') paragraph.hasLinedTabs = true;
      break;
    case 'vanish':
      paragraph.hasHiddenMark = on;
      break;
    // A style separator: the next paragraph continues in the same line.
    case 'specVanish':
      paragraph.continues ||= on;
      paragraph.isRunIn ||= on;
  }
}

const plainFormat = (): RunFormat => ({
  bold: false,
  italic: false,
  strike: false,
  hidden: false,
  underlined: false,
  raised: null,
  symbols: '',
});
