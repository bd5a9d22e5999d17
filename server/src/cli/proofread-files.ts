/** Files are read one after another, looked through on as many cores as it pays, and used in their order. */
import { statSync } from 'node:fs';
import type { LintConfig, Localized } from '../core/index.js';
import { languageDataProblem } from '../language-data/read.js';
import { createConfigurations } from './configuration.js';
import type { Context } from './context.js';
import { collectInputs, isInput, readText, readTextOrWord, type TextFile } from './documents.js';
import type { Input } from './files.js';
import { fileProblem, ruleProblem } from './problem.js';
import { createProgress } from './progress.js';
import { type Answer, Proofreader, type Results } from './proofreader.js';
import { Threads } from './threads.js';

export interface ProofreadFlags {
  readonly config?: string;
  readonly threads?: number;
}

export interface LanguageFlags {
  /** False to do without the language model. */
  readonly language?: boolean;
}

/**
 * With fewer bytes for each, several threads take longer than one: each runs slowly until its engine has
 * compiled the code that is run most.
 */
export const MIN_BYTES_PER_THREAD = 2_000_000;
/** The same with the language model, which needs more time for each byte. */
export const MIN_BYTES_PER_THREAD_WITH_LANGUAGE = 500_000;

/** A file that has been read and given to a thread, maybe before its turn has come. */
interface StartedFile {
  readonly name: string;
  /** What is wrong with its configuration. */
  readonly problems: readonly Localized[];
  /** Undefined when it could not be read. */
  readonly file?: TextFile;
  /** Never rejects. */
  readonly answer: Promise<Answer>;
}

/**
 * Hands each named document, with what is wanted of it, to `use`: in the order of files, and with the same
 * output, however many threads there are. What cannot be read or used is told and left out; the others go on.
 * @returns How many there were; null, and told, when the named configuration cannot be read.
 */
export async function proofreadFiles<W extends keyof Results>(
  context: Context,
  names: readonly string[],
  flags: ProofreadFlags & LanguageFlags,
  want: W,
  use: (file: TextFile, result: Results[W]) => void | Promise<void>,
): Promise<number | null> {
  const { host, language } = context;
  const configurationFor = await createConfigurations(context, flags.config ?? null);
  if (configurationFor === null) return null;
  const { inputs, count } = await collectInputs(context, names);
  // `fix` changes marks, labels and spaces only, about which the model has no say.
  const languageFolder = flags.language === false || want === 'edits' ? null : host.languageFolder;
  const bytesPerThread =
    languageFolder === null ? MIN_BYTES_PER_THREAD : MIN_BYTES_PER_THREAD_WITH_LANGUAGE;
  const maxThreads = flags.threads ?? threadsFor(inputs, host.cores, bytesPerThread);
  const threads =
    Math.min(maxThreads, inputs.length) > 1 ? new Threads(host.startThread, maxThreads) : null;
  const proofreader = new Proofreader();
  const configNumbers = new Map<LintConfig, number>();
  const progress = await createProgress(context, inputs.length);
  const reportedRules = new Set<string>();
  let isLanguageReported = false;

  const start = async (input: Input): Promise<StartedFile> => {
    const { name } = input;
    const problems: Localized[] = [];
    try {
      // What is changed is written back, which a Word file is not.
      const read = want === 'findings' ? readTextOrWord : readText;
      const file = await read(input, context);
      const config = await configurationFor(input, (problem) => problems.push(problem));
      const configNumber = configNumbers.get(config) ?? configNumbers.size;
      configNumbers.set(config, configNumber);
      const { text } = file;
      const cellsStart = file.word?.cellsStart ?? null;
      const asked = { want, name, text, cellsStart, config, configNumber };
      const task = { ...asked, locale: language, languageFolder };
      const answer = threads?.ask(task) ?? Promise.resolve(proofreader.answer(task));
      return { name, problems, file, answer };
    } catch (error) {
      const answer = { problem: fileProblem(error, name), failedRules: [] };
      return { name, problems, answer: Promise.resolve(answer) };
    }
  };

  const tell = (problem: Localized) => {
    progress.clear();
    context.problem(problem);
  };
  const finish = async ({ name, problems, file, answer }: StartedFile): Promise<void> => {
    const { result, problem, failedRules, languageProblem } = await answer;
    problems.forEach(tell);
    if (languageProblem !== undefined && !isLanguageReported) {
      isLanguageReported = true;
      progress.clear();
      context.note(languageDataProblem(languageProblem));
    }
    for (const rule of failedRules) {
      // Reported once, whichever threads meet it, so that the output does not depend on their number.
      if (!reportedRules.has(rule)) tell(ruleProblem(rule));
      reportedRules.add(rule);
    }
    try {
      if (problem !== undefined) tell(problem);
      else await use(file!, result as Results[W]);
    } catch (error) {
      tell(fileProblem(error, name));
    }
  };

  /** Settles when all files before the next one are used. */
  let earlierFiles = Promise.resolve();
  try {
    for (const input of inputs) {
      await threads?.whenIdle();
      // A second name of a file that may have been changed under the first one has to wait.
      if (threads === null || isInput(context, input)) await earlierFiles;
      const started = await start(input);
      void started.answer.then(progress.step);
      earlierFiles = earlierFiles.then(() => finish(started));
    }
    await earlierFiles;
  } finally {
    progress.clear();
    await threads?.end();
  }
  return count;
}

/** How many threads are worth it: for a few small files, none but this one. */
function threadsFor(inputs: readonly Input[], cores: number, bytesPerThread: number): number {
  let bytes = 0;
  for (const { path } of inputs) {
    if (bytes >= cores * bytesPerThread) return cores;
    if (path !== null) bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }
  return Math.floor(bytes / bytesPerThread);
}
