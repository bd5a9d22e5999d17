// All the files of the open folders are checked at once; each folder has a configuration of its own.
import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../patience.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const TEXT = '　　认真布署𠮷日工作，，完成各项任务。\r\n';
const rules = (lines) => `rules:\n${lines.map((line) => `  ${line}\n`).join('')}`;

const FILES = [
  { name: '一科/2024年工作总结.txt', content: `一科2024年工作总结\r\n${TEXT}` },
  { name: '一科/.work-summary.yaml', content: rules(['wrong-word: error']) },
  { name: '一科/上半年/小结.txt', content: TEXT },
  { name: '二科/述职.md', content: TEXT },
  { name: '二科/.work-summary.yaml', content: rules(['doubled-mark: off']) },
  { name: '二科/附件/名单.txt', content: TEXT },
  { name: '二科/附件/.work-summary.yaml', content: rules(['wrong-word: information']) },
  // A setting of this folder alone.
  {
    name: '三科/.vscode/settings.json',
    content: JSON.stringify({ 'workSummary.rules': { 'wrong-word': 'off' } }),
  },
  { name: '三科/总结.txt', content: TEXT },
  {
    name: '全局.code-workspace',
    content: JSON.stringify({ folders: [{ path: '一科' }, { path: '二科' }, { path: '三科' }] }),
  },
];

/** The rule of a problem as it is listed, by its name. */
const ruleOf = (text) =>
  /(?:工作总结|Work Summary)\(?(?:错别字|Wrong character in a word)/.test(text)
    ? 'wrong-word'
    : /(?:工作总结|Work Summary)\(?(?:标点重叠|Two marks in a row)/.test(text)
      ? 'doubled-mark'
      : text;

describe('the folders of a workspace', () => {
  let bench;
  before(async () => {
    bench = await openWorkbench(FILES, {}, { workspace: '全局.code-workspace' });
    // All rows of the list are to be seen.
    await bench.page.setViewportSize({ width: 1280, height: 1200 });
  });
  after(() => bench?.close());

  /** The problems that are listed of a file: its row with what is below it. */
  async function problemsOf(name) {
    const rows = await bench.page.locator('.markers-panel .monaco-list-row').evaluateAll((all) =>
      all.map((row) => ({
        text: row.textContent,
        top: Number.parseInt(row.style.top, 10),
        level: row.getAttribute('aria-level'),
        severity: /\b(error|warning|info)\b/.exec(
          row.querySelector('.marker-icon')?.className ?? '',
        )?.[1],
      })),
    );
    rows.sort((a, b) => a.top - b.top);
    const at = rows.findIndex(({ text, level }) => level === '1' && text.includes(name));
    if (at < 0) return [];
    const end = rows.findIndex(({ level }, index) => index > at && level === '1');
    return rows
      .slice(at + 1, end < 0 ? undefined : end)
      .map(({ text, severity }) => `${severity} ${ruleOf(text)}`)
      .sort();
  }
  const become = (name, expected) =>
    eventually(async () => assert.deepEqual(await problemsOf(name), expected, name));

  it('are checked by one command, each file by the configuration that is nearest to it', async () => {
    // Commands can be run when the extension is there.
    await bench.page.locator('.statusbar-item', { hasText: '工作总结' }).first().waitFor();
    await bench.command('Check the Whole Folder');
    const message = await bench.notification(/5 files were checked|检查了 5 个文件/);
    await message.locator('.monaco-button', { hasText: /Show Problems|查看问题/ }).click();
    await bench.page.locator('.markers-panel').waitFor();
    await bench.command('View: Toggle Maximized Panel');
    await become('2024年工作总结.txt', ['error doubled-mark', 'error wrong-word']);
    await become('小结.txt', ['error doubled-mark', 'error wrong-word']);
    await become('述职.md', ['warning wrong-word']);
    // The nearest file counts alone.
    await become('名单.txt', ['error doubled-mark', 'info wrong-word']);
    await become('总结.txt三科', ['error doubled-mark']);
    await bench.screenshot('folder-check');
  });

  it('are looked at again when something in them changes', async () => {
    const { folder } = bench;
    await writeFile(path.join(folder, '二科/述职.md'), TEXT.replace('布署', '部署'));
    await become('述职.md', []);
    await rm(path.join(folder, '一科/上半年'), { recursive: true });
    await become('小结.txt', []);
    await writeFile(path.join(folder, '二科/.work-summary.yaml'), rules(['wrong-word: error']));
    await writeFile(path.join(folder, '二科/新.txt'), TEXT);
    await become('新.txt', ['error doubled-mark', 'error wrong-word']);
  });

  it('are checked in part: what is selected in the explorer', async () => {
    const { page } = bench;
    await bench.command('Clear the Results');
    await become('新.txt', []);
    const row = (name) =>
      page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
    await row('一科').click();
    await row('三科').click({ modifiers: ['Control'] });
    await row('三科').click({ button: 'right' });
    // By key: a menu takes no click before the mouse button has been up for a while.
    await page
      .locator('.monaco-menu .action-item', { hasText: /Check What Is Selected|检查所选/ })
      .hover();
    await page.keyboard.press('Enter');
    await bench.notification(/2 files were checked|检查了 2 个文件/);
    await become('2024年工作总结.txt', ['error doubled-mark', 'error wrong-word']);
    await become('总结.txt三科', ['error doubled-mark']);
    await become('新.txt', []);
  });

  it('are left when the writer stops the check; what was found until then stays', async () => {
    const { folder, page } = bench;
    const many = path.join(folder, '三科/许多');
    await mkdir(many);
    for (let i = 0; i < 6000; i++) await writeFile(path.join(many, `${i}.txt`), TEXT.repeat(20));
    await bench.command('Clear the Results');
    await become('2024年工作总结.txt', ['error doubled-mark', 'error wrong-word']);
    await become('新.txt', []);
    await bench.command('Check the Whole Folder');
    // Some were checked already: stopped before that, there is nothing to stay.
    const progress = await bench.notification(/[1-9]\d*\/60\d\d/);
    await progress.locator('.monaco-button', { hasText: /Cancel|取消/ }).click();
    await bench.notification(/Stopped after \d+ of 60\d\d files|检查了 60\d\d 个文件中的 \d+ 个/);
    // Thousands are told as 1K.
    await page.locator('[id="status.problems"]', { hasText: /\d{2,}|\dK/ }).waitFor();
  });
});
