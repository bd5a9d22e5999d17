/** A text in both languages of the product; the client's locale picks one. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}
