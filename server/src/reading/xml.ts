import { SaxesParser } from 'saxes';

/** Names without their prefixes; attributes likewise. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Nothing that a program writes is nested deeper. */
const DEEPEST = 500;

/** Reads XML from beginning to end; throws where it is not well-formed or declares entities. */
export function parseXml(xml: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser();
  let depth = 0;
  const fail = () => {
    throw new Error('XML');
  };
  parser.on('error', fail);
  parser.on('doctype', fail);
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) fail();
    const plain: Record<string, string> = Object.create(null);
    for (const key of Object.keys(attributes)) plain[withoutPrefix(key)] = attributes[key]!;
    handlers.open?.(withoutPrefix(name), plain);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    handlers.close?.(withoutPrefix(name));
  });
  const text = (part: string) => handlers.text?.(part);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(xml).close();
}

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1);
