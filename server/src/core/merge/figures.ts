/** Figures of several sources that are about the same, grouped and added up. Only what is certainly of one thing is added. */
import type { ParsedSummary } from '../document/model.js';
import type { LedgerEntry } from '../ledger/model.js';
import { isSameOffice, officeKey } from '../ledger/office.js';
import { isShare } from '../ledger/units.js';
import type { FigureForm, FigureGroup, FigurePart, MisfitReason } from './model.js';
import { sumOf } from './sum.js';

/** A figure of a source, with the office that it is of: its own, or that of the source. */
export interface SourceFigure {
  readonly source: number;
  readonly entry: LedgerEntry;
  readonly office: string;
}

/** Words of stocks, counted at a point in time, which must not be added up over periods (flows may). */
const STOCK =
  /达|现有|共有|累计|总[数量额]|余额|在册|在编|在岗|存量|保有|藏书|拥有|建有|设有|人口|面积/;

export function isStock({ text }: ParsedSummary, { span }: LedgerEntry): boolean {
  return STOCK.test(text.slice(Math.max(0, span.start - 6), span.end));
}

/** True for an area: its figure includes those of the offices in it. */
const isWholeArea = (office: string) => /^全|[省市县区]$/.test(office);

interface Options {
  readonly sources: readonly { readonly name: string; readonly summary: ParsedSummary }[];
  readonly isOverTime: boolean;
  readonly formOf: (id: string) => FigureForm;
  /** Id of the slot that the text of a figure goes to. */
  readonly slotOf: (figure: SourceFigure) => string | null;
}

/** The indicators that at least two sources give, in the order in which they first come. */
export function groupFigures(figures: readonly SourceFigure[], options: Options): FigureGroup[] {
  const byIndicator = new Map<string, SourceFigure[]>();
  for (const figure of figures) {
    const list = byIndicator.get(figure.entry.indicator) ?? [];
    byIndicator.set(figure.entry.indicator, list);
    list.push(figure);
  }
  return [...byIndicator.values()].flatMap((list) => groupsOf(list, options));
}

function groupsOf(list: readonly SourceFigure[], options: Options): FigureGroup[] {
  if (new Set(list.map(({ source }) => source)).size < 2) return [];
  const misfits: { figure: SourceFigure; why: MisfitReason }[] = [];
  const comparable: SourceFigure[] = [];
  for (const figure of list) {
    const { entry } = figure;
    const why: MisfitReason | null = entry.isPlan
      ? 'plan'
      : entry.isVague
        ? 'vague'
        : entry.period === null
          ? 'period'
          : null;
    if (why === null) comparable.push(figure);
    else misfits.push({ figure, why });
  }
  const key = ({ entry: { base, period } }: SourceFigure) =>
    options.isOverTime ? base : `${base} ${period!.from}-${period!.to}`;
  const sets = new Map<string, SourceFigure[]>();
  for (const figure of comparable) {
    const set = sets.get(key(figure)) ?? [];
    sets.set(key(figure), set);
    set.push(figure);
  }
  // The set with the most sources makes the group; the others are its misfits.
  const ordered = [...sets.values()].sort((a, b) => countSources(b) - countSources(a));
  const [main = []] = ordered;
  for (const set of ordered.slice(1)) {
    for (const figure of set) {
      misfits.push({ figure, why: figure.entry.base === main[0]!.entry.base ? 'period' : 'unit' });
    }
  }
  const parts = options.isOverTime
    ? withoutOverlaps(main, options, misfits)
    : onePerOffice(main, misfits);
  if (countSources(parts) < 2) return [];
  return [groupOf(parts, misfits, options)];
}

const countSources = (figures: readonly SourceFigure[]) =>
  new Set(figures.map(({ source }) => source)).size;

type Misfits = { figure: SourceFigure; why: MisfitReason }[];

/** One figure for each office; those of a whole area and those that do not agree are left out. */
function onePerOffice(figures: readonly SourceFigure[], misfits: Misfits): SourceFigure[] {
  const hasOffices = figures.some(({ office }) => !isWholeArea(office));
  const parts: SourceFigure[] = [];
  const byName = new Map<string, SourceFigure[]>();
  for (const figure of figures) {
    const list = byName.get(figure.office) ?? [];
    byName.set(figure.office, list);
    list.push(figure);
  }
  const firsts = firstByOffice(byName);
  for (const figure of figures) {
    const { office } = figure;
    if ((hasOffices && isWholeArea(office)) || office.startsWith('全')) {
      misfits.push({ figure, why: 'office' });
      continue;
    }
    const { first, agrees } = firsts.get(office)!;
    if (!agrees) misfits.push({ figure, why: 'disagrees' });
    else if (first === figure) parts.push(figure);
    else misfits.push({ figure, why: 'office' });
  }
  return parts;
}

