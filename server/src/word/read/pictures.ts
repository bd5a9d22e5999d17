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

interface PicturePlace {
  readonly path: string;
  readonly target: string;
}

/**
 * The only place where names in a Word file become names of files. Whatever the file says, only what is a
 * picture by its bytes is written, under a safe name, in a folder of its own beside the text; a path that
 * the writer once typed is kept if it is as safe.
 */
export class Pictures {
  private readonly folder: string;
  private readonly partByPath = new Map<string, string>();
  private readonly placeByName = new Map<string, PicturePlace>();
  private readonly imported: ImportedPicture[] = [];
  private tooMany = 0;
  private unreadable = 0;

  /**
   * @param parts Bytes of picture parts by their names, without those that are too large.
   * @param name Name of the document.
   * @param namesArePaths Whether names of pictures may be paths that were typed: in files of our own.
   */
  constructor(
    private readonly parts: ReadonlyMap<string, Uint8Array>,
    name: string,
    private readonly namesArePaths: boolean,
    /** Paths in lower case where another document's pictures lie. */
    private readonly foreign: ReadonlySet<string>,
  ) {
    const stem = fileName(name.replace(/^.*[\\/]/, '').replace(/\.\w{1,8}$/, ''));
    this.folder = `${stem === '' ? '文稿' : stem}-图片`;
  }

  /** Link target for the text of a picture, by its part and its name in the file; null where it is left out. */
  target(part: string, name: string): string | null {
    const key = `${part}\n${this.namesArePaths ? name : ''}`;
    const earlier = this.placeByName.get(key);
    if (earlier !== undefined) return earlier.target;
    const bytes = this.parts.get(part);
    const type = bytes === undefined ? null : pictureType(bytes);
    if (bytes === undefined || type === null) {
      this.unreadable++;
      return null;
    }
    if (this.imported.length >= LIMITS.pictures) {
      this.tooMany++;
      return null;
    }
    const placed =
      (this.namesArePaths ? this.typedPlace(name, type, part) : null) ??
      this.generatedPlace(part, type);
    this.placeByName.set(key, placed);
    if (!this.partByPath.has(placed.path.toLowerCase())) {
      this.partByPath.set(placed.path.toLowerCase(), part);
      this.imported.push({ path: placed.path, bytes });
    }
    return placed.target;
  }

  get pictures(): readonly ImportedPicture[] {
    return this.imported;
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
    if (this.unreadable > 0) {
      notices.push({
        zh: `有 ${this.unreadable} 处图片太大，或不是 PNG、JPEG、GIF、BMP、WebP 图片，只留下了说明。`,
        en: `Of ${this.unreadable} pictures, too large or not PNG, JPEG, GIF, BMP or WebP, only the descriptions are kept.`,
      });
    }
    return notices;
  }

  /** The path that was typed in the text; null where it is not below the folder, not free, or has the wrong extension. */
  private typedPlace(name: string, type: PictureType, part: string): PicturePlace | null {
    let path: string;
    try {
      path = decodeURIComponent(name).replace(/^(?:\.\/)+/, '');
    } catch {
      return null;
    }
    const extension = /\.(\w+)$/.exec(path)?.[1] ?? '';
    const other = this.partByPath.get(path.toLowerCase());
    if (this.foreign.has(path.toLowerCase())) return null;
    if (!isPathBelow(path) || !isExtensionOf(extension, type)) return null;
    return other === undefined || other === part ? { path, target: encodeTarget(name) } : null;
  }

  private generatedPlace(part: string, type: PictureType): PicturePlace {
    const stem = part.slice(part.lastIndexOf('/') + 1).replace(/\.\w{0,8}$/, '');
    const clean = fileName(stem);
    const name = `${this.folder}/${clean === '' ? 'image' : clean}`;
    let path = `${name}.${type}`;
    const isFree = (lower: string) =>
      (this.partByPath.get(lower) ?? part) === part && !this.foreign.has(lower);
    for (let n = 2; !isFree(path.toLowerCase()); n++) {
      path = `${name}-${n}.${type}`;
    }
    return { path, target: encodePath(path) };
  }
}
