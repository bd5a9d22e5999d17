/**
 * Chooses the label of each line from its candidates. They are read together: labels with consecutive
 * numbers are a list whatever follows the mark, and one that stands alone has to be a label by itself.
 */
import type { Label, LabelCandidate } from './label.js';
import { type FormId, formOf } from './label-forms.js';

/** A line that may be labelled. */
export interface LabelledLine {
  /** 0-based, and its place among the lines that are not blank. */
  readonly line: number;
  readonly place: number;
  readonly hashes: number;
  readonly indent: string;
  readonly candidates: readonly LabelCandidate[];
}

/** A candidate in its line. */
interface Entry extends LabelCandidate {
  readonly at: LabelledLine;
  /** How many labels with consecutive numbers support it, itself among them; 0 for none. */
  support: number;
}

/** Labels that may stand above 1.1 and give it its first number. */
const ABOVE_DECIMALS: readonly FormId[] = [
  'digit',
  'bare-digit',
  'han',
  'chapter',
  'section',
  'part',
];

/** The label of each line, in order; null where it has none. */
export function chooseLabels(lines: readonly LabelledLine[]): (Label | null)[] {
  const entries = lines.map((at) =>
    at.candidates.map(
      ({ label, needs, isFigure, isApart }): Entry => ({
        label,
        needs,
        isFigure,
        isApart,
        at,
        support: 0,
      }),
    ),
  );
  const all = entries.flat();
  // Most documents have no other labels than those that are labels by themselves.
  if (all.every(({ needs }) => needs === 'nothing')) {
    return entries.map(([first]) => first?.label ?? null);
  }
  // Forms whose labels are none alone.
  const forms = new Set<FormId>(
    all.flatMap(({ needs, label: { form } }) => (needs === 'neighbours' ? form : [])),
  );
  for (const chain of chainsOf(all.filter(({ label }) => forms.has(label.form)))) {
    const length = chain.length;
    if (length > 1) for (const entry of chain) entry.support = length;
  }
  const decimals = all.filter(({ label }) => label.outer.length > 0);
  supportDecimals(all, decimals);
  supportBareDigits(all, decimals);
  supportCounted(all);
  return entries.map(choose);
}

function choose(own: readonly Entry[]): Label | null {
  let best: Entry | undefined;
  for (const entry of own) {
    if (entry.needs !== 'nothing' && entry.support === 0) continue;
    if (best === undefined || weightOf(entry) > weightOf(best)) best = entry;
  }
  return best?.label ?? null;
}

/** 1.1 is more than 1. before a 1. */
function weightOf({ label, support, needs }: Entry): number {
  return label.outer.length * 1e6 + (needs === 'nothing' ? 1e3 : support);
}

/** Entries of one form that count on from 1, in order. A number may be missing, or stand twice. */
function chainsOf(all: readonly Entry[]): Entry[][] {
  const chains: Entry[][] = [];
  const open = new Map<string, Entry[]>();
  for (const entry of all) {
    if (entry.isFigure) continue;
    const { form, outer, number } = entry.label;
    const { hashes, indent } = entry.at;
    const key = [form, outer.join('.'), hashes, indent].join('|');
    const chain = open.get(key);
    const last = chain?.at(-1)?.label.number;
    const goesOn =
      last !== undefined &&
      (number === last + 1 || (chain!.length > 1 && number >= last && number <= last + 2));
    if (goesOn) chain!.push(entry);
    // A figure between 1.1 and 1.2, 1.8版 or 1.5寸, ends nothing.
    else if (number === 1) {
      const fresh = [entry];
      open.set(key, fresh);
      chains.push(fresh);
    }
  }
  return chains;
}

