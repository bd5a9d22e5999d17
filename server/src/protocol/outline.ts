/** The outline: shown, searched, gone along, its sections moved. */

import type { DocumentSymbol, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Direction } from '../core/analysis/find-sections.js';
import type { DocumentParams, Position } from './common.js';
import type { OwnRequest } from './messages.js';

/**
 * Client to server: the outline, for every view of it; null for a document that the server does not know.
 * The answer depends on the text alone.
 */
export const OUTLINE: OwnRequest<DocumentParams, OutlineResult | null> = {
  method: 'workSummary/outline',
};

export interface OutlineResult {
  /** Of the document that was read. */
  readonly version: number;
  readonly sections: readonly OutlineSection[];
  /** What `textDocument/documentSymbol` answers. */
  readonly symbols: readonly DocumentSymbol[];
  /** The first labels of the levels that the document uses, from the outside in; empty where nothing is numbered. */
  readonly numbering: readonly string[];
}

/** Figures are of the section with all below it. Lines are 0-based, both inclusive. */
export interface OutlineSection {
  /** Label as typed, with the blank that sets it apart from the title; empty for a Markdown heading without one. */
  readonly marker: string;
  readonly title: string;
  readonly line: number;
  /** A sign-off after the last section does not count to it. */
  readonly endLine: number;
  /** As Word counts 字数. */
  readonly characters: number;
  /** What is still to be filled in. */
  readonly placeholders: number;
  readonly children: readonly OutlineSection[];
}

/** Client to server: moves sections with all below them; labels, `#`, numbers and references follow. */
export const MOVE_SECTIONS: OwnRequest<MoveSectionsParams, SectionChange> = {
  method: 'workSummary/moveSections',
};

/**
 * `target` is a line (0-based) of a section. `onto` is what dropping means: sections dropped on one
 * of their own level take its place, those dropped on one of a higher level go into it, as its last.
 */
export type SectionMove =
  | { readonly kind: 'up' | 'down' | 'promote' | 'demote' }
  | { readonly kind: 'before' | 'after' | 'into' | 'onto'; readonly target: number };

export interface MoveSectionsParams {
  readonly textDocument: {
    readonly uri: string;
    /** Of the document that the lines belong to: when the server has another one, it refuses. */
    readonly version: number;
  };
  /** A line (0-based) in each of the sections; those below another one of them go with it. */
  readonly lines: readonly number[];
  readonly move: SectionMove;
  /** Places, such as carets, that the client wants to know again afterwards. */
  readonly follow?: readonly Position[];
}

/** Client to server: puts sections from another text after a section. */
export const PASTE_SECTIONS: OwnRequest<PasteSectionsParams, SectionChange> = {
  method: 'workSummary/pasteSections',
};

export interface PasteSectionsParams {
  readonly textDocument: MoveSectionsParams['textDocument'];
  readonly text: string;
  /** A line (0-based) in the section that they shall follow. */
  readonly line: number;
  readonly follow?: readonly Position[];
}

/** Client to server: the numbering schemes that a document can be converted to; none for one that the server does not know. */
export const NUMBERINGS: OwnRequest<
  DocumentParams,
  { readonly choices: readonly NumberingChoice[] }
> = { method: 'workSummary/numberings' };

export interface NumberingChoice {
  readonly id: string;
  /** What it is called, in the client's language; empty where its labels say all. */
  readonly name: string;
  /** The first label of each level, from the outside in. */
  readonly labels: readonly string[];
  /** The document keeps to it. */
  readonly isCurrent: boolean;
}

/** Client to server: writes all labels as a scheme has them; references follow. */
export const CONVERT_NUMBERING: OwnRequest<ConvertNumberingParams, SectionChange> = {
  method: 'workSummary/convertNumbering',
};

export interface ConvertNumberingParams {
  readonly textDocument: MoveSectionsParams['textDocument'];
  /** Id of one of the choices. */
  readonly scheme: string;
  readonly follow?: readonly Position[];
}

/** An edit of the version named in the request, to be applied as a whole; or why nothing can be done. */
export type SectionChange =
  | {
      /** Null when everything is in its place already. */
      readonly edit: WorkspaceEdit | null;
      /** How many sections come to another place or get another label. */
      readonly sections: number;
      /** 0-based lines of the headings that were moved or pasted, in the new text. */
      readonly headings: readonly number[];
      /** The places of `follow` in the new text. */
      readonly followed: readonly Position[];
    }
  | { readonly refusal: string };

/** Client to server: sections by number, words or pinyin, all for an empty query. */
export const FIND_SECTIONS: OwnRequest<
  FindSectionsParams,
  { readonly sections: readonly FoundSection[] }
> = { method: 'workSummary/findSections' };

export interface FindSectionsParams extends DocumentParams {
  readonly query: string;
}

export interface FoundSection {
  /** Label and title as typed. */
  readonly heading: string;
  /** 0 for the first level. */
  readonly depth: number;
  readonly characters: number;
  /** Where the heading begins. */
  readonly position: Position;
}

/** Client to server: where the next or previous sibling or the parent section begins; null where there is none. */
export const NEIGHBOUR: OwnRequest<NeighbourParams, { readonly position: Position } | null> = {
  method: 'workSummary/neighbour',
};

export interface NeighbourParams extends DocumentParams {
  readonly position: Position;
  readonly direction: Direction;
}

/** Client to server: the outline as text. */
export const OUTLINE_TEXT: OwnRequest<DocumentParams, { readonly text: string }> = {
  method: 'workSummary/outlineText',
};

/** Client to server: what to fold so that headings alone are seen, as 0-based lines. */
export const COLLAPSIBLE: OwnRequest<DocumentParams, { readonly lines: readonly number[] }> = {
  method: 'workSummary/collapsible',
};
