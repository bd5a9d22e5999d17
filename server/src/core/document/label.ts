import { NUMERALS, type NumeralScript, parseHanNumeral } from '../base/numerals.js';
import { isInvisible, visible } from '../base/text.js';
import { FORMS, type FormId, formOf, type LabelForm, ORDINALS, WHOLE } from './label-forms.js';

/** An outline label as typed at the start of a paragraph. */
export interface Label {
  readonly form: FormId;
  /**
   * 1 for the outermost. Read by itself, a label has the level of its form in GB/T 9704—2012; in a
   * document, the one that its form has in the document's scheme.
   */
  readonly level: number;
  readonly number: number;
  /** The numbers before its own: 1 and 2 of 1.2.3, none of other forms. */
  readonly outer: readonly number[];
  /** The label as typed, such as `一、` or `（一）、`. Its length is in UTF-16 units. */
  readonly marker: string;
  readonly script: NumeralScript;
  /** What stands before and after the numerals. The standard's own are `、` `（）` `.` and nothing. */
  readonly prefix: string;
  readonly suffix: string;
}

/** How a label is written, but for its numbers. */
export type LabelStyle = Pick<Label, 'form' | 'script' | 'prefix' | 'suffix'>;

/** A label that a line may have, and what it takes to be one. */
export interface LabelCandidate {
  readonly label: Label;
  /**
   * `nothing`: it is a label by itself. `either`: it is one if the previous or the next label has the number
   * before or after it; `一，` also opens ordinary sentences, and `一 ` stands in tables. `both`: it is one if
   * both labels do, or one of them in the very next line; `21.5` is a decimal unless 20. and 22. stand around
   * it. `neighbours`: see `Trust`.
   */
  readonly needs: 'nothing' | 'either' | 'both' | 'neighbours';
  /** It is a figure with its unit, 1.5万元, to whoever knows nothing of the lines around it. */
  readonly isFigure: boolean;
  /** A blank, a colon or nothing stands after it. */
  readonly isApart: boolean;
}

/** A line that only a heading can be is no longer than this, in UTF-16 units. */
const LONGEST_HEADING_ONLY = 40;

/** So much of a line tells what labels it may carry. UTF-16 units. */
export const LABEL_LOOK = LONGEST_HEADING_ONLY + 24;

const BLANK = '[ \\t\\u3000\\u00a0]';

interface Pattern {
  readonly form: LabelForm;
  readonly script: NumeralScript;
  /** Sources of patterns: what stands before the numbers, the numbers, what stands after them. */
  readonly sources: readonly [string, string, string];
  /** Its groups are these three. */
  readonly pattern: RegExp;
}

const PATTERNS: readonly Pattern[] = FORMS.flatMap((form) =>
  form.scripts.map((script): Pattern => {
    const isWhole = WHOLE.includes(script);
    const numeral = NUMERALS[script].pattern;
    const numbers = `(?:${numeral}[.．]){${form.outer}}${numeral}`;
    const before = isWhole ? '' : form.before;
    const after = isWhole ? '[、.．，,]?' : form.after;
    const follows =
      form.outer > 0 ? '(?![0-9.．])' : form.id === 'bare-digit' ? `(?=${BLANK})` : '';
    const pattern = new RegExp(`^(${before})(${numbers})(${after})${follows}`);
    return { form, script, sources: [before, numbers, after], pattern };
  }),
);

/**
 * Source of a pattern, without groups, for a label that a sentence may stand after: 一、 （2） A. but no
 * 第一章, and no 1.1, which may be a figure.
 */
export const ITEM_LABEL = `(?:${PATTERNS.filter(
  ({ form }) => !form.headingOnly && form.outer === 0 && !ORDINALS.includes(form),
)
  .map(({ sources }) => sources.join(''))
  .join('|')})`;

/** What a label may begin with; most lines begin with something else, and nothing more is asked of them. */
const BEGINS = new RegExp(
  `^(?:${[
    ...new Set(PATTERNS.map(({ script, sources: [before] }) => before + NUMERALS[script].pattern)),
  ].join('|')})`,
);

/** A character of a label: sources of patterns for one of a numeral, and of the words and marks around it. */
const OF_NUMERALS = [...new Set(Object.values(NUMERALS).map(({ character }) => character))];
const OF_MARKS = `[（(【）)】第编${ORDINALS.map(({ suffix }) => suffix).join('')}、.．]`;

/** Source of a pattern for a label, or the beginning of one, as it is being typed; without groups. */
export const BEGUN_LABEL = `(?:${[...OF_NUMERALS, OF_MARKS].join('|')}){0,9}`;

