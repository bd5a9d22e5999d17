/** Documents of a source in one text: a line that begins with `\x01` opens one and has its name. */

export interface Document {
  readonly name: string;
  /** Paragraphs; none is empty. */
  readonly lines: readonly string[];
}

const OPENS = '\x01';

export function writeDocuments(documents: Iterable<Document>): string {
  let text = '';
  for (const { name, lines } of documents) text += `${OPENS}${name}\n${lines.join('\n')}\n`;
  return text;
}

export function readDocuments(text: string): Document[] {
  const [, ...parts] = `\n${text}`.split(`\n${OPENS}`);
  return parts.map((part) => {
    const [name, ...lines] = part.split('\n');
    return { name: name!, lines: lines.filter((line) => line !== '') };
  });
}

export function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}
