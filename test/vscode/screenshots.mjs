// `npm run screenshots`: the pictures of the README, the animation and the pictures of the walkthrough,
// taken in the real VS Code from the practice text.
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { eventually } from './patience.mjs';
import { root } from './runtime.mjs';
import { openWorkbench } from './ui-helpers.mjs';

const NAME = '年度工作总结.txt';
const IMAGES = path.join(root, 'docs', 'images');
/** These travel in the package, so they are small. */
const WALKTHROUGH = path.join(root, 'client', 'media', 'walkthrough');
/** Colours of a picture: text on a plain ground needs few. */
const COLOURS = 64;

const content = await readFile(path.join(root, 'snippets', 'samples', 'practice.txt'), 'utf8');
const lines = content.split('\n');
const lineOf = (text) => lines.findIndex((line) => line.includes(text)) + 1;
await mkdir(IMAGES, { recursive: true });
await mkdir(WALKTHROUGH, { recursive: true });

async function write(folder, name, clip) {
  const ending = folder === WALKTHROUGH ? 'webp' : 'png';
  const file = path.join(folder, `${name}.${ending}`);
  const picture = await bench.page.screenshot({ clip, animations: 'disabled', caret: 'initial' });
  // Without dither, which letters on a plain ground do not need, a picture is half as large.
  const png = sharp(picture).png({ palette: true, colours: COLOURS, dither: 0, effort: 10 });
  if (ending === 'png') await png.toFile(file);
  else
    await sharp(await png.toBuffer())
      .webp({ lossless: true, effort: 6, quality: 100 })
      .toFile(file);
  console.log(path.relative(root, file));
}

const bench = await openWorkbench([{ name: NAME, content }]);
const { page } = bench;
const rows = page.locator('.customview-tree .monaco-list-row');
const frames = [];

/** Keeps what is on the page as a frame of the animation, shown for so many milliseconds. */
async function frame(delay) {
  const picture = await page.screenshot({ clip: { x: 0, y: 36, width: 1180, height: 560 } });
  const { data } = await sharp(picture)
    .resize({ width: 900 })
    .png()
    .toBuffer({ resolveWithObject: true });
  frames.push({ data, delay });
}

try {
  await page.locator('.squiggly-error').first().waitFor();
  await bench.command('Explorer: Focus on Outline View');
  await page.locator('.outline-tree .monaco-list-row', { hasText: '一、主要工作' }).waitFor();
  await bench.focusEditor();
  await bench.command('View: Toggle Problems');
  await page
    .locator('.markers-panel .monaco-list-row', { hasText: /序号|Gap/ })
    .first()
    .waitFor();
  await write(IMAGES, 'main');
  await bench.command('View: Toggle Problems');
  await page.locator('.markers-panel').waitFor({ state: 'hidden' });

  // Where everything begins: the text itself.
  await bench.focusEditor();
  await bench.goToLine(1);
  await write(WALKTHROUGH, 'open', { x: 352, y: 36, width: 820, height: 304 });

  // The outline, and the section that is written.
  await page.locator('.activitybar [aria-label^="工作总结"]').first().click();
  await rows.filter({ hasText: '一、主要工作' }).first().waitFor();
  await rows.filter({ hasText: '四、下一步工作打算' }).first().waitFor();
  await bench.focusEditor();
  await bench.goToLine(lineOf('（二）开展阅读活动'));
  await page
    .locator('.customview-tree .monaco-list-row.selected', { hasText: '（二）开展阅读活动' })
    .waitFor();
  await write(WALKTHROUGH, 'outline', { x: 48, y: 36, width: 820, height: 304 });
  await write(IMAGES, 'outline');

  // Down the text from blank to blank; a section moves, and the numbers follow.
  await bench.goToLine(lineOf('（一）优化借阅服务'));
  await frame(900);
  await page.keyboard.press('Control+F8');
  await page
    .locator('.statusbar-item', { hasText: '已选' })
    .or(page.locator('.selected-text').first())
    .first()
    .waitFor();
  await frame(900);
  for (const [typed, shown] of [
    ['12.6', '12.6万人次'],
    ['8430', '8430余册次'],
  ]) {
    await page.keyboard.type(typed);
    await page.locator('.view-line', { hasText: shown }).first().waitFor();
    await frame(900);
    await page.keyboard.press('Control+F8');
    await frame(700);
  }
  await bench.goToLine(lineOf('（一）优化借阅服务'));
  await page.waitForFunction(
    () => document.querySelector('.margin-view-overlays .active-line-number') !== null,
  );
  await page
    .locator('.customview-tree .monaco-list-row.selected', { hasText: '（一）优化借阅服务' })
    .waitFor();
  await frame(900);
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await page.locator('.view-line', { hasText: '（一）开展阅读活动' }).first().waitFor();
  await rows.filter({ hasText: '（二）优化借阅服务' }).first().waitFor();
  await frame(2200);
  await sharp(
    frames.map(({ data }) => data),
    { join: { animated: true } },
  )
    .gif({ delay: frames.map(({ delay }) => delay), loop: 0, colours: COLOURS, effort: 10 })
    .toFile(path.join(IMAGES, 'demo.gif'));
  console.log('docs/images/demo.gif');
  // Back to the text as it was.
  await eventually(async () => {
    if (await allIsBack()) return true;
    await page.keyboard.press('Control+z');
    return false;
  }, 'undoing does not bring the text back');

  // What is left to fill in.
  await bench.command('待填内容: 聚焦于待填内容视图').catch(() => undefined);
  await page.keyboard.press('Escape');
  await page.locator('.pane-header', { hasText: '大纲' }).click();
  await rows.filter({ hasText: 'XX' }).first().waitFor();
  await bench.focusEditor();
  await bench.goToLine(lineOf('（一）优化借阅服务'));
  await page.keyboard.press('Control+F8');
  await write(WALKTHROUGH, 'placeholders', { x: 48, y: 36, width: 820, height: 304 });

  // A finding and its fix.
  await page.locator('.squiggly-error').first().scrollIntoViewIfNeeded();
  await page.locator('.view-line', { hasText: '银发读者' }).first().waitFor();
  await bench.goToLine(lineOf('剔旧的的'));
  await page.keyboard.press('F8');
  await page.locator('.zone-widget .marker-widget, .peekview-widget').first().waitFor();
  await write(WALKTHROUGH, 'proofread', { x: 352, y: 150, width: 820, height: 350 });
  await page.keyboard.press('Escape');

  // The phrases of the part that is written.
  await bench.goToLine(lineOf('三、存在的问题'));
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.insertText('　　');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  await write(WALKTHROUGH, 'phrases', { x: 352, y: 290, width: 820, height: 350 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');

  // The text as it is printed.
  await bench.command('工作总结: 预览打印效果');
  const preview = page.frameLocator('iframe.webview').frameLocator('iframe');
  await preview.getByText('云溪县图书馆2024年工作总结').first().waitFor();
  await write(WALKTHROUGH, 'word', { x: 812, y: 36, width: 468, height: 304 });
  await write(IMAGES, 'preview');
} finally {
  await bench.close();
}
process.exit(0);

async function allIsBack() {
  return (
    (await page.locator('.view-line', { hasText: '（一）优化借阅服务' }).count()) > 0 &&
    (await page.locator('.view-line', { hasText: '12.6万人次' }).count()) === 0
  );
}
