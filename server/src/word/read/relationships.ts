import { isSafeLink } from '../../core/base/inert-markdown.js';
import { partAt } from '../../reading/archive.js';
import type { WordPackage } from '../package-reader.js';
import { readXml } from '../xml-reader.js';

/** The other parts that the text of a Word file names. */
export interface Relationships {
  /** Names of parts and safe targets of links, by relationship id. */
  readonly byId: Map<string, string>;
  /** First part of each type, by the last word of the type. */
  readonly byType: Map<string, string>;
  /** Names of picture parts, in order. */
  readonly pictures: Set<string>;
  /** Names of the parts of headers and footers. */
  readonly headersAndFooters: readonly string[];
}

/** Reads the relationships of the main part; none where it has no relationships part. */
export function relatedParts(word: WordPackage): Relationships {
  const folder = word.main.slice(0, word.main.lastIndexOf('/') + 1);
  const pictures = new Set<string>();
  const headersAndFooters: string[] = [];
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  const xml = word.text(`${folder}_rels/${word.main.slice(folder.length)}.rels`);
  if (xml === null) return { byId, byType, pictures, headersAndFooters };
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
      if (type === 'header' || type === 'footer') headersAndFooters.push(path);
      if (!byType.has(type)) byType.set(type, path);
    },
  });
  return { byId, byType, pictures, headersAndFooters };
}
