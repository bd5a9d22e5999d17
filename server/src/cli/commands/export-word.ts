import { realpathSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type LintConfig, lint, RULES, remaining, UNFILLED } from '../../core/index.js';
import { readBounded } from '../../reading/bounded-file.js';
import { type Limit, refusalOf } from '../../reading/limits.js';
import { createConfigurations } from '../configuration.js';
import { type Context, ExitCode } from '../context.js';
import { type Document, eachDocument, namedOutput, noteInput, save } from '../documents.js';
import { InputError, outputProblem, ruleProblem } from '../problem.js';

export interface ExportFlags {
  readonly out?: string;
  readonly force?: boolean;
}

/**
 * Documents as Word files, by the `export` part of the nearest configuration of each: one to the file or
 * the stream that is named, several into a folder, or each beside its text.
 */
export async function exportWord(
  this: Context,
  flags: ExportFlags,
  ...names: string[]
): Promise<void> {
  const configurationFor = await createConfigurations(this, null);
  if (configurationFor === null) return;
  const out = namedOutput(flags.out);
  const folders = names.map((name) => isFolder(this, name));
  const single = names.length === 1 && !folders[0] && !(out !== undefined && isFolder(this, out));
  if (single) {
    await eachDocument(
      this,
      names,
      async (document) => {
        const config = await configurationFor(document, this.problem);
        const force = flags.force === true;
        if (out === undefined && this.host.stdout.isTTY === true) throw new InputError(NO_TARGET);
        const bytes = await wordFile(this, document, config, force);
        if (bytes === null) return;
        if (out === undefined) this.print(bytes);
        else {
          await save(this, { path: path.resolve(this.host.cwd, out), name: out }, bytes, {
            replace: force,
          });
          this.print(`${this.say({ zh: `已导出 ${out}`, en: `Exported ${out}` })}\n`);
        }
      },
      false,
    );
    return;
  }
  await exportAll(this, { ...flags, ...(out !== undefined && { out }) }, names, configurationFor);
}

/** One after the other; what is not finished or cannot be written is told, and the others go on. */
async function exportAll(
  context: Context,
  { out, force = false }: ExportFlags,
  names: readonly string[],
  configurationFor: NonNullable<Awaited<ReturnType<typeof createConfigurations>>>,
): Promise<void> {
  const { host } = context;
  const within = out === undefined ? null : path.resolve(host.cwd, out);
  if (within !== null) {
    await mkdir(within, { recursive: true }).catch((error) => {
      throw new InputError(outputProblem(error, out!));
    });
  }
  const written = new Set<string>();
  const count = await eachDocument(context, names, async (document) => {
    const config = await configurationFor(document, context.problem);
    const relative = withExtension(pathBelow(context, names, document));
    const target =
      within === null
        ? withExtension(document.path ?? path.resolve(host.cwd, 'stdin'))
        : path.join(within, relative);
    const name = out === undefined ? withExtension(document.name) : path.join(out, relative);
    // A text and a Markdown text may have one name, and one Word file has room for one of them.
    if (written.has(target.toLowerCase())) {
      throw new InputError({
        zh: `“${document.name}”与另一篇同名，都要写成“${name}”，没有导出。请改名，再导出这一篇。`,
        en: `“${document.name}” would be written to “${name}”, as another document was. Rename it and export it again.`,
      });
    }
    const bytes = await wordFile(context, document, config, force);
    if (bytes === null) return;
    const options = { replace: force, ...(within !== null && { within }) };
    await save(context, { path: target, name }, bytes, options);
    written.add(target.toLowerCase());
  });
  const place = out === undefined ? '' : `到“${out}”`;
  context.print(
    `${context.say({
      zh:
        count === 0
          ? '没有找到 .txt 或 .md 文件。'
          : `共 ${count} 篇，已导出 ${written.size} 篇${place}。`,
      en:
        count === 0
          ? 'No .txt or .md files were found.'
          : `Of ${count} documents, ${written.size} exported${out === undefined ? '' : ` to “${out}”`}.`,
    })}\n`,
  );
}

const withExtension = (name: string) => `${name.replace(/\.(?:txt|md|markdown)$/i, '')}.docx`;

/** The path of a document below the folder that was named; of one that was named itself, its name. */
function pathBelow({ host }: Context, names: readonly string[], document: Document): string {
  const at = document.path ?? '';
  for (const name of names) {
    const relative = path.relative(path.resolve(host.cwd, name), at);
    if (relative !== '' && !path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..') {
      return relative;
    }
  }
  return path.basename(document.name);
}

function isFolder({ host }: Context, name: string): boolean {
  if (name === '-') return false;
  const stats = statSync(path.resolve(host.cwd, name), { throwIfNoEntry: false });
  return stats?.isDirectory() === true || (stats === undefined && /[\\/]$/.test(name));
}

/** The bytes of the Word file; null, after a note, when the document is not finished. */
async function wordFile(
  context: Context,
  document: Document,
  config: LintConfig,
  force: boolean,
): Promise<Uint8Array | null> {
  const { host } = context;
  if (!force && !isFinished(context, document, config)) return null;
  const word = await host.loadWord();
  const format = word.readFormat(config.print);
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
  return word.exportDocx(document.summary, format, {
    readPicture: (target) => readBeside(target, 'pictureBytes'),
    tell: ({ zh, en }) =>
      context.note({ zh: `“${document.name}”：${zh}`, en: `“${document.name}”: ${en}` }),
    ...(template !== undefined && { template }),
  });
}

/** False, after a note and with exit code 1, when something is left to fill in or to correct. */
function isFinished(context: Context, { name, summary }: Document, config: LintConfig): boolean {
  const rest = remaining(summary);
  const unfilled = rest.filter(({ rule }) => rule === UNFILLED).length;
  const stale = rest.length - unfilled;
  const onRuleError = (rule: string) => context.problem(ruleProblem(rule));
  const found = lint(summary, { rules: RULES, config, onRuleError });
  const errors = found.filter(({ severity }) => severity === 'error').length;
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
  context.raiseExitCode(ExitCode.found);
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
