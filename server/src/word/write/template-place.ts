/** The place in a template where the text goes, and its formatting. */

/** Properties of the paragraph at the place, and of its text, as XML. */
export interface Place {
  readonly style: string | null;
  readonly paragraph: string;
  readonly run: string;
  /** Width of the text on the page, in points; null where the template does not say it. */
  readonly width: number | null;
  /** The same in landscape; null where that is not known, or not wider. */
  readonly landscape: number | null;
}

/** Paragraphs that contain no other one (those of text boxes do). */
const PARAGRAPH = /<w:p(?:\s[^<>]*)?>(?:(?!<w:p[\s>])[\s\S])*?<\/w:p>/g;
const PLACE = /\{\{\s*正文\s*\}\}/;
const PLACE_TEXT = '{{正文}}';

const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?:\s[^<>]*)?>([^<]*)<\/w:t>|(<w:tab\/>)/g)]
    .map(([, text, tab]) => (tab === undefined ? (text ?? '') : '\t'))
    .join('');

/**
 * The body with each place in a paragraph of its own: what stood before and after it in the line gets
 * paragraphs too, that look the same. Null where there is no place.
 */
export function separatePlaces(xml: string): string | null {
  let found = false;
  const separated = xml.replace(PARAGRAPH, (paragraph) => {
    const text = textOf(paragraph);
    const match = PLACE.exec(text);
    if (match === null) return paragraph;
    found = true;
    const properties = propertiesOf(paragraph);
    const run = runAt(paragraph);
    // A section that ends here ends after the text.
    const section = /<w:sectPr\b[\s\S]*?<\/w:sectPr>/.exec(properties)?.[0] ?? '';
    const plain = properties.replace(section, '');
    const line = (own: string, words: string) =>
      `<w:p>${own}<w:r>${run}<w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    return (
      (before.trim() === '' ? '' : line(plain, before)) +
      line(plain, PLACE_TEXT) +
      (after.trim() === '' ? '' : line(plain, after)) +
      (section === '' ? '' : `<w:p><w:pPr>${section}</w:pPr></w:p>`)
    );
  });
  return found ? separated : null;
}

/** Reads the formatting of the first place, which has to be in a paragraph of its own. */
export function readPlace(xml: string): Place {
  const paragraph = (xml.match(PARAGRAPH) ?? []).find((own) => PLACE.test(textOf(own))) ?? '';
  const properties = propertiesOf(paragraph).replace(
    /^<w:pPr(?:\s[^<>]*)?>|<\/w:pPr>$|^<w:pPr\/>$/g,
    '',
  );
  const style = /<w:pStyle w:val="([^"]*)"/.exec(properties)?.[1] ?? null;
  const run = runAt(paragraph).replace(/^<w:rPr(?:\s[^<>]*)?>|<\/w:rPr>$|^<w:rPr\/>$/g, '');
  return {
    style,
    // Left out: properties of the paragraph mark, the style, and numbers and breaks, which are this paragraph's alone.
    paragraph: properties.replace(
      /<w:rPr(?:\s[^<>]*)?>[\s\S]*?<\/w:rPr>|<w:rPr\/>|<w:pStyle\b[^<>]*\/>|<w:numPr>[\s\S]*?<\/w:numPr>|<w:(?:framePr|pageBreakBefore|pPrChange)\b[^<>]*\/>|<w:pPrChange[\s\S]*<\/w:pPrChange>/g,
      '',
    ),
    run: run.replace(/<w:rPrChange[\s\S]*<\/w:rPrChange>|<w:rStyle\b[^<>]*\/>/g, ''),
    ...widthsAt(xml, xml.indexOf(PLACE_TEXT)),
  };
}

function propertiesOf(paragraph: string): string {
  return (
    /^<w:p(?:\s[^<>]*)?>\s*(<w:pPr\/>|<w:pPr(?:\s[^<>]*)?>[\s\S]*?<\/w:pPr>(?!\s*<\/w:pPrChange>))/.exec(
      paragraph,
    )?.[1] ?? ''
  );
}

/** Properties of the run in which the place begins. */
function runAt(paragraph: string): string {
  const run = (paragraph.match(/<w:r(?:\s[^<>]*)?>[\s\S]*?<\/w:r>/g) ?? []).find((own) =>
    textOf(own).includes('{'),
  );
  return (
    /<w:rPr\/>|<w:rPr(?:\s[^<>]*)?>[\s\S]*?<\/w:rPr>(?!\s*<\/w:rPrChange>)/.exec(run ?? '')?.[0] ??
    ''
  );
}

/** Width of margins where a template does not say it, in twips. */
const USUAL_MARGIN = 1440;

/** Widths of the text at an offset; `w:sectPr` stands at the end of its section. */
function widthsAt(xml: string, at: number): Pick<Place, 'width' | 'landscape'> {
  const section = /<w:sectPr\b[\s\S]*?<\/w:sectPr>/.exec(xml.slice(Math.max(0, at)))?.[0] ?? '';
  const attribute = (element: string, name: string) => {
    const value = new RegExp(`<w:${element}\\b[^>]*\\sw:${name}="(-?\\d+)"`).exec(section)?.[1];
    return value === undefined ? null : Number(value);
  };
  const between = (size: string, ...margins: string[]) => {
    const page = attribute('pgSz', size);
    if (page === null) return null;
    const sides = margins.map((side) => attribute('pgMar', side) ?? USUAL_MARGIN);
    const width = sides.reduce((rest, side) => rest - side, page) / 20;
    return width > 50 ? width : null;
  };
  const [width, landscape] = [between('w', 'left', 'right'), between('h', 'top', 'bottom')];
  const gainsWidth = width !== null && landscape !== null && landscape > width;
  return { width, landscape: gainsWidth && (attribute('cols', 'num') ?? 1) < 2 ? landscape : null };
}
