// A word that is being composed belongs to the input method: whatever the writer types there, no
// feature moves, offers or flags anything until a candidate is chosen, and cancelling leaves no trace.
import assert from 'node:assert/strict';
import { openWorkbench } from '../ui-helpers.mjs';

const NAME = '2024年工作总结.txt';
const SUMMARY = [
  '区图书馆2024年工作总结',
  '一、主要工作',
  '　　（一）办好讲座。全年举办XX场次。',
  '　　（二）送书下乡。走访XX县委、XX县委。',
  '二、存在的问题',
  '　　（一）人手不足',
  '　　（二）经费不足',
  '三、下一步工作打算',
  '　　继续做好服务。',
];

const LETTERS = ['c', 'ce', 'ces', 'cesh', 'ceshi'];
/** Keys of commands that move sections, write labels, or go about. */
const KEYS = {
  'outline keys': [
    'Alt+Shift+ArrowUp',
    'Alt+Shift+ArrowDown',
    'Alt+Shift+ArrowLeft',
    'Alt+Shift+ArrowRight',
  ],
  'writing keys': ['Control+Alt+Equal', 'Control+Alt+BracketRight'],
  'keys that go to sections': ['Control+Alt+j', 'Control+Alt+k', 'Control+Alt+h', 'Control+Alt+m'],
  'keys that go to placeholders': ['Control+F8', 'Control+Shift+F8', 'Control+F7'],
};

