import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { eventually } from '../patience.mjs';
import { root } from '../runtime.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

/** The steps of the README, as a newcomer reads them. */
const STEPS = (await readFile(path.join(root, 'README.md'), 'utf8'))
  .split('<!-- start:steps')[1]
  .split('<!-- end:steps')[0]
  .split('\n')
  .filter((line) => /^\d+\. /.test(line));

describe('the README, followed step by step from an empty folder', () => {
  let bench;
  before(async () => {
    bench = await openWorkbench([{ name: '说明.md', content: '一个空文件夹。\n' }]);
    // Commands of extensions are known when their views are.
    await bench.page.locator('.activitybar [aria-label^="工作总结"]').first().waitFor();
  });
  after(() => bench?.close());

  const row = (text) =>
    bench.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  const line = (text) => bench.page.locator('.view-line', { hasText: text }).first();
  const treeRow = (text) =>
    bench.page.locator('.customview-tree .monaco-list-row', { hasText: text }).first();

  /** What a step tells to choose: the last name in “…”, or the n-th. */
  const told = (step, index = 0) => [...STEPS[step - 1].matchAll(/“([^”]+)”/g)][index][1];

  it('has the steps that are done here', () => assert.equal(STEPS.length, 6));

  it('1: opens the practice text', async () => {
    await bench.command(told(1));
    await row(told(1, 1)).click();
    await line('云溪县图书馆2024年工作总结').waitFor();
    await bench.page.locator('.statusbar-item', { hasText: '工作总结' }).first().waitFor();
  });

  it('and is greeted, but not offered the text that is open', async () => {
    const greeting = await bench.notification(/按工作总结|read as a work summary/);
    await greeting.locator('.monaco-button', { hasText: /看看怎么用|Show Me How/ }).waitFor();
    assert.equal(
      await greeting.locator('.monaco-button', { hasText: /练习稿|Practice Text/ }).count(),
      0,
    );
    await bench.page.keyboard.press('Escape');
  });

  it('2: shows the outline and what is to be filled in', async () => {
    await bench.page.locator(`.activitybar .action-item:has([aria-label^="${told(2)}"])`).click();
    await treeRow('一、主要工作').waitFor();
    await bench.page.locator('.statusbar-item', { hasText: /待填 \d+/ }).waitFor();
    await treeRow('XX').waitFor();
  });

  it('3: goes from blank to blank, and what is typed takes its place', async () => {
    const { page } = bench;
    await bench.focusEditor();
    await bench.goToLine(1);
    await page.keyboard.press('Control+F8');
    await page.locator('.selected-text').first().waitFor();
    await page.keyboard.type('12');
    await line('全年接待读者12万人次').waitFor();
    await page.keyboard.press('Control+F8');
    await page.locator('.selected-text').first().waitFor();
    await page.keyboard.type('860');
    await line('860余册次').waitFor();
    await page.locator('.statusbar-item', { hasText: '待填 22' }).waitFor();
  });

  it('4: corrects a slip by its quick fix', async () => {
    const { page } = bench;
    await bench.goToLine(9);
    await page.keyboard.press('F8');
    await page.locator('.marker-widget', { hasText: '的的' }).waitFor();
    await page.keyboard.press('Escape');
    // Until it has closed, keys are its own.
    await page.locator('.marker-widget').waitFor({ state: 'hidden' });
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: '改为“的”' }).first();
    await eventually(async () => {
      // The key is ours where the caret is known to be at a problem.
      if (!(await fix.isVisible())) await page.keyboard.press('Alt+Enter');
      return fix.isVisible();
    });
    await bench.screenshot('newcomer-fix');
    await fix.click();
    await line('编目、剔旧的流程').waitFor();
  });

  it('5: puts the numbers in order', async () => {
    await bench.command(told(5));
    await line('（三）推动送书下乡').waitFor();
  });

  it('6: hands over a Word file, though blanks are left', async () => {
    const { page } = bench;
    await bench.command(told(6));
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('还有 22 处没有填写').waitFor();
    await dialog.getByText(told(6, 1)).click();
    // A text that has no file yet is asked where it shall go.
    const target = path.join(bench.folder, '总结.docx');
    await bench.chooseFile(bench.folder, target);
    const document = await eventually(async () => {
      const parts = unzipSync(await readFile(target));
      return new TextDecoder().decode(parts['word/document.xml']);
    });
    assert.match(document, /推动送书下乡/);
    assert.match(document, /12/);
    await bench.screenshot('newcomer-done');
  });

  it('and the walkthrough opens with its six steps', async () => {
    const { page } = bench;
    await bench.command('工作总结: 看看怎么用');
    await page.locator('.gettingStartedContainer', { hasText: '写好一篇工作总结' }).waitFor();
    await page.locator('.getting-started-step', { hasText: '交出 Word' }).waitFor();
    assert.equal(await page.locator('.getting-started-step').count(), 6);
    await page.locator('.getting-started-step', { hasText: '调结构' }).first().click();
    // The pictures show where there is room for them.
    await page.keyboard.press('Control+b');
    await page.waitForFunction(() => {
      const picture = document.querySelector('.getting-started-media img');
      return picture !== null && picture.naturalWidth > 0 && picture.offsetParent !== null;
    });
    await bench.screenshot('walkthrough');
  });
});
