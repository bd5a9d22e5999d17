/** Word files as offices make them, read, and printed again: what they say is all there. */
import assert from 'node:assert/strict';
import { unzipSync, zipSync } from 'fflate';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import {
  DEFAULT_FORMAT,
  type ImportedDocument,
  importDocx,
  readForReview,
} from '../../server/src/word/write/index.js';
import { officeDocuments } from '../helpers/office-documents.js';
import { exportDocx } from '../helpers/valid-word-files.js';

/** What is printed of a text, without its blanks and the marks of headings and tables. */
const ink = (text: string) => text.replace(/^#+ |^\|[-:| ]+\|$|[\s|\\*]/gm, '');

/** The same without addresses, and without what stands for a picture. */
const words = (text: string) =>
  ink(
    text
      .replace(/!\[[^\]]*\]\([^)]*\)|〔图：[^〕]*〕/g, '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'),
  );

const tablesOf = (text: string) => text.split('\n').filter((line) => line.startsWith('|'));
const notesOf = (text: string) => text.match(/^\[\^\d+\]:.*$/gm) ?? [];

async function printed({ text, pictures, syntax }: ImportedDocument): Promise<Uint8Array> {
  const bytes = new Map(pictures.map((picture) => [picture.path, picture.bytes]));
  const docx = await exportDocx(parseSummary(text, syntax), DEFAULT_FORMAT, {
    readPicture: async (target) => bytes.get(decodeURIComponent(target)) ?? null,
    tell: ({ zh }) => assert.fail(zh),
  });
  // As somebody else's: of a file of ours a part says how the text was laid out.
  const parts = unzipSync(docx);
  const own = Object.keys(parts).filter((name) => /customXml/i.test(name));
  assert.ok(own.length > 0);
  for (const name of own) delete parts[name];
  return zipSync(parts);
}

describe('a Word file of an office', () => {
  const documents = officeDocuments();

  it('is one of thirty', () => {
    assert.equal(documents.length, 30);
  });

  for (const { name, docx } of documents) {
    for (const syntax of ['plain', 'markdown'] as const satisfies readonly Syntax[]) {
      it(`keeps its text, labels, tables, notes and pictures: ${name}, ${syntax}`, async () => {
        const read = await importDocx(docx, { name: '稿.docx', syntax });
        const again = await importDocx(await printed(read), { name: '稿.docx', syntax });
        assert.equal(ink(again.text), ink(read.text));
        assert.deepEqual(tablesOf(again.text), tablesOf(read.text));
        assert.deepEqual(notesOf(again.text), notesOf(read.text));
        assert.deepEqual(
          again.pictures.map(({ bytes }) => bytes),
          read.pictures.map(({ bytes }) => bytes),
        );
        // What the proofreader reads of the file is read by another way, numbers and all.
        const { text, cellsStart } = readForReview(docx);
        for (const stretch of [text.slice(0, cellsStart), text.slice(cellsStart)]) {
          let at = 0;
          for (const line of stretch.split('\n')) {
            for (const part of line.split(/[ \t]/).map((piece) => words(piece).slice(0, 6))) {
              if (/[^\p{Script=Han}，。、]/u.test(part)) continue;
              const found = words(read.text).indexOf(part, at);
              assert.ok(found >= 0, `${part} in ${read.text}`);
              at = found + part.length;
            }
          }
        }
        const source = new TextDecoder().decode(unzipSync(docx)['word/document.xml']);
        const count = (tag: RegExp) => source.match(tag)?.length ?? 0;
        if (syntax === 'markdown') {
          assert.equal(read.pictures.length > 0, count(/<a:blip /g) > 0);
          assert.equal(notesOf(read.text).length, count(/footnoteReference/g));
          assert.equal(tablesOf(read.text).length > 0, count(/<w:tbl>/g) > 0);
        }
      });
    }
  }
});
