/** Which configuration holds for which document: the one that was named, else the nearest file upwards. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type ConfigProblem, readConfiguration } from '../config/configuration.js';
import { Configurations } from '../config/configuration-store.js';
import { type LintConfig, type Localized, RULES, splitLines } from '../core/index.js';
import { readBounded } from '../reading/bounded-file.js';
import { positionAt } from '../report/positions.js';
import type { Context } from './context.js';
import { decode } from './encoding.js';
import type { Input } from './files.js';
import { fileProblem } from './problem.js';

type Tell = (problem: Localized) => void;

/**
 * The configuration of a file: the same object for all files under the same one. Problems of a configuration
 * go to the `tell` of the first file for which it is read. Await each call before the next.
 */
export type ConfigurationFor = (input: Input, tell: Tell) => Promise<LintConfig>;

/**
 * @param file The configuration that was named; null to look for the nearest one.
 * @returns Null, after an error on standard error, when the named file cannot be read.
 */
export async function createConfigurations(
  context: Context,
  file: string | null,
): Promise<ConfigurationFor | null> {
  const { host } = context;
  let tell: Tell = context.problem;
  const problems = (name: string, text: string, found: readonly ConfigProblem[]) => {
    const lines = splitLines(text);
    for (const { span, message } of found) {
      const { line, column } = positionAt(lines, span.start);
      const at = `${name}:${line}:${column}`;
      tell({ zh: `${at} ${message.zh}`, en: `${at} ${message.en}` });
    }
  };

  if (file !== null) {
    try {
      const { text } = decode(
        readBounded(path.resolve(host.cwd, file), 'configurationBytes', { pipes: true }),
        file,
      );
      const { config, problems: found } = readConfiguration(text, RULES);
      problems(file, text, found);
      return async () => config;
    } catch (error) {
      context.problem(fileProblem(error, file));
      return null;
    }
  }

  const readText = async (uri: string): Promise<string | null> => {
    const at = fileURLToPath(uri);
    try {
      return decode(readBounded(at, 'configurationBytes'), at).text;
    } catch (error) {
      // No such file here is the usual case; the next folder upwards is looked at.
      if (!isMissing(error)) tell(fileProblem(error, path.relative(host.cwd, at)));
      return null;
    }
  };
  const configurations = new Configurations(
    readText,
    async () => null,
    (uri, text, found) => problems(path.relative(host.cwd, fileURLToPath(uri)), text, found),
  );
  return (input, tellOfInput) => {
    tell = tellOfInput;
    // Standard input is taken for a file in the working folder.
    const at = input.path ?? path.join(host.cwd, '-');
    return configurations.find(pathToFileURL(at).href);
  };
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}
