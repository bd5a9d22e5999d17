/** The test of growth with other texts each round; ends the process at the first that costs too much. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { option } from './options.js';

const program = fileURLToPath(new URL('../security/growth.ts', import.meta.url));

export function soakGrowth(): void {
  const rounds = option('rounds', 20);
  const first = Date.now() % 1_000_000_000;
  for (let round = 1; round <= rounds; round++) {
    const seed = String(first + round);
    const options = ['--import', 'tsx', program, seed];
    const { status, stdout } = spawnSync(process.execPath, options, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const found: unknown[] = status === 0 ? JSON.parse(stdout).found : [];
    for (const growth of found) console.log(JSON.stringify(growth));
    if (status !== 0 || found.length > 0) process.exit(1);
    console.log(`growth of work, round ${round} of ${rounds}, seed ${seed}`);
  }
}
