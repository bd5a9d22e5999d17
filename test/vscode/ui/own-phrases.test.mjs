import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { eventually } from '../patience.mjs';
import { root } from '../runtime.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const run = promisify(execFile);

const PHRASES = '.work-summary.phrases.yaml';
const NAME = '2026年工作总结.txt';
const NOW = '𠮷县图书馆2026年工作总结\n\n一、主要工作\n　　办好讲座。\n';

/** A past summary, each with other figures and one sentence of its own. */
const past = (year, visits, own) =>
  [
    `𠮷县图书馆${year}年工作总结`,
    '',
    '一、阅读推广情况',
    `　　流动书车进村${visits}次，送书到户的做法得到读者好评。`,
    '　　落实“一村一书屋”做法，加强人财队伍建设。',
    `　　${own}`,
    '',
  ].join('\n');

describe('phrases of other files', () => {
  let bench;
  before(async () => {
    bench = await openWorkbench([{ name: NAME, content: NOW }]);
    const folder = path.join(bench.folder, '往年');
    await mkdir(path.join(folder, '早年'), { recursive: true });
    const write = (name, content) => writeFile(path.join(folder, name), content);
    await write('早年/2023.txt', `\uFEFF${past(2023, 12, '接待读者。')}`.replace(/\n/g, '\r\n'));
    await write('2025.txt', past(2025, 30, '添置书架。'));
    const cli = path.join(root, 'dist', 'cli.js');
    await run(process.execPath, [cli, 'export', '2025.txt', '-o', '2025.docx', '--force'], {
      cwd: folder,
    });
    await write('2025.txt', past(2024, 8, '修缮馆舍。'));
    await write('伪造.docx', 'PK？');
    await write('~$2025.docx', '锁');
    await bench.page.locator('.statusbar-item', { hasText: '工作总结' }).first().waitFor();
  });
  after(() => bench?.close());

  const row = (text) => bench.page.locator('.quick-input-list .monaco-list-row', { hasText: text });
  const kept = () =>
    eventually(async () => {
      const text = await readFile(path.join(bench.folder, PHRASES), 'utf8');
      assert.notEqual(text, '', 'nothing was kept');
      return text;
    });

  it('what past summaries repeat is shown, and only what is ticked is kept', async () => {
    const { page } = bench;
    await bench.focusEditor();
    await bench.command('从以往总结中学习');
    await bench.chooseFile(bench.folder, `${path.join(bench.folder, '往年')}/`);
    const phrase = row('流动书车进村XX次，送书到户的做法得到读者好评。');
    await phrase.waitFor();
    // Twice as text, in a folder below and in UTF-8 with a mark, and once as a Word file.
    assert.match(await phrase.textContent(), /3次/);
    await row(/^一村一书屋/).waitFor();
    await row('阅读推广情况').waitFor();
    assert.equal(await row('添置书架').count(), 0);
    await page.locator('.quick-input-title', { hasText: '有 1 个文件没有读出来' }).waitFor();
    assert.equal(await page.locator('.quick-input-list [aria-checked="true"]').count(), 0);
    await bench.screenshot('phrases-learned');
    await phrase.getByRole('checkbox').click();
    await page.locator('.quick-input-action .monaco-button', { hasText: 'OK' }).click();
    await row('给“').click();
    const text = await kept();
    assert.match(text, /流动书车进村XX次，送书到户的做法得到读者好评。/);
    assert.doesNotMatch(text, /一村一书屋/);
    assert.doesNotMatch(text, /阅读推广情况$/m);
    assert.deepEqual(
      (await readdir(path.join(bench.folder, '往年'), { recursive: true })).length,
      6,
      'nothing is written beside the past summaries',
    );
  });

  it('own words are kept beside the documents, all at once', async () => {
    const { page } = bench;
    await bench.focusEditor();
    await bench.command('从以往总结中学习');
    await bench.chooseFile(bench.folder, `${path.join(bench.folder, '往年')}/`);
    const words = row('自己的用词、人名1个');
    await words.waitFor();
    assert.match(await words.textContent(), /人财/);
    await bench.screenshot('words-learned');
    await words.getByRole('checkbox').click();
    await page.locator('.quick-input-action .monaco-button', { hasText: 'OK' }).click();
    await eventually(async () => {
      const text = await readFile(path.join(bench.folder, '.work-summary.yaml'), 'utf8');
      assert.match(text, /^learned:\n {2}人财(?:队伍)?: 3$/m);
    });
  });

  it('a list of phrases, a line each and in GBK, is taken over', async () => {
    const { page } = bench;
    const list = path.join(bench.folder, '常用句.txt');
    // 书香人家评选XX户。 / 盲文角开放XX天。
    await writeFile(
      list,
      Buffer.concat([
        Buffer.from('cae9cfe3c8cbbcd2c6c0d1a15858bba7a1a3', 'hex'),
        Buffer.from('\r\n'),
        Buffer.from('c3a4cec4bdc7bfaab7c55858cceca1a3', 'hex'),
        Buffer.from('\r\n'),
      ]),
    );
    await bench.focusEditor();
    await bench.command('导入常用语');
    await bench.chooseFile(bench.folder, list);
    await row('给“').click();
    await bench.notification('已保存2条常用语');
    const text = await kept();
    assert.match(text, /书香人家评选XX户。/);
    assert.match(text, /盲文角开放XX天。/);
    assert.match(text, /流动书车进村/, 'what was there stays');
    await page.keyboard.press('Escape');
  });
});
