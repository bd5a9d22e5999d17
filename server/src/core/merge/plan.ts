/** What goes where when several documents become one: nothing is written yet, and nothing is lost from sight. */
import { firstIndex } from '../base/sorted-array.js';
import type { Syntax } from '../document/model.js';
import { ledgerOf } from '../ledger/ledger.js';
import { settingOf } from '../ledger/office.js';
import { AlreadyWritten } from './already-written.js';
import { groupFigures, type SourceFigure } from './figures.js';
import { matchBelow, matchTop, slotsOf } from './match.js';
import type {
  Apart,
  Block,
  Cut,
  Fate,
  LeftOut,
  MergeChoices,
  MergeFrame,
  MergePlan,
  MergeSource,
  Piece,
  PlacedBlock,
  Slot,
  ToldOnce,
} from './model.js';
import {
  blockOf,
  headingOf,
  nested,
  ownBlock,
  type ReadSection,
  type ReadSource,
  readSource,
  wholeBlock,
} from './pieces.js';
import { referencesOf } from './references.js';
import { sentencesOf, withoutMarks } from './sentences.js';
import { findRepeated, followPlans, skeletonOf } from './year.js';

/**
 * Plans one document from many.
 * @param frame Its `source`, if any, by its index in `given`.
 * @param target How the new document is written.
 */
export function planMerge(
  given: readonly MergeSource[],
  frame: MergeFrame,
  choices: MergeChoices,
  target: Syntax,
): MergePlan {
  const settings = given.map(({ summary, name }) => settingOf(summary, name));
  const isOverTime = areOverTime(settings);
  const order = given.map((_, index) => index);
  if (isOverTime)
    order.sort((a, b) => settings[a]!.period!.from - settings[b]!.period!.from || a - b);
  const sources = order.map((index) => given[index]!);
  const own: MergeFrame = {
    ...frame,
    source: frame.source === null ? null : order.indexOf(frame.source),
  };
  const slots = slotsOf(own);
  const read = sources.map((source, index) => readSource(source, index, target));
  const apart: SetApart[] = [];
  const placed = read.flatMap((source, index) => {
    apart.push(...source.apart);
    return index === own.source
      ? placeOwn(source, slots)
      : place(source, slots, sources[index]!.name, apart);
  });
  const joined = joinHeadings(placed, apart);
  const ordered = inOrder(moved(joined, choices), slots);
  const ledgers = sources.map(({ summary, name }) => ledgerOf(summary, name));
  const roleAt = (slot: string | null) => slots.find(({ id }) => id === slot)?.role ?? 'results';
  const piecesOf = (isNext: boolean) =>
    ordered
      .filter(({ slot }) => (roleAt(slot) === 'next') === isNext)
      .flatMap(({ block }) => block.pieces);
  const toldOnce = isOverTime
    ? findRepeated(
        piecesOf(false),
        sources.map(({ summary }, index) => ({ summary, entries: ledgers[index]! })),
      )
    : [];
  const promised = isOverTime ? followPlans(piecesOf(true), piecesOf(false), sources.length) : [];
  const last = sources.length - 1;
  const decide = new Decisions(choices, toldOnce);
  const fates = new Map<Block, Fate[]>();
  for (const { block, slot } of ordered) {
    const isOldPlan = isOverTime && roleAt(slot) === 'next' && block.source !== last;
    fates.set(
      block,
      block.pieces.map((piece) => decide.fateOf(piece, isOldPlan ? 'plan' : null)),
    );
  }
  const blocks = ordered.map(
    ({ block, slot }): PlacedBlock => ({ block, slot, fates: fates.get(block)! }),
  );
  const figures = ledgers.flatMap((entries, source) =>
    entries.map((entry): SourceFigure => {
      const office = entry.office || sources[source]!.name;
      return { source, entry, office };
    }),
  );
  const slotAt = slotsByLine(ordered);
  const headings = headingsFor(own, slots, blocks, apart);
  const pieces = piecesBySource(blocks, apart);
  return {
    sources: sources.map(({ name, summary }, index) => {
      const { office, period } = settings[order[index]!]!;
      return { name, office, period, syntax: summary.syntax };
    }),
    frame: own,
    slots,
    blocks,
    apart: apart.map(({ piece, reason, same, slot }): Apart => {
      const isOwn = piece.source === own.source && reason !== 'heading';
      const isOn = choices.on?.includes(piece.id) === true && reason === 'opening';
      const isOff = choices.off?.includes(piece.id) === true;
      return {
        piece,
        isTaken: (isOwn || isOn) && !isOff,
        reason: isOwn ? null : reason,
        same: same ?? null,
        slot: slot ?? null,
        cut: [],
        text: piece.text,
      };
    }),
    figures: groupFigures(figures, {
      sources,
      isOverTime,
      formOf: (id) => choices.figures?.[id] ?? choices.allFigures ?? 'none',
      slotOf: ({ source, entry }) => slotAt(source, entry.line),
    }),
    isOverTime,
    toldOnce,
    promised,
    references: sources.flatMap((source, index) =>
      referencesOf(source, pieces.get(index) ?? [], (line) => headings.get(`${index}:${line}`)),
    ),
  };
}

