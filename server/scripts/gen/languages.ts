/** The texts of a language for the editor. */
import { addLanguage, localize } from '../../src/core/base/localize.js';
import type { Language, Localized } from '../../src/core/base/localized.js';
import { json } from './json.js';

/** A file of texts by their keys in another language. VS Code would show English for what is not in it. */
export function textsIn(language: Language, texts: ReadonlyMap<string, Localized>): string {
  const forget = addLanguage(language);
  const own = [...texts].map(([key, text]) => [key, localize(text, language.locale)]);
  forget();
  return json(Object.fromEntries(own));
}
