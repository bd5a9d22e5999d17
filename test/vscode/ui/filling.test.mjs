import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openWorkbench } from '../ui-helpers.mjs';

const TEMPLATE = [
  '【单位名称】2024年工作总结',
  '',
  '　　2024年，【单位名称】完成了各项任务。现将情况总结如下：',
  '一、主要工作',
  '　　（一）走访群众。全年走访XX户，X月XX日完成。',
  '二、下一步工作打算',
  '　　继续做好服务。',
  '',
].join('\n');
const HEADER = '单位名称,全年走访XX户,X月XX日完成,备注';

describe('filling from a table, by hand', () => {
  let bench;
  before(async () => {
    bench = await openWorkbench([{ name: '模板工作总结.txt', content: TEMPLATE }]);
    await bench.page.locator('.statusbar-item', { hasText: '工作总结' }).first().waitFor();
  });
  after(() => bench?.close());

  const rows = (count) => Array.from({ length: count }, (_, n) => `第${n + 1}科,${n + 1},3月5日,`);
  const file = (name) => path.join(bench.folder, name);

  const choose = (target) => bench.chooseFile(bench.folder, target);

  async function pick(text) {
    const row = bench.page.locator('.quick-input-list .monaco-list-row', { hasText: text });
    await row.waitFor();
    await row.click();
  }

  const notification = (text) => bench.notification(text);

  it('is in the palette of a summary, and creates the table of its placeholders', async () => {
    await bench.focusEditor();
    await bench.command('生成待填数据表');
    await choose(file('数据.csv'));
    await notification('3 项待填内容各占一列');
    assert.match(
      await readFile(file('数据.csv'), 'utf8'),
      /^\ufeff文件名,单位名称,全年走访XX户,X月XX日完成\r\n/,
    );
  });

  it('names the rows and columns that are wrong, and writes nothing', async () => {
    await writeFile(file('坏.csv'), `${HEADER}\n甲局,若干家,3月5日,\n乙局,2,2月30日,\n`);
    await bench.focusEditor();
    await bench.command('用数据表填写');
    await choose(file('坏.csv'));
    const message = await notification('没有填写任何内容');
    assert.match(await message.textContent(), /2 处问题.*第2行B列“全年走访XX户”/);
    await bench.screenshot('filling-problems');
    await message.locator('.monaco-button', { hasText: '查看全部' }).click();
    await bench.page.locator('.view-line', { hasText: '第3行C列“X月XX日完成”' }).waitFor();
    await bench.page.locator('.tab', { hasText: '模板工作总结' }).click();
  });

  it('can be cancelled, and then every file that is there is whole', async () => {
    // So many that a busy machine still writes them when the button is found.
    await writeFile(file('千行.csv'), [HEADER, ...rows(3000)].join('\n'));
    await mkdir(file('千份'));
    await bench.focusEditor();
    await bench.command('用数据表填写');
    await choose(file('千行.csv'));
    await pick('每行生成一份文稿');
    await choose(`${file('千份')}/`);
    const progress = await notification('正在生成文稿');
    await bench.screenshot('filling-progress');
    await progress.locator('.monaco-button', { hasText: /Cancel|取消/ }).click();
    const told = await notification('已取消');
    await bench.screenshot('filling-cancelled');
    const names = await readdir(file('千份'));
    const [, count] = /3000 份中的 (\d+) 份/.exec(await told.textContent());
    assert.equal(names.length, Number(count));
    assert.ok(names.length < 3000, `${names.length}`);
    for (const name of names) {
      const [, n] = /^模板工作总结-第(\d+)科\.txt$/.exec(name) ?? assert.fail(name);
      assert.equal(
        await readFile(path.join(file('千份'), name), 'utf8'),
        TEMPLATE.replaceAll('【单位名称】', `第${n}科`)
          .replace('XX户', `${n}户`)
          .replace('X月XX日', '3月5日'),
      );
    }
  });

  it('says what stayed unfilled and which column went unused', async () => {
    await writeFile(file('一行.csv'), '单位名称,备注,全年走访XX户\n甲局,乙,\n');
    await bench.focusEditor();
    await bench.command('用数据表填写');
    await choose(file('一行.csv'));
    const dialog = bench.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match(await dialog.textContent(), /缺少“X月XX日完成”列/);
    await bench.screenshot('filling-missing');
    await dialog.locator('.monaco-button', { hasText: '仍要填写' }).click();
    await pick('填入本文');
    const told = await notification('还有 2 项未填');
    await told.locator('.monaco-button', { hasText: '查看报告' }).click();
    await bench.page.locator('.view-line', { hasText: '没有用到的列：备注' }).waitFor();
    await bench.screenshot('filling-report');
  });
});

