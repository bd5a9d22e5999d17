// Ten offices' texts become one: planned in a view, made, traced back and undone; their figures in the ledger.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../patience.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const AREAS = ['东𠮷', '南坪', '西塘', '北岗', '中渡', '上洲', '下湾', '青石', '白鹭', '长桥'];
const NAMES = AREAS.map((area, index) => `${index}${area}局.txt`);

const half = (area, index) =>
  [
    `${area}局2026年上半年工作总结`,
    '',
    '一、主要工作',
    '　　（一）抓好培训',
    `　　培训干部${10 + index}期。每件事都记在本子上，办完一件划掉一件。`,
    `　　（二）${area}的路灯`,
    `　　${area}的路灯换了新的，夜里走路亮堂。${index === 3 ? '图见第九部分。' : ''}`,
    '二、存在的问题',
    '　　懂行的人手还是少，几个岗位靠一个人顶着。',
    '三、下一步打算',
    `　　把${area}剩下的XX公里修完。`,
    '',
    `${area}局`,
    '2026年7月1日',
    '',
  ].join('\r\n');

const FILES = [
  ...AREAS.map((area, index) => ({ name: `稿/${NAMES[index]}`, content: half(area, index) })),
  {
    name: '稿/说法不一.txt',
    content:
      '全区2026年上半年工作总结\n一、主要工作\n　　东𠮷局培训干部12期。\n二、存在的问题\n　　报来的数字要再核一遍。\n',
  },
  {
    name: '稿/去年.txt',
    content: half('东𠮷', 0).replace('2026', '2025').replaceAll('10期', '8期'),
  },
];

