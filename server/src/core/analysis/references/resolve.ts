/** Which section a numeral names where it stands. */

import type { Span } from '../../base/text.js';
import type { Summary } from '../../document/document.js';
import type { LabelLevel } from '../../document/label.js';
import { type Section, walkSections } from '../../document/model.js';
import { paragraphText } from '../../document/paragraph-record.js';
import { NUMBER, type Numeral, numberOf } from './scan.js';

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

/** Looks sections up by their numbers. */
export class Outline {
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
    this.writesParts = summary.structure.paragraphs.some(
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