/** By each name of an office the first figure of that under any of its names, and whether they are all the same. */
function firstByOffice(
  byName: ReadonlyMap<string, readonly SourceFigure[]>,
): Map<string, { first: SourceFigure; agrees: boolean }> {
  const byKey = new Map<string, string[]>();
  for (const name of byName.keys()) {
    const names = byKey.get(officeKey(name)) ?? [];
    byKey.set(officeKey(name), names);
    names.push(name);
  }
  const firsts = new Map<string, { first: SourceFigure; agrees: boolean }>();
  for (const name of byName.keys()) {
    const same = byKey
      .get(officeKey(name))!
      .filter((other) => isSameOffice(other, name))
      .flatMap((other) => byName.get(other)!);
    const [first] = same as [SourceFigure];
    const agrees = same.every(({ entry }) => entry.value === first.entry.value);
    firsts.set(name, { first, agrees });
  }
  return firsts;
}

/** The figures of one office whose periods do not overlap, by their start; the others become misfits. */
function withoutOverlaps(
  figures: readonly SourceFigure[],
  { sources }: Options,
  misfits: Misfits,
): SourceFigure[] {
  const parts: SourceFigure[] = [];
  const periodOf = ({ entry }: SourceFigure) => entry.period!;
  const ordered = [...figures].sort((a, b) => periodOf(a).from - periodOf(b).from);
  for (const figure of ordered) {
    const { from, to } = periodOf(figure);
    const overlapping = ordered.filter(
      (other) => periodOf(other).from <= to && periodOf(other).to >= from,
    );
    const others = overlapping.filter((other) => other !== figure);
    if (isStock(sources[figure.source]!.summary, figure.entry))
      misfits.push({ figure, why: 'stock' });
    else if (!isSameOffice(figure.office, ordered[0]!.office))
      misfits.push({ figure, why: 'office' });
    else if (others.length === 0) parts.push(figure);
    else {
      const isSame = others.every(
        ({ entry }) =>
          entry.period!.from === from &&
          entry.period!.to === to &&
          entry.value === figure.entry.value,
      );
      if (!isSame) misfits.push({ figure, why: 'period' });
      else if (overlapping[0] === figure) parts.push(figure);
    }
  }
  return parts;
}

function groupOf(
  parts: readonly SourceFigure[],
  misfits: Misfits,
  { sources, formOf, isOverTime, slotOf }: Options,
): FigureGroup {
  const [first] = parts as readonly [SourceFigure];
  const { indicator, base } = first.entry;
  const last = parts.at(-1)!.entry.period!;
  const start = first.entry.period!;
  const period =
    !isOverTime || start.text === last.text ? start.text : `${start.text}至${last.text}`;
  const id = `${indicator} ${base} ${period}`;
  const mentioning = new Set(
    [...parts, ...misfits.map(({ figure }) => figure)].map(({ source }) => source),
  );
  const slots = parts.map(slotOf);
  const count = (slot: string | null) => slots.filter((other) => other === slot).length;
  return {
    id,
    indicator,
    unit: base,
    period,
    parts: parts.map(partOf),
    sum: isShare(base) ? null : sumOf(parts.map(({ entry }) => entry)),
    missing: sources.map((_, source) => source).filter((source) => !mentioning.has(source)),
    misfits: misfits.map(({ figure, why }) => ({ ...partOf(figure), why })),
    form: formOf(id),
    slot: slots.reduce((best, slot) => (count(slot) > count(best) ? slot : best), slots[0] ?? null),
  };
}

const partOf = ({ source, entry, office }: SourceFigure): FigurePart => ({
  source,
  line: entry.line,
  span: entry.span,
  office,
  text: entry.number + entry.unit,
});

/**
 * The sentence in which a group is written; null where its form is no sentence, or there is no sum.
 * @param area Written before a sum, 全区; `''` for none.
 */
export function figureText(
  group: FigureGroup,
  sources: readonly { readonly name: string; readonly period: { readonly text: string } | null }[],
  area: string,
  isOverTime: boolean,
): string | null {
  const { form, indicator, parts, sum } = group;
  const partName = (part: FigurePart) =>
    isOverTime
      ? (sources[part.source]?.period?.text ?? sources[part.source]?.name ?? '')
      : part.office;
  if (form === 'sum') return sum === null ? null : `${area}共${indicator}${sum}。`;
  if (form === 'list') {
    return `${indicator}：${parts.map((part) => partName(part) + part.text).join('、')}。`;
  }
  return null;
}
