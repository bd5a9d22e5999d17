/** Tracked changes of a Word file settled, as a word processor does it: all accepted, or all rejected. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export type Settled = 'accept' | 'reject';

const MAIN = 'word/document.xml';
const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([^\s<>/!?]+)[^<>]*?(\/?)>|[^<]+|<[^<>]*>/g;

/** Elements that go with all that is in them, and those of which only the marks go. */
const GO = {
  accept: { whole: ['del', 'moveFrom'], marks: ['ins', 'moveTo'] },
  reject: { whole: ['ins', 'moveTo'], marks: ['del', 'moveFrom'] },
};

export function settle(docx: Uint8Array, as: Settled): Uint8Array {
  const parts = unzipSync(docx);
  parts[MAIN] = strToU8(settledXml(strFromU8(parts[MAIN]!), as));
  return zipSync(parts);
}

function settledXml(xml: string, as: Settled): string {
  const { whole, marks } = GO[as];
  let result = '';
  let gone = 0;
  for (const [token, closing, name, empty] of xml.matchAll(TAG)) {
    const local = (name ?? '').replace(/^.*:/, '');
    if (whole.includes(local)) {
      if (empty !== '/') gone += closing === '/' ? -1 : 1;
    } else if (gone === 0 && !marks.includes(local)) {
      result += local === 'delText' ? token.replace('delText', 't') : token;
    }
  }
  return result;
}

/**
 * What a Word file says, character by character with the look of each, and all that stands between; how
 * the characters are shared out among runs does not matter, nor do comments.
 */
export function characters(docx: Uint8Array): string[] {
  const xml = strFromU8(unzipSync(docx)[MAIN]!)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      text.replace(/[&<>]/g, (mark) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt' }[mark]};`),
    );
  const found: string[] = [];
  let look: string | null = null;
  let inLook = false;
  let inText = false;
  for (const [token, closing, name, empty] of xml.matchAll(TAG)) {
    const local = (name ?? '').replace(/^.*:/, '');
    if (/^comment/.test(local)) continue;
    if (local === 'r') look = closing === '/' || empty === '/' ? null : '';
    else if (look !== null && local === 'rPr') {
      inLook = closing !== '/' && empty !== '/';
      look += token;
    } else if (inLook) look += token;
    else if (look !== null && local === 't') inText = closing !== '/';
    else if (inText && name === undefined) {
      for (const character of token.match(/&[^;]*;|./gsu) ?? []) found.push(`${look}${character}`);
    } else if (look === null || token.trim() !== '') found.push(`${look ?? ''}${token}`);
  }
  return found;
}
