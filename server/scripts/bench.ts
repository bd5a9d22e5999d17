/**
 * How fast the engine is, on the real texts beside the repository: medians of several passes in one
 * run, as characters per second. `npm run bench [-- --json] [--rules]`; `--rules` adds each rule.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEFAULT_CONFIG } from '../src/core/config.js';
import { Lexicon } from '../src/core/lexicon/lexicon.js';
import { lint } from '../src/core/linter.js';
import { parseSummary } from '../src/core/parse.js';
import { RULES } from '../src/core/rules.generated.js';

const PASSES = 7;
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rules: { type: 'boolean', default: false },
  },
});

const clean = new URL(`file://${process.cwd()}/../shared/corpora/clean/`);
if (!existsSync(clean)) {
  console.log('skipped: the real texts (../shared/corpora) are not here');
  process.exit(0);
}

const texts = readdirSync(clean, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(encodeURI(name), clean), 'utf8'));
const characters = texts.reduce((sum, text) => sum + text.length, 0);

/** Median milliseconds of one pass over all texts, after one to warm up. */
function median(pass: () => void): number {
  pass();
  const times = Array.from({ length: PASSES }, () => {
    const start = performance.now();
    pass();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[PASSES >> 1]!;
}

const summaries = texts.map((text) => parseSummary(text, 'plain'));
const lexicon = Lexicon.for(DEFAULT_CONFIG);
const rows: { name: string; milliseconds: number; reach?: number }[] = [
  {
    name: 'parse',
    milliseconds: median(() => {
      for (const text of texts) parseSummary(text, 'plain');
    }),
  },
  {
    name: 'all default rules',
    milliseconds: median(() => {
      for (const summary of summaries) lint(summary, { rules: RULES });
    }),
    reach: 5e6,
  },
  {
    name: 'lexicon alone',
    milliseconds: median(() => {
      for (const text of texts) lexicon.find(text);
    }),
  },
];
if (values.rules) {
  for (const rule of RULES) {
    const milliseconds = median(() => {
      for (const summary of summaries) lint(summary, { rules: [rule] });
    });
    rows.push({ name: rule.id, milliseconds });
  }
}

const results = rows.map(({ name, milliseconds, reach }) => {
  const perSecond = (characters * 1000) / milliseconds;
  return {
    name,
    milliseconds,
    perSecond,
    ...(reach !== undefined && { reach, reached: perSecond >= reach }),
  };
});
if (values.json) console.log(JSON.stringify({ characters, passes: PASSES, results }, null, 2));
else {
  console.log(`${characters} characters, median of ${PASSES} passes, Node ${process.version}`);
  for (const { name, milliseconds, perSecond, reach, reached } of results) {
    const speed = `${(perSecond / 1e6).toFixed(1)} M characters/s`;
    const goal =
      reach === undefined
        ? ''
        : `  (to reach: ${reach / 1e6} M, ${reached ? 'reached' : 'missed'})`;
    console.log(
      `${name.padEnd(28)} ${milliseconds.toFixed(1).padStart(8)} ms  ${speed.padStart(22)}${goal}`,
    );
  }
}
if (results.some(({ reached }) => reached === false)) process.exitCode = 1;
