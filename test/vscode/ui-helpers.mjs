// A workbench for one UI test: a folder with files, one of them open, and the page to drive.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launchBrowser, startServer, workbenchUrl } from './host.mjs';
import { cache } from './runtime.mjs';

export const screenshots = path.join(cache, 'screenshots');

/**
 * Opens `files[0]` (`{ name, content }`) in a workbench of its own; a content may be made from the
 * folder. `options` are those of the server; `workspace` among them names the file that says which
 * folders are open. A packed extension among the options is there in place of the sources. `close`
 * ends everything.
 */
export async function openWorkbench(
  files,
  settings = {},
  { workspace, extension, ...options } = {},
) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'work-summary-ui-'));
  for (const { name, content } of files) {
    const data = typeof content === 'function' ? content(folder) : content;
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), data);
  }
  const server = await startServer({ settings, ...options });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  // No language pack can be had here, but what the product itself says is then in Chinese.
  await page.addInitScript(() => {
    globalThis._VSCODE_NLS_LANGUAGE = 'zh-cn';
  });
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
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
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
    async close() {
      await browser.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a person does with the page of a workbench, whatever stands behind it. */
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
      for (const end = Date.now() + 30_000; ; ) {
        await input.fill(`>${title}`);
        const there = await found.waitFor({ timeout: 2000 }).then(
          () => true,
          () => false,
        );
        if (there) break;
        if (Date.now() > end) throw new Error(`no command ${title}`);
        // The list is made when the text changes, not when a command arrives.
        await input.fill('>');
      }
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
    /** Answers a file dialog that opens in `folder` with a path; in the browser it is an input box. */
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
      await page.keyboard.press('Enter');
    },
    /** The message with a text. A driven workbench shows no toasts, so it is read behind the bell. */
    async notification(text) {
      const item = page
        .locator('.notifications-center .notification-list-item', { hasText: text })
        .first();
      for (const end = Date.now() + 20_000; Date.now() < end; ) {
        if (await item.isVisible()) return item;
        // The list closes when nothing is in it, or when the focus goes elsewhere.
        if (!(await page.locator('.notifications-center').isVisible())) {
          await page.locator('[id="status.notifications"]').click();
        }
        await page.waitForTimeout(50);
      }
      const others = await page.locator('.notifications-center .notification-list-item').all();
      const told = await Promise.all(others.map((other) => other.textContent()));
      const asked = await page.locator('.quick-input-widget:visible').allTextContents();
      throw new Error(`no message ${text}; there are: ${told.join(' | ')}; asked: ${asked}`);
    },
    /** Visible text, line by line; the editor writes spaces as no-break spaces. */
    async text() {
      const lines = await page.locator('.monaco-editor .view-line').allTextContents();
      return lines.map((line) => line.replace(/\u00a0/g, ' '));
    },
    async screenshot(name) {
      await mkdir(screenshots, { recursive: true });
      const file = path.join(screenshots, `${name}.png`);
      await page.screenshot({ path: file });
      return file;
    },
  };
}
