/**
 * How much is read of what others made: every limit of size and number, and what is said where one is
 * passed. Whatever is within them is read in time and memory in proportion to its size.
 */
import type { Localized } from '../core/base/localized.js';

const kB = 1000;
const MB = 1000 * kB;

export const LIMITS = {
  /** A document on the command line; what is larger is a log or a dump. Bytes. */
  documentBytes: 32 * MB,
  /** A document that the editor reads unasked, one of a whole folder. Bytes. */
  folderDocumentBytes: 8 * MB,
  /** A document that any editor opens. UTF-16 units. */
  openDocumentUnits: 8 * MB,

  /** One message to the server. Bytes. */
  messageBytes: 256 * MB,

  /** `.work-summary.yaml`; far more than one with every setting. Bytes. */
  configurationBytes: 100 * kB,
  /** Entries of any list in it, such as terms. */
  configurationEntries: 1000,
  /** A file of the writer's own phrases. Bytes. */
  phraseFileBytes: 500 * kB,
  /** Phrases in it. */
  phrases: 2000,
  /** Lists and mappings within each other in YAML and JSON. */
  yamlDepth: 50,
  /** Words, signs and stretches of blanks in YAML that a person wrote. */
  yamlPieces: 60 * kB,

  /** A table of values. Bytes. */
  tableBytes: 10 * MB,
  /** The same of YAML and JSON, where each value comes with its name: some 150 000 values. */
  tablePieces: 1500 * kB,
  tableRows: 20_000,
  tableColumns: 1000,
  /** Rows times columns, empty ones at the end of a row left out. */
  tableCells: 1_000_000,
  /** One cell of a workbook, as spreadsheets have it. UTF-16 units. */
  cellUnits: 32_767,

  /** A Word file. Bytes. */
  wordBytes: 100 * MB,
  /** What one part of an archive may unpack to, and all of them together. Bytes. */
  partBytes: 40 * MB,
  partsBytes: 100 * MB,
  /** How many times its packed size a part may be once it is larger than a little. */
  unpackingRatio: 100,
  harmlessPartBytes: 4 * MB,
  parts: 10_000,

  /** A picture that goes into a Word file; a larger one makes a file that nobody can send. Bytes. */
  pictureBytes: 20 * MB,
  /** All pictures of a document together, in or out. Bytes. */
  picturesBytes: 100 * MB,
  /** Pictures that an import writes. */
  pictures: 500,
  /** The house template of an export. Bytes. */
  templateBytes: 20 * MB,
} as const;

export type Limit = keyof typeof LIMITS;

/** What is refused, and what to do; a file by that name is not read. */
export class Refused extends Error {
  constructor(readonly localized: Localized) {
    super(localized.en);
    this.name = 'Refused';
  }
}

/** What a refusal says, told by its shape: it may come from another bundle. */
export function refusalOf(error: unknown): Localized | null {
  const { localized } = (error ?? {}) as { readonly localized?: Partial<Localized> };
  return typeof localized?.zh === 'string' && typeof localized.en === 'string'
    ? (localized as Localized)
    : null;
}

/** `20 MB`, `100 kB`. */
export function sizeOf(limit: Limit): string {
  const bytes = LIMITS[limit];
  return bytes >= MB ? `${bytes / MB} MB` : `${bytes / kB} kB`;
}

/** What is no file that can be read from beginning to end. */
export const NOT_REGULAR: Localized = {
  zh: '不是普通文件（可能是管道、设备，或指向它们的链接），没有读取。请换成普通文件。',
  en: 'This is no regular file (but a pipe, a device, or a link to one) and was not read. Use a regular file.',
};

export function tooLarge(limit: Limit): Localized {
  return {
    zh: `文件超过 ${sizeOf(limit)}，没有读取。请拆分，或删去用不着的内容。`,
    en: `The file is larger than ${sizeOf(limit)} and was not read. Split it, or remove what is not needed.`,
  };
}

export const DOCUMENT_TOO_LARGE: Localized = {
  zh: `全文超过 ${LIMITS.openDocumentUnits / 10_000} 万字，不像文稿，没有检查。请拆分。`,
  en: `This text has more than ${LIMITS.openDocumentUnits / MB} million characters, which is no document; it was not checked. Split it.`,
};
