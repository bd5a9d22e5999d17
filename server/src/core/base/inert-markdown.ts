/** Text of others in Markdown: it shows what it says, loads nothing, runs nothing, and links only where a reader may be led. */

/** Where HTML, a comment or an automatic link begins. */
const TAG = /<(?=[A-Za-z/!?])/g;

/** Lines that would open an emphasis; three and more are a blank to fill in. */
const OPENING_LINE = /(?<![\p{L}\p{N}_])_+(?=[^\s_])/gu;

/** A text whose marks are no marks. */
export function inertText(text: string): string {
  // A bracket that no target and no definition can follow closes no link and no picture.
  return text
    .replace(/[\\`*]|\](?=[([:])|\[(?=\^)|~(?=~)/g, '\\$&')
    .replace(OPENING_LINE, (lines) => (lines.length > 2 ? lines : lines.replace(/_/g, '\\_')))
    .replace(TAG, '\\<');
}

/** The same between brackets: the words of a link, the description of a picture. */
export function inertLabel(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(/[\\`*[\]!]/g, '\\$&')
    .replace(TAG, '\\<');
}

/** The target of a link as Markdown takes it: nothing in it ends it. */
export function encodeTarget(target: string): string {
  return target.replace(/[\s()<>\\"`\p{Cc}\p{Cf}\p{Cs}]/gu, (character) => {
    if (/[()]/.test(character)) return character === '(' ? '%28' : '%29';
    return encodeURIComponent(/\p{Cs}/u.test(character) ? '\ufffd' : character);
  });
}

/** The path of a picture as a target; a percent sign in a name is one. */
export const encodePath = (path: string) => encodeTarget(path.replace(/%/g, '%25'));

/** True for addresses of the web and of mail, and for places in the document itself. */
export function isSafeLink(target: string): boolean {
  return /^(?:https?:\/\/|mailto:|#)/i.test(target);
}

/** HTML that only changes how its words look. */
const LOOKS = /^<\/?(?:br|b|i|u|s|em|strong|sub|sup|del|ins|mark|small|center)\s*\/?>$/i;
const AUTOMATIC_LINK = /^<(?:https?:\/\/|mailto:)[^\s<>]*>$/i;
const TOKEN = /\\[\s\S]|!\[|<(?=[A-Za-z/!?])[^>]*>?|\]\(([^)\s]*)|[[\]`]/g;
const DEFINITION = /(?:^|\n)[ \t\u3000>*+\-.)\d]*\[(?:\\[^\n]|[^\]\\\n])*\]:/;

/** Neither an address nor the beginning of another file system. */
const isLocal = (target: string) => /^(?![\\/]|[a-z][\w+.-]*:)/i.test(target);

/** True for Markdown that does no more than what this file writes, marks and all; it may show pictures of its own folder. */
export function isInert(markdown: string): boolean {
  if (DEFINITION.test(markdown)) return false;
  /** A picture has begun and nothing but words has come since. */
  let picture = false;
  /** One has begun that may end anywhere. */
  let open = false;
  for (const [token, target] of markdown.matchAll(TOKEN)) {
    if (token.startsWith('\\')) continue;
    if (token.startsWith('<') && !LOOKS.test(token) && !AUTOMATIC_LINK.test(token)) return false;
    if (target !== undefined && picture && isLocal(target)) {
      picture = false;
      continue;
    }
    open ||= picture;
    picture = token === '![';
    // What ends here may have begun there: a picture from wherever the target is.
    if (target !== undefined && (open || !isSafeLink(target))) return false;
  }
  return true;
}
