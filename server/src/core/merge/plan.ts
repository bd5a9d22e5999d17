/** Decides what goes where when several documents become one. What is left out is in the plan too, with the reason. */
import { firstIndex } from '../base/sorted-array.js';
import type { Syntax } from '../document/model.js';
import { ledgerOf } from '../ledger/ledger.js';
import { subjectOf } from '../ledger/office.js';
import { AlreadyWritten } from './already-written.js';
import { groupFigures, type SourceFigure } from './figures.js';
import { matchBelow, matchOuter, slotsOf } from './match.js';
import type {
  ApartDecision,
  Block,
  CutSentence,
  LeftOutReason,
  MergeChoices,
  MergeFrame,
  MergePlan,
  MergeSource,
  Piece,
  PieceDecision,
  PlacedBlock,
  Slot,
  ToldOnce,
} from './model.js';
import {
  allPieces,
  blockOf,
  directBlock,
  headingPiece,
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
 * @param frame Its `source`, if any, is an index in `documents`; in the plan, it is one in `sources`.
 * @param target How the new document is written.
 */
export function planMerge(
  documents: readonly MergeSource[],
  frame: MergeFrame,
  choices: MergeChoices,
  target: Syntax,
): MergePlan {
  const subjects = documents.map(({ summary, name }) => subjectOf(summary, name));
  const isOverTime = isOneOfficeOverTime(subjects);
  const order = documents.map((_, index) => index);
  if (isOverTime)
    order.sort((a, b) => subjects[a]!.period!.from - subjects[b]!.period!.from || a - b);
  const sources = order.map((index) => documents[index]!);
  const ownFrame: MergeFrame = {
    ...frame,
    source: frame.source === null ? null : order.indexOf(frame.source),
  };
  const slots = slotsOf(ownFrame);
  const readSources = sources.map((source, index) => readSource(source, index, target));
  const apart: ApartPiece[] = [];
  const placedBlocks = readSources.flatMap((source, index) => {
    apart.push(...source.apart);
    return index === ownFrame.source
      ? placeFrame(source, slots)
      : placeSource(source, slots, sources[index]!.name, apart);
  });
  const joinedBlocks = joinHeadings(placedBlocks, apart);
  const ordered = inWritingOrder(withMoves(joinedBlocks, choices), slots);
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
  const decider = new PieceDecider(choices, toldOnce);
  const decisions = new Map<Block, PieceDecision[]>();
  for (const { block, slot } of ordered) {
    const isOldPlan = isOverTime && roleAt(slot) === 'next' && block.source !== last;
    decisions.set(
      block,
      block.pieces.map((piece) => decider.decisionFor(piece, isOldPlan ? 'plan' : null)),
    );
  }
  const blocks = ordered.map(
    ({ block, slot }): PlacedBlock => ({ block, slot, decisions: decisions.get(block)! }),
  );
  const figures = ledgers.flatMap((entries, source) =>
    entries.map((entry): SourceFigure => {
      const office = entry.office || sources[source]!.name;
      return { source, entry, office };
    }),
  );
  const slotAt = slotsByLine(ordered);
  const headings = headingsFor(ownFrame, slots, blocks, apart);
  const pieces = piecesBySource(blocks, apart);
  return {
    sources: sources.map(({ name, summary }, index) => {
      const { office, period } = subjects[order[index]!]!;
      return { name, office, period, syntax: summary.syntax };
    }),
    frame: ownFrame,
    slots,
    blocks,
    apart: apart.map(({ piece, reason, same, slot }): ApartDecision => {
      const isFromFrame = piece.source === ownFrame.source && reason !== 'heading';
      const isOn = choices.on?.includes(piece.id) === true && reason === 'opening';
      const isOff = choices.off?.includes(piece.id) === true;
      return {
        piece,
        isTaken: (isFromFrame || isOn) && !isOff,
        reason: isFromFrame ? null : reason,
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

/** All pieces by the index of their source, in its order; headings that the frame replaces are left out. */
function piecesBySource(
  blocks: readonly PlacedBlock[],
  apart: readonly ApartPiece[],
): Map<number, Piece[]> {
  const bySource = new Map<number, Piece[]>();
  const apartPieces = apart.filter(({ reason }) => reason !== 'heading').map(({ piece }) => piece);
  for (const piece of [...blocks.flatMap(({ block }) => block.pieces), ...apartPieces]) {
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
  apart: readonly ApartPiece[],
): Map<string, string> {
  const headings = new Map<string, string>();
  for (const { line, id } of slots)
    if (ownSource !== null) headings.set(`${ownSource}:${line}`, id);
  for (const { block } of blocks) {
    for (const { id, source, line, depth } of block.pieces) {
      if (depth > 0) headings.set(`${source}:${line}`, id);
    }
  }
  for (const { piece, reason, same, slot } of apart) {
    const heading = slot ?? same;
    if (reason === 'heading' && heading !== undefined) {
      headings.set(`${piece.source}:${piece.line}`, heading);
    }
  }
  return headings;
}

/** The slot in which a line of a source is, if any. */
function slotsByLine(
  ordered: readonly BlockInSlot[],
): (source: number, line: number) => string | null {
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

/** True for two or more reports of one office, each of another period. */
function isOneOfficeOverTime(subjects: readonly ReturnType<typeof subjectOf>[]): boolean {
  if (subjects.length < 2) return false;
  const times = new Set<string>();
  for (const { period, office } of subjects) {
    if (period === null || office !== subjects[0]!.office) return false;
    times.add(`${period.from}-${period.to}`);
  }
  return times.size === subjects.length;
}

interface ApartPiece {
  readonly piece: Piece;
  readonly reason: LeftOutReason;
  readonly same?: string;
  readonly slot?: string;
}

interface BlockInSlot {
  readonly block: Block;
  readonly slot: string | null;
}

/** Blocks of the source that is the frame: its text stays under its own headings. */
function placeFrame({ sections, bodyPieces }: ReadSource, slots: readonly Slot[]): BlockInSlot[] {
  const byLine = new Map(slots.map((slot) => [slot.line, slot]));
  const walk = (read: ReadSection): BlockInSlot[] => {
    const slot = byLine.get(read.section.line)!.id;
    const body = bodyAfter(read);
    const pieces = [...(body === null ? [] : [body]), ...(directBlock(read)?.pieces ?? [])];
    return [
      ...(pieces.length === 0 ? [] : [{ block: blockOf(read.section, pieces), slot }]),
      ...read.children.flatMap(walk),
    ];
  };
  return [
    ...(bodyPieces.length === 0 ? [] : [{ block: blockOf({ title: '' }, bodyPieces), slot: null }]),
    ...sections.flatMap(walk),
  ];
}

/** The body that is run in after a heading, as a piece of its own; null where there is none. */
function bodyAfter(read: ReadSection): Piece | null {
  const heading = headingPiece(read);
  if (heading === undefined || !read.section.runIn) return null;
  const [first] = sentencesOf(heading.text);
  const text = heading.text.slice(first?.end ?? 0).trim();
  return text === '' ? null : { ...heading, text };
}

function placeSource(
  source: ReadSource,
  slots: readonly Slot[],
  name: string,
  apart: ApartPiece[],
): BlockInSlot[] {
  const withoutHeading = (read: ReadSection, slot: Slot) => {
    const heading = headingPiece(read);
    if (heading !== undefined) {
      const [first] = sentencesOf(heading.text);
      const text = read.section.runIn ? heading.text.slice(0, first?.end ?? 0) : heading.text;
      const piece = { ...heading, id: `${heading.id}h`, text };
      apart.push({ piece, reason: 'heading', slot: slot.id });
    }
    const body = bodyAfter(read);
    return [...(body === null ? [] : [body]), ...(directBlock(read)?.pieces ?? [])];
  };
  const placeUnder = (read: ReadSection, slot: Slot): BlockInSlot[] => {
    const own = withoutHeading(read, slot);
    return [
      ...(own.length === 0 ? [] : [{ block: blockOf(read.section, own), slot: slot.id }]),
      ...read.children.flatMap((child) => {
        const below = matchBelow(child.section.title, slots, slot);
        if (below === null) return [{ block: wholeBlock(child), slot: slot.id }];
        const pieces = [
          ...withoutHeading(child, below),
          ...child.children.flatMap((each) => allPieces(each, 1)),
        ];
        return pieces.length === 0
          ? []
          : [{ block: blockOf(child.section, pieces), slot: below.id }];
      }),
    ];
  };
  return [
    ...(source.bodyPieces.length === 0
      ? []
      : [{ block: blockOf({ title: name }, source.bodyPieces), slot: null }]),
    ...source.sections.flatMap((read) => {
      const match = matchOuter(read, source.sections, slots);
      if (match === null) return [{ block: wholeBlock(read), slot: null }];
      if (match.replacesHeading) return placeUnder(read, match.slot);
      return [{ block: wholeBlock(read), slot: match.slot.id }];
    }),
  ].filter(({ block }) => block.pieces.length > 0);
}

/** Blocks with the same heading at the same place come one after the other, below the first one's heading. */
function joinHeadings(blocks: readonly BlockInSlot[], apart: ApartPiece[]): BlockInSlot[] {
  const result: BlockInSlot[] = [];
  const first = new Map<string, { heading: Piece; last: BlockInSlot }>();
  for (const each of blocks) {
    const [heading] = each.block.pieces;
    if (heading === undefined || heading.depth !== 1) {
      result.push(each);
      continue;
    }
    const [sentence] = sentencesOf(heading.text);
    const words = heading.text.slice(sentence?.start ?? 0, sentence?.end ?? 0);
    const key = `${each.slot} ${withoutMarks(words)}`;
    const previous = first.get(key);
    if (previous === undefined) {
      first.set(key, { heading, last: each });
      result.push(each);
      continue;
    }
    const rest = heading.text.slice(sentence?.end ?? 0).trim();
    apart.push({
      piece: { ...heading, id: `${heading.id}h`, text: words },
      reason: 'heading',
      same: previous.heading.id,
    });
    const body = rest === '' ? [] : [{ ...heading, text: rest, depth: 0 }];
    const pieces = [...body, ...each.block.pieces.slice(1)];
    if (pieces.length === 0) continue;
    const joined: BlockInSlot = { ...each, block: { ...each.block, id: pieces[0]!.id, pieces } };
    result.splice(result.indexOf(previous.last) + 1, 0, joined);
    previous.last = joined;
  }
  return result;
}

/** The blocks after the writer's moves, one move after another. */
function withMoves(blocks: readonly BlockInSlot[], { moves = [] }: MergeChoices): BlockInSlot[] {
  const result = [...blocks];
  for (const { block, slot, before } of moves) {
    const at = result.findIndex((each) => each.block.id === block);
    if (at < 0) continue;
    const [movedBlock] = result.splice(at, 1) as [BlockInSlot];
    const target = before == null ? -1 : result.findIndex((each) => each.block.id === before);
    const end = result.findLastIndex((each) => each.slot === slot) + 1 || result.length;
    result.splice(target < 0 ? end : target, 0, { ...movedBlock, slot });
  }
  return result;
}

/**
 * The blocks in the order of writing: slot by slot, those without one last. Within a slot, blocks without a
 * heading of their own come first: after a block with one they would seem to belong to it.
 */
function inWritingOrder(blocks: readonly BlockInSlot[], slots: readonly Slot[]): BlockInSlot[] {
  const slotIds = new Set(slots.map(({ id }) => id));
  const bySlot = new Map<string | null, BlockInSlot[]>();
  for (const each of blocks) {
    const slot = each.slot !== null && slotIds.has(each.slot) ? each.slot : null;
    const list = bySlot.get(slot) ?? [];
    bySlot.set(slot, list);
    list.push(each);
  }
  const below = (slot: Slot | null): BlockInSlot[] => {
    const [bare, headed] = splitByHeading(bySlot.get(slot?.id ?? null) ?? []);
    const inner = slot === null ? [] : slots.filter(({ parent }) => parent === slot.id);
    return [...bare, ...inner.flatMap(below), ...headed];
  };
  const outer = slots.filter(({ parent }) => parent === null);
  return [...outer.flatMap(below), ...below(null)];
}

/** Blocks without a heading of their own, and the others with those that were joined to them. */
function splitByHeading(blocks: readonly BlockInSlot[]): [BlockInSlot[], BlockInSlot[]] {
  const bare: BlockInSlot[] = [];
  const headed: BlockInSlot[] = [];
  let after: BlockInSlot | null = null;
  for (const each of blocks) {
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

const isHeaded = ({ block }: BlockInSlot) => block.pieces[0]!.depth > 0;

/** Decides piece by piece, in the order in which they are written: each decision depends on those before. */
class PieceDecider {
  private readonly written = new AlreadyWritten();
  private readonly on: ReadonlySet<string>;
  private readonly off: ReadonlySet<string>;
  private readonly repeated = new Map<string, { group: ToldOnce; first: string | null }>();

  constructor(choices: MergeChoices, toldOnce: readonly ToldOnce[]) {
    this.on = new Set(choices.on);
    this.off = new Set(choices.off);
    for (const group of toldOnce) {
      this.repeated.set(skeletonOf(group.sentence), { group, first: null });
    }
  }

  decisionFor(piece: Piece, reason: LeftOutReason | null): PieceDecision {
    const decision = { piece, same: null, cut: [] as readonly CutSentence[], text: piece.text };
    if (this.off.has(piece.id)) return { ...decision, isTaken: false, reason: 'choice' };
    const isOn = this.on.has(piece.id);
    if (reason !== null && !isOn) return { ...decision, isTaken: false, reason };
    if (isOn) {
      this.written.remember(piece, piece.text);
      return { ...decision, isTaken: true, reason };
    }
    const combined = this.withRepeatedCombined(piece);
    if (combined.text === '' && combined.cut.length > 0) {
      return { ...decision, isTaken: false, reason: 'repeated', same: combined.cut[0]!.same };
    }
    const { same, isAlike, cut, text } = this.written.newPartOf({ ...piece, text: combined.text });
    if (same !== null) {
      return {
        ...decision,
        isTaken: false,
        reason: isAlike ? 'alike' : 'repeated',
        same,
        cut: combined.cut,
      };
    }
    this.written.remember(piece, text);
    return { ...decision, isTaken: true, reason: null, cut: [...combined.cut, ...cut], text };
  }

  /** The piece with each repeated sentence replaced by the combined one, or cut where that is written already. */
  private withRepeatedCombined(piece: Piece): { text: string; cut: CutSentence[] } {
    if (this.repeated.size === 0 || piece.isVerbatim) return { text: piece.text, cut: [] };
    const cut: CutSentence[] = [];
    let text = '';
    let at = 0;
    for (const { start, end } of sentencesOf(piece.text)) {
      const sentence = piece.text.slice(start, end);
      const repeated = this.repeated.get(skeletonOf(sentence));
      text += piece.text.slice(at, start);
      at = end;
      if (repeated === undefined || !repeated.group.pieces.includes(piece.id)) text += sentence;
      else if (repeated.first === null) {
        repeated.first = piece.id;
        text += repeated.group.text;
      } else cut.push({ sentence, same: repeated.first });
    }
    text = (text + piece.text.slice(at)).trim();
    return { text, cut };
  }
}
