/**
 * Word files, written and read. This is the entry of a bundle of its own (`dist/export.js`), loaded
 * when something is first exported or imported; it uses no API of Node or of a browser's page.
 */
import { type Blanks, blanksOf } from '../core/blocks/blanks.js';
import type { Block } from '../core/blocks/model.js';
import { readBlocks } from '../core/blocks/read.js';
import { writeBlock } from '../core/blocks/write.js';
import type { ParsedSummary } from '../core/model.js';
import type { PrintFormat } from '../core/print/format.js';
import { writeBlanksPart } from './blanks-part.js';
import { type Printer, printBlocks } from './blocks.js';
import { packDocument } from './document.js';
import { finishPackage } from './package.js';
import { type Picture, readPicture } from './picture.js';

export { parseSummary } from '../core/parse.js';
export { DEFAULT_FORMAT, type PrintFormat, readFormat } from '../core/print/format.js';

/** Files beside the summary that an export may need. */
export interface ExportResources {
  /** Bytes of a picture by its target as typed in the text; null when there is none. */
  readonly readPicture?: (target: string) => Promise<Uint8Array | null>;
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
  const printer: Printer = { format, pictures, styleId: (style) => style };
  const title =
    summary.title === null ? '' : summary.text.slice(summary.title.start, summary.title.end);
  const bytes = await packDocument(printBlocks(blocks, printer), format, title);
  const kept = sources.flatMap(({ block, source }): readonly Blanks[] => {
    const blanks = blanksOf(source, writeBlock(block, summary.syntax), summary.syntax);
    return blanks === null ? [] : [blanks];
  });
  return finishPackage(bytes, writeBlanksPart({ syntax: summary.syntax, blocks: kept, tail }));
}

async function loadPictures(
  blocks: readonly Block[],
  { readPicture: read }: ExportResources,
): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>();
  if (read === undefined) return pictures;
  const runs = blocks.flatMap((block) =>
    block.type === 'table' ? block.rows.flat(2) : block.runs,
  );
  for (const { image } of runs) {
    if (image === undefined || pictures.has(image)) continue;
    const bytes = await read(image);
    const picture = bytes === null ? null : readPicture(bytes);
    if (picture !== null) pictures.set(image, picture);
  }
  return pictures;
}
