/**
 * How fast the product is: one table, each row a ratio to another tool or a budget, measured in one
 * run. `npm run bench [-- --json] [--only PART]…`; parts are throughput, keystrokes, outline, language,
 * process, editor and package. Results of the last release are in docs/performance.md.
 */
import { parseArgs } from 'node:util';
import { editor } from './editor.js';
import { keystrokes } from './keystrokes.js';
import { language } from './language.js';
import { isReached, type Row } from './measure.js';
import { outline } from './outline.js';
import { extensionPackage } from './package.js';
import { serverProcess } from './process.js';
import { cleanTexts, hasTexts } from './texts.js';
import { contestant, throughput } from './throughput.js';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    /** Of one of the processes that this one starts. */
    contestant: { type: 'string' },
  },
});

if (!hasTexts()) {
  console.log('skipped: the real texts (../shared/corpora) are not here');
  process.exit(0);
}
const texts = cleanTexts();

const parts: Record<string, () => Promise<Row[]> | Row[]> = {
  throughput: () => throughput(texts),
  keystrokes: () => keystrokes(texts),
  outline,
  language,
  process: () => serverProcess(texts),
  package: extensionPackage,
  editor,
};

if (values.contestant === undefined) await measure();
else await contestant(values.contestant, texts);

async function measure(): Promise<void> {
  const rows: Row[] = [];
  for (const [name, part] of Object.entries(parts)) {
    if (values.only?.includes(name) ?? true) rows.push(...(await part()));
  }
  if (values.json) {
    const machine = { node: process.version, platform: process.platform, arch: process.arch };
    const results = rows.map((row) => ({ ...row, reached: isReached(row) }));
    console.log(JSON.stringify({ machine, results }, null, 2));
  } else print(rows);
  if (rows.some((row) => !isReached(row))) process.exitCode = 1;
}

function print(rows: readonly Row[]): void {
  const figure = (value: number) => value.toFixed(value < 100 ? 2 : 0);
  for (const row of rows) {
    const { name, value, unit, reach, better, detail, skipped } = row;
    const goal =
      reach === undefined
        ? ''
        : ` (${better === 'least' ? '≥' : '≤'} ${reach}: ${isReached(row) ? 'reached' : 'MISSED'})`;
    const result =
      skipped === undefined ? `${figure(value)} ${unit}${goal}` : `skipped: ${skipped}`;
    console.log(`${name}\n    ${result}${detail === undefined ? '' : `; ${detail}`}`);
  }
}