/** True where a line may carry a label, as far as it alone can tell. `content` as for {@link labelCandidates}. */
export const mayBeLabelled = (content: string): boolean => labelCandidates(content).length > 0;

/** 一、二年级 and 一、二号楼 name two things; 一、一年接着一年干 is a heading. */
const PAIR_NOUN =
  /^(?:年级|年|季度|月|号|楼|栋|单元|线|级|等|期|类|批|组|班|次|审|产业|学期|把手|中队|大队|支队|车间|层)/;

/** （一）至（三）项 and （一）项规定 refer to labels; （一）项目建设 is one. */
const REFERENCE = new RegExp(
  `^(?:(?:至|到|和|与|及|或|、)?[（(](?:${NUMERALS.han.pattern}|${NUMERALS.digit.pattern})[）)]|` +
    '项(?!目)|款(?!待|项)|式(?=[，。；、可得中])|目(?=规定|所列))',
);

/** A number and its unit: 1.5万元, 2.3亿元, 3.2%, 1.8倍, 3.1版; 2.1节 refers to a place. 1.2024年 and 1.3个项目 are none. */
const FIGURE =
  /^\d{1,2}[.．]\d{1,3}(?:\.\d+)?(?:[%％‰℃万亿元倍吨亩米里斤克度升]|[十百千]万|版(?![面权块式画图])|节(?=[所中里的、，。和与至到另已]|$)|百分点|个百分点|公(?:里|顷|斤|吨)|平方|立方|千[米克瓦]|毫米|厘米|小时|个小时|个月|(?:km|kg|kW|kWh|GB|MB|TB|ml|mm|cm|[mgtL])(?![A-Za-z]))/;

/** Nobody counts up to 1.2024 with a unit of 年 after it: what is in front of a year is a label. */
const YEAR = /^(?:19|20)\d\d年/;

/** ①② and ①、② are several in a row. */
const CIRCLED = new RegExp(`^${NUMERALS.circled.pattern}`);
const NEXT_CIRCLED = new RegExp(`^[、至到]${NUMERALS.circled.pattern}`);

const NEXT_STEM = new RegExp(`^${NUMERALS.stem.pattern}(?:[、和与及至到双两各]|$)`);

/** After 第一节 and the like, these make another word of it. */
const ORDINAL_NOUN = /^(?:课|车厢|火车|比赛|在于|是|的|和|与|及|至|到|、|，|所|中|里|规定|第)/;

/**
 * What the line that begins with `content` may be labelled with, the likelier first. `content` begins
 * after indentation and any Markdown `#`; {@link LABEL_LOOK} units of it are enough. Lines that only
 * look labelled (一、二年级, （一）至（三）项, 十、百、千) give none.
 */
export function labelCandidates(content: string): readonly LabelCandidate[] {
  const seen = visible(content);
  if (!BEGINS.test(seen)) return [];
  const found: LabelCandidate[] = [];
  for (const { form, script, pattern } of PATTERNS) {
    const match = pattern.exec(seen);
    const candidate = match && readCandidate(form, script, match, seen);
    if (candidate !== null) found.push(candidate);
  }
  if (seen === content) return found;
  return found.map((candidate) => ({
    ...candidate,
    label: { ...candidate.label, marker: asTyped(candidate.label.marker, content) },
  }));
}

/** The label that a line carries whatever stands around it, or null. `content` as above. */
export function readLabel(content: string): Label | null {
  return labelCandidates(content).find(({ needs }) => needs === 'nothing')?.label ?? null;
}

/** The start of `text` of which a reader sees `seen`. */
function asTyped(seen: string, text: string): string {
  let end = 0;
  for (let left = seen.length; left > 0; end++) if (!isInvisible(text.charCodeAt(end))) left--;
  return text.slice(0, end);
}

function readCandidate(
  form: LabelForm,
  script: NumeralScript,
  match: RegExpExecArray,
  content: string,
): LabelCandidate | null {
  const [marker, prefix, typed, suffix] = match as unknown as [string, string, string, string];
  const numbers = typed.split(/[.．]/).map((numeral) => NUMERALS[script].parse(numeral) ?? 0);
  if (numbers.includes(0)) return null;
  const number = numbers.at(-1)!;
  const rest = content.slice(marker.length);
  const isApart = rest === '' || /^[ \t\u3000\u00a0：:]/.test(rest);
  const isHeadingOnly = form.headingOnly || (form.id === 'han' && suffix === '');
  const isSure = isApart && form.trust === 'blank';
  if (isHeadingOnly && !canBeHeading(rest, isSure)) return null;
  if (isLookalike(form, number, suffix, rest.slice(0, 8))) return null;
  const label: Label = {
    form: form.id,
    level: form.gbLevel ?? 1,
    number,
    outer: numbers.slice(0, -1),
    marker,
    script,
    prefix,
    suffix,
  };
  return {
    label,
    needs: needsOf(label, rest, isApart),
    isFigure: /[.．]/.test(marker) && FIGURE.test(content),
    isApart,
  };
}

