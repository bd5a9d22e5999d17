// The language server is slow or dies while somebody works: nothing is lost, nothing happens twice, what is
// not done is told, and the server is there again.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually, patient } from '../patience.mjs';
import { root } from '../runtime.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const NAME = '总结.txt';
const TEXT = [
  '\uFEFF区图书馆2024年工作总结',
  '',
  '　　2024年，现将情况总结如下：',
  '一、回顾',
  '　　开办𠮷日课堂XX期。',
  '三、打算',
  '　　再走访读者。',
  '四、保障',
  '　　人手已经落实。',
  '',
].join('\r\n');

/** What the first test makes of it. */
const LATER = `${TEXT.replace('三、', '二、').replace('四、', '三、')}还有一句`;
const MOVED = [
  ...TEXT.split('\r\n').slice(0, 3),
  '一、打算',
  '　　再走访读者。',
  '二、保障',
  '　　人手已经落实。',
  '还有一句',
  '三、回顾',
  '　　开办𠮷日课堂XX期。',
].join('\r\n');

/** Language servers of this build that run now. Only Linux tells of other processes by files. */
function servers() {
  const script = path.join(root, 'dist', 'server.js');
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(script);
    } catch {
      return false;
    }
  });
}

/** Waits for a server that was not there before, and gives its process. */
function nextServer(before) {
  return eventually(
    () => {
      const [pid] = servers().filter((one) => !before.includes(one));
      return pid !== undefined && Number(pid);
    },
    'no new server',
    { timeout: patient(60_000) },
  );
}

const NOT_READ = /has not been read yet|还没有读完/;
const CUT_OFF = new RegExp(`Checking stopped before|这一步没有做完|${NOT_READ.source}`);

