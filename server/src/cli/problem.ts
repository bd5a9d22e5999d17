import type { Localized } from '../core/localized.js';

/** Something wrong with what the command was given: the run ends with exit code 2. */
export class InputError extends Error {
  constructor(readonly text: Localized) {
    super(text.en);
  }
}

/** An error that brings a sentence of its own, as those of Word files do. */
function localizedOf(error: unknown): Localized | undefined {
  return (error as { readonly localized?: Localized } | null)?.localized;
}

/** What the file system's refusal means for `name`, and what to do. */
export function fileProblem(error: unknown, name: string, writing = false): Localized {
  if (error instanceof InputError) return error.text;
  const own = localizedOf(error);
  if (own !== undefined) return { zh: `“${name}”：${own.zh}`, en: `“${name}”: ${own.en}` };
  const code = (error as NodeJS.ErrnoException)?.code ?? String(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        zh: `找不到“${name}”。请检查文件名和路径。`,
        en: `“${name}” was not found. Check its name and path.`,
      };
    case 'EACCES':
    case 'EPERM':
      return writing
        ? {
            zh: `没有权限写入“${name}”。请检查它是否只读，或正被别的程序打开。`,
            en: `No permission to write “${name}”. See whether it is read-only or open elsewhere.`,
          }
        : {
            zh: `没有权限读取“${name}”。请检查它的权限，或正被别的程序打开。`,
            en: `No permission to read “${name}”. Check its permissions, or close it elsewhere.`,
          };
    case 'EISDIR':
      return {
        zh: `“${name}”是文件夹。这里请给出文件。`,
        en: `“${name}” is a folder. Give a file here.`,
      };
    case 'ELOOP':
      return {
        zh: `“${name}”是绕成圈的链接，打不开。请改为指向实际的文件。`,
        en: `“${name}” is a link in a circle. Let it point at a real file.`,
      };
    default:
      return writing
        ? {
            zh: `“${name}”写不进去（${code}），原文件未改动。请检查磁盘空间和权限。`,
            en: `“${name}” cannot be written (${code}) and is unchanged. Check space and permissions.`,
          }
        : {
            zh: `“${name}”读不出来（${code}）。请检查文件是否完好。`,
            en: `“${name}” cannot be read (${code}). See whether the file is intact.`,
          };
  }
}
