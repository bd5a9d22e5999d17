// The language server dies while somebody writes: one message, nothing lost, and it is there again.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../runtime.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const TEXT =
  '区图书馆2024年工作总结\n\n　　2024年，现将情况总结如下：\n一、回顾\n　　内容。\n三、打算\n　　内容。\n';

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

describe('a server that is killed', () => {
  let bench;
  before(async function () {
    if (process.platform !== 'linux') return this.skip();
    this.timeout(120_000);
    bench = await openWorkbench([{ name: '总结.txt', content: TEXT }]);
  });
  after(() => bench?.close());

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
    const end = Date.now() + 30_000;
    while (servers().every((pid) => pid === first)) {
      assert.ok(Date.now() < end, 'no new server within 30 s');
      await page.waitForTimeout(100);
    }
    const text = (await bench.text()).join('\n');
    assert.match(text, /还有一句/);
    assert.match(text, /三、打算/);
    // The new server knows the text: the number is put right by it.
    await bench.command('工作总结: 重排全文序号');
    await page.locator('.view-line', { hasText: '二、打算' }).waitFor({ timeout: 20_000 });
    assert.match((await bench.text()).join('\n'), /还有一句/);
    await page.locator('[id="status.notifications"]').click();
    const messages = page.locator('.notifications-center .notification-list-item', {
      hasText: /检查服务|Checking/,
    });
    await messages.first().waitFor();
    // The greeting of a first start may be there too.
    const texts = (await messages.allTextContents()).filter((text) =>
      /检查服务|Checking/.test(text),
    );
    assert.equal(texts.length, 1, texts.join('\n'));
    assert.match(texts[0], /文稿没有受影响|Your text is not affected/);
    await bench.screenshot('server-killed');
  });
});
