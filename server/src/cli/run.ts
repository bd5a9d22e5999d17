import { run } from '@stricli/core';
import picocolors from 'picocolors';
import { localize } from '../core/index.js';
import { createApplication } from './app.js';
import { type Context, ExitCode, type Host } from './context.js';
import { localeOf } from './locale.js';
import { InputError } from './problem.js';
import { errorLine } from './texts.js';

/** Runs one command line, without the program's own name, and gives its exit code. Never throws. */
export async function runCommandLine(args: readonly string[], host: Host): Promise<number> {
  const language = localeOf(host.env, host.platform);
  const { stdout, stderr } = host;
  let code: number = ExitCode.clean;
  let hasComplained = false;
  const process = {
    env: host.env,
    exitCode: null as number | string | null,
    stdout: { write: (text: string) => void stdout.write(text) },
    // A command line may be wrong in several ways; the first one is told.
    stderr: {
      write: (text: string) => {
        if (!hasComplained) stderr.write(text);
        hasComplained = true;
      },
    },
  };
  const context: Context & { readonly process: typeof process } = {
    process,
    host,
    language,
    colors: picocolors.createColors(Boolean(host.env.FORCE_COLOR) || stdout.hasColors?.() === true),
    say: (text) => localize(text, language),
    inputs: new Set(),
    print: (text) => {
      try {
        stdout.write(text);
      } catch {
        throw new InputError(CUT_OFF);
      }
    },
    note: (text) => void stderr.write(`${localize(text, language)}\n`),
    problem: (text) => {
      stderr.write(`${errorLine(text, language)}\n`);
      context.raiseExitCode(ExitCode.unusable);
    },
    raiseExitCode: (least) => {
      code = Math.max(code, least);
    },
  };
  try {
    await run(createApplication(language, host.version), args, context);
  } catch {
    // Errors of commands are caught before; this is one of writing what the parser prints, such as help.
    context.problem(CUT_OFF);
  }
  // The parser has codes of its own for what it refuses, and 1 for what was thrown.
  return process.exitCode === 0 ? code : ExitCode.unusable;
}

/** Whoever reads the output has to know that it is not all of it. */
const CUT_OFF = {
  zh: '标准输出没有写完，已有的部分不完整。请检查磁盘空间后重试。',
  en: 'Standard output could not be written to its end. Check the disk space and try again.',
};
