/** The text of a Word file with the place of each of its characters in the XML, so that something can be put beside it. */

import { escapeXml } from '../escape-xml.js';
import type { Numbering } from '../read/numbering.js';
import { labelOf, levelOf } from '../read/paragraph.js';
import { isContents, type Styles } from '../read/styles.js';
import { symbolOf, UNKNOWN_SYMBOL } from '../read/symbols.js';

/** A stretch of text that stands in one element of the XML. */
export interface Segment {
  /** UTF-16 offset in the text. */
  readonly start: number;
  readonly text: string;
  /** Where the text begins and ends in the XML. */
  readonly from: number;
  readonly to: number;
  readonly run: RunPlace;
  /** Where the tag before the text begins. */
  readonly tag: number;
  /** It is the result of a field, which Word may replace at any time. */
  readonly ofField: boolean;
}

export interface RunPlace {
  /** Where its tag begins, and where it ends. */
  readonly from: number;
  to: number;
  /** Its properties as XML. */
  properties: string;
}

export interface ScannedParagraph {
  /** UTF-16 offsets in the text; a label that Word sets by itself is part of it. */
  readonly start: number;
  readonly end: number;
  readonly segments: readonly Segment[];
  /** Which table it stands in, from 1; null for none. A table in another counts as one. */
  readonly table: number | null;
}

export interface ScannedText {
  /** What was scanned; the places of segments are places in it. */
  readonly xml: string;
  /** One paragraph in each line, those of tables after all others; text boxes, notes and contents are left out. */
  readonly text: string;
  /** UTF-16 offset in the text from which on paragraphs stand in tables; its length where none does. */
  readonly cellsStart: number;
  readonly paragraphs: readonly ScannedParagraph[];
  /** How many text boxes were left out. */
  readonly boxes: number;
  /** How many footnotes and endnotes the document refers to, in its tables and text boxes too. */
  readonly notes: number;
  /** Prefix of the WordprocessingML namespace, with its colon. */
  readonly prefix: string;
}

/** An element that never ends reaches to the end of the file, so that its end is searched for only once. */
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)([^\s/<>"']+)((?:[\s/](?:[^>"']|"[^"]*(?:"|$)|'[^']*(?:'|$))*)?)(?:>|$)|[^<]+/g;

/** Elements that are not read: deleted words, instructions of fields, alternative content, floating boxes. */
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'txbxContent',
  'rt',
  'Fallback',
  'pPrChange',
  'rPrChange',
  'sdtPr',
  'object',
  'pict',
  'drawing',
]);

/** Elements that stand for characters. */
const ELEMENTS = new Set(['tab', 'br', 'cr', 'sym', 'noBreakHyphen']);

/** What refers to a footnote or an endnote. */
const NOTES = new Set(['footnoteReference', 'endnoteReference']);

/** Elements whose content is not shown, or is shown elsewhere. */
const NOT_SHOWN = new Set(['del', 'moveFrom', 'Fallback']);

/** Paragraphs that stand outside of tables, or in them; offsets count from the start of the text of these. */
interface Part {
  text: string;
  readonly paragraphs: ScannedParagraph[];
}

interface OpenParagraph {
  readonly segments: { -readonly [K in keyof Segment]: Segment[K] }[];
  style: string | null;
  numId: string | null;
  numLevel: number | null;
  content: boolean;
}

/**
 * Reads the part that holds the text. It is known to be well-formed.
 * @param numbering Automatic numbers, none of them counted yet.
 */
export function scanText(
  original: string,
  styles: Styles,
  numbering: () => Numbering,
): ScannedText {
  const xml = withoutSections(original);
  const prefix = prefixOf(xml);
  const scan = (endless: ReadonlySet<number>) => {
    const scanner = new Scanner(xml, prefix, styles, numbering(), endless);
    for (const match of xml.matchAll(TOKEN)) scanner.token(match);
    return scanner;
  };
  let scanner = scan(new Set());
  // What follows a field that never ends would be taken for a part of it.
  if (scanner.openFields.size > 0) scanner = scan(scanner.openFields);
  const { boxes, notes } = scanner;
  return { xml, ...joined(scanner.outside, scanner.inTables), boxes, notes, prefix };
}

/** One stretch of text after another. */
function joined(
  outside: Part,
  inTables: Part,
): Pick<ScannedText, 'text' | 'cellsStart' | 'paragraphs'> {
  const cellsStart = outside.text.length;
  const moved = inTables.paragraphs.map(
    ({ start, end, segments, table }): ScannedParagraph => ({
      start: start + cellsStart,
      end: end + cellsStart,
      segments: segments.map((segment) => ({ ...segment, start: segment.start + cellsStart })),
      table,
    }),
  );
  return {
    text: outside.text + inTables.text,
    cellsStart,
    paragraphs: [...outside.paragraphs, ...moved],
  };
}

