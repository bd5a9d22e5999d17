/**
 * Makes the counts and tables of `server/data/language`, step by step, in a folder:
 * `npx tsx server/scripts/language/pack/index.ts STEP --work FOLDER`. The steps, in their order:
 *
 * - `extract --clones FOLDER [--files LIST] [SOURCE…]`: texts of the sources from bare clones `OWNER/NAME.git`;
 *   LIST names a file a line, for the source that is no repository
 * - `clean --measured PATH…`: what of them is counted; a PATH is a text, a folder of them, or a table (`.tsv`) with
 *   a sentence at the end of each row, and nothing that shares a passage with it is counted
 * - `count`: n-grams of what is left
 * - `tables --parts FILE --places FOLDER`: readings, look-alikes, places and words, for the characters counted
 * - `pack`: the counts as they ship, without names
 */
import { parseArgs } from 'node:util';
import { isStep, STEPS } from './steps.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    work: { type: 'string' },
    clones: { type: 'string' },
    files: { type: 'string' },
    measured: { type: 'string', multiple: true },
    parts: { type: 'string' },
    places: { type: 'string' },
  },
});

async function run([step = '', ...sources]: readonly string[]): Promise<void> {
  if (!isStep(step)) throw new Error(`name a step: ${Object.keys(STEPS).join(', ')}`);
  await STEPS[step]({ ...values, sources });
}

run(positionals).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
