/** References as they are written: 见第三部分, 本文二（三）; which section is meant is not known here. */

import { NUMERALS, parseCircled, parseHanNumeral } from '../../base/numerals.js';
import type { Span } from '../../base/text.js';
import { FORMS, type FormId, formOf, ORDINALS } from '../../document/label-forms.js';

const HAN = NUMERALS.han.pattern;
const DIGIT = NUMERALS.digit.pattern;
/** A number as references write it. */
export const NUMBER = `(?:${HAN}|${DIGIT})`;
const AND = '(?:、|和|与|及|以及|或|或者|至|到)';
/** 四、五部分: two of them; 四部分 are four. */
const SEVERAL = `${HAN}(?:[、和与及]${HAN}){1,4}部分`;

/** The forms of labels such as 1.2.3, by how many numbers they have. */
const DECIMAL_FORMS = new Map<number, FormId>(
  FORMS.filter(({ outer }) => outer > 0).map(({ id, outer }) => [outer + 1, id]),
);
const DECIMAL = `${DIGIT}(?:[.．]${DIGIT}){1,${Math.max(...DECIMAL_FORMS.keys()) - 1}}`;

/** The forms of labels such as 第三章, by what stands after the number; 第三部分 names no level. */
const ORDINAL_FORMS = new Map<string, FormId>(
  ORDINALS.filter(({ id }) => id !== 'part').map(({ id, suffix }) => [suffix, id]),
);

/** What introduces a reference. 意见（二） and 由此可见第三部分 are no pointers. */
const OPENER = new RegExp(
  '((?<![意会常罕少可看听预偏成主政碰望高定识己创远卓遇再不引拜召想相])见|' +
    '(?<![版文样标基根成剧课资])本(?:文|总结|报告|汇报|材料|述职报告|计划|方案|要点)|' +
    '(?<!以)[前上下后]文|[前上]述)' +
    `(?:中的?|的)?(?=第(?:${NUMBER}|[（(])|[（(](?:${NUMBER})[）)]|第?${DECIMAL}(?:[，。；、）)节条款]|部分|所[述列提]|$)|${SEVERAL}|${HAN}(?:、?[（(]|[，。；）)]|所[述列提]|$))`,
  'gm',
);

/** 第三部分所述, 第二部分第（一）项: here the end says that it is a reference, so it must open its clause. */
const CLOSER =
  '(?:项|点|部分)?(?:中|里)?(?:所述|所列|所提|所说|已述|提到|提及|讲到|说到|述及|已有说明)';
const BRACKETED = `第?[（(]${NUMBER}[）)]`;
const CLOSED = new RegExp(
  `(?<=[，。；：（(如在由同按与对]|^[ \\t\\u3000\\uFEFF]*)` +
    `(?:第${NUMBER}部分(?:(?=${CLOSER})|[的之]?${BRACKETED}(?:项|点|(?=${CLOSER})))|` +
    `(?<=[，。；：如在由同按与对])${BRACKETED}(?:${AND}?${BRACKETED}){0,5}(?=${CLOSER}))`,
  'gm',
);

const PARTS = new RegExp(`(?:第|(?=${SEVERAL}))(${NUMBER}(?:${AND}第?${NUMBER}){0,4})部分`, 'y');
const ORDINAL = new RegExp(`第(${NUMBER})(${[...ORDINAL_FORMS.keys()].join('|')})`, 'y');
const DECIMALS = new RegExp(`第?(${DECIMAL})(?:节|条|款|部分)?`, 'y');
const BARE = new RegExp(`(${HAN})(?:、?(?=[（(])|(?=[，。；）)]|所[述列提]|$))`, 'my');
const BRACKET = new RegExp(`第?[（(](${NUMBER})[）)](?:项|点|条|部分|方面)?`, 'y');
const POINT = new RegExp(`第(${NUMBER})(?:点|项|条|个方面)`, 'y');
const DIGITS = new RegExp(`(${DIGIT})[.．]?(?=[，。；、）)]|所[述列提]|$)`, 'my');
const CIRCLED = new RegExp(`(${NUMERALS.circled.pattern})`, 'y');
const LINK = /(?:中|里)?(?:的|之)?/y;
const ONE_NUMBER = new RegExp(NUMBER, 'g');
const MORE = new RegExp(`${AND}?(?=第?[（(]|${NUMERALS.circled.pattern})`, 'y');
const MORE_DECIMALS = new RegExp(`${AND}(?=${DECIMAL}(?!\\d|[.．]\\d|[%％万亿元]))`, 'y');
const MORE_PATHS = new RegExp(
  `${AND}(?=第${NUMBER}(?:${AND}第?${NUMBER}){0,4}部分|${HAN}、?[（(]${NUMBER}[）)])`,
  'y',
);
/** 三（2）班 is a class of pupils. */
const LOOKALIKE_END = /^(?:班|年级|号|中队)/;

