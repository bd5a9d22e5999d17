// `npm run test:vscode`: the suite in the extension host of a real VS Code, then, but for `--suite`, what a
// person does in the workbench. Desktop where one can be had, else the VS Code server in a browser. With
// `--oldest` (`npm run test:oldest`) the suite alone in the server of the oldest release: driven as a
// person would, that one shows no dialogs.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { bundleSuite } from './bundle.mjs';
import { launchBrowser, startServer, workbenchUrl } from './host.mjs';
import { patient, TEST_PATIENCE } from './patience.mjs';
import { cache, RELEASES, root } from './runtime.mjs';

const RESULT = 'WORK-SUMMARY-RESULT ';
/** A vendor server that has not answered by then is out of reach. Milliseconds. */
const DOWNLOAD_PATIENCE = 15_000;
/** What the server logs of itself: native modules and accounts that it does without. */
const NOISE =
  /spdlog|extensionHostProcess|AccountPolicyGate|ENOTFOUND|Creating a socket|grace-time|builtin extensions cache|Service Worker|AgentHost/;
const SUITE_PATIENCE = patient(10 * 60_000);

/** Path of a desktop VS Code, or undefined where none can be had or no screen is there to show it. */
async function findDesktop() {
  const named = process.env.WORK_SUMMARY_VSCODE;
  if (named) return named;
  const version = process.env.WORK_SUMMARY_VSCODE_VERSION;
  if (version) return downloadAndUnzipVSCode({ version: await exact(version), cachePath: cache });
  if (process.platform === 'linux' && !process.env.DISPLAY) return undefined;
  const patience = new Promise((_, reject) => {
    setTimeout(() => reject(new Error('no answer')), DOWNLOAD_PATIENCE).unref();
  });
  try {
    return await Promise.race([downloadAndUnzipVSCode({ cachePath: cache }), patience]);
  } catch {
    return undefined;
  }
}

/** A version that can be downloaded; `minimum` is the oldest that the manifest allows. */
async function exact(version) {
  if (version !== 'minimum') return version;
  const { engines } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  return engines.vscode.replace('^', '');
}

async function runOnDesktop(executable, testsPath, workspace) {
  console.log(`VS Code host: desktop (${executable})`);
  const lines = [];
  // The desktop's output comes through this process's console; the result line is picked out of it.
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk, ...rest) => {
    lines.push(String(chunk));
    return write(chunk, ...rest);
  };
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: testsPath,
      launchArgs: [
        workspace,
        '--disable-extensions',
        '--disable-workspace-trust',
        '--skip-welcome',
      ],
    });
  } catch (error) {
    console.log(String(error));
  } finally {
    process.stdout.write = write;
  }
  return readResult(lines.join(''));
}

async function runInServer(testsPath, workspace) {
  const server = await startServer({ release });
  const browser = await launchBrowser();
  const { vscode } = RELEASES[release];
  console.log(`VS Code host: server ${vscode} in a browser (Chromium ${browser.version()})`);
  try {
    const page = await browser.newPage();
    let log = '';
    const exit = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('the suite did not end')), SUITE_PATIENCE).unref();
      page.on('crash', () => reject(new Error('the browser crashed')));
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    });
    await page.exposeFunction('codeAutomationLog', (_type, args) => {
      const line = format(...args);
      if (!NOISE.test(line)) {
        log += `${line}\n`;
        console.log(line);
      }
    });
    await page.goto(workbenchUrl(server, { folder: workspace, testsPath }));
    await exit;
    return readResult(log);
  } finally {
    await browser.close();
    await server.stop();
  }
}

function readResult(log) {
  const line = log.split('\n').find((text) => text.includes(RESULT));
  if (line === undefined) return { passed: 0, failed: 1, skipped: 0 };
  return JSON.parse(line.slice(line.indexOf(RESULT) + RESULT.length));
}

/**
 * What a person sees and does; a mocha of its own for each file, in Node, with Playwright. A file in which
 * something failed is run once more, in a fresh window: what fails twice has failed, what fails once is
 * named at the end.
 */
async function runUi() {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const unsteady = [];
  const folder = path.join(root, 'test', 'vscode', 'ui');
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.test.mjs')).sort()) {
    let run = await runUiFile(path.join(folder, name));
    if (run.failed > 0) {
      // Marked, so that nobody counts what follows twice.
      console.log(run.log.replace(/^/gm, '| '));
      console.log(`${name} is run once more.`);
      run = await runUiFile(path.join(folder, name));
      if (run.failed === 0) unsteady.push(name);
    }
    process.stdout.write(run.log);
    for (const key of Object.keys(sum)) sum[key] += run[key];
  }
  if (unsteady.length > 0) console.log(`Failed once and are to be mended: ${unsteady.join(', ')}`);
  return sum;
}

/** @param {string} file */
function runUiFile(file) {
  const mocha = path.join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const options = ['--no-config', '--timeout', String(TEST_PATIENCE), '--forbid-only', '--exit'];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [mocha, ...options, file], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let log = '';
    child.stdout.on('data', (chunk) => {
      log += chunk;
    });
    child.on('close', (code) => {
      const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(log)?.[1] ?? 0);
      const failed = count('failing');
      resolve({
        log,
        passed: count('passing'),
        failed: code !== 0 && failed === 0 ? 1 : failed,
        skipped: count('pending'),
      });
    });
  });
}

const release = process.argv.includes('--oldest') ? 'oldest' : 'newest';
await mkdir(cache, { recursive: true });
if (!existsSync(path.join(root, 'dist', 'client.js'))) {
  execFileSync(process.execPath, [path.join(root, 'server', 'scripts', 'build.mjs')], {
    stdio: 'inherit',
  });
}
const testsPath = await bundleSuite();
const workspace = await mkdtemp(path.join(os.tmpdir(), 'work-summary-tests-'));
let results;
try {
  const desktop = release === 'newest' ? await findDesktop() : undefined;
  const suite = desktop
    ? await runOnDesktop(desktop, testsPath, workspace)
    : await runInServer(testsPath, workspace);
  const alone = release === 'oldest' || process.argv.includes('--suite');
  results = alone ? [suite] : [suite, await runUi()];
} finally {
  await rm(workspace, { recursive: true, force: true });
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`VS Code: ${sum('passed')} passed, ${sum('failed')} failed`);
await writeFile(path.join(cache, 'results.json'), JSON.stringify(results, null, 2));
process.exit(sum('failed') > 0 || results.some(({ passed }) => passed === 0) ? 1 : 0);
