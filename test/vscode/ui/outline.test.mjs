import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../runtime.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const seeds = path.join(root, '..', 'shared', 'seeds');
const NAME = '年度工作总结.txt';

describe('the outline as a workbench', () => {
  let bench;
  let original;
  before(async function () {
    if (!existsSync(seeds)) return this.skip();
    this.timeout(120_000);
    const [seed] = await readdir(seeds);
    original = await readFile(path.join(seeds, seed), 'utf8');
    bench = await openWorkbench([
      { name: NAME, content: original },
      { name: '空白工作总结.txt', content: '还没有写。\n' },
      { name: '说明.log', content: '一行日志\n' },
    ]);
    await bench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await bench.page.locator('.activitybar [aria-label^="工作总结"]').first().click();
  });
  after(() => bench?.close());

  const rows = () => bench.page.locator('.customview-tree .monaco-list-row');
  const row = (text) => rows().filter({ hasText: text }).first();
  const sections = () => rows().filter({ hasText: / 字/ });

  /** Puts the caret on a line and waits for the view, which follows a moment later. */
  async function caretAt(line, text) {
    await bench.goToLine(line);
    await bench.page
      .locator('.customview-tree .monaco-list-row.selected', { hasText: text })
      .waitFor();
  }

  /** Waits until the first level reads so. */
  async function firstLevel(expected) {
    await bench.page.waitForFunction((titles) => {
      const shown = [...document.querySelectorAll('.customview-tree .monaco-list-row')]
        .filter((element) => element.getAttribute('aria-level') === '1')
        .map((element) => element.querySelector('.label-name')?.textContent?.trim())
        .filter((text) => /^.、/.test(text ?? ''));
      return JSON.stringify(shown) === JSON.stringify(titles);
    }, expected);
  }

  /** Chooses from the menu of a row; a menu that is still opening takes no click. */
  async function choose(text, item) {
    await row(text).click({ button: 'right' });
    const entry = bench.page.locator('.monaco-menu .action-item', { hasText: item }).first();
    for (let turn = 0; turn < 10 && (turn === 0 || (await entry.isVisible())); turn++) {
      await entry.click();
      await entry.waitFor({ state: 'hidden', timeout: 2000 }).catch(() => undefined);
    }
  }

  /** The view of placeholders below makes room, so that every row is there to click. */
  const makeRoom = () => bench.page.locator('.pane-header', { hasText: '待填内容' }).click();

  /** Saves and reads what is on the disk then. */
  async function saved(expected) {
    const { page, folder } = bench;
    await bench.focusEditor();
    await page.keyboard.press('Control+s');
    for (let turn = 0; turn < 100; turn++) {
      if ((await readFile(path.join(folder, NAME), 'utf8')) === expected) return;
      await page.waitForTimeout(50);
    }
    assert.equal(await readFile(path.join(folder, NAME), 'utf8'), expected);
  }

  const atFirst = ['一、履职尽责', '二、正风肃纪', '三、优化服务', '四、工作效率', '五、廉政建设'];

  it('lists every section with its figures', async () => {
    await makeRoom();
    await firstLevel(atFirst);
    await row('（六）聚力讲好统战故事').waitFor();
    assert.equal(await sections().count(), 15);
    assert.match(await row('一、履职尽责').textContent(), /[\d,]+ 字 · 待填 \d+ · 问题 \d+/);
    await bench.screenshot('outline-light');
  });

  it('follows the caret', async () => {
    await bench.focusEditor();
    await caretAt(15, '（三）持续巩固');
  });

  it('lets 四 be dragged onto 二: numbers follow, and one undo takes it back', async () => {
    await row('四、工作效率').dragTo(row('二、正风肃纪'));
    await firstLevel([
      '一、履职尽责',
      '二、工作效率',
      '三、正风肃纪',
      '四、优化服务',
      '五、廉政建设',
    ]);
    await bench.screenshot('outline-dragged');
    await bench.focusEditor();
    await bench.page.keyboard.press('Control+z');
    await firstLevel(atFirst);
    await saved(original);
  });

  it('demotes （六） by key and promotes it back, each undone in one step', async () => {
    const { page } = bench;
    await bench.focusEditor();
    await caretAt(18, '（六）');
    await page.keyboard.press('Alt+Shift+ArrowRight');
    const demoted = page.locator('.view-line', { hasText: /^1\.聚力讲好统战故事/ });
    await demoted.waitFor();
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    const back = page.locator('.view-line', { hasText: /^（六）聚力讲好统战故事/ });
    await back.waitFor();
    await saved(original);
    await page.keyboard.press('Control+z');
    await demoted.waitFor();
    await page.keyboard.press('Control+z');
    await back.waitFor();
    await saved(original);
  });

  it('moves several at once from the menu of the view', async () => {
    const { page } = bench;
    await caretAt(2, '一、履职尽责');
    await row('二、正风肃纪').click();
    await row('三、优化服务').click({ modifiers: ['Control'] });
    await choose('三、优化服务', '下移本节');
    await firstLevel([
      '一、履职尽责',
      '二、工作效率',
      '三、正风肃纪',
      '四、优化服务',
      '五、廉政建设',
    ]);
    await bench.focusEditor();
    await page.keyboard.press('Control+z');
    await firstLevel(atFirst);
    await saved(original);
  });

  it('pastes what was cut behind another section, in one step', async () => {
    const { page } = bench;
    await choose('三、优化服务', '剪切本节');
    await rows().filter({ hasText: '已剪切' }).first().waitFor();
    assert.equal(await readFile(path.join(bench.folder, NAME), 'utf8'), original);
    await choose('五、廉政建设', '粘贴到本节之后');
    await firstLevel([
      '一、履职尽责',
      '二、正风肃纪',
      '三、工作效率',
      '四、廉政建设',
      '五、优化服务',
    ]);
    await bench.focusEditor();
    await page.keyboard.press('Control+z');
    await firstLevel(atFirst);
    await saved(original);
  });

  it('filters by words and by pinyin initials', async () => {
    const { page } = bench;
    await bench.command('工作总结: 筛选小节');
    const input = page.locator('.quick-input-box input');
    await input.waitFor();
    await input.fill('lzjs');
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('.customview-tree .monaco-list-row')].filter((element) =>
          / 字/.test(element.textContent ?? ''),
        ).length === 1,
    );
    await bench.screenshot('outline-filter');
    await page.keyboard.press('Escape');
    await firstLevel(atFirst);
  });

  it('can be looked at in the dark', async () => {
    await bench.setting('workbench.colorTheme', 'Dark Modern');
    await bench.page.locator('.monaco-workbench.vs-dark').waitFor();
    await bench.screenshot('outline-dark');
  });

  it('shows a preview where that is switched on, and changes nothing before', async () => {
    const { page } = bench;
    await bench.setting('workSummary.outline.previewMoves', true);
    await bench.focusEditor();
    await bench.goToLine(7);
    await page.keyboard.press('Alt+Shift+ArrowDown');
    const apply = page.locator('.quick-input-list .monaco-list-row', { hasText: '应用' });
    await apply.waitFor();
    await page.locator('.diff-editor, .monaco-diff-editor').first().waitFor();
    await bench.screenshot('outline-preview');
    assert.equal(await readFile(path.join(bench.folder, NAME), 'utf8'), original);
    await firstLevel(atFirst);
    await apply.click();
    await firstLevel([
      '一、履职尽责',
      '二、优化服务',
      '三、正风肃纪',
      '四、工作效率',
      '五、廉政建设',
    ]);
    await page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
    await bench.focusEditor();
    await page.keyboard.press('Control+z');
    await firstLevel(atFirst);
    await saved(original);
  });

  it('says what to do in an empty summary and in a file that is none', async () => {
    const { page } = bench;
    const open = async (name) => {
      await page.keyboard.press('Control+p');
      const input = page.locator('.quick-input-box input');
      await input.waitFor();
      await input.fill(name);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
      await page.keyboard.press('Enter');
    };
    await open('空白工作总结.txt');
    await page.locator('.welcome-view-content', { hasText: '还没有小节' }).first().waitFor();
    await bench.screenshot('outline-empty');
    await open('说明.log');
    await page
      .locator('.welcome-view-content', { hasText: '没有按工作总结处理' })
      .first()
      .waitFor();
    await bench.screenshot('outline-unsupported');
  });
});