/** How far a sentence is looked back over. */
const LOOK_BACK = 200;
/** No writer lists more references at one place. */
const MOST_TOGETHER = 10;

/** A numeral as written, before it is known which section it names. */
export interface Numeral {
  readonly span: Span;
  readonly number: number;
  /** The numbers before it: 1 of 1.2. */
  readonly outer: readonly number[];
  /**
   * The form of label that it names. `any-part` for 第三部分: a section of the first level, whatever its
   * label looks like; null for 第二点, which is a child of any form.
   */
  readonly form: FormId | 'any-part' | null;
}

/** A reference as written. `under`: how many parts of the one before it stay in force: 二（一）、（三）. */
export interface Path {
  readonly span: Span;
  readonly numerals: readonly Numeral[];
  readonly under: number;
}

export function findPaths(prose: string): { paths: Path[]; certain: boolean }[] {
  const found: { paths: Path[]; certain: boolean }[] = [];
  for (const { index, 0: text, 1: opener } of prose.matchAll(OPENER)) {
    const own = opener!.startsWith('本') || opener!.endsWith('文');
    if (!own && pointsElsewhere(opener!, sentenceBefore(prose, index))) continue;
    const paths = readPaths(prose, index + text.length);
    const first = paths[0]?.numerals[0];
    if (first === undefined) continue;
    // 见二。 is too little to go by; 本文二。 is not.
    if (!own && first.form === 'han' && paths[0]!.numerals.length === 1) continue;
    found.push({ paths, certain: own || (opener === '见' && first.form === 'any-part') });
  }
  for (const { index } of prose.matchAll(CLOSED)) {
    if (/《|附件|附录|附表|条/.test(sentenceBefore(prose, index))) continue;
    const paths = readPaths(prose, index);
    if (paths.length > 0) found.push({ paths, certain: false });
  }
  return found.sort((a, b) => a.paths[0]!.span.start - b.paths[0]!.span.start);
}

/** True when the sentence so far names another document whose parts these may well be. */
function pointsElsewhere(opener: string, sentence: string): boolean {
  if (opener !== '见') return /《|第[^，。；]{1,4}条/.test(sentence);
  if (/该(?:办法|方案|规划|计划|通知|文件|细则|意见)/.test(sentence)) return true;
  return /附件|附录|附表|见[^，。；]{0,4}《|《[^》]*》[^。；]*其中/.test(sentence);
}

function sentenceBefore(prose: string, index: number): string {
  // Lines of one paragraph go on.
  return prose
    .slice(Math.max(0, index - LOOK_BACK), index)
    .split(/[。！？；]/)
    .at(-1)!;
}

/** Reads the references that begin at `at`: one, or several joined by 、 or 和. */
function readPaths(prose: string, at: number): Path[] {
  const paths: Path[] = [];
  let next: number | null = at;
  while (next !== null && paths.length < MOST_TOGETHER) {
    const group: Path[] = readGroup(prose, next);
    paths.push(...group);
    const end = group.at(-1)?.span.end;
    const link: RegExpExecArray | null = end === undefined ? null : matchAt(MORE_PATHS, prose, end);
    next = link === null ? null : end! + link[0].length;
  }
  const end = paths.at(-1)?.span.end;
  return end !== undefined && LOOKALIKE_END.test(prose.slice(end, end + 3)) ? [] : paths;
}

function readGroup(prose: string, at: number): Path[] {
  const parts = readParts(prose, at);
  if (parts.length > 1) return parts;
  const path = readPath(prose, at, parts[0]);
  return path === null ? [] : [path, ...readSiblings(prose, path)];
}

/** 第二部分 is one, 第一、三部分 are two. */
function readParts(prose: string, at: number): Path[] {
  const match = matchAt(PARTS, prose, at);
  if (match === null) return [];
  const numbers = [...match[1]!.matchAll(ONE_NUMBER)];
  return numbers.flatMap(({ index, 0: typed }, i) => {
    const number = numberOf(typed);
    if (number === null) return [];
    const start = at + match[0].indexOf(match[1]!) + index;
    const span = { start, end: start + typed.length };
    const whole = {
      start: i === 0 ? at : start,
      end: i === numbers.length - 1 ? at + match[0].length : span.end,
    };
    const numeral = { span, number, outer: [], form: 'any-part' } as const;
    return [{ span: whole, numerals: [numeral], under: 0 }];
  });
}

/** One reference from the outermost numeral inwards; `outermost` is the 第二部分 it begins with. */
function readPath(prose: string, start: number, outermost: Path | undefined): Path | null {
  const numerals: Numeral[] = [...(outermost?.numerals ?? [])];
  let at = outermost?.span.end ?? start;
  for (;;) {
    const step = numerals.length === 0 ? readOutermost(prose, at) : readInner(prose, at);
    if (step === null || !goesInwards(numerals.at(-1), step.numeral)) break;
    numerals.push(step.numeral);
    at = step.end;
  }
  return numerals.length === 0 ? null : { span: { start, end: at }, numerals, under: 0 };
}

