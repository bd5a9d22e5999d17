/**
 * Word files, written and read, and what else is done with a whole text on the client: its pages, and
 * what of it stood in another. This is the entry of a bundle of its own (`dist/word.js`), loaded when
 * one of these is first asked for; it uses no API of Node or of a browser's page.
 */
import type { FileChild } from 'docx';
import type { Localized } from '../../core/base/localized.js';
import type { ParsedSummary, Syntax } from '../../core/document/model.js';
import type { Block, SourceBlock } from '../../core/print/blocks.js';
import { readBlocks } from '../../core/print/read-blocks.js';
import { type Blanks, blanksOf } from '../../core/print/source-whitespace.js';
import { writeBlock } from '../../core/print/write-blocks.js';
import type { PrintFormat } from '../../core/settings/print-format.js';
import { LIMITS, refusalOf, sizeOf } from '../../reading/limits.js';
import { writeBlanksPart } from '../layout-part.js';
import { readOwnBlocks } from '../read/index.js';
import { type Printer, printBlocks } from './blocks.js';
import { packDocument } from './document.js';
import { addPart, finishPackage } from './package.js';
import { type Picture, readPicture } from './picture.js';
import { fillTemplate } from './template.js';

export { compareSummaries } from '../../core/compare/compare.js';
export { parseSummary } from '../../core/document/parse.js';
export { pageCss, pageHtml, printableHtml } from '../../core/print/html.js';
export { PageLayout } from '../../core/print/pages.js';
export { readBlocks } from '../../core/print/read-blocks.js';
export { DEFAULT_FORMAT, type PrintFormat, readFormat } from '../../core/settings/print-format.js';
export {
  type Changes,
  type ImportedDocument,
  type ImportOptions,
  importDocx,
  refuseTooLarge,
  WordFileError,
} from '../read/index.js';

const MOST_OUT_OF_STEP = 5;

/** Files beside the summary that an export may need. */
export interface ExportResources {
  /** Bytes of a picture by its target as typed in the text; null when there is none. Rejects with `Refused`. */
  readonly readPicture?: (target: string) => Promise<Uint8Array | null>;
  /** Says which pictures are left out for their size, or because they are no files. */
  readonly tell?: (message: Localized) => void;
  /** Bytes of the house template. */
  readonly template?: Uint8Array;
}

/**
 * The summary as a .docx in the layout of GB/T 9704—2012, or in that of the house template.
 * Rejects with a {@link WordFileError} only when the template cannot be used.
 */
export async function exportDocx(
  summary: ParsedSummary,
  format: PrintFormat,
  resources: ExportResources = {},
): Promise<Uint8Array> {
  const { blocks: sources, tail } = readBlocks(summary);
  const blocks = sources.map(({ block }) => block);
  const pictures = await loadPictures(blocks, resources);
  const print = (styleId: Printer['styleId']) => printBlocks(blocks, { format, pictures, styleId });
  const title =
    summary.title === null ? '' : summary.text.slice(summary.title.start, summary.title.end);
  const { template } = resources;
  const own = async (children: readonly FileChild[]) =>
    finishPackage(await packDocument(children, format, title));
  const bytes =
    template === undefined
      ? await own(print((style) => style))
      : await fillTemplate(template, await own([]), print);
  const { syntax } = summary;
  const kept = rememberBlanks(sources, readOwnBlocks(bytes), syntax);
  return addPart(bytes, writeBlanksPart({ syntax, blocks: kept, tail }));
}

/** What an import needs besides the file itself to write the text as it was. */
function rememberBlanks(
  sources: readonly SourceBlock[],
  read: readonly Block[],
  syntax: Syntax,
): Blanks[] {
  const kept: Blanks[] = [];
  const written = read.map((block) => writeBlock(block, syntax));
  let next = 0;
  for (const { source } of sources) {
    // A block may be read as two, or as none; what is out of step is not remembered.
    for (let i = next; i < Math.min(written.length, next + MOST_OUT_OF_STEP); i++) {
      const blanks = blanksOf(source, written[i]!, syntax);
      if (blanks === null) continue;
      kept.push(blanks);
      next = i + 1;
      break;
    }
  }
  return kept;
}

async function loadPictures(
  blocks: readonly Block[],
  { readPicture: read, tell = () => {} }: ExportResources,
): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>();
  if (read === undefined) return pictures;
  const places = new Map<string, number>();
  for (const block of blocks) {
    for (const { image } of block.type === 'table' ? block.rows.flat(2) : block.runs) {
      if (image !== undefined) places.set(image, (places.get(image) ?? 0) + 1);
    }
  }
  let total = 0;
  for (const [image, count] of places) {
    try {
      const bytes = await read(image);
      const picture = bytes === null ? null : readPicture(bytes);
      if (picture === null) continue;
      // Each place counts: there it is drawn, and looked at once more.
      total += picture.bytes.length * count;
      if (total > LIMITS.picturesBytes) {
        tell(TOO_MANY_PICTURES);
        break;
      }
      pictures.set(image, picture);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null) throw error;
      tell({ zh: `图片“${image}”：${refusal.zh}`, en: `Picture “${image}”: ${refusal.en}` });
    }
  }
  return pictures;
}

const TOO_MANY_PICTURES: Localized = {
  zh: `图片合计超过 ${sizeOf('picturesBytes')}，后面的没有放进 Word 文件。请先压缩图片。`,
  en: `The pictures are larger than ${sizeOf('picturesBytes')} together; further ones were left out. Compress them first.`,
};
