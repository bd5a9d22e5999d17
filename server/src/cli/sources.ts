/** Documents that are read together: what is wrong with one is told, and the others go on. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { originsName, recognise, type Syntax } from '../core/index.js';
import { syntaxOf } from '../encoding/document-names.js';
import { readBounded } from '../reading/bounded-file.js';
import type { Context } from './context.js';
import { noteInput, readText } from './documents.js';
import { collect, type Input } from './files.js';
import { fileProblem } from './problem.js';
import { createProgress } from './progress.js';

export interface Source {
  readonly name: string;
  readonly text: string;
  readonly syntax: Syntax;
}

/**
 * Hands on the text of each .txt, .md and .docx that is named or lies in a folder that is, in order. A
 * text that is there twice counts once, and one that is no summary, or was merged from others, not at all;
 * that is told.
 */
export async function eachSource(
  context: Context,
  names: readonly string[],
  use: (source: Source) => void,
): Promise<void> {
  const { inputs, problems, notes } = await collect(names, context.host.cwd, true, true);
  problems.forEach(context.problem);
  notes.forEach(context.note);
  const seen = new Map<string, string>();
  const progress = await createProgress(context, inputs.length);
  for (const input of inputs) {
    if (input.path !== null && existsSync(originsName(input.path))) {
      progress.clear();
      context.note({
        zh: `“${input.name}”是汇总出来的，没有用。`,
        en: `“${input.name}” was merged from others and was left out.`,
      });
      progress.step();
      continue;
    }
    try {
      const { text, syntax } = await readSource(context, input);
      const { name } = input;
      const key = createHash('sha256').update(text).digest('hex');
      const first = seen.get(key);
      if (first !== undefined) {
        progress.clear();
        context.note({
          zh: `“${name}”与“${first}”内容相同，只用一次。`,
          en: `“${name}” says the same as “${first}” and is used once.`,
        });
      } else if (!recognise(name.replace(/^.*[\\/]/, ''), text).isSummary) {
        progress.clear();
        context.note({
          zh: `“${name}”不像工作总结，没有用。`,
          en: `“${name}” does not look like a work summary and was left out.`,
        });
      } else {
        seen.set(key, name);
        use({ name, text, syntax });
      }
    } catch (error) {
      progress.clear();
      context.problem(fileProblem(error, input.name));
    }
    progress.step();
  }
  progress.clear();
}

/** The text of one file; of a Word file what an import makes of it. */
export async function readSource(
  context: Context,
  input: Input,
): Promise<{ readonly text: string; readonly syntax: Syntax }> {
  const { name, path } = input;
  if (path === null || !/\.docx$/i.test(name)) {
    const { text } = await readText(input, context);
    return { text, syntax: syntaxOf(name) };
  }
  noteInput(context, path);
  const word = await context.host.loadWord();
  const { text, syntax } = await word.importDocx(readBounded(path, 'wordBytes'), { name });
  return { text, syntax };
}
