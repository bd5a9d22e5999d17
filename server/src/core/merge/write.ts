/** Writes the new document of a plan, and notes where each of its paragraphs came from. */
import { fixedLines } from '../analysis/sign-off-range.js';
import { lineEndOf } from '../base/text.js';
import { type LabelStyle, withNumber } from '../document/label.js';
import { formOf } from '../document/label-forms.js';
import { type ParsedSummary, type Section, type Syntax, walkSections } from '../document/model.js';
import { schemeOf, styleIn } from '../document/schemes.js';
import { styleOf } from '../edits/heading-style.js';
import { subjectOf } from '../ledger/office.js';
import { writeBlock } from '../print/write-blocks.js';
import { figureText } from './figures.js';
import { sectionsByLine } from './match.js';
import type { FigureGroup, MergePlan, PieceDecision, PlacedBlock, Slot } from './model.js';
import {
  type Composed,
  type MergedReference,
  rewriteReferences,
  type WrittenPiece,
} from './references.js';
import { sentencesOf } from './sentences.js';

/** A place in a source. */
export interface Origin {
  readonly source: number;
  /** 0-based. */
  readonly line: number;
}

export interface MergedParagraph {
  readonly text: string;
  /** Where it came from, and the places that said the same and were left out. */
  readonly from: readonly Origin[];
}

export interface MergedDocument {
  readonly text: string;
  /** The references in what came from sources, in order. */
  readonly references: readonly MergedReference[];
  /** The paragraphs that came from sources, in order. */
  readonly paragraphs: readonly MergedParagraph[];
}

/** Heading over blocks that fit under no heading of the frame. */
const UNPLACED_HEADING = '其他工作';

export function writeMerge(plan: MergePlan, target: Syntax): MergedDocument {
  return new Writer(plan, target).write();
}

class Writer {
  /** The new document so far; each entry is one line or more. */
  private readonly entries: string[] = [];
  /** Pieces that hold references, with the indices of their entries and paragraphs. */
  private readonly referring: (WrittenPiece & { readonly paragraph: number })[] = [];
  private readonly withReferences: ReadonlySet<string>;
  /** By the ids of slots and pieces. */
  private readonly headings = new Map<string, number>();
  private readonly paragraphs: MergedParagraph[] = [];
  private readonly numbers: number[] = [];
  private readonly summary: ParsedSummary;
  private readonly sections: ReadonlyMap<number, Section>;
  private readonly indent: string;
  private readonly decisions: readonly PieceDecision[];
  private readonly decisionIndex: ReadonlyMap<PieceDecision, number>;
  /** Places whose text was left out because a piece says it already, by the id of that piece. */
  private readonly repeatedOrigins = new Map<string, Origin[]>();

  constructor(
    private readonly plan: MergePlan,
    private readonly target: Syntax,
  ) {
    this.summary = plan.frame.summary;
    this.sections = sectionsByLine(this.summary);
    this.indent = target === 'markdown' ? '' : indentOf(this.summary);
    this.withReferences = new Set(plan.references.map(({ piece }) => piece));
    this.decisions = plan.blocks.flatMap((each) => each.decisions);
    this.decisionIndex = new Map(this.decisions.map((decision, index) => [decision, index]));
    for (const { decisions } of plan.blocks) {
      for (const { piece, isTaken, same, cut } of decisions) {
        const { source, line } = piece;
        if (!isTaken && same !== null) this.addOrigin(same, { source, line });
        for (const each of cut) this.addOrigin(each.same, { source, line });
      }
    }
  }

  private addOrigin(piece: string, origin: Origin): void {
    const list = this.repeatedOrigins.get(piece) ?? [];
    this.repeatedOrigins.set(piece, list);
    if (!list.some(({ source, line }) => source === origin.source && line === origin.line)) {
      list.push(origin);
    }
  }

  write(): MergedDocument {
    const { text, sections } = this.summary;
    const first = sections[0];
    const head = text.slice(0, first?.span.start ?? text.length);
    this.writeFrameText(head);
    for (const decision of this.plan.apart) {
      const isOwn = decision.piece.source === this.plan.frame.source;
      if (decision.isTaken && decision.reason === 'opening' && !isOwn) this.writeBody(decision);
    }
    for (const slot of this.plan.slots) if (slot.parent === null) this.writeSlot(slot);
    this.writeUnplaced();
    this.writeSignOff();
    const end = lineEndOf(text);
    const { texts, references } = rewriteReferences(
      this.plan.references,
      this.referring,
      this.headings,
      (changed) => composeEntries(this.entriesWith(changed)),
      this.target,
    );
    const written = composeEntries(this.entriesWith(texts)).text;
    const paragraphs = [...this.paragraphs];
    for (const [index, { paragraph }] of this.referring.entries()) {
      paragraphs[paragraph] = { ...paragraphs[paragraph]!, text: texts[index]! };
    }
    return {
      text: end === '\n' ? written : written.replaceAll('\n', end),
      paragraphs,
      references,
    };
  }

