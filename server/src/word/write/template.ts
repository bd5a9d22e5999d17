/** Export into a house template, whose page, headers, footers and styles are used in place of ours. */

import { PatchType, patchDocument } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { gridOf, type PrintFormat } from '../../core/settings/print-format.js';
import { ArchiveError, unpack } from '../../reading/archive.js';
import { openPackage } from '../package-reader.js';
import { edit, type Parts, relatedPart, replaced, textOf } from '../parts.js';
import { WordFileError } from '../word-file-error.js';
import { readXml } from '../xml-reader.js';
import type { PrintedPart, Printer } from './blocks.js';
import { STYLE_NAMES, type StyleId } from './styles.js';
import { type Place, readPlace, separatePlaces } from './template-place.js';
import { endSections, withSectionMarks } from './template-sections.js';
import { TemplateStyles } from './template-styles.js';

/** Where the text goes; a template without it gets the text after all it has. */
const MARKS = { start: '{{', end: '}}' } as const;
const PLACE = '正文';

/** Page and styles of a template, as far as the text depends on them. Lengths in points. */
export type TemplateLayout = Pick<Printer, 'styleId' | 'width' | 'landscape' | 'character'>;

/**
 * The parts of the template with the text in it. `own` are those of a document in our own layout, for
 * the styles that the template does not have; `print` makes the content for the layout of the template.
 * Rejects with a {@link WordFileError} when the template cannot be used.
 */
export async function fillTemplate(
  template: Uint8Array,
  ownParts: Parts,
  format: PrintFormat,
  print: (layout: TemplateLayout) => readonly PrintedPart[],
): Promise<{ readonly files: Parts; readonly main: string }> {
  const { main, files } = openTemplate(template);
  makeDocumentType(files);
  edit(files, main, (xml) => {
    const separated = separatePlaces(xml);
    if (separated !== null) return separated;
    return replaced(
      xml,
      /(?=(?:<w:sectPr\b(?:(?!<w:sectPr\b)[\s\S])*)?<\/w:body>)/,
      `<w:p><w:r><w:t>${PLACE_XML}</w:t></w:r></w:p>`,
    );
  });
  const body = textOf(files, main);
  const place: Place = readPlace(body);
  const stylesPart = relatedPart(files, main, 'styles');
  if (stylesPart === null || files[stylesPart] === undefined) throw new WordFileError(NO_STYLES);
  const styles = new TemplateStyles(textOf(files, stylesPart), place, format);
  const styleId = (style: StyleId) => styles.idOf(style);
  const added = styles.missingDefinitions(
    textOf(ownParts, 'word/styles.xml'),
    Object.keys(STYLE_NAMES) as StyleId[],
  );
  edit(files, stylesPart, (xml) =>
    xml.includes('</w:styles>')
      ? replaced(xml, '</w:styles>', () => `${added}</w:styles>`)
      : replaced(xml, /(<w:styles\b[^<>]*)\/>/, (_, start) => `${start}>${added}</w:styles>`),
  );
  const filled = await patchDocument({
    outputType: 'uint8array',
    data: zipSync(files, { level: 0 }),
    placeholderDelimiters: MARKS,
    patches: {
      [PLACE]: {
        type: PatchType.DOCUMENT,
        children: withSectionMarks(
          print({
            styleId,
            width: place.width ?? gridOf(format).width,
            landscape: place.landscape,
            character: styles.bodySize,
          }),
        ),
      },
    },
  });
  const parts: Parts = unzipSync(filled);
  edit(parts, main, endSections);
  return { files: parts, main };
}

const PLACE_XML = MARKS.start + PLACE + MARKS.end;

function openTemplate(template: Uint8Array): { main: string; files: Parts } {
  try {
    const { main } = openPackage(template);
    const { parts, tooLarge } = unpack(template, () => true);
    if (tooLarge.size > 0) throw new ArchiveError('bomb');
    const files = Object.fromEntries(parts);
    // XML that is not well-formed is found here, before anything is changed.
    readXml(textOf(files, main), {});
    return { main, files };
  } catch (error) {
    if (!(error instanceof WordFileError || error instanceof ArchiveError)) throw error;
    throw new WordFileError({
      zh: '模板不是能用的 .docx 文件，没有导出。请在 Word 中打开模板，另存为不含宏、不设密码的 .docx。',
      en: 'The template is no usable .docx file and nothing was exported. Save it in Word as .docx without macros or a password.',
    });
  }
}

/** Changes the content type of a .dotx to that of a document: Word would not open a .docx with the other. */
function makeDocumentType(files: Parts): void {
  const types = textOf(files, '[Content_Types].xml');
  if (!types.includes(TEMPLATE_TYPE)) return;
  files['[Content_Types].xml'] = strToU8(types.replaceAll(TEMPLATE_TYPE, DOCUMENT_TYPE));
}

const TEMPLATE_TYPE =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml';
const DOCUMENT_TYPE =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const NO_STYLES = {
  zh: '模板里没有样式，没有导出。请在 Word 中打开模板，另存为 .docx，再导出。',
  en: 'The template has no styles, so nothing was exported. Open it in Word, save it as .docx and export again.',
};