describe('a template of a finished summary', () => {
  const FINISHED = [
    '临溪县图书馆2024年工作总结',
    '',
    '　　2024年，临溪县图书馆完成了各项任务。现将情况总结如下：',
    '一、主要工作',
    '　　（一）走访群众。馆长王建国同志带队，全年走访120户，开展“三送5讲”15场次，3月5日完成。',
    '二、下一步工作打算',
    '　　落实12345热线办理。',
    '',
  ].join('\n');
  let bench;
  before(async () => {
    bench = await openWorkbench([{ name: '图书馆工作总结.txt', content: FINISHED }]);
    await bench.page.locator('.statusbar-item', { hasText: '工作总结' }).first().waitFor();
  });
  after(() => bench?.close());

  const rows = () => bench.page.locator('.quick-input-list .monaco-list-row');

  async function text() {
    return (await bench.text()).filter((line) => line !== '').join('\n');
  }

  it('is reviewed item by item, and giving up changes nothing', async () => {
    const { page } = bench;
    const before = await text();
    await bench.focusEditor();
    await bench.command('把本文做成模板');
    await rows().filter({ hasText: '临溪 → XX' }).waitFor();
    const all = await rows().allTextContents();
    assert.ok(
      all.some((row) => row.includes('王建国 → XX')),
      all.join('\n'),
    );
    assert.ok(!all.some((row) => row.includes('5 → X ')));
    // What is not sure is offered, but not chosen.
    const unsure = rows().filter({ hasText: '12345 → XXXXX' });
    await page.keyboard.press('End');
    await unsure.waitFor();
    assert.equal(await unsure.locator('[aria-checked="true"], input:checked').count(), 0);
    await bench.screenshot('template-review');
    await page.keyboard.press('Escape');
    await rows().first().waitFor({ state: 'hidden' });
    assert.equal(await text(), before);
  });

  it('replaces what was left chosen as one undo step', async () => {
    const { page } = bench;
    const before = await text();
    await bench.focusEditor();
    await bench.command('把本文做成模板');
    const days = rows().filter({ hasText: '3月5日 → X月XX日' });
    await days.waitFor();
    await days.getByRole('checkbox').click();
    await page.locator('.quick-input-action .monaco-button', { hasText: 'OK' }).click();
    await page.locator('.view-line', { hasText: '走访XXX户' }).waitFor();
    assert.equal(
      await text(),
      before
        .replaceAll('临溪县', 'XX县')
        .replaceAll('2024年', '20XX年')
        .replace('王建国', 'XX')
        .replace('120户', 'XXX户')
        .replace('15场次', 'XX场次'),
    );
    await bench.screenshot('template-made');
    await bench.focusEditor();
    await page.keyboard.press('Control+z');
    await page.locator('.view-line', { hasText: '走访120户' }).waitFor();
    assert.equal(await text(), before);
  });

  it('hands the old figures on to next year', async () => {
    const { page } = bench;
    await bench.focusEditor();
    await bench.command('写下一年总结');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '..' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '走访XXX户' }).waitFor();
    const place = page.locator('.view-line span span', { hasText: /^XXX$/ }).first();
    await place.hover();
    const hover = page.locator('.monaco-hover', { hasText: '2024 年' }).first();
    await hover.waitFor();
    assert.match(await hover.textContent(), /120/);
    await bench.screenshot('template-hover');
  });
});
