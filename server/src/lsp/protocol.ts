/**
 * What client and server say to each other beyond the LSP. Own requests are named `workSummary/…`
 * and documented here; only constants and plain types, because both sides bundle this file.
 */

import type { RememberedFigure } from '../core/template/memory.js';
import type { FindingReport } from '../report/findings.js';
import type { OutlineReport } from '../report/outline.js';
import type { PlaceholderReport } from '../report/placeholders.js';

/** What the client says of itself in `initializationOptions`. */
export interface InitializationOptions {
  /** The editor outlines and folds Markdown `#` headings by itself; only typed labels are sent then. */
  readonly markdownHeadingsShown?: boolean;
  /** The client answers {@link READ_FILE}, so files of any scheme can be read, unsaved text first. */
  readonly readsFiles?: boolean;
  /** The client has commands for what others get as code actions: new headings, whole-document changes, the final check. */
  readonly hasCommands?: boolean;
  /** The client has {@link SAVE_COMMAND}. */
  readonly savesConfiguration?: boolean;
  /** The client has {@link CHOSEN_COMMAND}. */
  readonly countsPhrases?: boolean;
  /** The writer's own phrase files outside the workspace, as URIs. */
  readonly phraseFiles?: readonly string[];
  /** How often phrases were chosen; see {@link PHRASES_CHANGED}. */
  readonly chosenPhrases?: Readonly<Record<string, number>>;
  /** Where the page of each rule is: a URI that `/rule-id.md` completes. */
  readonly rulePages?: string;
}

/** Server to client: the text of a file. `{ uri }` in, `{ text }` out, null when there is none. */
export const READ_FILE = 'workSummary/readFile';

/** The client's command that saves a configuration file after an edit: unsaved, it would hold for nobody. */
export const SAVE_COMMAND = 'workSummary.saveConfiguration';

/** Client to server, a notification: the caret moved in a document that was changed. */
export const CARET_MOVED = 'workSummary/caretMoved';

