import assert from 'node:assert/strict';
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventually, patient } from '../patience.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const SUMMARY = [
  '云溪县图书馆关于2024年度全民阅读推广和农家书屋提质增效工作情况的总结',
  '',
  '县政府办公室：',
  '　　2024年，本馆围绕“书香𠮷县”……完成了各项任务。<script>alert(1)</script>现总结如下：',
  '一、主要工作',
  ...Array.from(
    { length: 12 },
    (_, i) =>
      `　　（${'一二三四五六七八九十'[i] ?? `十${'一二'[i - 10]}`}）抓好第${i + 1}项服务。全年走访12个村，服务群众3.5万人次，读者满意度达到98%，比上年提高2个百分点，“留守儿童”“银发读者”都有了自己的书。`,
  ),
  '二、存在的问题',
  '　　人手不足，缺编X人。',
  '',
  '云溪县图书馆',
  '2024年12月5日',
  '',
].join('\n');

const EARLIER = [
  '云溪县图书馆2023年工作总结',
  '一、主要工作',
  '　　（一）抓好第1项服务。全年走访8个村，服务群众2万人次，读者满意度达到98%，比上年提高2个百分点，“留守儿童”“银发读者”都有了自己的书。',
  '二、存在的问题',
  '　　人手不足，缺编X人。',
  '',
].join('\n');

