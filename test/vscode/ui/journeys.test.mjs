// The first ten minutes of three people, by the README of their editor's language alone.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { eventually, TEST_PATIENCE } from '../patience.mjs';
import { root } from '../runtime.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const read = (...parts) => readFile(path.join(root, ...parts), 'utf8');
const draft = (name) => read('test', 'fixtures', 'drafts', name);

/** The numbered steps of a README. */
const stepsOf = (text) => {
  const start = text.indexOf('\n1. ');
  return text
    .slice(start, text.indexOf('\n\n', start))
    .split('\n')
    .filter((line) => /^\d+\. /.test(line));
};

const EDITORS = [
  { locale: 'zh-CN', readme: 'README.md', view: '工作总结' },
  { locale: 'en', readme: 'README.en.md', view: 'Work Summary' },
];

/** Drafts with a blank, a slip and a wrong number in each; `ordered` is how the numbers are in order. */
const PEOPLE = [
  {
    who: 'clerk',
    name: '文员-半年总结.txt',
    spoil: (text) =>
      text
        .replace('文稿86篇', '文稿XX篇')
        .replace('重点任务开展督查', '重点任务的的开展督查')
        .replace('（四）后勤', '（五）后勤'),
    slip: { wrong: '的的', right: '重点任务的开展督查' },
    blank: { typed: '86', after: '文稿86篇' },
    ordered: '（四）后勤工作',
  },
  {
    who: 'teacher',
    name: '教师-学期总结.txt',
    spoil: (text) =>
      text
        .replace('家访了12户', '家访了XX户')
        .replace('家长的反馈', '家长的的反馈')
        .replace('四、下学期', '五、下学期'),
    slip: { wrong: '的的', right: '家长的反馈比较好' },
    blank: { typed: '12', after: '家访了12户' },
    ordered: '四、下学期打算',
  },
  {
    who: 'engineer',
    name: '工程师-复盘.md',
    spoil: (text) =>
      text
        .replace('订单 1,326 笔', '订单 XX 笔')
        .replace('没有证书这一项', '没有证书的的这一项')
        .replace('三、改进', '四、改进'),
    slip: { wrong: '的的', right: '没有证书的这一项' },
    blank: { typed: '1,326', after: '订单 1,326 笔' },
    ordered: '三、改进措施',
  },
];

for (const { locale, readme, view } of EDITORS) {
  for (const { who, name, spoil, slip, blank, ordered } of PEOPLE) {
    describe(`the first ten minutes, ${who}, in an editor in ${locale}`, function () {
      this.timeout(TEST_PATIENCE);
      let bench;
      let steps;
      before(async () => {
        steps = stepsOf(await read(readme));
        const content = spoil(await draft(name));
        bench = await openWorkbench([{ name, content }], {}, { locale });
      });
      after(() => bench?.close());

      const shot = (step) => bench.screenshot(`journey-${who}-${locale}-${step}`);
      const line = (text) => bench.page.locator('.view-line', { hasText: text }).first();
      const treeRow = (text) =>
        bench.page.locator('.customview-tree .monaco-list-row', { hasText: text }).first();
      /** What a step tells to choose. */
      const told = (step) => /“([^”]+)”/.exec(steps[step - 1])[1];

      it('has six steps', () => assert.equal(steps.length, 6));

      it('1, 2: the text is known for a summary, with its outline and its blanks', async () => {
        const { page } = bench;
        // Markdown stays Markdown: there, its length tells.
        const status = name.endsWith('.md') ? /字 · 约|characters · about/ : view;
        await page.locator('.statusbar-item', { hasText: status }).first().waitFor();
        await page.locator(`.activitybar .action-item:has([aria-label^="${view}"])`).click();
        await treeRow(ordered.replace(/^.*[、）]/, '')).waitFor();
        await treeRow('XX').waitFor();
        await shot('1-opened');
      });

      it('3: the first blank is filled in', async () => {
        const { page } = bench;
        await bench.focusEditor();
        await bench.goToLine(1);
        await page.keyboard.press('Control+F8');
        await page.locator('.selected-text').first().waitFor();
        await page.keyboard.type(blank.typed);
        await line(blank.after).waitFor();
        await shot('3-filled');
      });

      it('4: a slip is corrected by the key, at its squiggle', async () => {
        const { page } = bench;
        const rows = spoil(await draft(name)).split('\n');
        const at = rows.findIndex((row) => row.includes(slip.wrong));
        await bench.goToLine(at + 1);
        for (let steps = rows[at].indexOf(slip.wrong) + 1; steps > 0; steps--) {
          await page.keyboard.press('ArrowRight');
        }
        const fix = page
          .locator('.action-widget .monaco-list-row', { hasText: /改为“的”|Change to “?的|的/ })
          .first();
        await eventually(async () => {
          if (!(await fix.isVisible())) await page.keyboard.press('Alt+Enter');
          return fix.isVisible();
        });
        await shot('4-fixes');
        await fix.click();
        await line(slip.right).waitFor();
      });

      it('5: the numbers are put in order', async () => {
        await bench.command(told(5));
        await line(ordered).waitFor();
        await shot('5-renumbered');
      });

      it('6: the Word file is handed over', async () => {
        const { page } = bench;
        await bench.command(told(6));
        const target = path.join(bench.folder, name.replace(/\.\w+$/, '.docx'));
        const document = await eventually(async () => {
          const dialog = page.locator('.monaco-dialog-box .monaco-button').first();
          if (await dialog.isVisible()) await dialog.click();
          return new TextDecoder().decode(unzipSync(await readFile(target))['word/document.xml']);
        });
        assert.match(document, new RegExp(ordered.replace(/^.*[、）]/, '')));
        await shot('6-exported');
      });
    });
  }
}
