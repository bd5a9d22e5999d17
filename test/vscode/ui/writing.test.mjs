import assert from 'node:assert/strict';
import { openWorkbench } from '../ui-helpers.mjs';

const NAME = '2024年工作总结.txt';
const SUMMARY = [
  '区图书馆2024年工作总结',
  '　　2024年，区图书馆围绕读者服务，完成了各项任务。现将情况总结如下：',
  '一、主要工作',
  '　　（一）办好讲座。全年举办十场，一是请进来；',
  '　　（二）送书下乡。走访八个村。',
  '二、存在的问题',
  '　　人手不足，见第三部分。',
  '三、下一步工作打算',
  '　　继续做好服务。',
].join('\n');

describe('writing along the outline', () => {
  let bench;
  let page;
  let cdp;
  before(async () => {
    bench = await openWorkbench([
      { name: NAME, content: SUMMARY },
      {
        name: '.work-summary.yaml',
        content: 'targets:\n  document: [100, 120]\n  sections:\n    存在的问题: [300, 800]\n',
      },
    ]);
    ({ page } = bench);
    cdp = await page.context().newCDPSession(page);
    await length().waitFor();
  });
  after(() => bench?.close());
  afterEach(async function () {
    if (this.currentTest.isFailed()) await bench.restore(NAME, SUMMARY);
  });

  const length = () =>
    page
      .locator(
        '.statusbar-item[id="work-summary.work-summary.workSummary.length"], .statusbar-item',
      )
      .filter({ hasText: /字 · 约|characters · about/ });
  const line = (text) => page.locator('.view-line', { hasText: text });
  const suggestion = (text) =>
    page.locator('.suggest-widget.visible .monaco-list-row', { hasText: text });
  const undoAll = () => bench.undoTo(SUMMARY);
  const becomes = (expected) => bench.becomes(expected);
  /** To the end of a line, at once: the status bar tells that the extension has seen the caret arrive there. */
  const endOf = async (number) => {
    await bench.focusEditor();
    await bench.goToLine(`${number}:999`);
    const heading = SUMMARY.split('\n')
      .slice(0, number)
      .findLast((row) => /^\u3000*[一二三（]/.test(row));
    if (heading === undefined) return;
    const title = heading.trim().split('。')[0];
    await page
      .locator(
        `.statusbar-item [aria-label*="“${title}”"], .statusbar-item[aria-label*="“${title}”"]`,
      )
      .first()
      .waitFor();
  };
  const compose = async (...stages) => {
    const committed = stages.pop();
    for (const text of stages) {
      const at = { selectionStart: text.length, selectionEnd: text.length };
      await cdp.send('Input.imeSetComposition', { text, ...at });
    }
    await cdp.send('Input.insertText', { text: committed });
  };

  it('Enter after an item begins the next, on an empty one takes it away, and undo is a step each', async () => {
    await endOf(5);
    await page.keyboard.press('Enter');
    const next = SUMMARY.replace('八个村。', '八个村。\n　　（三）');
    await becomes(next);
    await bench.screenshot('enter');
    await page.keyboard.press('Enter');
    await becomes(SUMMARY.replace('八个村。', '八个村。\n　　'));
    await page.keyboard.press('Control+z');
    await becomes(next);
    await page.keyboard.press('Control+z');
    await becomes(SUMMARY);
  });

  it('Enter in the middle of a list numbers the later items on', async () => {
    await endOf(4);
    await page.keyboard.press('Enter');
    await becomes(SUMMARY.replace('请进来；\n　　（二）', '请进来；\n　　（二）\n　　（三）'));
    await page.keyboard.press('Control+z');
    await becomes(SUMMARY);
  });

  it('Enter keeps the two wide blanks of a paragraph, and takes them from a line that is still empty', async () => {
    await endOf(7);
    await compose('c', 'ce', '。');
    await page.keyboard.press('Enter');
    const next = SUMMARY.replace('第三部分。', '第三部分。。\n　　');
    await becomes(next);
    await page.keyboard.press('Enter');
    await becomes(next.replace('\n　　\n', '\n\n'));
    await page.keyboard.press('Control+z');
    await becomes(next);
    await compose('j', 'ji', '经费不足。');
    await becomes(next.replace('\n　　\n', '\n　　经费不足。\n'));
    // One right after the other, as a quick typist does.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await becomes(next.replace('\n　　\n', '\n　　经费不足。\n\n'));
    await undoAll();
    await bench.setting('workSummary.keepIndent', false);
    await endOf(6);
    await endOf(7);
    await page.keyboard.press('Enter');
    await becomes(SUMMARY.replace('第三部分。', '第三部分。\n'));
    await undoAll();
    await bench.setting('workSummary.keepIndent', true);
  });

  it('Enter is the editor’s own when the writer does not want numbers continued', async () => {
    await bench.setting('workSummary.continueNumbering', false);
    // It is seen when the caret comes to another line.
    await endOf(4);
    await endOf(5);
    await page.keyboard.press('Enter');
    await page.keyboard.type('。');
    await becomes(SUMMARY.replace('八个村。', '八个村。\n　　。'));
    await undoAll();
    await bench.setting('workSummary.continueNumbering', true);
  });

  it('Enter after a heading and while a word is composed is the editor’s own', async () => {
    await endOf(6);
    await page.keyboard.press('Enter');
    await becomes(SUMMARY.replace('的问题\n', '的问题\n\n'));
    await page.keyboard.press('Control+z');
    await becomes(SUMMARY);
    await endOf(5);
    const at = { selectionStart: 2, selectionEnd: 2 };
    await cdp.send('Input.imeSetComposition', { text: 'ji', ...at });
    // What an input method does with Enter: the key is its own, and the letters stay.
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      windowsVirtualKeyCode: 229,
      key: 'Process',
      code: 'Enter',
    });
    await cdp.send('Input.insertText', { text: 'ji' });
    await becomes(SUMMARY.replace('八个村。', '八个村。ji'));
    await page.keyboard.press('Control+z');
    await becomes(SUMMARY);
  });

  it('the next label is proposed for a bracket, a digit and a numeral from an input method', async () => {
    for (const [typed, wanted, offered] of [
      ['（', '（三）', /^（三）/],
      ['(', '（三）', /^（三）/],
      ['2', '二、', /^二、/],
    ]) {
      await endOf(5);
      await page.keyboard.press('Shift+Enter');
      if (typed === '（') await compose('（', typed);
      else await page.keyboard.type(typed);
      await suggestion(offered).first().waitFor();
      if (typed === '（') await bench.screenshot('next-label');
      await suggestion(offered).first().click();
      await line(wanted).first().waitFor();
      await page.waitForFunction(() => !document.querySelector('.suggest-widget.visible'));
      await undoAll();
    }
    await endOf(5);
    await page.keyboard.press('Shift+Enter');
    await compose('e', 'er', '二');
    await suggestion('二、').waitFor();
    await suggestion('二、').click();
    await becomes(
      SUMMARY.replace('八个村。\n二、', '八个村。\n二、\n三、')
        .replace('三、下一步', '四、下一步')
        .replace('第三部分', '第四部分'),
    );
    await undoAll();
  });

  it('“；” after 一是 offers 二是', async () => {
    await endOf(4);
    await page.keyboard.press('Backspace');
    await compose('；', '；');
    await suggestion('二是').waitFor();
    await bench.screenshot('enumerator');
    await page.keyboard.press('Enter');
    await becomes(SUMMARY.replace('请进来；', '请进来；二是'));
    await undoAll();
  });

  it('commands insert sections, numbers and references follow, and one undo takes it all back', async () => {
    await endOf(6);
    await page.keyboard.press('Control+Alt+=');
    const next = SUMMARY.replace('三、下一步', '三、\n四、下一步').replace('第三部分', '第四部分');
    await becomes(next);
    await page.keyboard.press('Control+z');
    await becomes(SUMMARY);
    await endOf(8);
    await bench.command('新建下级标题');
    await becomes(SUMMARY.replace('服务。', '服务。\n　　（一）').replace(/(现将)/, '$1'));
    await page.keyboard.press('Control+z');
    await becomes(SUMMARY);
  });

  it('the status bar tells 字数 and pages; its tooltip the section and the target', async () => {
    await endOf(7);
    const item = length();
    await item.waitFor();
    assert.match((await item.textContent()) ?? '', /\d+\/120(字| characters)/);
    await item.hover();
    const tooltip = page.locator('.monaco-hover', { hasText: '二、存在的问题' });
    await tooltip.waitFor();
    assert.match((await tooltip.textContent()) ?? '', /300—800|300–800/);
    await bench.screenshot('length');
    await page.keyboard.press('Escape');
  });

  it('a section is found by the initials of its pinyin, and Escape leaves the caret', async () => {
    await endOf(1);
    await page.keyboard.press('Control+Alt+m');
    const input = page.locator('.quick-input-box input').first();
    await input.waitFor();
    await page.keyboard.type('czdwt');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await page.waitForFunction(
      () => document.querySelectorAll('.quick-input-list .monaco-list-row').length === 1,
    );
    assert.match((await rows.first().textContent()) ?? '', /二、存在的问题/);
    await bench.screenshot('go-to-section');
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: /Ln 6, Col 1/ }).waitFor();
    await page.keyboard.press('Control+Alt+j');
    await page.locator('.statusbar-item', { hasText: /Ln 8, Col 1/ }).waitFor();
    await page.keyboard.press('Control+Alt+k');
    await page.locator('.statusbar-item', { hasText: /Ln 6, Col 1/ }).waitFor();
  });

  it('headings alone are seen after collapsing', async () => {
    await bench.command('只看标题');
    await line('人手不足').waitFor({ state: 'detached' });
    assert.equal(await line('二、存在的问题').count(), 1);
    await bench.screenshot('collapsed');
    await bench.command('Unfold All');
    await line('人手不足').waitFor();
  });

  it('Markdown headings of a .txt open as a document of their own', async () => {
    await bench.command('序号标题转为 Markdown 标题');
    await line('## 一、主要工作').waitFor();
    await page.locator('.tab', { hasText: 'Untitled' }).waitFor();
    await bench.setting('workbench.colorTheme', 'Dark Modern');
    await page.locator('.monaco-workbench.vs-dark').waitFor();
    await bench.screenshot('writing-dark');
  });
});
