/** References to sections that moved: 本文二（三） goes on meaning the same section. */

import {
  findReferences,
  type Numbers,
  referenceEdits,
  type SectionReference,
} from '../../analysis/references/references.js';
import { formatHanNumeral } from '../../base/numerals.js';
import type { TextEdit } from '../../base/text.js';
import { type LabelStyle, styleOfForm, withNumber } from '../../document/label.js';
import { formOf } from '../../document/label-forms.js';
import type { ParsedSummary, Section } from '../../document/model.js';
import { withWidth } from '../heading-style.js';
import { type Node, outerOf, type SectionTree } from './tree.js';
import type { Written } from './write.js';

/** How a reference is treated: its numerals follow, it is written anew, or it stays as it is. */
type Treatment = 'numerals' | 'path' | 'none';

export class References {
  private readonly references: readonly SectionReference[];
  private readonly treatment = new Map<SectionReference, Treatment>();
  private readonly nodes: ReadonlyMap<Section, Node>;

  constructor(private readonly tree: SectionTree) {
    this.references = findReferences(tree.summary);
    this.nodes = new Map(
      this.references.length === 0
        ? []
        : [...tree.nodes()].map((node) => [node.section, node] as const),
    );
  }

  /** Edits of the old text. */
  edits(): TextEdit[] {
    const { summary } = this.tree;
    const numbers = new Map(
      [...this.nodes].map(([section, node]) => [
        section,
        { number: node.number, outer: outerOf(node) },
      ]),
    );
    const numerals = referenceEdits(summary, numbers);
    return this.references.flatMap((reference): TextEdit[] => {
      const { span, target } = reference;
      const treatment = this.treatment.get(reference) ?? 'numerals';
      if (treatment === 'none') return [];
      if (treatment === 'numerals') {
        return numerals.filter(
          (edit) => edit.span.start >= span.start && edit.span.end <= span.end,
        );
      }
      const path = ancestors(this.nodes.get(target!)!).map((node) => ({
        label: node.form.label!,
        number: node.number,
        outer: outerOf(node),
      }));
      return [{ span, newText: pathInFull(path, this.wording(reference)) }];
    });
  }

  /**
   * Looks whether references mean in the new text what they meant in the old one. Where one does not,
   * the next {@link edits} write it with all numbers from the outside in, and if that does not help
   * either, leave it. True when there is nothing to change.
   */
  hold(written: Written, fresh: ParsedSummary): boolean {
    if (this.references.length === 0) return true;
    const found = new Map(
      findReferences(fresh).map((reference) => [reference.span.start, reference]),
    );
    let hold = true;
    for (const reference of this.references) {
      if (reference.target === null) continue;
      const treatment = this.treatment.get(reference) ?? 'numerals';
      if (treatment === 'none') continue;
      const target = this.nodes.get(reference.target)!;
      const now = found.get(written.newOffset(reference.span.start))?.target;
      if (now?.line === written.lineOf.get(target)) continue;
      hold = false;
      const next = treatment === 'numerals' && this.canWrite(target) ? 'path' : 'none';
      this.treatment.set(reference, next);
    }
    return hold;
  }

  private wording({ span }: SectionReference): string {
    return this.tree.summary.text.slice(span.start, span.end);
  }

  private canWrite(target: Node): boolean {
    return ancestors(target).every(({ form }) => form.label !== null);
  }
}

/** The section and those around it, outermost first. */
function ancestors(node: Node): Node[] {
  return node.parent === null ? [node] : [...ancestors(node.parent), node];
}

/** A section as a reference names it. */
export interface ReferenceStep extends Numbers {
  readonly label: LabelStyle;
}

/**
 * A reference in full: 第四部分, 四（六）, 四（六）第1点, 第二章第三节, 1.2; in the brackets and with the
 * 第…部分 of `wording`.
 * @param path Not empty: the section that is meant and those around it, outermost first.
 */
export function pathInFull(path: readonly ReferenceStep[], wording: string): string {
  const isBracketed = ({ label }: ReferenceStep) => /^bracketed-(?:han|digit)$/.test(label.form);
  // 二（一） can be read, 二1 cannot.
  const inFull = path.length === 1 || wording.startsWith('第') || !path.slice(1).every(isBracketed);
  const own = path.at(-1)!;
  if (formOf(own.label.form).outer > 0) return [...own.outer, own.number].join('.');
  return path.map((step, depth) => partOf(step, depth)).join('');

  function partOf({ label, number }: ReferenceStep, depth: number): string {
    const style = styleOfForm(label.form);
    const han = formatHanNumeral(number);
    switch (label.form) {
      case 'numbered-volume':
      case 'chapter':
      case 'section':
      case 'article':
      case 'part':
      case 'circled':
        return withNumber({ ...style, script: label.script }, number);
      case 'bracketed-han':
      case 'bracketed-digit':
        return withNumber(withWidth(style, wording.includes('(')), number);
      default:
        if (depth > 0) return `第${number}点`;
        return label.form === 'han' && !inFull ? han : `第${han}部分`;
    }
  }
}
