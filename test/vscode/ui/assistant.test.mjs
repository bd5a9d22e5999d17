// An assistant, played by an extension, asks for a fix: nothing happens unless the user agrees.
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { writeAssistant } from '../other-extension.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const TEXT = `区图书馆2024年工作总结\n\n　　2024年，馆里认真布署各项任务，，现将情况总结如下：\n一、回顾\n　　办班XX期。\n二、打算\n${'　　内容，，照旧。\n'.repeat(10)}`;

describe('an assistant that asks for a fix', () => {
  let bench;
  let extension;
  before(async () => {
    extension = await writeAssistant({
      title: 'Test: Ask for the Fix',
      ask: `return 'ANSWER ' + (await use('workSummary_fix', {}));`,
    });
    bench = await openWorkbench(
      [{ name: '总结.txt', content: TEXT }],
      { 'files.autoSave': 'off' },
      { extensions: [extension] },
    );
    bench.page.setDefaultTimeout(20_000);
  });
  after(async () => {
    await bench?.close();
    if (extension !== undefined) await rm(extension, { recursive: true });
  });

  const dialog = () => bench.page.locator('.monaco-dialog-box');
  const answer = (text) => bench.page.locator('.statusbar-item', { hasText: text }).waitFor();
  const line = (text) => bench.page.locator('.view-line', { hasText: text }).waitFor();

  it('shows the user what would change, and changes nothing when told not to', async () => {
    const { page } = bench;
    await page.locator('.squiggly-error').first().waitFor();
    await bench.focusEditor();
    await bench.command('Test: Ask for the Fix');
    await dialog().waitFor();
    const text = await dialog().innerText();
    const parts = ['修复 总结.txt 中的 11 处？', '第 3 行', '“，，”改为“，”', '一次撤销'];
    for (const part of [...parts, '第 7 行', '第 16 行']) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
    await bench.screenshot('assistant-asks');
    await page.keyboard.press('Escape');
    await answer('ANSWER refused');
    await line('布署各项任务，，');
  });

  it('makes the change when told so, and one undo takes it back', async () => {
    const { page } = bench;
    await bench.command('Test: Ask for the Fix');
    await dialog().waitFor();
    await dialog().locator('.monaco-button', { hasText: 'Yes' }).click();
    await line('布署各项任务，现将');
    await answer('"fixed":11');
    await bench.focusEditor();
    await page.keyboard.press('Control+z');
    await line('布署各项任务，，');
  });
});
