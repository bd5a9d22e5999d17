import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { eventually, patient } from '../patience.mjs';
import { root } from '../runtime.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const NAME = '2026年上半年工作总结.txt';

/** Editor actions of a writer at the keyboard. */
function keyboard(bench) {
  const { page } = bench;
  const widget = page.locator('.suggest-widget.visible');
  const rows = widget.locator('.monaco-list-row');
  return {
    widget,
    rows,
    press: (key) => page.keyboard.press(key),
    /** At the pace of a quick typist. */
    type: (text) => page.keyboard.type(text, { delay: 60 }),
    /** Asks for what was typed, and takes the first proposal; of a part, the whole of it. */
    async complete(text, { whole = false } = {}) {
      await page.keyboard.type(text);
      await page.keyboard.press('Control+Space');
      await rows.first().waitFor();
      if (whole) await rows.filter({ hasText: '整节' }).first().click();
      else await page.keyboard.press('Enter');
      await widget.waitFor({ state: 'hidden' });
      // Out of the stops: the writer fills them in later.
      await page.keyboard.press('Escape');
    },
    /**
     * Waits for a proposal to come by itself. Where the machine is so slow that the answer to the last letter
     * came too late for the editor to show it, that letter is typed once more, as a writer would.
     */
    async offered(row, last) {
      await eventually(async () => {
        const isShown = await row.waitFor({ timeout: patient(5000) }).then(
          () => true,
          () => false,
        );
        if (isShown) return true;
        await page.keyboard.press('Backspace');
        await page.keyboard.type(last, { delay: 60 });
        return false;
      }, 'nothing is offered');
    },
    /** A line below the last, without the label that Enter puts after a numbered one. */
    async newLine() {
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Control+Enter');
    },
  };
}

/** Findings of the language server that ships, for a text. */
async function findings(text) {
  const child = spawn(process.execPath, [path.join(root, 'dist', 'server.js'), '--stdio']);
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await connection.sendNotification('initialized', {});
  const uri = 'untitled:1';
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'work-summary', version: 1, text },
  });
  const { items } = await connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri },
  });
  connection.dispose();
  child.kill();
  return items;
}

/** The text of a file once all of it is saved: an editor in a browser saves by itself, too. */
const saved = (file) =>
  eventually(async () => {
    const text = await readFile(file, 'utf8');
    assert.match(text, /日\n$/);
    return text;
  });

describe('writing with standard phrases', () => {
  let bench;
  let keys;
  before(async () => {
    bench = await openWorkbench([{ name: NAME, content: '' }]);
    keys = keyboard(bench);
    await bench.page
      .locator('.statusbar-item', { hasText: /工作总结|Work Summary/ })
      .first()
      .waitFor();
  });
  after(() => bench?.close());

  it('a half-year summary of eight sections comes from an empty file by keyboard', async function () {
    this.timeout(patient(150_000));
    const { page } = bench;
    await bench.focusEditor();
    // The title, its stops filled in one after another.
    await keys.type('bt');
    await keys.press('Control+Space');
    await keys.rows.first().waitFor();
    await keys.press('Enter');
    await page.keyboard.insertText('区图书馆');
    await keys.press('Tab');
    await keys.type('2026');
    await keys.press('Tab');
    await keys.widget.waitFor();
    await keys.rows.filter({ hasText: '上半年' }).first().click();
    await page.locator('.view-line', { hasText: '区图书馆2026年上半年工作总结' }).waitFor();
    await keys.press('Escape');
    await keys.newLine();
    await keys.newLine();
    await keys.complete('kt');
    for (const section of [
      'jbqk',
      'sbngzwcqk',
      'gjfwgz',
      'jqdwjs',
      'lslzzr',
      'czdwt',
      'yyfx',
      'xbngzap',
    ]) {
      await keys.newLine();
      await keys.complete(section, { whole: true });
    }
    await keys.newLine();
    await keys.complete('jw');
    await keys.newLine();
    await keys.newLine();
    await keys.complete('lk');
    await keys.newLine();
    await page.keyboard.press('Control+Home');
    await bench.screenshot('phrases-written');
    await page.keyboard.press('Control+s');
    const text = await saved(path.join(bench.folder, NAME));
    const headings = text.split('\n').filter((line) => /^[一二三四五六七八]、/.test(line));
    assert.deepEqual(headings, [
      '一、基本情况',
      '二、上半年工作完成情况',
      '三、改进服务工作',
      '四、加强队伍建设',
      '五、落实廉政责任',
      '六、存在的问题',
      '七、原因分析',
      '八、下半年工作安排',
    ]);
    assert.match(text, /^区图书馆2026年上半年工作总结\n\n　　今年上半年，区图书馆/);
    assert.match(
      text,
      /　　以上总结，不妥之处请批评指正。\n\n区图书馆\n\d{4}年\d{1,2}月\d{1,2}日\n$/,
    );
    // Checked by the server that ships, and by what the editor shows.
    const lines = text.split('\n');
    const other = (await findings(text)).filter(({ range }) => {
      const found = lines[range.start.line].slice(range.start.character, range.end.character);
      return (
        range.start.line !== range.end.line ||
        !/^(?:【[^】]+】|X+|20XX年?|X月(?:XX日)?)$/.test(found)
      );
    });
    assert.deepEqual(other, []);
    assert.equal(
      await page.locator('.squiggly-error, .squiggly-warning, .squiggly-info').count(),
      0,
    );
  });

  it('with quick suggestions off nothing shows until it is asked for', async () => {
    const { page } = bench;
    await keys.newLine();
    await keys.type('czdwt');
    await page.waitForTimeout(patient(800));
    assert.equal(await keys.widget.count(), 0);
    await keys.press('Control+Space');
    await keys.rows.filter({ hasText: '存在的问题' }).first().waitFor();
    await keys.press('Escape');
    for (let i = 0; i < 5; i++) await keys.press('Backspace');
  });
});

