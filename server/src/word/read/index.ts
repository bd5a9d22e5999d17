import { isInert } from '../../core/base/inert-markdown.js';
import type { Localized } from '../../core/base/localized.js';
import type { Syntax } from '../../core/document/model.js';
import { type Block, type ParagraphBlock, type Run, textOf } from '../../core/print/blocks.js';
import {
  type Blanks,
  fingerprint,
  splitBlanks,
  weaveBlanks,
} from '../../core/print/source-whitespace.js';
import { defaultLead, writeBlock } from '../../core/print/write-blocks.js';
import { BLANKS_NAMESPACE, codeKey, readBlanksPart, type SourceLayout } from '../layout-part.js';
import { openPackage, type WordPackage } from '../package-reader.js';
import { readXml } from '../xml-reader.js';
import { type Body, type BodyContext, type ChangeHandling, readBody } from './body.js';
import { cleanDescription } from './descriptions.js';
import { readNotes } from './notes.js';
import { Numbering } from './numbering.js';
import { type ImportedPicture, Pictures } from './pictures.js';
import { type Relationships, relatedParts } from './relationships.js';
import { Styles } from './styles.js';
import { findTitle } from './title.js';

export { refuseTooLarge } from '../package-reader.js';
export { WordFileError } from '../word-file-error.js';
export type { ChangeHandling } from './body.js';
export type { ImportedPicture } from './pictures.js';

export interface ImportOptions {
  /** By default what the file was exported from; else Markdown where there are tables or pictures. */
  readonly syntax?: Syntax;
  /** By default tracked changes are accepted. */
  readonly changes?: ChangeHandling;
  /** Name of the new file, or of the Word file; the folder of the pictures beside it is called after it. */
  readonly name?: string;
  /** Bytes of a file beside the text, by its path; null where there is none. Another document's picture keeps its name. */
  readonly existing?: (path: string) => Promise<Uint8Array | null>;
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
  const source = openSource(word, options.changes ?? 'accept', layout !== null);
  const pictureParts =
    options.syntax === 'plain'
      ? new Map<string, Uint8Array>()
      : word.bytes(source.relationships.pictures);
  const foreignPaths = new Set<string>();
  const read = () => {
    const shown = new Pictures(pictureParts, options.name ?? '', layout !== null, foreignPaths);
    const body = source.read((part, typed) => shown.target(part, typed));
    return { shown, body };
  };
  let { shown, body } = read();
  // The text contains the names of pictures, so it is read again when one is changed.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const foreign = await foreignPictures(shown.pictures, options.existing);
    if (foreign.length === 0) break;
    for (const path of foreign) foreignPaths.add(path.toLowerCase());
    ({ shown, body } = read());
  }
  const blocks = layout === null ? findTitle(body.blocks, body.centred) : body.blocks;
  const hasTables = blocks.some(({ type }) => type === 'table');
  const syntax: Syntax =
    options.syntax ?? layout?.syntax ?? (hasTables || body.pictures > 0 ? 'markdown' : 'plain');
  const isPlain = syntax === 'plain';
  const matchingLayout = layout?.syntax === syntax ? layout : null;
  const whole = isPlain
    ? notesInPlainText(blocks, body.notes)
    : withLanguages(
        notesAtPlaces(blocks, body.notes, matchingLayout?.notes ?? []),
        matchingLayout?.codes ?? [],
      );
  return {
    text: writeBlocks(whole, syntax, matchingLayout),
    syntax,
    tracked: body.tracked,
    notices: [
      ...(isPlain && body.notes.length > 0 ? [notesNotice(body.notes.length)] : []),
      ...body.losses.notices,
      ...(layout === null ? headerFooterNotices(word, source.relationships) : []),
      ...(isPlain ? plainNotices(hasTables, body.pictures) : shown.notices),
    ],
    pictures: isPlain ? [] : shown.pictures,
  };
}

/** Most attempts to find free names for pictures; each avoids the names that were found taken before. */
const MOST_ROUNDS = 20;

/** Paths of pictures where a file with other bytes exists. */
async function foreignPictures(
  pictures: readonly ImportedPicture[],
  existing: ImportOptions['existing'],
): Promise<string[]> {
  const foreign: string[] = [];
  if (existing === undefined) return foreign;
  for (const { path, bytes } of pictures) {
    const there = await existing(path);
    const isSame =
      there === null ||
      (there.length === bytes.length && there.every((byte, index) => byte === bytes[index]));
    if (!isSame) foreign.push(path);
  }
  return foreign;
}

