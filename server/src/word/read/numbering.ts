/** Word's automatic numbers, counted as Word counts them and written as Word shows them. */
import { readXml } from '../xml-reader.js';
import { formatNumber } from './number-format.js';

interface Level {
  start: number;
  format: string;
  /** Fewest digits of a number; shorter ones get zeros in front. */
  digits: number;
  /** `w:lvlText`: the label with `%1` to `%9` for the numbers, such as `%1、` or `（%2）`. */
  text: string;
  /** 0-based level whose change restarts this one; -1 for none. */
  restart: number | null;
  /** `w:isLgl`: all numbers in this label are Arabic. */
  isLegal: boolean;
  /** Paragraphs of this style are on this level. */
  style: string | null;
  /** `w:suff` is `nothing`: the text follows the label directly. */
  hasNoGap: boolean;
}

/** `w:abstractNum`: the levels that lists share; lists of one definition are counted together. */
interface Definition {
  readonly levels: Map<number, Level>;
  /** Numbering style that this definition belongs to. */
  styleLink: string | null;
  /** Numbering style whose definition is used in place of this one. */
  numStyleLink: string | null;
}

/** `w:num`. */
interface NumberedList {
  abstractId: string;
  readonly starts: Map<number, number>;
  /** Levels that this list overrides. */
  readonly levels: Map<number, Level>;
}

export interface ListLabel {
  readonly text: string;
  readonly isBullet: boolean;
}

/** Counts: labels have to be asked for in document order, once for each paragraph. */
export class Numbering {
  private readonly definitions = new Map<string, Definition>();
  private readonly lists = new Map<string, NumberedList>();
  private readonly counters = new Map<string, number[]>();
  private readonly startedLists = new Set<string>();

  constructor(xml: string | null) {
    if (xml !== null) this.read(xml);
  }

  private read(xml: string): void {
    let definition: Definition | null = null;
    let list: NumberedList | null = null;
    let level: Level | null = null;
    let override = 0;
    readXml(xml, {
      open: ({ name, attributes }) => {
        const value = attributes.val ?? '';
        const at = Number(attributes.ilvl ?? 0);
        if (name === 'abstractNum') {
          definition = { levels: new Map(), styleLink: null, numStyleLink: null };
          this.definitions.set(attributes.abstractNumId ?? '', definition);
        } else if (name === 'styleLink' && definition !== null) definition.styleLink = value;
        else if (name === 'numStyleLink' && definition !== null) definition.numStyleLink = value;
        else if (name === 'num') {
          list = { abstractId: '', starts: new Map(), levels: new Map() };
          this.lists.set(attributes.numId ?? '', list);
        } else if (name === 'abstractNumId' && list !== null) list.abstractId = value;
        else if (name === 'lvlOverride') override = at;
        else if (name === 'startOverride') list?.starts.set(override, Number(value));
        else if (name === 'lvl') {
          level = plainLevel();
          (list ?? definition)?.levels.set(at, level);
        } else if (level !== null) readLevel(level, name, value, attributes);
      },
      close: ({ name }) => {
        if (name === 'lvl') level = null;
        else if (name === 'num') list = null;
        else if (name === 'abstractNum') definition = null;
      },
    });
    this.followLinks();
  }

  /** Lists whose definition only names a numbering style get the definition that belongs to it. */
  private followLinks(): void {
    const byLink = new Map<string, string>();
    for (const [id, { styleLink }] of this.definitions)
      if (styleLink !== null) byLink.set(styleLink, id);
    for (const list of this.lists.values()) {
      const linked = this.definitions.get(list.abstractId)?.numStyleLink ?? null;
      if (linked !== null) list.abstractId = byLink.get(linked) ?? list.abstractId;
    }
  }

  /** The level, from 0, on which a list has the paragraphs of a style; null where it says nothing of it. */
  levelOfStyle(numId: string, style: string): number | null {
    const list = this.lists.get(numId);
    if (list === undefined) return null;
    const shared = this.definitions.get(list.abstractId)?.levels ?? new Map<number, Level>();
    for (const [at, level] of [...list.levels, ...shared]) if (level.style === style) return at;
    return null;
  }

  /** The label of the next paragraph of a list; null when the list is not defined. `level` is 0-based. */
  next(numId: string, level: number): ListLabel | null {
    const list = this.lists.get(numId);
    const shared = this.definitions.get(list?.abstractId ?? '')?.levels;
    if (list === undefined || shared === undefined) return null;
    const levelAt = (at: number) => list.levels.get(at) ?? shared.get(at);
    const levelFormat = levelAt(level);
    if (levelFormat === undefined) return null;
    if (levelFormat.format === 'bullet') return { text: levelFormat.text, isBullet: true };
    if (levelFormat.format === 'none' && !levelFormat.text.includes('%')) {
      return { text: withGap(levelFormat.text, levelFormat.hasNoGap), isBullet: false };
    }
    const counters = this.counters.get(list.abstractId) ?? [];
    this.counters.set(list.abstractId, counters);
    if (!this.startedLists.has(numId)) {
      this.startedLists.add(numId);
      for (const [at, start] of list.starts) {
        counters.length = Math.min(counters.length, at);
        if (at === level) counters[at] = start - 1;
      }
    }
    const startAt = (at: number) => list.starts.get(at) ?? levelAt(at)?.start ?? 1;
    for (let at = 0; at < level; at++) counters[at] ??= startAt(at);
    counters[level] = (counters[level] ?? startAt(level) - 1) + 1;
    for (let at = counters.length - 1; at > level; at--) {
      const restart = levelAt(at)?.restart;
      if (restart === -1 || (restart !== null && restart !== undefined && level > restart))
        continue;
      delete counters[at];
    }
    const text = levelFormat.text.replace(/%([1-9])/g, (_, digit) => {
      const at = Number(digit) - 1;
      const { format, digits } = levelAt(at) ?? plainLevel();
      const number = formatNumber(
        counters[at] ?? startAt(at),
        levelFormat.isLegal ? 'decimal' : format,
      );
      return number.padStart(levelFormat.isLegal ? 0 : digits, '0');
    });
    return { text: withGap(text, levelFormat.hasNoGap), isBullet: false };
  }
}

const plainLevel = (): Level => ({
  start: 1,
  format: 'decimal',
  digits: 0,
  text: '',
  restart: null,
  isLegal: false,
  style: null,
  hasNoGap: false,
});

function readLevel(
  level: Level,
  name: string,
  value: string,
  { format = '' }: Readonly<Record<string, string>>,
): void {
  if (name === 'start') level.start = Number(value);
  else if (name === 'numFmt') {
    // A custom format is followed by a fallback in a second `w:numFmt`; only its leading zeros are needed.
    const zeros = value === 'custom' ? (/^(0+)1\b/.exec(format)?.[1] ?? '') : '';
    if (zeros !== '') level.digits = zeros.length + 1;
    level.format = value;
  } else if (name === 'lvlText') level.text = value;
  else if (name === 'lvlRestart') level.restart = Number(value) - 1;
  else if (name === 'isLgl') level.isLegal = value !== '0' && value !== 'false';
  else if (name === 'pStyle') level.style = value;
  else if (name === 'suff') level.hasNoGap = value === 'nothing';
}

/** Word leaves a gap after a label; where one is wanted on paper too (第一条　为了…), it is typed. */
function withGap(label: string, tight: boolean): string {
  if (/[\dA-Za-z]$/.test(label)) return `${label} `;
  return !tight && /\p{Script=Han}$/u.test(label) && label.length > 1 ? `${label}\u3000` : label;
}
