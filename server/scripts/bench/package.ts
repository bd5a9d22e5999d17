/** The size of what is installed. */
import { execFileSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import type { Row } from './measure.js';

const FILE = 'node_modules/.cache/bench.vsix';

export function extensionPackage(): Row[] {
  execFileSync('npm', ['run', '-s', 'package', '--', '--out', FILE], { stdio: 'ignore' });
  const bytes = statSync(FILE).size;
  rmSync(FILE);
  return [
    {
      name: 'size of the package with everything',
      value: bytes / 1000,
      unit: 'kB',
      reach: 6500,
      better: 'most',
    },
  ];
}
