/**
 * How a document writes its placeholders: XX, xx, ××, ____, 【…】. What the product writes into a
 * document follows the document (domain rules 4.1).
 */

import type { PlaceholderKind } from './kinds.js';
import { LABELS } from './kinds.js';
import type { Placeholder } from './placeholders.js';

/** The character of a mask, the brackets (`$` for those of `${…}`), or `word` for 待补充 and TODO. */
export type PlaceholderStyle =
  | ('X' | 'x' | 'Ｘ' | 'ｘ' | '×' | '*' | '＊' | '_' | '＿' | '○' | '□' | '某' | 'N')
  | ('【】' | '[]' | '［］' | '{{}}' | '$' | '{}' | '<>' | '〈〉' | '（）')
  | 'word';

const BRACKETS: readonly (readonly [open: string, style: PlaceholderStyle])[] = [
  ['【', '【】'],
  ['[', '[]'],
  ['［', '［］'],
  ['{{', '{{}}'],
  ['{', '{}'],
  ['$', '$'],
  ['<', '<>'],
  ['〈', '〈〉'],
  ['（', '（）'],
  ['(', '（）'],
];
const MASKS: Readonly<Record<string, PlaceholderStyle>> = {
  X: 'X',
  x: 'x',
  Ｘ: 'Ｘ',
  ｘ: 'ｘ',
  '×': '×',
  '*': '*',
  '＊': '＊',
  _: '_',
  '＿': '＿',
  '○': '○',
  '◯': '○',
  〇: '○',
  '□': '□',
  某: '某',
  N: 'N',
  n: 'N',
};

export function styleOf({ text, span, tokens }: Placeholder): PlaceholderStyle {
  const token = tokens[0] ?? span;
  // 〔20XX〕XX号 starts with a bracket but is made of masks.
  const mask = MASKS[text.charAt(token.start - span.start)];
  if (mask !== undefined) return mask;
  const bracket = BRACKETS.find(([open]) => text.startsWith(open));
  if (bracket !== undefined) return bracket[1];
  return text.startsWith('〔') ? '（）' : 'word';
}

/** Styles with how often each occurs, the most frequent first; the one seen first wins a tie. */
export function countStyles(
  placeholders: readonly Placeholder[],
): (readonly [style: PlaceholderStyle, count: number])[] {
  const counts = new Map<PlaceholderStyle, number>();
  for (const placeholder of placeholders) {
    const style = styleOf(placeholder);
    counts.set(style, (counts.get(style) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** The style of at least half of the placeholders; null when there are none or no style prevails. */
export function dominantStyle(placeholders: readonly Placeholder[]): PlaceholderStyle | null {
  const [first] = countStyles(placeholders);
  return first !== undefined && first[1] * 2 >= placeholders.length ? first[0] : null;
}

export interface Wording {
  /** Length of a mask, such as the number of digits of the figure it stands for; 2 if absent. */
  readonly length?: number;
  /** What stands in brackets; the kind's own name if absent. */
  readonly label?: string;
}

/** Masks that a year and a number of a document can be written with: 20XX, 〔20XX〕XX号. */
const YEAR_MASKS = 'XxＸｘ×*＊';

/**
 * A placeholder of `kind` in `style`, as `findPlaceholders` recognises it in its place: 20XX, X月XX日,
 * 【地名】. Styles that cannot write a kind (某 writes no figure) fall back to XX, as does null.
 */
export function writePlaceholder(
  kind: PlaceholderKind,
  style: PlaceholderStyle | null,
  { length = 2, label = LABELS[kind] }: Wording = {},
): string {
  switch (style) {
    case '【】':
    case '[]':
    case '［］':
    case '{}':
    case '<>':
      return style.charAt(0) + label + style.charAt(1);
    case '{{}}':
      return `{{${label}}}`;
    case '$':
      return `\${${label}}`;
    case '〈〉':
    case 'word':
      // 〈…〉 is a title mark and a bare word cannot name what is missing.
      return `【${label}】`;
    case '（）':
      return kind === 'date' || kind === 'document-number'
        ? writeMask(kind, 'X', length)
        : '（　　）';
    case '某':
      return kind === 'place' || kind === 'organization' || kind === 'person' || kind === 'name'
        ? '某某'
        : writeMask(kind, 'X', length);
    case null:
    case 'N':
    case '*':
      // Single letters and asterisks are masks before a few words only.
      return writeMask(kind, 'X', length);
    case '＊':
      // Alone after a colon, asterisks decorate.
      return writeMask(kind, kind === 'contact' || kind === 'text' ? 'X' : style, length);
    default:
      return writeMask(kind, style, length);
  }
}

function writeMask(kind: PlaceholderKind, mask: string, length: number): string {
  const line = mask === '_' || mask === '＿';
  const pair = mask.repeat(2);
  switch (kind) {
    case 'year':
      return YEAR_MASKS.includes(mask) ? `20${pair}` : mask.repeat(4);
    case 'date':
      return line ? `${pair}月${pair}日` : `${mask}月${pair}日`;
    case 'document-number':
      return YEAR_MASKS.includes(mask) ? `〔20${pair}〕${pair}号` : '〔20XX〕XX号';
    case 'people':
    case 'count':
    case 'money':
    case 'measure':
    case 'percent':
    case 'ordinal':
      return mask.repeat(
        Math.min(Math.max(length, line || mask === '○' || mask === '□' ? 2 : 1), 6),
      );
    default:
      return line ? mask.repeat(4) : pair;
  }
}

/** Families of styles that mean the same, so that a document should keep to one of each. */
export const FAMILIES: readonly (readonly PlaceholderStyle[])[] = [
  ['X', 'x', 'Ｘ', 'ｘ', '×'],
  ['【】', '[]', '［］'],
];

/** The same placeholder in another style of its family. */
export function restyle(placeholder: Placeholder, style: PlaceholderStyle): string {
  const { text, tokens, span } = placeholder;
  if (style.length === 2) return style.charAt(0) + text.slice(1, -1) + style.charAt(1);
  let result = '';
  let at = 0;
  for (const { start, end } of tokens) {
    result += text.slice(at, start - span.start) + style.repeat(end - start);
    at = end - span.start;
  }
  return result + text.slice(at);
}
