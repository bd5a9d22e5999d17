/**
 * Numbering schemes: which form of label each level has, from the outside in. A scheme is a line of this
 * table. Sources: GB/T 9704—2012 7.3.3; GB/T 1.1—2020 and CY/T 35—2001 for 1.1.1.
 */
import { isSame } from '../base/lists.js';
import type { Localized } from '../base/localized.js';
import { type LabelStyle, labelCandidates, styleOfForm, withNumber } from './label.js';
import { type FormId, formOf } from './label-forms.js';
import { type ParsedSummary, type Section, walkSections } from './model.js';

export interface Scheme {
  readonly id: string;
  /** What it is called; null where its labels say all. */
  readonly name: Localized | null;
  /** At least one, none of them twice. */
  readonly levels: readonly FormId[];
  /** How labels of a form are written where that is not as usual. */
  readonly styles?: ReadonlyMap<FormId, LabelStyle>;
}

const GB: readonly FormId[] = ['han', 'bracketed-han', 'digit', 'bracketed-digit', 'circled'];

const DECIMAL: readonly FormId[] = [
  'decimal-2',
  'decimal-3',
  'decimal-4',
  'bracketed-digit',
  'circled',
];

/** Of two that fit a document equally well, the first one is it. */
export const SCHEMES: readonly Scheme[] = [
  { id: 'gb', name: { zh: '公文', en: 'official documents' }, levels: GB },
  { id: 'han-digit', name: null, levels: ['han', 'digit', 'bracketed-digit', 'circled'] },
  { id: 'han-bracket', name: null, levels: ['han', 'bracketed-digit', 'digit', 'circled'] },
  { id: 'digits', name: null, levels: ['digit', 'bracketed-digit', 'circled'] },
  {
    id: 'decimal',
    name: { zh: '标准、论文、技术文档', en: 'standards and technical documents' },
    levels: ['bare-digit', ...DECIMAL],
  },
  { id: 'pointed-decimal', name: null, levels: ['digit', ...DECIMAL] },
  { id: 'han-decimal', name: null, levels: ['han', ...DECIMAL] },
  { id: 'chapters', name: { zh: '章节', en: 'chapters' }, levels: ['chapter', 'section', ...GB] },
  { id: 'chapters-han', name: null, levels: ['chapter', ...GB] },
  {
    id: 'articles',
    name: { zh: '章条', en: 'chapters and articles' },
    levels: ['chapter', 'article', 'bracketed-han', 'digit'],
  },
  {
    id: 'chapter-articles',
    name: { zh: '章节条', en: 'chapters, sections and articles' },
    levels: ['chapter', 'section', 'article', 'bracketed-han', 'digit'],
  },
  { id: 'chapter-decimal', name: null, levels: ['chapter', ...DECIMAL] },
  { id: 'parts', name: null, levels: ['part', ...GB] },
  { id: 'bracketed-parts', name: null, levels: ['bracketed-part', ...GB] },
  { id: 'part-chapters', name: null, levels: ['part', 'chapter', 'section', ...GB] },
  { id: 'volumes', name: { zh: '上下两篇', en: 'two volumes' }, levels: ['volume-of-two', ...GB] },
  {
    id: 'three-volumes',
    name: { zh: '上中下三篇', en: 'three volumes' },
    levels: ['volume-of-three', ...GB],
  },
  { id: 'half-brackets', name: null, levels: ['digit', 'digit-bracket', 'circled'] },
  { id: 'letters', name: null, levels: ['upper', 'digit', 'lower'] },
  { id: 'digit-letters', name: null, levels: ['digit', 'upper', 'lower'] },
  { id: 'roman', name: null, levels: ['roman', 'upper', 'digit', 'bracketed-lower'] },
  { id: 'latin-roman', name: null, levels: ['latin-roman', 'upper', 'digit', 'bracketed-lower'] },
];

/**
 * The scheme of a unit's own, by the first label of each level as the unit writes it: 第一章, 第一节, 一、;
 * null where one is no label, or a form stands twice.
 */
export function schemeOfLabels(labels: readonly string[]): Scheme | null {
  const read = labels.map(readExample);
  const styles = read.filter((style) => style !== null);
  const levels = styles.map(({ form }) => form);
  const isWhole = levels.length === labels.length && new Set(levels).size === levels.length;
  if (!isWhole || levels.length === 0) return null;
  const base = SCHEMES.find((known) => isSame(known.levels, levels)) ?? ownScheme(levels);
  return { ...base, styles: new Map(styles.map((style) => [style.form, style])) };
}

function readExample(label: string): LabelStyle | null {
  const found = labelCandidates(`${label} 甲`).find(({ label: { marker } }) => marker === label);
  if (found === undefined) return null;
  const { form, script, prefix, suffix } = found.label;
  return { form, script, prefix, suffix };
}

/** How a new label of a form is written in a scheme. */
export const styleIn = ({ styles }: Pick<Scheme, 'styles'>, form: FormId): LabelStyle =>
  styles?.get(form) ?? styleOfForm(form);

/** The first labels of a scheme: 一、（一）1.（1）①. */
export function firstLabels(scheme: Pick<Scheme, 'levels' | 'styles'>): string[] {
  return scheme.levels.map((form) => {
    const { outer } = formOf(form);
    return withNumber(styleIn(scheme, form), 1, Array<number>(outer).fill(1));
  });
}

const ownScheme = (levels: readonly FormId[]): Scheme => ({ id: 'own', name: null, levels });

/** The forms that a document uses, from the outside in. */
export function formsInUse(sections: readonly Section[]): FormId[] {
  const levels = new Map<FormId, number>();
  for (const { label } of walkSections(sections)) {
    if (label !== null) levels.set(label.form, label.level);
  }
  return [...levels].sort(([, a], [, b]) => a - b).map(([form]) => form);
}

const known = new WeakMap<ParsedSummary, Scheme>();

/**
 * The scheme that the labels of a document as a whole keep to. Where none does, the forms that it uses
 * and, below them, those of GB/T 9704—2012 that are left. A document without labels has that standard's.
 * @param preferred A unit's own, which counts first where the document does not speak against it.
 */
export function schemeOf(summary: ParsedSummary, preferred?: Scheme): Scheme {
  if (preferred !== undefined) return findScheme(formsInUse(summary.sections), preferred);
  let found = known.get(summary);
  if (found === undefined) {
    found = findScheme(formsInUse(summary.sections));
    known.set(summary, found);
  }
  return found;
}

function findScheme(used: readonly FormId[], preferred?: Scheme): Scheme {
  if (preferred !== undefined && leftOut(preferred, used) !== null) return preferred;
  let best: Scheme | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const each of SCHEMES) {
    const skipped = leftOut(each, used);
    if (skipped === null || skipped >= least) continue;
    best = each;
    least = skipped;
  }
  if (best !== undefined) return best;
  const last = Math.max(...used.map((form) => GB.indexOf(form)));
  return ownScheme([...used, ...GB.slice(last + 1).filter((form) => !used.includes(form))]);
}

/** How many levels of a scheme a document leaves out above its last one; null where it has others or another order. */
function leftOut({ levels }: Scheme, used: readonly FormId[]): number | null {
  let at = -1;
  let skipped = 0;
  for (const form of used) {
    const next = levels.indexOf(form, at + 1);
    if (next < 0) return null;
    skipped += next - at - 1;
    at = next;
  }
  return skipped;
}

/** The form of the level below; null where there is none. */
export function formBelow({ levels }: Scheme, form: FormId): FormId | null {
  const at = levels.indexOf(form);
  return at < 0 ? null : (levels[at + 1] ?? null);
}
