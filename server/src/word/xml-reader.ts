import { SaxesParser } from 'saxes';
import { fail } from './word-file-error.js';

/** An element with names without their prefixes; `space` is the namespace it belongs to. */
export interface XmlElement {
  readonly name: string;
  readonly space: Space;
  /** Attributes by local name. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** The vocabularies that matter; transitional and strict ones are the same. */
export type Space = 'word' | 'math' | 'drawing' | 'vml' | 'compatibility' | 'other';

export interface XmlReader {
  open?(element: XmlElement): void;
  close?(element: XmlElement): void;
  text?(text: string): void;
}

/** Nothing that people write is nested deeper. */
const DEEPEST = 500;

/**
 * Reads XML from beginning to end. Entities that a document declares itself are not expanded. Throws
 * a {@link WordFileError} where it is no well-formed XML.
 */
export function readXml(xml: string, reader: XmlReader): void {
  const parser = new SaxesParser({ xmlns: true });
  const stack: XmlElement[] = [];
  parser.on('error', () => fail('damaged'));
  parser.on('doctype', () => fail('damaged'));
  parser.on('opentag', ({ local, uri, attributes }) => {
    const plain: Record<string, string> = {};
    for (const { local: name, value } of Object.values(attributes)) plain[name] = value;
    const element = { name: local, space: spaceOf(uri), attributes: plain };
    stack.push(element);
    if (stack.length > DEEPEST) fail('damaged');
    reader.open?.(element);
  });
  parser.on('closetag', () => {
    const element = stack.pop();
    if (element !== undefined) reader.close?.(element);
  });
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  parser.write(xml).close();
}

function spaceOf(uri: string): Space {
  if (/wordprocessingml(?:\/2006)?\/main$/.test(uri)) return 'word';
  if (/officeDocument(?:\/2006)?\/math$/.test(uri)) return 'math';
  if (uri.endsWith('/markup-compatibility/2006')) return 'compatibility';
  if (uri === 'urn:schemas-microsoft-com:vml') return 'vml';
  return /drawingml/i.test(uri) ? 'drawing' : 'other';
}
