import path from 'node:path';
import { counted, ledgerOf, parseSummary } from '../../core/index.js';
import {
  type LedgerFile,
  type LedgerReport,
  ledgerTable,
  reportLedger,
} from '../../report/ledger.js';
import type { Context } from '../context.js';
import { namedOutput, save } from '../documents.js';
import { InputError } from '../problem.js';
import { eachSource } from '../sources.js';

export interface LedgerFlags {
  readonly format?: 'text' | 'json' | 'csv' | 'xlsx';
  readonly out?: string;
  readonly force?: boolean;
}

/** The figures of documents, and where two documents do not agree. */
export async function ledger(
  this: Context,
  { force = false, ...flags }: LedgerFlags,
  ...names: string[]
): Promise<void> {
  const out = namedOutput(flags.out);
  const format = flags.format ?? formatOf(out);
  try {
    if (format === 'xlsx' && out === undefined) throw new InputError(NEEDS_FILE);
    const files: LedgerFile[] = [];
    await eachSource(this, names, ({ name, text, syntax }) => {
      files.push({ file: name, entries: ledgerOf(parseSummary(text, syntax), name) });
    });
    const report = reportLedger(files, this.language);
    const bytes = await write(this, report, format);
    if (out === undefined) {
      this.print(bytes);
      return;
    }
    await save(this, { path: path.resolve(this.host.cwd, out), name: out }, Buffer.from(bytes), {
      replace: force,
    });
    const count = report.figures.length;
    this.print(
      `${this.say({ zh: `已写入 ${out}：${count} 个数字。`, en: `Wrote ${out}: ${counted(count, 'figure')}.` })}\n`,
    );
    for (const { file, line, message } of report.problems) {
      this.print(`${file}:${line}: ${message}\n`);
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    this.problem(error.text);
  }
}

const NEEDS_FILE = {
  zh: '.xlsx 请用 -o 指定写入的文件。',
  en: 'Name the .xlsx file to write with -o.',
};

function formatOf(out: string | undefined): NonNullable<LedgerFlags['format']> {
  const extension = /\.(json|csv|xlsx)$/i.exec(out ?? '')?.[1]?.toLowerCase();
  return (extension as LedgerFlags['format']) ?? 'text';
}

async function write(
  context: Context,
  report: LedgerReport,
  format: NonNullable<LedgerFlags['format']>,
): Promise<string | Uint8Array> {
  const { language, say } = context;
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'csv': {
      const { writeCsv } = await import('../../tables/csv.js');
      return writeCsv(ledgerTable(report.figures, language), { escapeFormulae: true });
    }
    case 'xlsx': {
      const { writeXlsx } = await import('../../tables/write-xlsx.js');
      return writeXlsx(ledgerTable(report.figures, language), say({ zh: '台账', en: 'Ledger' }));
    }
    case 'text':
      return formatText(report, context);
  }
}

function formatText({ figures, problems }: LedgerReport, { colors, say }: Context): string {
  const lines = figures.map((row) => {
    const { file, line, indicator, number, unit, period, office, plan, percent } = row;
    const change = percent === null ? '' : `${percent < 0 ? '' : '+'}${percent}%`;
    const kind = plan ? say({ zh: '计划', en: 'plan' }) : '';
    const about = [period ?? '', office, kind, change].filter((part) => part !== '').join(' ');
    return `${colors.bold(`${file}:${line}:`)} ${indicator} ${number}${unit} ${colors.dim(about)}`.trimEnd();
  });
  const found = problems.map(
    ({ file, line, message }) => `${colors.bold(`${file}:${line}:`)} ${message}`,
  );
  const sum = say({
    zh: `${figures.length} 个数字，${problems.length} 处不一致。`,
    en: `${counted(figures.length, 'figure')}, ${problems.length} that do not agree.`,
  });
  return `${[...lines, ...(found.length > 0 ? ['', ...found] : []), sum].join('\n')}\n`;
}
