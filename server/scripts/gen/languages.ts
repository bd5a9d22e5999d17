/** The texts of the editor by language, from those that are written in `client/texts.json`. */
import { addLanguage, localize } from '../../src/core/base/localize.js';
import type { Language, Locale, Localized } from '../../src/core/base/localized.js';
import { json } from './json.js';

/** What `client/texts.json` holds. */
export interface ClientTexts {
  /** Of the manifest, by the keys that stand in it as `%key%`. */
  readonly manifest: Readonly<Record<string, Localized>>;
  /** What the client says with `vscode.l10n.t`: the Chinese by the English. */
  readonly messages: Readonly<Record<string, string>>;
}

/** What the client says, by its English, which is how VS Code looks it up. */
export const messageTexts = ({ messages }: ClientTexts): Map<string, Localized> =>
  new Map(Object.entries(messages).map(([en, zh]) => [en, { zh, en }]));

/** A file of texts by their keys in one of the two languages that have every text. */
export function textsFor(locale: Locale, texts: ReadonlyMap<string, Localized>): string {
  const own = [...texts].map(([key, text]) => [key, localize(text, locale)]);
  return json(Object.fromEntries(own));
}

/** A file of texts by their keys in a further language. VS Code would show English for what is not in it. */
export function textsIn(language: Language, texts: ReadonlyMap<string, Localized>): string {
  const forget = addLanguage(language);
  const file = textsFor(language.locale, texts);
  forget();
  return file;
}