describe('phrases with quick suggestions on', () => {
  let bench;
  let keys;
  before(async () => {
    bench = await openWorkbench(
      [{ name: NAME, content: '区图书馆2026年上半年工作总结\n\n一、存在的问题\n　　' }],
      { '[work-summary]': { 'editor.quickSuggestions': { other: 'on' } } },
    );
    keys = keyboard(bench);
    await bench.page
      .locator('.statusbar-item', { hasText: /工作总结|Work Summary/ })
      .first()
      .waitFor();
    await bench.focusEditor();
    await bench.goToLine(3);
    // The server answers by now.
    await bench.page
      .locator('.breadcrumbs-control .monaco-breadcrumb-item', { hasText: '一、存在的问题' })
      .waitFor();
    await bench.page.keyboard.press('Control+End');
  });
  after(() => bench?.close());

  it('they show as letters are typed, and a Chinese word before is not swallowed', async () => {
    const { page } = bench;
    await page.keyboard.insertText('主要是');
    await keys.type('rylil');
    await keys.offered(keys.rows.filter({ hasText: '人员力量不足' }).first(), 'l');
    await bench.screenshot('phrases-quick');
    await keys.press('Enter');
    await page.locator('.view-line', { hasText: '主要是人员力量不足，【岗位】缺编' }).waitFor();
    await keys.press('Escape');
    await keys.press('Control+z');
    await page.locator('.view-line', { hasText: /主要是rylil$/ }).waitFor();
    for (let i = 0; i < 8; i++) await keys.press('Backspace');
  });

  it('nothing shows while a word is composed, and the word that is left finds its phrase', async () => {
    const { page } = bench;
    await keys.press('Escape');
    const cdp = await page.context().newCDPSession(page);
    for (const text of ['r', 're', 'ren', 'ren y', 'ren yuan']) {
      await cdp.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
      assert.equal(await keys.widget.count(), 0);
    }
    await page.waitForTimeout(patient(500));
    assert.equal(await keys.widget.count(), 0);
    await cdp.send('Input.insertText', { text: '人员' });
    await page.locator('.view-line', { hasText: /人员$/ }).waitFor();
    await keys.press('Control+Space');
    await keys.rows.filter({ hasText: '人员力量不足' }).first().click();
    await page.locator('.view-line', { hasText: '人员力量不足，【岗位】缺编' }).first().waitFor();
    await keys.press('Escape');
  });

  it('what was chosen before comes first', async () => {
    const { page } = bench;
    const last = '经费保障存在缺口';
    await keys.newLine();
    await keys.type('　　');
    await keys.press('Control+Space');
    await keys.rows.first().waitFor();
    const before = await keys.rows.allInnerTexts();
    const place = (words) => before.findIndex((text) => text.includes(words));
    assert.ok(place(last) === -1 || place(last) > place('在总结成绩的同时'));
    await keys.press('Escape');
    for (let i = 0; i < 3; i++) {
      await page.keyboard.insertText('经费保障');
      await keys.press('Control+Space');
      await keys.rows.filter({ hasText: last }).first().click();
      await page.locator('.view-line', { hasText: last }).first().waitFor();
      await keys.press('Escape');
      // What a section has already is not offered again.
      await keys.press('Control+Shift+k');
      await page.locator('.view-line', { hasText: last }).waitFor({ state: 'detached' });
      await keys.newLine();
      await keys.type('　　');
    }
    // What was chosen is told while the list may be asked for already.
    await eventually(async () => {
      await keys.press('Control+Space');
      await keys.rows.first().waitFor();
      // Numbers that are due stand above all phrases.
      const shown = (await keys.rows.allInnerTexts()).filter((text) =>
        /[\u4e00-\u9fff]{4}，/.test(text),
      );
      if (shown[0]?.includes(last)) return true;
      await keys.press('Escape');
      await keys.widget.waitFor({ state: 'hidden' });
      return false;
    }, `${last} does not come first`);
    await bench.screenshot('phrases-ranked');
    await keys.press('Escape');
  });
});

