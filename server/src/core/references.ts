import type { LabelLevel } from './label.js';
import { type ParsedSummary, type Section, walkSections } from './model.js';
import { formatCircled, formatHanNumeral, parseCircled, parseHanNumeral } from './numerals.js';
import { type ParagraphRecord, paragraphProse, paragraphText } from './paragraph-record.js';
import { insideAny, quotedSpans } from './quotes.js';
import type { ParagraphContext } from './rule.js';
import { Summary } from './summary.js';
import type { Span, TextEdit } from './text.js';

/** One numeral of a reference: 二 and （三） in 本文二（三）. */
export interface ReferencePart {
  /** The numeral alone, without 第, brackets and 部分. */
  readonly span: Span;
  readonly number: number;
  /** Level that the form names; null for 第二点, which is a child of any form. */
  readonly level: LabelLevel | null;
  readonly section: Section | null;
  /** The sections among which the number was looked for; empty where there are none of that level. */
  readonly among: readonly Section[];
}

/** A place where the summary points at one of its own sections. */
export interface SectionReference {
  /** From the first numeral's 第 or bracket to the last one's: 第二部分第（一）项. */
  readonly span: Span;
  /** From the outermost section inwards; the last one is what is meant. */
  readonly parts: readonly ReferencePart[];
  readonly target: Section | null;
  /** The wording leaves no doubt that this very document is meant: 见第三部分, 本文二（三）. */
  readonly certain: boolean;
}

const HAN = '[一二三四五六七八九十]{1,3}';
const NUMBER = `(?:${HAN}|\\d{1,2})`;
const AND = '(?:、|和|与|及|以及|或|或者|至|到)';

/** What introduces a reference. 意见（二） and 由此可见第三部分 are no pointers. */
const OPENER = new RegExp(
  '((?<![意会常罕少可看听预偏成主政碰望高定识己创远卓遇再不引拜召想相])见|' +
    '(?<![版文样标基根成剧课资])本(?:文|总结|报告|汇报|材料|述职报告|计划|方案|要点)|' +
    '(?<!以)[前上下后]文|[前上]述)' +
    `(?:中的?|的)?(?=第(?:${NUMBER}|[（(])|[（(](?:${NUMBER})[）)]|${HAN}(?:、?[（(]|[，。；）)]|所[述列提]|$))`,
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

const PARTS = new RegExp(`第(${NUMBER}(?:${AND}第?${NUMBER}){0,4})部分`, 'y');
const BARE = new RegExp(`(${HAN})(?:、?(?=[（(])|(?=[，。；）)]|所[述列提]|$))`, 'my');
const BRACKET = new RegExp(`第?[（(](${NUMBER})[）)](?:项|点|条|部分|方面)?`, 'y');
const POINT = new RegExp(`第(${NUMBER})(?:点|项|条|个方面)`, 'y');
const DIGITS = /(\d{1,2})[.．]?(?=[，。；、）)]|所[述列提]|$)/my;
const CIRCLED = /([①-⑳])/y;
const LINK = /(?:中|里)?(?:的|之)?/y;
const ONE_NUMBER = new RegExp(NUMBER, 'g');
const MORE = new RegExp(`${AND}?(?=第?[（(]|[①-⑳])`, 'y');
const MORE_PARTS = new RegExp(`${AND}(?=第${NUMBER}(?:${AND}第?${NUMBER}){0,4}部分)`, 'y');
/** 三（2）班 is a class of pupils. */
const LOOKALIKE_END = /^(?:班|年级|号|中队)/;

/** How far a sentence is looked back over. */
const LOOK_BACK = 200;
/** No writer lists more references at one place. */
const MOST_TOGETHER = 10;

/** A numeral as written, before it is known which section it names. */
interface Numeral {
  readonly span: Span;
  readonly number: number;
  /** `part` for 第三部分: a section of the first level, whatever its label looks like. */
  readonly level: LabelLevel | 'part' | null;
}

/** A reference as written. `under`: how many parts of the one before it stay in force: 二（一）、（三）. */
interface Path {
  readonly span: Span;
  readonly numerals: readonly Numeral[];
  readonly under: number;
}

const known = new WeakMap<ParsedSummary, readonly SectionReference[]>();

/**
 * The places where the summary refers to its own sections, in order. References to laws, notices and
 * other documents are left out, and so is what only looks like one: 第三产业, 第二批, 意见（二）.
 */
export function findReferences(summary: ParsedSummary): readonly SectionReference[] {
  let references = known.get(summary);
  if (references === undefined) {
    references = readReferences(summary);
    known.set(summary, references);
  }
  return references;
}

