import type { Localized } from '../core/index.js';
import { SaveProblem, writingProblem } from '../saving/save.js';

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

/** What the file system's refusal to read `name` means, and what to do. */
export function fileProblem(error: unknown, name: string): Localized {
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
      return {
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
      return {
        zh: `“${name}”读不出来（${code}）。请检查文件是否完好。`,
        en: `“${name}” cannot be read (${code}). See whether the file is intact.`,
      };
  }
}

/** The same for what cannot be written; here a file that exists can be replaced all the same. */
export function outputProblem(error: unknown, name: string): Localized {
  if (error instanceof InputError) return error.text;
  const refusal = error instanceof SaveProblem ? error.refusal : null;
  if (refusal === 'exists') {
    return {
      zh: `“${name}”已存在，没有覆盖。请换一个文件名；确要覆盖请加 --force。`,
      en: `“${name}” exists and was not replaced. Give another name, or --force to replace it.`,
    };
  }
  if (refusal === 'notRegular') {
    return {
      zh: `“${name}”是设备或管道，不是普通文件，没有写入。要输出到屏幕或管道，请去掉 -o，或写成 -o -。`,
      en: `“${name}” is a device or a pipe and no regular file; nothing was written. For standard output leave out -o, or give -o -.`,
    };
  }
  return writingProblem(error, name);
}

/** A rule has failed: what it would have found is missing. */
export const ruleProblem = (rule: string): Localized => ({
  zh: `规则“${rule}”出错，没有查完。请把文稿和版本号告诉开发者。`,
  en: `The rule “${rule}” failed. Please tell the developers, with the text and version.`,
});
