/** The property tests of `npm test` with another seed each time, by the clock of the first. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { option } from './options.js';

const tests = fileURLToPath(new URL('..', import.meta.url));

/** Ends the process at the first case that fails: mocha has printed it, with the seed that makes it again. */
export function soakProperties(): void {
  const files = readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(tests, name))
    .filter((name) => readFileSync(name, 'utf8').includes("from 'fast-check'"));
  const first = Date.now() % 1_000_000_000;
  const rounds = option('rounds', 20);
  for (let round = 1; round <= rounds; round++) {
    const seed = String(first + round);
    const options = ['--no-config', '--node-option', 'import=tsx', '--reporter', 'dot'];
    const setUp = ['--file', join(tests, 'properties.ts')];
    const { status } = spawnSync('npx', ['mocha', ...options, ...setUp, ...files], {
      env: { ...process.env, PROPERTY_SEED: seed },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (status !== 0) process.exit(1);
    console.log(`property tests, round ${round} of ${rounds}, seed ${seed}`);
  }
}
