/** Addresses and paths in a line: strings for machines, of which no rule reads a character. */
import type { Span } from '../base/text.js';

/** What an address may hold: Han characters too, but no blank, full-width mark, quotation mark or bracket of a sentence. */
const BODY = String.raw`[^\s\0<>"|\`“”‘’「」『』《》〈〉【】〔〕（），。；：！？、…—]{1,2000}`;

/**
 * How one starts: a scheme, `www.`, a host with a path after it, a drive, a server. Where one starts
 * within a word, it is none.
 */
const START = [
  String.raw`[a-z][a-z+.-]{1,12}:\/\/`,
  String.raw`mailto:(?=\w)`,
  String.raw`www\.(?=[\w\u3400-\u9fff])`,
  String.raw`(?:[a-z\d][a-z\d-]{0,62}\.){1,5}[a-z]{2,10}(?::\d{1,5})?[/?]`,
  String.raw`(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?\/`,
  String.raw`[a-z]:[\\/](?![\\/])`,
  String.raw`\\\\(?=\w)`,
].join('|');

const ADDRESS = new RegExp(String.raw`(?<![\w@.-])(?:${START})${BODY}`, 'gi');

/** Most lines have none: a quick look tells. */
const HINT = /:[\\/]|www\.|mailto:|\\\\|[a-z\d][/?]/i;

/** The addresses of a text without line ends, in order, by UTF-16 offsets; each ends at white space or a mark of the sentence. */
export function addressesIn(text: string): Span[] {
  if (!HINT.test(text)) return [];
  return [...text.matchAll(ADDRESS)].map(({ index, 0: found }) => ({
    start: index,
    end: index + ownLength(found),
  }));
}

/** UTF-16 units of what was found without the marks and words of the sentence that goes on after it. */
function ownLength(found: string): number {
  let end = found.length;
  // Words typed right after it are no part of it, unless it goes on after them.
  let last = end;
  while (last > 0 && !/[/?=&#.,;:%_~+-]/.test(found[last - 1]!)) last--;
  const glued = found.slice(last).search(/[A-Za-z\d][\u3400-\u9fff\ud840-\udfff]/);
  if (glued >= 0) end = last + glued + 1;
  for (; end > 1; end--) {
    const mark = found[end - 1]!;
    const own = found.slice(0, end);
    const closesOwn =
      (mark === ')' && count(own, '(') >= count(own, ')')) ||
      (mark === ']' && count(own, '[') >= count(own, ']'));
    if (closesOwn || !/[.,;:!?'*)\]}]/.test(mark)) break;
  }
  return end;
}

const count = (text: string, char: string) => text.split(char).length - 1;