/** The pieces of each source in its order. */
function piecesBySource(
  blocks: readonly PlacedBlock[],
  apart: readonly SetApart[],
): Map<number, Piece[]> {
  const bySource = new Map<number, Piece[]>();
  const set = apart.filter(({ reason }) => reason !== 'heading').map(({ piece }) => piece);
  for (const piece of [...blocks.flatMap(({ block }) => block.pieces), ...set]) {
    const list = bySource.get(piece.source) ?? [];
    bySource.set(piece.source, list);
    list.push(piece);
  }
  for (const list of bySource.values()) list.sort((a, b) => a.span.start - b.span.start);
  return bySource;
}

/** The heading that stands for the section of a source, by `source:line`: a slot, or a piece. */
function headingsFor(
  { source: ownSource }: MergeFrame,
  slots: readonly Slot[],
  blocks: readonly PlacedBlock[],
  apart: readonly SetApart[],
): Map<string, string> {
  const known = new Map<string, string>();
  for (const { line, id } of slots) if (ownSource !== null) known.set(`${ownSource}:${line}`, id);
  for (const { block } of blocks) {
    for (const { id, source, line, depth } of block.pieces) {
      if (depth > 0) known.set(`${source}:${line}`, id);
    }
  }
  for (const { piece, reason, same, slot } of apart) {
    const heading = slot ?? same;
    if (reason === 'heading' && heading !== undefined) {
      known.set(`${piece.source}:${piece.line}`, heading);
    }
  }
  return known;
}

/** The slot in which a line of a source is, if any. */
function slotsByLine(ordered: readonly Placed[]): (source: number, line: number) => string | null {
  const bySource = new Map<number, { line: number; slot: string | null }[]>();
  for (const { block, slot } of ordered) {
    const list = bySource.get(block.source) ?? [];
    bySource.set(block.source, list);
    for (const { line } of block.pieces) list.push({ line, slot });
  }
  for (const list of bySource.values()) list.sort((a, b) => a.line - b.line);
  return (source, line) => {
    const list = bySource.get(source) ?? [];
    return list[firstIndex(list.length, (at) => list[at]!.line > line) - 1]?.slot ?? null;
  };
}

/** Reports of one office, each of another time. */
function areOverTime(settings: readonly ReturnType<typeof settingOf>[]): boolean {
  if (settings.length < 2) return false;
  const times = new Set<string>();
  for (const { period, office } of settings) {
    if (period === null || office !== settings[0]!.office) return false;
    times.add(`${period.from}-${period.to}`);
  }
  return times.size === settings.length;
}

interface SetApart {
  readonly piece: Piece;
  readonly reason: LeftOut;
  readonly same?: string;
  readonly slot?: string;
}

interface Placed {
  readonly block: Block;
  readonly slot: string | null;
}

/** The frame's own text stands where it stands. */
function placeOwn({ sections, loose }: ReadSource, slots: readonly Slot[]): Placed[] {
  const byLine = new Map(slots.map((slot) => [slot.line, slot]));
  const walk = (read: ReadSection): Placed[] => {
    const slot = byLine.get(read.section.line)!.id;
    const body = bodyAfter(read);
    const pieces = [...(body === null ? [] : [body]), ...(ownBlock(read)?.pieces ?? [])];
    return [
      ...(pieces.length === 0 ? [] : [{ block: blockOf(read.section, pieces), slot }]),
      ...read.children.flatMap(walk),
    ];
  };
  return [
    ...(loose.length === 0 ? [] : [{ block: blockOf({ title: '' }, loose), slot: null }]),
    ...sections.flatMap(walk),
  ];
}

