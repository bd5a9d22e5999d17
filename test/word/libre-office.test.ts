import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ANNUAL } from '../helpers/fixtures.js';
import { fullLines, installed, laidOut, printed, printedWhole } from '../helpers/libre-office.js';

const sample = new URL('../../snippets/samples/practice.txt', import.meta.url);

describe('the exported file in LibreOffice', () => {
  before(function () {
    if (!installed) this.skip();
  });

  it('prints a whole summary on pages of 22 lines with 28 characters, nothing lost', async () => {
    const pages = await printedWhole(ANNUAL);
    assert.equal(pages.length, 6);
    // The title takes two lines.
    assert.equal(pages[0]!.length, 21);
    for (const [index, page] of pages.slice(1, -1).entries()) {
      assert.equal(page.length, 22, `page ${index + 2}`);
    }
    const full = fullLines(pages);
    assert.ok(full.length >= 40, `${full.length} full lines of 28 characters`);
  });

  it('prints the sample with its title, organ and date in their places', async () => {
    const text = readFileSync(sample, 'utf8');
    const pages = await printed(text);
    assert.equal(pages.length, laidOut(text).length);
    assert.equal(pages[0]![0], '云溪县图书馆2024年工作总结');
    assert.deepEqual(pages.at(-1)!.slice(-3, -1), ['云溪县图书馆', '2024年12月XX日']);
  });
});