describe('a server that is slow, or is killed', () => {
  let bench;
  before(async function () {
    if (process.platform !== 'linux') return this.skip();
    const starting = nextServer(servers()).then((pid) => process.kill(pid, 'SIGSTOP'));
    bench = await openWorkbench([{ name: NAME, content: TEXT }]);
    await starting;
  });
  after(() => bench?.close());
  // What was told before is not told again.
  beforeEach(() => bench.command('Notifications: Clear All'));

  /** Keeps the server from answering until it is told to go on. */
  const hold = () => {
    const [pid] = servers().map(Number);
    process.kill(pid, 'SIGSTOP');
    return { goOn: () => process.kill(pid, 'SIGCONT'), kill: () => process.kill(pid, 'SIGKILL') };
  };
  /** The labelled lines as they are shown. */
  const headings = async () => {
    return (await bench.text()).filter((text) => /^.、/.test(text));
  };
  const become = (expected) => eventually(async () => assert.deepEqual(await headings(), expected));
  /** Saves until the file reads so. */
  async function saves(expected) {
    const file = path.join(bench.folder, NAME);
    await bench.focusEditor();
    await bench.page.keyboard.press('Control+s');
    await bench.page.locator('.tab.active:not(.dirty)').waitFor();
    await eventually(async () => assert.equal(await readFile(file, 'utf8'), expected));
  }
  /** What is asked for later and without the server is there, so what was pressed before has arrived. */
  async function arrived() {
    const { page } = bench;
    await bench.command('工作总结: 筛选小节');
    const asked = page.locator('.quick-input-widget', { hasText: /Filter sections|筛选小节/ });
    // While the list of commands closes, keys are its.
    await asked.locator('input:focus').waitFor();
    await page.waitForFunction(() => !document.querySelector('.quick-input-widget-closing'));
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'hidden' });
  }
  /** Waits until something is done after all, or it is told that it was not; true when it is done. */
  async function doneOrTold(isDone) {
    const told = bench.page.locator('.notification-list-item', { hasText: CUT_OFF });
    let done = false;
    await eventually(async () => {
      done = await isDone();
      if (done || (await told.first().isVisible())) return true;
      await bench.openNotifications();
      return false;
    }, 'neither done nor told');
    return done;
  }

  it('is waited for by a check of the folder, which is seen to be under way', async () => {
    const [first] = servers().map(Number);
    await bench.command('Check the Whole Folder');
    await bench.notification(/Checking the whole folder|正在检查整个文件夹/);
    process.kill(first, 'SIGCONT');
    await bench.notification(/1 file was checked|检查了 1 个文件/);
  });

  it('is started again; the text is as it was typed, and there is one message', async () => {
    const { page } = bench;
    await page.locator('.squiggly-warning').first().waitFor();
    const [first] = servers();
    assert.ok(first, 'the server runs');
    await bench.focusEditor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('还有');
    process.kill(Number(first), 'SIGKILL');
    await page.keyboard.type('一句');
    await nextServer([first]);
    // What was typed is drawn when the window comes to it, which may be after the server came back.
    await page.locator('.view-line', { hasText: '还有一句' }).waitFor();
    assert.match((await bench.text()).join('\n'), /三、打算/);
    // The new server knows the text: the number is put right by it.
    const renumbered = page.locator('.view-line', { hasText: '二、打算' });
    const notYet = page.locator('.statusbar-item', { hasText: NOT_READ });
    await eventually(async () => {
      await bench.command('工作总结: 重排全文序号');
      // While it starts the writer is told to try again.
      await renumbered.or(notYet).first().waitFor();
      return (await renumbered.count()) > 0;
    }, 'the new server puts no number right');
    assert.equal(await renumbered.count(), 1);
    assert.match((await bench.text()).join('\n'), /还有一句/);
    await bench.notification(/检查服务意外|Checking stopped/);
    const messages = page.locator('.notifications-center .notification-list-item', {
      hasText: /检查服务|Checking/,
    });
    // The greeting of a first start may be there too.
    const texts = (await messages.allTextContents()).filter((text) =>
      /检查服务|Checking/.test(text),
    );
    assert.equal(texts.length, 1, texts.join('\n'));
    assert.match(texts[0], /文稿没有受影响|Your text is not affected/);
    await bench.screenshot('server-killed');
  });

  describe('meanwhile', () => {
    afterEach(async function () {
      if (!this.currentTest.isFailed()) return;
      for (const pid of servers()) process.kill(Number(pid), 'SIGCONT');
      await bench.restore(NAME, LATER);
    });

    it('gets keys pressed in a row in the outline one after the other, each undone by itself', async () => {
      const { page } = bench;
      await saves(LATER);
      await page.locator('.activitybar [aria-label^="工作总结"]').first().click();
      const row = (text) =>
        page
          .locator('.customview-tree .monaco-list-row', { hasText: text })
          .filter({ hasText: / 字/ });
      const isChosen = (text) => row(text).and(page.locator('.selected')).waitFor();
      // A click alone would go to the text.
      await bench.goToLine(6);
      await isChosen('二、打算');
      await row('一、回顾').click({ modifiers: ['Control'] });
      await isChosen('一、回顾');
      await row('二、打算').click({ modifiers: ['Control'] });
      await row('二、打算').and(page.locator(':not(.selected)')).waitFor();
      const { goOn } = hold();
      await page.keyboard.press('Alt+Shift+ArrowDown');
      await page.keyboard.press('Alt+Shift+ArrowDown');
      assert.deepEqual(await headings(), ['一、回顾', '二、打算', '三、保障']);
      goOn();
      await become(['一、打算', '二、保障', '三、回顾']);
      await saves(MOVED);
      await page.keyboard.press('Control+z');
      await become(['一、打算', '二、回顾', '三、保障']);
      await page.keyboard.press('Control+z');
      await become(['一、回顾', '二、打算', '三、保障']);
      await saves(LATER);
    });

    it('moves a section wholly or not at all, and says so, when it dies meanwhile', async () => {
      const { page } = bench;
      await saves(LATER);
      await bench.goToLine(4);
      const known = servers();
      const { kill } = hold();
      await page.keyboard.press('Alt+Shift+ArrowDown');
      await arrived();
      kill();
      const isMoved = async () => (await headings())[0] === '一、打算';
      const moved = await doneOrTold(isMoved);
      await nextServer(known);
      await bench.focusEditor();
      if (moved) await page.keyboard.press('Control+z');
      await become(['一、回顾', '二、打算', '三、保障']);
      await saves(LATER);
      // It works again; while it starts the writer is told to try again.
      await bench.goToLine(4);
      const first = page.locator('.view-line', { hasText: '一、打算' });
      await eventually(async () => {
        await page.keyboard.press('Alt+Shift+ArrowDown');
        await first
          .or(page.locator('.statusbar-item', { hasText: NOT_READ }))
          .first()
          .waitFor();
        return (await first.count()) > 0;
      }, 'the new server moves nothing');
      await become(['一、打算', '二、回顾', '三、保障']);
      await page.keyboard.press('Control+z');
      await become(['一、回顾', '二、打算', '三、保障']);
    });

    it('copies a section as it is or nothing, and says so, when it dies meanwhile', async () => {
      const { page } = bench;
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await saves(LATER);
      const before = await bench.drawn();
      const known = servers();
      const { kill } = hold();
      // The view knows nothing of the new line, below which all is one further down.
      await bench.goToLine(2);
      await page.keyboard.type('又一行');
      await page.keyboard.press('Enter');
      await page.locator('.view-line', { hasText: '又一行' }).waitFor();
      await bench.goToLine(8);
      await bench.command('工作总结: 复制本节');
      await arrived();
      kill();
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      const isCopied = async () => (await copied()) === '二、打算\r\n　　再走访读者。';
      await doneOrTold(isCopied);
      await nextServer(known);
      assert.ok((await isCopied()) || !/打算|走访/.test(await copied()), await copied());
      await bench.focusEditor();
      await bench.undoTo(before);
      await saves(LATER);
    });

    it('fills in a value once or not at all, and says so, when it dies meanwhile', async () => {
      const { page } = bench;
      await saves(LATER);
      await bench.goToLine(1);
      await bench.command('工作总结: 逐处填写');
      const input = page.locator('.quick-input-widget', { hasText: '⟦XX⟧' }).locator('input');
      await input.waitFor();
      const known = servers();
      const { kill } = hold();
      await input.fill('12');
      await page.keyboard.press('Enter');
      kill();
      const isFilled = async () => (await bench.text()).some((line) => line.includes('课堂12期'));
      const filled = await doneOrTold(isFilled);
      await nextServer(known);
      await bench.focusEditor();
      await saves(filled ? LATER.replace('XX', '12') : LATER);
      if (filled) await page.keyboard.press('Control+z');
      await saves(LATER);
    });

    for (const [what, title] of [
      ['the next placeholder', '下一处待填内容'],
      ['the next section', '转到下一个同级标题'],
      ['filling one after another', '逐处填写'],
    ]) {
      it(`leaves the caret with whoever types on before ${what} is known`, async () => {
        const { page } = bench;
        await saves(LATER);
        await bench.goToLine(2);
        const before = await bench.drawn();
        const { goOn } = hold();
        await bench.command(`工作总结: ${title}`);
        await arrived();
        await page.keyboard.type('又');
        await arrived();
        goOn();
        // The server answers this after what was asked before.
        await bench.command('工作总结: 重排全文序号');
        await page
          .locator('.statusbar-item', { hasText: /numbers are in order|序号都已连续/ })
          .waitFor();
        await page.keyboard.type('一句');
        await page.locator('.view-line', { hasText: '又一句' }).waitFor();
        await bench.undoTo(before);
        await saves(LATER);
      });
    }

    it('makes no Markdown of a text that was typed on meanwhile, and says so', async () => {
      const { page } = bench;
      await saves(LATER);
      const { goOn } = hold();
      await bench.command('工作总结: 序号标题转为 Markdown 标题');
      await arrived();
      await bench.goToLine(4);
      await page.keyboard.type('x');
      await arrived();
      goOn();
      await page.locator('.statusbar-item', { hasText: NOT_READ }).waitFor();
      assert.equal(await page.locator('.tab').count(), 1);
      await page.keyboard.press('Control+z');
      await saves(LATER);
    });

    it('says that the next placeholder could not be found when it dies meanwhile', async () => {
      const { page } = bench;
      await saves(LATER);
      await bench.goToLine(1);
      const { kill } = hold();
      await page.keyboard.press('Control+F8');
      await arrived();
      kill();
      await bench.notification(/could not be found out just now|没能查出还有哪些/);
      await saves(LATER);
    });
  });
});
