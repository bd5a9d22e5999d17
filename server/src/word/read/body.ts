/** The body of a document → blocks, in one pass over its XML. */

import type { Block, ParagraphBlock, Run } from '../../core/print/blocks.js';
import { readXml, type XmlElement } from '../xml-reader.js';
import { Alternatives } from './alternatives.js';
import { Fields, linkTo } from './fields.js';
import { Losses } from './losses.js';
import { MathText } from './math.js';
import { type Formats, type OpenParagraph, paragraphBlocks } from './paragraph.js';
import { push, type ReadRun } from './runs.js';
import { outlineOf } from './styles.js';
import { isSymbolFont, raisedText, symbolOf, UNKNOWN_SYMBOL } from './symbols.js';
import { OpenTable } from './table.js';

/** What becomes of tracked changes: taken as made, undone, or marked in the text. */
export type Changes = 'accept' | 'reject' | 'show';

export interface BodyContext extends Formats {
  /** Targets of links and names of picture parts, by relationship id. */
  readonly relationships: ReadonlyMap<string, string>;
  readonly changes: Changes;
  /** Texts of notes, by kind and id: `footnote 2`. */
  readonly notes: ReadonlyMap<string, readonly Run[]>;
  /** Fields, by their order, that never end. */
  readonly endless: ReadonlySet<number>;
  /** Target in the text for a picture; null keeps its description alone. */
  picture(part: string, name: string): string | null;
  /** A picture's description as the text may have it. */
  describe(description: string): string;
}

export interface Body {
  readonly blocks: readonly Block[];
  /** Paragraphs that are set in the middle of the line. */
  readonly centred: ReadonlySet<Block>;
  /** The notes that the blocks refer to, in the order of their labels. */
  readonly notes: readonly ParagraphBlock[];
  /** How many tracked changes there are. */
  readonly tracked: number;
  readonly pictures: number;
  readonly losses: Losses;
  /** Fields, by their order, that are still open at the end: all that follows them has been left out. */
  readonly endless: ReadonlySet<number>;
}

interface Look {
  bold: boolean;
  italic: boolean;
  strike: boolean;
  hidden: boolean;
  underlined: boolean;
  raised: 'superscript' | 'subscript' | null;
  /** Name of a font of symbols; `''` for any other. */
  symbols: string;
}

/** Elements whose whole content is nothing that is read. */
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

export function readBody(xml: string, context: BodyContext): Body {
  const reader = new BodyReader(context);
  readXml(xml, reader);
  return reader.result();
}

export class BodyReader {
  private readonly blocks: Block[] = [];
  private readonly centred = new Set<Block>();
  /** More than one in a text box: what is in it stands before the paragraph that it hangs on. */
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly links: (string | null)[] = [];
  private readonly fields: Fields;
  private readonly math = new MathText();
  private readonly alternatives = new Alternatives();
  private readonly losses = new Losses();
  private readonly notes: ParagraphBlock[] = [];
  private look: Look = plainLook();
  private skip = 0;
  private takesText = false;
  private readonly change: ('ins' | 'del')[] = [];
  private inRunProperties = 0;
  private inParagraphProperties = 0;
  /** A paragraph that goes on in the next one, and in how many tables it stands. */
  private carried: OpenParagraph | null = null;
  private carriedIn = 0;
  private picture: { name: string; description: string } = { name: '', description: '' };
  /** Name of the program of an embedded object; null outside of one. */
  private program: string | null = null;
  private tracked = 0;
  private pictures = 0;

  constructor(private readonly context: BodyContext) {
    this.fields = new Fields(context.endless);
  }

  result(): Body {
    if (this.carried !== null) this.emit(this.carried);
    return {
      blocks: this.blocks,
      centred: this.centred,
      notes: this.notes,
      tracked: this.tracked,
      pictures: this.pictures,
      losses: this.losses,
      endless: this.fields.left,
    };
  }

