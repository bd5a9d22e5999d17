/** The commands, their options and what their help says. */

import {
  type Application,
  buildApplication,
  buildCommand,
  buildRouteMap,
  type Command,
} from '@stricli/core';
import { type Locale, type Localized, localize, SCHEMES } from '../core/index.js';
import type { CheckFlags } from './commands/check.js';
import type { FixFlags, RenumberFlags } from './commands/edit.js';
import type { ExportFlags } from './commands/export-word.js';
import type { FillFlags } from './commands/fill.js';
import type { ImportFlags } from './commands/import-word.js';
import type { LedgerFlags } from './commands/ledger.js';
import type { MergeFlags } from './commands/merge.js';
import { NEW_KINDS, type NewFlags } from './commands/new.js';
import type { OutlineFlags } from './commands/outline.js';
import type { PlaceholdersFlags } from './commands/placeholders.js';
import type { Context } from './context.js';
import { InputError } from './problem.js';
import { textsFor } from './texts.js';

const SCHEME_IDS = SCHEMES.map(({ id }) => id).join(', ');

export const NAME = 'work-summary';

/** More threads than any machine of a writer's has cores. */
const MAX_THREADS = 256;

function parseThreads(input: string): number {
  const count = /^\d{1,3}$/.test(input) ? Number(input) : 0;
  if (count >= 1 && count <= MAX_THREADS) return count;
  throw new InputError({
    zh: `请给 1 到 ${MAX_THREADS} 的整数`,
    en: `give a whole number from 1 to ${MAX_THREADS}`,
  });
}

