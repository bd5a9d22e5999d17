/** A .docx for tests: made of parts, read as parts. */
import { strFromU8, strToU8, unzipSync, type ZippableFile, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export interface Parts {
  /** Content of `w:body`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly more?: Readonly<Record<string, ZippableFile>>;
  /** More relationships of the document: id, last word of the type, target, external or not. */
  readonly relationships?: readonly (readonly [string, string, string, boolean?])[];
}

/** A file as another program would write it. */
export function makeDocx({
  body,
  styles,
  numbering,
  more = {},
  relationships = [],
}: Parts): Uint8Array {
  const part = (root: string, content: string) =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${content}</w:${root}>`,
    );
  const related = (items: readonly (readonly [string, string, string, boolean?])[]) =>
    strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships">${items
        .map(
          ([id, type, target, external]) =>
            `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
        )
        .join('')}</Relationships>`,
    );
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
    ),
    '_rels/.rels': related([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': related([
      ['rIdS', 'styles', 'styles.xml'],
      ['rIdN', 'numbering', 'numbering.xml'],
      ...relationships,
    ]),
    'word/styles.xml': part('styles', styles ?? ''),
    'word/numbering.xml': part('numbering', numbering ?? ''),
    ...more,
  });
}

/** A paragraph with a text, and whatever properties it has. */
export const p = (text: string, properties = '', run = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;

export const partOf = (docx: Uint8Array, name: string) => strFromU8(unzipSync(docx)[name]!);

/** The XML of the style with this name. */
export function styleNamed(docx: Uint8Array, name: string): string {
  const found = [...partOf(docx, 'word/styles.xml').matchAll(/<w:style .*?<\/w:style>/g)].find(
    ([xml]) => xml.includes(`<w:name w:val="${name}"/>`),
  );
  if (found === undefined) throw new Error(`no style ${name}`);
  return found[0];
}

/** The XML of the paragraph that has this text. */
export function paragraphWith(docx: Uint8Array, text: string): string {
  const paragraphs = partOf(docx, 'word/document.xml').match(/<w:p>.*?<\/w:p>/g) ?? [];
  const found = paragraphs.find((xml) => xml.replace(/<[^>]+>/g, '').includes(text));
  if (found === undefined) throw new Error(`no paragraph with ${text}`);
  return found;
}
