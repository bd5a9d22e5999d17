// Restricted Mode: a folder that came from somewhere is read like any other, and can make us read nothing else.
import assert from 'node:assert/strict';
import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { writeAssistant } from '../other-extension.mjs';
import { eventually } from '../patience.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The same picture in other bytes. */
const OTHER_PNG = Buffer.concat([PNG, Buffer.from([0])]);

/** Its pictures lie in the folder, and outside in three ways of writing so and by way of a link. */
const summary = (folder) => {
  const outside = `${path.basename(folder)}-outside.png`;
  return [
    '# 区图书馆2024年工作总结',
    '',
    '2024年，馆里认真布署各项任务，现将情况总结如下：',
    '',
    '## 一、回顾',
    '',
    ...[
      '图.png',
      '链接.png',
      `../${outside}`,
      `${folder}/../${outside}`,
      path.join(folder, '..', outside),
    ].map((picture) => `![](${picture})\n`),
    '## 二、打算',
    '',
    // Enough for a text in Chinese, in spite of the names of the pictures.
    ...'甲乙丙丁戊己庚辛壬癸'
      .split('')
      .map((name) => `继续办好${name}馆的展览，为附近各村的群众做好借阅和讲座服务。`),
    '',
  ].join('\n');
};

describe('a folder that is not trusted', () => {
  let bench;
  let extension;
  let outside;
  before(async () => {
    extension = await writeAssistant({
      title: 'Test: Read Another File',
      inRestrictedMode: true,
      ask: `
        const read = async (input) =>
          (await use('workSummary_check', input)) === 'refused' ? 'refused' : 'told';
        const shown = await read({});
        const other = await read({ path: '另一份.txt' });
        return 'SHOWN ' + shown + ', OTHER ' + other;
      `,
    });
    bench = await openWorkbench(
      [
        { name: '总结.md', content: summary },
        { name: '另一份.txt', content: '，，' },
        { name: '年终总结.txt', content: '2024年工作总结\n一、回顾\n二、打算\n' },
        { name: '图.png', content: PNG },
        {
          name: '.work-summary.yaml',
          content: 'rules:\n  wrong-word: information\nexport:\n  template: 没有.docx\n',
        },
      ],
      {},
      { trust: true, extensions: [extension] },
    );
    outside = `${bench.folder}-outside.png`;
    await writeFile(outside, OTHER_PNG);
    await symlink(outside, path.join(bench.folder, '链接.png'));
  });
  after(async () => {
    await bench?.close();
    if (extension !== undefined) await rm(extension, { recursive: true });
    if (outside !== undefined) await rm(outside);
  });

  it('is in Restricted Mode', async () => {
    const { page } = bench;
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  });

  it('is checked, by the levels that it has chosen', async () => {
    const { page } = bench;
    await page.locator('.view-line', { hasText: '布署' }).waitFor();
    await page.locator('.squiggly-info').first().waitFor();
    await bench.screenshot('restricted');
  });

  it('cannot name a template or a picture outside itself', async () => {
    const { folder } = bench;
    await bench.setting('workSummary.export.template', '/也没有.docx');
    await bench.focusEditor();
    await bench.command('导出为 Word 文档');
    const parts = await eventually(async () =>
      unzipSync(await readFile(path.join(folder, '总结.docx'))),
    );
    const media = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
    assert.equal(media.length, 1);
  });

  it('has its Chinese shown as text, not as suspicious characters', async () => {
    const { page } = bench;
    await page.keyboard.press('Control+p');
    await page.locator('.quick-input-box input').fill('年终总结.txt');
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: '年终总结' })
      .first()
      .click();
    await page.locator('.view-line', { hasText: '打算' }).waitFor();
    await page.locator('.statusbar-item', { hasText: '工作总结' }).first().waitFor();
    // As plain text it is marked until it is recognised.
    await page.locator('.unicode-highlight').first().waitFor({ state: 'detached' });
    await bench.screenshot('restricted-text');
    await page.keyboard.press('Control+p');
    await page.locator('.quick-input-box input').fill('总结.md');
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: '总结.md' })
      .first()
      .click();
    await page.locator('.view-line', { hasText: '布署' }).waitFor();
    await page.locator('.squiggly-info').first().waitFor();
    assert.equal(await page.locator('.unicode-highlight').count(), 0, 'in Markdown');
    await bench.screenshot('restricted-markdown');
  });

  it('lets no assistant read what is not shown', async () => {
    await bench.command('Test: Read Another File');
    await bench.page.locator('.statusbar-item', { hasText: 'SHOWN told, OTHER refused' }).waitFor();
  });
});
