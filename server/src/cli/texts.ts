/** What the argument parser says, in the writer's language. */
import {
  AliasNotFoundError,
  type ApplicationText,
  ArgumentScannerError,
  EnumValidationError,
  FlagNotFoundError,
  text_en,
  UnexpectedFlagError,
  UnexpectedPositionalError,
  UnsatisfiedFlagError,
  UnsatisfiedPositionalError,
} from '@stricli/core';
import type { Localized } from '../core/base/localized.js';
import type { Locale } from './locale.js';
import { InputError } from './problem.js';

/** An error in one line: always in Chinese, and in English too for those who do not read it. */
export function errorLine({ zh, en }: Localized, locale: Locale): string {
  return (locale === 'zh' ? zh : `${zh} ${en}`).replace(/[\r\n]+/g, ' ');
}

export function textsFor(locale: Locale, name: string): ApplicationText {
  const line = (text: Localized) => errorLine(text, locale);
  const failed = (error: unknown): string =>
    line(error instanceof InputError ? error.text : unexpected(error));
  const errors = {
    exceptionWhileParsingArguments: (error: unknown) =>
      error instanceof ArgumentScannerError ? line(argumentProblem(error, name)) : failed(error),
    exceptionWhileLoadingCommandFunction: failed,
    exceptionWhileLoadingCommandContext: failed,
    exceptionWhileRunningCommand: failed,
    commandErrorResult: failed,
    noCommandRegisteredForInput: ({
      input,
      corrections,
    }: {
      input: string;
      corrections: readonly string[];
    }) => {
      return line({
        zh: `没有“${input}”这个命令${orLike(corrections)}。请运行 ${name} --help 查看用法。`,
        en: `There is no command “${input}”. See ${name} --help.`,
      });
    },
  };
  if (locale === 'en') return { ...text_en, ...errors };
  return {
    ...text_en,
    ...errors,
    headers: { usage: '用法', aliases: '别名', commands: '命令', flags: '选项', arguments: '参数' },
    keywords: { default: '默认', separator: '分隔符' },
    briefs: {
      help: '显示帮助',
      helpAll: '显示全部帮助',
      version: '显示版本号',
      argumentEscapeSequence: '此后的内容都当作文件名',
    },
  };
}

function unexpected(error: unknown): Localized {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    zh: `程序出错，没有完成。请把这一行告诉开发者：${detail}`,
    en: 'The program failed. Please send this line to the developers.',
  };
}

/** What is wrong with the arguments, and where to look. */
function argumentProblem(error: ArgumentScannerError, name: string): Localized {
  return {
    zh: `命令写法有误：${inChinese(error)}。请运行 ${name} --help 查看用法。`,
    en: `${error.message}. See ${name} --help.`,
  };
}

/** By class, not by the parser's own helper, which goes by names that the build shortens. */
function inChinese(error: ArgumentScannerError): string {
  if (error instanceof FlagNotFoundError) {
    return `没有“--${error.input}”这个选项${orLike(error.corrections)}`;
  }
  if (error instanceof AliasNotFoundError) return `没有“-${error.input}”这个选项`;
  if (error instanceof EnumValidationError) {
    return `“--${error.externalFlagName}”不能是“${error.input}”，可用 ${error.values.join('、')}`;
  }
  if (error instanceof UnsatisfiedFlagError) return `“--${error.externalFlagName}”后面缺少内容`;
  if (error instanceof UnexpectedPositionalError) return `多出了“${error.input}”`;
  if (error instanceof UnsatisfiedPositionalError) return `没有给出 ${error.placeholder}`;
  if (error instanceof UnexpectedFlagError) return `“--${error.externalFlagName}”只能给一次`;
  return error.message;
}

function orLike(corrections: readonly string[]): string {
  const like = corrections[0]?.replaceAll('`', '');
  return like === undefined ? '' : `，是不是“${like}”`;
}
