import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually, patient } from '../patience.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

/** Two warnings and two hints of one rule. */
const SUMMARY = [
  '区图书馆2024年工作总结',
  '',
  '　　2024年，区图书馆围绕读者服务，完成了各项任务。现将情况总结如下：',
  '一、主要工作',
  '　　在读者𠮷日活动中铸牢中华民族共同意识。',
  '　　会同省委省政府举办展览XX场。',
  '二、存在的问题',
  '　　人手不足，宣传中华民族共同意识的形式不多。',
  '三、下一步工作打算',
  '　　向省委省政府汇报。',
  '',
].join('\n');
const RIGHT = SUMMARY.replaceAll('共同意识', '共同体意识');
const NAME = '区图书馆2024年工作总结.txt';
const READ_ONLY = SUMMARY.replace('下一步', '明年的');
const LOCKED = '只读的区图书馆2024年工作总结.txt';

describe('changes that a writer sees first, or not at all', () => {
  let bench;
  before(async () => {
    bench = await openWorkbench(
      [
        { name: NAME, content: SUMMARY },
        { name: LOCKED, content: READ_ONLY },
      ],
      { 'files.readonlyInclude': { '**/只读*': true } },
    );
    await bench.page.locator('.activitybar [aria-label^="工作总结"]').first().click();
  });
  after(() => bench?.close());

  const row = (text) => bench.page.locator('.customview-tree .monaco-list-row', { hasText: text });
  const shown = async () => (await bench.text()).join('\n').trimEnd();
  const becomes = (expected) =>
    eventually(async () => assert.equal(await shown(), expected.trimEnd()));

  /** Opens the menu at the end of a line and chooses what fixes all of a rule. */
  async function fixAllAt(line) {
    const { page } = bench;
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: '修复全部' });
    await bench.goToLine(line);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    const list = page.locator('.quick-input-widget', { hasText: '修复全部' });
    // A menu that is drawn anew loses the click.
    await eventually(async () => {
      if (!(await fix.isVisible())) await page.keyboard.press('Control+.');
      await fix.waitFor({ timeout: patient(2000) });
      assert.match(await fix.textContent(), /修复全部“规范提法写错”（2处）/);
      await fix.click();
      await list.waitFor({ timeout: patient(5000) });
    });
  }

  const listed = () => bench.page.locator('.quick-input-list .monaco-list-row');

  it('all of a rule: its list is shown first, and nothing is changed by giving it up', async () => {
    const { page } = bench;
    await bench.focusEditor();
    await page.locator('.squiggly-warning').first().waitFor();
    await fixAllAt(5);
    assert.equal(await listed().count(), 2);
    assert.match(
      await listed().first().textContent(),
      /中华民族共同意识→中华民族共同体意识.*第 5 行/,
    );
    await bench.screenshot('fix-rule-list');
    await page.keyboard.press('Escape');
    assert.equal(await shown(), SUMMARY.trimEnd());
  });

  it('what is listed is changed, hints are not, and one undo takes it back', async () => {
    const { page } = bench;
    await fixAllAt(5);
    await page.keyboard.press('Enter');
    await becomes(RIGHT);
    await bench.focusEditor();
    await page.keyboard.press('Control+z');
    await becomes(SUMMARY);
  });

  it('what is not chosen in the list stays', async () => {
    const { page } = bench;
    await fixAllAt(5);
    await listed().first().click();
    await page.locator('.quick-input-list .monaco-list-row [aria-checked="false"]').waitFor();
    await page.keyboard.press('Enter');
    await becomes(SUMMARY.replace('宣传中华民族共同意识', '宣传中华民族共同体意识'));
    await bench.focusEditor();
    await page.keyboard.press('Control+z');
    await becomes(SUMMARY);
  });

  it('a read-only file is left alone by drag, by command and by filling, and that is said', async () => {
    const { page } = bench;
    await page.keyboard.press('Control+p');
    await page.locator('.quick-input-box input').fill(LOCKED);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: LOCKED }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: LOCKED }).waitFor();
    await row('三、明年的工作打算').first().waitFor();
    await bench.dragRow(row('三、明年的工作打算').first(), row('一、主要工作').first());
    await bench.notification('只读文件，没有改动。');
    await bench.screenshot('read-only');
    await page.keyboard.press('Escape');
    assert.equal(await shown(), READ_ONLY.trimEnd());
    await bench.focusEditor();
    await bench.goToLine(4);
    for (const title of ['Move Section Down', 'New Section of the Same Level']) {
      await bench.command('Notifications: Clear All Notifications');
      await bench.command(title);
      await bench.notification('只读文件，没有改动。');
      assert.equal(await shown(), READ_ONLY.trimEnd());
    }
    await bench.command('Notifications: Clear All Notifications');
    await bench.command('Fill In Placeholders');
    const input = page.locator('.quick-input-box input');
    await page.locator('.quick-input-widget', { hasText: 'XX' }).waitFor();
    await input.fill('12');
    await page.keyboard.press('Enter');
    await bench.notification('只读文件，没有改动。');
    assert.equal(await shown(), READ_ONLY.trimEnd());
    const stored = await readFile(path.join(bench.folder, LOCKED), 'utf8');
    assert.equal(stored, READ_ONLY);
  });
});
