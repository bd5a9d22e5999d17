/**
 * The clipboard's HTML as plain text: what Word, WPS, browsers and mail put there. A tolerant
 * tokenizer in one pass; anything that is no markup is text, and no input makes it throw.
 */

import { formatHanNumeral } from '../base/numerals.js';
import { isHan } from '../base/text.js';
import { styleOfForm, withNumber } from '../document/label.js';
import type { Syntax } from '../document/model.js';
import { chineseQuotes } from './clean.js';

/** A larger clipboard is a book. UTF-16 units. */
const MAX_LENGTH = 4_000_000;

const SILENT = new Set([
  'head',
  'style',
  'script',
  'title',
  'xml',
  'template',
  'noscript',
  'select',
]);
const BLOCKS =
  /^(?:p|div|h[1-6]|ul|ol|li|table|tr|blockquote|pre|section|article|header|footer|dl|dt|dd|center|figure|form|hr|body|html)$/;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  times: '×',
  ensp: ' ',
  emsp: '\u3000',
  thinsp: ' ',
  copy: '©',
  reg: '®',
  deg: '°',
  permil: '‰',
  bull: '•',
  laquo: '«',
  raquo: '»',
  divide: '÷',
  plusmn: '±',
  sect: '§',
  para: '¶',
  yen: '¥',
  euro: '€',
};

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}));?/g,
    (all, decimal, hex, name) => {
      if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name]! : all;
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16);
      const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return valid ? String.fromCodePoint(code) : '';
    },
  );
}

/** Counting of one open list. */
interface List {
  /** `null` for a list of bullets. */
  readonly style: string | null;
  next: number;
}

interface OpenTag {
  readonly name: string;
  /** Text in it is a label that Word wrote out. */
  readonly label: boolean;
}

/** How a list counts, by its CSS or its old attribute. */
function listStyle(attributes: string, depth: number): string {
  const css = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attributes)?.[1]?.toLowerCase();
  const type = /\btype\s*=\s*["']?([1aAiI])/.exec(attributes)?.[1];
  if (css !== undefined && css !== 'none') return css;
  if (type !== undefined && type !== '1') return type;
  return depth === 0 ? 'decimal' : 'decimal-nested';
}

function marker(style: string, number: number): string {
  if (/cjk|chinese|japanese|korean|hanja|kanji|ideographic/.test(style)) {
    return `${formatHanNumeral(number)}、`;
  }
  if (/circled/.test(style)) return withNumber(styleOfForm('circled'), number);
  const letters = /^(?:a|lower-(?:alpha|latin))$/i.test(style);
  if (letters) {
    const letter = String.fromCharCode(
      (style === 'A' || /upper/.test(style) ? 65 : 97) + ((number - 1) % 26),
    );
    return `${letter}.`;
  }
  const form = style === 'decimal-nested' ? 'bracketed-digit' : 'digit';
  return withNumber(styleOfForm(form), number);
}

