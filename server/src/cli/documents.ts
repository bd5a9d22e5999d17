/** Reading documents and saving them, byte for byte as they were outside of what is changed. */
import process from 'node:process';
import { applyEdits, type ParsedSummary, parseSummary, type TextEdit } from '../core/index.js';
import { syntaxOf } from '../encoding/document-names.js';
import { readBounded } from '../reading/bounded-file.js';
import { LIMITS, Refused, tooLarge } from '../reading/limits.js';
import { fileKey, type SaveOptions, saveFile } from '../saving/save.js';
import type { ReviewedFile } from '../word/write/index.js';
import type { Context } from './context.js';
import { type Decoded, decode, editBytes } from './encoding.js';
import { collect, type Input } from './files.js';
import { fileProblem, InputError, outputProblem } from './problem.js';
import { createProgress } from './progress.js';

/** A file that has been read. */
export interface TextFile extends Input, Decoded {
  /** The Word file that the text is of. */
  readonly word?: ReviewedFile;
}

export interface Document extends TextFile {
  readonly summary: ParsedSummary;
}

export async function readText(input: Input, context: Context): Promise<TextFile> {
  const { host } = context;
  noteInput(context, pathOf(input));
  const bytes =
    input.path === null ? await readAll(host.stdin) : readBounded(input.path, 'documentBytes');
  return { ...input, ...decode(bytes, input.name) };
}

/** As {@link readText}, and for a Word file its text, which cannot be written back. */
export async function readTextOrWord(input: Input, context: Context): Promise<TextFile> {
  if (input.path === null || !/\.docx$/i.test(input.name)) return readText(input, context);
  noteInput(context, input.path);
  const { readForReview } = await context.host.loadWord();
  const word = readForReview(readBounded(input.path, 'wordBytes'));
  return { ...input, ...decode(Buffer.from(word.text), input.name), text: word.text, word };
}

const pathOf = (input: Input) => input.path ?? '/dev/stdin';

/** True when the file has been read in this run, maybe under another name. */
export function isInput({ inputs }: Context, input: Input): boolean {
  const key = fileKey(pathOf(input));
  return key !== null && inputs.has(key);
}

/** Keeps what is written in this run from taking the place of a file that was read in it. */
export function noteInput({ inputs }: Context, at: string): void {
  const key = fileKey(at);
  if (key !== null) inputs.add(key);
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of stream) {
    total += chunk.length;
    if (total > LIMITS.documentBytes) throw new Refused(tooLarge('documentBytes'));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The documents that the arguments name. Those that cannot be found or read are reported as errors, and are
 * part of `count` but not of `inputs`.
 */
export async function collectInputs(
  context: Context,
  names: readonly string[],
  takesFolders = true,
): Promise<{ readonly inputs: readonly Input[]; readonly count: number }> {
  const { inputs, problems, notes } = await collect(names, context.host.cwd, takesFolders);
  problems.forEach(context.problem);
  notes.forEach(context.note);
  return { inputs, count: inputs.length + problems.length };
}

/**
 * Reads each named document and hands it to `use`. What cannot be read or used is told and left out;
 * the others go on. Gives how many there were, so that nothing found is not taken for nothing wrong.
 */
export async function eachDocument(
  context: Context,
  names: readonly string[],
  use: (document: Document) => void | Promise<void>,
  takesFolders = true,
): Promise<number> {
  const { inputs, count } = await collectInputs(context, names, takesFolders);
  const progress = await createProgress(context, inputs.length);
  for (const input of inputs) {
    try {
      const file = await readText(input, context);
      await use({ ...file, summary: parseSummary(file.text, syntaxOf(file.name)) });
    } catch (error) {
      progress.clear();
      context.problem(fileProblem(error, input.name));
    }
    progress.step();
  }
  progress.clear();
  return count;
}

/** The file to write; undefined for standard output, which `-` stands for as it does for reading. */
export const namedOutput = (out: string | undefined) => (out === '-' ? undefined : out);

/**
 * Writes a file: whole, or not at all.
 * @throws {InputError}
 */
export async function save(
  { inputs }: Context,
  { path, name }: { readonly path: string; readonly name: string },
  bytes: Uint8Array,
  options: Omit<SaveOptions, 'name' | 'inputs'> = {},
): Promise<void> {
  try {
    await finishBeforeStop(() => saveFile(path, bytes, { ...options, name, inputs }));
  } catch (error) {
    throw new InputError(outputProblem(error, name));
  }
}

/** Lets Ctrl+C stop the run after `action`, which takes a moment, and not in the middle of it. */
async function finishBeforeStop(action: () => Promise<void>): Promise<void> {
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.on('SIGINT', stop);
  try {
    await action();
  } finally {
    process.off('SIGINT', stop);
    // Our listener is removed, so the signal ends the process.
    if (stopped) process.kill(process.pid, 'SIGINT');
  }
}

/** To standard output: the bytes as they would be saved; on a terminal, text that can be read. */
export async function printChanged(
  { host, print }: Context,
  document: TextFile,
  edits: readonly TextEdit[],
): Promise<void> {
  print(
    host.stdout.isTTY === true
      ? applyEdits(document.text, edits)
      : await editBytes(document, edits),
  );
}