function needsOf(
  { form, script, number, prefix, suffix }: Label,
  rest: string,
  isApart: boolean,
): LabelCandidate['needs'] {
  const { id, trust } = formOf(form);
  const isUsual = /^[、.．]$/.test(suffix) && script !== 'formal-han';
  if (id === 'han' && !isUsual) return 'either';
  if (id === 'bracketed-han' && /[〔【]/.test(prefix)) return 'neighbours';
  if (id === 'digit' && /^\d/.test(rest) && !YEAR.test(rest)) {
    // 3、4月 are two months.
    const isPair = Number.parseInt(rest, 10) === number + 1;
    return suffix === '、' && !isPair ? 'neighbours' : 'both';
  }
  return trust === 'nothing' || (trust === 'blank' && isApart) ? 'nothing' : 'neighbours';
}

/** True where what stands after a label is short and no sentence; after one that is sure, it may have clauses. */
function canBeHeading(rest: string, isSure: boolean): boolean {
  if (rest.length > LONGEST_HEADING_ONLY || /[。；，、：:]$/.test(rest)) return false;
  return !(isSure ? /[。！？；](?!$)/ : /[。！？；，](?!$)/).test(rest);
}

function isLookalike(form: LabelForm, number: number, suffix: string, rest: string): boolean {
  switch (form.id) {
    case 'han': {
      // 一 班, 二 等奖 and 一 季 度 have their letters set apart.
      if (suffix === '' && /^.(?:\S\s|[^\u4e00-\u9fff“《])/.test(rest)) return true;
      if (suffix === '' && PAIR_NOUN.test(rest.slice(1))) return true;
      const next = /^([一二三四五六七八九十百千万]{1,3})(.*)$/s.exec(rest);
      if (next === null) return false;
      if (/^[、至到]/.test(next[2]!)) return true;
      return parseHanNumeral(next[1]!) === number + 1 && PAIR_NOUN.test(next[2]!);
    }
    case 'bracketed-han':
    case 'bracketed-digit':
      return REFERENCE.test(suffix.slice(1) + rest);
    case 'circled':
      return CIRCLED.test(rest) || NEXT_CIRCLED.test(suffix + rest);
    case 'upper':
    case 'lower':
    case 'latin-roman':
    case 'lower-roman':
    case 'bracketed-lower-roman':
    case 'bracketed-upper':
    case 'bracketed-lower':
      // A.B公司, e.g. and C.I.O are abbreviations.
      return /^[A-Za-z.]/.test(rest) || /^[ ]?[A-Za-z][A-Za-z.]* ?[.:]/.test(rest);
    case 'stem':
      // 甲、乙双方 are two.
      return NEXT_STEM.test(rest);
    case 'part':
    case 'numbered-volume':
    case 'chapter':
    case 'section':
    case 'article':
    case 'aspect':
      return ORDINAL_NOUN.test(rest);
    default:
      return false;
  }
}

/** The label with other numbers, all else as the writer typed it. */
export function withNumber(
  label: Omit<LabelStyle, 'form'> & Partial<Pick<Label, 'outer' | 'marker'>>,
  number: number,
  outer: readonly number[] = label.outer ?? [],
): string {
  const { prefix, script, suffix, marker = suffix } = label;
  const point = marker.includes('．') ? '．' : '.';
  const { format } = NUMERALS[script];
  return prefix + [...outer, number].map(format).join(point) + suffix;
}

/** A heading as it is shown where its line is not: label and title. */
export function headingOf({
  label,
  title,
}: {
  readonly label: Label | null;
  readonly title: string;
}): string {
  if (label === null) return title;
  return label.marker + (title === '' ? '' : formOf(label.form).gap) + title;
}

/** How a new label of a form is written. */
export function styleOfForm(id: FormId): LabelStyle {
  const { scripts, prefix, suffix } = formOf(id);
  return { form: id, script: scripts[0]!, prefix, suffix };
}

/** The largest number that a label so written can carry: 九十九, 99, ㊿, Z. */
export const highestNumber = ({ script }: Pick<LabelStyle, 'script'>): number =>
  NUMERALS[script].highest;
