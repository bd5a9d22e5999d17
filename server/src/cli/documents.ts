/** Reading documents and saving them, byte for byte as they were outside of what is changed. */

import { applyEdits, type ParsedSummary, parseSummary, type TextEdit } from '../core/index.js';
import { syntaxOf } from '../encoding/document-names.js';
import { readBounded } from '../reading/bounded-file.js';
import { LIMITS, Refused, tooLarge } from '../reading/limits.js';
import { fileKey, type SaveOptions, saveFile } from '../saving/save.js';
import type { Context } from './context.js';
import { type Decoded, decode, editBytes } from './encoding.js';
import { collect, type Input } from './files.js';
import { fileProblem, InputError, outputProblem } from './problem.js';
import { createProgress } from './progress.js';

export interface Document extends Input, Decoded {
  readonly summary: ParsedSummary;
}

async function read(input: Input, context: Context): Promise<Document> {
  const { host } = context;
  noteInput(context, input.path ?? '/dev/stdin');
  const bytes =
    input.path === null ? await readAll(host.stdin) : readBounded(input.path, 'documentBytes');
  const decoded = decode(bytes, input.name);
  return { ...input, ...decoded, summary: parseSummary(decoded.text, syntaxOf(input.name)) };
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
 * Reads each named document and hands it to `use`. What cannot be read or used is told and left out;
 * the others go on. Gives how many there were, so that nothing found is not taken for nothing wrong.
 */
export async function eachDocument(
  context: Context,
  names: readonly string[],
  use: (document: Document) => void | Promise<void>,
  folders = true,
): Promise<number> {
  const { inputs, problems, notes } = await collect(names, context.host.cwd, folders);
  for (const problem of problems) context.problem(problem);
  for (const note of notes) context.note(note);
  const progress = createProgress(context, inputs.length);
  for (const input of inputs) {
    try {
      await use(await read(input, context));
    } catch (error) {
      progress.clear();
      context.problem(fileProblem(error, input.name));
    }
    await progress.step();
  }
  progress.clear();
  return inputs.length + problems.length;
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
    await saveFile(path, bytes, { ...options, name, inputs });
  } catch (error) {
    throw new InputError(outputProblem(error, name));
  }
}

/** To standard output: the bytes as they would be saved; on a terminal, text that can be read. */
export async function printChanged(
  { host, print }: Context,
  document: Document,
  edits: readonly TextEdit[],
): Promise<void> {
  print(
    host.stdout.isTTY === true
      ? applyEdits(document.text, edits)
      : await editBytes(document, edits),
  );
}
