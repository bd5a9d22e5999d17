/** The command line as it ships, on files in GBK as they were downloaded. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assertGbkKept } from '../helpers/built-command-line.js';
import { SHARED } from './texts.js';

describe('the built command line', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), '总结-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('checks GBK files as their UTF-8 text, and leaves them GBK where it changes them', async () => {
    const gbk = new URL('corpora/gbk/', SHARED);
    for (const name of readdirSync(gbk)) {
      await assertGbkKept(folder, name, readFileSync(new URL(name, gbk)));
    }
  });
});