/** 1.1 is a label where 1.2 follows, or the section 1 stands above it. */
function supportDecimals(all: readonly Entry[], decimals: readonly Entry[]): void {
  if (decimals.length === 0) return;
  const paths = new Set<string>();
  const above = new Set<string>();
  /** Numbers before the last one that some label has. */
  const begun = new Set<string>();
  for (const entry of all) {
    const { label, at, isApart, isFigure } = entry;
    if (label.outer.length === 0) {
      const isSure = entry.needs === 'nothing' || label.form === 'bare-digit';
      if (isSure && ABOVE_DECIMALS.includes(label.form)) above.add(String(label.number));
      continue;
    }
    const outer = label.outer.join('.');
    const isFirst =
      label.number === 1 &&
      (paths.has(outer) || above.has(outer) || (isApart && begun.has(before(label.outer))));
    if (entry.support === 0 && !isFigure && ((at.hashes > 0 && isApart) || isFirst)) {
      entry.support = 1;
    }
    // 10.1国庆 and 10.2 are days where nothing is numbered 9.1 or 10.
    const isPlaced = above.has(outer) || paths.has(outer) || goesOnFrom(label, begun);
    if (!isPlaced && at.hashes === 0) entry.support = 0;
    if (entry.support > 0) {
      paths.add(`${outer}.${label.number}`);
      begun.add(outer);
    }
  }
}

/** The numbers that come before these: 1.1 before 1.2. */
const before = (outer: readonly number[]) => [...outer.slice(0, -1), outer.at(-1)! - 1].join('.');

/** 1.1 begins, and 2.1 goes on where there is a 1.1. */
function goesOnFrom({ outer }: Label, begun: ReadonlySet<string>): boolean {
  const last = outer.at(-1)!;
  return last === 1 || begun.has(outer.join('.')) || begun.has(before(outer));
}

/** `2 总则` is a label where the section 2.1 stands below it, and beside such. */
function supportBareDigits(all: readonly Entry[], decimals: readonly Entry[]): void {
  const sections = new Set(
    decimals
      .filter(({ support, label }) => support > 0 && label.outer.length === 1)
      .map(({ label }) => label.outer[0]!),
  );
  for (const entry of all) {
    if (entry.label.form !== 'bare-digit') continue;
    const { number } = entry.label;
    const speaks = sections.has(number) || (entry.support > 0 && sections.size > 0);
    entry.support = speaks ? Math.max(1, entry.support) : 0;
  }
}

/** Labels of which the numbers before and after tell: `一，工作`, `21.5+2服务圈`, `1.2024年`, `1、3个项目`. */
function supportCounted(all: readonly Entry[]): void {
  const byForm = new Map<FormId, Entry[]>();
  for (const entry of all) {
    const { form } = entry.label;
    if (form !== 'han' && form !== 'digit') continue;
    const list = byForm.get(form);
    if (list === undefined) byForm.set(form, [entry]);
    else list.push(entry);
  }
  for (const list of byForm.values()) {
    for (const [index, entry] of list.entries()) {
      if (entry.needs === 'nothing') continue;
      const { number, suffix, form } = entry.label;
      const before = list[index - 1];
      const after = list[index + 1];
      const isBefore = before?.label.number === number - 1;
      const isAfter = after?.label.number === number + 1;
      // 1、3月…, 2、6月… and 3、9月… count on, whatever stands between them.
      const isCounted = entry.needs === 'neighbours' && entry.support > 2;
      entry.support = 0;
      // `一 ` counts with its like alone.
      const isLike = (other: Entry | undefined) => other?.label.suffix === suffix;
      if (suffix === '' && form === 'han') {
        entry.support = (isBefore && isLike(before)) || (isAfter && isLike(after)) ? 1 : 0;
      } else if (entry.needs === 'either') entry.support = isBefore || isAfter ? 1 : 0;
      else if (entry.isFigure) {
        const isSure = isBefore && isAfter && !before!.isFigure && !after!.isFigure;
        entry.support = isSure ? 1 : 0;
      } else {
        const next = (isBefore && isNextTo(before!, entry)) || (isAfter && isNextTo(entry, after!));
        entry.support = next || isCounted || (isBefore && isAfter) ? 1 : 0;
      }
    }
  }
}