  /** The entries with other texts in place of those of {@link referring}. */
  private entriesWith(texts: readonly string[]): string[] {
    const entries = [...this.entries];
    for (const [index, { entry, prefix, text }] of this.referring.entries()) {
      const own = entries[entry]!;
      entries[entry] = own.slice(0, prefix) + texts[index]! + own.slice(prefix + text.length);
    }
    return entries;
  }

  /** Writes lines of the frame as they are, but for pieces that are left out. */
  private writeFrameText(raw: string): void {
    const leftOut = this.plan.apart.filter(
      ({ piece, isTaken }) => piece.source === this.plan.frame.source && !isTaken,
    );
    let text = raw.replace(/^\uFEFF/, '');
    for (const { piece } of leftOut) {
      const own = this.summary.text.slice(piece.span.start, piece.span.end);
      if (own !== '') text = text.replace(own, '');
    }
    this.entries.push(...this.inTargetSyntax(text.replace(/\r\n?/g, '\n').trimEnd()));
    for (const { piece, isTaken, reason } of this.plan.apart) {
      const isOwn = piece.source === this.plan.frame.source && isTaken;
      if (!isOwn || reason === 'heading' || !raw.includes(piece.text)) continue;
      this.noteReferences(
        piece.id,
        piece.text,
        this.entries.findLastIndex((each) => each.endsWith(piece.text)),
      );
      this.paragraphs.push({
        text: piece.text,
        from: [{ source: piece.source, line: piece.line }],
      });
    }
  }

  /** Notes that the next paragraph, which ends `entry`, may hold references. */
  private noteReferences(piece: string, text: string, entry: number): void {
    if (entry < 0 || !this.withReferences.has(piece)) return;
    const prefix = this.entries[entry]!.length - text.length;
    this.referring.push({ piece, entry, text, prefix, paragraph: this.paragraphs.length });
  }

