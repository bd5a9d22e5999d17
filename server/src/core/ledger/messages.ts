/** Messages on figures that do not fit each other, for the folder check and the command line. */
import { shown } from '../analysis/rounding.js';
import type { Localized } from '../base/localized.js';
import type { WrongGrowth } from './contradictions.js';
import type { LedgerEntry } from './model.js';

const figure = ({ number, unit }: LedgerEntry) => number + unit;

/** @param other The other document's figure, and its file as the writer knows it. */
export function contradictionMessage(
  entry: LedgerEntry,
  other: LedgerEntry,
  file: string,
): Localized {
  const time = entry.period?.text ?? '';
  return {
    zh: `${time}“${entry.indicator}”这里是${figure(entry)}，“${file}”第${other.line + 1}行是${figure(other)}。同一个数两处不一，请核对。`,
    en: `${time}: “${entry.indicator}” is ${figure(entry)} here and ${figure(other)} in “${file}”, line ${other.line + 1}. Check both.`,
  };
}

/** @param file Of the figure of the year before, as the writer knows it. */
export function growthMessage(
  { current, previousYear, percent }: WrongGrowth,
  file: string,
): Localized {
  const { entry } = current;
  const statedText = entry.growth?.text ?? '';
  const size = shown(Math.abs(percent), statedText);
  const sign = (value: number) => (value < 0 ? '下降' : '增长');
  const stated = entry.growth?.percent ?? 0;
  const line = previousYear.entry.line + 1;
  return {
    zh: `“${file}”第${line}行写的上年同期“${entry.indicator}”是${figure(previousYear.entry)}，按此应${sign(percent)}${size}%，这里写的是${sign(stated)}${statedText}%。请核对。`,
    en: `“${file}”, line ${line}, gives ${figure(previousYear.entry)} for the year before: a change of ${shown(percent, statedText)}%, not ${stated}%. Check both.`,
  };
}
