/** A house template takes the place of our own layout: its page, header, footer and styles hold. */

import { type FileChild, PatchType, patchDocument } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ArchiveError, unpack } from '../../reading/archive.js';
import { openPackage } from '../package-reader.js';
import { WordFileError } from '../word-file-error.js';
import { readXml } from '../xml-reader.js';
import { STYLE_NAMES, type StyleId } from './styles.js';

/** Where the text goes; a template without it gets the text behind all it has. */
const PLACE = '正文';
const MARKS = { start: '{{', end: '}}' } as const;

/**
 * The template with the text in it. `own` is a document in our own layout, for the styles that the
 * template does not have; `print` makes the text with the ids that styles have in the template.
 */
export async function fillTemplate(
  template: Uint8Array,
  own: Uint8Array,
  print: (styleId: (style: StyleId) => string) => readonly FileChild[],
): Promise<Uint8Array> {
  const { main, files } = open(template);
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const stylesPart = `${folder}styles.xml`;
  const known = idsByName(text(stylesPart));
  const missing = (Object.keys(STYLE_NAMES) as StyleId[]).filter(
    (style) => !known.has(STYLE_NAMES[style].toLowerCase()),
  );
  const styleId = (style: StyleId) => known.get(STYLE_NAMES[style].toLowerCase()) ?? `ws${style}`;
  const added = stylesOf(strFromU8(unzipSync(own)['word/styles.xml']!), missing, styleId);
  files[stylesPart] = strToU8(text(stylesPart).replace('</w:styles>', `${added}</w:styles>`));
  const body = text(main);
  if (!plainText(body).includes(MARKS.start + PLACE + MARKS.end)) {
    const place = `<w:p><w:r><w:t>${MARKS.start}${PLACE}${MARKS.end}</w:t></w:r></w:p>`;
    files[main] = strToU8(
      body.replace(/(?=(?:<w:sectPr\b(?:(?!<w:sectPr\b)[\s\S])*)?<\/w:body>)/, place),
    );
  }
  return patchDocument({
    outputType: 'uint8array',
    data: zipSync(files),
    placeholderDelimiters: MARKS,
    patches: { [PLACE]: { type: PatchType.DOCUMENT, children: [...print(styleId)] } },
  });
}

function open(template: Uint8Array): { main: string; files: Record<string, Uint8Array> } {
  try {
    const { main } = openPackage(template);
    const { parts, tooLarge } = unpack(template, () => true);
    if (tooLarge.size > 0) throw new ArchiveError('bomb');
    return { main, files: Object.fromEntries(parts) };
  } catch (error) {
    if (!(error instanceof WordFileError || error instanceof ArchiveError)) throw error;
    throw new WordFileError({
      zh: '模板不是能用的 .docx 文件，没有导出。请在 Word 中打开模板，另存为不含宏、不设密码的 .docx。',
      en: 'The template is no usable .docx file and nothing was exported. Save it in Word as .docx without macros or a password.',
    });
  }
}

/** Ids of styles by their names in lower case. */
function idsByName(xml: string): Map<string, string> {
  const ids = new Map<string, string>();
  let id = '';
  if (xml === '') return ids;
  readXml(xml, {
    open({ name, space, attributes }) {
      if (space !== 'word') return;
      if (name === 'style') id = attributes.styleId ?? '';
      else if (name === 'name' && id !== '') ids.set((attributes.val ?? '').toLowerCase(), id);
    },
    close({ name }) {
      if (name === 'style') id = '';
    },
  });
  return ids;
}

/** Our definitions of some styles, with the ids that styles have in the template. */
function stylesOf(
  own: string,
  wanted: readonly StyleId[],
  styleId: (style: StyleId) => string,
): string {
  const rename = (xml: string) =>
    xml.replace(/(w:(?:styleId|val)=")(\w+)"/g, (whole, start, id) =>
      Object.hasOwn(STYLE_NAMES, id) ? `${start}${styleId(id as StyleId)}"` : whole,
    );
  return wanted
    .flatMap((style) => {
      const found = new RegExp(`<w:style [^>]*w:styleId="${style}"[^>]*>.*?</w:style>`).exec(own);
      // Names may look like ids: the name keeps its place.
      return found === null
        ? []
        : [
            found[0]
              .split(/(<w:name [^>]*>)/)
              .map((part) => (part.startsWith('<w:name ') ? part : rename(part)))
              .join(''),
          ];
    })
    .join('');
}

function plainText(xml: string): string {
  let text = '';
  readXml(xml, {
    text: (piece) => {
      text += piece;
    },
  });
  return text;
}
