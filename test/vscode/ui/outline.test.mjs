import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually, patient } from '../patience.mjs';
import { fixture, openWorkbench } from '../ui-helpers.mjs';

const NAME = '年度工作总结.txt';

describe('the outline as a workbench', () => {
  let bench;
  let original;
  before(async () => {
    original = await fixture('文化馆年度工作总结.txt');
    bench = await openWorkbench([
      { name: NAME, content: original },
      { name: '空白工作总结.txt', content: '还没有写。\n' },
      { name: '说明.log', content: '一行日志\n' },
      { name: '便条.txt', content: '买菜。\n' },
    ]);
    await bench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await bench.page.locator('.activitybar [aria-label^="工作总结"]').first().click();
  });
  after(() => bench?.close());
  afterEach(async function () {
    if (this.currentTest.isFailed()) await bench.restore(NAME, original);
  });

  const rows = () => bench.page.locator('.customview-tree .monaco-list-row');
  const row = (text) => rows().filter({ hasText: text }).first();
  const sections = () => rows().filter({ hasText: / 字/ });

  /** Puts the caret on a line and waits for the view, which follows a moment later. */
  async function caretAt(line, text) {
    const shown = bench.page.locator('.customview-tree .monaco-list-row.selected', {
      hasText: text,
    });
    await eventually(async () => {
      await bench.goToLine(1);
      await bench.goToLine(line);
      await shown.waitFor({ timeout: patient(5000) });
    });
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
    await entry.waitFor();
    await eventually(async () => {
      if (await entry.isVisible()) await entry.click();
      await entry.waitFor({ state: 'hidden', timeout: patient(2000) });
    });
  }

  /** The view of placeholders below makes room, so that every row is there to click. */
  const makeRoom = () => bench.page.locator('.pane-header', { hasText: '待填内容' }).click();

  /** Saves and reads what is on the disk then. */
  async function saved(expected) {
    const { page, folder } = bench;
    await bench.focusEditor();
    await page.keyboard.press('Control+s');
    await eventually(async () =>
      assert.equal(await readFile(path.join(folder, NAME), 'utf8'), expected),
    );
  }

  const atFirst = [
    '一、夯实阵地，提升服务能力',
    '二、突出特色，打造活动品牌',
    '三、守护根脉，做好传承保护',
    '四、服务大局，完成各项任务',
    '五、正视不足，明确努力方向',
  ];

  it('lists every section with its figures', async () => {
    await makeRoom();
    await firstLevel(atFirst);
    await row('（六）用心讲好家乡故事').waitFor();
    assert.equal(await sections().count(), 15);
    // Problems are counted as they are shown: a moment after the sections.
    await eventually(async () =>
      assert.match(await row('一、夯实阵地').textContent(), /[\d,]+ 字 · 待填 \d+ · 问题 \d+/),
    );
    await bench.screenshot('outline-light');
  });

  it('follows the caret', async () => {
    await bench.focusEditor();
    await caretAt(16, '（三）有序推进');
  });

  it('lets 四 be dragged onto 二: numbers follow, and one undo takes it back', async () => {
    await bench.dragRow(row('四、服务大局'), row('二、突出特色'));
    await firstLevel([
      '一、夯实阵地，提升服务能力',
      '二、服务大局，完成各项任务',
      '三、突出特色，打造活动品牌',
      '四、守护根脉，做好传承保护',
      '五、正视不足，明确努力方向',
    ]);
    // The text follows.
    await bench.page.locator('.view-line', { hasText: '二、服务大局' }).first().waitFor();
    await bench.page
      .locator('.breadcrumbs-control .monaco-breadcrumb-item', { hasText: '二、服务大局' })
      .waitFor();
    await bench.screenshot('outline-dragged');
    await bench.focusEditor();
    await bench.page.keyboard.press('Control+z');
    await firstLevel(atFirst);
    await saved(original);
  });

  it('demotes （六） by key and promotes it back, each undone in one step', async () => {
    const { page } = bench;
    await bench.focusEditor();
    await caretAt(19, '（六）');
    await page.keyboard.press('Alt+Shift+ArrowRight');
    const demoted = page.locator('.view-line', { hasText: /^　　1\.用心讲好家乡故事/ });
    await demoted.waitFor();
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    const back = page.locator('.view-line', { hasText: /^　　（六）用心讲好家乡故事/ });
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
    await caretAt(4, '一、夯实阵地');
    await row('二、突出特色').click();
    await row('三、守护根脉').click({ modifiers: ['Control'] });
    await choose('三、守护根脉', '下移本节');
    await firstLevel([
      '一、夯实阵地，提升服务能力',
      '二、服务大局，完成各项任务',
      '三、突出特色，打造活动品牌',
      '四、守护根脉，做好传承保护',
      '五、正视不足，明确努力方向',
    ]);
    await bench.focusEditor();
    await page.keyboard.press('Control+z');
    await firstLevel(atFirst);
    await saved(original);
  });

  it('pastes what was cut after another section, in one step', async () => {
    const { page } = bench;
    await choose('三、守护根脉', '剪切本节');
    await rows().filter({ hasText: '已剪切' }).first().waitFor();
    assert.equal(await readFile(path.join(bench.folder, NAME), 'utf8'), original);
    await choose('五、正视不足', '粘贴到本节之后');
    await firstLevel([
      '一、夯实阵地，提升服务能力',
      '二、突出特色，打造活动品牌',
      '三、服务大局，完成各项任务',
      '四、正视不足，明确努力方向',
      '五、守护根脉，做好传承保护',
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
    await input.fill('shgm');
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
    await bench.goToLine(9);
    await page.keyboard.press('Alt+Shift+ArrowDown');
    const apply = page.locator('.quick-input-list .monaco-list-row', { hasText: '应用' });
    await apply.waitFor();
    await page.locator('.diff-editor, .monaco-diff-editor').first().waitFor();
    await bench.screenshot('outline-preview');
    assert.equal(await readFile(path.join(bench.folder, NAME), 'utf8'), original);
    await firstLevel(atFirst);
    await apply.click();
    await firstLevel([
      '一、夯实阵地，提升服务能力',
      '二、守护根脉，做好传承保护',
      '三、突出特色，打造活动品牌',
      '四、服务大局，完成各项任务',
      '五、正视不足，明确努力方向',
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
    await page.locator('.welcome-view-content', { hasText: '打开一篇工作总结' }).first().waitFor();
    await open('便条.txt');
    await page
      .locator('.welcome-view-content', { hasText: '没有按工作总结处理' })
      .first()
      .waitFor();
    await bench.screenshot('outline-unsupported');
  });
});
