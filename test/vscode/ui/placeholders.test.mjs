import assert from 'node:assert/strict';
import { eventually, patient } from '../patience.mjs';
import { fixture, openWorkbench } from '../ui-helpers.mjs';

const NAME = '2024年工作总结.txt';

const SUMMARY = [
  '区图书馆2024年工作总结',
  '',
  '一、主要工作',
  '　　（一）办好讲座𠮷日课堂。全年举办XX余场次，X月XX日开班。',
  '　　（二）送书下乡。走访XX县委、xx县委，惠及X人次。',
  '二、存在的问题',
  '　　人手不足，XX万元经费尚未到位。',
  '',
].join('\n');

/** The view's own words; its header is hidden while it is the only view of its container. */
const seen = (bench, text) =>
  bench.page.locator('.pane-header', { hasText: text }).waitFor({ state: 'attached' });

describe('walking through placeholders', () => {
  let bench;
  before(async () => {
    bench = await openWorkbench([{ name: NAME, content: SUMMARY }]);
  });
  after(() => bench?.close());
  afterEach(async function () {
    if (this.currentTest.isFailed()) await bench.restore(NAME, SUMMARY);
  });

  const row = (text) => bench.page.locator('.pane-body .monaco-list-row').filter({ hasText: text });
  const status = (text) => bench.page.locator('.statusbar-item', { hasText: text });
  const selected = (line, column, length, options) =>
    status(new RegExp(`Ln ${line}, Col ${column} \\(${length} selected\\)`)).waitFor(options);
  /** Clicks into the panel. The editor loses a click while it fills a view anew, which a change of the text makes it do. */
  const clickRow = async (text, ...place) => {
    await row(text).first().click();
    await selected(...place, { timeout: patient(3000) }).catch(async () => {
      await row(text).first().click();
      await selected(...place);
    });
  };
  const toFirst = async () => {
    await bench.focusEditor();
    await bench.page.keyboard.press('Control+Home');
    // The first one may have been selected before.
    await status(/Ln 1, Col 1$/).waitFor();
    await bench.page.keyboard.press('Control+F8');
    await selected(4, 21, 2);
  };
  const line = (text, options) =>
    bench.page.locator('.view-line', { hasText: text }).waitFor(options);
  const progress = (text) => seen(bench, text);
  const box = () => bench.page.locator('.quick-input-box input');

  it('the panel lists them by section, and the badge and the status bar count them', async () => {
    await status('待填 6').waitFor();
    // The badge lies over the icon.
    await bench.page
      .locator('.activitybar .action-label[aria-label*="工作总结"]')
      .click({ force: true });
    await row('（二）送书下乡').first().waitFor();
    await row('走访XX县委').first().waitFor();
    await bench.page.locator('.activitybar .badge-content', { hasText: '6' }).waitFor();
    await progress('已填 0 / 共 6');
    await bench.screenshot('placeholders-light');
  });

  it('a click jumps and selects', async () => {
    await row('走访XX县委').first().click();
    await selected(5, 15, 2);
  });

  it('can be listed by kind and filtered by pinyin initials', async () => {
    await bench.command('List Placeholders by Kind');
    await row(/^地名2/).waitFor();
    await bench.screenshot('placeholders-by-kind');
    await bench.command('Filter Placeholders');
    await box().fill('rs');
    await bench.page.keyboard.press('Enter');
    await row('惠及X人次').first().waitFor();
    await row(/^地名2/).waitFor({ state: 'detached' });
    await bench.command('Show All Placeholders');
    await row(/^地名2/).waitFor();
    await bench.command('List Placeholders by Section');
    await row('（二）送书下乡').first().waitFor();
  });

  it('keys go to the next and the previous one, round the ends', async () => {
    const { page } = bench;
    await toFirst();
    await page.keyboard.press('Control+F8');
    await selected(4, 30, 5);
    await page.keyboard.press('Control+Shift+F8');
    await selected(4, 21, 2);
    await page.keyboard.press('Control+Shift+F8');
    await selected(7, 10, 2);
    await page.keyboard.press('Control+F8');
    await selected(4, 21, 2);
  });

  it('what is composed over a selected placeholder replaces it, and nothing else moves', async () => {
    const { page } = bench;
    await toFirst();
    const before = await bench.text();
    const cdp = await page.context().newCDPSession(page);
    const steps = ['e', 'er', 'ers', 'ersh', 'ershi'];
    let sent = 0;
    for (const text of steps) {
      // A window that is busy may miss a step; the same step again changes nothing else.
      await eventually(async () => {
        sent++;
        await cdp.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
        await line(`全年举办${text}余场次`, { timeout: patient(3000) });
      });
      // A single letter may have been typed; on a slow machine it is soon taken for that.
      if (text.length === 1) continue;
      // The keys of the commands belong to the input method while it composes.
      await page.keyboard.press('Control+F8');
      await page.keyboard.press('Control+F7');
    }
    await line('全年举办ershi余场次');
    assert.equal(await page.locator('.suggest-widget.visible').count(), 0);
    assert.equal(await page.locator('.quick-input-box input:visible').count(), 0);
    await cdp.send('Input.insertText', { text: '二十' });
    await line('全年举办二十余场次');
    await status('待填 5').waitFor();
    await progress('已填 1 / 共 6');
    const after = await bench.text();
    assert.deepEqual(
      after,
      before.map((each) => each.replace('举办XX余', '举办二十余')),
    );
    await status(/Ln 4, Col 21(?! \()/).waitFor();
    // To the editor, a step that was sent again is a composition of its own.
    if (sent > steps.length) await bench.undoTo(before.join('\n'));
    else await page.keyboard.press('Control+z');
    await line('全年举办XX余场次');
    await status('待填 6').waitFor();
  });

  it('the input box checks, asks about 余 and fills a group, each as one undo step', async () => {
    const { page } = bench;
    await bench.focusEditor();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+F7');
    await box().waitFor();
    await page.locator('.quick-input-widget', { hasText: '全年举办⟦XX⟧余场次' }).waitFor();
    await box().fill('很多');
    await page.locator('.quick-input-widget', { hasText: '不是数字' }).waitFor();
    await bench.screenshot('placeholders-input-box');
    await page.keyboard.press('Enter');
    await box().fill('23');
    await page.locator('.quick-input-widget', { hasText: '是确数' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '删去“余”' }).waitFor();
    await page.keyboard.press('Enter');
    await line('全年举办23场次');
    await page.locator('.quick-input-widget', { hasText: '⟦X月XX日⟧开班' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget', { hasText: '走访⟦XX⟧县委' }).waitFor();
    await page.keyboard.insertText('临江');
    await page.keyboard.press('Enter');
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: '本组全部 2 处' })
      .waitFor();
    await bench.screenshot('placeholders-group');
    await page.keyboard.press('Enter');
    await line('走访临江县委、临江县委');
    await page.locator('.quick-input-widget', { hasText: '惠及⟦X⟧人次' }).waitFor();
    await page.keyboard.press('Escape');
    await status('待填 3').waitFor();
    await bench.focusEditor();
    await page.keyboard.press('Control+z');
    await line('走访XX县委、xx县委');
    await page.keyboard.press('Control+z');
    await line('全年举办XX余场次');
    await status('待填 6').waitFor();
  });

  it('fills nothing when the text was changed, or its editor closed, while the value was typed', async () => {
    const { page } = bench;
    const began = async () => {
      await bench.focusEditor();
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Control+F7');
      await page.locator('.quick-input-widget', { hasText: '全年举办⟦XX⟧余场次' }).waitFor();
      await box().fill('20');
    };
    const refused = async () => {
      await box().press('Enter');
      await box().waitFor({ state: 'hidden' });
      await (await bench.notification('文稿在此期间有改动，没有填入')).waitFor();
      await bench.command('Notifications: Clear All Notifications');
    };
    await began();
    // The input box lies over the first lines.
    await page.locator('.view-line', { hasText: '人手不足' }).click();
    await page.keyboard.press('Home');
    await page.keyboard.insertText('，');
    await line(/，\s*人手不足/);
    await refused();
    await bench.focusEditor();
    await page.keyboard.press('Control+z');
    await line('　　人手不足');

    await began();
    await bench.focusEditor();
    await page.keyboard.press('Control+w');
    await page.locator('.monaco-editor .view-line').first().waitFor({ state: 'detached' });
    await refused();
    await page.keyboard.press('Control+p');
    await box().fill('2024年工作总结');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '总结' }).first().click();
    await line('全年举办XX余场次，X月XX日开班。');
    await status('待填 6').waitFor();
  });

  it('F2 gives a group its name', async () => {
    const { page } = bench;
    await clickRow('走访XX县委', 5, 15, 2);
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await eventually(async () => {
      await page.keyboard.press('F2');
      await page.locator('.rename-box input:focus').waitFor({ timeout: patient(5000) });
    });
    await page.keyboard.insertText('新河');
    await page.keyboard.press('Enter');
    await line('走访新河县委、新河县委');
    await status('待填 4').waitFor();
    await bench.focusEditor();
    await page.keyboard.press('Control+z');
    await line('走访XX县委、xx县委');
    await status('待填 6').waitFor();
  });

  it('completion offers today for a date', async () => {
    const { page } = bench;
    await bench.focusEditor();
    await clickRow('日期', 4, 30, 5);
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();
    const now = new Date();
    const today = `${now.getMonth() + 1}月${now.getDate()}日`;
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget .monaco-list-row', { hasText: today }).waitFor();
    await page.keyboard.press('Enter');
    await line(`${today}开班`);
    await page.keyboard.press('Control+z');
    await line('X月XX日开班');
  });

  it('the final check lists what remains among the problems', async () => {
    const { page } = bench;
    assert.equal(await page.locator('.squiggly-warning').count(), 0);
    await bench.command('Final Check');
    await page
      .locator('.markers-panel .monaco-list-row', { hasText: '还没有填写' })
      .first()
      .waitFor();
    await bench.screenshot('placeholders-final-check');
    // Without a window that has the focus, the message waits in the notification centre.
    await bench.command('Notifications: Show Notifications');
    const message = page.locator('.notifications-center', { hasText: '其中 6 处未填' });
    await message.waitFor();
    await message.locator('.monaco-button', { hasText: '结束检查' }).click();
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    await bench.command('View: Toggle Problems');
  });

  for (const [name, theme, base] of [
    ['dark', 'Dark Modern', 'vs-dark'],
    ['high-contrast', 'Default High Contrast', 'hc-black'],
  ]) {
    it(`the panel can be read in the ${name} theme`, async () => {
      await bench.setting('workbench.colorTheme', theme);
      await bench.page.locator(`.monaco-workbench.${base}`).waitFor();
      await row('走访XX县委').first().waitFor();
      await bench.screenshot(`placeholders-${name}`);
    });
  }
});

