/** References inside merged text: 见第三部分 is renumbered, so that it means the section that it meant in its source. */
import { findReferences, numeralFor } from '../analysis/references/references.js';
import { lastAtMost } from '../base/sorted-array.js';
import { lineAt } from '../base/text.js';
import type { ParsedSummary, Section, Syntax } from '../document/model.js';
import { parseSummary } from '../document/parse.js';
import { pathInFull, type ReferenceStep } from '../edits/move-sections/update-references.js';
import type { MergeSource, Piece, PlannedReference } from './model.js';

/** A reference and its wording in the new document. */
export interface MergedReference {
  readonly source: number;
  /** 0-based, in its source. */
  readonly line: number;
  readonly wording: string;
  /** As it is written now; null where what it means is not in the new document, or cannot be named. */
  readonly written: string | null;
}

/** How much text before a reference is kept to find it again. UTF-16 units. */
const LEAD_LENGTH = 8;
/** Each reference needs two changes of treatment at most; a change of one may move others, so rounds are limited. */
const MOST_ROUNDS = 6;

/**
 * The references in pieces of a source.
 * @param pieces In order.
 * @param headingOf The heading that stands for the section at a line: a slot or a piece, by its id.
 */
export function referencesOf(
  { summary }: MergeSource,
  pieces: readonly Piece[],
  headingOf: (line: number) => string | undefined,
): PlannedReference[] {
  const starts = pieces.map((piece) => piece.span.start);
  return findReferences(summary).flatMap(({ span, parts }) => {
    const piece = pieces[lastAtMost(starts, span.start)];
    if (piece === undefined || span.end > piece.span.end) return [];
    return [
      {
        piece: piece.id,
        source: piece.source,
        line: lineAt(summary.lines, span.start),
        wording: summary.text.slice(span.start, span.end),
        lead: summary.text.slice(Math.max(piece.span.start, span.start - LEAD_LENGTH), span.start),
        parts: parts.map((part) => ({
          start: part.span.start - span.start,
          end: part.span.end - span.start,
          heading: part.section === null ? null : (headingOf(part.section.line) ?? null),
        })),
      },
    ];
  });
}

/** A piece as it is written. */
export interface WrittenPiece {
  readonly piece: string;
  /** Index among the entries, of which the new document is composed. */
  readonly entry: number;
  readonly text: string;
  /** What stands before {@link text} in its entry: a label, blanks. UTF-16 units. */
  readonly prefix: number;
}

/** Entries as one text, and the line at which each begins, 0-based. */
export interface Composed {
  readonly text: string;
  readonly lineOf: readonly number[];
}

export interface Rewritten {
  /** The texts of the pieces, in their order. */
  readonly texts: readonly string[];
  readonly references: readonly MergedReference[];
}

/** A reference at an offset in its piece, and how it is rewritten: see {@link rewriteReferences}. */
interface Occurrence {
  readonly planned: PlannedReference;
  readonly at: number;
  treatment: 'numerals' | 'path' | 'none';
}

/**
 * References as the new document numbers what they mean. Each keeps its wording with other numerals; where
 * that means another section it is written with all numbers from the outside in, and where that does too,
 * or nothing stands for its section, it stays as it was.
 * @param headings The entries of headings, by the ids of slots and pieces.
 * @param compose Of texts in place of those of `pieces`.
 */
