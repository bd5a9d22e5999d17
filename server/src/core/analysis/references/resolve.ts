/** Which section a numeral names where it stands. */

import { lastAtMost } from '../../base/sorted-array.js';
import type { Span } from '../../base/text.js';
import type { Summary } from '../../document/document.js';
import type { Label } from '../../document/label.js';
import type { FormId } from '../../document/label-forms.js';
import { type Section, walkSections } from '../../document/model.js';
import { paragraphText } from '../../document/paragraph-record.js';
import { NUMBER, type Numeral, numberOf } from './scan.js';

/** One numeral of a reference: 二 and （三） in 本文二（三）. */
export interface ReferencePart {
  /** The numeral alone, without 第, brackets and 部分. */
  readonly span: Span;
  readonly number: number;
  /** The form of label that the wording names; null for 第二点, which is a child of any form. */
  readonly form: FormId | null;
  readonly section: Section | null;
  /** The sections among which the number was looked for; empty where there are none of that level. */
  readonly among: readonly Section[];
}

/** Sections of one list and level by their numbers: there may be as many references as sections. */
class Numbered {
  private readonly members: ReadonlySet<Section>;
  private readonly byNumber = new Map<number, Section>();
  /** Numbers that several sections have. */
  private readonly doubled = new Set<number>();
  /** By run and number; null where several have both. */
  private readonly byRun = new Map<string, Section | null>();

  constructor(readonly sections: readonly Section[]) {
    this.members = new Set(sections);
    for (const section of sections) {
      const { number } = section.label!;
      if (this.byNumber.has(number)) this.doubled.add(number);
      else this.byNumber.set(number, section);
      const key = `${section.run} ${number}`;
      this.byRun.set(key, this.byRun.has(key) ? null : section);
    }
  }

  /** The one section with the number; of several the one in the same run as the reference, if that is one. */
  pick(number: number, chain: readonly Section[]): Section | null {
    if (!this.doubled.has(number)) return this.byNumber.get(number) ?? null;
    const own = chain.find((section) => this.members.has(section));
    return (own && this.byRun.get(`${own.run} ${number}`)) ?? null;
  }
}

/** Looks sections up by their numbers. What is asked for again and again is made once. */
export class Outline {
  /** Offsets at which labels begin. */
  readonly labels: ReadonlySet<number>;
  private readonly sections: readonly Section[];
  private readonly summary: Summary;
  /** Form of the labels that 第三部分 counts; null when the first level has none. */
  private readonly first: FormId | null;
  /** Lines such as 第三部分 are headings of their own, and 一、 is another level. */
  private readonly writesParts: boolean;
  /** Headings without a label such as 第三部分, by that number. */
  private readonly titled = new Map<number, Section>();
  private readonly ofForms = new Map<readonly Section[], Map<FormId | null, Numbered>>();
  private readonly below = new Map<Section, readonly Section[]>();
  private readonly onlyLists = new Map<FormId | null, readonly Section[]>();
  /** Sections with labels such as 1.2, by that; null where two have it. */
  private readonly decimals = new Map<string, Section | null>();
  /** The same, lists of siblings by the numbers that they have in common. */
  private readonly decimalLists = new Map<string, Section[]>();
  private readonly starts = new Map<readonly Section[], readonly number[]>();

