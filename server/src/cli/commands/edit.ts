/** `fix` and `renumber`: what they would change, shown, or written back as it was read. */

import {
  applyEdits,
  convertNumbering,
  counted,
  type Localized,
  renumberDocument,
  SCHEMES,
  type TextEdit,
} from '../../core/index.js';
import type { Context } from '../context.js';
import { type Document, eachDocument, printChanged, save, type TextFile } from '../documents.js';
import { editBytes } from '../encoding.js';
import { InputError } from '../problem.js';
import { type ProofreadFlags, proofreadFiles } from '../proofread-files.js';

export interface EditFlags {
  readonly write?: boolean;
  readonly diff?: boolean;
}

export interface FixFlags extends EditFlags, ProofreadFlags {}

/** Does to files what fix-all does in an editor, and nothing else. */
export async function fix(this: Context, flags: FixFlags, ...names: string[]): Promise<void> {
  await editAll(this, flags, names, (edit) => proofreadFiles(this, names, flags, 'edits', edit));
}

const noScheme = (name: string): Localized => {
  const ids = SCHEMES.map(({ id }) => id).join(', ');
  return {
    zh: `没有“${name}”这套序号，可用的有：${ids}`,
    en: `There is no numbering “${name}”; there are ${ids}`,
  };
};

export interface RenumberFlags extends EditFlags {
  /** Id of a numbering scheme. */
  readonly numbering?: string;
}

/** Numbers the labels of each file consecutively, or converts them to another scheme; references to sections follow. */
export async function renumber(
  this: Context,
  flags: RenumberFlags,
  ...names: string[]
): Promise<void> {
  const scheme = SCHEMES.find(({ id }) => id === flags.numbering);
  if (flags.numbering !== undefined && scheme === undefined)
    throw new InputError(noScheme(flags.numbering));
  const editsFor = ({ name, summary }: Document): readonly TextEdit[] => {
    if (scheme === undefined) return renumberDocument(summary);
    const result = convertNumbering(summary, scheme);
    if (!('refusal' in result)) return result.edits;
    const { zh, en } = result.refusal;
    throw new InputError({ zh: `${name}：${zh}`, en: `${name}: ${en}` });
  };
  await editAll(this, flags, names, (edit) =>
    eachDocument(this, names, (file) => edit(file, editsFor(file)), false),
  );
}

type Edit = (file: TextFile, edits: readonly TextEdit[]) => Promise<void>;

async function editAll(
  context: Context,
  { write = false, diff = false }: EditFlags,
  names: readonly string[],
  /** Gives the edits of each file, and how many files there were; null when it cannot begin. */
  eachFile: (edit: Edit) => Promise<number | null>,
): Promise<void> {
  if (write && diff) throw new InputError(WRITE_OR_DIFF);
  if (write && names.includes('-')) throw new InputError(STDIN_NOT_WRITABLE);
  const lines: string[] = [];
  let last: { readonly file: TextFile; readonly edits: readonly TextEdit[] } | undefined;
  let changed = 0;
  const count = await eachFile(async (file, edits) => {
    if (edits.length > 0) {
      if (diff) lines.push(await showDifference(context, file, edits));
      else {
        if (write) await saveChanged(context, file, edits);
        lines.push(`${context.say(fileLine(file.name, edits.length, write))}\n`);
      }
      changed++;
    }
    last = { file, edits };
  });
  if (count === null) return;
  // One file and nothing asked for: the changed text itself, as a filter would give it.
  if (!write && !diff && count === 1 && last !== undefined) {
    await printChanged(context, last.file, last.edits);
    return;
  }
  context.print(lines.join(''));
  const nothingRead = last === undefined && count > 0;
  if (diff || nothingRead) return;
  context.print(`${context.say(totalLine(count, changed, write))}\n`);
}

async function saveChanged(
  context: Context,
  file: TextFile,
  edits: readonly TextEdit[],
): Promise<void> {
  const { path, name, bytes } = file;
  const changed = await editBytes(file, edits);
  // Standard input is refused beforehand.
  await save(context, { path: path!, name }, changed, { previous: bytes });
}

async function showDifference(
  { colors }: Context,
  { name, text }: TextFile,
  edits: readonly TextEdit[],
): Promise<string> {
  const { structuredPatch } = await import('diff');
  const { hunks } = structuredPatch(name, name, text, applyEdits(text, edits));
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: changed }) => [
    colors.cyan(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`),
    ...changed.map((line) =>
      line.startsWith('+') ? colors.green(line) : line.startsWith('-') ? colors.red(line) : line,
    ),
  ]);
  // Names as they are: the library writes those that are not English in numbers.
  return [colors.bold(`--- ${name}`), colors.bold(`+++ ${name}`), ...lines, ''].join('\n');
}

function fileLine(name: string, edits: number, written: boolean): Localized {
  return written
    ? { zh: `${name}：已改 ${edits} 处`, en: `${name}: ${counted(edits, 'change')} written` }
    : { zh: `${name}：可改 ${edits} 处`, en: `${name}: ${counted(edits, 'change')} to make` };
}

function totalLine(files: number, changed: number, written: boolean): Localized {
  if (changed === 0) {
    return {
      zh: `看了 ${files} 个文件，没有要改的。`,
      en: `${counted(files, 'file')} read, nothing to change.`,
    };
  }
  return written
    ? {
        zh: `看了 ${files} 个文件，改了 ${changed} 个。`,
        en: `${counted(files, 'file')} read, ${changed} changed.`,
      }
    : {
        zh: `看了 ${files} 个文件，可改 ${changed} 个。加 --diff 看改动，加 --write 写回。`,
        en: `${counted(files, 'file')} read, ${changed} to change. Add --diff to see how, --write to do it.`,
      };
}

const WRITE_OR_DIFF: Localized = {
  zh: '--write 和 --diff 只能用一个。请去掉其中一个。',
  en: 'Use either --write or --diff, not both.',
};

const STDIN_NOT_WRITABLE: Localized = {
  zh: '标准输入“-”没有可写回的文件。请去掉 --write，结果会输出到标准输出。',
  en: 'Standard input “-” is no file to write. Leave out --write; the result goes to standard output.',
};
