import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startServer } from '../host.mjs';
import { eventually, patient } from '../patience.mjs';
import { root } from '../runtime.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const SUMMARY = '2024年工作总结.txt';
const ID = 'work-summary.work-summary';

describe('the package in a clean profile', () => {
  let bench;
  let folder;
  let data;
  before(async function () {
    this.timeout(patient(180_000));
    folder = await mkdtemp(path.join(os.tmpdir(), 'work-summary-vsix-'));
    data = path.join(folder, 'profile');
    const vsix = path.join(folder, 'work-summary.vsix');
    const pack = [path.join(root, 'server', 'scripts', 'package.mjs'), '--out', vsix];
    await promisify(execFile)(process.execPath, pack);
    const content = await readFile(path.join(root, 'snippets', 'samples', 'practice.txt'), 'utf8');
    bench = await openWorkbench([{ name: SUMMARY, content }], {}, { vsix, data });
  });
  after(async () => {
    await bench?.close();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  it('is installed, and shows outline and problems', async () => {
    const { page, server } = bench;
    assert.match(await server.manage('--list-extensions'), new RegExp(`^${ID}$`, 'm'));
    await page
      .locator('.squiggly-error')
      .first()
      .waitFor({ timeout: patient(60_000) });
    await bench.command('Explorer: Focus on Outline View');
    await page.locator('.outline-tree .monaco-list-row', { hasText: '一、主要工作' }).waitFor();
    await bench.focusEditor();
    await bench.command('View: Toggle Problems');
    await page.locator('.markers-panel .monaco-list-row', { hasText: '序号' }).first().waitFor();
    await bench.screenshot('installed');
  });

  it('opens the page of a rule by its name', async () => {
    const { page } = bench;
    const link = page.locator('.markers-panel a .marker-code').first();
    const rule = (await link.textContent()).trim();
    await link.click();
    await page.locator('.tab.active', { hasText: rule }).waitFor();
    // As a reader sees it, without Markdown's marks.
    await page
      .frameLocator('iframe.webview')
      .frameLocator('#active-frame')
      .locator('h1')
      .first()
      .waitFor();
    await bench.screenshot('rule-page');
    await page.locator('.tab', { hasText: SUMMARY }).click();
    await page.locator('.tab.active', { hasText: SUMMARY }).waitFor();
  });

  it('exports a Word file', async () => {
    await bench.exportToWord('2024年工作总结.docx');
    assert.deepEqual((await readdir(bench.folder)).sort(), ['2024年工作总结.docx', SUMMARY].sort());
  });

  it('leaves nothing behind when it is uninstalled', async () => {
    // Logs are the editor's, which deletes old ones by itself.
    const profile = async () =>
      (await readdir(data, { recursive: true })).filter(
        (name) => name.includes('work-summary') && !/^data.logs/.test(name),
      );
    assert.ok((await profile()).length > 0);
    await bench.server.manage('--uninstall-extension', ID);
    await bench.close();
    bench = undefined;
    // The editor deletes the files of what was uninstalled when it is started next.
    const server = await startServer({ data });
    try {
      assert.doesNotMatch(await server.manage('--list-extensions'), new RegExp(ID));
      await eventually(async () => assert.deepEqual(await profile(), []));
    } finally {
      await server.stop();
    }
  });
});
