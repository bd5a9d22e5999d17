import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launchBrowser } from '../host.mjs';
import { patient } from '../patience.mjs';
import { root } from '../runtime.mjs';

/** Starts `npm start` without a desktop and waits for the address that it prints. */
async function start(...args) {
  const { DISPLAY: _, ...env } = process.env;
  const child = spawn(process.execPath, [path.join(root, 'test/vscode/start.mjs'), ...args], {
    env,
  });
  let output = '';
  const url = await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        const found = /http:\/\/127\.0\.0\.1:\S+/.exec(output);
        if (found) resolve(found[0]);
      });
    }
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  const stopped = new Promise((resolve) => child.once('exit', resolve));
  return { url, child, stopped };
}

describe('npm start', () => {
  before(function () {
    // Where a desktop VS Code is used, there is no address to open.
    if (process.platform !== 'linux') this.skip();
  });

  async function shows(text, ...args) {
    const { url, child, stopped } = await start(...args);
    const browser = await launchBrowser();
    try {
      assert.equal((await fetch(url.replace(/tkn=\w+/, 'tkn=wrong'))).status, 403);
      const page = await browser.newPage();
      await page.goto(url);
      await page
        .locator('.view-line', { hasText: text })
        .first()
        .waitFor({ timeout: patient(60_000) });
      await page.locator('.statusbar-item', { hasText: '工作总结' }).first().waitFor();
    } finally {
      await browser.close();
      child.kill('SIGINT');
    }
    assert.equal(await stopped, 0);
    await assert.rejects(fetch(url), 'nothing is left running');
  }

  it('opens the sample, the token asked for, recognised, and ends at Ctrl+C', () =>
    shows('云溪县图书馆'));

  it('opens a file that is named', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'work-summary-start-'));
    const file = path.join(folder, '我的工作总结.txt');
    await writeFile(file, '一、𠮷日\n二、打算\n');
    try {
      await shows('二、打算', file);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('says which file it cannot find', async () => {
    await assert.rejects(
      start('没有这个文件.txt'),
      /ended with 2: 找不到文件：.*没有这个文件\.txt/,
    );
  });
});