/** Tags, comments, conditional sections and text, in order. A `<` that opens none of them is text. */
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<!\[[^>]*>|<![A-Za-z][^>]*>|<\?[^>]*>|<(\/?)([A-Za-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'>]){0,1000})>|[^<]+|</g;

/**
 * Plain text of an HTML fragment, a line for each paragraph. Automatic numbers become typed labels:
 * those that Word writes beside a paragraph as they are, those of `<ol>` by its style. Paragraphs
 * with a first-line indent get two U+3000 in plain text. Straight quotes become Chinese ones.
 */
export function htmlToText(html: string, syntax: Syntax): string {
  const source = html
    .slice(0, MAX_LENGTH)
    .replace(/^[\s\S]*<!--StartFragment-->/, '')
    .replace(/<!--EndFragment-->[\s\S]*$/, '');
  const writer = new Writer(syntax);
  const open: OpenTag[] = [];
  const lists: List[] = [];
  let silent: string | null = null;
  for (const [token, closing, tag, attributes] of source.matchAll(TOKEN)) {
    if (tag === undefined) {
      if (silent === null && (!token.startsWith('<') || token === '<')) {
        const label = open.some((element) => element.label);
        writer.text(
          decode(token),
          label,
          open.some(({ name }) => name === 'pre'),
        );
      }
      continue;
    }
    const name = tag.toLowerCase();
    if (silent !== null) {
      if (closing === '/' && name === silent) silent = null;
      continue;
    }
    if (closing === '/') {
      const at = open.findLastIndex((element) => element.name === name);
      if (at >= 0) open.length = at;
      if (name === 'ol' || name === 'ul') lists.pop();
      if (name === 'td' || name === 'th') writer.cell();
      else if (BLOCKS.test(name)) writer.block();
      continue;
    }
    const selfClosing = attributes!.endsWith('/');
    if (SILENT.has(name)) {
      if (!selfClosing) silent = name;
      continue;
    }
    if (name === 'br') writer.line();
    else if (BLOCKS.test(name)) writer.block();
    if (name === 'ol' || name === 'ul') {
      const start = Number(/\bstart\s*=\s*["']?(-?\d{1,6})/.exec(attributes!)?.[1] ?? 1);
      const depth = lists.filter(({ style }) => style !== null).length;
      lists.push({ style: name === 'ol' ? listStyle(attributes!, depth) : null, next: start });
    } else if (name === 'li') {
      const list = lists.at(-1);
      const value = /\bvalue\s*=\s*["']?(-?\d{1,6})/.exec(attributes!)?.[1];
      if (list !== undefined && list.style !== null) {
        if (value !== undefined) list.next = Number(value);
        const own = listStyle(attributes!, 0);
        writer.label(marker(own === 'decimal' ? list.style : own, list.next++));
      } else if (list !== undefined && syntax === 'markdown') writer.label('- ');
    }
    if (!selfClosing && !/^(?:br|hr|img|input|meta|link|col|wbr)$/.test(name)) {
      const indented =
        /(?:text-indent\s*:\s*(?!-|0(?![.\d]))|mso-char-indent-count\s*:\s*(?!-|0(?![.\d])))/i.test(
          attributes!,
        );
      if (indented && BLOCKS.test(name)) writer.indent();
      open.push({ name, label: /mso-list\s*:\s*Ignore/i.test(attributes!) });
    }
  }
  return writer.end();
}

/** Collects lines as a browser would show them. */
class Writer {
  private readonly lines: string[] = [];
  private current = '';
  private pendingLabel = '';
  private isIndented = false;

  constructor(private readonly syntax: Syntax) {}

  text(text: string, label: boolean, kept: boolean): void {
    if (label) {
      // Word sets blanks or a tab after its number.
      this.pendingLabel += text.replace(/[\s\u00a0\u3000]+/g, '');
      return;
    }
    if (kept) {
      const [first, ...rest] = text.split(/\r\n?|\n/);
      this.append(first!);
      for (const line of rest) {
        this.line();
        this.append(line);
      }
      return;
    }
    this.append(
      text.replace(/[ \t\r\n\f]+/g, (space, at: number) => {
        const left = at > 0 ? text[at - 1]! : this.current.at(-1);
        const right = text[at + space.length];
        // A line break in the source of Chinese text is none in the text.
        const broken = /[\r\n]/.test(space);
        return broken && left !== undefined && right !== undefined && (isCjk(left) || isCjk(right))
          ? ''
          : ' ';
      }),
    );
  }

  private append(text: string): void {
    if (text === '') return;
    if (this.current === '' && text.trim() === '' && !text.includes('\u3000')) return;
    if (this.pendingLabel !== '') {
      this.current += this.pendingLabel;
      this.pendingLabel = '';
    }
    this.current += /[ ]$/.test(this.current) ? text.replace(/^ /, '') : text;
  }

  label(label: string): void {
    this.pendingLabel = label;
  }

  indent(): void {
    this.isIndented = true;
  }

  cell(): void {
    this.current += '\t';
  }

  line(): void {
    this.flush();
  }

  block(): void {
    if (this.current.trim() !== '' || this.current.includes('\u3000')) this.flush();
    else this.current = '';
    this.isIndented = false;
  }

  private flush(): void {
    const text = this.current
      .replace(/\u00a0/g, ' ')
      .replace(/(?<![ \t])[ \t]+$/, '')
      .replace(/^ +/, '');
    const indent = this.isIndented && this.syntax === 'plain' && !text.startsWith('\u3000');
    this.lines.push(text === '' ? '' : (indent ? '　　' : '') + text);
    this.current = '';
    this.isIndented = false;
  }

  end(): string {
    this.block();
    const gap = this.syntax === 'markdown' ? '\n\n' : '\n';
    const text = this.lines.join(gap).replace(/\n{3,}/g, '\n\n');
    return chineseQuotes(text.replace(/^\n+|(?<!\n)\n+$/g, ''));
  }
}

const isCjk = (character: string) =>
  isHan(character.charCodeAt(0)) || /[\u3000-\u303f\uff00-\uffef“”‘’…—]/.test(character);

/** True when the HTML says more than its plain text: numbers that are not typed, indents of paragraphs. */
export function hasAutomaticNumbers(html: string): boolean {
  return /mso-list|<ol[\s>]|class=["']?MsoListParagraph/i.test(html);
}
