import { LANGUAGES } from './languages.generated.js';
import type { Language, Locale, Localized } from './localized.js';

const languages = new Map(LANGUAGES.map((language) => [language.locale, language]));

/** Makes a language known that is not one of `languages/`; gives what forgets it again. */
export function addLanguage(language: Language): () => void {
  languages.set(language.locale, language);
  return () => languages.delete(language.locale);
}

/**
 * A text in the language of a reader: in exactly this one, in one that it is a kind of (zh-Hant for
 * zh-TW), else in Chinese for all who read any Chinese, and in English for everybody else.
 */
export function localize(text: Localized, locale: Locale): string {
  const names = namesOf(locale);
  for (const name of names) {
    const translated = languages.get(name)?.translate(text);
    if (translated !== undefined) return translated;
  }
  return names.at(-1) === 'zh' ? text.zh : text.en;
}

/** Whether any Chinese is the language of a reader. */
export const isChinese = (locale: Locale) => namesOf(locale).at(-1) === 'zh';

const known = new Map<Locale, readonly string[]>();

/** A language and those that it is a kind of, nearest first: zh-Hant-TW, zh-TW, zh-Hant, zh. None for what names no language. */
function namesOf(locale: Locale): readonly string[] {
  let names = known.get(locale);
  if (names === undefined) {
    names = readNames(locale);
    known.set(locale, names);
  }
  return names;
}

function readNames(locale: Locale): readonly string[] {
  try {
    // Systems add an encoding: zh_CN.UTF-8.
    const tag = locale.replace(/[.@].*/, '').replaceAll('_', '-');
    const { language, script, region } = new Intl.Locale(tag).maximize();
    return [
      `${language}-${script}-${region}`,
      `${language}-${region}`,
      `${language}-${script}`,
      language,
    ];
  } catch {
    return [];
  }
}
