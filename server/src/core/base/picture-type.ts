/** Pictures told by their first bytes, whatever their names say. */

export type PictureType = 'png' | 'jpg' | 'gif' | 'bmp' | 'webp';

/** The types that every viewer shows and that hold nothing but a picture; null for anything else. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const has = (at: number, text: string) =>
    [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));
  if (has(0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (has(0, '\xff\xd8\xff')) return 'jpg';
  if (has(0, 'GIF87a') || has(0, 'GIF89a')) return 'gif';
  if (has(0, 'RIFF') && has(8, 'WEBP')) return 'webp';
  // The size of the second header: texts begin with BM too.
  if (has(0, 'BM') && has(6, '\0\0\0\0') && has(15, '\0\0\0') && bytes[14]! >= 12) return 'bmp';
  return null;
}

/** True when an extension is one of a type. */
export function isExtensionOf(extension: string, type: PictureType): boolean {
  const lower = extension.toLowerCase();
  return lower === type || (type === 'jpg' && (lower === 'jpeg' || lower === 'jpe'));
}
