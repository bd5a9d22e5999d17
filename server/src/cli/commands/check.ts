import path from 'node:path';
import { counted, type Locale } from '../../core/index.js';
import type { FindingReport, ReportSeverity } from '../../report/findings.js';
import { type FolderFigure, reportFolderFigures } from '../../report/folder-figures.js';
import { leftOutOf, notTrackedMessage, remarksOf, withPlaces } from '../../report/review.js';
import type { ReviewedFile } from '../../word/write/index.js';
import { type Context, ExitCode } from '../context.js';
import { namedOutput, save } from '../documents.js';
import { formatGithub } from '../format/github.js';
import { formatSarif } from '../format/sarif.js';
import { formatText } from '../format/text.js';
import { InputError } from '../problem.js';
import { type ProofreadFlags, proofreadFiles } from '../proofread-files.js';
import { type FileReport, summarise } from '../report.js';

export type CheckFormat = 'text' | 'json' | 'sarif' | 'github';
export type FailOn = 'error' | 'warning' | 'info' | 'never';

/** Severities that make a run fail, by what was asked for. */
const FAILING: Record<FailOn, readonly ReportSeverity[]> = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
  never: [],
};

/** Which fixes become tracked changes of a Word file: those that `fix` makes, or the first of each finding. */
export type TrackedFixes = 'safe' | 'all';

export interface CheckFlags extends ProofreadFlags {
  readonly format: CheckFormat;
  readonly failOn: FailOn;
  readonly language: boolean;
  readonly out?: string;
  readonly fix?: TrackedFixes;
  readonly force?: boolean;
}

/** Findings of files and folders. */
export async function check(this: Context, flags: CheckFlags, ...names: string[]): Promise<void> {
  const checked: CheckedFile[] = [];
  const out = namedOutput(flags.out);
  if (flags.fix !== undefined && out === undefined) throw new InputError(FIX_NEEDS_OUT);
  let reviewed: { file: ReviewedFile; findings: readonly FindingReport[] } | null = null;
  const count = await proofreadFiles(
    this,
    names,
    flags,
    'findings',
    ({ name, encoding, word }, { findings, figures }) => {
      checked.push({ file: name, encoding, word, findings, figures });
      if (word === undefined) return;
      reviewed = { file: word, findings };
      const leftOut = leftOutOf(word);
      if (leftOut !== null)
        this.note({ zh: `${name}：${leftOut.zh}`, en: `${name}: ${leftOut.en}` });
    },
  );
  if (count === null) return;
  if (out !== undefined) await writeReview(this, out, flags, checked.length, reviewed);
  const report = summarise(withFolderFigures(checked, this.language));
  switch (flags.format) {
    case 'text':
      this.print(count === 0 ? `${this.say(NO_FILES)}\n` : formatText(report, this));
      break;
    case 'json':
      this.print(`${JSON.stringify(report, null, 2)}\n`);
      break;
    case 'sarif':
      this.print(`${JSON.stringify(formatSarif(report, this), null, 2)}\n`);
      break;
    case 'github':
      this.print(formatGithub(report, this.language));
  }
  if (FAILING[flags.failOn].some((severity) => report.summary[severity] > 0)) {
    this.raiseExitCode(ExitCode.found);
  }
}

interface CheckedFile extends FileReport {
  readonly word: ReviewedFile | undefined;
  readonly figures: readonly FolderFigure[];
}

/** The files with their findings and those about figures that differ from other files', in the order of the text. */
function withFolderFigures(checked: readonly CheckedFile[], locale: Locale): FileReport[] {
  const others = reportFolderFigures(checked, locale);
  return checked.map(({ file, encoding, word, findings }, index) => {
    const other = others[index]!;
    const inOrder = (a: FindingReport, b: FindingReport) => a.line - b.line || a.column - b.column;
    const all = other.length === 0 ? findings : [...findings, ...other].sort(inOrder);
    return { file, encoding, findings: word === undefined ? all : withPlaces(word, all) };
  });
}

/** The Word file with each finding as a comment on its words, and with the fixes that were asked for. */
async function writeReview(
  context: Context,
  out: string,
  { force, fix }: CheckFlags,
  count: number,
  reviewed: { file: ReviewedFile; findings: readonly FindingReport[] } | null,
): Promise<void> {
  if (reviewed === null || count !== 1) throw new InputError(ONE_WORD_FILE);
  const { file, findings } = reviewed;
  const chosen = ({ fixes }: FindingReport) =>
    fix === 'all' ? fixes[0] : fix === 'safe' ? fixes.find(({ safe }) => safe) : undefined;
  const remarks = remarksOf(file.text, findings, context.language, chosen);
  const { bytes, changed, unchanged } = file.withRemarks(remarks);
  const comments = remarks.filter(({ message }) => message !== null).length;
  const target = { path: path.resolve(context.host.cwd, out), name: out };
  await save(context, target, bytes, { replace: force === true });
  context.note({
    zh: `已把 ${comments} 处问题写成批注${fix === undefined ? '' : `、${changed} 处改法写成修订`}，存为“${out}”。`,
    en: `Wrote “${out}”: ${counted(comments, 'comment')}${fix === undefined ? '' : `, ${counted(changed, 'tracked change')}`}.`,
  });
  if (unchanged > 0) context.note(notTrackedMessage(unchanged));
}

const FIX_NEEDS_OUT = {
  zh: '--fix 把改法写成 Word 修订，须用 -o 指定另存的 .docx 文件。',
  en: '--fix writes fixes as tracked changes of Word: name the .docx to write with -o.',
};

const ONE_WORD_FILE = {
  zh: '-o 把问题写成 Word 批注，一次只能查一个 .docx 文件。',
  en: 'With -o, findings become comments of Word: check one .docx file at a time.',
};

const NO_FILES = {
  zh: '没有找到 .txt 或 .md 文件。',
  en: 'No .txt or .md files were found.',
};
