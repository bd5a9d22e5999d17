/** What kept a file from being written, and what to do, in the words that every front uses. */
import type { Localized } from '../core/base/localized.js';

/** A file was not written; what stood there before is as it was. */
export class SaveProblem extends Error {
  constructor(
    readonly localized: Localized,
    /** Why not, where it was refused: a front may know a better way to say it. */
    readonly refusal: Refusal | null = null,
  ) {
    super(localized.en);
  }
}

/** What the file system's refusal to write `name` means. */
export function writingProblem(error: unknown, name: string): Localized {
  if (error instanceof SaveProblem) return error.localized;
  const code = (error as NodeJS.ErrnoException | null)?.code ?? String(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        zh: `“${name}”所在的文件夹不存在，没有写入。请检查路径，或先建好文件夹。`,
        en: `The folder of “${name}” does not exist, so nothing was written. Check the path or make the folder.`,
      };
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return {
        zh: `没有权限写入“${name}”。请检查它是否只读，或正被别的程序打开。`,
        en: `No permission to write “${name}”. See whether it is read-only or open elsewhere.`,
      };
    case 'EROFS':
      return {
        zh: `“${name}”在只读的磁盘上，没有写入。请换一个位置。`,
        en: `“${name}” is on a read-only disk and was not written. Choose another place.`,
      };
    case 'ENOSPC':
      return {
        zh: `磁盘空间不足，“${name}”没有写入，原有内容未变。请腾出空间后重试。`,
        en: `The disk is full: “${name}” was not written and is as it was. Make room and try again.`,
      };
    case 'EDQUOT':
      return {
        zh: `磁盘配额已用完，“${name}”没有写入，原有内容未变。请清理文件后重试。`,
        en: `The disk quota is used up: “${name}” was not written and is as it was. Make room and try again.`,
      };
    case 'EFBIG':
      return {
        zh: `“${name}”超出了系统允许的文件大小，没有写入，原有内容未变。请换一个位置，或拆分后重试。`,
        en: `“${name}” is larger than the system allows; it was not written and is as it was. Choose another place or split it.`,
      };
    case 'ENAMETOOLONG':
      return {
        zh: `“${name}”这个文件名太长，没有写入。请改短。`,
        en: `The name “${name}” is too long; nothing was written. Make it shorter.`,
      };
    case 'EISDIR':
      return {
        zh: `“${name}”是文件夹，没有写入。这里请给出文件名。`,
        en: `“${name}” is a folder; nothing was written. Give the name of a file here.`,
      };
    case 'ELOOP':
      return {
        zh: `“${name}”是绕成圈的链接，打不开。请改为指向实际的文件。`,
        en: `“${name}” is a link in a circle. Let it point at a real file.`,
      };
    default:
      return {
        zh: `“${name}”写不进去（${code}），原有内容未变。请检查磁盘空间和权限。`,
        en: `“${name}” cannot be written (${code}) and is as it was. Check space and permissions.`,
      };
  }
}

/** Why a name is not written to although the file system would allow it. */
const REFUSALS = {
  exists: (name) => ({
    zh: `“${name}”已存在，没有覆盖。请换一个文件名。`,
    en: `“${name}” exists and was not replaced. Give another name.`,
  }),
  input: (name) => ({
    zh: `“${name}”就是这次用到的文件之一，不能覆盖。请换一个文件名。`,
    en: `“${name}” is one of the files that this run reads and is not replaced. Give another name.`,
  }),
  changed: (name) => ({
    zh: `“${name}”刚才被别的程序改过或移走了，没有写入。请重新运行。`,
    en: `“${name}” was changed or moved by another program just now and was not written. Run this again.`,
  }),
  notRegular: (name) => ({
    zh: `“${name}”是设备或管道，不是普通文件，没有写入。请换一个文件名。`,
    en: `“${name}” is a device or a pipe and no regular file; nothing was written. Give another name.`,
  }),
  link: (name) => ({
    zh: `“${name}”经过一个链接，没有写入。请移开这个链接，或直接写出它指向的位置。`,
    en: `“${name}” leads through a link; nothing was written. Move the link away, or name the place that it points at.`,
  }),
  dangling: (name) => ({
    zh: `“${name}”是链接，它指向的文件不存在，没有写入。请删掉这个链接，或换一个文件名。`,
    en: `“${name}” is a link to a file that does not exist; nothing was written. Delete the link or give another name.`,
  }),
  outside: (name) => ({
    zh: `“${name}”在指定的文件夹之外，没有写入。`,
    en: `“${name}” lies outside of the folder that was named; nothing was written.`,
  }),
} satisfies Record<string, (name: string) => Localized>;

export type Refusal = keyof typeof REFUSALS;

export const refused = (refusal: Refusal, name: string): SaveProblem =>
  new SaveProblem(REFUSALS[refusal](name), refusal);
