/** Beginning a document of a kind. */

import type { OwnRequest } from './messages.js';

/** A day of the calendar where the writer is; month and day count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Client to server: the kinds of document that can be begun on a day. */
export const KINDS_REQUEST: OwnRequest<CalendarDay, readonly KindChoice[]> = {
  method: 'workSummary/kinds',
};

export interface KindChoice {
  readonly id: string;
  readonly name: string;
  /** What the document is about, to ask for: 单位名称, 姓名. */
  readonly subject: string;
  /** Headings of its sections. */
  readonly headings: readonly string[];
  /** Times it is likely to be about, the likeliest first. */
  readonly periods: readonly string[];
}

/** Client to server: a whole document to fill in, in the snippet syntax of the LSP. */
export const SKELETON_REQUEST: OwnRequest<SkeletonParams, { readonly snippet: string }> = {
  method: 'workSummary/skeleton',
};

export interface SkeletonParams {
  readonly kind: string;
  readonly detail: 'brief' | 'standard' | 'full';
  readonly markdown: boolean;
  readonly subject?: string;
  readonly period?: string;
  readonly today: CalendarDay;
}
