import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../runtime.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const seeds = path.join(root, '..', 'shared', 'seeds');

describe('a long real summary', () => {
  let bench;
  before(async function () {
    if (!existsSync(seeds)) return this.skip();
    this.timeout(120_000);
    const [seed] = await readdir(seeds);
    bench = await openWorkbench([
      { name: '材料.txt', content: await readFile(path.join(seeds, seed), 'utf8') },
    ]);
  });
  after(() => bench?.close());

  it('is recognised, outlined in full, and a click in the outline jumps', async () => {
    const { page } = bench;
    await page.locator('.statusbar-item', { hasText: '工作总结' }).first().waitFor();
    await bench.command('Explorer: Focus on Outline View');
    // The folder above makes room, so that every row is there to read.
    await page.locator('.pane-header', { hasText: 'work-summary-ui' }).click();
    const rows = page.locator('.outline-tree .monaco-list-row');
    await rows.filter({ hasText: '五、' }).waitFor();
    const names = (await rows.allTextContents()).map((row) => /^（.）|^.、/.exec(row.trim())?.[0]);
    assert.deepEqual(names, [
      ...['一、', '（一）', '（二）', '（三）', '（四）', '二、', '三、'],
      ...['四、', '（一）', '（二）', '（三）', '（四）', '（五）', '（六）', '五、'],
    ]);
    await page.locator('.outline-tree .monaco-list-row', { hasText: '五、' }).first().click();
    await page.locator('.statusbar-item', { hasText: /Ln 19/ }).waitFor();
    await bench.screenshot('seed-outline');
  });

  it('keeps the section in sight while its paragraphs scroll by', async () => {
    const { page } = bench;
    await bench.focusEditor();
    await bench.goToLine(1);
    const sticky = page.locator('.sticky-widget .sticky-line-content', { hasText: '一、' });
    for (let turn = 0; turn < 40 && (await sticky.count()) === 0; turn++) {
      await page.mouse.wheel(0, 100);
      await page.waitForTimeout(50);
    }
    await bench.screenshot('seed-sticky');
    assert.ok((await sticky.count()) > 0);
  });

  it('shows the stray quotation mark as an error', async () => {
    const { page } = bench;
    await bench.goToLine(5);
    await page.locator('.squiggly-error').first().waitFor();
    await bench.screenshot('seed-error');
  });
});

describe('a summary in Markdown', () => {
  let bench;
  before(async function () {
    this.timeout(120_000);
    bench = await openWorkbench(
      [
        {
          name: '年终总结.md',
          content:
            '# 2024年工作总结\n\n2024年，馆内认真落实任务，现将情况总结如下：\n\n## 一、主要工作\n\n（一）讲座。办班XX期，`XX`为代码。\n\n（二）借阅。\n\n## 二、打算\n',
        },
      ],
      { 'editor.semanticHighlighting.enabled': false },
    );
  });
  after(() => bench?.close());

  it('colours placeholders by grammar alone, but not in code', async () => {
    const colours = await bench.page.waitForFunction(() => {
      const line = [...document.querySelectorAll('.monaco-editor .view-line')].find((element) =>
        element.textContent.includes('办班'),
      );
      const colourOf = (text) => {
        const spans = [...(line?.querySelectorAll('span span') ?? [])];
        const span = spans.find((candidate) => candidate.textContent.includes(text));
        return span && getComputedStyle(span).color;
      };
      const found = { mask: colourOf('XX'), prose: colourOf('办班') };
      const code = [...(line?.querySelectorAll('span span') ?? [])].filter((span) =>
        span.textContent.includes('XX'),
      )[1];
      if (!found.prose || found.mask === found.prose || !code) return null;
      return { ...found, code: getComputedStyle(code).color };
    });
    const { mask, prose, code } = await colours.jsonValue();
    assert.notEqual(mask, prose);
    assert.notEqual(mask, code);
  });

  const listed = async () => {
    const rows = bench.page.locator('.outline-tree .monaco-list-row');
    // Two providers answer, each in its own time.
    for (const hasText of ['（一）讲座', '一、主要工作']) {
      await rows.filter({ hasText }).first().waitFor();
    }
    const texts = await rows.allTextContents();
    assert.equal(texts.filter((row) => row.includes('一、主要工作')).length, 1, texts.join('\n'));
    assert.equal(texts.filter((row) => row.includes('（一）讲座')).length, 1, texts.join('\n'));
  };

  it('lists its headings once, with the typed labels beside them', async () => {
    await bench.command('Explorer: Focus on Outline View');
    await listed();
    await bench.screenshot('markdown-outline');
  });

  it('lists them unfolded where the outline is in sight before the server runs', async () => {
    await bench.page.reload();
    await bench.page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
    await listed();
  });
});