describe('the document on paper', () => {
  let bench;
  let preview;
  before(async () => {
    bench = await openWorkbench([
      { name: '2024年工作总结.txt', content: SUMMARY },
      { name: '2023年工作总结.txt', content: EARLIER },
    ]);
    await bench.page.locator('.statusbar-item', { hasText: '工作总结' }).first().waitFor();
  });
  after(() => bench?.close());

  /** The frame inside the frame that holds a page of ours. */
  const findFrame = (selector) =>
    eventually(async () => {
      for (const frame of bench.page.frames()) {
        const found = await frame
          .locator(selector)
          .count()
          .catch(() => 0);
        if (found > 0) return frame;
      }
      return false;
    }, `no frame with ${selector}`);
  const line = (text) => preview.locator('.line', { hasText: text }).first();

  it('is shown beside the editor, page by page, as it will print', async () => {
    await bench.focusEditor();
    await bench.command('预览打印效果');
    preview = await findFrame('#count');
    await line('一、主要工作').waitFor();
    assert.ok((await preview.locator('.page').count()) >= 2);
    assert.equal(await preview.locator('.page-number').first().textContent(), '— 1 —');
    assert.equal(await preview.locator('.title').count(), 2);
    assert.match(await preview.locator('#count').textContent(), /^共 \d 页$/);
    // 22 lines of the height that 225 mm leave, each of the width of the type area.
    const full = await preview
      .locator('.page .text')
      .first()
      .evaluate((text) => ({
        lines: text.children.length,
        height:
          text.getBoundingClientRect().height / text.parentElement.getBoundingClientRect().height,
      }));
    assert.equal(full.lines, 22);
    assert.ok(Math.abs(full.height - 225 / 297) < 0.002, JSON.stringify(full));
  });

  it('runs no script of the document and loads nothing from outside', async () => {
    assert.equal(await preview.locator('main script').count(), 0);
    await line('<script>alert(1)').waitFor();
    const policy = await preview
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    assert.match(policy, /default-src 'none'/);
    // The only host is the editor's own.
    assert.doesNotMatch(policy, /unsafe|data:|https?:(?!\/\/\*\.vscode-cdn\.net)/);
  });

  it('follows what is typed', async () => {
    await bench.focusEditor();
    await bench.goToLine(5);
    await bench.page.keyboard.press('End');
    await bench.page.keyboard.insertText('和成效');
    await line('一、主要工作和成效').waitFor();
  });

  it('scrolls with the editor, and the editor with it', async () => {
    await bench.goToLine(22);
    const last = preview.locator('.line', { hasText: '2024年12月5日' }).last();
    await preview.waitForFunction(() => window.scrollY > 300);
    await bench.screenshot('preview-light');
    await last.waitFor();
    await preview.locator('main').hover();
    const first = bench.page.locator('.view-line', { hasText: '云溪县图书馆关于2024年度' });
    await eventually(async () => {
      // For a moment a scroll is taken for an echo of the editor's own.
      await bench.page.mouse.wheel(0, 1000);
      await bench.page.mouse.wheel(0, -20_000);
      await first.waitFor({ timeout: patient(1000) });
    });
  });

  it('a double click goes to the place in the editor', async () => {
    await preview.locator('.line', { hasText: '县政府办公室' }).dblclick();
    await bench.page.locator('.statusbar-item', { hasText: /Ln 3\b/ }).waitFor();
  });

  for (const [name, theme, base] of [
    ['dark', 'Dark Modern', 'vs-dark'],
    ['high-contrast', 'Default High Contrast', 'hc-black'],
  ]) {
    it(`is white paper in ${name} surroundings`, async () => {
      await bench.setting('workbench.colorTheme', theme);
      await bench.page.locator(`.monaco-workbench.${base}`).waitFor();
      await preview.waitForFunction(() => {
        const [red] = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number);
        return red < 100;
      });
      const paper = await preview
        .locator('.page')
        .first()
        .evaluate((page) => [getComputedStyle(page).backgroundColor, getComputedStyle(page).color]);
      assert.deepEqual(paper, ['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
      await bench.screenshot(`preview-${name}`);
    });
  }

  it('is compared with last year’s, paragraph by paragraph', async () => {
    await bench.focusEditor();
    await bench.command('与去年的总结对比');
    await bench.page
      .locator('.quick-input-list .monaco-list-row', { hasText: '2023年工作总结.txt' })
      .click();
    const comparison = await findFrame('meter');
    await comparison.locator('h1', { hasText: '与“2023年工作总结.txt”对比' }).waitFor();
    await comparison
      .locator('.figure', { hasText: /^沿用 \d+%：原样 1 段，改写 1 段，新写 \d+ 段$/ })
      .first()
      .waitFor();
    const reworded = comparison.locator('p.reworded');
    assert.deepEqual(await reworded.locator('del').allTextContents(), ['8', '2']);
    assert.deepEqual(await reworded.locator('ins').allTextContents(), ['12', '3.5']);
    await bench.screenshot('compare-high-contrast');
    await bench.setting('workbench.colorTheme', 'Light Modern');
    await bench.page.locator('.monaco-workbench.vs').waitFor();
    await bench.screenshot('compare-light');
    await reworded.click();
    await bench.page.locator('.statusbar-item', { hasText: /Ln 6\b/ }).waitFor();
  });

  it('is printed by the browser, page for page', async () => {
    const { page, folder } = bench;
    await page.locator('.tab', { hasText: '预览' }).click();
    const pages = Number(/\d+/.exec(await preview.locator('#count').textContent())[0]);
    await preview.locator('#print').click();
    const input = page.locator('.quick-input-box input');
    await input.waitFor();
    await page.waitForFunction(() =>
      document.querySelector('.quick-input-box input').value.endsWith('.html'),
    );
    await page.keyboard.press('Enter');
    await page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: '2024年工作总结.html' })
      .waitFor();
    const printed = await page.context().browser().newPage();
    await printed.goto(pathToFileURL(path.join(folder, '2024年工作总结.html')).href);
    const pdf = await printed.pdf({ preferCSSPageSize: true });
    await printed.close();
    assert.equal(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length, pages);
    assert.match(pdf.toString('latin1'), /\/MediaBox \[0 0 59[45]\.?\d* 84[12]/);
  });

  it('is exported after a word about what remains', async () => {
    const docx = path.join(bench.folder, '2024年工作总结.docx');
    const dialog = bench.page.locator('.monaco-dialog-box');
    await bench.focusEditor();
    await bench.command('导出为 Word 文档');
    await dialog.getByText('还有 1 处没有填写').waitFor();
    await bench.screenshot('export-warning');
    await dialog.getByText('查看第一处').click();
    await bench.page.locator('.statusbar-item', { hasText: /Ln 19\b/ }).waitFor();
    await assert.rejects(access(docx));
    await bench.command('导出为 Word 文档');
    await dialog.getByText('仍然导出').click();
    await bench.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: '2024年工作总结.docx' })
      .waitFor();
    assert.equal((await readFile(docx)).subarray(0, 2).toString(), 'PK');
  });

  it('comes back beside the text it was made of, under a free name that is proposed', async () => {
    const { page, folder } = bench;
    const docx = page.locator('.explorer-folders-view .monaco-list-row', {
      hasText: '2024年工作总结.docx',
    });
    const text = path.join(folder, '2024年工作总结.txt');
    const before = await readFile(text);
    await bench.chooseInMenu(docx, /导入|Import/);
    const dialog = page.locator('.quick-input-widget');
    await dialog.locator('.quick-input-title', { hasText: /^导入为…$/ }).waitFor();
    const proposed = path.join(folder, '2024年工作总结-2.txt');
    await page.waitForFunction(
      (name) => document.querySelector('.quick-input-box input')?.value === name,
      proposed,
    );
    await bench.screenshot('import-as');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: '2024年工作总结-2.txt' }).waitFor();
    assert.match(await readFile(proposed, 'utf8'), /一、主要工作和成效/);
    assert.deepEqual(await readFile(text), before);
  });
});
