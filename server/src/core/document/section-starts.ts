/** Which lines open sections, and which one is the title. */
import type { Label } from './label.js';
import type { Syntax } from './model.js';
import type { LineFacts } from './parsed-line.js';

/** A line that opens a section. */
export interface Opening {
  readonly line: number;
  readonly hashes: number;
  readonly label: Label | null;
  readonly at: number;
}

export function findOpenings(
  lines: readonly LineFacts[],
  opaque: Uint8Array | null,
  syntax: Syntax,
): Opening[] {
  const openings: Opening[] = [];
  let typedParent = false;
  // Number of the last section of the form 1.; what carries its number on is one too, written as list syntax or not.
  let counted = 0;
  // 附件：1.… goes on as 2.… in the next line: items of the notice, no sections.
  let noticeItem = 0;
  for (let line = 0; line < lines.length; line++) {
    const facts = lines[line]!;
    if (facts.blank || opaque?.[line] === 1) continue;
    const { opening, notice } = facts;
    if (notice !== null) noticeItem = notice;
    else if (noticeItem > 0) {
      const label = opening?.label;
      if (label?.level === 3 && label.number === noticeItem + 1) {
        noticeItem++;
        continue;
      }
      noticeItem = 0;
    }
    if (opening === null) continue;
    const { hashes, label, at, listLike } = opening;
    if (hashes > 0) {
      typedParent = label !== null;
    } else {
      const indented = syntax === 'markdown' && /[ \t]/.test(facts.text[0] ?? '');
      const isNext = counted > 0 && label!.number === counted + 1;
      const goesOn = lines[line + 1]?.continuesList === true;
      if (listLike && (indented || !typedParent || (goesOn && !isNext))) continue;
      if (!label!.needsNeighbours) typedParent = true;
    }
    if (hashes > 0 || label!.level < 3) counted = 0;
    else if (label!.level === 3) counted = label!.number;
    openings.push({ line, hashes, label, at });
  }
  return openings;
}

/** Drops labels that need neighbours and have none: the number before or after, in the same level. */
export function keepReal(openings: readonly Opening[]): Opening[] {
  const lastNumber = new Map<number, number>();
  const before = openings.map(({ label }) => {
    if (label === null) return undefined;
    const previous = lastNumber.get(label.level);
    lastNumber.set(label.level, label.number);
    return previous;
  });
  const nextNumber = new Map<number, number>();
  const keep: boolean[] = [];
  for (let i = openings.length - 1; i >= 0; i--) {
    const { label } = openings[i]!;
    if (label === null) {
      keep[i] = true;
      continue;
    }
    const after = nextNumber.get(label.level);
    keep[i] =
      !label.needsNeighbours ||
      (label.level === 3
        ? before[i] === label.number - 1 && after === label.number + 1
        : before[i] === label.number - 1 || after === label.number + 1);
    nextNumber.set(label.level, label.number);
  }
  return openings.filter((_, index) => keep[index]);
}

const TITLE_WORDS =
  /总结|小结|报告|汇报|述职|情况|要点|计划|体会|安排|打算|思路|方案|意见|讲话|材料|综述|纪实/;

interface FoundTitle {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The Markdown heading that is the title and so no section. */
  readonly opening?: Opening;
}

/** First line of the document when it reads like a title (GB/T 9704—2012 7.3.1), or the only `#` heading at the top. */
export function findTitle(
  lines: readonly LineFacts[],
  opaque: Uint8Array | null,
  openings: readonly Opening[],
): FoundTitle | null {
  const line = lines.findIndex((facts, index) => !facts.blank && opaque?.[index] !== 1);
  if (line < 0) return null;
  const facts = lines[line]!;
  const opening = openings[0]?.line === line ? openings[0] : undefined;
  if (opening !== undefined) {
    const only = openings.every((other) => other === opening || other.hashes !== 1);
    // Below a title, a line of --- is a rule.
    const isTitle =
      (opening.hashes === 1 && only) ||
      (facts.markdown?.underlined === true && readsLikeTitle(facts));
    if (opening.label !== null || !isTitle) return null;
    return { line, start: opening.at, end: Math.max(facts.contentEnd, opening.at), opening };
  }
  return readsLikeTitle(facts) ? { line, start: facts.contentStart, end: facts.contentEnd } : null;
}

/** True when a first line that opens no section is the title, by its words (GB/T 9704—2012 7.3.1). */
export function readsLikeTitle(line: LineFacts): boolean {
  const content = line.content(60);
  if (content.length > 50 || /[。：；，:;,]$/.test(content) || content.includes('。')) return false;
  return TITLE_WORDS.test(content);
}