describe('a whole masked summary by keyboard alone', () => {
  let bench;
  before(async () => {
    const content = await fixture('文化馆年度工作总结.txt');
    bench = await openWorkbench([{ name: '工作总结.txt', content }]);
  });
  after(() => bench?.close());

  it('is filled from first to last; panel, badge and status bar follow', async function () {
    this.timeout(patient(180_000));
    const { page } = bench;
    const progress = (text) => seen(bench, text);
    const status = (text) => page.locator('.statusbar-item', { hasText: text });
    await status('待填 41').waitFor();
    // The badge lies over the icon.
    await page.locator('.activitybar .action-label[aria-label*="工作总结"]').click({ force: true });
    await bench.focusEditor();
    await page.keyboard.press('Control+Home');
    for (let left = 41; left > 0; left--) {
      await page.keyboard.press('Control+F8');
      await status(/\(\d+ selected\)/).waitFor();
      await page.keyboard.insertText('十');
      if (left > 1) {
        await status(`待填 ${left - 1}`).waitFor();
        await progress(`已填 ${42 - left} / 共 41`);
        await page.locator('.activitybar .badge-content', { hasText: `${left - 1}` }).waitFor();
      }
    }
    await status('待填').waitFor({ state: 'detached' });
    await progress('已填 41 / 共 41');
    await page.locator('.welcome-view-content', { hasText: '没有要填写的内容' }).waitFor();
    await bench.screenshot('placeholders-filled');
    await page.keyboard.press('Control+s');
  });
});
