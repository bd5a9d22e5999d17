/** What one keystroke costs, from the change the editor sends to the diagnostics it gets, in one process. */

import { SemanticTokensBuilder } from 'vscode-languageserver';
import { placeholdersOf } from '../../src/core/analysis/placeholders/placeholders.js';
import type { Summary } from '../../src/core/document/document.js';
import { parseSummary } from '../../src/core/document/parse.js';
import { foldingRanges } from '../../src/core/features/folding.js';
import { Linter } from '../../src/core/lint/linter.js';
import { RULES } from '../../src/core/lint/rules.generated.js';
import {
  toDiagnostic,
  toEdit,
  toFoldingRanges,
  toPosition,
  toSemanticTokens,
  toSymbols,
} from '../../src/lsp/convert.js';
import { median, quantile, type Row } from './measure.js';
import { textOf } from './texts.js';

/** What is typed: plain prose, with a new line now and then. */
const TYPED = '全馆坚持以读者为中心，认真做好各项服务工作，取得了新的成绩。';
const LINE_EVERY = 97;
/** After so many characters the writer goes on somewhere else. */
const MOVE_EVERY = 30;

const nothing = () => {};

/** Types so many characters all over a text; `opened` gets the version before them, `each` every one after a key. */
function type(
  text: string,
  count: number,
  each: (summary: Summary) => void,
  opened: (summary: Summary) => void = nothing,
): number[] {
  let summary = parseSummary(text, 'plain');
  const linter = new Linter({ rules: RULES });
  linter.lint(summary);
  opened(summary);
  const times: number[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (index % MOVE_EVERY === 0) at = Math.floor(summary.length * ((index * 0.618) % 1));
    const newText = index % LINE_EVERY === LINE_EVERY - 1 ? '\n' : TYPED[index % TYPED.length]!;
    const position = toPosition(summary, at);
    const change = { range: { start: position, end: position }, text: newText };
    const start = performance.now();
    const edit = toEdit(summary, change);
    summary = summary.edit(edit.span, edit.newText);
    const findings = linter.lint(summary);
    for (const finding of findings) toDiagnostic(summary, finding, 'zh');
    times.push(performance.now() - start);
    at += 1;
    each(summary);
  }
  return times;
}

/** How often the same keys are typed. */
const RUNS = 9;

/** Texts by their length in UTF-16 units, with how many keys are typed and what one may cost, in milliseconds. */
const LENGTHS = [
  { name: '20 000', length: 20_000, keys: 2000, reach: 1 },
  { name: '200 000', length: 200_000, keys: 1000, reach: 4 },
  { name: '2 000 000', length: 2_000_000, keys: 200, reach: 30 },
];

interface Typed {
  readonly times: readonly number[];
  /** Of each run. */
  readonly p99: readonly number[];
}

/**
 * What each key takes in texts of some lengths: of several runs with the same keys the median, so that
 * neither what else the machine does nor a collection of garbage counts, which come at other keys in
 * each. The texts take turns, so that all have the same machine.
 */
function typed(texts: readonly string[]): Typed[] {
  const all = LENGTHS.map(({ length }) => textOf(length, texts));
  const runs = Array.from({ length: RUNS }, () =>
    all.map((text, index) => type(text, LENGTHS[index]!.keys, nothing)),
  );
  return all.map((_, index) => {
    const own = runs.map((run) => run[index]!);
    return { times: ofEachKey(own), p99: own.map((times) => quantile(times, 0.99)) };
  });
}

/** For each key the median of several runs. */
const ofEachKey = (runs: readonly (readonly number[])[]) =>
  runs[0]!.map((_, key) => median(runs.map((times) => times[key]!)));

export function keystrokes(texts: readonly string[]): Row[] {
  type(textOf(20_000, texts), 1500, nothing);
  const rows = typed(texts).map(({ times, p99 }, index): Row => {
    const { name, reach } = LENGTHS[index]!;
    const single = p99.map((one) => one.toFixed(2)).join(', ');
    return {
      name: `keystroke to diagnostics, ${name} characters, p99`,
      value: quantile(times, 0.99),
      unit: 'ms',
      reach,
      better: 'most',
      detail: `median ${median(times).toFixed(2)} ms; p99 of single runs ${single} ms`,
    };
  });
  return [...rows, ...features(texts)];
}

/** Every view of a text of two million characters, asked for anew after each keystroke. */
function features(texts: readonly string[]): Row[] {
  const views: Record<string, (summary: Summary) => void> = {
    symbols: (summary) => toSymbols(summary, false),
    folding: (summary) => toFoldingRanges(foldingRanges(summary, false)),
    placeholders: (summary) => placeholdersOf(summary),
    tokens: (summary) =>
      toSemanticTokens(new SemanticTokensBuilder(), summary.lines, placeholdersOf(summary)),
  };
  const text = textOf(2_000_000, texts);
  const runs = Array.from({ length: RUNS }, () => {
    const times = Object.fromEntries(Object.keys(views).map((name) => [name, [] as number[]]));
    const each = (summary: Summary) => {
      for (const [name, view] of Object.entries(views)) {
        const start = performance.now();
        view(summary);
        times[name]!.push(performance.now() - start);
      }
    };
    // An editor asks for each of them when it opens the text, which is not what a key costs.
    type(text, 100, each, (summary) => {
      for (const view of Object.values(views)) view(summary);
    });
    return times;
  });
  return Object.keys(views).map((name) => {
    const own = runs.map((times) => times[name]!);
    const times = ofEachKey(own);
    const worst = Math.max(...own.map((one) => quantile(one, 0.99)));
    return {
      name: `${name} after a keystroke, 2 000 000 characters, p99`,
      value: quantile(times, 0.99),
      unit: 'ms',
      reach: 10,
      better: 'most',
      detail: `median ${median(times).toFixed(2)} ms; worst p99 of a single run ${worst.toFixed(2)} ms`,
    };
  });
}
