// A workbench for one UI test: a folder with files, one of them open, and the page to drive.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launchBrowser, startServer, workbenchUrl } from './host.mjs';
import { eventually, PATIENCE, patient } from './patience.mjs';
import { cache, root } from './runtime.mjs';

export const screenshots = path.join(cache, 'screenshots');

/** A whole summary of our own, by the name of its file. */
export const fixture = (name) =>
  readFile(path.join(root, 'test', 'fixtures', 'summaries', name), 'utf8');

/**
 * Opens `files[0]` (`{ name, content }`) in a workbench of its own; a content may be made from the
 * folder. `options` are those of the server; `workspace` among them names the file that says which
 * folders are open, `prepare` makes of the folder whatever else it shall be, and `locale` is the language of the
 * editor. A packed extension among the options is there in place of the sources. `close`
 * ends everything.
 */
export async function openWorkbench(
  files,
  settings = {},
  { workspace, extension, prepare, locale = 'zh-CN', ...options } = {},
) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'work-summary-ui-'));
  for (const { name, content } of files) {
    const data = typeof content === 'function' ? content(folder) : content;
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), data);
  }
  await prepare?.(folder);
  const server = await startServer({ settings, ...options });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale });
  page.setDefaultTimeout(PATIENCE);
  // No language pack can be had here, but what the product itself says is then in Chinese.
  await page.addInitScript((language) => {
    globalThis._VSCODE_NLS_LANGUAGE = language;
  }, locale.toLowerCase());
  await page.exposeFunction('codeAutomationLog', () => {});
  await page.exposeFunction('codeAutomationExit', () => {});
  await page.goto(
    workbenchUrl(server, {
      ...(workspace === undefined ? { folder } : { workspace: path.join(folder, workspace) }),
      file: path.join(folder, files[0].name),
      // Null where none is under development: an installed one, or the editor by itself.
      extension: options.vsix === undefined ? extension : null,
    }),
  );
  await editorShown(page);
  let changes = 0;
  return {
    ...driver(page),
    folder,
    server,
    /** A workspace setting, as the writer would make it; its title tells when the workbench has noticed. */
    async setting(key, value) {
      const title = `settings ${++changes}`;
      await mkdir(path.join(folder, '.vscode'), { recursive: true });
      await writeFile(
        path.join(folder, '.vscode', 'settings.json'),
        JSON.stringify({ [key]: value, 'window.title': title }),
      );
      await page.waitForFunction((expected) => document.title.includes(expected), title);
    },
    /** Makes an open file read as it did, whatever a test that failed has left, and shows it. */
    async restore(name, content) {
      const asking = page
        .locator('.quick-input-widget, .suggest-widget.visible, .rename-box, .monaco-dialog-box')
        .filter({ visible: true });
      await eventually(async () => {
        await page.keyboard.press('Escape');
        return (await asking.count()) === 0;
      }, 'something asks on and on');
      const tab = page.locator('.tab.active', { hasText: name });
      if ((await tab.count()) === 0) {
        await page.keyboard.press('Control+p');
        await page.locator('.quick-input-box input').fill(name);
        const row = page.locator('.quick-input-list .monaco-list-row', { hasText: name });
        await row.first().click();
        await tab.waitFor();
      }
      await writeFile(path.join(folder, name), content);
      await this.command('File: Revert File');
      // What is drawn of a long text is a part of it.
      const shown = async () => (await this.drawn()).replace(/\s/g, '');
      const expected = content.replace(/[\s\uFEFF]/g, '');
      await eventually(async () => expected.includes(await shown()), 'the text is not put back');
    },
    async close() {
      await browser.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until the workbench shows a text: by then it is there to be used. */
export const editorShown = (page) =>
  page
    .locator('.monaco-editor .view-line')
    .first()
    .waitFor({ timeout: patient(60_000) });

/** What a person does with the page of a workbench, whatever workbench it is. */
export function driver(page) {
  return {
    page,
    /** Clicks into the text so that keys reach it. */
    focusEditor: () => page.locator('.monaco-editor .view-lines').first().click(),
    /** Runs a command by its title. One of an extension that is still loading is waited for. */
    async command(title) {
      await page.keyboard.press('F1');
      const input = page.locator('.quick-input-box input');
      await input.waitFor();
      const found = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title });
      await eventually(async () => {
        await input.fill(`>${title}`);
        const there = await found.waitFor({ timeout: patient(2000) }).then(
          () => true,
          () => false,
        );
        // The list is made when the text changes, not when a command arrives.
        if (!there) await input.fill('>');
        return there;
      }, `no command ${title}`);
      await page.keyboard.press('Enter');
    },
    /** Exports a summary in which something is left to be filled in; `name` of the Word file appears beside it. */
    async exportToWord(name) {
      await this.focusEditor();
      await this.command('Export to Word');
      const anyway = { hasText: /Export All the Same|仍然导出/ };
      await page.locator('.monaco-dialog-box .monaco-button', anyway).click();
      await page.locator('.explorer-folders-view', { hasText: name }).waitFor();
    },
    /** Chooses in the context menu of a row. */
    async chooseInMenu(row, text) {
      const entry = page.locator('.monaco-menu .action-item', { hasText: text });
      await eventually(async () => {
        await page.keyboard.press('Escape');
        await row.click({ button: 'right' });
        // An extension that is still loading has no entry in a menu that is open already.
        return entry.waitFor({ timeout: patient(2000) }).then(
          () => true,
          () => false,
        );
      }, `no entry ${text}`);
      // By key: a menu takes no click before the mouse button has been up for a while.
      await entry.hover();
      await page.keyboard.press('Enter');
    },
    async goToLine(line) {
      await page.keyboard.press('Control+g');
      const input = page.locator('.quick-input-box input');
      await input.waitFor();
      await input.fill(`:${line}`);
      await page.keyboard.press('Enter');
      await input.waitFor({ state: 'hidden' });
      // Keys pressed before the editor has the focus again are lost.
      await page.locator('.monaco-editor.focused').first().waitFor();
    },
    /**
     * Answers a file dialog that opens in `folder` with a path; in the browser it is an input box. One of a
     * folder ends in `/`: without it, a dialog that has listed it by then goes in and asks on.
     */
    async chooseFile(folder, target) {
      const input = page.locator('.quick-input-box input').first();
      await page.locator('.quick-input-widget .quick-input-action').first().waitFor();
      // Once it lists the folder it leaves what is typed alone.
      await page.locator('.quick-input-list .monaco-list-row', { hasText: '..' }).waitFor();
      await page.waitForFunction(
        (start) => document.querySelector('.quick-input-box input')?.value.startsWith(start),
        folder,
      );
      await input.fill(target);
      // It goes into a folder first, and takes no Enter before it has.
      if (target.endsWith('/')) await page.waitForTimeout(patient(1000));
      await page.keyboard.press('Enter');
    },
    /**
     * Drags a row of a view onto another, once what is listed has stayed the same for a while: a view that
     * is drawn anew meanwhile lets go of what is dragged.
     */
    async dragRow(from, to) {
      const rows = page.locator('.customview-tree .monaco-list-row');
      let before;
      await eventually(async () => {
        const previous = before;
        before = (await rows.allTextContents()).join('\n');
        if (before === previous) return true;
        await page.waitForTimeout(patient(1000));
        return false;
      }, 'the view is drawn anew again and again');
      await from.dragTo(to);
    },
    /** The message with a text. A driven workbench shows no toasts: the bell opens it. */
    async notification(text) {
      const item = page
        .locator('.notifications-center .notification-list-item', { hasText: text })
        .first();
      await eventually(
        async () => {
          if (await item.isVisible()) return true;
          await this.openNotifications();
          return false;
        },
        async () => {
          const others = page.locator('.notifications-center .notification-list-item');
          const told = await others.allTextContents();
          const asked = await page.locator('.quick-input-widget:visible').allTextContents();
          return `no message ${text}; there are: ${told.join(' | ')}; asked: ${asked}`;
        },
      );
      return item;
    },
    /** Shows the messages, unless they are shown: the list closes when nothing is in it, or when the focus goes elsewhere. */
    async openNotifications() {
      if (await page.locator('.notifications-center').isVisible()) return;
      // The pointer stays where it is: resting on the bell, it would bring up a hint in front of the messages.
      await page.locator('[id="status.notifications"] a').dispatchEvent('click');
    },
    /** Visible text, line by line from above; the editor writes spaces as no-break spaces. */
    text: () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.monaco-editor .view-line')]
          .sort((a, b) => Number.parseInt(a.style.top, 10) - Number.parseInt(b.style.top, 10))
          .map((line) => line.textContent.replace(/\u00a0/g, ' ')),
      ),
    /** Waits until the visible text is this. */
    becomes(expected) {
      return eventually(async () => assert.equal((await this.text()).join('\n'), expected));
    },
    /** The visible text once it is drawn to the end: a change that is half drawn is neither the old text nor the new. */
    async drawn() {
      const seen = [];
      await eventually(async () => {
        seen.unshift((await this.text()).join('\n'));
        return seen.length > 2 && seen[0] === seen[1] && seen[1] === seen[2];
      }, 'the text changes on and on');
      return seen[0];
    },
    /** Undoes step by step, each of them seen before the next, until the visible text is this. */
    async undoTo(expected) {
      for (let before = await this.drawn(); before !== expected; before = await this.drawn()) {
        await page.keyboard.press('Control+z');
        await eventually(
          async () => (await this.text()).join('\n') !== before,
          'undo changes nothing',
        );
      }
    },
    async screenshot(name) {
      await mkdir(screenshots, { recursive: true });
      const file = path.join(screenshots, `${name}.png`);
      await page.screenshot({ path: file });
      return file;
    },
  };
}