/** What is run in after a heading, when the heading itself is not written. */
function bodyAfter(read: ReadSection): Piece | null {
  const heading = headingOf(read);
  if (heading === undefined || !read.section.runIn) return null;
  const [first] = sentencesOf(heading.text);
  const text = heading.text.slice(first?.end ?? 0).trim();
  return text === '' ? null : { ...heading, text };
}

function place(
  source: ReadSource,
  slots: readonly Slot[],
  name: string,
  apart: SetApart[],
): Placed[] {
  const withoutHeading = (read: ReadSection, slot: Slot) => {
    const heading = headingOf(read);
    if (heading !== undefined) {
      const [first] = sentencesOf(heading.text);
      const text = read.section.runIn ? heading.text.slice(0, first?.end ?? 0) : heading.text;
      const piece = { ...heading, id: `${heading.id}h`, text };
      apart.push({ piece, reason: 'heading', slot: slot.id });
    }
    const body = bodyAfter(read);
    return [...(body === null ? [] : [body]), ...(ownBlock(read)?.pieces ?? [])];
  };
  const under = (read: ReadSection, slot: Slot): Placed[] => {
    const own = withoutHeading(read, slot);
    return [
      ...(own.length === 0 ? [] : [{ block: blockOf(read.section, own), slot: slot.id }]),
      ...read.children.flatMap((child) => {
        const below = matchBelow(child.section.title, slots, slot);
        if (below === null) return [{ block: wholeBlock(child), slot: slot.id }];
        const pieces = [
          ...withoutHeading(child, below),
          ...child.children.flatMap((each) => nested(each, 1)),
        ];
        return pieces.length === 0
          ? []
          : [{ block: blockOf(child.section, pieces), slot: below.id }];
      }),
    ];
  };
  return [
    ...(source.loose.length === 0
      ? []
      : [{ block: blockOf({ title: name }, source.loose), slot: null }]),
    ...source.sections.flatMap((read) => {
      const match = matchTop(read, source.sections, slots);
      if (match === null) return [{ block: wholeBlock(read), slot: null }];
      if (match.isHeading) return under(read, match.slot);
      return [{ block: wholeBlock(read), slot: match.slot.id }];
    }),
  ].filter(({ block }) => block.pieces.length > 0);
}

/** Blocks with the same heading at the same place come one after the other, below the first one's heading. */
function joinHeadings(placed: readonly Placed[], apart: SetApart[]): Placed[] {
  const result: Placed[] = [];
  const first = new Map<string, { heading: Piece; last: Placed }>();
  for (const each of placed) {
    const [heading] = each.block.pieces;
    if (heading === undefined || heading.depth !== 1) {
      result.push(each);
      continue;
    }
    const [sentence] = sentencesOf(heading.text);
    const words = heading.text.slice(sentence?.start ?? 0, sentence?.end ?? 0);
    const key = `${each.slot} ${withoutMarks(words)}`;
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, { heading, last: each });
      result.push(each);
      continue;
    }
    const rest = heading.text.slice(sentence?.end ?? 0).trim();
    apart.push({
      piece: { ...heading, id: `${heading.id}h`, text: words },
      reason: 'heading',
      same: known.heading.id,
    });
    const body = rest === '' ? [] : [{ ...heading, text: rest, depth: 0 }];
    const pieces = [...body, ...each.block.pieces.slice(1)];
    if (pieces.length === 0) continue;
    const joined: Placed = { ...each, block: { ...each.block, id: pieces[0]!.id, pieces } };
    result.splice(result.indexOf(known.last) + 1, 0, joined);
    known.last = joined;
  }
  return result;
}

/** The writer's moves, one after another. */
function moved(placed: readonly Placed[], { moves = [] }: MergeChoices): Placed[] {
  const result = [...placed];
  for (const { block, slot, before } of moves) {
    const at = result.findIndex((each) => each.block.id === block);
    if (at < 0) continue;
    const [one] = result.splice(at, 1) as [Placed];
    const target = before == null ? -1 : result.findIndex((each) => each.block.id === before);
    const end = result.findLastIndex((each) => each.slot === slot) + 1 || result.length;
    result.splice(target < 0 ? end : target, 0, { ...one, slot });
  }
  return result;
}