  constructor(summary: Summary) {
    this.summary = summary;
    this.sections = walkSections(summary.sections);
    this.labels = new Set(this.sections.map(({ labelSpan }) => labelSpan.start));
    let first: Label | null = null;
    for (const section of this.sections) {
      const { label, title } = section;
      if (label !== null) {
        if (first === null || label.level < first.level || isPart(label)) first = label;
        if (label.outer.length > 0) {
          const key = pathOf(label);
          this.decimals.set(key, this.decimals.has(key) ? null : section);
          once(this.decimalLists, label.outer.join('.'), () => [] as Section[]).push(section);
        }
        continue;
      }
      const number = numberOf(/^第(.{1,3})部分/.exec(title)?.[1] ?? '');
      if (number !== null && !this.titled.has(number)) this.titled.set(number, section);
    }
    this.first = first?.form ?? null;
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
            ? part(numeral, namedForm(numeral), null, [])
            : this.inside(numeral, parent.section),
      );
    }
    return parts;
  }

  /** The section that a numeral means where it stands: the nearest list of that level, from the inside out. */
  private atPlace(numeral: Numeral): ReferencePart {
    if (numeral.form === 'any-part') return this.documentPart(numeral);
    const { form } = numeral;
    if (numeral.outer.length > 0) return this.decimal(numeral, form);
    const chain = this.chainAt(numeral.span.start);
    const lists = [...chain.map(({ children }) => children).reverse(), this.summary.sections];
    const among =
      lists.map((list) => this.ofForm(list, form)).find(({ sections }) => sections.length > 0) ??
      this.ofForm(this.onlyList(form), form);
    return part(numeral, form, among.pick(numeral.number, chain), among.sections);
  }

  private decimal(numeral: Numeral, form: FormId | null): ReferencePart {
    const among = this.decimalLists.get(numeral.outer.join('.')) ?? [];
    return part(numeral, form, this.decimals.get(pathOf(numeral)) ?? null, among);
  }

  private documentPart(numeral: Numeral): ReferencePart {
    const titled = this.titled.get(numeral.number);
    if (titled !== undefined) return part(numeral, null, titled, []);
    const isWritten = this.first !== null && isPart({ form: this.first });
    if (this.writesParts && !isWritten) return part(numeral, null, null, []);
    if (this.first !== null) return this.atPlace({ ...numeral, form: this.first });
    // Headings without labels: the third one is the third part, but nothing says so.
    return part(numeral, null, this.summary.sections[numeral.number - 1] ?? null, []);
  }

  private inside(numeral: Numeral, parent: Section): ReferencePart {
    const form = namedForm(numeral);
    let among = this.ofForm(parent.children, form);
    if (among.sections.length === 0) among = this.ofForm(this.allBelow(parent), form);
    return part(numeral, form, among.pick(numeral.number, []), among.sections);
  }

  /** The sections around an offset, outermost first. */
  private chainAt(offset: number): Section[] {
    const chain: Section[] = [];
    let list = this.summary.sections;
    for (;;) {
      const section = list[lastAtMost(this.startsOf(list), offset)];
      if (section === undefined || section.span.end < offset) return chain;
      chain.push(section);
      list = section.children;
    }
  }

  private startsOf(list: readonly Section[]): readonly number[] {
    return once(this.starts, list, () => list.map(({ span }) => span.start));
  }

  private allBelow(parent: Section): readonly Section[] {
    return once(this.below, parent, () => walkSections(parent.children));
  }

  private ofForm(list: readonly Section[], form: FormId | null): Numbered {
    const forms = once(this.ofForms, list, () => new Map<FormId | null, Numbered>());
    return once(forms, form, () => new Numbered(list.filter((section) => isOf(section, form))));
  }

  /** The sections of a form when they all stand in one list. */
  private onlyList(form: FormId | null): readonly Section[] {
    return once(this.onlyLists, form, () => {
      const lists = [this.summary.sections, ...this.sections.map(({ children }) => children)];
      const holding = lists.filter((list) => list.some((section) => isOf(section, form)));
      return holding.length === 1 ? holding[0]! : [];
    });
  }
}

function isOf({ label }: Section, form: FormId | null): boolean {
  return label !== null && (form === null || label.form === form);
}

const isPart = ({ form }: Pick<Label, 'form'>) => form === 'part' || form === 'bracketed-part';

const namedForm = ({ form }: Numeral) => (form === 'any-part' ? null : form);

const pathOf = ({ outer, number }: Pick<Label, 'outer' | 'number'>) => [...outer, number].join('.');

/** What is kept under a key; made when it is first asked for. */
function once<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  let value = kept.get(key);
  if (value === undefined) {
    value = make();
    kept.set(key, value);
  }
  return value;
}

function part(
  { span, number }: Numeral,
  form: FormId | null,
  section: Section | null,
  among: readonly Section[],
): ReferencePart {
  return { span, number, form, section, among };
}
