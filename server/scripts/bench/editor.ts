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

const ACTIVATION = `
exports.run = async () => {
  const vscode = require('vscode');
  const extension = vscode.extensions.getExtension('work-summary.work-summary');
  const start = performance.now();
  await extension.activate();
  console.log('ACTIVATED ' + (performance.now() - start));
};
`;

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
  const times: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const server = await startServer();
    const browser = await launchBrowser();
    const page = await browser.newPage();
    const done = new Promise<void>((resolve) => {
      void page.exposeFunction('codeAutomationExit', () => resolve());
    });
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
      const found = /ACTIVATED ([\d.]+)/.exec(args.join(' '));
      if (found !== null) times.push(Number(found[1]));
    });
    await page.goto(workbenchUrl(server, { folder, testsPath }));
    await done;
    await browser.close();
    await server.stop();
  }
  rmSync(folder, { recursive: true, force: true });
  return {
    name: 'activation of the extension in VS Code',
    value: median(times),
    unit: 'ms',
    reach: 30,
    better: 'most',
    detail: `of ${times.length} starts, to the end of activate, the bundle's loading included`,
  };
}

async function typing(): Promise<Row[]> {
  const { openWorkbench } = await load('ui-helpers.mjs');
  const text = textOf(20_000, cleanTexts());
  const bench = await openWorkbench([{ name: '2024年工作总结.txt', content: text }]);
  const { page } = bench;
  await page.locator('.squiggly-warning, .squiggly-hint, .squiggly-info').first().waitFor();
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
  const half = delays.length / 2;
  return [
    {
      name: `longest frame while ${PER_SECOND} characters a second are typed for ${SECONDS} s`,
      value: Math.max(...frames),
      unit: 'ms',
      reach: LONG_FRAME,
      better: 'most',
      detail: `p99 ${quantile(frames, 0.99).toFixed(0)} ms, ${frames.filter((frame) => frame > LONG_FRAME).length} of ${frames.length} longer than ${LONG_FRAME} ms`,
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
