/** `fill`: placeholders of one document from the rows of a table, one document for each row. */
import { lstatSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import {
  counted,
  fileStems,
  fillDocument,
  type Localized,
  type PlannedDocument,
} from '../../core/index.js';
import { readBounded } from '../../reading/bounded-file.js';
import type { PreparedFilling } from '../../tables/prepare-filling.js';
import type { Context } from '../context.js';
import {
  type Document,
  eachDocument,
  namedOutput,
  noteInput,
  printChanged,
  save,
} from '../documents.js';
import { editBytes } from '../encoding.js';
import { fileProblem, InputError, outputProblem } from '../problem.js';
import { createProgress } from '../progress.js';

export interface FillFlags {
  readonly data: string;
  readonly out?: string | undefined;
  readonly force?: boolean;
}

/** Fills one file. Nothing is written when anything of the table is wrong, and never the file itself. */
export async function fill(this: Context, given: FillFlags, name: string): Promise<void> {
  const flags = { ...given, out: namedOutput(given.out) };
  await eachDocument(
    this,
    [name],
    async (document) => {
      const bytes = readTableFile(flags.data, this);
      const { prepareFilling } = await import('../../tables/prepare-filling.js');
      const plan = await prepareFilling(document.summary, { name: flags.data, bytes });
      for (const { severity, message } of plan.problems) {
        if (severity === 'error') this.problem(inFile(flags.data, message));
        else this.note(inFile(flags.data, message));
      }
      if (plan.problems.some(({ severity }) => severity === 'error')) return;
      if (plan.documents.length === 1 && !isFolder(flags.out, this)) {
        await fillOne(this, document, plan, flags);
      } else await fillAll(this, document, plan, flags);
    },
    false,
  );
}

function readTableFile(name: string, context: Context): Uint8Array {
  const at = path.resolve(context.host.cwd, name);
  noteInput(context, at);
  try {
    return readBounded(at, 'tableBytes', { pipes: true });
  } catch (error) {
    throw new InputError(fileProblem(error, name));
  }
}

const inFile = (name: string, { zh, en }: Localized): Localized => ({
  zh: `${name}：${zh}`,
  en: `${name}: ${en}`,
});

function isFolder(out: string | undefined, { host }: Context): boolean {
  if (out === undefined) return false;
  const stats = statSync(path.resolve(host.cwd, out), { throwIfNoEntry: false });
  return stats?.isDirectory() === true || /[\\/]$/.test(out);
}

async function fillOne(
  context: Context,
  document: Document,
  plan: PreparedFilling,
  { out, data, force = false }: FillFlags,
): Promise<void> {
  const [row] = plan.documents as [PlannedDocument];
  const { edits, unfilled } = fillDocument(document.summary, plan.columns, row.values);
  if (out === undefined) await printChanged(context, document, edits);
  else {
    const target = { path: path.resolve(context.host.cwd, out), name: out };
    await save(context, target, await editBytes(document, edits), { replace: force });
    context.print(`${context.say({ zh: `已写入 ${out}`, en: `Wrote ${out}` })}\n`);
  }
  tellLeftOver(context, data, plan, unfilled.length);
}

async function fillAll(
  context: Context,
  document: Document,
  plan: PreparedFilling,
  { out, data, force = false }: FillFlags,
): Promise<void> {
  if (out === undefined) {
    throw new InputError({
      zh: `“${data}”有 ${plan.documents.length} 行，一行一篇。请用 -o 指定存放的文件夹。`,
      en: `“${data}” has ${plan.documents.length} rows, a document each. Name a folder with -o.`,
    });
  }
  const folder = path.resolve(context.host.cwd, out);
  await mkdir(folder, { recursive: true }).catch((error) => {
    throw new InputError(outputProblem(error, out));
  });
  const extension = path.extname(document.name) || '.txt';
  const stem = path.basename(document.name, extension);
  const stems = fileStems(plan.documents, stem);
  const targets = stems.map((name) => name + extension);
  if (!force) refuseExisting(folder, out, targets);
  const progress = await createProgress(context, plan.documents.length);
  let unfilled = 0;
  for (const [index, row] of plan.documents.entries()) {
    const filled = fillDocument(document.summary, plan.columns, row.values);
    const target = path.join(folder, targets[index]!);
    const output = { path: target, name: path.join(out, targets[index]!) };
    try {
      const bytes = await editBytes(document, filled.edits);
      await save(context, output, bytes, { replace: force, within: folder });
    } catch (error) {
      progress.clear();
      const { zh, en } = outputProblem(error, output.name);
      const total = plan.documents.length;
      throw new InputError({
        zh: `${zh}共 ${total} 篇，此前已写出 ${index} 篇，每篇都是完整的。`,
        en: `${en} Of ${total} documents, ${index} were written before it, each of them whole.`,
      });
    }
    // Two names may stand for one file, which has room for one of the documents.
    noteInput(context, target);
    unfilled += filled.unfilled.length;
    progress.step();
  }
  progress.clear();
  context.print(
    `${context.say({
      zh: `已写出 ${plan.documents.length} 篇到“${out}”。`,
      en: `${counted(plan.documents.length, 'document')} written to “${out}”.`,
    })}\n`,
  );
  tellLeftOver(context, data, plan, unfilled);
}

/** Before anything is written: otherwise one half would be new and the other old. */
function refuseExisting(folder: string, name: string, targets: readonly string[]): void {
  const existing = targets.filter((target) =>
    lstatSync(path.join(folder, target), { throwIfNoEntry: false }),
  );
  if (existing.length === 0) return;
  const firstNames = existing.slice(0, 3).join('、') + (existing.length > 3 ? '……' : '');
  throw new InputError({
    zh: `“${name}”里已有 ${existing.length} 个同名文件（${firstNames}），没有写入。请换一个文件夹；确要覆盖请加 --force。`,
    en: `“${name}” holds ${existing.length} files of these names already (${firstNames}); nothing was written. Give another folder, or --force to replace them.`,
  });
}

/** What the table did not fill and what it holds for nobody: to standard error, for the text may be on the other. */
function tellLeftOver(
  context: Context,
  data: string,
  { missing, unused }: PreparedFilling,
  unfilled: number,
): void {
  const tell = (text: Localized) => context.note(inFile(data, text));
  if (missing.length > 0) {
    tell({
      zh: `缺少这些列，对应的占位符没有填：${missing.join('、')}`,
      en: `no such columns, so their placeholders stay: ${missing.join(', ')}`,
    });
  }
  if (unfilled > missing.length) {
    tell({ zh: `还有 ${unfilled} 处没有填。`, en: `${counted(unfilled, 'place')} not filled in.` });
  }
  if (unused.length > 0) {
    tell({
      zh: `这些列没有用到：${unused.join('、')}`,
      en: `columns that nothing takes: ${unused.join(', ')}`,
    });
  }
}