/**
 * As they are written: slot by slot, those without one last. What has no heading of its own comes before
 * what has, or it would stand below the last of these.
 */
function inOrder(placed: readonly Placed[], slots: readonly Slot[]): Placed[] {
  const known = new Set(slots.map(({ id }) => id));
  const bySlot = new Map<string | null, Placed[]>();
  for (const each of placed) {
    const slot = each.slot !== null && known.has(each.slot) ? each.slot : null;
    const list = bySlot.get(slot) ?? [];
    bySlot.set(slot, list);
    list.push(each);
  }
  const below = (slot: Slot | null): Placed[] => {
    const [bare, headed] = split(bySlot.get(slot?.id ?? null) ?? []);
    const inner = slot === null ? [] : slots.filter(({ parent }) => parent === slot.id);
    return [...bare, ...inner.flatMap(below), ...headed];
  };
  const outer = slots.filter(({ parent }) => parent === null);
  return [...outer.flatMap(below), ...below(null)];
}

/** Blocks without a heading of their own, and the others with those that were joined to them. */
function split(own: readonly Placed[]): [Placed[], Placed[]] {
  const bare: Placed[] = [];
  const headed: Placed[] = [];
  let after: Placed | null = null;
  for (const each of own) {
    if (isHeaded(each)) {
      headed.push(each);
      after = each;
    } else if (after !== null && each.block.title === after.block.title) headed.push(each);
    else {
      bare.push(each);
      after = null;
    }
  }
  return [bare, headed];
}

const isHeaded = ({ block }: Placed) => block.pieces[0]!.depth > 0;

/** What becomes of each piece, in the order in which they are written. */
class Decisions {
  private readonly written = new AlreadyWritten();
  private readonly on: ReadonlySet<string>;
  private readonly off: ReadonlySet<string>;
  private readonly told = new Map<string, { group: ToldOnce; first: string | null }>();

  constructor(choices: MergeChoices, toldOnce: readonly ToldOnce[]) {
    this.on = new Set(choices.on);
    this.off = new Set(choices.off);
    for (const group of toldOnce) {
      this.told.set(skeletonOf(group.sentence), { group, first: null });
    }
  }

  fateOf(piece: Piece, reason: LeftOut | null): Fate {
    const fate = { piece, same: null, cut: [] as readonly Cut[], text: piece.text };
    if (this.off.has(piece.id)) return { ...fate, isTaken: false, reason: 'choice' };
    const isOn = this.on.has(piece.id);
    if (reason !== null && !isOn) return { ...fate, isTaken: false, reason };
    if (isOn) {
      this.written.remember(piece, piece.text);
      return { ...fate, isTaken: true, reason };
    }
    const once = this.toldOnce(piece);
    if (once.text === '' && once.cut.length > 0) {
      return { ...fate, isTaken: false, reason: 'repeated', same: once.cut[0]!.same };
    }
    const { same, isAlike, cut, text } = this.written.look({ ...piece, text: once.text });
    if (same !== null) {
      return {
        ...fate,
        isTaken: false,
        reason: isAlike ? 'alike' : 'repeated',
        same,
        cut: once.cut,
      };
    }
    this.written.remember(piece, text);
    return { ...fate, isTaken: true, reason: null, cut: [...once.cut, ...cut], text };
  }

  /** The piece with its sentences that are told for several reports, or without those told already. */
  private toldOnce(piece: Piece): { text: string; cut: Cut[] } {
    if (this.told.size === 0 || piece.isVerbatim) return { text: piece.text, cut: [] };
    const cut: Cut[] = [];
    let text = '';
    let at = 0;
    for (const { start, end } of sentencesOf(piece.text)) {
      const sentence = piece.text.slice(start, end);
      const told = this.told.get(skeletonOf(sentence));
      text += piece.text.slice(at, start);
      at = end;
      if (told === undefined || !told.group.pieces.includes(piece.id)) text += sentence;
      else if (told.first === null) {
        told.first = piece.id;
        text += told.group.text;
      } else cut.push({ sentence, same: told.first });
    }
    text = (text + piece.text.slice(at)).trim();
    return { text, cut };
  }
}