/**
 * Where a reference may be: the words that open or close one, with a numeral beside them. Most are
 * none, but a closer look costs ten times as much.
 */
const POSSIBLE =
  /(?:见|本(?:文|总结|报告|汇报|材料|述职报告|计划|方案|要点)|[前上下后]文|[前上]述)(?:中的?|的)?[第（(一二三四五六七八九十]|部分[的之]?第?[（(]|(?:部分|[）)])(?:项|点|部分)?(?:中|里)?(?:所|已|提|及|讲|说|述)|[）)](?:项|点)/g;

/** What a paragraph must hold for {@link noteReferences} to find anything in it. */
export const REFERENCE_TRIGGER: readonly string[] = [
  ...[...'第（(中的一二三四五六七八九十'].map((behind) => `见${behind}`),
  ...['本文', '本总结', '本报告', '本汇报', '本材料', '本述职报告', '本计划', '本方案', '本要点'],
  ...['前文', '上文', '下文', '后文', '前述', '上述', '部分'],
  ...[...'项点部中里所已提及讲说述'].flatMap((behind) => [`）${behind}`, `)${behind}`]),
];

/** Notes where a document rule that goes by references must look again, after any change around them. */
export function noteReferences(
  { prose }: ParagraphContext,
  note: (span: Span, data: symbol) => void,
): void {
  for (const { index, 0: text } of prose.matchAll(POSSIBLE)) {
    // Equal to no other note: what a reference says depends on the sentence it stands in.
    note({ start: index, end: index + text.length }, Symbol());
  }
}

/** The references whose target is this section of the same summary. */
export function referencesTo(summary: ParsedSummary, section: Section): SectionReference[] {
  return findReferences(summary).filter(({ target }) => target === section);
}

/** Edits that let references follow sections that get other numbers; each keeps its own wording and kind of numeral. */
export function referenceEdits(
  summary: ParsedSummary,
  renumbered: ReadonlyMap<Section, number>,
): TextEdit[] {
  if (renumbered.size === 0) return [];
  return findReferences(summary).flatMap(({ parts }) =>
    parts.flatMap(({ span, section, number }) => {
      const wanted = section === null ? undefined : renumbered.get(section);
      if (wanted === undefined || wanted === number) return [];
      return [{ span, newText: inKindOf(summary.text[span.start]!, wanted) }];
    }),
  );
}

/** The number in the script of the numeral that begins with `typed`. */
function inKindOf(typed: string, number: number): string {
  if (/\d/.test(typed)) return String(number);
  return parseCircled(typed) === null ? formatHanNumeral(number) : formatCircled(number);
}

const NONE: readonly Written[] = [];

/** What a paragraph holds of references, by offsets from its start; read once for all versions. */
function writtenOf(record: ParagraphRecord): readonly Written[] {
  if (record.references === undefined) {
    const prose = paragraphProse(record);
    const found = prose.search(POSSIBLE) < 0 ? [] : findPaths(prose);
    const quoted = found.length === 0 ? [] : quotedSpans(prose);
    const written: Written[] = found.map(({ paths, certain }) => ({
      paths: paths.map((path) => ({ ...path, quoted: insideAny(quoted, path.span) })),
      certain,
    }));
    record.references = written.length === 0 ? NONE : written;
  }
  return record.references as readonly Written[];
}

