import { gridOf, type PrintFormat } from '../settings/print-format.js';
import { type ParagraphBlock, type Run, textOf } from './blocks.js';

/** Marks that may not begin a line, and those that may not end one. */
const NOT_FIRST = /^[、，。；：？！”’）〕》】…—·％%]/;
const NOT_LAST = /[“‘（〔《【]$/;
/** What belongs to the number before it: 第十四届, 2024年. */
const IN_NUMBER = /^[一二三四五六七八九十百\d年月日届次期批]/;
/** Where a title is best broken: after these, or before those. */
const GOOD_END = /(?:[》”）、]|的|和|与|及|关于|年度?)$/;
const GOOD_START = /^(?:《|“|（|关于|和|与|及|工作|情况|总结|报告|汇报|述职)/;

/** Width of a text in Chinese characters; Latin letters and digits take half of one. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! < 0x2000 ? 0.5 : 1;
  return width;
}

/**
 * Breaks a title that is too long for a line into lines of about the same length, where words end
 * (GB/T 9704—2012 7.3.1). `perLine` is counted in Chinese characters. The lines joined are the title.
 */
export function balanceTitle(title: string, perLine: number): string[] {
  const total = textWidth(title);
  if (total <= perLine) return [title];
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)];
  for (let count = Math.ceil(total / perLine); count <= words.length; count++) {
    const lines = breakInto(title, words, count, total / count);
    if (lines.every((line) => textWidth(line) <= perLine)) return lines;
  }
  return [title];
}

function breakInto(
  title: string,
  words: readonly { index: number }[],
  count: number,
  ideal: number,
): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let i = 1; i < count; i++) {
    let best = title.length;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const { index } of words) {
      if (index <= start) continue;
      const line = title.slice(start, index);
      const rest = title.slice(index);
      if (NOT_FIRST.test(rest) || NOT_LAST.test(line)) continue;
      if (/[第一二三四五六七八九十百\d]$/.test(line) && IN_NUMBER.test(rest)) continue;
      const good = GOOD_END.test(line) || GOOD_START.test(rest);
      const cost = Math.abs(textWidth(line) - ideal) - (good ? 1.5 : 0);
      if (cost < bestCost) {
        best = index;
        bestCost = cost;
      }
    }
    lines.push(title.slice(start, best));
    start = best;
  }
  lines.push(title.slice(start));
  return lines.filter((line) => line !== '');
}

/** The runs of a paragraph; where it is a long title or sub-line, with line breaks where that is best divided. */
export function balancedRuns({ kind, runs }: ParagraphBlock, format: PrintFormat): readonly Run[] {
  const isTitle = kind === 'title' || kind === 'attachment-title';
  if (isTitle) return balanceRuns(runs, format, format.titleSize);
  return kind === 'subtitle' ? balanceRuns(runs, format, format.bodySize) : runs;
}

/** Looks of single words are kept. */
function balanceRuns(runs: readonly Run[], format: PrintFormat, size: number): Run[] {
  // Half a character is left free: word processors do not agree on whether a line that is quite full fits.
  const perLine = Math.floor((gridOf(format).width / size - 0.5) * 2) / 2;
  const lines = balanceTitle(textOf(runs), perLine);
  const breaks: number[] = [];
  let at = 0;
  for (const line of lines.slice(0, -1)) {
    at += line.length;
    breaks.push(at);
  }
  at = 0;
  return runs.map((run) => {
    let text = '';
    let from = 0;
    for (const place of breaks) {
      const offset = place - at;
      if (offset <= from || offset > run.text.length) continue;
      text += `${run.text.slice(from, offset)}\n`;
      from = offset;
    }
    at += run.text.length;
    return { ...run, text: text + run.text.slice(from) };
  });
}
