// A file of an older program, opened as what it is not: one click puts it right, and it is saved as it was.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { patient } from '../patience.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

/** A summary in GBK with CRLF; 三、 stands in it where 二、 belongs. */
const GBK = Buffer.from(
  'z9jNvMrpud0yMDI0xOq5pNf319y94Q0KoaGhob3xxOrS1MC0o6zIq7ndt/7O8ci61tqjrLDsusO9stf5oaLVucDAo6zX37fD' +
    'WFi49rTloaPP1r2rx+m/9tfcveHI58/Co7oNCtK7oaLW99KquaTX9w0KoaGhocjP1eayvMrwyKvE6rmk1/ehow0KyP2horTm' +
    '1Nq1xM7KzOINCqGhoaHIy8rWsrvX46Osvq230aGis7XBvsO709C1vc67oaMNCg==',
  'base64',
);
const TEXT = new TextDecoder('gb18030').decode(GBK);

describe('a file in GBK', () => {
  let bench;
  before(async () => {
    bench = await openWorkbench(
      [
        { name: '2024年工作总结.txt', content: GBK },
        { name: '另一份.txt', content: GBK },
        { name: '购物.txt', content: '鸡蛋三斤，灯泡两个。\n' },
      ],
      // A browser's editor saves by itself.
      { 'files.autoSave': 'off' },
    );
    bench.page.setDefaultTimeout(patient(20_000));
  });
  after(() => bench?.close());

  const message = () =>
    bench.page.locator('.notifications-center .notification-list-item', { hasText: 'GBK' });
  const item = () => bench.page.locator('.statusbar-item', { hasText: '按 GBK 重新打开' });
  const line = (text) => bench.page.locator('.view-line', { hasText: text }).first();

  async function open(name) {
    const { page } = bench;
    await page.keyboard.press('Control+p');
    await page.locator('.quick-input-box input').fill(name);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
  }

  it('is said to be garbled, once, and nothing in it is scolded', async () => {
    const { page } = bench;
    await item().waitFor();
    await bench.openNotifications();
    await message().waitFor();
    assert.equal(await page.locator('.squiggly-error, .squiggly-warning').count(), 0);
    await bench.screenshot('mojibake');
  });

  it('is not to be turned on as it is, while another text is', async () => {
    const { page } = bench;
    const views = page.locator('.sidebar');
    const turnOn = views.locator('.welcome-view-content', {
      hasText: /对此文件启用|Turn On for This File/,
    });
    await page.locator('.activitybar .action-item:has([aria-label^="工作总结"])').click();
    await open('购物.txt');
    await turnOn.first().waitFor();
    await open('2024年工作总结.txt');
    await item().waitFor();
    await views
      .locator('.welcome-view-content', { hasText: /打开示例|Open a Sample/ })
      .first()
      .waitFor();
    assert.equal(await turnOn.count(), 0);
    await bench.screenshot('mojibake-sidebar');
    await bench.openNotifications();
  });

  it('is read rightly after one click, recognised and checked', async () => {
    const { page } = bench;
    // By key: the mouse rests on the bell, whose tooltip may lie over the button.
    await message().locator('.monaco-button', { hasText: '按 GBK 重新打开' }).press('Enter');
    await line('县图书馆2024年工作总结').waitFor();
    await item().waitFor({ state: 'hidden' });
    await page.locator('.statusbar-item', { hasText: 'GB18030' }).waitFor();
    await page.locator('.squiggly-warning').first().waitFor();
    await bench.screenshot('mojibake-reopened');
  });

  it('is saved in GBK again, with nothing changed but what was typed', async () => {
    const { page, folder } = bench;
    await bench.focusEditor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('县图书馆');
    await page.locator('.tab.dirty').waitFor();
    await page.keyboard.press('Control+s');
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    const saved = await readFile(path.join(folder, '2024年工作总结.txt'));
    assert.deepEqual(saved.subarray(0, GBK.length), GBK);
    assert.equal(new TextDecoder('gb18030').decode(saved), `${TEXT}县图书馆`);
  });

  it('can be put right later in the status bar, but not over a change', async () => {
    const { page, folder } = bench;
    await open('另一份.txt');
    await item().waitFor();
    await bench.openNotifications();
    await message().waitFor();
    await bench.command('Notifications: Clear All Notifications');
    await message().waitFor({ state: 'detached' });
    // Once is enough.
    await open('2024年工作总结.txt');
    await line('人手不足').waitFor();
    await item().waitFor({ state: 'hidden' });
    await open('另一份.txt');
    await item().waitFor();
    await bench.openNotifications();
    await page.locator('.notifications-center').waitFor();
    assert.equal(await message().count(), 0);
    await bench.focusEditor();
    await page.keyboard.type('x');
    await item().waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+z');
    await item().waitFor();
    await item().click();
    await line('县图书馆2024年工作总结').waitFor();
    assert.deepEqual(await readFile(path.join(folder, '另一份.txt')), GBK);
  });
});

// Before 1.100 an extension could not open a file in an encoding; the editor's own list can.
describe('a file in GBK in the oldest VS Code', () => {
  let bench;
  before(async () => {
    bench = await openWorkbench(
      [{ name: '2024年工作总结.txt', content: GBK }],
      { 'files.autoSave': 'off' },
      { release: 'oldest' },
    );
    bench.page.setDefaultTimeout(patient(20_000));
  });
  after(() => bench?.close());

  it('is read rightly after three clicks, and the writer is told which', async () => {
    const { page, folder } = bench;
    await page.locator('.statusbar-item', { hasText: '按 GBK 重新打开' }).click();
    const row = (text) => page.locator('.quick-input-list .monaco-list-row', { hasText: text });
    await row('Reopen with Encoding').waitFor();
    await bench.screenshot('mojibake-older');
    await row('Reopen with Encoding').click();
    await page.locator('.quick-input-box input').fill('GB18030');
    await row('GB18030').first().click();
    await page.locator('.view-line', { hasText: '县图书馆2024年工作总结' }).waitFor();
    await bench.notification(/GB18030/);
    assert.deepEqual(await readFile(path.join(folder, '2024年工作总结.txt')), GBK);
  });
});
