import {
  contradictionMessage,
  contradictions,
  growthMessage,
  type LedgerEntry,
  type Locale,
  type Localized,
  localize,
  previousYearFigures,
  wrongGrowths,
} from '../core/index.js';

/** A document with its figures. */
export interface LedgerFile {
  readonly file: string;
  readonly entries: readonly LedgerEntry[];
}

/** One figure. */
export interface LedgerRow {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly indicator: string;
  /** As typed, with 万 or 亿. */
  readonly number: string;
  readonly unit: string;
  /** In `base`: 12000 for 1.2万. */
  readonly value: number;
  readonly base: string;
  /** Null where the text leaves it open. */
  readonly period: string | null;
  readonly office: string;
  readonly plan: boolean;
  /** True for a figure with about, more than, less than. */
  readonly vague: boolean;
  /** Of the year before, in `base`, where a document of the folder says it. */
  readonly before: number | null;
  readonly change: number | null;
  /** In per cent, to two decimals. */
  readonly percent: number | null;
}

/** A disagreement of two documents. Lines are 1-based. */
export interface LedgerProblem {
  readonly kind: 'contradiction' | 'growth';
  readonly file: string;
  readonly line: number;
  readonly otherFile: string;
  readonly otherLine: number;
  readonly message: string;
}

export interface LedgerReport {
  readonly figures: readonly LedgerRow[];
  readonly problems: readonly LedgerProblem[];
}

/** The figures of documents in order, and where the documents do not agree. */
export function reportLedger(files: readonly LedgerFile[], locale: Locale): LedgerReport {
  const ledgers = files.map(({ entries }) => entries);
  const earlier = previousYearFigures(ledgers);
  const figures = files.flatMap(({ file, entries }) =>
    entries.map((entry): LedgerRow => {
      const before = earlier.get(entry)?.entry.value ?? null;
      const change = before === null ? null : rounded(entry.value - before, 6);
      const { indicator, number, unit, value, base, period, office, isPlan, isVague } = entry;
      return {
        file,
        line: entry.line + 1,
        indicator,
        number,
        unit,
        value,
        base,
        period: period?.text ?? null,
        office,
        plan: isPlan,
        vague: isVague,
        before,
        change,
        percent: change === null || !before ? null : rounded((change / before) * 100, 2),
      };
    }),
  );
  return { figures, problems: problemsOf(files, ledgers, locale) };
}

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));

function problemsOf(
  files: readonly LedgerFile[],
  ledgers: readonly (readonly LedgerEntry[])[],
  locale: Locale,
): LedgerProblem[] {
  const nameOf = (document: number) => files[document]!.file;
  const problemOf = (
    kind: LedgerProblem['kind'],
    one: PlacedEntry,
    other: PlacedEntry,
    message: Localized,
  ) => ({
    kind,
    file: nameOf(one.document),
    line: one.entry.line + 1,
    otherFile: nameOf(other.document),
    otherLine: other.entry.line + 1,
    message: localize(message, locale),
  });
  return [
    ...contradictions(ledgers)
      .flatMap(({ first, other }) => [
        { first, other },
        { first: other, other: first },
      ])
      .map(({ first, other }) => {
        const message = contradictionMessage(first.entry, other.entry, nameOf(other.document));
        return problemOf('contradiction', first, other, message);
      }),
    ...wrongGrowths(ledgers).map((wrong) =>
      problemOf(
        'growth',
        wrong.current,
        wrong.previousYear,
        growthMessage(wrong, nameOf(wrong.previousYear.document)),
      ),
    ),
  ];
}

interface PlacedEntry {
  readonly document: number;
  readonly entry: LedgerEntry;
}

/** Headers of the table, in the order of its columns. */
const HEADERS: readonly Localized[] = [
  { zh: '文件', en: 'File' },
  { zh: '行', en: 'Line' },
  { zh: '指标', en: 'Indicator' },
  { zh: '数值', en: 'Value' },
  { zh: '单位', en: 'Unit' },
  { zh: '时段', en: 'Period' },
  { zh: '填报单位', en: 'Office' },
  { zh: '性质', en: 'Kind' },
  { zh: '上年', en: 'Year before' },
  { zh: '增减', en: 'Change' },
  { zh: '增减%', en: 'Change %' },
];

/** The figures as rows of a sheet; numbers are numbers, in the unit of their row. */
export function ledgerTable(
  rows: readonly LedgerRow[],
  locale: Locale,
): (string | number | null)[][] {
  const kind = ({ plan, vague }: LedgerRow) =>
    [
      ...(plan ? [localize({ zh: '计划', en: 'plan' }, locale)] : []),
      ...(vague ? [localize({ zh: '约数', en: 'about' }, locale)] : []),
    ].join(' ');
  return [
    HEADERS.map((header) => localize(header, locale)),
    ...rows.map((row) => [
      row.file,
      row.line,
      row.indicator,
      row.value,
      row.base,
      row.period ?? '',
      row.office,
      kind(row),
      row.before,
      row.change,
      row.percent,
    ]),
  ];
}