/** The blocks that an import of a file of our own would read, before its layout is applied. */
export function readOwnBlocks(word: WordPackage): {
  readonly blocks: readonly Block[];
  readonly notes: readonly ParagraphBlock[];
} {
  return openSource(word, 'accept', true).read((_, typed) => typed);
}

interface Source {
  readonly relationships: Relationships;
  /** Reads the body from the beginning. */
  read(picture: BodyContext['picture']): Body;
}

/** @param isOwnFile Whether an export of ours wrote the file: its descriptions of pictures are then kept as they are. */
function openSource(word: WordPackage, changes: ChangeHandling, isOwnFile: boolean): Source {
  const relationships = relatedParts(word);
  const part = (type: string) => {
    const name = relationships.byType.get(type);
    return name === undefined ? null : word.text(name);
  };
  const main = word.text(word.main) ?? '';
  const styles = new Styles(part('styles'));
  const describe = isOwnFile ? (text: string) => text : cleanDescription;
  let endless: ReadonlySet<number> = new Set();
  let notes: BodyContext['notes'] = new Map();
  const read = (picture: BodyContext['picture']) =>
    readBody(main, {
      ...{ styles, numbering: new Numbering(part('numbering')), relationships: relationships.byId },
      ...{ changes, notes, endless, picture, describe, isOwnFile },
    });
  const notesContext: BodyContext = {
    ...{
      styles,
      numbering: new Numbering(null),
      relationships: new Map(),
      changes,
      notes,
      endless,
      isOwnFile,
    },
    picture: () => null,
    describe,
  };
  notes = new Map(
    (['footnote', 'endnote'] as const).flatMap((kind) =>
      [...readNotes(part(`${kind}s`), kind, notesContext)].map(
        ([id, runs]) => [`${kind} ${id}`, runs] as const,
      ),
    ),
  );
  return {
    relationships,
    read(picture) {
      if (endless.size === 0 && !fieldsEnd(main)) ({ endless } = read(() => null));
      return read(picture);
    },
  };
}

