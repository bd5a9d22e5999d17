import assert from 'node:assert/strict';
import { eventually, patient } from '../patience.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const SUMMARY = [
  '区图书馆2024年工作总结',
  '',
  '　　2024年，区图书馆围绕读者服务，完成了各项任务。现将情况总结如下：',
  '一、主要工作',
  '　　（一）办好讲座。全年举办XX场次，X月XX日开班。',
  '　　（二）送书下乡。走访X个村，“送书活动”成效明显。',
  '二、存在的问题',
  '　　人手不足，XX万元经费尚未到位。',
  '三、下一步工作打算',
  '　　继续做好服务【待补充】。',
  '',
].join('\n');

describe('what a writer sees', () => {
  let bench;
  before(async () => {
    bench = await openWorkbench([{ name: '2024年工作总结.txt', content: SUMMARY }]);
  });
  after(() => bench?.close());

  const outlineRow = (text) =>
    bench.page.locator('.outline-tree .monaco-list-row').filter({ hasText: text });

  it('the language is recognised and breadcrumbs follow the caret', async () => {
    await bench.page
      .locator('.statusbar-item', { hasText: /工作总结|Work Summary/ })
      .first()
      .waitFor();
    await bench.focusEditor();
    await bench.goToLine(6);
    await bench.page
      .locator('.breadcrumbs-control .monaco-breadcrumb-item', { hasText: '（二）送书下乡' })
      .waitFor();
  });

  it('the Outline view lists the sections, and a click jumps', async () => {
    await bench.command('Explorer: Focus on Outline View');
    await outlineRow('一、主要工作').first().waitFor();
    await outlineRow('三、下一步工作打算').first().waitFor();
    await outlineRow('二、存在的问题').first().click();
    await bench.page.locator('.statusbar-item', { hasText: /Ln 7/ }).waitFor();
    await bench.screenshot('outline');
  });

  it('a wrong number gets a squiggle, the lightbulb renumbers, undo restores in one step', async () => {
    const { page } = bench;
    await bench.focusEditor();
    await bench.goToLine(7);
    await page.keyboard.press('Home');
    // In one change: without the numeral, another line would be wrong for a moment.
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.insertText('四');
    await page.locator('.squiggly-warning').first().waitFor();
    const fix = page.locator('.action-widget .monaco-list-row', {
      hasText: /重排同级序号|Renumber siblings/,
    });
    // A menu that is asked for while the text is still being read may come without it.
    await eventually(async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+.');
      await fix.waitFor({ timeout: patient(5000) });
    });
    await bench.screenshot('lightbulb');
    await fix.click();
    await page.locator('.view-line', { hasText: '二、存在的问题' }).waitFor();
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    await bench.focusEditor();
    await page.keyboard.press('Control+z');
    await page.locator('.view-line', { hasText: '四、存在的问题' }).waitFor();
    await page.keyboard.press('Control+Shift+z');
    await page.locator('.view-line', { hasText: '二、存在的问题' }).waitFor();
  });

  it('nothing is flagged or moved while a word is composed', async () => {
    const { page } = bench;
    await bench.focusEditor();
    await bench.goToLine(10);
    await page.keyboard.press('End');
    const before = await bench.text();
    const cdp = await page.context().newCDPSession(page);
    for (const text of ['j', 'ji', 'jih', 'jihu', 'jihua']) {
      await cdp.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    assert.equal(await page.locator('.squiggly-error, .squiggly-warning').count(), 0);
    assert.equal(await page.locator('.suggest-widget.visible').count(), 0);
    await cdp.send('Input.insertText', { text: '计划' });
    await page.locator('.view-line', { hasText: '【待补充】。计划' }).waitFor();
    await page.keyboard.press('Control+z');
    await bench.becomes(before.join('\n'));
  });

  for (const [name, theme, base] of [
    ['light', 'Light Modern', 'vs'],
    ['dark', 'Dark Modern', 'vs-dark'],
    ['high-contrast', 'Default High Contrast', 'hc-black'],
    ['high-contrast-light', 'Default High Contrast Light', 'hc-light'],
  ]) {
    it(`placeholders stand out in the ${name} theme`, async () => {
      const { page } = bench;
      await bench.setting('workbench.colorTheme', theme);
      await page.locator(`.monaco-workbench.${base}`).waitFor();
      const colours = await eventuallyDiffer(page);
      assert.ok(contrast(colours.placeholder, colours.background) >= 4.5, JSON.stringify(colours));
      await bench.screenshot(`theme-${name}`);
    });
  }
});

/** Colours of a placeholder and of the prose beside it, once they differ. */
async function eventuallyDiffer(page) {
  const handle = await page.waitForFunction(() => {
    const spans = [...document.querySelectorAll('.monaco-editor .view-line span span')];
    const placeholder = spans.find((span) => span.textContent === 'XX');
    const prose = spans.find((span) => span.textContent.includes('人手不足'));
    if (!placeholder || !prose) return null;
    const colour = (element) => getComputedStyle(element).color;
    const background = getComputedStyle(
      document.querySelector('.monaco-editor-background'),
    ).backgroundColor;
    if (colour(placeholder) === colour(prose)) return null;
    return { placeholder: colour(placeholder), prose: colour(prose), background };
  });
  return handle.jsonValue();
}

/** Contrast of two CSS colours by WCAG 2.2: 4.5 is its bound for text. */
function contrast(first, second) {
  const luminance = (css) => {
    const [r, g, b] = css
      .match(/[\d.]+/g)
      .slice(0, 3)
      .map((value) => Number(value) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
