/** What the argument parser says, in the writer's language. */

import {
  AliasNotFoundError,
  type ApplicationText,
  ArgumentParseError,
  ArgumentScannerError,
  EnumValidationError,
  FlagNotFoundError,
  text_en,
  UnexpectedFlagError,
  UnexpectedPositionalError,
  UnsatisfiedFlagError,
  UnsatisfiedPositionalError,
} from '@stricli/core';
import { isChinese, type Locale, type Localized, localize } from '../core/index.js';
import { InputError } from './problem.js';

/** An error in one line: always in Chinese, and in English too for those who do not read it. */
export function errorLine(text: Localized, locale: Locale): string {
  const localized = localize(text, locale);
  return (isChinese(locale) ? localized : `${text.zh} ${localized}`).replace(/[\r\n]+/g, ' ');
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
        zh: `没有“${input}”这个命令${suggestion(corrections)}。请运行 ${name} --help 查看用法。`,
        en: `There is no command “${input}”. See ${name} --help.`,
      });
    },
  };
  const { headers, keywords, briefs } = text_en;
  const say = (zh: string, en: string) => localize({ zh, en }, locale);
  return {
    ...text_en,
    ...errors,
    headers: {
      usage: say('用法', headers.usage),
      aliases: say('别名', headers.aliases),
      commands: say('命令', headers.commands),
      flags: say('选项', headers.flags),
      arguments: say('参数', headers.arguments),
    },
    keywords: {
      default: say('默认', keywords.default),
      separator: say('分隔符', keywords.separator),
    },
    briefs: {
      help: say('显示帮助', briefs.help),
      helpAll: say('显示全部帮助', briefs.helpAll),
      version: say('显示版本号', briefs.version),
      argumentEscapeSequence: say('此后的内容都当作文件名', briefs.argumentEscapeSequence),
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

/** Tells errors apart by class. The parser's own helper uses class names, which the build shortens. */
function inChinese(error: ArgumentScannerError): string {
  if (error instanceof FlagNotFoundError) {
    return `没有“--${error.input}”这个选项${suggestion(error.corrections)}`;
  }
  if (error instanceof AliasNotFoundError) return `没有“-${error.input}”这个选项`;
  if (error instanceof EnumValidationError) {
    return `“--${error.externalFlagName}”不能是“${error.input}”，可用 ${error.values.join('、')}`;
  }
  if (error instanceof ArgumentParseError && error.exception instanceof InputError) {
    const { externalFlagNameOrPlaceholder: name, input, exception } = error;
    return `“--${name}”不能是“${input}”，${exception.text.zh}`;
  }
  if (error instanceof UnsatisfiedFlagError) return `“--${error.externalFlagName}”后面缺少内容`;
  if (error instanceof UnexpectedPositionalError) return `多出了“${error.input}”`;
  if (error instanceof UnsatisfiedPositionalError) return `没有给出 ${error.placeholder}`;
  if (error instanceof UnexpectedFlagError) return `“--${error.externalFlagName}”只能给一次`;
  return error.message;
}

function suggestion(corrections: readonly string[]): string {
  const like = corrections[0]?.replaceAll('`', '');
  return like === undefined ? '' : `，是不是“${like}”`;
}