/** One line is right below the other, as far in, and written alike. */
function isNextTo(upper: Entry, lower: Entry): boolean {
  return (
    lower.at.place === upper.at.place + 1 &&
    lower.at.indent === upper.at.indent &&
    !upper.isFigure &&
    !lower.isFigure &&
    upper.label.suffix === lower.label.suffix
  );
}

/** Forms whose place in the order a document decides, not the standard. */
const isFixed = (form: FormId) => formOf(form).gbLevel !== null || formOf(form).trust === 'blank';

/** A line that opens a section. */
interface Placed {
  readonly hashes: number;
  readonly label: Label | null;
}

/**
 * The forms of a document from the outside in. Their usual order holds but where the numbers go on
 * rightly only the other way round: （1） 1、 2、 （2）.
 */
export function orderForms(openings: readonly Placed[]): FormId[] {
  const first = new Map<FormId, number>();
  for (const [index, { label }] of openings.entries()) {
    if (label !== null && !first.has(label.form)) first.set(label.form, index);
  }
  const order = [...first.keys()].sort((a, b) => formOf(a).rank - formOf(b).rank);
  for (let pass = 1; pass < order.length; pass++) {
    let isSwapped = false;
    for (let at = 0; at + 1 < order.length; at++) {
      const outer = order[at]!;
      const inner = order[at + 1]!;
      const outermost = new Set(order.slice(0, at));
      const usual = breaksOf(openings, outer, inner, outermost);
      const other = breaksOf(openings, inner, outer, outermost);
      const isEarlier = first.get(inner)! < first.get(outer)!;
      const isFree = !isFixed(outer) || !isFixed(inner);
      // A number left out somewhere is no other order.
      const isBetter = other === 0 ? usual > 0 : other + 1 < usual;
      if (isBetter || (other === usual && isFree && isEarlier && pass === 1)) {
        order[at] = inner;
        order[at + 1] = outer;
        isSwapped = true;
      }
    }
    if (!isSwapped) break;
  }
  return order;
}

/** Of （1） and 1. writers put either into the other, and letters anywhere. */
function isInDoubt(outer: FormId, inner: FormId): boolean {
  const isOfDigits = outer === 'digit' && inner === 'bracketed-digit';
  const isTurned = outer === 'bracketed-digit' && inner === 'digit';
  return isOfDigits || isTurned || !isFixed(outer) || !isFixed(inner);
}

/** How many numbers are not the next ones when labels of one form hold those of another. */
function breaksOf(
  openings: readonly Placed[],
  outer: FormId,
  inner: FormId,
  above: ReadonlySet<FormId>,
): number {
  let breaks = 0;
  let lastOuter = 0;
  let lastInner = 0;
  let isInside = false;
  const mayChange = isInDoubt(outer, inner);
  for (const { hashes, label } of openings) {
    const form = label?.form;
    if (form === outer) {
      if (label!.number !== lastOuter + 1) breaks++;
      // In one section, what holds others comes before them.
      else if (mayChange && isInside && lastOuter === 0 && lastInner > 0) breaks++;
      lastOuter = label!.number;
      lastInner = 0;
    } else if (form === inner) {
      if (label!.number !== lastInner + 1) breaks++;
      lastInner = label!.number;
    } else if (hashes > 0 || (form !== undefined && above.has(form))) {
      lastOuter = 0;
      lastInner = 0;
      isInside = true;
    }
  }
  return breaks;
}

/**
 * The level of each form of a document. Where it keeps to the forms of GB/T 9704—2012, theirs; those
 * outside or inside of them come before and after.
 */
export function levelsOf(order: readonly FormId[]): ReadonlyMap<FormId, number> {
  const levels = new Map<FormId, number>();
  const known = order.map((form) => formOf(form).gbLevel);
  const isStandard =
    known[0] !== null &&
    known.every((level, at) => {
      const before = known[at - 1] ?? null;
      return at === 0 || level === null || (before !== null && before < level);
    }) &&
    !order.some((form) => formOf(form).outer > 0);
  let last = 0;
  for (const form of order) {
    const own = isStandard ? formOf(form).gbLevel : null;
    last = own ?? last + 1;
    levels.set(form, last);
  }
  return levels;
}