/** False where a field never ends: what follows would be taken for a part of it. */
function fieldsEnd(xml: string): boolean {
  let open = 0;
  for (const [, mark] of xml.matchAll(/fldCharType\s*=\s*["'](begin|end)["']/g)) {
    open += mark === 'begin' ? 1 : -1;
  }
  return open <= 0;
}

/** In plain text, notes replace the marks that refer to them. */
function notesInPlainText(
  blocks: readonly Block[],
  notes: readonly ParagraphBlock[],
): readonly Block[] {
  if (notes.length === 0) return blocks;
  const byLabel = new Map(notes.map((note) => [note.note, textOf(note.runs)]));
  const written = (runs: readonly Run[]) =>
    runs.map((run) =>
      run.note === undefined ? run : { text: `〔注：${byLabel.get(run.note)}〕` },
    );
  return blocks.map((block) =>
    block.type === 'table'
      ? { ...block, rows: block.rows.map((row) => row.map(written)) }
      : { ...block, runs: written(block.runs) },
  );
}

/** Blocks of code with the languages of their fences; equal blocks get theirs in order. */
export function withLanguages(
  blocks: readonly Block[],
  codes: NonNullable<SourceLayout['codes']>,
): readonly Block[] {
  if (codes.length === 0) return blocks;
  const remaining = [...codes];
  return blocks.map((block) => {
    if (block.type === 'table' || block.kind !== 'code') return block;
    const key = codeKey(textOf(block.runs));
    const at = remaining.findIndex(([known]) => known === key);
    return at < 0 ? block : { ...block, language: remaining.splice(at, 1)[0]![1] };
  });
}

/** Blocks with the notes among them, for Markdown: at the places that the layout names, else at the end. */
export function notesAtPlaces(
  blocks: readonly Block[],
  notes: readonly ParagraphBlock[],
  places: NonNullable<SourceLayout['notes']>,
): readonly Block[] {
  if (notes.length === 0) return blocks;
  const hasPlaces = places.length === notes.length;
  const labels = new Map(
    notes.map(({ note }, index) => [note, hasPlaces ? places[index]![0] : note] as const),
  );
  const relabelled = (runs: readonly Run[]) =>
    runs.map((run): Run => {
      const note = run.note === undefined ? undefined : labels.get(run.note);
      return note === undefined ? run : { ...run, note, text: `[^${note}]` };
    });
  const whole: Block[] = blocks.map((block) =>
    block.type === 'table'
      ? { ...block, rows: block.rows.map((row) => row.map(relabelled)) }
      : { ...block, runs: relabelled(block.runs) },
  );
  const placedNotes = notes.map((note, index) => ({
    note: { ...note, note: labels.get(note.note)! },
    place: hasPlaces ? Math.min(places[index]![1], whole.length) : whole.length,
  }));
  placedNotes.sort((a, b) => a.place - b.place);
  const placed: Block[] = [];
  for (let at = 0, next = 0; at <= whole.length; at++) {
    for (; placedNotes[next]?.place === at; next++) placed.push(placedNotes[next]!.note);
    if (at < whole.length) placed.push(whole[at]!);
  }
  return placed;
}

const notesNotice = (count: number): Localized => ({
  zh: `有 ${count} 条脚注或尾注，写成了文中的〔注：……〕；导入为 .md 可以保留脚注。`,
  en: `${count} footnotes or endnotes stand in the text as 〔注：…〕; import as .md to keep them.`,
});

/** A notice of headers and footers with words in them, which are not imported; page numbers do not count. */
function headerFooterNotices(word: WordPackage, { headersAndFooters }: Relationships): Localized[] {
  const found: string[] = [];
  for (const part of headersAndFooters) {
    const xml = word.text(part);
    if (xml === null) continue;
    let text = '';
    let isReadingText = false;
    readXml(xml, {
      open: ({ name, space }) => {
        isReadingText = space === 'word' && name === 't';
      },
      text: (piece) => {
        if (isReadingText) text += piece;
      },
    });
    const words = text.replace(/[\s\d—–\-·.|/]+|第|共|页|page|of/gi, '');
    if (words.length > 1)
      found.push(
        text
          .trim()
          .slice(0, 20)
          .replace(/[\ud800-\udbff]$/, ''),
      );
  }
  const distinct = [...new Set(found)];
  if (distinct.length === 0) return [];
  return [
    {
      zh: `页眉、页脚里的文字没有导入（${distinct.slice(0, 3).join('；')}）。`,
      en: `The words of headers and footers were left out (${distinct.slice(0, 3).join('; ')}).`,
    },
  ];
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

/** The layout of the source text, which our exports keep in a custom XML part; null for other files. */
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

/** Blocks as a text. Blocks unchanged since the export get the blanks back that they had in the source. */
function writeBlocks(
  blocks: readonly Block[],
  syntax: Syntax,
  layout: SourceLayout | null,
): string {
  const remembered = new Map<string, Blanks['gaps'][]>();
  for (const { key, gaps } of layout?.blocks ?? []) {
    const gapsOfKey = remembered.get(key);
    if (gapsOfKey === undefined) remembered.set(key, [gaps]);
    else gapsOfKey.push(gaps);
  }
  const pieces = blocks.map((block) => {
    const written = writeBlock(block, syntax);
    const split = splitBlanks(written, syntax);
    const gaps = remembered.get(fingerprint(split.ink))?.shift();
    const woven = gaps === undefined ? null : weaveBlanks(split, gaps);
    // Any file can claim to be ours, so blanks that would turn text into markup are not put back.
    const isHarmless = woven !== null && (syntax === 'plain' || isInert(woven));
    return { block, written, restored: isHarmless ? woven : null };
  });
  const leads = new Leads();
  for (const { block, restored } of pieces) if (restored !== null) leads.learn(block, restored);
  const hasCrlf = layout !== null && JSON.stringify(layout).includes('\\r\\n');
  const lineEnds = (text: string) => (hasCrlf ? text.replace(/\n/g, '\r\n') : text);
  let text = '';
  for (const [index, { block, written, restored }] of pieces.entries()) {
    const previous = pieces[index - 1]?.block;
    const lead = leads.of(block) ?? lineEnds(defaultLead(block, previous, syntax));
    text += restored ?? (index === 0 ? lead.replace(/^[\r\n]+/, '') : lead) + lineEnds(written);
  }
  return text + (layout?.tail ?? '\n');
}

/** The blanks that most blocks of a kind have before them, for paragraphs that were added in Word. */
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