function readOutermost(prose: string, at: number): ReadNumeral | null {
  return (
    readDecimal(prose, at) ??
    readOrdinal(prose, at) ??
    readNumeral(prose, at, BARE, () => 'han') ??
    readNumeral(prose, at, BRACKET, bracketForm)
  );
}

function readInner(prose: string, at: number): ReadNumeral | null {
  const after = at + matchAt(LINK, prose, at)![0].length;
  return (
    readNumeral(prose, after, BRACKET, bracketForm) ??
    readOrdinal(prose, after) ??
    readNumeral(prose, after, POINT, () => null) ??
    readNumeral(prose, at, DIGITS, () => 'digit') ??
    readNumeral(prose, at, CIRCLED, () => 'circled')
  );
}

/** （一）、（三）, ①② and 1.1、1.2: after the first one there are more references of its kind. */
function readSiblings(prose: string, first: Path): Path[] {
  const { form, outer } = first.numerals.at(-1)!;
  const next = outer.length > 0 ? DECIMAL_SIBLING : SIBLINGS.get(form);
  if (next === undefined) return [];
  // What stands before the last numeral holds for its siblings; a decimal says all by itself.
  const under = outer.length > 0 ? 0 : first.numerals.length - 1;
  const paths: Path[] = [];
  let end = first.span.end;
  while (paths.length < MOST_TOGETHER) {
    const link = matchAt(next.link, prose, end);
    if (link === null) break;
    const start = end + link[0].length;
    const more = next.read(prose, start);
    if (more === null || (outer.length === 0 && more.numeral.form !== form)) break;
    end = more.end;
    paths.push({ span: { start, end }, numerals: [more.numeral], under });
  }
  return paths;
}

interface Sibling {
  /** What joins it to the one before. */
  readonly link: RegExp;
  readonly read: (prose: string, at: number) => ReadNumeral | null;
}

const DECIMAL_SIBLING: Sibling = { link: MORE_DECIMALS, read: readDecimal };
const BRACKET_SIBLING: Sibling = {
  link: MORE,
  read: (prose, at) => readNumeral(prose, at, BRACKET, bracketForm),
};
const SIBLINGS = new Map<Numeral['form'], Sibling>([
  ['bracketed-han', BRACKET_SIBLING],
  ['bracketed-digit', BRACKET_SIBLING],
  [
    'circled',
    { link: MORE, read: (prose, at) => readNumeral(prose, at, CIRCLED, () => 'circled') },
  ],
]);

function bracketForm(typed: string): FormId {
  return /\d/.test(typed) ? 'bracketed-digit' : 'bracketed-han';
}

/** 第二章, and 第三节 after it. */
function readOrdinal(prose: string, at: number): ReadNumeral | null {
  const match = matchAt(ORDINAL, prose, at);
  return match && readNumeral(prose, at, ORDINAL, () => ORDINAL_FORMS.get(match[2]!)!);
}

/** 1.2, 1.2.3节: all of its numbers are one place. */
function readDecimal(prose: string, at: number): ReadNumeral | null {
  const match = matchAt(DECIMALS, prose, at);
  if (match === null) return null;
  const typed = match[1]!;
  const numbers = typed.split(/[.．]/).map(Number);
  if (numbers.includes(0)) return null;
  const form = DECIMAL_FORMS.get(numbers.length)!;
  const start = at + match[0].indexOf(typed);
  const span = { start, end: start + typed.length };
  const numeral = { span, number: numbers.at(-1)!, outer: numbers.slice(0, -1), form };
  return { numeral, end: at + match[0].length };
}

function goesInwards(outer: Numeral | undefined, inner: Numeral): boolean {
  if (outer === undefined || outer.form === 'any-part') return true;
  // 第2点（1）, but not a point in a point.
  if (outer.form === null) return inner.form !== null && inner.form !== 'any-part';
  if (inner.form === null) return true;
  return inner.form !== 'any-part' && formOf(inner.form).rank > formOf(outer.form).rank;
}

interface ReadNumeral {
  readonly numeral: Numeral;
  readonly end: number;
}

function readNumeral(
  prose: string,
  at: number,
  pattern: RegExp,
  namedBy: (typed: string) => FormId | null,
): ReadNumeral | null {
  const match = matchAt(pattern, prose, at);
  if (match === null) return null;
  const typed = match[1]!;
  const number = numberOf(typed);
  if (number === null) return null;
  const start = at + match[0].indexOf(typed);
  const span = { start, end: start + typed.length };
  const numeral = { span, number, outer: [], form: namedBy(typed) };
  return { numeral, end: at + match[0].length };
}

export function numberOf(typed: string): number | null {
  const number = /^\d/.test(typed)
    ? Number(typed)
    : (parseCircled(typed) ?? parseHanNumeral(typed));
  return number === 0 ? null : number;
}

/** The match of a sticky pattern that begins exactly at `at`. */
function matchAt(sticky: RegExp, prose: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(prose);
}
