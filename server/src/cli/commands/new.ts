import {
  type Detail,
  type DocumentKind,
  dateText,
  KINDS,
  periodsFor,
  skeleton,
  textOf,
} from '../../core/index.js';
import type { Context } from '../context.js';

export interface NewFlags {
  readonly kind: DocumentKind;
  readonly detail: Detail;
  readonly markdown?: boolean;
  readonly subject?: string;
  readonly period?: string;
}

export const NEW_KINDS: readonly DocumentKind[] = KINDS.map(({ id }) => id);

/** A whole document to fill in, on standard output; what is not given is left as a placeholder. */
export function newSummary(this: Context, flags: NewFlags): void {
  const { kind, detail, markdown, subject, period } = flags;
  const now = new Date();
  const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  const parts = skeleton({
    kind,
    detail,
    syntax: markdown === true ? 'markdown' : 'plain',
    style: 'mixed',
    subject,
    period: period ?? periodsFor(kind, today)[0],
    date: dateText(today),
  });
  this.print(textOf(parts));
}
