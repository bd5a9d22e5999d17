import { isInert, isSafeLink } from '../../core/base/inert-markdown.js';
import type { Localized } from '../../core/base/localized.js';
import type { Syntax } from '../../core/document/model.js';
import type { Block } from '../../core/print/blocks.js';
import {
  type Blanks,
  fingerprint,
  splitBlanks,
  weaveBlanks,
} from '../../core/print/source-whitespace.js';
import { defaultLead, writeBlock } from '../../core/print/write-blocks.js';
import { partAt } from '../../reading/archive.js';
import { BLANKS_NAMESPACE, readBlanksPart, type SourceLayout } from '../layout-part.js';
import { openPackage, type WordPackage } from '../package-reader.js';
import { readXml } from '../xml-reader.js';
import { type Body, type BodyContext, type Changes, readBody } from './body.js';
import { Numbering } from './numbering.js';
import { type ImportedPicture, Pictures } from './pictures.js';
import { Styles } from './styles.js';

export { refuseTooLarge } from '../package-reader.js';
export { WordFileError } from '../word-file-error.js';
export type { Changes } from './body.js';
export type { ImportedPicture } from './pictures.js';

export interface ImportOptions {
  /** By default what the file was exported from; else Markdown where there are tables or pictures. */
  readonly syntax?: Syntax;
  /** By default tracked changes are accepted. */
  readonly changes?: Changes;
  /** Name of the new file, or of the Word file; the folder of the pictures beside it is called after it. */
  readonly name?: string;
}

export interface ImportedDocument {
  readonly text: string;
  readonly syntax: Syntax;
  /** Number of tracked changes in the file. */
  readonly tracked: number;
  /** What was left out, in sentences for the writer. */
  readonly notices: readonly Localized[];
  readonly pictures: readonly ImportedPicture[];
}

/**
 * Reads a .docx: headings, automatic numbers as typed labels, tables, tracked changes. Rejects with a
 * {@link WordFileError} for what is no readable .docx; its memory is bounded whatever the file.
 */
export async function importDocx(
  bytes: Uint8Array,
  options: ImportOptions = {},
): Promise<ImportedDocument> {
  const word = openPackage(bytes);
  const layout = readLayout(word);
  const relationships = readRelationships(word);
  const shown = new Pictures(
    options.syntax === 'plain' ? new Map() : word.bytes(relationships.pictures),
    options.name ?? '',
    layout !== null,
  );
  const body = readMain(word, relationships, options.changes ?? 'accept', (part, typed) =>
    shown.target(part, typed),
  );
  const tables = body.blocks.some(({ type }) => type === 'table');
  const syntax: Syntax =
    options.syntax ?? layout?.syntax ?? (tables || body.pictures > 0 ? 'markdown' : 'plain');
  const plain = syntax === 'plain';
  return {
    text: writeBlocks(body.blocks, syntax, layout?.syntax === syntax ? layout : null),
    syntax,
    tracked: body.tracked,
    notices: [...leftOut(body), ...(plain ? plainNotices(tables, body.pictures) : shown.notices)],
    pictures: plain ? [] : shown.pictures,
  };
}

/** The blocks that an import of this file, which we have just written, would read. */
export function readOwnBlocks(bytes: Uint8Array): readonly Block[] {
  const word = openPackage(bytes);
  return readMain(word, readRelationships(word), 'accept', (_, typed) => typed).blocks;
}

function readMain(
  word: WordPackage,
  relationships: Relationships,
  changes: Changes,
  picture: BodyContext['picture'],
): Body {
  const part = (type: string) => {
    const name = relationships.byType.get(type);
    return name === undefined ? null : word.text(name);
  };
  return readBody(word.text(word.main) ?? '', {
    styles: new Styles(part('styles')),
    numbering: new Numbering(part('numbering')),
    relationships: relationships.byId,
    changes,
    picture,
  });
}

function leftOut({ footnotes, comments }: { footnotes: number; comments: number }): Localized[] {
  const notices: Localized[] = [];
  if (footnotes > 0) {
    notices.push({
      zh: `有 ${footnotes} 条脚注或尾注没有导入。`,
      en: `${footnotes} footnotes or endnotes were left out.`,
    });
  }
  if (comments > 0) {
    notices.push({
      zh: `有 ${comments} 条批注没有导入。`,
      en: `${comments} comments were left out.`,
    });
  }
  return notices;
}

