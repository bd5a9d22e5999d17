/** The new document of a plan, and where each of its paragraphs came from. */
import { fixedLines } from '../analysis/sign-off-range.js';
import { lineEndOf } from '../base/text.js';
import { type LabelStyle, withNumber } from '../document/label.js';
import { formOf } from '../document/label-forms.js';
import { type ParsedSummary, type Section, type Syntax, walkSections } from '../document/model.js';
import { schemeOf, styleIn } from '../document/schemes.js';
import { styleOf } from '../edits/heading-style.js';
import { settingOf } from '../ledger/office.js';
import { writeBlock } from '../print/write-blocks.js';
import { figureText } from './figures.js';
import { sectionsByLine } from './match.js';
import type { Fate, FigureGroup, MergePlan, PlacedBlock, Slot } from './model.js';
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
  /** What says the same elsewhere too. */
  readonly from: readonly Origin[];
}

export interface MergedDocument {
  readonly text: string;
  /** The references in what came from sources, in order. */
  readonly references: readonly MergedReference[];
  /** Those that came from sources, in order. */
  readonly paragraphs: readonly MergedParagraph[];
}

/** Over what no heading of the frame is for. */
const OTHERS = '其他工作';

export function writeMerge(plan: MergePlan, target: Syntax): MergedDocument {
  return new Writer(plan, target).write();
}

class Writer {
  /** Each of one line or more. */
  private readonly lines: string[] = [];
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
  private readonly fates: readonly Fate[];
  private readonly places: ReadonlyMap<Fate, number>;
  /** What is not taken because a piece says it already, by that piece. */
  private readonly elsewhere = new Map<string, Origin[]>();

  constructor(
    private readonly plan: MergePlan,
    private readonly target: Syntax,
  ) {
    this.summary = plan.frame.summary;
    this.sections = sectionsByLine(this.summary);
    this.indent = target === 'markdown' ? '' : indentOf(this.summary);
    this.withReferences = new Set(plan.references.map(({ piece }) => piece));
    this.fates = plan.blocks.flatMap((each) => each.fates);
    this.places = new Map(this.fates.map((fate, index) => [fate, index]));
    for (const { fates } of plan.blocks) {
      for (const { piece, isTaken, same, cut } of fates) {
        const { source, line } = piece;
        if (!isTaken && same !== null) this.note(same, { source, line });
        for (const each of cut) this.note(each.same, { source, line });
      }
    }
  }

  private note(piece: string, origin: Origin): void {
    const list = this.elsewhere.get(piece) ?? [];
    this.elsewhere.set(piece, list);
    if (!list.some(({ source, line }) => source === origin.source && line === origin.line)) {
      list.push(origin);
    }
  }

  write(): MergedDocument {
    const { text, sections } = this.summary;
    const first = sections[0];
    const head = text.slice(0, first?.span.start ?? text.length);
    this.frameText(head);
    for (const fate of this.plan.apart) {
      const isOwn = fate.piece.source === this.plan.frame.source;
      if (fate.isTaken && fate.reason === 'opening' && !isOwn) this.body(fate);
    }
    for (const slot of this.plan.slots) if (slot.parent === null) this.slot(slot);
    this.others();
    this.signOff();
    const end = lineEndOf(text);
    const { texts, references } = rewriteReferences(
      this.plan.references,
      this.referring,
      this.headings,
      (changed) => composed(this.entriesWith(changed)),
      this.target,
    );
    const written = composed(this.entriesWith(texts)).text;
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
    const entries = [...this.lines];
    for (const [index, { entry, prefix, text }] of this.referring.entries()) {
      const own = entries[entry]!;
      entries[entry] = own.slice(0, prefix) + texts[index]! + own.slice(prefix + text.length);
    }
    return entries;
  }

