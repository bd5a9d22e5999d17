import {
  formatCircled,
  formatHanNumeral,
  parseCircled,
  parseHanNumeral,
} from '../base/numerals.js';
import { isInvisible, visible } from '../base/text.js';

/** Level of an outline label: 1 一、 · 2 （一） · 3 1. · 4 （1） · 5 ①. Source: GB/T 9704—2012 7.3.3, GB/T 15834—2011 B.3.8. */
export type LabelLevel = 1 | 2 | 3 | 4 | 5;

/** An outline label as typed at the start of a paragraph. */
export interface Label {
  readonly level: LabelLevel;
  readonly number: number;
  /** The label as typed, such as `一、` or `（一）、`. Its length is in UTF-16 units. */
  readonly marker: string;
  /** What stands before and after the numeral. The standard's own are `、` `（）` `.` and nothing. */
  readonly prefix: string;
  readonly suffix: string;
  /**
   * A form that is a label only in company: `一，` opens ordinary sentences, and `21.5` is a decimal
   * unless 20. and 22. stand around it.
   */
  readonly needsNeighbours: boolean;
}

const HAN = '[一二三四五六七八九十]{1,3}';
const FORMS: readonly { level: LabelLevel; pattern: RegExp }[] = [
  { level: 1, pattern: new RegExp(`^()(${HAN})([、.．，,])`) },
  { level: 2, pattern: new RegExp(`^([（(])(${HAN})([）)][、.．，,]?)`) },
  { level: 3, pattern: /^()(\d{1,2})([.．、])/ },
  { level: 4, pattern: /^([（(])(\d{1,2})([）)][、.．，,]?)/ },
  { level: 5, pattern: /^()([①-⑳])([、.．，,]?)/ },
];

/** 一、二年级 and 一、二号楼 name two things; 一、一年接着一年干 is a heading. */
const PAIR_NOUN =
  /^(?:年级|年|季度|月|号|楼|栋|单元|线|级|等|期|类|批|组|班|次|审|产业|学期|把手|中队|大队|支队|车间|层)/;

/** （一）至（三）项 and （一）项规定 refer to labels; （一）项目建设 is one. */
const REFERENCE =
  /^(?:(?:至|到|和|与|及|或|、)?[（(][一二三四五六七八九十\d]{1,3}[）)]|项(?!目)|款(?!待|项)|式(?=[，。；、可得中])|目(?=规定|所列))/;

/**
 * Reads the outline label at the start of `text`, or null.
 * `text` begins after indentation and any Markdown `#`. Lines that only look like labels (1.5万元,
 * 一、二年级, （一）至（三）项, 十、百、千) give null.
 */
export function readLabel(text: string): Label | null {
  const seen = visible(text);
  const label = readSeenLabel(seen);
  return label === null || seen === text
    ? label
    : { ...label, marker: asTyped(label.marker, text) };
}

/** The start of `text` of which a reader sees `seen`. */
function asTyped(seen: string, text: string): string {
  let end = 0;
  for (let left = seen.length; left > 0; end++) if (!isInvisible(text.charCodeAt(end))) left--;
  return text.slice(0, end);
}

function readSeenLabel(text: string): Label | null {
  for (const { level, pattern } of FORMS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [marker, prefix, numeral, suffix] = match as unknown as [string, string, string, string];
    const number = parseNumeral(level, numeral);
    if (number === null || number === 0) return null;
    const rest = text.slice(marker.length, marker.length + 8);
    if (isLookalike(level, number, suffix, rest)) return null;
    const needsNeighbours =
      (level === 1 && /[，,]/.test(suffix)) || (level === 3 && suffix !== '、' && /^\d/.test(rest));
    return { level, number, marker, prefix, suffix, needsNeighbours };
  }
  return null;
}

function parseNumeral(level: LabelLevel, numeral: string): number | null {
  if (level <= 2) return parseHanNumeral(numeral);
  return level === 5 ? parseCircled(numeral) : Number(numeral);
}

function isLookalike(level: LabelLevel, number: number, suffix: string, rest: string): boolean {
  if (level === 1) {
    const next = /^([一二三四五六七八九十百千万]{1,3})(.*)$/s.exec(rest);
    if (next === null) return false;
    if (/^[、至到]/.test(next[2]!)) return true;
    return parseHanNumeral(next[1]!) === number + 1 && PAIR_NOUN.test(next[2]!);
  }
  if (level === 3) return suffix === '、' && /^\d/.test(rest);
  if (level === 5) return /^[①-⑳]/.test(rest) || /^[、至到][①-⑳]/.test(suffix + rest);
  return REFERENCE.test(suffix.slice(1) + rest);
}

/** The label with another number, all else as the writer typed it. */
export function withNumber(
  label: Pick<Label, 'level' | 'prefix' | 'suffix'>,
  number: number,
): string {
  return label.prefix + formatNumeral(label.level, number) + label.suffix;
}

/** The label in the form of the standard: 一、 （一） 1. （1） ①. */
export function standardMarker(level: LabelLevel, number: number): string {
  const numeral = formatNumeral(level, number);
  if (level === 1) return `${numeral}、`;
  if (level === 2 || level === 4) return `（${numeral}）`;
  return level === 3 ? `${numeral}.` : numeral;
}

function formatNumeral(level: LabelLevel, number: number): string {
  if (level <= 2) return formatHanNumeral(number);
  return level === 5 ? formatCircled(number) : String(number);
}
