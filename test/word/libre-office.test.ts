import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { textOf } from '../../server/src/core/print/blocks.js';
import { PageLayout } from '../../server/src/core/print/pages.js';
import { readBlocks } from '../../server/src/core/print/read-blocks.js';
import { DEFAULT_FORMAT, exportDocx } from '../../server/src/word/write/index.js';

const seeds = fileURLToPath(new URL('../../../shared/seeds', import.meta.url));
const sample = fileURLToPath(new URL('../../snippets/samples/practice.txt', import.meta.url));

const installed = ['soffice', 'pdftotext', 'pdfinfo'].every(
  (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined,
);

function convert(folder: string, file: string, to: string): void {
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, file], {
    cwd: folder,
    stdio: 'ignore',
  });
}

/** Pages of a summary as another word processor prints them, line by line without blanks. */
async function printed(text: string, folder: string): Promise<string[][]> {
  const docx = await exportDocx(parseSummary(text, 'plain'), DEFAULT_FORMAT);
  writeFileSync(path.join(folder, 'a.docx'), docx);
  convert(folder, 'a.docx', 'fodt');
  // LibreOffice 7 reads w:overflowPunct the other way round and w:autoSpaceDE and w:autoSpaceDN not at all.
  const flat = path.join(folder, 'a.fodt');
  const read = readFileSync(flat, 'utf8')
    .replaceAll('style:text-autospace="ideograph-alpha"', 'style:text-autospace="none"')
    .replaceAll('style:punctuation-wrap="hanging"', 'style:punctuation-wrap="simple"');
  writeFileSync(flat, read);
  convert(folder, 'a.fodt', 'pdf');
  const info = execFileSync('pdfinfo', ['a.pdf'], { cwd: folder, encoding: 'utf8' });
  assert.match(info, /Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/);
  const layout = execFileSync('pdftotext', ['-layout', 'a.pdf', '-'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return layout
    .split('\f')
    .slice(0, -1)
    .map((page) =>
      page
        .split('\n')
        .map((line) => line.replace(/\s/g, ''))
        .filter((line) => line !== ''),
    );
}

/** The same pages as our own preview lays them out. */
function laidOut(text: string): string[][] {
  const blocks = readBlocks(parseSummary(text, 'plain')).blocks.map(({ block }) => block);
  return new PageLayout(DEFAULT_FORMAT)
    .layOut(blocks)
    .map((page) =>
      page.flatMap((item) => (item.type === 'line' ? [textOf(item.runs).replace(/\s/g, '')] : [])),
    );
}

/** Width in characters; letters and digits take about half. */
const width = (line: string) =>
  [...line].reduce((sum, character) => sum + (character < '\u2000' ? 0.5 : 1), 0);

describe('the exported file in LibreOffice', function () {
  this.timeout(120_000);
  let folder: string;
  before(function () {
    // Needs libreoffice-writer-nogui, poppler-utils, fonts-noto-cjk and fonts-liberation.
    if (!installed) this.skip();
    folder = mkdtempSync(path.join(os.tmpdir(), 'work-summary-word-'));
  });
  after(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  it('prints the seed on pages of 22 lines with 28 characters, nothing lost', async function () {
    if (!existsSync(seeds)) return this.skip();
    const text = readFileSync(path.join(seeds, readdirSync(seeds)[0]!), 'utf8');
    const pages = await printed(text, folder);
    assert.equal(pages.length, 7);
    for (const [index, page] of pages.entries()) {
      assert.equal(page.pop(), `—${index + 1}—`);
      if (index < pages.length - 1) assert.equal(page.length, 22, `page ${index + 1}`);
      for (const line of page) assert.ok(width(line) <= 28.5, line);
    }
    const full = pages
      .flat()
      .filter((line) => /^[\p{Script=Han}，、。；：“”（）]{28}$/u.test(line));
    assert.ok(full.length >= 80, `${full.length} full lines of 28 characters`);
    assert.deepEqual(pages, laidOut(text));
    const ink = readBlocks(parseSummary(text, 'plain'))
      .blocks.map(({ block }) => (block.type === 'paragraph' ? textOf(block.runs) : ''))
      .join('')
      .replace(/\s/g, '');
    assert.equal(pages.flat().join(''), ink);
  });

  it('prints the sample with its title, organ and date in their places', async () => {
    const pages = await printed(readFileSync(sample, 'utf8'), folder);
    assert.equal(pages.length, laidOut(readFileSync(sample, 'utf8')).length);
    assert.equal(pages[0]![0], '云溪县图书馆2024年工作总结');
    assert.deepEqual(pages.at(-1)!.slice(-3, -1), ['云溪县图书馆', '2024年12月XX日']);
  });
});
