/** Values that several requests have in common. */

/** As in LSP: 0-based; characters count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A text edit as the LSP has it; lines and UTF-16 characters are 0-based. */
export interface ProtocolEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A document or file by its URI. */
export interface UriParams {
  readonly uri: string;
}

export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}
