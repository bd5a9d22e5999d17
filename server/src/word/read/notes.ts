/** Footnotes and endnotes: their texts by their ids. */
import type { Block, Run } from '../../core/print/blocks.js';
import { readXml } from '../xml-reader.js';
import { type BodyContext, BodyReader } from './body.js';
import { Numbering } from './numbering.js';
import { mergeRuns } from './runs.js';

/** What the notes of a part say, by id; separators, which have a type, are left out. */
export function readNotes(
  xml: string | null,
  kind: 'footnote' | 'endnote',
  context: BodyContext,
): ReadonlyMap<string, readonly Run[]> {
  const notes = new Map<string, readonly Run[]>();
  if (xml === null) return notes;
  let id: string | null = null;
  let reader: BodyReader | null = null;
  readXml(xml, {
    open(element) {
      const { name, attributes } = element;
      if (reader !== null) reader.open(element);
      else if (name === kind && attributes.type === undefined) {
        id = attributes.id ?? '';
        reader = new BodyReader({ ...context, numbering: new Numbering(null), notes: new Map() });
      }
    },
    close(element) {
      if (reader === null || id === null) return;
      if (element.name !== kind) reader.close(element);
      else {
        notes.set(id, joinBlocks(reader.result().blocks));
        reader = null;
      }
    },
    text: (text) => reader?.text(text),
  });
  return notes;
}

function joinBlocks(blocks: readonly Block[]): Run[] {
  const paragraphs = blocks.map((block) =>
    block.type === 'paragraph' ? block.runs : block.rows.flat(2),
  );
  const runs = paragraphs.flatMap((own, index) => (index > 0 ? [{ text: ' ' }, ...own] : own));
  return mergeRuns(runs.map((run) => ({ ...run, text: inOneText(run.text) })));
}

const inOneText = (text: string) =>
  text.includes('\n')
    ? text
        .split('\n')
        .map((line) => line.trim())
        .join(' ')
    : text;
