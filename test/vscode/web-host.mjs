// The workbench with the extension in the browser: it is loaded from a web address and so runs in the
// web worker extension host, and the folder is one of a virtual file system.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { launchBrowser, SETTINGS, startServer } from './host.mjs';
import { PATIENCE } from './patience.mjs';
import { root } from './runtime.mjs';
import { driver, editorShown } from './ui-helpers.mjs';

const CONFIGURATION = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;
const TYPES = { '.js': 'text/javascript', '.json': 'application/json' };

const toAttribute = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
const fromAttribute = (text) => text.replace(/&quot;/g, '"').replace(/&amp;/g, '&');

/** Serves the extension, and the test's file system beside it, as a shop for web extensions does. */
async function serveExtensions(files) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const name = decodeURIComponent(pathname);
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (name === '/test/vscode/memfs/files.json') {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(files));
      return;
    }
    try {
      const bytes = await readFile(path.join(root, path.normalize(name)));
      response.setHeader('Content-Type', TYPES[path.extname(name)] ?? 'application/octet-stream');
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  // By this name: the worker's policy lets it load scripts from there.
  return { authority: `localhost:${server.address().port}`, stop: () => server.close() };
}

/**
 * Opens `file` of the virtual folder `memfs:/` in a workbench of its own. `files` are texts by path,
 * such as `/年/总结.txt`, or bytes as `{ base64 }`. What comes back is that of `openWorkbench`, without a folder on a disk.
 */
export async function openWebWindow(files, { file, settings = {} }) {
  const server = await startServer();
  const extensions = await serveExtensions(files);
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  page.setDefaultTimeout(PATIENCE);
  await page.route(`${server.origin}/?*`, async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(CONFIGURATION, (_, start, escaped) => {
      const configuration = JSON.parse(fromAttribute(escaped));
      const extension = (folder) => ({
        scheme: 'http',
        authority: extensions.authority,
        path: folder,
      });
      Object.assign(configuration, {
        folderUri: { scheme: 'memfs', path: '/' },
        configurationDefaults: { ...SETTINGS, ...settings },
        developmentOptions: {
          ...configuration.developmentOptions,
          extensions: [extension('/'), extension('/test/vscode/memfs')],
        },
      });
      return `${start}${toAttribute(JSON.stringify(configuration))}"`;
    });
    // The page's policy lets it fetch from its own address only; the extensions have another.
    const { 'content-security-policy': _policy, ...headers } = response.headers();
    await route.fulfill({ response, headers, body: html });
  });
  const payload = [
    ['extensionDevelopmentKind', 'web'],
    ['skipWelcome', 'true'],
    ['openFile', `memfs:${file}`],
  ];
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  await page.addInitScript(() => {
    globalThis._VSCODE_NLS_LANGUAGE = 'zh-cn';
  });
  await page.goto(`${server.origin}/?${query}`);
  await editorShown(page);
  return {
    ...driver(page),
    async close() {
      await browser.close();
      extensions.stop();
      await server.stop();
    },
  };
}
