import { statSync } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ImportOptions } from '../export/index.js';
import { readBounded } from './bounded-file.js';
import type { Context } from './context.js';
import { save } from './documents.js';
import { fileProblem } from './problem.js';

export interface ImportFlags {
  readonly out?: string;
}

/** A Word file as text; tracked changes are accepted. */
export async function importWord(this: Context, { out }: ImportFlags, name: string): Promise<void> {
  const { host, say } = this;
  try {
    const word = await host.loadWord();
    const file = path.resolve(host.cwd, name);
    word.refuseTooLarge(statSync(file).size);
    const { text, tracked, notices, pictures } = await word.importDocx(
      readBounded(file, 'wordBytes'),
      optionsFor(out, name),
    );
    if (tracked > 0) {
      this.note({
        zh: `“${name}”有 ${tracked} 处修订，已全部接受。`,
        en: `“${name}” has ${tracked} tracked changes; all are accepted.`,
      });
    }
    for (const notice of notices) this.note(notice);
    if (out === undefined) {
      this.print(text);
      return;
    }
    const target = path.resolve(host.cwd, out);
    await save({ path: target, name: out }, Buffer.from(text));
    for (const picture of pictures) {
      await savePicture(path.dirname(target), picture.path, Buffer.from(picture.bytes));
    }
    this.print(`${say({ zh: `已导入 ${out}`, en: `Imported ${out}` })}\n`);
  } catch (error) {
    this.problem(fileProblem(error, name));
  }
}

function optionsFor(out: string | undefined, name: string): ImportOptions {
  if (out === undefined) return { name };
  return { name: out, syntax: /\.(?:md|markdown)$/i.test(out) ? 'markdown' : 'plain' };
}

/** Below the folder of the text, as the import has made sure, and never over a picture that is there. */
async function savePicture(folder: string, name: string, bytes: Buffer): Promise<void> {
  const at = path.resolve(folder, name);
  const exists = await access(at).then(
    () => true,
    () => false,
  );
  if (exists) return;
  await mkdir(path.dirname(at), { recursive: true });
  await save({ path: at, name }, bytes);
}
