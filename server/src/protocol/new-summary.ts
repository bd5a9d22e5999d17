/** Beginning a document of a kind. */

import type { Material, MaterialLine } from '../core/index.js';
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
  /** Whether it is about a week or a month, of which commits, notes and an earlier report may tell. */
  readonly takesMaterial: boolean;
}

/** Client to server: what a report on a period may take over from what the writer has chosen to be read. */
export const MATERIAL_REQUEST: OwnRequest<MaterialParams, readonly Material[]> = {
  method: 'workSummary/material',
};

export interface MaterialParams {
  readonly period: string;
  /** The writer's own, the newest first. */
  readonly commits: readonly { readonly message: string; readonly day: CalendarDay }[];
  readonly files: readonly { readonly name: string; readonly text: string }[];
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
  /** Where the document is going to be, as far as that is known: its folder may have a numbering of its own. */
  readonly uri?: string;
  /** What the writer ticked. */
  readonly material?: readonly MaterialLine[];
}
