/** What the matchers of the forms share: the line they look at and what they hand back. */

import type { Span } from '../../base/text.js';
import { isBlank } from '../../base/text.js';
import type { PlaceholderKind } from './kinds.js';

/** One line of a text, `[start, end)` in UTF-16 offsets; matchers never look outside it. */
export interface LineScan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly markdown: boolean;
}

/** A form that was recognised, before its kind is known. */
export interface Candidate {
  readonly span: Span;
  readonly tokens: readonly Span[];
  /** Kind that the form itself tells, such as the date of `X月XX日`. */
  readonly kind?: PlaceholderKind;
  /** A form that other things have too: it counts only where a figure, a date or an ordinal is told by the words around it. */
  readonly weak?: true;
  /** Words such as 待定, which may be all there is to say: worth a hint. */
  readonly tentative?: true;
  /** Text inside the brackets of `【…】` and the like. */
  readonly inner?: string;
}

/** Code unit at `offset`, or NaN outside the line. */
export function codeAt(scan: LineScan, offset: number): number {
  return offset >= scan.start && offset < scan.end ? scan.text.charCodeAt(offset) : Number.NaN;
}

/** Character at `offset`, or `''` outside the line. */
export function charAt(scan: LineScan, offset: number): string {
  return offset >= scan.start && offset < scan.end ? scan.text.charAt(offset) : '';
}

/** At most `reach` code units before `offset`, never past the line. */
export function before(scan: LineScan, offset: number, reach: number): string {
  return scan.text.slice(Math.max(scan.start, offset - reach), offset);
}

/** At most `reach` code units from `offset` on, never past the line. */
export function after(scan: LineScan, offset: number, reach: number): string {
  return scan.text.slice(offset, Math.min(scan.end, offset + reach));
}

/** Runs a sticky expression at `offset`; a match that leaves the line is none. */
export function matchAt(scan: LineScan, pattern: RegExp, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  const match = pattern.exec(scan.text);
  return match !== null && offset + match[0].length <= scan.end ? match : null;
}

/** End of the run of one character that starts at `offset`. */
export function runEnd(scan: LineScan, offset: number): number {
  const code = codeAt(scan, offset);
  let at = offset + 1;
  while (codeAt(scan, at) === code) at++;
  return at;
}

/** True if only blanks stand between the start of the line and `start` and between `end` and its end. */
export function aloneOnLine(scan: LineScan, start: number, end: number): boolean {
  let at = start - 1;
  while (isBlank(codeAt(scan, at))) at--;
  if (at >= scan.start) return false;
  at = end;
  while (isBlank(codeAt(scan, at))) at++;
  return at >= scan.end;
}

export function isLatin(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Capital and small X, half and full width. */
export function isXMask(code: number): boolean {
  return code === 0x58 || code === 0x78 || code === 0xff38 || code === 0xff58;
}
