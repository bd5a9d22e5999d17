/** Word's automatic numbers, counted as Word counts them and written as a person types them. */
import { formatCircled, formatHanNumeral } from '../../core/base/numerals.js';
import { readXml } from '../xml-reader.js';

interface Level {
  start: number;
  format: string;
  /** What is written, such as `%1、` or `（%2）`. */
  text: string;
  /** 0-based level whose change restarts this one; -1 for none. */
  restart: number | null;
  /** All numbers in this label are Arabic. */
  legal: boolean;
}

interface NumberedList {
  readonly abstract: string;
  readonly overrides: Map<number, number>;
}

export interface ListLabel {
  readonly text: string;
  readonly bullet: boolean;
}

export class Numbering {
  private readonly levels = new Map<string, Map<number, Level>>();
  private readonly lists = new Map<string, NumberedList>();
  private readonly counters = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(xml: string | null) {
    if (xml !== null) this.read(xml);
  }

  private read(xml: string): void {
    let abstract = '';
    let list: NumberedList | null = null;
    let level: Level | null = null;
    let override = 0;
    readXml(xml, {
      open: ({ name, attributes }) => {
        const value = attributes.val ?? '';
        if (name === 'abstractNum') {
          abstract = attributes.abstractNumId ?? '';
          this.levels.set(abstract, new Map());
        } else if (name === 'num') {
          list = { abstract: '', overrides: new Map() };
          this.lists.set(attributes.numId ?? '', list);
        } else if (name === 'abstractNumId' && list !== null) {
          Object.assign(list, { abstract: value });
        } else if (name === 'lvlOverride') override = Number(attributes.ilvl ?? 0);
        else if (name === 'startOverride') list?.overrides.set(override, Number(value));
        else if (name === 'lvl') {
          level = { start: 1, format: 'decimal', text: '', restart: null, legal: false };
          // A level that a list redefines holds for this list alone; it is rare, and the shared one is near enough.
          if (list === null) this.levels.get(abstract)?.set(Number(attributes.ilvl ?? 0), level);
        } else if (level !== null) {
          if (name === 'start') level.start = Number(value);
          else if (name === 'numFmt') level.format = value;
          else if (name === 'lvlText') level.text = value;
          else if (name === 'lvlRestart') level.restart = Number(value) - 1;
          else if (name === 'isLgl') level.legal = value !== '0' && value !== 'false';
        }
      },
      close: ({ name }) => {
        if (name === 'lvl') level = null;
        if (name === 'num') list = null;
      },
    });
  }

  /** The label of the next paragraph of a list; null when the list is not defined. `level` is 0-based. */
  next(numId: string, level: number): ListLabel | null {
    const list = this.lists.get(numId);
    const levels = this.levels.get(list?.abstract ?? '');
    const own = levels?.get(level);
    if (list === undefined || levels === undefined || own === undefined) return null;
    if (own.format === 'bullet') return { text: own.text, bullet: true };
    if (own.format === 'none' && !own.text.includes('%')) return { text: own.text, bullet: false };
    const counters = this.counters.get(list.abstract) ?? [];
    this.counters.set(list.abstract, counters);
    if (!this.begun.has(numId)) {
      this.begun.add(numId);
      for (const [at, start] of list.overrides) {
        counters.length = Math.min(counters.length, at);
        if (at === level) counters[at] = start - 1;
      }
    }
    const startAt = (at: number) => list.overrides.get(at) ?? levels.get(at)?.start ?? 1;
    for (let at = 0; at < level; at++) counters[at] ??= startAt(at);
    counters[level] = (counters[level] ?? startAt(level) - 1) + 1;
    for (let at = counters.length - 1; at > level; at--) {
      const restart = levels.get(at)?.restart;
      if (restart === -1 || (restart !== null && restart !== undefined && level > restart))
        continue;
      delete counters[at];
    }
    const text = own.text.replace(/%([1-9])/g, (_, digit) => {
      const at = Number(digit) - 1;
      const format = own.legal ? 'decimal' : (levels.get(at)?.format ?? 'decimal');
      return formatNumber(counters[at] ?? startAt(at), format);
    });
    return { text, bullet: false };
  }
}

const DIGITS = '〇一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** A number in one of Word's number formats (ECMA-376 Part 1, 17.18.59). */
export function formatNumber(number: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting':
      return number > 0 && number < 1000 ? hanNumeral(number) : String(number);
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return [...String(number)].map((digit) => DIGITS[Number(digit)]).join('');
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return number < 11 ? `${number === 10 ? '拾' : FORMAL[number]}` : String(number);
    case 'ideographTraditional':
      return STEMS[(number - 1) % 10] ?? String(number);
    case 'ideographZodiac':
      return BRANCHES[(number - 1) % 12] ?? String(number);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
    case 'ideographEnclosedCircle':
      return number >= 1 && number <= 20 ? formatCircled(number) : String(number);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(number)]
        .map((digit) => String.fromCharCode(0xff10 + Number(digit)))
        .join('');
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'decimalEnclosedParen':
      return `（${number}）`;
    case 'decimalEnclosedFullstop':
      return `${number}.`;
    case 'upperLetter':
    case 'lowerLetter': {
      const letter = String.fromCharCode(
        (format === 'upperLetter' ? 65 : 97) + ((number - 1) % 26),
      );
      return letter.repeat(Math.min(5, Math.floor((number - 1) / 26) + 1));
    }
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'none':
      return '';
    default:
      return String(number);
  }
}

function hanNumeral(number: number): string {
  if (number < 100) return formatHanNumeral(number);
  const rest = number % 100;
  const hundreds = `${formatHanNumeral(Math.floor(number / 100))}百`;
  if (rest === 0) return hundreds;
  if (rest < 10) return `${hundreds}零${formatHanNumeral(rest)}`;
  return hundreds + (rest < 20 ? '一' : '') + formatHanNumeral(rest);
}

function roman(number: number): string {
  const parts: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = Math.min(number, 3999);
  let text = '';
  for (const [value, letters] of parts) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}
