import assert from 'node:assert/strict';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../patience.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const SUMMARY = [
  '区图书馆2024年工作总结',
  '一、主要工作',
  '　　认真布署𠮷日工作，全年举办XX场次。',
  '二、存在的问题',
  '　　人手不足。',
  '',
].join('\n');

const MARKDOWN = [
  '# 区图书馆2024年工作总结',
  '',
  '2024年，区图书馆围绕读者服务，完成了各项任务。现将情况总结如下：',
  '',
  '一、主要工作',
  '',
  '全年举办XX场次。',
  '',
  '二、下一步工作打算',
  '',
  '继续做好服务。',
  '',
].join('\n');

const README = '# Tool\n\nRun it with XX as its argument.\n\n【注意】see below.\n';

describe('what the editor shows and offers beside the text', () => {
  let bench;
  before(async () => {
    bench = await openWorkbench([
      { name: '2024年工作总结.txt', content: SUMMARY },
      { name: '述职.md', content: MARKDOWN },
      { name: 'README.md', content: README },
      { name: '单位/.work-summary.yaml', content: 'export:\n  template: 没有.docx\n' },
    ]);
    await bench.page.locator('.squiggly-warning').first().waitFor();
  });
  after(() => bench?.close());

  const line = (text) => bench.page.locator('.view-line', { hasText: text }).first();
  const menuItem = (text) =>
    bench.page.locator('.context-view .action-item', { hasText: text }).first();
  const open = async (name) => {
    await bench.page.keyboard.press('Control+p');
    await bench.page.locator('.quick-input-box input').fill(name);
    await bench.page
      .locator('.quick-input-list .monaco-list-row', { hasText: name })
      .first()
      .click();
    await bench.page.locator('.tab.active', { hasText: name }).waitFor();
  };
  /** The colour of a piece of text as it is drawn. */
  const colourOf = (text) =>
    bench.page.evaluate((wanted) => {
      const spans = [...document.querySelectorAll('.view-line span span')];
      const found = spans.find(({ textContent }) => textContent.includes(wanted));
      return found && getComputedStyle(found).color;
    }, text);
  const configuration = () =>
    readFile(path.join(bench.folder, '.work-summary.yaml'), 'utf8').catch(() => null);

  it('a greeting offers a practice text to whoever has a file of their own open', async () => {
    const greeting = await bench.notification(/按工作总结|read as a work summary/);
    for (const offer of [/看看怎么用|Show Me How/, /打开练习稿|Practice Text/]) {
      await greeting.locator('.monaco-button', { hasText: offer }).waitFor();
    }
    await bench.page.keyboard.press('Escape');
  });

  it('the menu of a right click begins with our entries, the fixes first', async () => {
    const { page } = bench;
    await page.locator('.view-line', { hasText: '布署' }).first().click({ button: 'right' });
    await menuItem(/改正此处|Correct This/).waitFor();
    const entries = await page.locator('.context-view .action-item').allTextContents();
    assert.match(entries[0], /改正此处|Correct This/);
    assert.match(entries[1], /常用语|Phrases/);
    await bench.screenshot('context-menu');
    await page.keyboard.press('Escape');
  });

  it('a key of ours offers the phrases of the place', async () => {
    const { page } = bench;
    await bench.goToLine(5);
    await page.keyboard.press('End');
    await page.keyboard.press('Alt+/');
    await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('what a fix keeps in the configuration is told, and taken back on demand', async () => {
    const { page } = bench;
    await bench.goToLine(2);
    await page.keyboard.press('F8');
    await page.locator('.marker-widget', { hasText: /错别字|Wrong character/ }).waitFor();
    await bench.screenshot('rule-name');
    await page.keyboard.press('Escape');
    await page.locator('.marker-widget').waitFor({ state: 'hidden' });
    const off = page
      .locator('.action-widget .monaco-list-row', { hasText: /关闭规则|Turn off the rule/ })
      .first();
    await eventually(async () => {
      // The key is ours where the caret is known to be at a problem.
      if (!(await off.isVisible())) await page.keyboard.press('Alt+Enter');
      return off.isVisible();
    });
    await off.click();
    await eventually(async () => assert.match(await configuration(), /wrong-word: off/));
    const told = await bench.notification(/已关闭规则|is off \(this folder\)/);
    await bench.screenshot('configuration-told');
    await told.locator('.monaco-button', { hasText: /撤销|Undo/ }).click();
    await eventually(async () => assert.equal(await configuration(), null));
    await assert.rejects(stat(path.join(bench.folder, '.work-summary.yaml')));
  });

  it('the final check shows that it is on, and is ended there', async () => {
    const { page } = bench;
    await bench.focusEditor();
    await bench.command('定稿检查');
    const item = page.locator('.statusbar-item', { hasText: /定稿检查中|Final check/ }).first();
    await item.waitFor();
    await page.locator('.markers-panel').waitFor();
    // Once more, with the focus in the list: it stays.
    await bench.command('定稿检查');
    await page.locator('.markers-panel').waitFor();
    await bench.screenshot('final-check-on');
    await item.click();
    await item.waitFor({ state: 'hidden' });
  });

  it('the page of a rule is shown as a page, under its name', async () => {
    const { page } = bench;
    await bench.command('Notifications: Clear All Notifications');
    const link = { hasText: /错别字|Wrong character/ };
    await page
      .locator('.markers-panel a', link)
      .first()
      .click({ modifiers: ['Control'] });
    await page.locator('.tab.active', { hasText: /错别字|Wrong character/ }).waitFor();
    await page
      .frameLocator('iframe.webview')
      .frameLocator('#active-frame')
      .locator('h1', { hasText: '错别字' })
      .waitFor();
    await bench.screenshot('rule-page');
  });

  it('Markdown is coloured where it is a summary, and as its outline lists it', async () => {
    await open('述职.md');
    await line('主要工作').waitFor();
    await eventually(async () => {
      assert.notEqual(await colourOf('主要工作'), await colourOf('继续做好'));
      assert.notEqual(await colourOf('XX'), await colourOf('继续做好'));
    });
    await bench.screenshot('markdown-colours');
    await open('README.md');
    await line('argument').waitFor();
    assert.equal(await colourOf('XX'), await colourOf('argument'));
  });

  it('a template that is nowhere is marked in the configuration', async () => {
    const { page } = bench;
    await open('.work-summary.yaml');
    await bench.focusEditor();
    await page.locator('.squiggly-warning').first().waitFor();
    await bench.goToLine(1);
    await page.keyboard.press('F8');
    await page.locator('.marker-widget', { hasText: /找不到模板“没有.docx”|没有.docx/ }).waitFor();
    await bench.screenshot('template-missing');
    await page.keyboard.press('Escape');
    await writeFile(path.join(bench.folder, '没有.docx'), '');
    await bench.goToLine(2);
    await page.keyboard.press('End');
    await page.keyboard.type(' ');
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
  });
});
