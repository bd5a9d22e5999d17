// What an input method chose wrongly: the squiggle, what the hover says of it, the menu, and the careful check.
import assert from 'node:assert/strict';
import { eventually } from '../patience.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const NAME = '工作总结.txt';
const TEXT = [
  '区图书馆2024年工作总结',
  '',
  '　　一年来，区图书馆围绕读者服务，完成了各项任务。现将情况总结如下：',
  '一、主要工作',
  '　　（一）抓好队伍。加强人财队伍建设，办好𠮷日课堂。',
  '　　（二）送书下乡。奖金按排名发放，服务质量稳步提高。',
  '二、下一步工作打算',
  '　　继续做好读者服务工作。',
  '',
].join('\n');

describe('a likely slip of the input method', () => {
  let bench;
  before(async () => {
    bench = await openWorkbench([{ name: NAME, content: TEXT }]);
  });
  after(() => bench.close());

  it('gets a squiggle, a hover with what counts say, and a fix that one undo takes back', async () => {
    const { page } = bench;
    const squiggle = page.locator('.monaco-editor .squiggly-warning').first();
    await squiggle.waitFor();
    assert.equal(await page.locator('.monaco-editor .squiggly-warning').count(), 1);
    const hover = page.locator('.monaco-hover', { hasText: '疑为' }).first();
    await eventually(async () => {
      await page.mouse.move(5, 5);
      const box = await squiggle.boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      return hover.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    }, 'no hover');
    assert.match(
      await hover.textContent(),
      /“人财(?:队伍)?”疑为“人才(?:队伍)?”之误：每一千万字公文里/,
    );
    await bench.screenshot('likely-typo-hover');
    await page.keyboard.press('Escape');
    await bench.goToLine('5:16');
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: '改为“人才' }).first();
    await eventually(async () => {
      if (await fix.isVisible()) return true;
      await page.keyboard.press('Control+.');
      return fix.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    }, 'no fix');
    const never = page.locator('.action-widget .monaco-list-row', { hasText: '永久不报' });
    assert.equal(await never.count(), 1);
    await bench.screenshot('likely-typo-menu');
    await fix.click();
    const shown = TEXT.trimEnd().split('\n');
    const fixed = shown.map((line) => line.replace('人财', '人才'));
    await eventually(async () => (await bench.text())[4] === fixed[4], 'not corrected');
    await bench.focusEditor();
    await page.keyboard.press('Control+z');
    await eventually(async () => (await bench.text())[4] === shown[4], 'not taken back');
  });

  it('is told in full by the careful check', async () => {
    await bench.focusEditor();
    await bench.command('Proofread Every Word Carefully');
    await bench.notification(/Every word was looked at|全文字词都核对过了/);
    await bench.screenshot('careful-check');
  });
});
