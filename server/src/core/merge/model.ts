/** One document from many, as data: what there is, where it goes, and what is left out and why. */
import type { Span } from '../base/text.js';
import type { ParsedSummary, Syntax } from '../document/model.js';
import type { Period } from '../ledger/model.js';
import type { Role } from '../phrases/model.js';

/** A document to merge. */
export interface MergeSource {
  /** Its file name, as the writer knows it. */
  readonly name: string;
  readonly summary: ParsedSummary;
}

/** The document in whose order the new one is written. */
export interface MergeFrame {
  readonly summary: ParsedSummary;
  /** Its index among the sources; null for a template, whose words stay only where nothing else comes. */
  readonly source: number | null;
  /** True when made from a kind of document: only its outer headings are slots. */
  readonly isKind: boolean;
}

/** A heading of the frame under which something may come. */
export interface Slot {
  /** Within the frame. */
  readonly id: string;
  readonly parent: string | null;
  readonly title: string;
  /** 1 for the outermost. */
  readonly depth: number;
  readonly role: Role;
  /** 0-based line of its heading in the frame. */
  readonly line: number;
}

/**
 * Why something is not in the new document. `opening`: it stands before the first heading. `heading`: the
 * frame has one for it. `repeated`: it is written already. `alike`: nearly the same is, with the same
 * figures. `plan`: the plans of an earlier report. `choice`: the writer took it out.
 */
export type LeftOutReason =
  | 'title'
  | 'greeting'
  | 'opening'
  | 'sign-off'
  | 'heading'
  | 'repeated'
  | 'alike'
  | 'plan'
  | 'choice';

/** A paragraph of a source, a heading in it, or what is no paragraph: a table, code. */
export interface Piece {
  /** `source:line`, the line 0-based. */
  readonly id: string;
  readonly source: number;
  readonly line: number;
  /** UTF-16 offsets in its source. */
  readonly span: Span;
  /** As it is written: without its label and the blanks before it. */
  readonly text: string;
  /** 0 for no heading; 1 for one in the block, 2 below that. A heading with its body after it is one too. */
  readonly depth: number;
  /** Lines that are kept as they are. */
  readonly isVerbatim: boolean;
}

/** What goes to one place as a whole: a section of a source, or what stands directly below its outer heading. */
export interface Block {
  /** That of its first piece. */
  readonly id: string;
  readonly source: number;
  /** The heading it stands under in its source; of the source itself where there is none. */
  readonly title: string;
  readonly pieces: readonly Piece[];
}

/** Whether a piece is written, and how. */
export interface PieceDecision {
  readonly piece: Piece;
  readonly isTaken: boolean;
  /** Why it is not taken, or would not be if the writer had not said so. */
  readonly reason: LeftOutReason | null;
  /** Id of the piece that says it in its place. */
  readonly same: string | null;
  /** Sentences that are left out of it. */
  readonly cut: readonly CutSentence[];
  /** As it is written: without the cut sentences, and with figures added up. */
  readonly text: string;
}

export interface CutSentence {
  readonly sentence: string;
  /** Id of the piece in which it stands. */
  readonly same: string;
}

export interface PlacedBlock {
  readonly block: Block;
  /** Null for what no heading of the frame is for: it comes last, under a heading of its own. */
  readonly slot: string | null;
  readonly decisions: readonly PieceDecision[];
}

/** A piece that goes under no slot: title, greeting, sign-off, opening, or a heading that the frame has. */
export interface ApartDecision extends PieceDecision {
  /** The heading of the frame that stands for this one. */
  readonly slot: string | null;
}

/** A sentence that several reports have but for its figures, and that is written once. */
export interface ToldOnce {
  readonly sentence: string;
  /** With the figures added up. */
  readonly text: string;
  readonly pieces: readonly string[];
}

/** A plan of one report, and whether a later one reports it as done. */
export interface FollowedPlan {
  readonly source: number;
  readonly piece: string;
  readonly text: string;
  /** Id of the piece that reports it as done; null where none does. */
  readonly done: string | null;
}

/** A reference of a source to one of its own sections. */
export interface PlannedReference {
  /** The piece that it stands in. */
  readonly piece: string;
  readonly source: number;
  /** 0-based, in its source. */
  readonly line: number;
  readonly wording: string;
  /** The words right before it, which tell it from the same one elsewhere in the piece. */
  readonly lead: string;
  /** Its numerals, from its start, and the headings they name; null where nothing stands for one. */
  readonly parts: readonly {
    readonly start: number;
    readonly end: number;
    readonly heading: string | null;
  }[];
}

/** Why a figure is not in the group of its indicator. */
export type MisfitReason = 'stock' | 'unit' | 'period' | 'vague' | 'plan' | 'office' | 'disagrees';

export interface FigurePart {
  readonly source: number;
  readonly line: number;
  readonly span: Span;
  readonly office: string;
  /** As typed, with its unit. */
  readonly text: string;
}

export type FigureForm = 'none' | 'sum' | 'list' | 'table';

/** One indicator of several sources. */
export interface FigureGroup {
  /** Indicator, unit and time. */
  readonly id: string;
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly parts: readonly FigurePart[];
  /** With its unit; null where there is no sum: shares. */
  readonly sum: string | null;
  /** Sources that say nothing of it. */
  readonly missing: readonly number[];
  readonly misfits: readonly (FigurePart & { readonly why: MisfitReason })[];
  readonly form: FigureForm;
  /** Where most of its parts stand. */
  readonly slot: string | null;
}

/** The writer's changes of a plan. */
export interface MergeChoices {
  /** One after another: a block goes to a slot, before another block or to the end. */
  readonly moves?: readonly {
    readonly block: string;
    readonly slot: string | null;
    readonly before?: string | null;
  }[];
  /** Ids of pieces that are written (`on`) or left out (`off`), whatever the plan says. */
  readonly on?: readonly string[];
  readonly off?: readonly string[];
  /** By the ids of groups. */
  readonly figures?: Readonly<Record<string, FigureForm>>;
  /** For groups that are not named. */
  readonly allFigures?: FigureForm;
}

export interface MergePlan {
  /** In the order in which they are read: reports of one office by their time. */
  readonly sources: readonly {
    readonly name: string;
    readonly office: string;
    readonly period: Period | null;
    readonly syntax: Syntax;
  }[];
  readonly frame: MergeFrame;
  readonly slots: readonly Slot[];
  /** By slot, those without one last; in the order in which they are written. */
  readonly blocks: readonly PlacedBlock[];
  readonly apart: readonly ApartDecision[];
  readonly figures: readonly FigureGroup[];
  /** True for reports of one office, each of another period. */
  readonly isOverTime: boolean;
  readonly toldOnce: readonly ToldOnce[];
  readonly promised: readonly FollowedPlan[];
  readonly references: readonly PlannedReference[];
}