/** What Word puts on the clipboard for a numbered paragraph. */
const numbered = (number, text) =>
  `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${number}<span>&nbsp;&nbsp;</span></span><![endif]>${text}</p>`;

describe('a new document, own phrases and pasting', () => {
  let bench;
  let keys;
  before(async () => {
    bench = await openWorkbench([
      {
        name: NAME,
        content:
          '区图书馆2026年上半年工作总结\n\n一、存在的问题\n　　3月检查12处，机制还不健全。\n',
      },
    ]);
    keys = keyboard(bench);
    await bench.focusEditor();
    await bench.goToLine(4);
    await bench.page
      .locator('.breadcrumbs-control .monaco-breadcrumb-item', { hasText: '一、存在的问题' })
      .waitFor();
  });
  after(() => bench?.close());

  const input = () => bench.page.locator('.quick-input-box input').first();
  const row = (text) =>
    bench.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();

  it('selected text becomes a phrase in the file of the folder, and is offered', async () => {
    const { page } = bench;
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await bench.command('Save Selection as Phrase');
    await page.waitForFunction(() =>
      document.querySelector('.quick-input-box input')?.value.startsWith('X月检查XX处'),
    );
    await page.keyboard.press('Enter');
    await row(/给“|For everybody/).click();
    const file = path.join(bench.folder, '.work-summary.phrases.yaml');
    const text = await eventually(async () => {
      const stored = await readFile(file, 'utf8');
      assert.notEqual(stored, '', 'nothing was kept');
      return stored;
    });
    assert.match(text, /- text: X月检查XX处，机制还不健全。\n {4}section: 存在的问题\n/);
    await bench.focusEditor();
    // What a section has already is not offered again.
    await bench.goToLine(4);
    await page.keyboard.press('Control+Shift+k');
    await keys.newLine();
    await eventually(async () => {
      // The file's watcher has its own pace.
      await page.keyboard.insertText('　　');
      await page.keyboard.press('Control+Space');
      await keys.rows.first().waitFor();
      if ((await keys.rows.filter({ hasText: 'X月检查XX处' }).count()) > 0) return true;
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+z');
      return false;
    }, 'the phrase is not offered');
    await bench.screenshot('phrases-own');
    await page.keyboard.press('Escape');
  });

  it('automatic numbers of Word come back as text when that is chosen', async () => {
    const { page } = bench;
    await keys.newLine();
    const html = numbered('二、', '下半年工作安排') + numbered('（一）', '抓好阅读推广');
    // As the operating system hands it over; the browser's own clipboard would take Word's marks out.
    await page.evaluate((content) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', content);
      clipboardData.setData('text/plain', '下半年工作安排\n抓好阅读推广');
      const event = new ClipboardEvent('paste', {
        clipboardData,
        bubbles: true,
        cancelable: true,
        composed: true,
      });
      document.activeElement.dispatchEvent(event);
    }, html);
    // What happens by itself is plain pasting.
    await page.locator('.view-line', { hasText: /^下半年工作安排$/ }).waitFor();
    await page.locator('.post-edit-widget .monaco-button').click();
    await page
      .locator('.action-widget .monaco-list-row', { hasText: /自动编号|Automatic Numbers/ })
      .click();
    await page.locator('.view-line', { hasText: '二、下半年工作安排' }).waitFor();
    await page.locator('.view-line', { hasText: '（一）抓好阅读推广' }).waitFor();
    await bench.screenshot('paste-numbers');
  });

  it('a new summary asks four questions and is there to tab through', async () => {
    const { page } = bench;
    await bench.command('New Summary');
    await row('半年工作总结').waitFor();
    await bench.screenshot('new-kinds');
    await input().fill('bngz');
    await page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: '半年工作总结' })
      .waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: '2/4' }).waitFor();
    await input().fill('区图书馆');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: '3/4' }).waitFor();
    await input().fill('2026年上半年');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: '4/4' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '区图书馆2026年上半年工作总结' }).waitFor();
    await page.locator('.view-line', { hasText: '三、下半年工作安排' }).waitFor();
    await bench.screenshot('new-summary');
    // The first stop is the first blank, and not what was answered.
    await page.keyboard.insertText('县里的要点');
    await page.locator('.view-line', { hasText: '对照县里的要点抓进度' }).waitFor();
  });
});
