import type { Locale } from '../core/index.js';

/**
 * Chinese unless the system says that it speaks something else; `C` and `POSIX` say nothing. Windows
 * and macOS tell Node in another way than by the environment.
 */
export function localeOf(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Locale {
  const asked = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  if (asked) return /^(?:C|POSIX)\b/i.test(asked) ? 'zh' : asked;
  if (platform !== 'win32' && platform !== 'darwin') return 'zh';
  return Intl.DateTimeFormat().resolvedOptions().locale;
}
