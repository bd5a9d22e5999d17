/** What the language model costs: to load, to keep, and to read a text with. */
import { LanguageModel } from '../../src/core/language/model.js';
import { languageData } from '../language/data.js';
import { documents, linesOf } from '../language/texts.js';
import { median, quantile, type Row } from './measure.js';

/** How often it is loaded, and texts are read. */
const RUNS = 5;
/** UTF-16 units of a paragraph as people write them. */
const PARAGRAPH = 200;
const CHANGES = 600;

/** Loads the model in the slices of its reader; the longest slice is what a request may wait for. */
function load(): {
  readonly model: LanguageModel;
  readonly whole: number;
  readonly longest: number;
} {
  const data = languageData();
  const start = performance.now();
  const steps = LanguageModel.read(data);
  let longest = 0;
  for (let before = start; ; ) {
    const step = steps.next();
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
    if (step.done === true) return { model: step.value, whole: now - start, longest };
  }
}

function charactersPerSecond(model: LanguageModel, lines: readonly string[]): number {
  const start = performance.now();
  let units = 0;
  for (const line of lines) {
    units += line.length;
    model.corrections(line);
  }
  return (1000 * units) / (performance.now() - start);
}

export function language(): Row[] {
  const loads = Array.from({ length: RUNS }, load);
  const { model } = loads[0]!;
  const reports = documents('clean').flatMap(({ text }) => linesOf(text));
  const loose = documents('essays').flatMap(({ text }) => linesOf(text));
  charactersPerSecond(model, loose);
  const onReports = Array.from({ length: RUNS }, () => charactersPerSecond(model, reports));
  const onLoose = Array.from({ length: RUNS }, () => charactersPerSecond(model, loose));
  const paragraph = reports.find(({ length }) => length >= PARAGRAPH)!.slice(0, PARAGRAPH);
  const changes = Array.from({ length: CHANGES }, (_, index) => {
    const at = (index * 37) % PARAGRAPH;
    const line = reports[(index * 101) % reports.length]!.slice(0, PARAGRAPH);
    const changed = `${line.slice(0, at)}新${line.slice(at)}`;
    const start = performance.now();
    model.corrections(index % 2 === 0 ? changed : paragraph.slice(at) + paragraph.slice(0, at));
    return performance.now() - start;
  });
  const used = memoryOfModel();
  return [
    {
      name: 'language model, load',
      value: median(loads.map(({ whole }) => whole)),
      unit: 'ms',
      reach: 400,
      better: 'most',
      detail: `longest slice ${median(loads.map(({ longest }) => longest)).toFixed(1)} ms`,
    },
    { name: 'language model, memory', value: used, unit: 'MB', reach: 40, better: 'most' },
    {
      name: 'language model, reports',
      value: median(onReports) / 1000,
      unit: 'k characters/s',
      reach: 150,
      better: 'least',
    },
    {
      name: 'language model, loose prose',
      value: median(onLoose) / 1000,
      unit: 'k characters/s',
      reach: 80,
      better: 'least',
    },
    {
      name: 'language model, a changed paragraph, p99',
      value: quantile(changes, 0.99),
      unit: 'ms',
      reach: 25,
      better: 'most',
      detail: `median ${median(changes).toFixed(2)} ms`,
    },
  ];
}

/** Megabytes that a model holds once what it was made of has been collected; asks for `--expose-gc`. */
function memoryOfModel(): number {
  const collect = () => (globalThis as { gc?: () => void }).gc?.();
  const used = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  const kept = load().model;
  const after = used();
  // Read once more, so that it is still there.
  kept.corrections('');
  return (after - before) / 1e6;
}
