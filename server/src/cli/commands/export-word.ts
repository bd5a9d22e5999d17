import { realpathSync } from 'node:fs';
import path from 'node:path';
import { remaining, UNFILLED } from '../../core/index.js';
import { readBounded } from '../../reading/bounded-file.js';
import { type Limit, refusalOf } from '../../reading/limits.js';
import { type Checker, createLinters } from '../configuration.js';
import { type Context, ExitCode } from '../context.js';
import { type Document, eachDocument, namedOutput, noteInput, save } from '../documents.js';
import { InputError } from '../problem.js';

export interface ExportFlags {
  readonly out?: string;
  readonly force?: boolean;
}

/** A document as a Word file, by the `export` part of the nearest configuration. */
export async function exportWord(this: Context, flags: ExportFlags, name: string): Promise<void> {
  const linters = await createLinters(this, null);
  if (linters === null) return;
  await eachDocument(
    this,
    [name],
    async (document) => exportDocument(this, flags, document, await linters(document)),
    false,
  );
}

async function exportDocument(
  context: Context,
  { force = false, ...flags }: ExportFlags,
  document: Document,
  checker: Checker,
): Promise<void> {
  const { host } = context;
  const out = namedOutput(flags.out);
  if (out === undefined && host.stdout.isTTY === true) throw new InputError(NO_TARGET);
  if (!force && !isFinished(context, document, checker)) return;
  const word = await host.loadWord();
  const format = word.readFormat(checker.print);
  const folder = document.path === null ? host.cwd : path.dirname(document.path);
  const readBeside = filesBeside(context, folder);
  const template =
    format.template === '' ? undefined : await readBeside(format.template, 'templateBytes');
  if (template === null) {
    throw new InputError({
      zh: `找不到模板“${format.template}”，没有导出。请检查 .work-summary.yaml 中的 template。`,
      en: `The template “${format.template}” was not found. Check template in .work-summary.yaml.`,
    });
  }
  const bytes = await word.exportDocx(document.summary, format, {
    readPicture: (target) => readBeside(target, 'pictureBytes'),
    tell: context.note,
    ...(template !== undefined && { template }),
  });
  if (out === undefined) context.print(bytes);
  else {
    await save(context, { path: path.resolve(host.cwd, out), name: out }, bytes, {
      replace: force,
    });
    context.print(`${context.say({ zh: `已导出 ${out}`, en: `Exported ${out}` })}\n`);
  }
}

/** False, and told, when something is left to do before the document leaves the house. */
function isFinished(context: Context, { name, summary }: Document, { lint }: Checker): boolean {
  const rest = remaining(summary);
  const unfilled = rest.filter(({ rule }) => rule === UNFILLED).length;
  const stale = rest.length - unfilled;
  const errors = lint(summary).filter(({ severity }) => severity === 'error').length;
  if (unfilled + stale + errors === 0) return true;
  const zh = [
    unfilled > 0 && `${unfilled} 处没有填写`,
    stale > 0 && `${stale} 处年份或占位写法像是旧稿留下的`,
    errors > 0 && `${errors} 处必错`,
  ];
  const en = [
    unfilled > 0 && `${unfilled} places are not filled in`,
    stale > 0 && `${stale} years or placeholder styles look left over`,
    errors > 0 && `${errors} errors`,
  ];
  const join = (parts: readonly (string | false)[], mark: string) =>
    parts.filter((part) => part !== false).join(mark);
  context.note({
    zh: `“${name}”还没有写完：${join(zh, '，')}，没有导出。请先处理；仍要导出请加 --force。`,
    en: `“${name}” is not finished: ${join(en, ', ')}. Nothing was exported; --force does it all the same.`,
  });
  context.end(ExitCode.found);
  return false;
}

/** Reads what a document names beside it, each file once however it is spelled; null where there is none. */
function filesBeside(
  context: Context,
  folder: string,
): (target: string, limit: Limit) => Promise<Uint8Array | null> {
  const read = new Map<string, Uint8Array>();
  return async (target, limit) => {
    if (/^[a-z][\w+.-]+:/i.test(target)) return null;
    try {
      const at = realpathSync(path.resolve(folder, unescaped(target)));
      noteInput(context, at);
      const bytes = read.get(at) ?? readBounded(at, limit);
      read.set(at, bytes);
      return bytes;
    } catch (error) {
      if (refusalOf(error) !== null) throw error;
      return null;
    }
  };
}

/** A link's target may be written as in a URL. */
function unescaped(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

const NO_TARGET = {
  zh: 'Word 文件不能显示在终端里。请用 -o 指定文件名，如 -o 总结.docx。',
  en: 'A Word file cannot be shown on a terminal. Give a name with -o, such as -o summary.docx.',
};
