/** A text in both languages of the product; {@link localize} gives the one to show. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

/** A language as editors (`zh-cn`, `en-US`) and systems (`zh_CN.UTF-8`) name it. */
export type Locale = string;

/** A further language. A file in `languages/` that exports one is all it needs; `npm run gen` lists it. */
export interface Language {
  /** A language, with a script or a region where that matters: `zh-Hant` is for whoever asks for zh-TW or zh-HK. */
  readonly locale: string;
  /** Names under which VS Code knows it: `zh-tw`. Its texts for the editor are written by these. */
  readonly editors: readonly string[];
  /**
   * The text in this language; undefined where it has none, and Chinese or English is shown. Most texts
   * hold words of the document: a table knows a text by its Chinese or its English, a converter leaves
   * alone what stands in quotation marks.
   */
  translate(text: Localized): string | undefined;
}
