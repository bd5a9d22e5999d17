/** What is said of figures that do not fit, in the folder check and on the command line. */
import { shown } from '../analysis/rounding.js';
import type { Localized } from '../base/localized.js';
import type { WrongGrowth } from './contradictions.js';
import type { LedgerEntry } from './model.js';

const figure = ({ number, unit }: LedgerEntry) => number + unit;

/** @param other The other document's figure, and its file as the writer knows it. */
export function contradictionMessage(
  own: LedgerEntry,
  other: LedgerEntry,
  file: string,
): Localized {
  const time = own.period?.text ?? '';
  return {
    zh: `${time}“${own.indicator}”这里是${figure(own)}，“${file}”第${other.line + 1}行是${figure(other)}。同一个数两处不一，请核对。`,
    en: `${time}: “${own.indicator}” is ${figure(own)} here and ${figure(other)} in “${file}”, line ${other.line + 1}. Check both.`,
  };
}

export function growthMessage({ now, before, percent }: WrongGrowth, file: string): Localized {
  const { entry } = now;
  const said = entry.growth?.text ?? '';
  const size = shown(Math.abs(percent), said);
  const sign = (value: number) => (value < 0 ? '下降' : '增长');
  const stated = entry.growth?.percent ?? 0;
  const line = before.entry.line + 1;
  return {
    zh: `“${file}”第${line}行写的上年同期“${entry.indicator}”是${figure(before.entry)}，按此应${sign(percent)}${size}%，这里写的是${sign(stated)}${said}%。请核对。`,
    en: `“${file}”, line ${line}, gives ${figure(before.entry)} for the year before: a change of ${shown(percent, said)}%, not ${stated}%. Check both.`,
  };
}
