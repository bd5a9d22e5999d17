import path from 'node:path';
import {
  counted,
  type DocumentKind,
  frameOfKind,
  type Localized,
  likelyKind,
  type MergeChoices,
  type MergedDocument,
  type MergeFrame,
  type MergePlan,
  type MergeSource,
  originsName,
  originsOf,
  parseSummary,
  planMerge,
  readOrigins,
  type Syntax,
  writeMerge,
} from '../../core/index.js';
import { syntaxOf } from '../../encoding/document-names.js';
import { readBounded } from '../../reading/bounded-file.js';
import { reportMerge } from '../../report/merge.js';
import type { Context } from '../context.js';
import { namedOutput, save } from '../documents.js';
import { fileProblem, InputError } from '../problem.js';
import { eachSource, readSource } from '../sources.js';
import { NEW_KINDS } from './new.js';

export interface MergeFlags {
  readonly frame?: string;
  readonly figures?: 'none' | 'sum' | 'list' | 'table';
  readonly plan?: boolean;
  readonly choices?: string;
  readonly out?: string;
  readonly force?: boolean;
}

/** One document from many, with a file beside it that says where each paragraph came from. */
export async function merge(
  this: Context,
  { force = false, ...flags }: MergeFlags,
  ...names: string[]
): Promise<void> {
  const out = namedOutput(flags.out);
  try {
    if (out !== undefined && /\.docx$/i.test(out)) throw new InputError(NO_WORD);
    const target = syntaxOf(out ?? '');
    const sources: MergeSource[] = [];
    await eachSource(this, names, ({ name, text, syntax }) => {
      sources.push({ name, summary: parseSummary(text, syntax) });
    });
    if (sources.length === 0) throw new InputError(NOTHING);
    const choices = await choicesOf(this, flags);
    const frame = await frameOf(this, flags.frame, sources, target);
    const plan = planMerge(sources, frame, choices, target);
    if (flags.plan === true) {
      const json = `${JSON.stringify(reportMerge(plan), null, 2)}\n`;
      if (out === undefined) this.print(json);
      else await saveText(this, out, json, force);
      return;
    }
    const document = writeMerge(plan, target);
    if (out === undefined) {
      this.print(document.text);
      for (const note of openReferences(plan, document)) this.note(note);
      return;
    }
    const ordered = plan.sources.map(({ name }) => sources.find((each) => each.name === name)!);
    const originsFile = originsName(out);
    const folder = path.dirname(path.resolve(this.host.cwd, out));
    const origins = originsOf(
      document,
      ordered.map(({ name, summary }) => ({
        name: path.relative(folder, path.resolve(this.host.cwd, name)).replaceAll('\\', '/'),
        text: summary.text,
      })),
    );
    await saveText(this, out, document.text, force);
    // A record of an earlier merge may be replaced; any other file needs --force.
    const isOwn = isOrigins(path.resolve(this.host.cwd, originsFile));
    await saveText(this, originsFile, `${JSON.stringify(origins)}\n`, force || isOwn);
    printResult(this, plan, document, out);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    this.problem(error.text);
  }
}

function isOrigins(at: string): boolean {
  try {
    return readOrigins(readBounded(at, 'documentBytes').toString('utf8')) !== null;
  } catch {
    return false;
  }
}

const saveText = (context: Context, out: string, text: string, replace: boolean) =>
  save(context, { path: path.resolve(context.host.cwd, out), name: out }, Buffer.from(text), {
    replace,
  });

const NO_WORD = {
  zh: '请写成 .txt 或 .md，再用 export 导出 Word 文件。',
  en: 'Write a .txt or .md file, and make a Word file of it with export.',
};

const NOTHING = {
  zh: '没有可以汇总的文稿。',
  en: 'There is nothing to merge.',
};

async function choicesOf(context: Context, flags: MergeFlags): Promise<MergeChoices> {
  const all: MergeChoices = flags.figures === undefined ? {} : { allFigures: flags.figures };
  if (flags.choices === undefined) return all;
  const { text } = await read(context, flags.choices);
  const choices = asChoices(text);
  if (choices !== null) return { ...choices, ...all };
  throw new InputError({
    zh: `“${flags.choices}”不是对方案的改动：应是 JSON，可有 moves、on、off、figures。`,
    en: `“${flags.choices}” holds no changes of a plan: JSON with moves, on, off or figures.`,
  });
}