function readReferences(parsed: ParsedSummary): SectionReference[] {
  const summary = Summary.of(parsed);
  const references: SectionReference[] = [];
  let outline: Outline | undefined;
  for (const [index, record] of summary.structure.paragraphs.all().entries()) {
    const written = writtenOf(record);
    if (written.length === 0) continue;
    outline ??= new Outline(summary);
    const by = summary.paragraphStart(index);
    let last = -1;
    for (const { paths, certain } of written) {
      let before: readonly ReferencePart[] = [];
      for (const { span, numerals, under, quoted } of paths) {
        const placed = numerals.map((numeral) => ({ ...numeral, span: moved(numeral.span, by) }));
        const parts = outline.resolve(placed, before.slice(0, under));
        before = [...before.slice(0, under), ...parts];
        const place = moved(span, by);
        if (place.start < last || outline.labels.has(place.start) || quoted) continue;
        last = place.end;
        references.push({ span: place, parts, target: parts.at(-1)!.section, certain });
      }
    }
  }
  return references;
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

interface Written {
  readonly paths: readonly (Path & { readonly quoted: boolean })[];
  readonly certain: boolean;
}

function findPaths(prose: string): { paths: Path[]; certain: boolean }[] {
  const found: { paths: Path[]; certain: boolean }[] = [];
  for (const { index, 0: text, 1: opener } of prose.matchAll(OPENER)) {
    const own = opener!.startsWith('本') || opener!.endsWith('文');
    if (!own && pointsElsewhere(opener!, sentenceBefore(prose, index))) continue;
    const paths = readPaths(prose, index + text.length);
    const first = paths[0]?.numerals[0];
    if (first === undefined) continue;
    // 见二。 is too little to go by; 本文二。 is not.
    if (!own && first.level === 1 && paths[0]!.numerals.length === 1) continue;
    found.push({ paths, certain: own || (opener === '见' && first.level === 'part') });
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
  return /附件|附录|附表|见[^，。；]{0,4}《|《[^》]*》[^。；]*其中/.test(sentence);
}

function sentenceBefore(prose: string, index: number): string {
  const before = prose.slice(Math.max(0, index - LOOK_BACK), index);
  return before.slice(before.search(/[^。！？；\r\n]*$/));
}

/** Reads the references that begin at `at`: one, or several joined by 、 or 和. */
function readPaths(prose: string, at: number): Path[] {
  const paths: Path[] = [];
  let next: number | null = at;
  while (next !== null && paths.length < MOST_TOGETHER) {
    const group: Path[] = readGroup(prose, next);
    paths.push(...group);
    const end = group.at(-1)?.span.end;
    const link: RegExpExecArray | null = end === undefined ? null : matchAt(MORE_PARTS, prose, end);
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
    const start = at + 1 + index;
    const span = { start, end: start + typed.length };
    const whole = {
      start: i === 0 ? at : start,
      end: i === numbers.length - 1 ? at + match[0].length : span.end,
    };
    return [{ span: whole, numerals: [{ span, number, level: 'part' as const }], under: 0 }];
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
  return readNumeral(prose, at, BARE, () => 1) ?? readNumeral(prose, at, BRACKET, bracketLevel);
}

function readInner(prose: string, at: number): ReadNumeral | null {
  const behind = at + matchAt(LINK, prose, at)![0].length;
  return (
    readNumeral(prose, behind, BRACKET, bracketLevel) ??
    readNumeral(prose, behind, POINT, () => null) ??
    readNumeral(prose, at, DIGITS, () => 3) ??
    readNumeral(prose, at, CIRCLED, () => 5)
  );
}

/** （一）、（三） and ①② behind a path are more references with the same beginning. */
function readSiblings(prose: string, first: Path): Path[] {
  const { level } = first.numerals.at(-1)!;
  if (level !== 2 && level !== 4 && level !== 5) return [];
  const paths: Path[] = [];
  let end = first.span.end;
  while (paths.length < MOST_TOGETHER) {
    const link = matchAt(MORE, prose, end);
    if (link === null) break;
    const start = end + link[0].length;
    const more: ReadNumeral | null =
      level === 5
        ? readNumeral(prose, start, CIRCLED, () => 5)
        : readNumeral(prose, start, BRACKET, bracketLevel);
    if (more === null || more.numeral.level !== level) break;
    end = more.end;
    const under = first.numerals.length - 1;
    paths.push({ span: { start, end }, numerals: [more.numeral], under });
  }
  return paths;
}

function bracketLevel(typed: string): LabelLevel {
  return /\d/.test(typed) ? 4 : 2;
}

function goesInwards(outer: Numeral | undefined, inner: Numeral): boolean {
  if (outer === undefined || outer.level === 'part') return true;
  if (outer.level === null) return false;
  return inner.level === null || (inner.level as number) > outer.level;
}

interface ReadNumeral {
  readonly numeral: Numeral;
  readonly end: number;
}

function readNumeral(
  prose: string,
  at: number,
  pattern: RegExp,
  levelOf: (typed: string) => LabelLevel | null,
): ReadNumeral | null {
  const match = matchAt(pattern, prose, at);
  if (match === null) return null;
  const typed = match[1]!;
  const number = numberOf(typed);
  if (number === null) return null;
  const start = at + match[0].indexOf(typed);
  const span = { start, end: start + typed.length };
  return { numeral: { span, number, level: levelOf(typed) }, end: at + match[0].length };
}

function numberOf(typed: string): number | null {
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

/** Looks sections up by their numbers. */
class Outline {
  readonly sections: readonly Section[];
  /** Offsets at which labels begin. */
  readonly labels: ReadonlySet<number>;
  private readonly summary: Summary;
  /** Level of the labels that 第三部分 counts; null when the first level has none. */
  private readonly first: LabelLevel | null;
  /** Lines such as 第三部分 are headings of their own, and 一、 is another level. */
  private readonly writesParts: boolean;

  constructor(summary: Summary) {
    this.summary = summary;
    this.sections = walkSections(summary.sections);
    this.labels = new Set(this.sections.map(({ labelSpan }) => labelSpan.start));
    const levels = this.sections.flatMap(({ label }) => (label === null ? [] : [label.level]));
    this.first = levels.length === 0 ? null : (Math.min(...levels) as LabelLevel);
    const line = new RegExp(`^第${NUMBER}部分[^。]{0,36}$`);
    this.writesParts = summary.structure.paragraphs
      .all()
      .some(
        (record) =>
          (record.kind === 'body' || record.kind === 'title') &&
          record.length <= 50 &&
          line.test(paragraphText(record)),
      );
  }

  /** What the numerals name, each inside the one before; `outer` comes before the first of them. */
  resolve(numerals: readonly Numeral[], outer: readonly ReferencePart[]): ReferencePart[] {
    const parts: ReferencePart[] = [];
    for (const numeral of numerals) {
      const parent = parts.at(-1) ?? outer.at(-1);
      parts.push(
        parent === undefined
          ? this.atPlace(numeral)
          : parent.section === null
            ? part(numeral, numeral.level === 'part' ? null : numeral.level, null, [])
            : inside(numeral, parent.section),
      );
    }
    return parts;
  }

  /** The section that a numeral means where it stands: the nearest list of that level, from the inside out. */
  private atPlace(numeral: Numeral): ReferencePart {
    if (numeral.level === 'part') return this.documentPart(numeral);
    const { level } = numeral;
    const chain = this.chainAt(numeral.span.start);
    const lists = [...chain.map(({ children }) => children).reverse(), this.summary.sections];
    const among =
      lists.map((list) => ofLevel(list, level)).find((list) => list.length > 0) ??
      this.onlyList(level);
    return part(numeral, level, pick(among, numeral.number, chain), among);
  }

  private documentPart(numeral: Numeral): ReferencePart {
    const titled = this.sections.find(
      ({ label, title }) =>
        label === null && numberOf(/^第(.{1,3})部分/.exec(title)?.[1] ?? '') === numeral.number,
    );
    if (titled !== undefined) return part(numeral, 1, titled, []);
    if (this.writesParts) return part(numeral, 1, null, []);
    if (this.first !== null) return this.atPlace({ ...numeral, level: this.first });
    // Headings without labels: the third one is the third part, but nothing says so.
    return part(numeral, 1, this.summary.sections[numeral.number - 1] ?? null, []);
  }

  /** The sections around an offset, outermost first. */
  private chainAt(offset: number): Section[] {
    const chain: Section[] = [];
    let list = this.summary.sections;
    for (;;) {
      const section = list.find(({ span }) => span.start <= offset && offset <= span.end);
      if (section === undefined) return chain;
      chain.push(section);
      list = section.children;
    }
  }

  /** The sections of a level when they all stand in one list. */
  private onlyList(level: LabelLevel | null): readonly Section[] {
    const lists = [this.summary.sections, ...this.sections.map(({ children }) => children)]
      .map((list) => ofLevel(list, level))
      .filter((list) => list.length > 0);
    return lists.length === 1 ? lists[0]! : [];
  }
}

function inside(numeral: Numeral, parent: Section): ReferencePart {
  const level = numeral.level === 'part' ? null : numeral.level;
  const children = ofLevel(parent.children, level);
  const among = children.length > 0 ? children : ofLevel(walkSections(parent.children), level);
  return part(numeral, level, pick(among, numeral.number, []), among);
}

function ofLevel(list: readonly Section[], level: LabelLevel | null): Section[] {
  return list.filter(({ label }) => label !== null && (level === null || label.level === level));
}

/** The one section with the number; of several the one in the same run as the reference, if that is one. */
function pick(
  among: readonly Section[],
  number: number,
  chain: readonly Section[],
): Section | null {
  const matches = among.filter(({ label }) => label!.number === number);
  if (matches.length <= 1) return matches[0] ?? null;
  const own = among.find((section) => chain.includes(section));
  const near = matches.filter(({ run }) => run === own?.run);
  return near.length === 1 ? near[0]! : null;
}

function part(
  { span, number }: Numeral,
  level: LabelLevel | null,
  section: Section | null,
  among: readonly Section[],
): ReferencePart {
  return { span, number, level, section, among };
}
