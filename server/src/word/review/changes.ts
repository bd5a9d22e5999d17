/** Which of the wanted changes a Word file can carry as tracked ones, and on which characters of its XML. */
import type { ScannedText, Segment } from './scan.js';

/** A change of the text: these characters become others. */
export interface ReviewEdit {
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Characters of one segment. */
export interface Stretch {
  readonly segment: Segment;
  /** UTF-16 units from the start of the segment. */
  readonly from: number;
  readonly to: number;
}

/** A change on the characters of the XML. */
export interface PlacedChange {
  readonly deleted: readonly Stretch[];
  /** Empty where words are only deleted. */
  readonly newText: string;
  /** Where the new words stand when none are deleted. */
  readonly at: { readonly segment: Segment; readonly index: number };
  /** They stand where what is said of them begins, and belong to it. */
  readonly opens: boolean;
}

export interface PlacedChanges {
  readonly placed: readonly PlacedChange[];
  readonly changed: number;
  readonly unchanged: number;
}

/** Each remark's edits are placed all or not at all, and none where another one's stand already. */
export function placeChanges(
  scanned: ScannedText,
  remarks: readonly { readonly start: number; readonly edits?: readonly ReviewEdit[] }[],
): PlacedChanges {
  const taken: ReviewEdit[] = [];
  const placed: PlacedChange[] = [];
  let changed = 0;
  let unchanged = 0;
  for (const { start, edits = [] } of remarks) {
    if (edits.length === 0) continue;
    const small = edits.map((edit) => trimmed(scanned.text, edit));
    if (small.every((edit) => taken.some((other) => isSame(edit, other)))) {
      changed++;
      continue;
    }
    const own = small.map((edit) => placeChange(scanned, edit, start));
    const free = small.every((edit) => !taken.some((other) => meets(edit, other)));
    const whole = own.filter((change) => change !== null);
    if (!free || whole.length < own.length) {
      unchanged++;
      continue;
    }
    changed++;
    taken.push(...small);
    placed.push(...whole);
  }
  return { placed, changed, unchanged };
}

const isSame = (a: ReviewEdit, b: ReviewEdit) =>
  a.start === b.start && a.end === b.end && a.newText === b.newText;

/** Where words are only inserted, two that touch would leave it open which comes first. */
const meets = (a: ReviewEdit, b: ReviewEdit) =>
  a.start === a.end || b.start === b.end
    ? a.start <= b.end && b.start <= a.end
    : a.start < b.end && b.start < a.end;

const IS_SPLIT = /^[\ud800-\udbff][\udc00-\udfff]$/;

/** True in the middle of a character of two units. */
export const isSplit = (text: string, index: number) =>
  index > 0 && IS_SPLIT.test(text.slice(index - 1, index + 1));

/** The edit without the characters that it leaves as they are at its ends. */
function trimmed(text: string, { start, end, newText }: ReviewEdit): ReviewEdit {
  const old = text.slice(start, end);
  const most = Math.min(old.length, newText.length);
  let head = 0;
  while (head < most && old[head] === newText[head]) head++;
  if (isSplit(old, head) || isSplit(newText, head)) head--;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === newText.at(-1 - tail)) tail++;
  if (isSplit(old, old.length - tail) || isSplit(newText, newText.length - tail)) tail--;
  return {
    start: start + head,
    end: end - tail,
    newText: newText.slice(head, newText.length - tail),
  };
}

/** What no text of a Word file can hold. */
const NO_TEXT = /[^\P{Cc}\t]|[\ufffe\uffff]|\p{Cs}/u;

/** Null for what stands not wholly on characters of one paragraph, or on what a field gives. */
function placeChange(
  { text, paragraphs }: ScannedText,
  { start, end, newText }: ReviewEdit,
  remarkStart: number,
): PlacedChange | null {
  if (NO_TEXT.test(newText) || isSplit(text, start) || isSplit(text, end)) return null;
  const paragraph = paragraphs.find((one) => one.start <= start && end <= one.end);
  if (paragraph === undefined) return null;
  const deleted = paragraph.segments.flatMap((segment): Stretch[] => {
    const from = Math.max(start, segment.start) - segment.start;
    const to = Math.min(end, segment.start + segment.text.length) - segment.start;
    return from < to ? [{ segment, from, to }] : [];
  });
  if (deleted.some(({ segment }) => segment.ofField)) return null;
  if (deleted.reduce((sum, { from, to }) => sum + to - from, 0) !== end - start) return null;
  const last = deleted.at(-1);
  const opens = last === undefined && start === remarkStart;
  if (last !== undefined) {
    return { deleted, newText, at: { segment: last.segment, index: last.to }, opens };
  }
  const segment =
    paragraph.segments.findLast(
      (one) => one.start < start && start <= one.start + one.text.length,
    ) ?? paragraph.segments.find((one) => one.start === start);
  return segment === undefined || segment.ofField || newText === ''
    ? null
    : { deleted, newText, at: { segment, index: start - segment.start }, opens };
}