/** The changes of a plan; null for JSON that holds none, and for what is not JSON. */
function asChoices(json: string): MergeChoices | null {
  const isTextList = (list: unknown) =>
    list === undefined || (Array.isArray(list) && list.every((each) => typeof each === 'string'));
  try {
    const choices = JSON.parse(json) as MergeChoices | null;
    const { moves = [], on, off, figures = {} } = choices ?? {};
    const isValid =
      Array.isArray(moves) &&
      moves.every((move) => typeof move?.block === 'string') &&
      isTextList(on) &&
      isTextList(off) &&
      Object.values(figures).every((form) => FORMS.includes(form));
    return choices !== null && isValid ? choices : null;
  } catch {
    return null;
  }
}

const FORMS = ['none', 'sum', 'list', 'table'];

async function read(context: Context, name: string) {
  try {
    return await readSource(context, { name, path: path.resolve(context.host.cwd, name) });
  } catch (error) {
    throw new InputError(fileProblem(error, name));
  }
}

async function frameOf(
  context: Context,
  given: string | undefined,
  sources: readonly MergeSource[],
  target: Syntax,
): Promise<MergeFrame> {
  if (given === undefined) return frameOfKind(likelyKind(sources), sources, target);
  if (NEW_KINDS.includes(given as DocumentKind)) {
    return frameOfKind(given as DocumentKind, sources, target);
  }
  const { cwd } = context.host;
  const at = path.resolve(cwd, given);
  const sourceIndex = sources.findIndex(({ name }) => path.resolve(cwd, name) === at);
  if (sourceIndex >= 0)
    return { summary: sources[sourceIndex]!.summary, source: sourceIndex, isKind: false };
  const { text, syntax } = await read(context, given);
  return { summary: parseSummary(text, syntax), source: null, isKind: false };
}

/** References that may now mean another section. */
function openReferences({ sources }: MergePlan, { references }: MergedDocument): Localized[] {
  const open = references.filter(({ written }) => written === null);
  if (open.length === 0) return [];
  return [
    {
      zh: `${open.length} 处文内引用所指的部分不在这一篇里，照原样留着，请核对：`,
      en: `${counted(open.length, 'reference')} to sections that are not in it stayed as they were:`,
    },
    ...open.map(({ source, line, wording }) => {
      const place = `  ${sources[source]!.name}:${line + 1}: ${wording}`;
      return { zh: place, en: place };
    }),
  ];
}

function printResult(
  { print, say }: Context,
  plan: MergePlan,
  document: MergedDocument,
  out: string,
): void {
  const { sources, blocks, figures, promised } = plan;
  const decisions = blocks.flatMap((each) => each.decisions);
  const twice = decisions.filter(
    ({ reason }) => reason === 'repeated' || reason === 'alike',
  ).length;
  const cut = decisions.reduce((sum, each) => sum + (each.isTaken ? each.cut.length : 0), 0);
  const apart = blocks.filter(({ slot }) => slot === null).length;
  const open = promised.filter(({ done }) => done === null);
  const lines = [
    say({
      zh: `已汇总 ${sources.length} 篇，写入 ${out}。`,
      en: `Merged ${counted(sources.length, 'document')} into ${out}.`,
    }),
    ...(twice + cut > 0
      ? [
          say({
            zh: `重复的 ${twice} 段、${cut} 句只留了一处。`,
            en: `Left out, as they come again: ${counted(twice, 'paragraph')}, ${counted(cut, 'sentence')}.`,
          }),
        ]
      : []),
    ...(apart > 0
      ? [
          say({
            zh: `${apart} 处没有对上框架，放在最后。`,
            en: `${apart} parts fit no heading and come last.`,
          }),
        ]
      : []),
    ...(figures.length > 0
      ? [
          say({
            zh: `${figures.length} 个指标各篇都有，可用 --figures 合计、并列或列表。`,
            en: `${figures.length} indicators are given by several; see --figures.`,
          }),
        ]
      : []),
    ...(open.length > 0
      ? [
          say({
            zh: `${open.length} 项计划后来没有提到：`,
            en: `${open.length} plans are not told of later:`,
          }),
          ...open.map(({ source, text }) => `  ${sources[source]!.name}: ${text}`),
        ]
      : []),
    ...openReferences(plan, document).map(say),
  ];
  print(`${lines.join('\n')}\n`);
}