/** Replaces CDATA sections by escaped text: nothing can be inserted into a CDATA section. */
const withoutSections = (xml: string) =>
  xml.replace(/<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/g, (whole, plain) =>
    plain === undefined ? whole : escapeXml(plain),
  );

function prefixOf(xml: string): string {
  const found = /\sxmlns(?::([^\s=]+))?\s*=\s*["'][^"']*wordprocessingml(?:\/2006)?\/main["']/.exec(
    xml,
  );
  return found?.[1] === undefined ? '' : `${found[1]}:`;
}

class Scanner {
  readonly outside: Part = { text: '', paragraphs: [] };
  readonly inTables: Part = { text: '', paragraphs: [] };
  boxes = 0;
  notes = 0;
  private paragraph: OpenParagraph | null = null;
  private run: RunPlace | null = null;
  private propertiesFrom = -1;
  private hidden = false;
  private inParagraphProperties = false;
  private textTag = -1;
  private tables = 0;
  /** How many tables lie around: one may stand in another. */
  private tableDepth = 0;
  /** Names of elements that are left out, innermost last. */
  private readonly leftOut: string[] = [];
  private readonly fields: { at: number; result: boolean; instruction: string }[] = [];

  constructor(
    private readonly xml: string,
    private readonly prefix: string,
    private readonly styles: Styles,
    private readonly numbering: Numbering,
    /** Where in the XML fields begin that are known never to end: nothing belongs to them. */
    private readonly endless: ReadonlySet<number>,
  ) {}

  /** Where in the XML the fields begin that have not ended. */
  get openFields(): ReadonlySet<number> {
    return new Set(this.fields.map(({ at }) => at));
  }

  token(match: RegExpMatchArray): void {
    const [whole, closing, name, attributes = ''] = match;
    const at = match.index!;
    if (name === undefined) {
      if (!whole.startsWith('<')) this.characters(whole, at, at + whole.length);
      return;
    }
    const local = name.slice(name.indexOf(':') + 1);
    const own = name === this.prefix + local || local === 'Fallback';
    if (closing !== '/') {
      if (own && NOTES.has(local) && !this.leftOut.some((name) => NOT_SHOWN.has(name)))
        this.notes++;
      if (attributes.endsWith('/')) {
        if (own && this.leftOut.length === 0)
          this.emptyElement(local, attributes, at, at + whole.length);
      } else this.open(local, own, attributes, at);
    } else this.close(local, own, at + whole.length);
  }

  private open(local: string, own: boolean, attributes: string, at: number): void {
    if (own && LEFT_OUT.has(local)) {
      if (local === 'txbxContent' && !this.leftOut.includes('Fallback')) this.boxes++;
      this.leftOut.push(local);
    }
    if (!own || this.leftOut.length > 0) return;
    if (local === 'p') {
      this.paragraph = { segments: [], style: null, numId: null, numLevel: null, content: false };
    } else if (local === 'tbl') {
      if (this.tableDepth === 0) this.tables++;
      this.tableDepth++;
    } else if (local === 'pPr') this.inParagraphProperties = true;
    else if (local === 'r') {
      this.run = { from: at, to: at, properties: '' };
      this.hidden = false;
    } else if (local === 'rPr' && this.run !== null) this.propertiesFrom = at;
    else if (local === 't') this.textTag = at;
    else if (local === 'fldSimple') {
      const instruction = /instr\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '';
      this.fields.push({ at, result: true, instruction });
    } else this.emptyElement(local, attributes, at, at);
  }

