import assert from 'node:assert/strict';
import { eventually } from '../patience.mjs';
import { editorShown, fixture, openWorkbench } from '../ui-helpers.mjs';

describe('a whole summary', () => {
  let bench;
  before(async () => {
    const content = await fixture('文化馆年度工作总结.txt');
    bench = await openWorkbench([{ name: '材料.txt', content }]);
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
    await page.locator('.statusbar-item', { hasText: /Ln 20/ }).waitFor();
    await bench.screenshot('whole-outline');
  });

  it('keeps the section in sight while its paragraphs scroll by', async () => {
    const { page } = bench;
    await bench.focusEditor();
    await bench.goToLine(1);
    const sticky = page.locator('.sticky-widget .sticky-line-content', { hasText: '一、' });
    await eventually(async () => {
      if ((await sticky.count()) > 0) return true;
      await page.mouse.wheel(0, 100);
      return false;
    }, 'the section scrolls out of sight');
    await bench.screenshot('whole-sticky');
  });

  it('shows the stray quotation mark as an error', async () => {
    const { page } = bench;
    await bench.goToLine(7);
    await page.locator('.squiggly-error').first().waitFor();
    await bench.screenshot('whole-error');
  });
});

describe('a summary in Markdown', () => {
  let bench;
  before(async () => {
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
    await editorShown(bench.page);
    await listed();
  });
});
