/** Names of files that others thought of, made fit for every file system and for the eye. */

/** UTF-16 units of a name without its extension; in UTF-8 with an extension still less than 255 bytes. */
const LONGEST = 80;

/** Windows keeps these names for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?=\s*(?:\.|$))/i;

/**
 * A value as the name of a file or folder: no part of a path, nothing that hides, turns round or
 * breaks the line, no name of a device. `''` when nothing is left of it.
 */
export function fileName(value: string): string {
  const safe = value
    // What formats text is not seen: a mark of direction makes `gnp.exe` of `exe.png`.
    .replace(/\p{Cf}/gu, '')
    .replace(/[\\/:*?"<>|\ufffd\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, '_')
    .replace(/^[.\s]+/, '')
    .slice(0, LONGEST)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/(?<![.\s])[.\s]+$/, '');
  return safe.replace(DEVICE, '$&_');
}

/** The title of a text as the name of its file, which is its first line; `''` for a text without any. */
export const nameByTitle = (text: string): string =>
  fileName((/[^\s\ufeff].*/.exec(text)?.[0] ?? '').replace(/^#+/, '').trim());

/** True for a relative path that leads further down, each part of it a name that {@link fileName} would give. */
export function isPathBelow(path: string): boolean {
  const names = path.split('/');
  return names.length <= 8 && names.every((name) => name !== '' && fileName(name) === name);
}
