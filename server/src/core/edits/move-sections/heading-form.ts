/** What a heading looks like where it comes to stand: as its siblings do, else as this document has it elsewhere. */
import { isSame } from '../../base/lists.js';
import { shift, type TextEdit } from '../../base/text.js';
import { styleOfForm, withNumber } from '../../document/label.js';
import { type FormId, formOf } from '../../document/label-forms.js';
import { formBelow, type Scheme, schemeOf } from '../../document/schemes.js';
import { withWidth } from '../heading-style.js';
import { type HeadingForm, type LabelForm, type Node, outerOf, type SectionTree } from './tree.js';

/** Markdown knows no deeper heading. */
const DEEPEST_HASHES = 6;

/** Forms as this document has them before anything moves. */
export class Forms {
  private readonly labels = new Map<FormId, LabelForm>();
  private readonly scheme: Scheme;
  /** Form of the first child by the kind of its parent. */
  private readonly children = new Map<string, HeadingForm>();
  private readonly halfWidth: boolean;
  /** `#` is the title and `##` the first level, unless `#` is used again and again. */
  private readonly firstHashes: number;

  constructor(tree: SectionTree) {
    this.scheme = schemeOf(tree.summary);
    let halfWidth = false;
    let topmost = 0;
    for (const { form, children } of tree.nodes()) {
      const { label, hashes } = form;
      if (label !== null && !this.labels.has(label.form)) this.labels.set(label.form, label);
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
      const next = this.nextForm(node);
      return next === null ? null : { hashes, label: this.labelOf(next) };
    }
    if (own === null && hashes > 0) return { hashes, label: null };
    return { hashes, label: own?.form === label.form ? own : label };
  }

  /** The next level below its parent, where nothing in the document shows another. */
  private standard(node: Node): HeadingForm | null {
    const { parent, form } = node;
    if (parent === null) return form;
    const hashes = parent.form.hashes > 0 && form.hashes > 0 ? parent.form.hashes + 1 : 0;
    if (hashes > DEEPEST_HASHES) return null;
    if (hashes > 0 && form.label === null) return { hashes, label: null };
    const next = this.nextForm(node);
    return next === null ? null : { hashes, label: this.labelOf(next) };
  }

  /** The form below that of its parent in the document's scheme. */
  private nextForm({ parent, form }: Node): FormId | null {
    const above = parent?.form.label?.form;
    if (above !== undefined) return formBelow(this.scheme, above);
    if (form.label !== null) return form.label.form;
    const { levels } = this.scheme;
    const depth = (parent?.form.hashes ?? 0) + 1 - this.firstHashes;
    return levels[Math.min(levels.length - 1, Math.max(0, depth))]!;
  }

  private labelOf(form: FormId): LabelForm {
    const known = this.labels.get(form);
    const style = withWidth(styleOfForm(form), this.halfWidth);
    return known ?? { ...style, spacing: formOf(form).gap };
  }
}

/** Two headings of one kind stand on one level and are written alike, but for marks and width. */
export function kindOf({ hashes, label }: HeadingForm): string {
  return `${hashes}/${label?.form ?? ''}`;
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

function labelEdits(node: Node, line: string): TextEdit[] {
  const { section, form, number, lineStart } = node;
  const { label, labelSpan, titleSpan } = section;
  if (form.label === null) return [];
  const { prefix, script, suffix } = form.label;
  const outer = outerOf(node);
  const marker = withNumber(form.label, number, outer);
  const isSameStyle =
    label !== null &&
    label.form === form.label.form &&
    label.script === script &&
    label.prefix === prefix &&
    label.suffix === suffix;
  if (isSameStyle) {
    if (label.number === number && isSame(label.outer, outer)) return [];
    return [{ span: shift(labelSpan, -lineStart), newText: withNumber(label, number, outer) }];
  }
  const span = shift({ start: labelSpan.start, end: titleSpan.start }, -lineStart);
  // 1.2024年 would be read as a decimal, and 1.1 before a title runs into it.
  const isTight = /[.．\d]$/.test(marker) && (/^\d/.test(line.slice(span.end)) || outer.length > 0);
  const spacing = form.label.spacing === '' && isTight ? ' ' : form.label.spacing;
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