describe('while a word is composed', () => {
  let bench;
  let page;
  let cdp;
  before(async () => {
    bench = await openWorkbench([{ name: NAME, content: SUMMARY.join('\n') }], {
      'editor.linkedEditing': true,
    });
    ({ page } = bench);
    cdp = await page.context().newCDPSession(page);
    await page.locator('.statusbar-item', { hasText: '待填 3' }).waitFor();
  });
  after(() => bench?.close());
  afterEach(async function () {
    if (this.currentTest.isFailed()) await bench.restore(NAME, SUMMARY.join('\n'));
  });

  /** Waits until the text is that of SUMMARY with some lines changed (numbers count from 1). */
  const becomes = (changed = {}) =>
    bench.becomes(SUMMARY.map((line, index) => changed[index + 1] ?? line).join('\n'));
  const caret = (line, column) =>
    page
      .locator('.statusbar-item', { hasText: new RegExp(`Ln ${line}, Col ${column}(?!\\d| \\()`) })
      .waitFor();
  const endOf = async (line) => {
    await bench.focusEditor();
    await bench.goToLine(line);
    await page.keyboard.press('End');
    await caret(line, SUMMARY[line - 1].length + 1);
  };
  const stage = (text) =>
    cdp.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  const choose = (text) => cdp.send('Input.insertText', { text });
  const cancel = () => stage('');
  const undo = () => bench.undoTo(SUMMARY.join('\n'));
  const quiet = async () => {
    assert.equal(await page.locator('.suggest-widget.visible').count(), 0, 'nothing is offered');
    assert.equal(await page.locator('.quick-input-box input:visible').count(), 0);
    assert.equal(await page.locator('.squiggly-error, .squiggly-warning').count(), 0);
  };

  for (const [what, keys] of Object.entries(KEYS)) {
    it(`${what} do nothing; they are themselves again when it was chosen or cancelled`, async () => {
      const line = 6;
      const typed = SUMMARY[line - 1];
      await endOf(line);
      for (const text of LETTERS) {
        const staged = Date.now();
        await stage(text);
        await becomes({ [line]: typed + text });
        // A single letter may have been typed: it is taken for that after a second.
        const isSingle = text.length === 1;
        if (isSingle && Date.now() - staged > 400) continue;
        for (const key of isSingle ? keys.slice(0, 1) : keys) await page.keyboard.press(key);
        await becomes({ [line]: typed + text });
        await caret(line, typed.length + 1 + text.length);
        await quiet();
      }
      await choose('测试');
      await becomes({ [line]: `${typed}测试` });
      await caret(line, typed.length + 3);
      await undo();

      await endOf(line);
      for (const text of LETTERS) await stage(text);
      await becomes({ [line]: `${typed}ceshi` });
      await cancel();
      await becomes();
      await caret(line, typed.length + 1);
      await quiet();
    });
  }

  it('and after a cancelled word the keys work at once', async () => {
    await endOf(6);
    await stage('c');
    await stage('ce');
    await becomes({ 6: `${SUMMARY[5]}ce` });
    await cancel();
    await becomes();
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await becomes({ 6: '　　（一）经费不足', 7: '　　（二）人手不足' });
    await undo();
  });

  it('Enter goes on numbering only after what was chosen', async () => {
    await endOf(7);
    for (const text of LETTERS) await stage(text);
    // What an input method does with Enter: the key is its own.
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      windowsVirtualKeyCode: 229,
      key: 'Process',
      code: 'Enter',
    });
    await becomes({ 7: `${SUMMARY[6]}ceshi` });
    await choose('。');
    await becomes({ 7: `${SUMMARY[6]}。` });
    await page.keyboard.press('Enter');
    await becomes({ 7: `${SUMMARY[6]}。\n　　（三）` });
    await undo();
    await endOf(7);
    for (const text of LETTERS) await stage(text);
    await cancel();
    await becomes();
  });

  it('marks stay single, as they were chosen', async () => {
    await endOf(9);
    for (const mark of ['“', '（', '《']) {
      await stage(mark);
      await choose(mark);
    }
    await becomes({ 9: `${SUMMARY[8]}“（《` });
    await undo();
  });

  it('marks around a cancelled word stay as they are, and so does what follows', async () => {
    const line = 9;
    const typed = SUMMARY[line - 1];
    for (const before of ['“', '（', '《', '“”', '（）']) {
      await endOf(line);
      await page.keyboard.insertText(before);
      if (before.length > 1) await page.keyboard.press('ArrowLeft');
      const at = typed.length + 2;
      await becomes({ [line]: typed + before });
      await caret(line, at);
      for (const text of LETTERS) {
        await stage(text);
        await becomes({ [line]: `${typed}${before[0]}${text}${before.slice(1)}` });
        await quiet();
      }
      await page.keyboard.press('Escape');
      await cancel();
      await becomes({ [line]: typed + before });
      await caret(line, at);
      await quiet();
      // The mark itself may be composed and cancelled as well.
      await stage(before[0]);
      await cancel();
      await becomes({ [line]: typed + before });
      await caret(line, at);
      await page.keyboard.press('End');
      for (const _ of before) await page.keyboard.press('Backspace');
      await becomes();
    }
  });

  it('a cancelled word leaves the findings as they were, and none comes while it is composed', async () => {
    const line = 6;
    const typed = SUMMARY[line - 1];
    await endOf(line);
    // Two errors of one sentence, flagged once it is left.
    await page.keyboard.insertText('，，做好的的工作');
    await bench.goToLine(1);
    await page.locator('.squiggly-error').first().waitFor();
    await page.locator('.squiggly-warning').first().waitFor();
    const flagged = () => page.locator('.squiggly-error, .squiggly-warning').count();
    const before = await flagged();
    await bench.focusEditor();
    await bench.goToLine(line);
    await page.keyboard.press('End');
    for (const text of LETTERS) await stage(text);
    await becomes({ [line]: `${typed}，，做好的的工作ceshi` });
    // The findings of the sentence are held back with the first letter, and stay so.
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await cancel();
    await becomes({ [line]: `${typed}，，做好的的工作` });
    await page.locator('.squiggly-error').first().waitFor();
    await page.locator('.squiggly-warning').first().waitFor();
    assert.equal(await flagged(), before);
    for (const _ of '，，做好的的工作') await page.keyboard.press('Backspace');
    await becomes();
    await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
  });

  it('nothing in the sentence is flagged before the writer pauses after it', async () => {
    await endOf(9);
    await page.keyboard.insertText('做好的的');
    for (const text of LETTERS) {
      await stage(text);
      assert.equal(await page.locator('.squiggly-warning').count(), 0);
    }
    await choose('测试');
    await becomes({ 9: `${SUMMARY[8]}做好的的测试` });
    assert.equal(await page.locator('.squiggly-warning').count(), 0);
    await choose('。');
    await bench.goToLine(1);
    await page.locator('.squiggly-warning').first().waitFor();
    await bench.focusEditor();
    await undo();
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
  });

  it('over one of several linked placeholders both get what is chosen, or stay', async () => {
    const at = SUMMARY[3].indexOf('XX') + 1;
    const place = async () => {
      await bench.focusEditor();
      await bench.goToLine(4);
      await page.keyboard.press('Home');
      await page.keyboard.press('Control+F8');
      await page
        .locator('.statusbar-item', { hasText: `Ln 4, Col ${at + 2} (2 selected)` })
        .waitFor();
      // The editor asks for the linked places in its own time.
      await page.locator('.linked-editing-decoration').first().waitFor({ state: 'attached' });
    };
    await place();
    for (const text of LETTERS) await stage(text);
    await choose('临江');
    await becomes({ 4: SUMMARY[3].replaceAll('XX', '临江') });
    await undo();
    await place();
    for (const text of LETTERS) await stage(text);
    await cancel();
    await undo();
    await becomes();
  });
});