  private emptyElement(local: string, attributes: string, from: number, to: number): void {
    const value = /(?:^|\s)(?:[^\s=:]+:)?val\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '';
    const { paragraph } = this;
    if (local === 'p') {
      this.paragraph = { segments: [], style: null, numId: null, numLevel: null, content: false };
      this.endParagraph();
    } else if (paragraph === null) return;
    else if (this.inParagraphProperties) {
      if (local === 'pStyle') paragraph.style = value;
      else if (local === 'numId') paragraph.numId = value;
      else if (local === 'ilvl') paragraph.numLevel = Number(value);
    } else if (local === 'vanish') this.hidden = !/^(?:0|false|off)$/.test(value);
    else if (local === 'fldChar') {
      const type = /fldCharType\s*=\s*["'](\w+)["']/.exec(attributes)?.[1];
      const field = this.fields.at(-1);
      if (type === 'begin') {
        if (!this.endless.has(from)) this.fields.push({ at: from, result: false, instruction: '' });
      } else if (type === 'separate' && field !== undefined) field.result = true;
      else if (type === 'end') this.fields.pop();
    } else if (local === 'tab' || local === 'br' || local === 'cr') {
      if (this.run !== null && this.shows)
        this.addSegment(local === 'tab' ? '\t' : ' ', from, to, from);
    } else if (local === 'sym' || local === 'noBreakHyphen') {
      if (this.run !== null && this.shows)
        this.addSegment(local === 'sym' ? symbolIn(attributes) : '-', from, to, from);
    }
  }

  private close(local: string, own: boolean, end: number): void {
    if (own && this.leftOut.at(-1) === local) {
      this.leftOut.pop();
      return;
    }
    if (!own || this.leftOut.length > 0) return;
    if (local === 'p') this.endParagraph();
    else if (local === 'tbl') this.tableDepth--;
    else if (local === 'pPr') this.inParagraphProperties = false;
    else if (local === 'fldSimple') this.fields.pop();
    else if (local === 'rPr' && this.run !== null && this.propertiesFrom >= 0) {
      this.run.properties = this.xml.slice(this.propertiesFrom, end);
      this.propertiesFrom = -1;
    } else if (local === 'r' && this.run !== null) {
      this.run.to = end;
      this.run = null;
    } else if (local === 't') this.textTag = -1;
    else if (ELEMENTS.has(local)) {
      const last = this.paragraph?.segments.at(-1);
      if (this.run !== null && last?.tag === last?.to && last !== undefined) last.to = end;
    }
  }

  private get shows(): boolean {
    return !this.hidden && this.leftOut.length === 0 && this.fields.every(({ result }) => result);
  }

  private characters(raw: string, from: number, to: number): void {
    const field = this.fields.at(-1);
    if (field !== undefined && this.leftOut.at(-1) === 'instrText') field.instruction += raw;
    if (this.textTag < 0 || this.run === null || this.paragraph === null || !this.shows) return;
    const text = decoded(raw);
    if (text !== '') this.addSegment(text.replace(/[\r\n]/g, ' '), from, to, this.textTag);
  }

  private addSegment(text: string, from: number, to: number, tag: number): void {
    // The place in the text is known when the paragraph ends, after its label.
    const ofField = this.fields.some(({ instruction }) => !/^\s*HYPERLINK\b/i.test(instruction));
    this.paragraph!.segments.push({ start: 0, text, from, to, run: this.run!, tag, ofField });
  }

  private endParagraph(): void {
    const { paragraph } = this;
    this.paragraph = null;
    if (paragraph === null) return;
    const style = this.styles.of(paragraph.style);
    if (isContents(style)) return;
    const level = levelOf(paragraph, style, this.numbering);
    const label = labelOf(paragraph, style, level, this.numbering);
    const empty = paragraph.segments.every(({ text }) => text.trim() === '');
    const isInTable = this.tableDepth > 0;
    const part = isInTable ? this.inTables : this.outside;
    // Outside of tables an empty line may mean something.
    if (isInTable && empty) return;
    const start = part.text.length;
    if (label !== null && !label.isBullet && !empty) part.text += label.text;
    const segments = paragraph.segments.map((segment): Segment => {
      const own = { ...segment, start: part.text.length };
      part.text += segment.text;
      return own;
    });
    const table = isInTable ? this.tables : null;
    part.paragraphs.push({ start, end: part.text.length, segments, table });
    part.text += '\n';
  }
}

function symbolIn(attributes: string): string {
  const value = (name: string) =>
    new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? '';
  return symbolOf(value('font'), Number.parseInt(value('char'), 16)) ?? UNKNOWN_SYMBOL;
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};
const ENTITY = /&(?:#x([\dA-Fa-f]+)|#(\d+)|(\w+));/g;

function character(
  hex: string | undefined,
  decimal: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return ENTITIES[name] ?? '';
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

const decoded = (raw: string) =>
  raw.includes('&')
    ? raw.replace(ENTITY, (_, hex, decimal, name) => character(hex, decimal, name))
    : raw;

/** Where a character of a segment stands in the XML, by its number from the start of the segment. */
export function placeInXml(xml: string, { from, to, text }: Segment, index: number): number {
  if (index >= text.length) return to;
  let units = 0;
  let at = from;
  while (units < index && at < to) {
    if (xml[at] !== '&') {
      units++;
      at++;
      continue;
    }
    const end = xml.indexOf(';', at) + 1;
    units += decoded(xml.slice(at, end)).length;
    at = end;
  }
  return at;
}