  /** Lines of the frame as the new document has them. */
  private inTargetSyntax(text: string): string[] {
    const { syntax, title } = this.summary;
    const lines = text.split('\n');
    if (syntax === this.target) return lines;
    if (this.target === 'plain') {
      const plain = lines.map((line) => line.replace(/^#+ /, '').replace(/\*\*/g, ''));
      return plain.filter((line, index) => line !== '' || plain[index - 1] !== '');
    }
    const own = title === null ? '' : this.summary.text.slice(title.start, title.end);
    return lines.flatMap((line) => {
      const words = line.replace(/^[\s\u3000]+/, '');
      if (words === '') return [];
      return ['', own.startsWith(words) && own !== '' ? `# ${words}` : words];
    });
  }

  private below = (slot: Slot) => this.plan.slots.filter(({ parent }) => parent === slot.id);

  private blocksOf = (slot: string | null) => this.plan.blocks.filter((each) => each.slot === slot);

  private isFilled(slot: Slot): boolean {
    const { line, endLine, children } = this.sections.get(slot.line)!;
    // A heading of the frame without any text is a statement by itself.
    if (this.plan.frame.source !== null && line === endLine && children.length === 0) {
      if (!this.sections.get(slot.line)!.runIn) return true;
    }
    return (
      this.blocksOf(slot.id).some(({ decisions }) => decisions.some(({ isTaken }) => isTaken)) ||
      this.below(slot).some((each) => this.isFilled(each))
    );
  }

  private writeSlot(slot: Slot): void {
    const section = this.sections.get(slot.line)!;
    if (!this.isFilled(slot)) {
      // Of a template the words to fill in stay; of a source nothing is left.
      if (this.plan.frame.source === null) this.writeTemplateSection(section, slot.depth);
      return;
    }
    this.writeHeading(slot.depth, slot.title, slot.id);
    this.writeFigures(slot.id);
    const blocks = this.blocksOf(slot.id);
    const firstHeaded = blocks.findIndex(({ block }) => block.pieces[0]!.depth > 0);
    const bare = firstHeaded < 0 ? blocks : blocks.slice(0, firstHeaded);
    this.writeBlocks(bare, slot.depth);
    for (const each of this.below(slot)) this.writeSlot(each);
    this.writeBlocks(firstHeaded < 0 ? [] : blocks.slice(firstHeaded), slot.depth);
  }

  private writeBlocks(blocks: readonly PlacedBlock[], depth: number): void {
    for (const { decisions } of blocks) {
      for (const [index, decision] of decisions.entries()) {
        if (!decision.isTaken) continue;
        const { piece } = decision;
        if (piece.depth === 0) this.writeBody(decision);
        else if (this.hasBody(decisions, index))
          this.writeHeadedPiece(decision, depth + piece.depth);
      }
    }
  }

  /** True for a heading below which something is written, or that says something itself. */
  private hasBody(decisions: readonly PieceDecision[], at: number): boolean {
    const { piece, text } = decisions[at]!;
    if (sentencesOf(text).length > 1) return true;
    const all = this.decisions;
    const index = this.decisionIndex.get(decisions[at]!)!;
    for (let i = index + 1; i < all.length; i++) {
      const next = all[i]!;
      if (next.piece.depth > 0 && next.piece.depth <= piece.depth) break;
      if (next.isTaken && (next.piece.depth === 0 || sentencesOf(next.text).length > 1))
        return true;
    }
    // A heading without any text in its source is a statement by itself.
    return decisions.length === 1 && all[index + 1]?.piece.depth !== 0;
  }

  private writeHeadedPiece({ piece, text }: PieceDecision, depth: number): void {
    this.writeHeading(depth, text, piece.id);
    this.noteReferences(piece.id, text, this.entries.length - 1);
    this.addParagraph(text, piece.id, piece);
  }

  private writeBody({ piece, text }: PieceDecision): void {
    if (this.target === 'markdown') this.entries.push('');
    this.entries.push(piece.isVerbatim ? text : this.indent + text);
    this.noteReferences(piece.id, text, this.entries.length - 1);
    if (piece.isVerbatim && this.target === 'markdown') this.entries.push('');
    this.addParagraph(text, piece.id, piece);
  }

  private addParagraph(text: string, id: string, { source, line }: Origin): void {
    this.paragraphs.push({
      text,
      from: [{ source, line }, ...(this.repeatedOrigins.get(id) ?? [])],
    });
  }

  /** @param id Of the slot or piece whose heading it is. */
  private writeHeading(depth: number, title: string, id: string | null): void {
    this.numbers.length = depth;
    for (let i = 0; i < depth; i++) this.numbers[i] ??= i === depth - 1 ? 0 : 1;
    this.numbers[depth - 1]!++;
    const { lead, label, gap, tail, blankLines } = this.styleAt(depth);
    for (let i = 0; i < blankLines; i++) this.entries.push('');
    const marker =
      label === null
        ? ''
        : withNumber(
            label,
            this.numbers[depth - 1]!,
            this.outerOf(depth, formOf(label.form).outer),
          );
    if (id !== null) this.headings.set(id, this.entries.length);
    this.entries.push(lead + marker + gap + title + tail);
  }

  /** The numbers of the outer levels in a label: 1 and 2 of 1.2.3. */
  private outerOf(depth: number, count: number): number[] {
    return this.numbers.slice(Math.max(0, depth - 1 - count), depth - 1);
  }

  /** How headings of a depth are written: as the frame has them, and further in by its scheme. */
  private styleAt(depth: number) {
    const all = walkSections(this.summary.sections);
    const depths = new Map<Section, number>();
    const mark = (list: readonly Section[], at: number) => {
      for (const section of list) {
        depths.set(section, at);
        mark(section.children, at + 1);
      }
    };
    mark(this.summary.sections, 1);
    // Above the first one may be a blank line that is the title's.
    const sample = all.findLast((section) => depths.get(section) === depth);
    if (sample !== undefined && this.summary.syntax === this.target) {
      const style = styleOf(this.summary, sample);
      return { ...style, tail: '', lead: style.lead.replaceAll('**', '') };
    }
    const scheme = schemeOf(this.summary);
    const outermost = this.summary.sections[0];
    const at =
      outermost?.label == null ? 0 : Math.max(0, scheme.levels.indexOf(outermost.label.form));
    const form = scheme.levels[at + depth - 1];
    const isLabelled = outermost === undefined || outermost.label !== null;
    const label: LabelStyle | null =
      form === undefined || !isLabelled ? null : styleIn(scheme, form);
    const hashes =
      this.target === 'markdown'
        ? `${'#'.repeat(Math.min(6, (outermost?.hashes || 2) + depth - 1))} `
        : '';
    return {
      lead: hashes || (depth > 1 ? this.indent : indentOfHeading(this.summary)),
      label,
      gap: '',
      tail: '',
      blankLines: this.target === 'markdown' ? 1 : 0,
    };
  }

  /** A section of the template with all that stands in it, numbered anew. */
  private writeTemplateSection(section: Section, depth: number): void {
    const { lines } = this.summary;
    const text = this.summary.text.slice(section.titleSpan.start, lines[section.line]!.end);
    this.writeHeading(depth, text.replaceAll('**', ''), `f:${section.line}`);
    const end = section.children[0]?.line ?? section.endLine + 1;
    this.writeFrameLines(section.line + 1, Math.min(end, section.endLine + 1));
    for (const child of section.children) this.writeTemplateSection(child, depth + 1);
  }

  private writeFrameLines(from: number, to: number): void {
    const fixed = fixedLines(this.summary, walkSections(this.summary.sections));
    for (let line = from; line < to; line++) {
      if (fixed.some((range) => line >= range.from && line < range.to)) continue;
      const { start, end } = this.summary.lines[line]!;
      this.entries.push(this.summary.text.slice(start, end));
    }
  }

  private writeUnplaced(): void {
    const blocks = this.blocksOf(null).filter(({ decisions }) =>
      decisions.some(({ isTaken }) => isTaken),
    );
    if (blocks.length === 0) {
      this.writeFigures(null);
      return;
    }
    if (this.plan.slots.length > 0) this.writeHeading(1, UNPLACED_HEADING, null);
    this.writeFigures(null);
    this.writeBlocks(blocks, this.plan.slots.length > 0 ? 1 : 0);
  }

  private writeSignOff(): void {
    const { text, lines, sections } = this.summary;
    const fixed = fixedLines(this.summary, walkSections(sections))[0];
    if (fixed === undefined) return;
    this.entries.push('');
    this.writeFrameText(text.slice(lines[fixed.from]!.start));
  }

  /** Writes the figure groups of a slot: sums in one paragraph, then lists and tables. */
  private writeFigures(slot: string | null): void {
    const { sources, isOverTime, figures } = this.plan;
    const own = figures.filter((group) => group.slot === slot && group.form !== 'none');
    const { office } = subjectOf(this.summary, '');
    const area = /[省市县区镇乡]$/.exec(office)?.[0];
    const addFigures = (groups: readonly FigureGroup[], text: string) => {
      if (this.target === 'markdown') this.entries.push('');
      this.entries.push(this.indent + text);
      const from = groups.flatMap(({ parts }) =>
        parts.map(({ source, line }) => ({ source, line })),
      );
      this.paragraphs.push({ text, from });
    };
    const sums = own.filter(({ form, sum }) => form === 'sum' && sum !== null);
    if (sums.length > 0) {
      const texts = sums.map((group) =>
        figureText(group, sources, area === undefined ? '' : `全${area}`, isOverTime),
      );
      addFigures(sums, texts.join(''));
    }
    for (const group of own) {
      if (group.form === 'list') addFigures([group], figureText(group, sources, '', isOverTime)!);
      if (group.form === 'table') this.writeTable(group);
    }
  }

  private writeTable(group: FigureGroup): void {
    const { sources, isOverTime } = this.plan;
    const head = [isOverTime ? '时段' : '单位', `${group.indicator}（${group.unit}）`];
    const rows = group.parts.map((part) => [
      isOverTime ? (sources[part.source]?.period?.text ?? '') : part.office,
      part.text,
    ]);
    if (group.sum !== null) rows.push(['合计', group.sum]);
    const cells = [head, ...rows].map((row) => row.map((text) => [{ text }]));
    const text = writeBlock(
      { type: 'table', rows: cells, alignments: [null, null], line: 0, endLine: 0 },
      this.target,
    );
    this.entries.push('', text, '');
    const from = group.parts.map(({ source, line }) => ({ source, line }));
    for (const line of text.split('\n')) this.paragraphs.push({ text: line, from });
  }
}

/** Entries as one text, without blank lines at its ends and without two in a row. */
function composeEntries(entries: readonly string[]): Composed {
  const lines: string[] = [];
  const starts = entries.map((entry) => {
    const start = lines.length;
    for (const line of entry.split('\n')) {
      if (line !== '' || (lines.length > 0 && lines.at(-1) !== '')) lines.push(line);
    }
    return start;
  });
  const text = lines.join('\n');
  const blank = text.slice(0, text.length - text.trimStart().length).split('\n').length - 1;
  return { text: `${text.trim()}\n`, lineOf: starts.map((start) => start - blank) };
}

/** The blanks before a paragraph of a document, as it has them. */
function indentOf({ text, lines, paragraphs }: ParsedSummary): string {
  const body = paragraphs.find(({ kind }) => kind === 'body');
  if (body === undefined) return '　　';
  return text.slice(lines[body.line]!.start, body.start).replace('\uFEFF', '');
}

function indentOfHeading({ text, lines, sections }: ParsedSummary): string {
  const [first] = sections;
  if (first === undefined) return '';
  return text
    .slice(lines[first.line]!.start, first.labelSpan.start)
    .replace(/[#*\uFEFF]/g, '')
    .replace(/^ +/, '');
}
