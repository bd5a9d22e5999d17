import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Growth } from './growth.js';

/** Steps are counted, not timed: a slow machine finds the same. */
describe('a text twice as long', () => {
  it('takes no piece of our code more than twice the steps', async () => {
    const program = fileURLToPath(new URL('growth.ts', import.meta.url));
    // A measurement of coverage would count in the same process.
    const { NODE_V8_COVERAGE: _, ...env } = process.env;
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program], {
      env,
      maxBuffer: 1e8,
    });
    const { shapes, found } = JSON.parse(stdout) as { shapes: number; found: Growth[] };
    assert.ok(shapes >= 200, `${shapes} texts`);
    assert.deepEqual(found, []);
  });
});