function plainNotices(tables: boolean, pictures: number): Localized[] {
  const notices: Localized[] = [];
  if (tables) {
    notices.push({
      zh: '表格的各列用制表符隔开；导入为 .md 可以保留表格。',
      en: 'Table columns are separated by tabs; import as .md to keep tables.',
    });
  }
  if (pictures > 0) {
    notices.push({
      zh: `有 ${pictures} 张图片只留下了说明；导入为 .md 可以保留图片。`,
      en: `Of ${pictures} pictures only the descriptions are kept; import as .md to keep them.`,
    });
  }
  return notices;
}

interface Relationships {
  readonly byId: Map<string, string>;
  /** First part of each type, by the last word of the type. */
  readonly byType: Map<string, string>;
  /** Names of picture parts, in order. */
  readonly pictures: Set<string>;
}

function readRelationships(word: WordPackage): Relationships {
  const folder = word.main.slice(0, word.main.lastIndexOf('/') + 1);
  const pictures = new Set<string>();
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  const xml = word.text(`${folder}_rels/${word.main.slice(folder.length)}.rels`);
  if (xml === null) return { byId, byType, pictures };
  readXml(xml, {
    open({ name, attributes: { Id, Type = '', Target = '', TargetMode } }) {
      if (name !== 'Relationship' || Id === undefined) return;
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      if (TargetMode === 'External') {
        // A picture that is only linked stays out: nothing is fetched.
        if (type === 'hyperlink' && isSafeLink(Target)) byId.set(Id, Target);
        return;
      }
      const path = partAt(folder, Target);
      if (type !== 'hyperlink') byId.set(Id, path);
      if (type === 'image') pictures.add(path);
      if (!byType.has(type)) byType.set(type, path);
    },
  });
  return { byId, byType, pictures };
}

/** How the text was laid out on the screen, when we wrote the file. */
function readLayout(word: WordPackage): SourceLayout | null {
  for (const name of word.names) {
    if (!/^customXml\/item\d+\.xml$/.test(name)) continue;
    const xml = word.text(name);
    if (xml === null || !xml.includes(BLANKS_NAMESPACE)) continue;
    let syntax: string | undefined;
    let json = '';
    readXml(xml, {
      open: ({ attributes }) => {
        syntax ??= attributes.syntax;
      },
      text: (text) => {
        json += text;
      },
    });
    return readBlanksPart(syntax, json);
  }
  return null;
}

/** Blocks as a text. A block that has not changed since it was exported looks as it did then. */
function writeBlocks(
  blocks: readonly Block[],
  syntax: Syntax,
  layout: SourceLayout | null,
): string {
  const remembered = new Map<string, Blanks['gaps'][]>();
  for (const { key, gaps } of layout?.blocks ?? []) {
    const known = remembered.get(key);
    if (known === undefined) remembered.set(key, [gaps]);
    else known.push(gaps);
  }
  const pieces = blocks.map((block) => {
    const written = writeBlock(block, syntax);
    const split = splitBlanks(written, syntax);
    const gaps = remembered.get(fingerprint(split.ink))?.shift();
    const woven = gaps === undefined ? null : weaveBlanks(split, gaps);
    // A file can claim to be ours: blanks that would let marks or HTML come to life are not put back.
    const harmless = woven !== null && (syntax === 'plain' || isInert(woven));
    return { block, written, known: harmless ? woven : null };
  });
  const leads = new Leads();
  for (const { block, known } of pieces) if (known !== null) leads.learn(block, known);
  const crlf = layout !== null && JSON.stringify(layout).includes('\\r\\n');
  const lineEnds = (text: string) => (crlf ? text.replace(/\n/g, '\r\n') : text);
  let text = '';
  for (const [index, { block, written, known }] of pieces.entries()) {
    const previous = pieces[index - 1]?.block;
    const lead = leads.of(block) ?? lineEnds(defaultLead(block, previous, syntax));
    text += known ?? (index === 0 ? lead.replace(/^[\r\n]+/, '') : lead) + lineEnds(written);
  }
  return text + (layout?.tail ?? '\n');
}

/** What usually stands before a block of a kind, so that a paragraph added in Word looks like its neighbours. */
class Leads {
  private readonly counts = new Map<string, Map<string, number>>();

  learn(block: Block, text: string): void {
    const lead = /^[\s]*/.exec(text)![0];
    const kind = kindOf(block);
    const counts = this.counts.get(kind) ?? new Map<string, number>();
    counts.set(lead, (counts.get(lead) ?? 0) + 1);
    this.counts.set(kind, counts);
  }

  of(block: Block): string | undefined {
    const counts = [...(this.counts.get(kindOf(block)) ?? [])].filter(([lead]) =>
      /[\r\n]/.test(lead),
    );
    return counts.sort(([, a], [, b]) => b - a)[0]?.[0];
  }
}

const kindOf = (block: Block) =>
  block.type === 'table' ? 'table' : `${block.kind} ${block.level}`;
