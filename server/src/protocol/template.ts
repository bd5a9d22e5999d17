/** The way back: a template, and next year's document, of a finished one. */

import type { RememberedFigure } from '../core/template/memory.js';
import type { Range, UriParams } from './common.js';
import type { OwnRequest } from './messages.js';

/**
 * Client to server: what of an open document may become a placeholder when it is made a template. Null
 * when the document is not open.
 */
export const TEMPLATE_ITEMS: OwnRequest<UriParams, TemplateItems | null> = {
  method: 'workSummary/templateItems',
};

export interface TemplateItems {
  /** Of the document that the ranges are for. */
  readonly version: number;
  /** In document order; each is one thing to decide on. */
  readonly items: readonly {
    readonly kind: string;
    /** The kind in the client's language. */
    readonly kindName: string;
    readonly text: string;
    readonly replacement: string;
    /** A figure has one place, a name all of its places. */
    readonly ranges: readonly Range[];
    /** The sentence of the first place, shortened. */
    readonly sentence: string;
    /** Chosen unless the writer says otherwise. */
    readonly proposed: boolean;
  }[];
}

/** Client to server: next year's document from an open one; null when the document is not open. */
export const NEXT_YEAR: OwnRequest<UriParams, NextYearResult | null> = {
  method: 'workSummary/nextYear',
};

export interface NextYearResult {
  readonly text: string;
  /** Of the old document; null when it says none. */
  readonly year: number | null;
  /** How many years were moved on, and how many figures became placeholders. */
  readonly years: number;
  readonly figures: number;
  /** How many years stayed because what is said of them is true of no other: 2024年是收官之年. */
  readonly kept: number;
  /** What the figures were, for the client to keep; see `core/template/memory.ts`. */
  readonly memory: readonly RememberedFigure[];
}
