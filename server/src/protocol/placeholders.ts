/** What is to be filled in, one place at a time. */

import type { DocumentParams, Position, ProtocolEdit, Range } from './common.js';
import type { OwnRequest } from './messages.js';

/** Client to server: what is still to be filled in; null for a document that the server does not know. */
export const PLACEHOLDERS: OwnRequest<DocumentParams, PlaceholdersResult | null> = {
  method: 'workSummary/placeholders',
};

export interface PlaceholdersResult {
  /** Of the document that was read. */
  readonly version: number;
  /** In document order. */
  readonly items: readonly PlaceholderItem[];
}

export interface PlaceholderItem {
  readonly range: Range;
  readonly text: string;
  /** `year date ordinal people count money measure percent document-number place organization person contact name text`. */
  readonly kind: string;
  /** The kind in the client's language. */
  readonly kindName: string;
  /** The measure word of a figure (人次, 万元), else what is missing (地名). */
  readonly label: string;
  /** Innermost section that holds it, by its label and heading and its line (0-based). */
  readonly section: { readonly name: string; readonly line: number } | null;
  /** The words around it in its sentence, and the sentence. */
  readonly before: string;
  readonly after: string;
  readonly sentence: string;
  /** Where in the sentence it stands, in UTF-16 units. */
  readonly at: number;
  /** Shared by the placeholders that stand for the same name; null for figures. */
  readonly group: string | null;
  /** How many the {@link FillParams.scope} `group` and `places` would fill, this one included. */
  readonly groupSize: number;
  readonly placesSize: number;
  /** What its group was filled with before, the latest first. */
  readonly used: readonly string[];
}

/** A placeholder of one version of a document, by the position where it starts. */
export interface PlaceholderParams {
  readonly textDocument: { readonly uri: string; readonly version: number };
  readonly position: Position;
}

/** Client to server: what speaks against a value. */
export const CHECK_VALUE: OwnRequest<CheckValueParams, CheckedValue> = {
  method: 'workSummary/checkValue',
};

export interface CheckValueParams extends PlaceholderParams {
  readonly value: string;
}

/** Null when the document has another version or no placeholder starts there. */
export type CheckedValue = {
  readonly problems: readonly {
    readonly code: string;
    /** `error`: the value breaks its kind. `question`: it may be meant. */
    readonly level: 'error' | 'question';
    readonly message: string;
  }[];
} | null;

/** Client to server: the edits that fill a placeholder. */
export const FILL: OwnRequest<FillParams, FillResult> = { method: 'workSummary/fill' };

export interface FillParams extends CheckValueParams {
  /** This one, all of its group, or all names of places that stand without 省, 市, 县. */
  readonly scope: 'one' | 'group' | 'places';
  /** Deletes the 余 or 多 after a figure that is exact. */
  readonly exact: boolean;
}

/** Edits of the version named in the request; null as for {@link CheckedValue}. */
export type FillResult = {
  readonly edits: readonly ProtocolEdit[];
} | null;