  /** Lines of the frame as they are. Of its own pieces that are not taken none is written. */
  private frameText(raw: string): void {
    const off = this.plan.apart.filter(
      ({ piece, isTaken }) => piece.source === this.plan.frame.source && !isTaken,
    );
    let text = raw.replace(/^\uFEFF/, '');
    for (const { piece } of off) {
      const own = this.summary.text.slice(piece.span.start, piece.span.end);
      if (own !== '') text = text.replace(own, '');
    }
    this.lines.push(...this.converted(text.replace(/\r\n?/g, '\n').trimEnd()));
    for (const { piece, isTaken, reason } of this.plan.apart) {
      const isOwn = piece.source === this.plan.frame.source && isTaken;
      if (!isOwn || reason === 'heading' || !raw.includes(piece.text)) continue;
      this.refers(
        piece.id,
        piece.text,
        this.lines.findLastIndex((each) => each.endsWith(piece.text)),
      );
      this.paragraphs.push({
        text: piece.text,
        from: [{ source: piece.source, line: piece.line }],
      });
    }
  }

  /** The next paragraph, at the end of an entry, may hold references. */
  private refers(piece: string, text: string, entry: number): void {
    if (entry < 0 || !this.withReferences.has(piece)) return;
    const prefix = this.lines[entry]!.length - text.length;
    this.referring.push({ piece, entry, text, prefix, paragraph: this.paragraphs.length });
  }

  /** Lines of the frame as the new document has them. */
  private converted(text: string): string[] {
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
    // A heading of the frame's own that says all by itself.
    if (this.plan.frame.source !== null && line === endLine && children.length === 0) {
      if (!this.sections.get(slot.line)!.runIn) return true;
    }
    return (
      this.blocksOf(slot.id).some(({ fates }) => fates.some(({ isTaken }) => isTaken)) ||
      this.below(slot).some((each) => this.isFilled(each))
    );
  }

  private slot(slot: Slot): void {
    const section = this.sections.get(slot.line)!;
    if (!this.isFilled(slot)) {
      // Of a template the words to fill in stay; of a source nothing is left.
      if (this.plan.frame.source === null) this.asInFrame(section, slot.depth);
      return;
    }
    this.heading(slot.depth, slot.title, slot.id);
    this.figures(slot.id);
    const blocks = this.blocksOf(slot.id);
    const headed = blocks.findIndex(({ block }) => block.pieces[0]!.depth > 0);
    const bare = headed < 0 ? blocks : blocks.slice(0, headed);
    this.blocks(bare, slot.depth);
    for (const each of this.below(slot)) this.slot(each);
    this.blocks(headed < 0 ? [] : blocks.slice(headed), slot.depth);
  }

  private blocks(blocks: readonly PlacedBlock[], depth: number): void {
    for (const { fates } of blocks) {
      for (const [index, fate] of fates.entries()) {
        if (!fate.isTaken) continue;
        const { piece } = fate;
        if (piece.depth === 0) this.body(fate);
        else if (this.hasBody(fates, index)) this.headedPiece(fate, depth + piece.depth);
      }
    }
  }

  /** True for a heading below which something is written, or that says something itself. */
  private hasBody(fates: readonly Fate[], at: number): boolean {
    const { piece, text } = fates[at]!;
    if (sentencesOf(text).length > 1) return true;
    const all = this.fates;
    const own = this.places.get(fates[at]!)!;
    for (let i = own + 1; i < all.length; i++) {
      const next = all[i]!;
      if (next.piece.depth > 0 && next.piece.depth <= piece.depth) break;
      if (next.isTaken && (next.piece.depth === 0 || sentencesOf(next.text).length > 1))
        return true;
    }
    // A heading that says all by itself.
    return fates.length === 1 && all[own + 1]?.piece.depth !== 0;
  }

  private headedPiece({ piece, text }: Fate, depth: number): void {
    this.heading(depth, text, piece.id);
    this.refers(piece.id, text, this.lines.length - 1);
    this.came(text, piece.id, piece);
  }

