import { statSync } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { counted } from '../../core/index.js';
import { readBounded } from '../../reading/bounded-file.js';
import type { ChangeHandling, ImportOptions } from '../../word/write/index.js';
import type { Context } from '../context.js';
import { namedOutput, noteInput, save } from '../documents.js';
import { fileProblem } from '../problem.js';

export interface ImportFlags {
  readonly out?: string;
  readonly force?: boolean;
  readonly changes: ChangeHandling;
}

/** A Word file as text. */
export async function importWord(
  this: Context,
  { force = false, ...flags }: ImportFlags,
  name: string,
): Promise<void> {
  const { host, say } = this;
  const out = namedOutput(flags.out);
  try {
    const word = await host.loadWord();
    const file = path.resolve(host.cwd, name);
    noteInput(this, file);
    word.refuseTooLarge(statSync(file).size);
    const { text, tracked, notices, pictures } = await word.importDocx(
      readBounded(file, 'wordBytes'),
      {
        ...optionsFor(out, name),
        changes: flags.changes,
        ...(out !== undefined && { existing: filesBelow(host.cwd, out) }),
      },
    );
    if (tracked > 0) {
      const [done, doneEn] = DONE[flags.changes];
      this.note({
        zh: `“${name}”有 ${tracked} 处修订，${done}。`,
        en: `“${name}” has ${counted(tracked, 'tracked change')}; ${doneEn}.`,
      });
    }
    for (const notice of notices) this.note(notice);
    if (out === undefined) {
      this.print(text);
      return;
    }
    const target = path.resolve(host.cwd, out);
    await save(this, { path: target, name: out }, Buffer.from(text), { replace: force });
    for (const picture of pictures) {
      await savePicture(this, path.dirname(target), picture.path, picture.bytes);
    }
    this.print(`${say({ zh: `已导入 ${out}`, en: `Imported ${out}` })}\n`);
  } catch (error) {
    this.problem(fileProblem(error, name));
  }
}

/** What became of tracked changes. */
const DONE: Readonly<Record<ChangeHandling, readonly [string, string]>> = {
  accept: ['已全部接受', 'all are accepted'],
  reject: ['已全部拒绝', 'all are rejected'],
  show: [
    '已用〔增：…〕〔删：…〕标在文中',
    'they are marked in the text as 〔增：…〕 and 〔删：…〕',
  ],
};

function optionsFor(out: string | undefined, name: string): ImportOptions {
  if (out === undefined) return { name };
  return { name: out, syntax: /\.(?:md|markdown)$/i.test(out) ? 'markdown' : 'plain' };
}

/** Reads a file beside the text to be written. One that cannot be read is given as empty bytes: its name is taken. */
function filesBelow(cwd: string, out: string): NonNullable<ImportOptions['existing']> {
  const folder = path.dirname(path.resolve(cwd, out));
  return async (name) => {
    const at = path.resolve(folder, name);
    if (statSync(at, { throwIfNoEntry: false }) === undefined) return null;
    try {
      return readBounded(at, 'pictureBytes');
    } catch {
      return new Uint8Array();
    }
  };
}

/** Below the folder of the text, as the import has made sure, and never over a picture that is there. */
async function savePicture(
  context: Context,
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const at = path.resolve(folder, name);
  const exists = await access(at).then(
    () => true,
    () => false,
  );
  if (exists) return;
  await save(context, { path: at, name }, bytes, { within: folder });
}
