/** Which pictures of a Word file are written beside the text, and under which names. */

import { fileName, isPathBelow } from '../../core/base/file-names.js';
import { encodePath, encodeTarget } from '../../core/base/inert-markdown.js';
import type { Localized } from '../../core/base/localized.js';
import { isExtensionOf, type PictureType, pictureType } from '../../core/base/picture-type.js';
import { LIMITS } from '../../reading/limits.js';

/** A picture that the text shows. */
export interface ImportedPicture {
  /** Where it goes, relative to the folder of the text: always below it, with the extension of its bytes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface Placed {
  readonly path: string;
  readonly target: string;
}

/**
 * The only place where names of a Word file become names of files. Whatever the file says, what is
 * written is a picture by its bytes, under a clean name, in a folder of the document's own; a path
 * that the writer once typed is kept where it is as clean.
 */
export class Pictures {
  private readonly folder: string;
  private readonly taken = new Map<string, string>();
  private readonly placed = new Map<string, Placed>();
  private readonly found: ImportedPicture[] = [];
  private tooMany = 0;
  private unknown = 0;

  /**
   * @param parts Bytes of picture parts by their names; others of the file are too large.
   * @param name Name of the document.
   * @param typed Whether names of pictures may be paths that were typed: in files of our own.
   */
  constructor(
    private readonly parts: ReadonlyMap<string, Uint8Array>,
    name: string,
    private readonly typed: boolean,
    /** Paths in lower case where another document's pictures lie. */
    private readonly foreign: ReadonlySet<string>,
  ) {
    const stem = fileName(name.replace(/^.*[\\/]/, '').replace(/\.\w{1,8}$/, ''));
    this.folder = `${stem === '' ? '文稿' : stem}-图片`;
  }

  /** Target for the text of a picture part that has this name in it; null for what is left out. */
  target(part: string, name: string): string | null {
    const key = `${part}\n${this.typed ? name : ''}`;
    const known = this.placed.get(key);
    if (known !== undefined) return known.target;
    const bytes = this.parts.get(part);
    const type = bytes === undefined ? null : pictureType(bytes);
    if (bytes === undefined || type === null) {
      this.unknown++;
      return null;
    }
    if (this.found.length >= LIMITS.pictures) {
      this.tooMany++;
      return null;
    }
    const placed = (this.typed ? this.asTyped(name, type, part) : null) ?? this.own(part, type);
    this.placed.set(key, placed);
    if (!this.taken.has(placed.path.toLowerCase())) {
      this.taken.set(placed.path.toLowerCase(), part);
      this.found.push({ path: placed.path, bytes });
    }
    return placed.target;
  }

  get pictures(): readonly ImportedPicture[] {
    return this.found;
  }

  /** What was left out, in sentences for the writer. */
  get notices(): Localized[] {
    const notices: Localized[] = [];
    if (this.tooMany > 0) {
      notices.push({
        zh: `图片超过 ${LIMITS.pictures} 张，其余 ${this.tooMany} 处只留下了说明。请把文件拆开，分几次导入。`,
        en: `There are more than ${LIMITS.pictures} pictures; of ${this.tooMany} others only the descriptions are kept. Split the file.`,
      });
    }
    if (this.unknown > 0) {
      notices.push({
        zh: `有 ${this.unknown} 处图片太大，或不是 PNG、JPEG、GIF、BMP、WebP 图片，只留下了说明。`,
        en: `Of ${this.unknown} pictures, too large or not PNG, JPEG, GIF, BMP or WebP, only the descriptions are kept.`,
      });
    }
    return notices;
  }

  /** The path that stood in the text; null for one that leads elsewhere, or is no path of such a picture. */
  private asTyped(name: string, type: PictureType, part: string): Placed | null {
    let path: string;
    try {
      path = decodeURIComponent(name).replace(/^(?:\.\/)+/, '');
    } catch {
      return null;
    }
    const extension = /\.(\w+)$/.exec(path)?.[1] ?? '';
    const other = this.taken.get(path.toLowerCase());
    if (this.foreign.has(path.toLowerCase())) return null;
    if (!isPathBelow(path) || !isExtensionOf(extension, type)) return null;
    return other === undefined || other === part ? { path, target: encodeTarget(name) } : null;
  }

  private own(part: string, type: PictureType): Placed {
    const stem = part.slice(part.lastIndexOf('/') + 1).replace(/\.\w{0,8}$/, '');
    const clean = fileName(stem);
    const name = `${this.folder}/${clean === '' ? 'image' : clean}`;
    let path = `${name}.${type}`;
    const isFree = (lower: string) =>
      (this.taken.get(lower) ?? part) === part && !this.foreign.has(lower);
    for (let n = 2; !isFree(path.toLowerCase()); n++) {
      path = `${name}-${n}.${type}`;
    }
    return { path, target: encodePath(path) };
  }
}