/** Parameters of {@link CARET_MOVED}; line and character are 0-based, characters in UTF-16 units. */
export interface CaretMoved {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** The client's command on a chosen proposal. Its argument is the phrase's id. */
export const CHOSEN_COMMAND = 'workSummary.phraseChosen';

/**
 * Client to server, a notification: the writer chose a phrase, or changed a phrase file that the
 * server is not told of otherwise.
 */
export const PHRASES_CHANGED = 'workSummary/phrasesChanged';

export interface PhrasesChanged {
  /** How often phrases were chosen, by their ids. */
  readonly chosen?: Readonly<Record<string, number>>;
}

/** A day of the calendar where the writer is; month and day count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Client to server: the kinds of document that can be begun. {@link CalendarDay} in, {@link KindChoice} list out. */
export const KINDS_REQUEST = 'workSummary/kinds';

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

/** Client to server: a whole document to fill in. {@link SkeletonParams} in, `{ snippet }` out, in the snippet syntax of the LSP. */
export const SKELETON_REQUEST = 'workSummary/skeleton';

export interface SkeletonParams {
  readonly kind: string;
  readonly detail: 'brief' | 'standard' | 'full';
  readonly markdown: boolean;
  readonly subject?: string;
  readonly period?: string;
  readonly today: CalendarDay;
}

/** What a phrase file holds of one phrase. */
export interface SavedPhrase {
  readonly text: string;
  readonly title?: string;
  readonly section?: string;
}

/**
 * Client to server: the phrase that a selected text would be, its figures turned into stops.
 * `{ textDocument, range }` in, {@link SavedPhrase} or null out.
 */
export const PHRASE_OF_REQUEST = 'workSummary/phraseOf';

/** Client to server: the text of a phrase file with more phrases. `{ text, phrases }` in, `{ text }` out, null when it is no valid YAML. */
export const ADD_PHRASES_REQUEST = 'workSummary/addPhrases';

/** Client to server: the text of `.work-summary.yaml` with more terms. `{ text, terms }` in, `{ text }` out, null when it is no valid YAML. */
export const ADD_TERMS_REQUEST = 'workSummary/addTerms';

/** Client to server: the phrases in the text of a phrase file. `{ text }` in, `{ phrases }` out. */
export const READ_PHRASES_REQUEST = 'workSummary/readPhrases';

/** Client to server: what the writer used repeatedly. `{ files: { name, text }[] }` in, {@link Learned} out. */
export const LEARN_REQUEST = 'workSummary/learn';

export interface Learned {
  readonly phrases: readonly (SavedPhrase & { readonly count: number })[];
  readonly terms: readonly { readonly term: string; readonly count: number }[];
  readonly headings: readonly { readonly text: string; readonly count: number }[];
}

/**
 * Client to server: what is still to be filled in. {@link DocumentParams} in, {@link PlaceholdersResult}
 * out, null for a document that the server does not know.
 */
export const PLACEHOLDERS = 'workSummary/placeholders';

export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

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

/** As in LSP: 0-based; characters count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Client to server: what speaks against a value. {@link CheckValueParams} in, {@link CheckedValue} out. */
export const CHECK_VALUE = 'workSummary/checkValue';

/** A placeholder of one version of a document, by the position where it starts. */
export interface PlaceholderParams {
  readonly textDocument: { readonly uri: string; readonly version: number };
  readonly position: Position;
}

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

/** Client to server: the edits that fill a placeholder. {@link FillParams} in, {@link FillResult} out. */
export const FILL = 'workSummary/fill';

export interface FillParams extends CheckValueParams {
  /** This one, all of its group, or all names of places that stand without 省, 市, 县. */
  readonly scope: 'one' | 'group' | 'places';
  /** Deletes the 余 or 多 behind a figure that is exact. */
  readonly exact: boolean;
}

/** Edits of the version named in the request; null as for {@link CheckedValue}. */
export type FillResult = {
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
} | null;

/**
 * Client to server: shows all that remains (placeholders, notes, conflicting styles, stale years) as
 * warnings until `on` is false or the document is closed. {@link FinalCheckParams} in, {@link FinalCheckResult} out.
 */
export const FINAL_CHECK = 'workSummary/finalCheck';

export interface FinalCheckParams extends DocumentParams {
  readonly on: boolean;
}

/** How much remains, and how much of it are placeholders; null for a document that is not open. */
export type FinalCheckResult = {
  readonly remaining: number;
  readonly placeholders: number;
} | null;

/**
 * Client to server: the edits of one action on the text, {@link WritingParams} in, {@link WritingResult}
 * out; null when there is nothing to do.
 */
export const WRITING = 'workSummary/writing';

/**
 * `enter` is what Enter means at the position, null for a line break. The last four are of the whole
 * document and need no position.
 */
export type WritingAction =
  | 'newSibling'
  | 'newChild'
  | 'enter'
  | 'renumber'
  | 'unifyLabels'
  | 'toMarkdownHeadings'
  | 'toPlainLabels';

export interface WritingParams {
  readonly textDocument: { readonly uri: string };
  readonly action: WritingAction;
  readonly position?: Position;
}

export interface WritingResult {
  /** Version that the edits are for. */
  readonly version: number;
  /** As `TextEdit` of the LSP: sorted and apart. */
  readonly edits: readonly {
    readonly range: Range;
    readonly newText: string;
  }[];
  /** Where the caret belongs in the new text; null where it stays. */
  readonly caret: Position | null;
}

/** Client to server: the outline as text. `{ textDocument: { uri } }` in, `{ text }` out. */
export const OUTLINE_TEXT = 'workSummary/outlineText';

/** Client to server: what to fold so that headings alone are seen. `{ textDocument: { uri } }` in, `{ lines }` out, 0-based. */
export const COLLAPSIBLE = 'workSummary/collapsible';

/**
 * Client to server: how long the text is. {@link LengthParams} in, {@link LengthResult} out, null for a
 * document that the server does not know.
 */
export const LENGTH = 'workSummary/length';

export interface LengthParams {
  readonly textDocument: { readonly uri: string };
  /** What is selected; its end is where the caret is. */
  readonly range?: Range;
}

/** Word's 字数 with its target, in which null is no bound. */
export interface LengthWithTarget {
  readonly characters: number;
  readonly target: { readonly min: number | null; readonly max: number | null } | null;
  readonly fit: 'under' | 'within' | 'over' | null;
}

export interface LengthResult extends LengthWithTarget {
  /** Estimated A4 pages of 22 lines with 28 characters. */
  readonly pages: number;
  /** 字数 of the range that was asked about; null without one. */
  readonly selected: number | null;
  /** The innermost section at the end of the range. */
  readonly section: (LengthWithTarget & { readonly heading: string }) | null;
}

/** Server to client: what is configured for a document has changed, its targets among it. `{ uri }`. */
export const CONFIGURATION_CHANGED = 'workSummary/configurationChanged';

/**
 * Client to server: sections by number, words or pinyin, all for an empty query.
 * `{ textDocument: { uri }, query }` in, `{ sections }` of {@link FoundSection} out.
 */
export const FIND_SECTIONS = 'workSummary/findSections';

export interface FoundSection {
  /** Label and title as typed. */
  readonly heading: string;
  /** 0 for the first level. */
  readonly depth: number;
  readonly characters: number;
  /** Where the heading begins. */
  readonly position: Position;
}

/**
 * Client to server: where the next or previous sibling or the parent section begins.
 * `{ textDocument: { uri }, position, direction }` in, `{ position }` out, null where there is none.
 */
export const NEIGHBOUR = 'workSummary/neighbour';

/**
 * Client to server: what speaks against handing the document in, and how it is printed by
 * `.work-summary.yaml`. {@link DocumentParams} in, {@link ExportCheckResult} out, null for a document
 * that the server does not know.
 */
export const EXPORT_CHECK = 'workSummary/exportCheck';

export interface ExportCheckResult {
  /** Placeholders and notes to oneself. */
  readonly unfilled: number;
  /** Years left over from an older copy, placeholders in conflicting styles. */
  readonly stale: number;
  /** Findings of severity error. */
  readonly errors: number;
  /** Where the first of them stands; null when there is none. */
  readonly first: Range | null;
  /** What the configuration file says of the printed form; goes before the editor's settings. */
  readonly print: Readonly<Record<string, unknown>>;
}

/**
 * Client to server: the outline with figures. {@link DocumentParams} in, {@link OutlineResult} out, null
 * for a document that the server does not know.
 */
export const OUTLINE = 'workSummary/outline';

export interface OutlineResult {
  /** Of the document that was read. */
  readonly version: number;
  readonly sections: readonly OutlineSection[];
}

/** Figures are of the section with all below it. Lines are 0-based, both inclusive. */
export interface OutlineSection {
  /** Label as typed; empty for a Markdown heading without one. */
  readonly marker: string;
  readonly title: string;
  readonly line: number;
  /** A sign-off behind the last section does not count to it. */
  readonly endLine: number;
  /** As Word counts 字数. */
  readonly characters: number;
  /** What is still to be filled in. */
  readonly placeholders: number;
  readonly findings: {
    readonly error: number;
    readonly warning: number;
    readonly information: number;
    readonly hint: number;
  };
  readonly children: readonly OutlineSection[];
}

/**
 * Client to server: moves sections with all below them; labels, `#`, numbers and references follow.
 * {@link MoveSectionsParams} in, {@link SectionChange} out.
 */
export const MOVE_SECTIONS = 'workSummary/moveSections';

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

/** Client to server: puts sections from another text behind a section. {@link SectionChange} out. */
export const PASTE_SECTIONS = 'workSummary/pasteSections';

export interface PasteSectionsParams {
  readonly textDocument: MoveSectionsParams['textDocument'];
  readonly text: string;
  /** A line (0-based) in the section that they shall follow. */
  readonly line: number;
  readonly follow?: readonly Position[];
}

/** An edit of the version named in the request, to be applied as a whole; or why nothing can be done. */
export type SectionChange =
  | {
      /** A `WorkspaceEdit` of the LSP; null when everything is in its place already. */
      readonly edit: unknown;
      /** How many sections come to another place or get another label. */
      readonly sections: number;
      /** 0-based lines of the headings that were moved or pasted, in the new text. */
      readonly headings: readonly number[];
      /** The places of `follow` in the new text. */
      readonly followed: readonly Position[];
    }
  | { readonly refusal: string };

/** Client to server: an empty table for the placeholders of an open document; null when there are none. */
export const NEW_TABLE = 'workSummary/newTable';

export interface NewTableParams {
  readonly uri: string;
  readonly format: 'csv' | 'yaml' | 'json';
}

export interface NewTableResult {
  /** Contents of the file, a byte order mark included where the format wants one. */
  readonly text: string;
  readonly columns: number;
}

/**
 * Client to server: what filling an open document from a table would do; nothing is changed.
 * `{@link PrepareFillingParams}` in, {@link PreparedFilling} out, null when the document is not open.
 */
export const PREPARE_FILLING = 'workSummary/prepareFilling';

export interface PrepareFillingParams {
  readonly uri: string;
  /** Name of the table's file; its extension tells the format. */
  readonly name: string;
  /** Bytes of the table's file in Base64. */
  readonly data: string;
  /** What files are called after where the table names none: the document's name without extension. */
  readonly base: string;
}

export interface PreparedFilling {
  /** Any of them forbids filling. */
  readonly errors: readonly string[];
  /** To be shown and agreed to before filling. */
  readonly warnings: readonly string[];
  readonly documents: readonly {
    /** Number of the row or record in the table, 1-based. */
    readonly row: number;
    /** Name of the document's file without extension; no two are alike. */
    readonly stem: string;
    readonly values: Readonly<Record<string, string>>;
  }[];
  /** Columns that the document has and the table lacks. */
  readonly missing: readonly string[];
  /** Columns of the table that no placeholder takes. */
  readonly unused: readonly string[];
  /** Of the document; {@link FillDocumentParams} hands it back. */
  readonly version: number;
}

/**
 * Client to server: an open document filled with the values of one row. Null when the document is
 * not open any more or was changed since `version`.
 */
export const FILL_DOCUMENT = 'workSummary/fillDocument';

export interface FillDocumentParams {
  readonly uri: string;
  readonly version: number;
  /** Values by the name of the column, as {@link PreparedFilling} gives them. */
  readonly values: Readonly<Record<string, string>>;
}

export interface FilledDocument {
  /** LSP text edits of the open document. */
  readonly edits: readonly ProtocolEdit[];
  /** The whole text with the edits made. */
  readonly text: string;
  /** Names of the columns whose placeholders stand as before. */
  readonly unfilled: readonly string[];
}

/** A text edit as the LSP has it; lines and UTF-16 characters are 0-based. */
export interface ProtocolEdit {
  readonly range: Range;
  readonly newText: string;
}

/**
 * Client to server: what of an open document may become a placeholder when it is made a template.
 * `{ uri }` in, {@link TemplateItems} out, null when the document is not open.
 */
export const TEMPLATE_ITEMS = 'workSummary/templateItems';

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

/**
 * Client to server: next year's document from an open one. `{ uri }` in, {@link NextYearResult} out,
 * null when the document is not open.
 */
export const NEXT_YEAR = 'workSummary/nextYear';

export interface NextYearResult {
  readonly text: string;
  /** Of the old document; null when it says none. */
  readonly year: number | null;
  /** How many years were moved on, and how many figures became placeholders. */
  readonly years: number;
  readonly figures: number;
  /** What the figures were, for the client to keep; see `core/template/memory.ts`. */
  readonly memory: readonly RememberedFigure[];
}

/**
 * Client to server: all that the command line would say of a text, which need not be that of an open
 * document. {@link ReportParams} in, {@link TextReport} out.
 */
export const REPORT = 'workSummary/report';

export interface ReportParams {
  /** Whose configuration holds. */
  readonly uri: string;
  readonly markdown: boolean;
  readonly text: string;
}

/** Lines and columns of the reports are 1-based, those of the edits are not. */
export interface TextReport {
  readonly outline: OutlineReport;
  readonly placeholders: readonly PlaceholderReport[];
  readonly findings: readonly FindingReport[];
  /** All that is safe to fix, put right. */
  readonly fixAll: readonly ProtocolEdit[];
}

/**
 * Client to server: findings of files that no editor shows. {@link CheckFilesParams} in,
 * {@link CheckFilesResult} out. A folder is sent in pieces, so that other requests come in between.
 */
export const CHECK_FILES = 'workSummary/checkFiles';

export interface CheckFilesParams {
  /** Configuration files are read anew; for the first piece of a folder. */
  readonly first: boolean;
  readonly files: readonly {
    readonly uri: string;
    /** The bytes of the file as base64; their encoding is found out. */
    readonly data: string;
  }[];
}

export interface CheckFilesResult {
  /** In the order of the request. */
  readonly files: readonly {
    readonly uri: string;
    /**
     * `Diagnostic`s of the LSP without `data`, and without hints, which are seen in an editor only. One
     * alone with the code `file` for what is no text.
     */
    readonly diagnostics: readonly unknown[];
  }[];
}

/**
 * Client to server, a notification: the text of a `.work-summary.yaml` as its editor has it, null when
 * there is no such file. What is wrong with it is published; it holds once it is saved.
 */
export const CONFIGURATION_EDITED = 'workSummary/configurationEdited';

export interface ConfigurationEdited {
  readonly uri: string;
  readonly text: string | null;
}
