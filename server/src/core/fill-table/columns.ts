/**
 * Which columns a table for a document has. A name that stands in many places is one column; every
 * other placeholder is a column of its own, called by the words around it, so that whoever fills
 * in the table recognises the place without the document beside it.
 */

import type { Placeholder, PlaceholderKind } from '../analysis/placeholders/placeholders.js';
import { sentenceAt } from '../analysis/sentence.js';
import { lineAt, type Span } from '../base/text.js';
import type { ParsedSummary } from '../document/model.js';

export interface Column {
  /** Unique in the document. */
  readonly name: string;
  readonly kind: PlaceholderKind;
  /** All places that take the column's value, in document order; at least one. */
  readonly placeholders: readonly Placeholder[];
  /** The words around the first of them, on one line: its sentence, shortened on both sides. */
  readonly sentence: string;
}

/** UTF-16 units of context in a name: before the placeholder, after it, after it when nothing stands before. */
const LEAD = 8;
const TAIL = 4;
const TAIL_ALONE = 8;
/** UTF-16 units of a sentence kept on either side of the placeholder. */
const SENTENCE_SIDE = 36;

/** Marks that end the clause around a placeholder. */
const BOUNDARY = /[\s\u3000\ufeff，。、；：！？,;:!?“”‘’"（）()《》〈〉【】〔〕[\]{}<>|*#—…]/;
/** Words inside brackets that only ask, and so name nothing. */
const ASKING =
  /^(?:此处|请)?(?:输入|填写|填入|插入|补充|待(?:补充?|核实?|定|填写?|完善|确认|更新))?[：:]?/;
const NAMES_NOTHING = /^(?:[XxＸｘ×_＿□○◯〇*＊\s]*|略|暂缺|暂无数据|TODO.*|TBD|内容)$/;

/** Header of the column that names each document's file; it is filled into no placeholder. */
export const FILE_NAME_HEADER = '文件名';

/** Words that call the thing inside `【…】`, `{{…}}` and the like; null for masks and bare requests. */
function innerName({ text }: Placeholder): string | null {
  const inner = /^(?:[【[［<〈(（]|\{\{?|\$\{)(.*?)(?:[】\]］>〉)）]|\}\}?)$/s.exec(text)?.[1];
  if (inner === undefined) return null;
  const name = inner.trim().replace(ASKING, '').trim();
  return NAMES_NOTHING.test(name) ? null : name;
}

/** Placeholders with the same key are filled with one value; null for a figure, which stands alone. */
function sharedKey(placeholder: Placeholder): string | null {
  if (placeholder.group !== null) return placeholder.group;
  // A field of a mail-merge template means the same wherever it stands.
  return /^(?:\{\{|\$\{)/.test(placeholder.text) ? placeholder.text.replace(/\s/g, '') : null;
}

/** Headers are compared without regard to blanks, width and case, which spreadsheets and people change. */
export function headerKey(header: string): string {
  return header.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

/** The columns of a document, in the order of their first placeholders. */
export function columnsOf(summary: ParsedSummary, placeholders: readonly Placeholder[]): Column[] {
  const byKey = new Map<string, Placeholder[]>();
  const found: { name: string; placeholders: Placeholder[] }[] = [];
  const excerpts = new Excerpts(summary);
  for (const placeholder of placeholders) {
    const excerpt = excerpts.next(placeholder);
    const key = sharedKey(placeholder);
    const known = key === null ? undefined : byKey.get(key);
    if (known !== undefined) {
      known.push(placeholder);
      continue;
    }
    const members = [placeholder];
    if (key !== null) byKey.set(key, members);
    const name = innerName(placeholder) ?? sharedName(summary.text, placeholder) ?? excerpt;
    found.push({ name, placeholders: members });
  }
  const taken = new Set([headerKey(FILE_NAME_HEADER)]);
  const counts = new Map<string, number>();
  return found.map(({ name, placeholders }) => {
    let unique = name;
    for (let n = counts.get(name) ?? 2; taken.has(headerKey(unique)); n++) {
      unique = `${name}（${n}）`;
      counts.set(name, n + 1);
    }
    taken.add(headerKey(unique));
    const { kind, span } = placeholders[0]!;
    return { name: unique, kind, placeholders, sentence: excerptAround(summary.text, span) };
  });
}

/** `XX省` for a name that stands before 省 wherever it stands; null for a placeholder without a group. */
function sharedName(text: string, { group, span, text: token }: Placeholder): string | null {
  const cue = group?.split('|')[2];
  return cue !== undefined && text.startsWith(cue, span.end) ? token + cue : null;
}

/** The sentence around a place, on one line and shortened on both sides. */
export function excerptAround(text: string, span: Span): string {
  // The sentence may be a line of a megabyte: whether it goes on is told by the next character.
  const low = Math.max(0, span.start - SENTENCE_SIDE - 1);
  const near = sentenceAt(text.slice(low, span.end + SENTENCE_SIDE + 1), span.start - low);
  const start = low + near.start;
  const end = low + near.end;
  const from = Math.max(start, span.start - SENTENCE_SIDE);
  const to = Math.min(end, span.end + SENTENCE_SIDE);
  const shown = text.slice(from, to).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
  const flat = shown.replace(/\s+/g, ' ').trim();
  return `${from > start ? '…' : ''}${flat}${to < end ? '…' : ''}`;
}

/** Names placeholders by the words around them; asked for each one, in document order. */
class Excerpts {
  private line = -1;
  private previousEnd = 0;
  private previousLabel = '';
  private lead = '';

  constructor(private readonly summary: ParsedSummary) {}

  next({ span, text: token, label, kind }: Placeholder): string {
    const { text, lines } = this.summary;
    const line = lineAt(lines, span.start);
    const { start, end } = lines[line]!;
    const sameLine = line === this.line;
    const between = text.slice(sameLine ? this.previousEnd : start, span.start);
    const unit = sameLine && between.startsWith(this.previousLabel) ? this.previousLabel : '';
    const before = between.slice(unit.length);
    let lead = tailOf(before).replace(/^[的和与及等]+/, '');
    // `组织培训X期、XX人次`: the second one is of the training too; a date begins anew.
    const goesOn = sameLine && kind !== 'date' && /^(?:[^。！？；：:;]*[、，,])?$/.test(before);
    if (lead === '' && goesOn) lead = this.lead;
    const near = text.slice(span.end, Math.min(end, span.end + TAIL_ALONE));
    const tail = headOf(near, lead === '' ? TAIL_ALONE : TAIL);
    this.line = line;
    this.previousEnd = span.end;
    this.previousLabel = label;
    this.lead = lead;
    return `${lead}${token.replace(/\s+/g, '')}${tail}`;
  }
}

/** The end of a text up to the last mark, at most `LEAD` units. */
function tailOf(text: string): string {
  let at = text.length;
  while (at > 0 && text.length - at < LEAD && !BOUNDARY.test(text[at - 1]!)) at--;
  return text.slice(at).replace(/^[\udc00-\udfff]/, '');
}

/** The start of a text up to the first mark or mask, at most `limit` units. */
function headOf(text: string, limit: number): string {
  let at = 0;
  while (at < text.length && at < limit && !BOUNDARY.test(text[at]!) && !isMask(text[at]!)) at++;
  return text.slice(0, at).replace(/[\ud800-\udbff]$/, '');
}

function isMask(char: string): boolean {
  return /[XxＸｘ×_＿□○◯〇＊$]/.test(char);
}
