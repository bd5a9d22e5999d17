/** The body of a document → blocks, in one pass over its XML. */

import type { Block } from '../../core/print/blocks.js';
import { readXml, type XmlElement } from '../xml-reader.js';
import { type Formats, type OpenParagraph, paragraphBlocks } from './paragraph.js';
import { push } from './runs.js';
import { outlineOf } from './styles.js';
import { OpenTable } from './table.js';

/** What becomes of tracked changes: taken as made, undone, or marked in the text. */
export type Changes = 'accept' | 'reject' | 'show';

export interface BodyContext extends Formats {
  /** Targets of links and names of picture parts, by relationship id. */
  readonly relationships: ReadonlyMap<string, string>;
  readonly changes: Changes;
  /** Target in the text for a picture; null keeps its description alone. */
  picture(part: string, name: string): string | null;
}

export interface Body {
  readonly blocks: readonly Block[];
  /** How many tracked changes there are. */
  readonly tracked: number;
  readonly footnotes: number;
  readonly comments: number;
  readonly pictures: number;
}

interface Look {
  bold: boolean;
  italic: boolean;
  strike: boolean;
  hidden: boolean;
}

/** Elements whose whole content is nothing that is read. */
const SKIPPED = new Set([
  'Fallback',
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

class BodyReader {
  private readonly blocks: Block[] = [];
  /** More than one in a text box: what is in it stands before the paragraph that it hangs on. */
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly links: (string | null)[] = [];
  private readonly fields: { instruction: string; result: boolean }[] = [];
  private look: Look = plainLook();
  private skip = 0;
  private takesText = false;
  private readonly change: ('ins' | 'del')[] = [];
  private inRunProperties = 0;
  private inParagraphProperties = 0;
  private carried: OpenParagraph | null = null;
  private picture: { name: string; description: string } = { name: '', description: '' };
  private tracked = 0;
  private footnotes = 0;
  private comments = 0;
  private pictures = 0;

  constructor(private readonly context: BodyContext) {}

  result(): Body {
    if (this.carried !== null) this.emit(this.carried);
    return {
      blocks: this.blocks,
      tracked: this.tracked,
      footnotes: this.footnotes,
      comments: this.comments,
      pictures: this.pictures,
    };
  }

  open(element: XmlElement): void {
    const { name, space, attributes } = element;
    if (this.skip > 0 || (SKIPPED.has(name) && space !== 'drawing')) {
      if (this.skip === 0 && (name === 'instrText' || name === 'delInstrText'))
        this.takesText = true;
      this.skip++;
      return;
    }
    if (space === 'math') {
      this.takesText = name === 't';
      return;
    }
    if (space === 'drawing') {
      if (name === 'docPr')
        this.picture = { name: attributes.name ?? '', description: attributes.descr ?? '' };
      else if (name === 'blip') this.addPicture(attributes.embed);
      return;
    }
    if (space !== 'word') return;
    const paragraph = this.paragraphs.at(-1);
    const value = attributes.val ?? '';
    const on = value !== '0' && value !== 'false' && value !== 'off' && value !== 'none';
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
      case 'pStyle':
        if (paragraph) paragraph.style = value;
        break;
      case 'numId':
        if (paragraph && this.inParagraphProperties > 0) paragraph.numId = value;
        break;
      case 'ilvl':
        if (paragraph && this.inParagraphProperties > 0) paragraph.numLevel = Number(value);
        break;
      case 'outlineLvl':
        if (paragraph) paragraph.outline = outlineOf(value);
        break;
      case 'jc':
        if (paragraph && this.inParagraphProperties > 0) paragraph.alignment = value;
        break;
      case 'r':
        this.look = plainLook();
        break;
      case 'b':
        if (this.inRunProperties > 0) this.look.bold = on;
        break;
      case 'i':
        if (this.inRunProperties > 0) this.look.italic = on;
        break;
      case 'strike':
      case 'dstrike':
        if (this.inRunProperties > 0 && on) this.look.strike = true;
        break;
      case 'vanish':
        if (this.inRunProperties > 0 && this.inParagraphProperties === 0) this.look.hidden = on;
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
        this.add(symbol(attributes.char));
        break;
      case 'footnoteReference':
      case 'endnoteReference':
        this.footnotes++;
        break;
      case 'commentReference':
        this.comments++;
        break;
      case 'fldChar':
        this.fieldMark(attributes.fldCharType);
        break;
      case 'hyperlink':
        this.links.push(this.context.relationships.get(attributes.id ?? '') ?? null);
        break;
      case 'tbl':
        this.tables.push(new OpenTable());
        break;
      case 'tc':
        this.tables.at(-1)?.beginCell();
        break;
      case 'gridSpan': {
        const table = this.tables.at(-1);
        if (table) table.span = Math.min(60, Math.max(1, Number(value) || 1));
        break;
      }
    }
  }

  close({ name, space }: XmlElement): void {
    if (this.skip > 0) {
      this.skip--;
      if (this.skip === 0) this.takesText = false;
      return;
    }
    if (space === 'math') this.takesText = false;
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
      case 'tc':
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
    if (!this.takesText) return;
    const field = this.fields.at(-1);
    if (this.skip > 0) {
      if (field !== undefined && !field.result) field.instruction += text;
    } else this.add(text.replace(/\n/g, ' '));
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph === undefined || this.look.hidden || this.inParagraphProperties > 0) return;
    if (this.fields.some(({ result, instruction }) => !result || /^\s*TOC\b/.test(instruction)))
      return;
    const dropped = this.context.changes === 'accept' ? 'del' : 'ins';
    if (this.context.changes !== 'show' && this.change.includes(dropped)) return;
    const link = this.links.at(-1) ?? null;
    push(paragraph.runs, {
      text,
      ...(this.look.bold && { bold: true as const }),
      ...(this.look.italic && { italic: true as const }),
      ...(this.look.strike && { strike: true as const }),
      ...(link !== null && { link }),
    });
  }

  private addPicture(id: string | undefined): void {
    const part = this.context.relationships.get(id ?? '');
    const paragraph = this.paragraphs.at(-1);
    if (part === undefined || paragraph === undefined) return;
    this.pictures++;
    const image = this.context.picture(part, this.picture.name);
    const description = this.picture.description.replace(/[\r\n]+/g, ' ');
    paragraph.runs.push(
      image === null ? { text: `〔图：${description}〕` } : { text: description, image },
    );
    this.picture = { name: '', description: '' };
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
    if (type === 'begin') this.fields.push({ instruction: '', result: false });
    else if (type === 'separate') {
      const field = this.fields.at(-1);
      if (field) field.result = true;
    } else if (type === 'end') this.fields.pop();
  }

  private beginParagraph(): void {
    const carried = this.paragraphs.length === 0 ? this.carried : null;
    if (carried !== null) this.carried = null;
    this.paragraphs.push({
      style: carried?.style ?? null,
      numId: carried?.numId ?? null,
      numLevel: carried?.numLevel ?? null,
      outline: carried?.outline ?? null,
      alignment: carried?.alignment ?? null,
      runs: carried?.runs ?? [],
      joins: false,
    });
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph === undefined) return;
    if (paragraph.joins && this.paragraphs.length === 0) this.carried = paragraph;
    else this.emit(paragraph);
  }

  private emit(paragraph: OpenParagraph): void {
    const target = this.tables.at(-1)?.cell ?? this.blocks;
    const inTable = this.tables.length > 0;
    const place = { first: target.length === 0 && !inTable, inTable };
    target.push(...paragraphBlocks(paragraph, place, this.context));
    if (paragraph.alignment !== null) this.tables.at(-1)?.align(paragraph.alignment);
  }

  private endTable(): void {
    const block = this.tables.pop()?.toBlock() ?? null;
    if (block !== null) (this.tables.at(-1)?.cell ?? this.blocks).push(block);
  }
}

const plainLook = (): Look => ({ bold: false, italic: false, strike: false, hidden: false });

function symbol(char: string | undefined): string {
  const code = Number.parseInt(char ?? '', 16);
  // Symbol fonts have their glyphs in the private area; which is which, the font alone knows.
  return Number.isNaN(code) || code >= 0xf000 ? '□' : String.fromCharCode(code);
}
