/** The real VS Code: how long our own code takes to activate, and whether typing stays smooth. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median, quantile, type Row } from './measure.js';
import { cleanTexts, textOf } from './texts.js';

const STARTS = 5;
const SECONDS = 30;
const PER_SECOND = 10;
/** A frame that takes longer is seen as a stutter. Milliseconds. */
const LONG_FRAME = 50;

const TYPED = '全馆坚持以读者为中心，认真做好各项服务工作，取得了新的成绩。';

/** Runs in the extension host: our own code is what loading our main takes and the call of `activate`. */
const ACTIVATION = `
const Module = require('module');
const vscode = require('vscode');
const times = {};
const load = Module._extensions['.js'];
Module._extensions['.js'] = (module, file) => {
  const start = performance.now();
  load(module, file);
  if (!/[\\\\/]dist[\\\\/]client\\.js$/.test(file)) return;
  times.load = performance.now() - start;
  const { activate, deactivate } = module.exports;
  module.exports = {
    deactivate,
    activate(context) {
      const begin = performance.now();
      const result = activate(context);
      times.activate = performance.now() - begin;
      return result;
    },
  };
};
exports.run = async () => {
  const extension = vscode.extensions.getExtension('work-summary.work-summary');
  if (extension.isActive) return;
  await extension.activate();
  console.log('ACTIVATED ' + JSON.stringify(times));
};
`;

/** Milliseconds. */
interface Activation {
  readonly load: number;
  readonly activate: number;
}

// The driving of the workbench is shared with the tests; it knows its own place, so it is not bundled.
const load = (file: string) =>
  import(pathToFileURL(join(process.cwd(), 'test', 'vscode', file)).href);

export async function editor(): Promise<Row[]> {
  return [await activation(), ...(await typing())];
}

async function activation(): Promise<Row> {
  const { launchBrowser, startServer, workbenchUrl } = await load('host.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'work-summary-bench-'));
  const testsPath = join(folder, 'activation.js');
  writeFileSync(testsPath, ACTIVATION);
  const times: Activation[] = [];
  for (let i = 0; i < STARTS; i++) {
    const server = await startServer();
    const browser = await launchBrowser();
    const page = await browser.newPage();
    const done = new Promise<void>((resolve) => {
      void page.exposeFunction('codeAutomationExit', () => resolve());
    });
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
      const found = /ACTIVATED (\{.*\})/.exec(args.join(' '));
      if (found !== null) times.push(JSON.parse(found[1]!));
    });
    await page.goto(workbenchUrl(server, { folder, testsPath }));
    await done;
    await browser.close();
    await server.stop();
  }
  rmSync(folder, { recursive: true, force: true });
  const part = (name: keyof Activation) => median(times.map((time) => time[name])).toFixed(1);
  return {
    name: 'activation of the extension in VS Code',
    value: median(times.map(({ load, activate }) => load + activate)),
    unit: 'ms',
    reach: 30,
    better: 'most',
    detail: `of ${times.length} starts; ${part('load')} ms to load our main, ${part('activate')} ms to activate`,
  };
}

/** What was seen while somebody typed. Milliseconds. */
interface Typed {
  readonly frames: readonly number[];
  /** Until each character was put in. */
  readonly delays: readonly number[];
}

/** Types into a summary, with the extension or, to know what the editor itself takes, without. */
async function typeInto(extension: boolean): Promise<Typed> {
  const { openWorkbench } = await load('ui-helpers.mjs');
  const text = textOf(20_000, cleanTexts());
  const files = [{ name: '2024年工作总结.txt', content: text }];
  const bench = await openWorkbench(files, {}, extension ? {} : { extension: null });
  const { page } = bench;
  if (extension) {
    await page.locator('.squiggly-warning, .squiggly-hint, .squiggly-info').first().waitFor();
  }
  await bench.focusEditor();
  await page.keyboard.press('Control+End');
  await page.evaluate(() => {
    const frames: number[] = [];
    (globalThis as { frames?: number[] }).frames = frames;
    let last = performance.now();
    const next = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const delays: number[] = [];
  for (let i = 0; i < SECONDS * PER_SECOND; i++) {
    const start = performance.now();
    await page.keyboard.insertText(TYPED[i % TYPED.length]!);
    const took = performance.now() - start;
    delays.push(took);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1000 / PER_SECOND - took)));
  }
  const frames: number[] = await page.evaluate(
    () => (globalThis as unknown as { frames: number[] }).frames,
  );
  await bench.close();
  return { frames, delays };
}

async function typing(): Promise<Row[]> {
  const alone = await typeInto(false);
  const { frames, delays } = await typeInto(true);
  const told = (all: readonly number[]) =>
    `p99 ${quantile(all, 0.99).toFixed(0)} ms, ${all.filter((frame) => frame > LONG_FRAME).length} of ${all.length} longer than ${LONG_FRAME} ms`;
  const half = delays.length / 2;
  return [
    {
      name: `longest frame while ${PER_SECOND} characters a second are typed for ${SECONDS} s`,
      value: Math.max(...frames),
      unit: 'ms',
      reach: LONG_FRAME,
      better: 'most',
      detail: `${told(frames)}; the editor without us: longest ${Math.max(...alone.frames).toFixed(1)} ms, ${told(alone.frames)}`,
    },
    {
      name: 'delay of a character in the second half of it, against the first',
      value: median(delays.slice(half)) / median(delays.slice(0, half)),
      unit: '×',
      reach: 1.2,
      better: 'most',
    },
  ];
}
