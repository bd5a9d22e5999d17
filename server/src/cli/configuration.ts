/** Which configuration holds for which document: the one that was named, else the nearest file upwards. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type ConfigProblem, readConfiguration } from '../config/configuration.js';
import { Configurations } from '../config/configuration-store.js';
import {
  type Finding,
  type LintConfig,
  Linter,
  type ParsedSummary,
  RULES,
  splitLines,
} from '../core/index.js';
import { readBounded } from '../reading/bounded-file.js';
import { positionAt } from '../report/positions.js';
import type { Context } from './context.js';
import type { Document } from './documents.js';
import { decode } from './encoding.js';
import { fileProblem } from './problem.js';

/** What holds for a document: how it is checked, and how it is printed. */
export interface Checker {
  lint(summary: ParsedSummary): Finding[];
  readonly print: LintConfig['print'];
}

/** Gives the checker for a document. */
export type Linters = (document: Document) => Promise<Checker>;

/**
 * @param file The configuration that was named; null to look for the nearest one.
 * @returns null, and told, when the named file cannot be read.
 */
export async function createLinters(
  context: Context,
  file: string | null,
): Promise<Linters | null> {
  const { host } = context;
  const problems = (name: string, text: string, found: readonly ConfigProblem[]) => {
    const lines = splitLines(text);
    for (const { span, message } of found) {
      const { line, column } = positionAt(lines, span.start);
      const at = `${name}:${line}:${column}`;
      context.problem({ zh: `${at} ${message.zh}`, en: `${at} ${message.en}` });
    }
  };
  const onRuleError = (rule: string) =>
    context.problem({
      zh: `规则“${rule}”出错，没有查完。请把文稿和版本号告诉开发者。`,
      en: `The rule “${rule}” failed. Please tell the developers, with the text and version.`,
    });
  // One for all documents under the same configuration: with thousands, making them takes most of the time.
  const linters = new WeakMap<LintConfig, Linter>();
  const linterOf = (config: LintConfig): Checker => {
    const linter = linters.get(config) ?? new Linter({ rules: RULES, config, onRuleError });
    linters.set(config, linter);
    return { lint: (summary) => linter.lint(summary), print: config.print };
  };

  if (file !== null) {
    try {
      const { text } = decode(
        readBounded(path.resolve(host.cwd, file), 'configurationBytes', { pipes: true }),
        file,
      );
      const { config, problems: found } = readConfiguration(text, RULES);
      problems(file, text, found);
      return async () => linterOf(config);
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
      if (!isMissing(error)) context.problem(fileProblem(error, path.relative(host.cwd, at)));
      return null;
    }
  };
  const configurations = new Configurations(
    readText,
    async () => null,
    (uri, text, found) => problems(path.relative(host.cwd, fileURLToPath(uri)), text, found),
  );
  return async ({ path: at }) => {
    // Standard input is taken for a file in the working folder.
    return linterOf(await configurations.find(pathToFileURL(at ?? path.join(host.cwd, '-')).href));
  };
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}