  open(element: XmlElement): void {
    const { name, space, attributes } = element;
    if (this.skip > 0 || this.skips(element)) {
      if (this.skip === 0 && (name === 'instrText' || name === 'delInstrText'))
        this.takesText = true;
      this.skip++;
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
        if (name === 'OLEObject' && this.program !== null) this.program = attributes.ProgID ?? '';
        else if (name === 'chart') this.leaveOut('charts', '〔图表〕');
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
    const on = value !== '0' && value !== 'false' && value !== 'off' && value !== 'none';
    if (this.inRunProperties > 0) this.openRunProperty(name, attributes, on);
    if (this.inParagraphProperties > 0 && paragraph !== undefined) {
      openParagraphProperty(paragraph, name, attributes, on);
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
        this.look = plainLook();
        break;
      case 'ins':
      case 'moveTo':
      case 'del':
      case 'moveFrom':
        this.openChange(name === 'ins' || name === 'moveTo' ? 'ins' : 'del', paragraph);
        break;
      case 't':
      case 'delText':
        this.takesText = true;
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
        this.fieldMark(attributes.fldCharType);
        break;
      case 'checkBox':
      case 'checked':
      case 'default':
      case 'listEntry':
      case 'result':
        this.fields.formElement(name, value, on);
        break;
      case 'hyperlink': {
        const target = this.context.relationships.get(attributes.id ?? '');
        this.links.push(target === undefined ? null : linkTo(target, attributes.anchor));
        break;
      }
      case 'object':
        this.program = '';
        break;
      case 'altChunk':
      case 'subDoc':
        this.losses.add('inserted');
        break;
      case 'tbl':
        this.dropCarried();
        this.tables.push(new OpenTable());
        break;
      case 'tc':
        this.tables.at(-1)?.beginCell();
        break;
      case 'gridBefore':
        this.tables.at(-1)?.leaveFree(Number(value));
        break;
      case 'gridSpan': {
        const table = this.tables.at(-1);
        if (table) table.span = Math.min(60, Math.max(1, Number(value) || 1));
        break;
      }
    }
  }

  private openRunProperty(name: string, attributes: XmlElement['attributes'], on: boolean): void {
    const { look } = this;
    if (name === 'b') look.bold = on;
    else if (name === 'i') look.italic = on;
    else if ((name === 'strike' || name === 'dstrike') && on) look.strike = true;
    else if (name === 'u') look.underlined = on && attributes.val !== undefined;
    else if (name === 'vertAlign') {
      const { val } = attributes;
      look.raised = val === 'superscript' || val === 'subscript' ? val : null;
    } else if (name === 'rFonts') {
      const font = attributes.ascii ?? attributes.hAnsi ?? '';
      look.symbols = isSymbolFont(font) ? font : '';
    } else if (name === 'vanish' && this.inParagraphProperties === 0) look.hidden = on;
  }

  private openDrawing(
    name: string,
    { embed, link, descr, ...attributes }: XmlElement['attributes'],
  ) {
    if (name === 'docPr') this.picture = { name: attributes.name ?? '', description: descr ?? '' };
    else if (name === 'blip') {
      if (embed !== undefined) this.addPicture(embed);
      else if (link !== undefined) this.losses.add('linkedPictures');
    } else if (name === 'chart') this.leaveOut('charts', '〔图表〕');
    else if (name === 'relIds') this.leaveOut('diagrams', '〔图形〕');
  }

  private openVml(
    name: string,
    { id, alt, string, ...attributes }: XmlElement['attributes'],
  ): void {
    if (name === 'textpath') this.add(string ?? '');
    else if (name === 'imagedata') {
      // What an object looks like is drawn by its own program.
      if (this.program !== null) return;
      if (id !== undefined && this.context.relationships.has(id)) this.addPicture(id);
      else if (attributes.href !== undefined) this.losses.add('linkedPictures');
    } else if (alt !== undefined) this.picture = { name: '', description: alt };
  }

  close(element: XmlElement): void {
    const { name, space } = element;
    if (this.skip > 0) {
      this.skip--;
      if (this.skip === 0) this.takesText = false;
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
        this.takesText = false;
        break;
      case 'hyperlink':
        this.links.pop();
        break;
      case 'object':
        if (/^(?:Equation|MathType)/i.test(this.program ?? '')) {
          this.leaveOut('equations', '〔公式〕');
        } else this.leaveOut('objects', '〔对象〕');
        this.program = null;
        break;
      case 'tc':
        // A cell ends what is in it.
        if (this.carriedIn === this.tables.length) this.dropCarried(true);
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
    const ofFormula = this.skip > 0 ? null : this.math.text(text);
    if (ofFormula !== null) {
      this.add(ofFormula);
      return;
    }
    if (!this.takesText) return;
    if (this.skip > 0) {
      this.fields.instruct(text);
      return;
    }
    const { raised, symbols } = this.look;
    const line = text.replace(/\n/g, ' ');
    if (symbols !== '') this.addSymbols(symbols, line);
    else if (raised === null) this.add(line);
    else {
      const own = raisedText(line, raised);
      // 1st and the like are read all the same.
      if (own === null && !/^(?:st|nd|rd|th|TM)$/i.test(line)) this.losses.add('raised');
      this.add(own ?? line);
    }
  }

  /** False where what is read is not shown. */
  private get shows(): boolean {
    if (this.paragraphs.length === 0 || this.look.hidden || this.inParagraphProperties > 0) {
      return false;
    }
    if (this.fields.hides) return false;
    const dropped = this.context.changes === 'accept' ? 'del' : 'ins';
    return this.context.changes === 'show' || !this.change.includes(dropped);
  }

  private add(text: string): void {
    if (text === '' || !this.shows) return;
    const { bold, italic, strike, underlined } = this.look;
    const link = this.links.at(-1) ?? this.fields.link;
    push(this.paragraphs.at(-1)!.runs, {
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
    if (symbol === null && this.shows) this.losses.add('symbols');
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
    if (!this.shows) return;
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
    if (part === undefined || !this.shows) return;
    this.pictures++;
    const image = this.context.picture(part, name);
    const text = this.context.describe(description.replace(/[\r\n]+/g, ' '));
    this.paragraphs
      .at(-1)!
      .runs.push(image === null ? { text: `〔图：${text}〕` } : { text, image });
  }

  /** Says that something was there. */
  private leaveOut(kind: 'charts' | 'diagrams' | 'equations' | 'objects', mark: string): void {
    if (!this.shows) return;
    this.losses.add(kind);
    this.add(mark);
  }

  private openChange(kind: 'ins' | 'del', paragraph: OpenParagraph | undefined): void {
    this.tracked++;
    this.change.push(kind);
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
      if (this.inParagraphProperties > 0 && paragraph !== undefined) paragraph.joins = true;
      else if (paragraph === undefined) {
        const table = this.tables.at(-1);
        if (table) table.dropRow = true;
      }
    }
  }

  private closeChange(): void {
    this.change.pop();
    const paragraph = this.paragraphs.at(-1);
    if (this.context.changes !== 'show' || paragraph === undefined) return;
    if (this.inParagraphProperties > 0 || this.inRunProperties > 0) return;
    const last = paragraph.runs.at(-1);
    if (last?.text === '〔增：' || last?.text === '〔删：') paragraph.runs.pop();
    else paragraph.runs.push({ text: '〕' });
  }

  private fieldMark(type: string | undefined): void {
    if (type === 'begin') this.fields.begin();
    else if (type === 'separate') this.fields.separate();
    else if (type === 'end') this.add(this.fields.end());
  }

  private beginParagraph(): void {
    const goesOn = this.paragraphs.length === 0 && this.carriedIn === this.tables.length;
    const carried = goesOn ? this.carried : null;
    if (carried !== null) this.carried = null;
    this.paragraphs.push({
      style: carried?.style ?? null,
      numId: carried?.numId ?? null,
      numLevel: carried?.numLevel ?? null,
      outline: carried?.outline ?? null,
      alignment: carried?.alignment ?? null,
      runs: carried?.runs ?? ([] as ReadRun[]),
      joins: false,
      runIn: carried?.runIn ?? false,
      hidden: false,
      lined: carried?.lined ?? false,
    });
  }

  /** What goes on after a table does not go on in it; a heading waits for its text. */
  private dropCarried(always = false): void {
    if (this.carried === null || (this.carried.runIn && !always)) return;
    const { carried } = this;
    this.carried = null;
    this.emit(carried);
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph === undefined) return;
    if (paragraph.joins && this.paragraphs.length === 0) {
      this.carried = paragraph;
      this.carriedIn = this.tables.length;
    } else this.emit(paragraph);
  }

  private emit(paragraph: OpenParagraph): void {
    const inTable = this.tables.length > 0;
    const { blocks, centred, setting } = paragraphBlocks(paragraph, inTable, this.context);
    const table = this.tables.at(-1);
    if (table !== undefined) table.setting ||= setting;
    (table?.cell ?? this.blocks).push(...blocks);
    if (centred && !inTable) for (const block of blocks) this.centred.add(block);
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
      if (leader === 'underscore' || leader === 'heavy') paragraph.lined = true;
      break;
    case 'vanish':
      paragraph.hidden = on;
      break;
    // The mark is no end: what follows stands in the same line.
    case 'specVanish':
      paragraph.joins ||= on;
      paragraph.runIn ||= on;
  }
}

const plainLook = (): Look => ({
  bold: false,
  italic: false,
  strike: false,
  hidden: false,
  underlined: false,
  raised: null,
  symbols: '',
});