describe('many documents', () => {
  let bench;
  before(async () => {
    bench = await openWorkbench(FILES, { 'files.simpleDialog.enable': true });
    await bench.page.setViewportSize({ width: 1280, height: 1000 });
    await bench.page.locator('.statusbar-item', { hasText: '工作总结' }).first().waitFor();
  });
  afterEach(async function () {
    if (this.currentTest.state === 'failed') await bench.screenshot(`failed-merge-${Date.now()}`);
  });
  after(() => bench?.close());

  const explorer = (name) =>
    bench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
  const choice = (text) =>
    bench.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  const planned = (text) =>
    bench.page.locator('.customview-tree .monaco-list-row', { hasText: text }).first();
  const file = (name) => readFile(path.join(bench.folder, '稿', name), 'utf8');

  async function dark() {
    await bench.setting('workbench.colorTheme', 'Default Dark Modern');
    await bench.page.locator('.monaco-workbench.vs-dark').waitFor();
  }

  /** Runs an item of the explorer's menu on all ten. */
  async function onTen(item) {
    const { page } = bench;
    await explorer(NAMES[0]).click();
    await explorer(NAMES[9]).click({ modifiers: ['Shift'] });
    await explorer(NAMES[4]).click({ button: 'right' });
    await page.locator('.monaco-menu .action-label', { hasText: item }).click();
  }

  it('are planned in a view, whose lines are dragged, ticked and moved by keys', async () => {
    const { page } = bench;
    await onTen(/汇总为一篇|Merge Documents/);
    await choice(NAMES[0]).click();
    await planned('主要工作').waitFor();
    // All of the plan is to be seen.
    for (const other of ['大纲', '待填内容']) {
      await page.locator('.pane-header', { hasText: other }).first().click();
    }
    await planned(`${AREAS[3]}的路灯`).waitFor();
    await bench.screenshot('merge-plan');
    await bench.dragRow(planned(`${AREAS[3]}的路灯`), planned('存在的问题'));
    const below = async (upper, lower) => {
      const box = async (row) => (await row.boundingBox()).y;
      return (await box(upper)) < (await box(lower));
    };
    await eventually(() => below(planned('存在的问题'), planned(`${AREAS[3]}的路灯`)));
    // By keys: back up to where it came from.
    await planned(`${AREAS[3]}的路灯`).click();
    await eventually(async () => {
      await page.keyboard.press('Alt+Shift+ArrowUp');
      return !(await below(planned('存在的问题'), planned(`${AREAS[3]}的路灯`)));
    });
    const box = planned(`${AREAS[5]}的路灯`).locator('.custom-view-tree-node-item-checkbox');
    // A tick while the view is drawn anew is lost; that it was taken is told above the plan.
    const told = page.locator('.tree-explorer-viewlet-tree-view .message', {
      hasText: /略去 11 段|11 left out/,
    });
    await eventually(async () => {
      if ((await box.getAttribute('aria-checked')) === 'true') await box.click();
      return told.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    });
    await eventually(async () => assert.equal(await box.getAttribute('aria-checked'), 'false'));
    await bench.screenshot('merge-changed');
    await dark();
    await bench.screenshot('merge-plan-dark');
    // What the writer is to look at stands last.
    await planned('存在的问题').click();
    await page.keyboard.press('End');
    await planned(/所指部分不在这里的引用|References to what is not here/).click();
    await planned('第九部分').waitFor();
    await bench.screenshot('merge-told-dark');
    await page.keyboard.press('Home');
  });

  it('become one document beside them, which one undo empties', async () => {
    const { page } = bench;
    await page
      .locator('.pane-header', { hasText: /汇总|Merge/i })
      .first()
      .hover();
    await page.locator('.pane-header .action-label.codicon-save').first().click();
    await bench.chooseFile(`${bench.folder}/稿/`, `${bench.folder}/稿/半年.txt`);
    await page.locator('.tab.active', { hasText: '半年.txt' }).waitFor();
    await eventually(async () => (await file('半年.txt')).includes('培训干部19期'));
    const text = await file('半年.txt');
    assert.equal(text.match(/办完一件划掉一件/g).length, 1);
    assert.doesNotMatch(text, /上洲的路灯换了新的/);
    assert.match(text, /北岗的路灯换了新的/);
    assert.ok(JSON.parse(await file('半年.来源.json')).paragraphs.length > 10);
    await bench.screenshot('merge-document-dark');
    const [first] = text.split('\r\n');
    await bench.focusEditor();
    await page.keyboard.press('Control+z');
    await eventually(async () => !(await bench.text()).join('').includes(first));
    await page.keyboard.press('Control+y');
    await eventually(async () => (await bench.text()).join('').includes(first));
  });

  it('have a paragraph traced back to its source', async () => {
    const { page } = bench;
    const line = page.locator('.view-line', { hasText: '懂行的人手还是少' }).first();
    await line.locator('span span').first().hover();
    await page.locator('.monaco-hover', { hasText: NAMES[9] }).first().waitFor();
    await bench.screenshot('merge-origin-dark');
    await bench.setting('workbench.colorTheme', 'Default Light Modern');
    await page.locator('.monaco-workbench.vs').waitFor();
    await page.locator('.monaco-hover a', { hasText: NAMES[0] }).first().click();
    await page.locator('.tab.active', { hasText: NAMES[0] }).waitFor();
  });

  it('have their figures in the ledger: filtered, charted, and where two do not agree', async () => {
    const { page } = bench;
    await bench.command('View: Show Explorer');
    // The tree is drawn anew while files are made, and a menu that has just come takes no click.
    const item = page.locator('.monaco-menu .action-label', { hasText: /台账|Ledger/ });
    await eventually(async () => {
      if (!(await item.isVisible())) {
        // It may have come for another row.
        await page.keyboard.press('Escape');
        await explorer('稿')
          .click({ button: 'right', timeout: 5000 })
          .catch(() => {});
        return false;
      }
      await item.click({ timeout: 5000 }).catch(() => {});
      return !(await item.isVisible());
    });
    await page.locator('.tab.active', { hasText: /台账|Ledger/ }).waitFor();
    const ledger = page.frameLocator('iframe.webview').first().frameLocator('#active-frame');
    await ledger.locator('tbody tr').first().waitFor();
    assert.match(
      await ledger.locator('.problems').textContent(),
      /东𠮷局.*10期|10期.*12期|12期.*10期/,
    );
    await ledger.locator('#filter').fill('东𠮷');
    await eventually(async () => (await ledger.locator('tbody tr:visible').count()) < 5);
    await ledger.locator('[data-chart]:visible').first().click();
    await ledger.locator('svg polyline').waitFor();
    await bench.screenshot('ledger');
    await ledger.locator('[data-export=xlsx]').click();
    await bench.chooseFile(`${bench.folder}/稿/`, `${bench.folder}/稿/台账.xlsx`);
    await eventually(async () => (await file('台账.xlsx')).startsWith('PK'));
    await ledger.locator('[data-export=csv]').click();
    await bench.chooseFile(`${bench.folder}/稿/`, `${bench.folder}/稿/台账.csv`);
    await eventually(async () => (await file('台账.csv')).endsWith('\r\n'));
    const [head, ...rows] = (await file('台账.csv')).trimEnd().split('\r\n');
    assert.match(head, /^\uFEFF(?:文件,行,指标,数值,|File,Line,Indicator,Value,)/);
    // What the filter hides is in it too.
    for (const area of AREAS)
      assert.ok(
        rows.some((row) => row.includes(`${area}局.txt`)),
        area,
      );
    assert.ok(rows.some((row) => /去年\.txt,\d+,培训干部,8,期,/.test(row)));
    await dark();
    await bench.screenshot('ledger-dark');
  });

  it('have what two do not agree in among the problems of the folder', async () => {
    const { page } = bench;
    await bench.command('Check the Whole Folder');
    const message = await bench.notification(/files were checked|检查了 \d+ 个文件/);
    await message.locator('.monaco-button', { hasText: /Show Problems|查看问题/ }).click();
    const rows = page.locator('.markers-panel .monaco-list-row');
    for (const name of ['说法不一.txt', NAMES[0]]) {
      await rows
        .filter({ hasText: `“${name}”` })
        .first()
        .waitFor();
    }
    await bench.screenshot('merge-problems');
  });
});
