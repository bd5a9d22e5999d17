import type { Localized } from '../core/base/localized.js';

export type Locale = keyof Localized;

/**
 * Chinese unless the system says that it speaks something else; `C` and `POSIX` say nothing. Windows
 * and macOS tell Node in another way than by the environment.
 */
export function localeOf(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Locale {
  const asked = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  if (asked) return /^(?:zh|C\b|POSIX\b)/i.test(asked) ? 'zh' : 'en';
  if (platform !== 'win32' && platform !== 'darwin') return 'zh';
  return /^zh/i.test(Intl.DateTimeFormat().resolvedOptions().locale) ? 'zh' : 'en';
}
