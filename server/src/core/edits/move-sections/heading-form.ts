/** What a heading looks like where it comes to stand: as its siblings do, else as this document has it elsewhere. */
import { shift, type TextEdit } from '../../base/text.js';
import { type LabelLevel, standardMarker, withNumber } from '../../document/label.js';
import type { HeadingForm, LabelForm, Node, SectionTree } from './tree.js';

/** Markdown knows no deeper heading. */
const DEEPEST_HASHES = 6;

/** Forms as this document has them before anything moves. */
export class Forms {
  private readonly labels = new Map<LabelLevel, LabelForm>();
  /** Form of the first child by the kind of its parent. */
  private readonly children = new Map<string, HeadingForm>();
  private readonly halfWidth: boolean;
  /** `#` is the title and `##` the first level, unless `#` is used again and again. */
  private readonly firstHashes: number;

  constructor(tree: SectionTree) {
    let halfWidth = false;
    let topmost = 0;
    for (const { form, children } of tree.nodes()) {
      const { label, hashes } = form;
      if (label !== null && !this.labels.has(label.level)) this.labels.set(label.level, label);
      halfWidth ||= label?.prefix === '(' && label.suffix === ')';
      if (hashes === 1) topmost++;
      const first = children[0]?.form;
      const kind = kindOf(form);
      if (first !== undefined && !this.children.has(kind)) this.children.set(kind, first);
    }
    this.halfWidth = halfWidth;
    this.firstHashes = topmost > 1 ? 1 : 2;
  }

  /**
   * How a section is to be written where it stands now: like `like`, a sibling, where there is one;
   * else as children of such a parent are elsewhere, else one level below it. Null where there is no
   * level that deep.
   */
  formAt(node: Node, like: HeadingForm | undefined): HeadingForm | null {
    const known = like ?? (node.parent && this.children.get(kindOf(node.parent.form)));
    return known ? this.follow(known, node) : this.standard(node);
  }

  /** Labels are neither dropped nor made up, unless plain text needs one. */
  private follow(like: HeadingForm, node: Node): HeadingForm | null {
    const { hashes, label } = like;
    const own = node.form.label;
    if (label === null) {
      if (own === null) return like;
      if (node.form.hashes === hashes) return node.form;
      const level = this.standardLevel(node);
      return level === null ? null : { hashes, label: this.labelOf(level) };
    }
    if (own === null && hashes > 0) return { hashes, label: null };
    return { hashes, label: own?.level === label.level ? own : label };
  }

  /** The next level below its parent, where nothing in the document shows another. */
  private standard(node: Node): HeadingForm | null {
    const { parent, form } = node;
    if (parent === null) return form;
    const hashes = parent.form.hashes > 0 && form.hashes > 0 ? parent.form.hashes + 1 : 0;
    if (hashes > DEEPEST_HASHES) return null;
    if (hashes > 0 && form.label === null) return { hashes, label: null };
    const level = this.standardLevel(node);
    return level === null ? null : { hashes, label: this.labelOf(level) };
  }

  private standardLevel({ parent, form }: Node): LabelLevel | null {
    const above = parent?.form.label?.level;
    if (above !== undefined) return above === 5 ? null : ((above + 1) as LabelLevel);
    if (form.label !== null) return form.label.level;
    const hashes = parent?.form.hashes ?? 0;
    return Math.min(5, Math.max(1, hashes + 2 - this.firstHashes)) as LabelLevel;
  }

  private labelOf(level: LabelLevel): LabelForm {
    const known = this.labels.get(level);
    if (known !== undefined) return known;
    const marker = standardMarker(level, 1);
    const bracketed = marker.startsWith('（');
    const prefix = bracketed ? (this.halfWidth ? '(' : '（') : '';
    const suffix = bracketed ? (this.halfWidth ? ')' : '）') : marker.slice(1);
    return { level, prefix, suffix, spacing: '' };
  }
}

/** Two headings of one kind stand on one level and are written alike, but for marks and width. */
export function kindOf({ hashes, label }: HeadingForm): string {
  return `${hashes}/${label?.level ?? ''}`;
}

/** True where a heading gets `#`, or none, and is no longer one by the line below it. */
export function losesUnderline({ section, form }: Node): boolean {
  return section.underlined && section.hashes !== form.hashes;
}

/** What has to change in a heading's line to make it what the tree says; offsets count from its start. */
export function headingEdits(node: Node, line: string): TextEdit[] {
  return [...hashEdits(node, line), ...labelEdits(node, line)];
}

function hashEdits({ section, form }: Node, line: string): TextEdit[] {
  const before = section.hashes;
  const after = form.hashes;
  if (before === after) return [];
  if (section.underlined && after === 0) return [];
  if (before === 0 || section.underlined)
    return [{ span: { start: 0, end: 0 }, newText: `${'#'.repeat(after)} ` }];
  const start = line.indexOf('#');
  if (after > before) {
    return [{ span: { start, end: start }, newText: '#'.repeat(after - before) }];
  }
  let end = start + before - after;
  if (after === 0) while (/[ \t]/.test(line[end] ?? '')) end++;
  return [{ span: { start, end }, newText: '' }];
}

function labelEdits({ section, form, number, lineStart }: Node, line: string): TextEdit[] {
  const { label, labelSpan, titleSpan } = section;
  if (form.label === null) return [];
  const { level, prefix, suffix } = form.label;
  const marker = withNumber(form.label, number);
  const sameForm =
    label !== null && label.level === level && label.prefix === prefix && label.suffix === suffix;
  if (sameForm) {
    if (label.number === number) return [];
    return [{ span: shift(labelSpan, -lineStart), newText: marker }];
  }
  const span = shift({ start: labelSpan.start, end: titleSpan.start }, -lineStart);
  // 1.2024年 would be read as a decimal.
  const apart = /[.．]$/.test(suffix) && /^\d/.test(line.slice(span.end));
  const spacing = form.label.spacing === '' && apart ? ' ' : form.label.spacing;
  return [{ span, newText: marker + spacing }];
}

/** The nearest sibling that has a label as the section has, or has none as it; else the nearest. The one before counts first. */
export function nearestLike(siblings: readonly Node[], node: Node): Node | undefined {
  const at = siblings.indexOf(node);
  const labelled = node.form.label !== null;
  for (let step = 1; step < siblings.length; step++) {
    for (const sibling of [siblings[at - step], siblings[at + step]]) {
      if (sibling !== undefined && (sibling.form.label !== null) === labelled) return sibling;
    }
  }
  return siblings[at - 1] ?? siblings[at + 1];
}
