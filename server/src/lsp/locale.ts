import type { Localized } from '../core/base/localized.js';

export type Locale = keyof Localized;

/** Chinese unless the client says it speaks something else. */
export function localeOf(clientLocale: string | undefined): Locale {
  return clientLocale === undefined || /^zh\b/i.test(clientLocale) ? 'zh' : 'en';
}
