/**
 * Word files, written and read, and what else is done with a whole text on the client: its pages, and
 * what of it stood in another. This is the entry of a bundle of its own (`dist/word.js`), loaded when
 * one of these is first asked for; it uses no API of Node or of a browser's page.
 */
import { unzipSync, zipSync } from 'fflate';
import type { Localized } from '../../core/base/localized.js';
import type { ParsedSummary, Syntax } from '../../core/document/model.js';
import { titleOf } from '../../core/document/title.js';
import {
  type Block,
  type ParagraphBlock,
  type SourceBlock,
  textOf,
} from '../../core/print/blocks.js';
import { readBlocks } from '../../core/print/read-blocks.js';
import { type Blanks, blanksOf } from '../../core/print/source-whitespace.js';
import { writeBlock } from '../../core/print/write-blocks.js';
import { gridOf, landscapeWidth, type PrintFormat } from '../../core/settings/print-format.js';
import { LIMITS, refusalOf, sizeOf } from '../../reading/limits.js';
import { codeKey, writeBlanksPart } from '../layout-part.js';
import { packageOf } from '../package-reader.js';
import { edit, type Parts } from '../parts.js';
import { notesAtPlaces, readOwnBlocks, withLanguages } from '../read/index.js';
import { type PrintedPart, printBlocks } from './blocks.js';
import { packDocument } from './document.js';
import { addCustomXmlPart, finishParts } from './package.js';
import { type Picture, readPicture } from './picture.js';
import { PlainTables } from './plain-table.js';
import { fillTemplate } from './template.js';

export { compareSummaries } from '../../core/compare/compare.js';
export { parseSummary } from '../../core/document/parse.js';
export { pageCss, pageHtml, printableHtml } from '../../core/print/html.js';
export { PageLayout } from '../../core/print/pages.js';
export { readBlocks } from '../../core/print/read-blocks.js';
export { DEFAULT_FORMAT, type PrintFormat, readFormat } from '../../core/settings/print-format.js';
export {
  type ChangeHandling,
  type ImportedDocument,
  type ImportOptions,
  importDocx,
  refuseTooLarge,
  WordFileError,
} from '../read/index.js';

export {
  type ReviewEdit,
  type ReviewedFile,
  type ReviewPlace,
  type ReviewRemark,
  readForReview,
  type WrittenReview,
} from '../review/index.js';

/** How many blocks the search for the match of a source block looks ahead. */
const MOST_OUT_OF_STEP = 5;

/** Files beside the summary that an export may need. */
export interface ExportResources {
  /** Bytes of a picture by its target as typed in the text; null when there is none. Rejects with `Refused`. */
  readonly readPicture?: (target: string) => Promise<Uint8Array | null>;
  /** Called with a message for the writer for everything that is left out. */
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
  const leftOutNotice = describeLeftOut(summary, sources);
  if (leftOutNotice !== null) resources.tell?.(leftOutNotice);
  const title = titleOf(summary);
  const { template } = resources;
  const ownParts = async (parts: readonly PrintedPart[]) => {
    const files: Parts = unzipSync(await packDocument(parts, format, title));
    finishParts(files);
    return files;
  };
  const { width, character } = gridOf(format);
  const tables = new PlainTables();
  const landscape = landscapeWidth(format);
  const printer = {
    ...{ format, pictures, tables, width, character, landscape },
    usesTemplate: false,
  };
  const { files, main } =
    template === undefined
      ? {
          files: await ownParts(printBlocks(blocks, { ...printer, styleId: (style) => style })),
          main: MAIN,
        }
      : await fillTemplate(template, await ownParts([]), format, (templateLayout) =>
          printBlocks(blocks, { format, pictures, tables, usesTemplate: true, ...templateLayout }),
        );
  edit(files, main, (xml) => tables.insert(xml));
  const { syntax } = summary;
  const { blocks: read, notes } = readOwnBlocks(packageOf(files, main));
  const layout = {
    syntax,
    blocks: rememberBlanks(sources, read, notes, syntax),
    tail,
    notes: notePlaces(blocks),
    codes: languagesOf(blocks),
  };
  addCustomXmlPart(files, main, writeBlanksPart(layout));
  return zipSync(files, { level: 6 });
}

