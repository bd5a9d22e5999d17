// `npm run screenshots`: the pictures of the README, taken in the real VS Code.
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './runtime.mjs';
import { openWorkbench } from './ui-helpers.mjs';

const name = '年度工作总结.txt';
const content = await readFile(path.join(root, 'test', 'fixtures', 'sample', name), 'utf8');
const bench = await openWorkbench([{ name, content }]);
try {
  const { page } = bench;
  await page.locator('.squiggly-error').first().waitFor();
  await bench.command('Explorer: Focus on Outline View');
  await page.locator('.outline-tree .monaco-list-row', { hasText: '一、主要工作' }).waitFor();
  await bench.focusEditor();
  await bench.command('View: Toggle Problems');
  await page
    .locator('.markers-panel .monaco-list-row', { hasText: '序号' })
    .or(page.locator('.markers-panel .monaco-list-row', { hasText: 'Gap' }))
    .first()
    .waitFor();
  const target = path.join(root, 'docs', 'images');
  await mkdir(target, { recursive: true });
  await copyFile(await bench.screenshot('main'), path.join(target, 'main.png'));
  console.log('docs/images/main.png');
} finally {
  await bench.close();
}
process.exit(0);
