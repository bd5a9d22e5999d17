/** A copy of a Word file with comments and changes on some of its words. All other parts stay as they are. */
import { strToU8, zipSync } from 'fflate';
import { ArchiveError, partAt, unpack } from '../../reading/archive.js';
import { escapeXml } from '../escape-xml.js';
import { edit, type Parts, relatedPart, replaced, textOf } from '../parts.js';
import { fail } from '../word-file-error.js';
import { readXml } from '../xml-reader.js';
import { placeChanges, type ReviewEdit } from './changes.js';
import { AUTHOR, marked, type Placed, placeOf } from './marks.js';
import type { ScannedText } from './scan.js';

/** What is said of a stretch of the text, and what becomes of it. */
export interface ReviewRemark {
  /** UTF-16 offsets in the text; empty for what is said of a place. */
  readonly start: number;
  readonly end: number;
  /** Null where nothing is said. */
  readonly message: string | null;
  /** What the writer has chosen to have changed; all of it or nothing is. */
  readonly edits?: readonly ReviewEdit[];
}

export interface WrittenReview {
  readonly bytes: Uint8Array;
  /** How many remarks were made as tracked changes. */
  readonly changed: number;
  /** How many had edits that no tracked change can carry: of automatic numbers and fields, over paragraphs, of what another one changes. */
  readonly unchanged: number;
}

const INITIALS = '校';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

export function writeRemarks(
  file: Uint8Array,
  main: string,
  scanned: ScannedText,
  remarks: readonly ReviewRemark[],
): WrittenReview {
  const parts = partsOf(file);
  const { xml } = scanned;
  const changes = placeChanges(scanned, remarks);
  const part = relatedPart(parts, main, 'comments') ?? addCommentsPart(parts, main, xml);
  // What is not well-formed is not added to.
  readXml(textOf(parts, part), {});
  const first = firstFreeId(textOf(parts, part));
  const placed = remarks.flatMap((remark, index): (Placed & { message: string })[] => {
    const { message } = remark;
    const place = message === null ? null : placeOf(scanned, remark);
    return message === null || place === null ? [] : [{ ...place, id: first + index, message }];
  });
  parts[main] = strToU8(inUtf8(marked(scanned, placed, changes.placed)));
  edit(parts, part, (own) => {
    const prefix = /<([^\s/<>:]+:)?comments[\s/>]/.exec(own)?.[1] ?? '';
    const added = placed.map(({ id, message }) => commentXml(prefix, id, message)).join('');
    const end = `</${prefix}comments>`;
    return own.includes(end)
      ? replaced(own, end, () => added + end)
      : replaced(
          own,
          /(<(?:[^\s/<>:]+:)?comments\b[^<>]*)\/>/,
          (_, start) => `${start}>${added}${end}`,
        );
  });
  const { changed, unchanged } = changes;
  return { bytes: zipSync(parts, { level: 6 }), changed, unchanged };
}

function partsOf(file: Uint8Array): Parts {
  try {
    const { parts, tooLarge } = unpack(file, () => true);
    if (tooLarge.size > 0) throw new ArchiveError('bomb');
    return Object.fromEntries(parts);
  } catch (error) {
    return fail(error instanceof ArchiveError ? error.reason : 'damaged');
  }
}

/** A new part for comments, as its neighbours are named. */
function addCommentsPart(parts: Parts, main: string, xml: string): string {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relationships = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const strict = xml.includes('http://purl.oclc.org/ooxml/wordprocessingml/main');
  const [space, types] = strict
    ? [
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      ]
    : [
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      ];
  let name = 'comments.xml';
  for (let n = 2; parts[folder + name] !== undefined; n++) name = `comments${n}.xml`;
  const part = partAt(folder, name);
  parts[part] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${space}"></w:comments>`,
  );
  parts[relationships] ??= strToU8(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
  );
  edit(parts, relationships, (own) =>
    replaced(
      own,
      /<\/(\w+:)?Relationships>/,
      (end, prefix) =>
        `<${prefix ?? ''}Relationship Id="rIdReview" Type="${types}/comments" Target="${name}"/>${end}`,
    ),
  );
  edit(parts, '[Content_Types].xml', (own) =>
    replaced(
      own,
      /<\/(\w+:)?Types>/,
      (end, prefix) =>
        `<${prefix ?? ''}Override PartName="/${part}" ContentType="${COMMENTS_TYPE}"/>${end}`,
    ),
  );
  return part;
}

function firstFreeId(xml: string): number {
  let first = 0;
  for (const [, id] of xml.matchAll(/<(?:\w{1,20}:)?comment\s[^<>]*?\bid="(\d+)"/g)) {
    first = Math.max(first, Number(id) + 1);
  }
  return first;
}

/** What has been read in any encoding is written in this one. */
const inUtf8 = (xml: string) =>
  xml.replace(/^\ufeff?(<\?xml[^>]*?encoding=["'])[^"']*(["'])/, '$1UTF-8$2');

function commentXml(w: string, id: number, message: string): string {
  const paragraphs = message
    .split('\n')
    .map(
      (line) => `<${w}p><${w}r><${w}t xml:space="preserve">${plain(line)}</${w}t></${w}r></${w}p>`,
    );
  return `<${w}comment ${w}id="${id}" ${w}author="${AUTHOR}" ${w}initials="${INITIALS}">${paragraphs.join('')}</${w}comment>`;
}

/** What XML can hold of it. */
const plain = (text: string) =>
  escapeXml(text.replace(/\p{Cs}/gu, '\ufffd').replace(/[\ufffe\uffff]|[^\P{Cc}\t]/gu, ''));