export function rewriteReferences(
  planned: readonly PlannedReference[],
  pieces: readonly WrittenPiece[],
  headings: ReadonlyMap<string, number>,
  compose: (texts: readonly string[]) => Composed,
  target: Syntax,
): Rewritten {
  const originals = pieces.map(({ text }) => text);
  const byPiece = new Map<string, PlannedReference[]>();
  for (const each of planned) {
    const list = byPiece.get(each.piece) ?? [];
    byPiece.set(each.piece, list);
    list.push(each);
  }
  const found = pieces.map(({ piece, text }) => occurrencesIn(text, byPiece.get(piece) ?? []));
  if (found.every((list) => list.length === 0)) return { texts: originals, references: [] };
  const { text, lineOf } = compose(originals);
  const paths = pathsByLine(parseSummary(text, target));
  const pathOf = (heading: string | null): readonly Section[] => {
    const entry = heading === null ? undefined : headings.get(heading);
    return (entry === undefined ? undefined : paths.get(lineOf[entry]!)) ?? [];
  };
  const wordingOf = ({ planned: { wording, parts }, treatment }: Occurrence): string | null => {
    if (treatment === 'none') return wording;
    const path = pathOf(parts.at(-1)!.heading).flatMap(stepOf);
    if (path.length === 0 || path.length < pathOf(parts.at(-1)!.heading).length) return null;
    if (treatment === 'path') return pathInFull(path, wording);
    let written = '';
    let end = 0;
    for (const part of parts) {
      const step = pathOf(part.heading).flatMap(stepOf).at(-1);
      if (step === undefined) return null;
      written += wording.slice(end, part.start);
      written += numeralFor(step, wording.slice(part.start, part.end));
      end = part.end;
    }
    return written + wording.slice(end);
  };
  const write = () => {
    const places: { occurrence: Occurrence; piece: WrittenPiece; at: number }[] = [];
    const texts = pieces.map((piece, index) => {
      let written = '';
      let end = 0;
      for (const occurrence of found[index]!) {
        const {
          at,
          planned: { wording },
        } = occurrence;
        written += piece.text.slice(end, at);
        places.push({ occurrence, piece, at: written.length });
        written += wordingOf(occurrence) ?? wording;
        end = at + wording.length;
      }
      return written + piece.text.slice(end);
    });
    return { texts, places };
  };
  for (let round = 1; ; round++) {
    const { texts, places } = write();
    const composed = compose(texts);
    const reparsed = parseSummary(composed.text, target);
    const targetLines = new Map(
      findReferences(reparsed).map((each) => [each.span.start, each.target?.line]),
    );
    let areAllRight = true;
    for (const { occurrence, piece, at } of places) {
      if (occurrence.treatment === 'none') continue;
      const start = reparsed.lines[composed.lineOf[piece.entry]!]!.start + piece.prefix + at;
      const line = pathOf(occurrence.planned.parts.at(-1)!.heading).at(-1)?.line;
      if (line !== undefined && targetLines.get(start) === line && wordingOf(occurrence) !== null)
        continue;
      areAllRight = false;
      occurrence.treatment = occurrence.treatment === 'numerals' ? 'path' : 'none';
    }
    if (!areAllRight) {
      if (round > MOST_ROUNDS) for (const each of found.flat()) each.treatment = 'none';
      continue;
    }
    const references = places.map(({ occurrence }): MergedReference => {
      const { source, line, wording } = occurrence.planned;
      const written = occurrence.treatment === 'none' ? null : wordingOf(occurrence);
      return { source, line, wording, written };
    });
    return { texts, references };
  }
}

/** The references that the text of a piece still has, after sentences were cut. */
function occurrencesIn(text: string, planned: readonly PlannedReference[]): Occurrence[] {
  const found: Occurrence[] = [];
  let from = 0;
  for (const each of planned) {
    const withLead = text.indexOf(each.lead + each.wording, from);
    const at = withLead < 0 ? text.indexOf(each.wording, from) : withLead + each.lead.length;
    if (at < 0) continue;
    found.push({ planned: each, at, treatment: 'numerals' });
    from = at + each.wording.length;
  }
  return found;
}

/** The section of each heading's line with those around it, outermost first. */
function pathsByLine({ sections }: ParsedSummary): Map<number, readonly Section[]> {
  const paths = new Map<number, readonly Section[]>();
  const walk = (list: readonly Section[], above: readonly Section[]) => {
    for (const section of list) {
      const path = [...above, section];
      paths.set(section.line, path);
      walk(section.children, path);
    }
  };
  walk(sections, []);
  return paths;
}

const stepOf = ({ label }: Section): ReferenceStep[] =>
  label === null ? [] : [{ label, number: label.number, outer: label.outer }];