/** Where the docx library puts the text. */
const MAIN = 'word/document.xml';

/** Languages named after the fences of code, with the keys of the code. */
const languagesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block): [string, string][] =>
    block.type === 'paragraph' && block.language !== undefined
      ? [[codeKey(textOf(block.runs)), block.language]]
      : [],
  );

/** A notice of front matter and comments, which stay out of the Word file; null where there are none. */
function describeLeftOut(
  { text, syntax }: ParsedSummary,
  sources: readonly SourceBlock[],
): Localized | null {
  if (syntax !== 'markdown') return null;
  const comments = (all: string) => all.match(/<!--/g)?.length ?? 0;
  const shown = sources.reduce((sum, { block }) => {
    const runs = block.type === 'table' ? block.rows.flat(2) : block.runs;
    return sum + comments(textOf(runs));
  }, 0);
  const count = comments(text) - shown;
  const front =
    /^\ufeff?---\r?\n(?:[\s\S]*?\n)?---[ \t]*(?:\r?\n|$)/.test(text) &&
    !/^\ufeff?\s*---/.test(sources[0]?.source ?? '');
  if (count === 0 && !front) return null;
  const zh = [
    ...(front ? ['开头的属性（两行 --- 之间）'] : []),
    ...(count > 0 ? [`${count} 处注释`] : []),
  ];
  const en = [...(front ? ['the front matter'] : []), ...(count > 0 ? [`${count} comments`] : [])];
  return {
    zh: `${zh.join('和')}没有放进 Word 文件，从那里再导入也不会有。`,
    en: `${en.join(' and ')} stay out of the Word file, and of what is imported from it.`,
  };
}

/** The footnotes in the order in which they are referred to, and after how many other blocks each one stands. */
function notePlaces(blocks: readonly Block[]): [string, number][] {
  const places = new Map<string, number>();
  let others = 0;
  for (const block of blocks) {
    if (block.type === 'paragraph' && block.note !== undefined) places.set(block.note, others);
    else others++;
  }
  const order = new Set<string>();
  for (const block of blocks) {
    for (const { note } of block.type === 'table' ? block.rows.flat(2) : block.runs) {
      if (note !== undefined) order.add(note);
    }
  }
  return [...order].flatMap((label) => {
    const place = places.get(label);
    return place === undefined ? [] : [[label, place] as [string, number]];
  });
}

/** The blanks of each block in the source, with which an import restores the text as it was. */
function rememberBlanks(
  sources: readonly SourceBlock[],
  read: readonly Block[],
  notes: readonly ParagraphBlock[],
  syntax: Syntax,
): Blanks[] {
  const kept: Blanks[] = [];
  const blocks = sources.map(({ block }) => block);
  const written = withLanguages(
    notesAtPlaces(read, notes, notePlaces(blocks)),
    languagesOf(blocks),
  ).map((block) => writeBlock(block, syntax));
  let next = 0;
  for (const { source } of sources) {
    // One block may be read back as two or none; those without a match are not remembered.
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
      if (picture === null) {
        tell(bytes === null ? missingNotice(image) : unsupportedNotice(image));
        continue;
      }
      // Each use counts, since the file takes as much memory as all of them.
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

const missingNotice = (image: string): Localized => ({
  zh: `找不到图片“${image}”，Word 文件里原处写着它的名字。请检查路径，再导出。`,
  en: `The picture “${image}” was not found; its name stands in its place. Check the path and export again.`,
});

const unsupportedNotice = (image: string): Localized => ({
  zh: `“${image}”不是 Word 都能显示的图片，没有放进 Word 文件。请转换成 PNG 或 JPEG。`,
  en: `“${image}” is no picture that Word shows everywhere and was left out. Convert it to PNG or JPEG.`,
});

const TOO_MANY_PICTURES: Localized = {
  zh: `图片合计超过 ${sizeOf('picturesBytes')}，后面的没有放进 Word 文件。请先压缩图片。`,
  en: `The pictures are larger than ${sizeOf('picturesBytes')} together; further ones were left out. Compress them first.`,
};
