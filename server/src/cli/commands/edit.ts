/** `fix` and `renumber`: what they would change, shown, or written back as it was read. */

import {
  applyEdits,
  fixAllEdits,
  type Localized,
  RULES,
  renumberDocument,
  type TextEdit,
} from '../../core/index.js';
import { createLinters } from '../configuration.js';
import type { Context } from '../context.js';
import { type Document, eachDocument, printChanged, save } from '../documents.js';
import { editBytes } from '../encoding.js';
import { InputError } from '../problem.js';

export interface EditFlags {
  readonly write?: boolean;
  readonly diff?: boolean;
}

export interface FixFlags extends EditFlags {
  readonly config?: string;
}

/** Does to files what fix-all does in an editor, and nothing else. */
export async function fix(this: Context, flags: FixFlags, ...names: string[]): Promise<void> {
  const linters = await createLinters(this, flags.config ?? null);
  if (linters === null) return;
  await editAll(this, flags, names, true, async (document) => {
    const { summary } = document;
    return fixAllEdits(summary, (await linters(document)).lint(summary), RULES);
  });
}

/** Numbers the labels of each file consecutively; references to sections follow. */
export async function renumber(this: Context, flags: EditFlags, ...names: string[]): Promise<void> {
  await editAll(this, flags, names, false, ({ summary }) => renumberDocument(summary));
}

type Edits = (document: Document) => readonly TextEdit[] | Promise<readonly TextEdit[]>;

async function editAll(
  context: Context,
  { write = false, diff = false }: EditFlags,
  names: readonly string[],
  folders: boolean,
  editsOf: Edits,
): Promise<void> {
  if (write && diff) throw new InputError(ONE_OF);
  if (write && names.includes('-')) throw new InputError(NO_PLACE);
  const lines: string[] = [];
  let last: { readonly document: Document; readonly edits: readonly TextEdit[] } | undefined;
  let changed = 0;
  const count = await eachDocument(
    context,
    names,
    async (document) => {
      const edits = await editsOf(document);
      if (edits.length > 0) {
        if (diff) lines.push(await showDifference(context, document, edits));
        else {
          if (write) await saveChanged(context, document, edits);
          lines.push(`${context.say(tell(document.name, edits.length, write))}\n`);
        }
        changed++;
      }
      last = { document, edits };
    },
    folders,
  );
  // One file and nothing asked for: the changed text itself, as a filter would give it.
  if (!write && !diff && count === 1 && last !== undefined) {
    await printChanged(context, last.document, last.edits);
    return;
  }
  context.print(lines.join(''));
  const nothingRead = last === undefined && count > 0;
  if (diff || nothingRead) return;
  context.print(`${context.say(total(count, changed, write))}\n`);
}

async function saveChanged(
  context: Context,
  document: Document,
  edits: readonly TextEdit[],
): Promise<void> {
  const { path, name, bytes } = document;
  const changed = await editBytes(document, edits);
  // Standard input is refused beforehand.
  await save(context, { path: path!, name }, changed, { previous: bytes });
}

async function showDifference(
  { colors }: Context,
  { name, text }: Document,
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

function tell(name: string, edits: number, written: boolean): Localized {
  return written
    ? { zh: `${name}：已改 ${edits} 处`, en: `${name}: ${edits} changes written` }
    : { zh: `${name}：可改 ${edits} 处`, en: `${name}: ${edits} changes to make` };
}

function total(files: number, changed: number, written: boolean): Localized {
  if (changed === 0) {
    return {
      zh: `看了 ${files} 个文件，没有要改的。`,
      en: `${files} files read, nothing to change.`,
    };
  }
  return written
    ? {
        zh: `看了 ${files} 个文件，改了 ${changed} 个。`,
        en: `${files} files read, ${changed} changed.`,
      }
    : {
        zh: `看了 ${files} 个文件，可改 ${changed} 个。加 --diff 看改动，加 --write 写回。`,
        en: `${files} files read, ${changed} to change. Add --diff to see how, --write to do it.`,
      };
}

const ONE_OF: Localized = {
  zh: '--write 和 --diff 只能用一个。请去掉其中一个。',
  en: 'Use either --write or --diff, not both.',
};

const NO_PLACE: Localized = {
  zh: '标准输入“-”没有可写回的文件。请去掉 --write，结果会输出到标准输出。',
  en: 'Standard input “-” is no file to write. Leave out --write; the result goes to standard output.',
};
