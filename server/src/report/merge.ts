import type {
  FigureForm,
  FigureGroup,
  LeftOutReason,
  MergePlan,
  MisfitReason,
  PieceDecision,
} from '../core/index.js';

/** A plan as programs get it; what it names by id, choices name too. */
export interface MergeReport {
  readonly sources: readonly {
    readonly file: string;
    readonly office: string;
    readonly period: string | null;
  }[];
  /** True for the reports of one office over a time. */
  readonly overTime: boolean;
  readonly slots: readonly {
    readonly id: string;
    readonly parent: string | null;
    readonly title: string;
  }[];
  /** In the order in which they are written. */
  readonly blocks: readonly {
    readonly id: string;
    /** Index of its source. */
    readonly source: number;
    readonly title: string;
    /** Null for what no heading of the frame is for. */
    readonly slot: string | null;
    readonly pieces: readonly PieceReport[];
  }[];
  /** Titles, greetings, openings, sign-offs, and headings that the frame has. */
  readonly apart: readonly PieceReport[];
  readonly figures: readonly FigureReport[];
  readonly toldOnce: readonly {
    readonly text: string;
    readonly count: number;
    readonly pieces: readonly string[];
  }[];
  readonly promised: readonly {
    readonly source: number;
    readonly piece: string;
    readonly text: string;
    /** The piece that tells that it was done. */
    readonly done: string | null;
  }[];
}

export interface PieceReport {
  readonly id: string;
  readonly source: number;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  readonly heading: boolean;
  readonly taken: boolean;
  readonly reason: LeftOutReason | null;
  /** The piece that says it in its place. */
  readonly same: string | null;
  readonly cut: readonly { readonly sentence: string; readonly same: string }[];
}

export interface FigureReport {
  readonly id: string;
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly sum: string | null;
  readonly form: FigureForm;
  readonly parts: readonly FigurePartReport[];
  /** Indices of sources. */
  readonly missing: readonly number[];
  readonly misfits: readonly (FigurePartReport & { readonly why: MisfitReason })[];
}

export interface FigurePartReport {
  readonly source: number;
  /** 1-based. */
  readonly line: number;
  readonly office: string;
  readonly text: string;
}

export function reportMerge(plan: MergePlan): MergeReport {
  const { sources, isOverTime, slots, blocks, apart, figures, toldOnce, promised } = plan;
  return {
    sources: sources.map(({ name, office, period }) => ({
      file: name,
      office,
      period: period?.text ?? null,
    })),
    overTime: isOverTime,
    slots: slots.map(({ id, parent, title }) => ({ id, parent, title })),
    blocks: blocks.map(({ block: { id, source, title }, slot, decisions }) => ({
      id,
      source,
      title,
      slot,
      pieces: decisions.map(reportDecision),
    })),
    apart: apart.map(reportDecision),
    figures: figures.map(reportFigures),
    toldOnce: toldOnce.map(({ text, pieces }) => ({ text, count: pieces.length, pieces })),
    promised,
  };
}

function reportDecision({ piece, isTaken, reason, same, cut, text }: PieceDecision): PieceReport {
  const { id, source, line, depth } = piece;
  return {
    id,
    source,
    line: line + 1,
    text: isTaken ? text : piece.text,
    heading: depth > 0,
    taken: isTaken,
    reason,
    same,
    cut,
  };
}

function reportFigures(group: FigureGroup): FigureReport {
  const { id, indicator, unit, period, sum, form, parts, missing, misfits } = group;
  const part = ({ source, line, office, text }: FigureGroup['parts'][number]) => ({
    source,
    line: line + 1,
    office,
    text,
  });
  return {
    id,
    indicator,
    unit,
    period,
    sum,
    form,
    parts: parts.map(part),
    missing,
    misfits: misfits.map((misfit) => ({ ...part(misfit), why: misfit.why })),
  };
}
