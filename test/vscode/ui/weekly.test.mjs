import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { eventually, TEST_PATIENCE } from '../patience.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const OWN = ['-c', 'user.name=我', '-c', 'user.email=me@example.invalid'];
const OTHER = ['-c', 'user.name=别人', '-c', 'user.email=other@example.invalid'];

const LAST_WEEK = [
  '# 研发组上周工作周报',
  '',
  '## 一、本周工作完成情况',
  '',
  '（一）完成登录页改版。',
  '',
  '## 二、下周工作计划',
  '',
  '（一）与教务处联调成绩导出。',
  '',
].join('\n');

/** A folder as a week of work leaves it: commits of one's own and of others, nothing written yet. */
async function withHistory(folder) {
  const git = (...args) => promisify(execFile)('git', args, { cwd: folder });
  await git('init', '--quiet');
  await git('config', 'user.email', 'me@example.invalid');
  const commit = (who, message) => git(...who, 'commit', '--quiet', '--allow-empty', '-m', message);
  await commit(OWN, 'feat(report): 支持按年级导出𠮷字成绩表 (#41)');
  await commit(OWN, 'fix: 登录页在旧版浏览器里空白');
  await commit(OTHER, 'feat: 别人做的事');
}

describe('a weekly report from a folder with a Git history', function () {
  this.timeout(TEST_PATIENCE);
  let bench;
  before(async () => {
    bench = await openWorkbench(
      [
        { name: '说明.md', content: '这里放周报。\n' },
        { name: '上周.md', content: LAST_WEEK },
        { name: '待办.txt', content: '- [ ] 补写接口测试\n' },
      ],
      { 'git.enabled': true },
      { prepare: withHistory },
    );
    await bench.page.locator('.activitybar [aria-label^="工作总结"]').first().waitFor();
  });
  after(() => bench?.close());

  it('is filled, checked and exported in fewer than 40 actions', async () => {
    const { page } = bench;
    let actions = 0;
    const press = async (key) => {
      actions++;
      await page.keyboard.press(key);
    };
    const write = async (text) => {
      actions++;
      await page.keyboard.insertText(text);
    };
    const click = async (locator) => {
      actions++;
      await locator.click();
    };
    const title = (text) => page.locator('.quick-input-title', { hasText: text }).waitFor();
    const row = (text) => page.locator('.quick-input-list .monaco-list-row', { hasText: text });
    const line = (text) => page.locator('.view-line', { hasText: text }).first();
    const command = async (name) => {
      actions += 3;
      await bench.command(name);
    };
    const field = () => page.locator('.quick-input-box input').first();

    // The editor's own extension has read the repository by then.
    await page
      .locator('.statusbar-item', { hasText: /master|main/ })
      .first()
      .waitFor();
    await command('New Summary');
    await title('1/4');
    actions++;
    await field().fill('zb');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: '周报' }).waitFor();
    await press('Enter');
    await title('2/4');
    await write('研发组');
    await press('Enter');
    await title('3/4');
    await press('Enter');
    await title('4/4');
    await click(row(/简略|Brief/));

    // Nothing is ticked, so nothing was read.
    await row(/我的提交记录|My commits/).waitFor();
    assert.equal(await page.locator('.quick-input-list [aria-checked="true"]').count(), 0);
    await bench.screenshot('weekly-sources');
    for (const source of [/我的提交记录|My commits/, '上周.md', '待办.txt'])
      await click(row(source));
    await press('Enter');
    await row('与教务处联调成绩导出').waitFor();
    await row('补写接口测试').waitFor();
    assert.equal(await row('别人做的事').count(), 0);
    assert.equal(await row('完成登录页改版').count(), 0);
    await bench.screenshot('weekly-lines');
    await press('Enter');

    await line('（一）支持按年级导出𠮷字成绩表。').waitFor();
    await line('（二）修复：登录页在旧版浏览器里空白。').waitFor();
    await line('（三）与教务处联调成绩导出：【进展】。').waitFor();
    await line('（一）补写接口测试。').waitFor();
    await bench.screenshot('weekly-begun');

    // From blank to blank; the first is that of the opening.
    const answers = [
      '研发组',
      '成绩导出',
      '已联调两轮，剩一处表头',
      '接口测试',
      '12月18日',
      '人手紧',
      '3',
    ];
    for (const [index, answer] of answers.entries()) {
      if (index > 0) await press('Tab');
      await write(answer);
      await line(answer).waitFor();
    }
    await press('Escape');
    await bench.screenshot('weekly-filled');
    await eventually(async () => assert.doesNotMatch((await bench.text()).join(''), /【|X{1,4}/));

    await command('定稿检查');
    const checked = await bench.notification(/没有未填的内容|nothing remains/);
    await bench.screenshot('weekly-checked');
    await checked.waitFor();
    await command('Export to Word');
    actions++;
    const target = path.join(bench.folder, '周报.docx');
    await bench.chooseFile(bench.folder, target);
    const document = await eventually(async () =>
      new TextDecoder().decode(unzipSync(await readFile(target))['word/document.xml']),
    );
    assert.match(document, /支持按年级导出𠮷字成绩表/);
    assert.match(document, /已联调两轮/);
    await bench.screenshot('weekly-done');
    assert.ok(actions < 40, `${actions} actions`);
    console.log(`        ${actions} actions`);
  });

  it('is begun without a question where there is nothing to read', async () => {
    const { page } = bench;
    for (const name of ['说明.md', '上周.md', '待办.txt', '.git']) {
      await rm(path.join(bench.folder, name), { recursive: true });
    }
    await page
      .locator('.statusbar-item', { hasText: /master|main/ })
      .first()
      .waitFor({ state: 'detached' });
    await bench.command('New Summary');
    const field = page.locator('.quick-input-box input').first();
    for (const step of ['1/4', '2/4', '3/4', '4/4']) {
      await page.locator('.quick-input-title', { hasText: step }).waitFor();
      if (step === '1/4') {
        await field.fill('周报');
        await page
          .locator('.quick-input-list .monaco-list-row.focused', { hasText: '周报' })
          .waitFor();
      }
      await page.keyboard.press('Enter');
    }
    await page.locator('.view-line', { hasText: '【部门或姓名】' }).first().waitFor();
  });
});
