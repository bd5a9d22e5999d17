// Serves VS Code on 127.0.0.1 and shows it in a browser: the same workbench and extension host as on
// a desktop, driven by Playwright.
import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { eventually, patient } from './patience.mjs';
import { ensureBrowser, ensureServer, root } from './runtime.mjs';

/** Nothing that asks, advertises or moves by itself stands between a test and the editor. */
export const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'files.hotExit': 'off',
  'editor.accessibilitySupport': 'off',
};

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Starts the server; `token` guards it when a person uses it. Settings are written as those of the
 * machine: the browser profile is empty, and machine settings hold for every window. Folders of other
 * `extensions` are installed beside the one under test, and so is a packed one, `vsix`. With `trust`,
 * folders are not trusted unless the user says so. What it keeps is in `data` and stays there, or else
 * in a folder that goes when it stops. `release` is one of `RELEASES`.
 */
export async function startServer({
  settings = {},
  token,
  extensions = [],
  vsix,
  trust = false,
  data: kept,
  release = 'newest',
} = {}) {
  const runtime = await ensureServer(release);
  const port = await freePort();
  const data = kept ?? (await mkdtemp(path.join(os.tmpdir(), 'work-summary-vscode-')));
  await mkdir(path.join(data, 'data', 'Machine'), { recursive: true });
  await writeFile(
    path.join(data, 'data', 'Machine', 'settings.json'),
    JSON.stringify({
      ...SETTINGS,
      'security.workspace.trust.enabled': trust,
      ...settings,
    }),
  );
  for (const [index, extension] of extensions.entries()) {
    await cp(extension, path.join(data, 'extensions', `other-${index}`), { recursive: true });
  }
  const program = [runtime.serverMain, '--accept-server-license-terms', '--server-data-dir', data];
  /** Runs a command of the server's own, such as `--list-extensions`; gives what it prints. */
  const manage = async (...args) =>
    (await promisify(execFile)(runtime.node, [...program, ...args])).stdout;
  if (vsix !== undefined) await manage('--install-extension', vsix);
  const child = spawn(
    runtime.node,
    [
      ...program,
      ...['--host', '127.0.0.1', '--port', String(port)],
      ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
      ...['--telemetry-level', 'off'],
      ...['--enable-smoke-test-driver', '--disable-experiments'],
      ...(trust ? [] : ['--disable-workspace-trust']),
    ],
    // A group of its own, so that stopping it stops the extension hosts too.
    { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      log = (log + chunk).slice(-20_000);
    });
  }
  let stopped = false;
  const kill = () => {
    if (stopped) return;
    stopped = true;
    try {
      if (process.platform === 'win32') child.kill();
      else process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It had ended by itself.
    }
  };
  process.once('exit', kill);
  const stop = async () => {
    kill();
    if (kept !== undefined) return;
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(
      () => {},
    );
  };
  const origin = `http://127.0.0.1:${port}`;
  const up = await eventually(
    async () => child.exitCode !== null || (await fetch(`${origin}/version`)).ok,
    'no answer',
    { timeout: patient(60_000) },
  ).then(
    () => child.exitCode === null,
    () => false,
  );
  if (!up) {
    await stop();
    throw new Error(`The VS Code server did not start:\n${log}`);
  }
  return { origin, authority: `127.0.0.1:${port}`, token, manage, stop, log: () => log };
}

/** Address of a workbench window with the extension loaded from its folder, or from none for null. */
export function workbenchUrl(server, { folder, workspace, file, extension = root, testsPath }) {
  const remote = (target) =>
    `vscode-remote://${server.authority}${path
      .resolve(target)
      .split(path.sep)
      .join('/')
      .replace(/^(?!\/)/, '/')}`;
  const payload = [
    ...(extension === null ? [] : [['extensionDevelopmentPath', remote(extension)]]),
    ['skipWelcome', 'true'],
    ...(testsPath === undefined ? [] : [['extensionTestsPath', remote(testsPath)]]),
    ...(file === undefined ? [] : [['openFile', remote(file)]]),
  ];
  const query = new URLSearchParams({
    ...(workspace === undefined ? { folder } : { workspace }),
    payload: JSON.stringify(payload),
  });
  if (server.token !== undefined) query.set('tkn', server.token);
  return `${server.origin}/?${query}`;
}

/** A headless browser with Chinese glyphs; locale `zh-CN` as a writer's would be, whatever the machine's. */
export async function launchBrowser() {
  const browser = await ensureBrowser();
  return chromium.launch({
    executablePath: browser.executablePath,
    env: { ...process.env, ...browser.env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      // A page that a test has changed counts as foreign, and may not reach 127.0.0.1 otherwise.
      '--disable-features=LocalNetworkAccessChecks',
    ],
  });
}
