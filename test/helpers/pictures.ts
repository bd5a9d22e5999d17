/** Bytes of small pictures, and how a Word file shows one. */

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A whole picture of this many bytes: what stands after its end nobody reads. */
export function pngOf(bytes: number): Buffer {
  return Buffer.concat([PNG, Buffer.alloc(Math.max(0, bytes - PNG.length))]);
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/\n/g, '&#10;');

/** A paragraph with the picture of this relationship. */
export const drawing = (relationship: string, name = '', description = '') =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="${escaped(name)}" descr="${escaped(description)}"/><a:graphic><a:graphicData><a:blip r:embed="${relationship}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