export function createApplication(locale: Locale, version: string): Application<Context> {
  const say = (zh: string, en: string): string => localize({ zh, en }, locale);

  const paths = {
    kind: 'array',
    minimum: 1,
    parameter: {
      parse: String,
      placeholder: 'PATH',
      brief: say(
        '文件或文件夹；文件夹中查找 .txt 和 .md；“-”为标准输入',
        'Files or folders, which are walked for .txt and .md; “-” is standard input',
      ),
    },
  } as const;
  const together = {
    ...paths,
    parameter: {
      ...paths.parameter,
      brief: say(
        '文件或文件夹；文件夹中查找 .txt、.md 和 .docx',
        'Files or folders, which are walked for .txt, .md and .docx',
      ),
    },
  } as const;
  const files = {
    ...paths,
    parameter: {
      ...paths.parameter,
      placeholder: 'FILE',
      brief: say('文件；“-”为标准输入', 'Files; “-” is standard input'),
    },
  } as const;
  const oneFile = { kind: 'tuple', parameters: [files.parameter] } as const;

  const format = <const T extends string>(...values: T[]) =>
    ({
      kind: 'enum',
      values,
      default: 'text' as T,
      brief: say('输出格式', 'Format of the output'),
    }) as const;
  const config = {
    kind: 'parsed',
    parse: String,
    optional: true,
    placeholder: 'FILE',
    brief: say(
      '指定配置文件；不指定时用最近的 .work-summary.yaml',
      'Configuration file, in place of the nearest .work-summary.yaml',
    ),
  } as const;
  const threads = {
    kind: 'parsed',
    parse: parseThreads,
    optional: true,
    placeholder: 'N',
    brief: say(
      '同时用几个线程；默认按核数，文件少时只用一个',
      'Threads to use at once; as many as there are cores, and one for a few small files',
    ),
  } as const;
  const output = (brief: string) =>
    ({ kind: 'parsed', parse: String, optional: true, placeholder: 'OUT', brief }) as const;
  const force = (brief: string) =>
    ({ kind: 'boolean', optional: true, withNegated: false, brief }) as const;
  const replaces = force(say('文件已存在时覆盖', 'Replace files that exist'));
  const edits = {
    write: {
      kind: 'boolean',
      optional: true,
      withNegated: false,
      brief: say('写回文件，编码不变', 'Write the files, in the encoding they have'),
    },
    diff: {
      kind: 'boolean',
      optional: true,
      withNegated: false,
      brief: say('只显示改动', 'Only show what would change'),
    },
  } as const;

  const routes: Record<string, Command<Context>> = {
    outline: buildCommand<OutlineFlags, [string], Context>({
      loader: async () => (await import('./commands/outline.js')).outline,
      parameters: { flags: { format: format('text', 'json') }, positional: oneFile },
      docs: { brief: say('显示大纲和各部分字数', 'Show the outline and the length of its parts') },
    }),
    check: buildCommand<CheckFlags, string[], Context>({
      loader: async () => (await import('./commands/check.js')).check,
      parameters: {
        flags: {
          format: format('text', 'json', 'sarif', 'github'),
          failOn: {
            kind: 'enum',
            values: ['error', 'warning', 'info', 'never'],
            default: 'error',
            brief: say(
              '有这一级或更重的问题时，退出码为 1',
              'Exit with 1 when there is a finding of this level or above',
            ),
          },
          config,
          threads,
          language: {
            kind: 'boolean',
            default: true,
            brief: say(
              '按公文用词核对字词；--no-language 不用，快得多',
              'Judge words by official usage; --no-language does without, and is much faster',
            ),
          },
          out: output(
            say(
              '把问题写成批注，存为另一个 .docx（一次查一个 .docx）',
              'A copy of the .docx that is checked, with the findings as comments',
            ),
          ),
          fix: {
            kind: 'enum',
            values: ['safe', 'all'],
            optional: true,
            brief: say(
              '与 -o 同用，把改法写成修订：safe 只写标点、空格等可放心改的，all 凡有改法的都取第一种',
              'With -o, fixes become tracked changes: those that are safe, or the first of each finding',
            ),
          },
          force: replaces,
        },
        aliases: { o: 'out' },
        positional: paths,
      },
      docs: {
        brief: say('检查文稿', 'Check documents'),
        fullDescription: say(
          '检查文稿。退出码：0 没有问题，1 有问题，2 用法或文件有误。',
          'Check documents. Exit codes: 0 nothing found, 1 something, 2 usage or input error.',
        ),
      },
    }),
    fix: buildCommand<FixFlags, string[], Context>({
      loader: async () => (await import('./commands/edit.js')).fix,
      parameters: { flags: { ...edits, config, threads }, positional: paths },
      docs: {
        brief: say('修复可放心修复的问题', 'Fix what is safe to fix'),
        fullDescription: say(
          '只改标点、序号和空格的形式，引文、网址、代码等不动，与编辑器中的“修复所有”相同。不加选项时，单个文件输出改后全文，多个文件列出可改几处。',
          'Fix the form of marks, labels and spaces outside quotations, addresses, code and the like, as fix-all does in an editor. Without an option, the new text of one file is printed; of several, how much would change.',
        ),
      },
    }),
    renumber: buildCommand<RenumberFlags, string[], Context>({
      loader: async () => (await import('./commands/edit.js')).renumber,
      parameters: {
        flags: {
          ...edits,
          numbering: {
            kind: 'parsed',
            parse: String,
            optional: true,
            placeholder: 'NUMBERING',
            brief: say(
              `换成另一套序号体系：${SCHEME_IDS}`,
              `Convert to another numbering: ${SCHEME_IDS}`,
            ),
          },
        },
        positional: files,
      },
      docs: {
        brief: say(
          '重排序号，或换成另一套；文内引用随之改变',
          'Renumber labels, or convert them; references follow',
        ),
      },
    }),
    placeholders: buildCommand<PlaceholdersFlags, string[], Context>({
      loader: async () => (await import('./commands/placeholders.js')).placeholders,
      parameters: { flags: { format: format('text', 'json', 'csv') }, positional: paths },
      docs: { brief: say('列出待填内容', 'List what is still to be filled in') },
    }),
    new: buildCommand<NewFlags, [], Context>({
      loader: async () => (await import('./commands/new.js')).newSummary,
      parameters: {
        flags: {
          kind: {
            kind: 'enum',
            values: NEW_KINDS,
            default: 'annual',
            brief: say('文种', 'Kind of document'),
          },
          detail: {
            kind: 'enum',
            values: ['brief', 'standard', 'full'],
            default: 'standard',
            brief: say('详略', 'How much it holds'),
          },
          subject: {
            kind: 'parsed',
            parse: String,
            optional: true,
            placeholder: 'NAME',
            brief: say('单位、姓名或项目', 'The unit, the person or the project'),
          },
          period: {
            kind: 'parsed',
            parse: String,
            optional: true,
            placeholder: 'PERIOD',
            brief: say('时段，如 2026年上半年', 'The time it is about'),
          },
          markdown: {
            kind: 'boolean',
            optional: true,
            withNegated: false,
            brief: say('写成 Markdown', 'Written as Markdown'),
          },
        },
      },
      docs: {
        brief: say('输出一篇待填的框架', 'Print a whole document to fill in'),
      },
    }),
    fill: buildCommand<FillFlags, [string], Context>({
      loader: async () => (await import('./commands/fill.js')).fill,
      parameters: {
        flags: {
          data: {
            kind: 'parsed',
            parse: String,
            placeholder: 'FILE',
            brief: say('数据表（.csv、.xlsx、.yaml、.json）', 'Table (.csv, .xlsx, .yaml, .json)'),
          },
          out: output(
            say('写入的文件；数据有多行时为文件夹', 'File to write; a folder for several rows'),
          ),
          force: replaces,
        },
        aliases: { o: 'out' },
        positional: oneFile,
      },
      docs: {
        brief: say('用数据表填写待填内容', 'Fill in a document from a table'),
        fullDescription: say(
          '用数据表填写待填内容，每行数据一份文稿，原稿不变。不加 -o 时输出到标准输出。',
          'Fill in a document from a table, a new document for each row. Without -o, it is printed.',
        ),
      },
    }),
    export: buildCommand<ExportFlags, string[], Context>({
      loader: async () => (await import('./commands/export-word.js')).exportWord,
      parameters: {
        flags: {
          out: output(
            say(
              '存为 .docx 文件；多篇时为文件夹，不指定则放在各篇旁边',
              'The .docx file to write; a folder for several, which else go beside their texts',
            ),
          ),
          force: force(
            say(
              '还有待填或必错之处也照样导出，文件已存在时覆盖',
              'Export even if something remains to be done, and replace a file that exists',
            ),
          ),
        },
        aliases: { o: 'out' },
        positional: paths,
      },
      docs: {
        brief: say(
          '导出 Word 文件（GB/T 9704 版式）',
          'Export a Word file in the layout of GB/T 9704',
        ),
      },
    }),
    import: buildCommand<ImportFlags, [string], Context>({
      loader: async () => (await import('./commands/import-word.js')).importWord,
      parameters: {
        flags: {
          out: output(say('存为 .txt 或 .md 文件', 'The .txt or .md file to write')),
          changes: {
            kind: 'enum',
            values: ['accept', 'reject', 'show'],
            default: 'accept',
            brief: say(
              '修订：接受、拒绝，或标在文中',
              'Tracked changes: accepted, rejected, or marked in the text',
            ),
          },
          force: replaces,
        },
        aliases: { o: 'out' },
        positional: {
          kind: 'tuple',
          parameters: [
            { parse: String, placeholder: 'FILE.docx', brief: say('Word 文件', 'A Word file') },
          ],
        },
      },
      docs: { brief: say('把 Word 文件转成文稿', 'Turn a Word file into text') },
    }),
    ledger: buildCommand<LedgerFlags, string[], Context>({
      loader: async () => (await import('./commands/ledger.js')).ledger,
      parameters: {
        flags: {
          format: {
            kind: 'enum',
            values: ['text', 'json', 'csv', 'xlsx'],
            optional: true,
            brief: say(
              '输出格式；不指定时由 -o 的扩展名决定',
              'Format of the output; that of -o by its ending when left out',
            ),
          },
          out: output(say('写入的文件', 'File to write')),
          force: replaces,
        },
        aliases: { o: 'out' },
        positional: together,
      },
      docs: {
        brief: say('台账：各篇文稿的数字', 'The figures of documents'),
        fullDescription: say(
          '列出各篇文稿的数字：指标、数值、单位、时段、填报单位、出处，与上年比较，并指出不同文稿对同一个数说法不一的地方。',
          'List the figures of documents: indicator, value, unit, period, office and place, next to those of the year before; and where two documents do not agree.',
        ),
      },
    }),
    merge: buildCommand<MergeFlags, string[], Context>({
      loader: async () => (await import('./commands/merge.js')).merge,
      parameters: {
        flags: {
          frame: {
            kind: 'parsed',
            parse: String,
            optional: true,
            placeholder: 'FRAME',
            brief: say(
              '框架：一个文种（如 annual），或一个文件（模板，或其中一篇）',
              'Frame: a kind such as annual, or a file: a template, or one of the documents',
            ),
          },
          figures: {
            kind: 'enum',
            values: ['none', 'sum', 'list', 'table'],
            optional: true,
            brief: say(
              '各篇都有的数字：合计、并列或列表；默认不写',
              'Figures that several have: their sum, a list or a table; none by default',
            ),
          },
          plan: {
            kind: 'boolean',
            optional: true,
            withNegated: false,
            brief: say(
              '只输出方案（JSON），不写文稿',
              'Print the plan as JSON and write no document',
            ),
          },
          choices: {
            kind: 'parsed',
            parse: String,
            optional: true,
            placeholder: 'FILE',
            brief: say('对方案的改动（JSON）', 'Changes of the plan (JSON)'),
          },
          out: output(
            say(
              '写入的 .txt 或 .md 文件，出处存在旁边的 .来源.json',
              'The .txt or .md file to write; where it came from goes beside it (.来源.json)',
            ),
          ),
          force: replaces,
        },
        aliases: { o: 'out' },
        positional: together,
      },
      docs: {
        brief: say('汇总：多篇合成一篇', 'Make one document from many'),
        fullDescription: say(
          '把多篇文稿合成一篇：按框架归类，重复的只留一处，标题、称谓、落款不要，序号重排，每段记下出处。同一单位各时段的文稿按时间汇总。',
          'Make one document from many: sorted by the frame, what is said twice once, without titles, greetings and sign-offs, numbered anew, with a record of where each paragraph came from. Reports of one office are taken in order of time.',
        ),
      },
    }),
    lsp: buildCommand<{ stdio: boolean; clientProcessId?: string }, [], Context>({
      loader: async () => (await import('./commands/lsp.js')).lsp,
      parameters: {
        flags: {
          stdio: {
            kind: 'boolean',
            withNegated: false,
            brief: say('通过标准输入输出通信', 'Talk over standard input and output'),
          },
          clientProcessId: {
            kind: 'parsed',
            parse: String,
            optional: true,
            hidden: true,
            brief: '',
          },
        },
      },
      docs: { brief: say('启动语言服务器，供各种编辑器使用', 'Run the language server') },
    }),
  };

  const brief: Localized = {
    zh: '检查、整理和填写工作总结。完全离线，文稿不会离开这台电脑。',
    en: 'Check, tidy and fill in Chinese work summaries. All offline.',
  };
  return buildApplication(buildRouteMap({ routes, docs: { brief: localize(brief, locale) } }), {
    name: NAME,
    versionInfo: { currentVersion: version },
    scanner: { caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true },
    documentation: { caseStyle: 'convert-camel-to-kebab', disableAnsiColor: true },
    localization: { text: textsFor(locale, NAME) },
  });
}