  private body({ piece, text }: Fate): void {
    if (this.target === 'markdown') this.lines.push('');
    this.lines.push(piece.isVerbatim ? text : this.indent + text);
    this.refers(piece.id, text, this.lines.length - 1);
    if (piece.isVerbatim && this.target === 'markdown') this.lines.push('');
    this.came(text, piece.id, piece);
  }

  private came(text: string, id: string, { source, line }: Origin): void {
    this.paragraphs.push({ text, from: [{ source, line }, ...(this.elsewhere.get(id) ?? [])] });
  }

  /** @param id Of the slot or piece that it is of. */
  private heading(depth: number, title: string, id: string | null): void {
    this.numbers.length = depth;
    for (let i = 0; i < depth; i++) this.numbers[i] ??= i === depth - 1 ? 0 : 1;
    this.numbers[depth - 1]!++;
    const { lead, label, gap, tail, blankLines } = this.styleAt(depth);
    for (let i = 0; i < blankLines; i++) this.lines.push('');
    const marker =
      label === null
        ? ''
        : withNumber(
            label,
            this.numbers[depth - 1]!,
            this.outerOf(depth, formOf(label.form).outer),
          );
    if (id !== null) this.headings.set(id, this.lines.length);
    this.lines.push(lead + marker + gap + title + tail);
  }

  /** The numbers before its own: 1 and 2 of 1.2.3. */
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
  private asInFrame(section: Section, depth: number): void {
    const { lines } = this.summary;
    const text = this.summary.text.slice(section.titleSpan.start, lines[section.line]!.end);
    this.heading(depth, text.replaceAll('**', ''), `f:${section.line}`);
    const end = section.children[0]?.line ?? section.endLine + 1;
    this.ownLines(section.line + 1, Math.min(end, section.endLine + 1));
    for (const child of section.children) this.asInFrame(child, depth + 1);
  }

  private ownLines(from: number, to: number): void {
    const fixed = fixedLines(this.summary, walkSections(this.summary.sections));
    for (let line = from; line < to; line++) {
      if (fixed.some((range) => line >= range.from && line < range.to)) continue;
      const { start, end } = this.summary.lines[line]!;
      this.lines.push(this.summary.text.slice(start, end));
    }
  }

  private others(): void {
    const blocks = this.blocksOf(null).filter(({ fates }) => fates.some(({ isTaken }) => isTaken));
    if (blocks.length === 0) {
      this.figures(null);
      return;
    }
    if (this.plan.slots.length > 0) this.heading(1, OTHERS, null);
    this.figures(null);
    this.blocks(blocks, this.plan.slots.length > 0 ? 1 : 0);
  }

  private signOff(): void {
    const { text, lines, sections } = this.summary;
    const fixed = fixedLines(this.summary, walkSections(sections))[0];
    if (fixed === undefined) return;
    this.lines.push('');
    this.frameText(text.slice(lines[fixed.from]!.start));
  }

  /** The figures that are brought together at a place. */
  private figures(slot: string | null): void {
    const { sources, isOverTime, figures } = this.plan;
    const own = figures.filter((group) => group.slot === slot && group.form !== 'none');
    const { office } = settingOf(this.summary, '');
    const area = /[省市县区镇乡]$/.exec(office)?.[0];
    const say = (groups: readonly FigureGroup[], text: string) => {
      if (this.target === 'markdown') this.lines.push('');
      this.lines.push(this.indent + text);
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
      say(sums, texts.join(''));
    }
    for (const group of own) {
      if (group.form === 'list') say([group], figureText(group, sources, '', isOverTime)!);
      if (group.form === 'table') this.table(group);
    }
  }

  private table(group: FigureGroup): void {
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
    this.lines.push('', text, '');
    const from = group.parts.map(({ source, line }) => ({ source, line }));
    for (const line of text.split('\n')) this.paragraphs.push({ text: line, from });
  }
}

/** No two blank lines follow each other, and none is at an end. */
function composed(entries: readonly string[]): Composed {
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
