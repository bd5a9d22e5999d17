/** Landscape pages for wide tables in a house template: sections made from the one at the place. */
import { type FileChild, Paragraph } from 'docx';
import { replaced } from '../parts.js';
import type { PrintedPart } from './blocks.js';

const SECTION = /<w:sectPr\b(?:(?!<w:sectPr\b)[\s\S])*?<\/w:sectPr>/;
const MARK = /<w:p><w:pPr><w:pStyle w:val="ws-section-(turned|upright)"\/><\/w:pPr><\/w:p>/g;

/** The content of all parts, with a mark at the end of each where there are landscape pages. */
export function withSectionMarks(parts: readonly PrintedPart[]): FileChild[] {
  const filled = parts.filter(({ children }) => children.length > 0);
  return filled.flatMap(({ landscape, children }, index) =>
    index < filled.length - 1 || landscape
      ? [...children, new Paragraph({ style: `ws-section-${landscape ? 'turned' : 'upright'}` })]
      : children,
  );
}

/** The main part with sections that end at the marks, each made from the template's own section there. */
export function endSections(body: string): string {
  if (body.search(MARK) < 0) return body;
  // Where nothing follows the last mark, the template's last section itself is turned.
  const last = new RegExp(`${MARK.source}(${SECTION.source})(?=\\s*</w:body>)`);
  const xml = body.replace(last, (_, kind, section) =>
    kind === 'turned' ? withPageTurned(section) : section,
  );
  const started = new Set<number>();
  const sectionAfter = (at: number) => {
    const found = SECTION.exec(xml.slice(at));
    if (found === null) throw new Error('No section after the text');
    return { section: found[0], place: at + found.index };
  };
  let result = '';
  let from = 0;
  for (const { 0: mark, 1: kind, index } of xml.matchAll(MARK)) {
    const { section, place } = sectionAfter(index);
    // The last section may have been turned just before; the model is portrait.
    const upright = isLandscape(section) ? withPageTurned(section) : section;
    const own = started.has(place) ? asContinuation(upright) : upright;
    started.add(place);
    result += `${xml.slice(from, index)}<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>${kind === 'turned' ? withPageTurned(own) : own}</w:pPr></w:p>`;
    from = index + mark.length;
  }
  result += xml.slice(from);
  if (started.size === 0) return result;
  const ends = new Set([...started].map((place) => xml.slice(place)));
  for (const end of ends) {
    const section = SECTION.exec(end)![0];
    const at = result.length - end.length;
    result = result.slice(0, at) + asContinuation(section) + result.slice(at + section.length);
  }
  return result;
}

const isLandscape = (section: string) => /<w:pgSz\b[^<>]*w:orient="landscape"/.test(section);

/** A section as a continuation of the one before: without a first page of its own or a restart of page numbers. */
const asContinuation = (section: string) =>
  section
    .replace(/<w:(?:titlePg|type)\b[^<>]*\/>/g, '')
    .replace(/(<w:pgNumType\b[^<>]*?)\sw:start="\d+"/g, '$1');

/** A section with its page and margins turned by 90°; turned twice it is as it was. */
function withPageTurned(section: string): string {
  const value = (tag: string, name: string) =>
    new RegExp(`\\sw:${name}="(-?\\d+)"`).exec(tag)?.[1] ?? '0';
  const set = (tag: string, name: string, to: string) =>
    tag.replace(new RegExp(`(\\sw:${name}=")-?\\d+"`), `$1${to}"`);
  const size = replaced(section, /<w:pgSz\b[^<>]*\/>/, (tag) => {
    const plain = set(set(tag, 'w', value(tag, 'h')), 'h', value(tag, 'w'));
    return isLandscape(tag)
      ? plain.replace(/\sw:orient="landscape"/, '')
      : plain.replace(/\sw:orient="\w+"/, '').replace('/>', ' w:orient="landscape"/>');
  });
  return size.replace(/<w:pgMar\b[^<>]*\/>/, (tag) => {
    const [top, right, bottom, left] = ['top', 'right', 'bottom', 'left'].map((side) =>
      value(tag, side),
    ) as [string, string, string, string];
    const sides = isLandscape(section)
      ? { top: left, bottom: right, right: top, left: bottom }
      : { left: top, right: bottom, bottom: left, top: right };
    return Object.entries(sides).reduce((own, [side, to]) => set(own, side, to), tag);
  });
}
