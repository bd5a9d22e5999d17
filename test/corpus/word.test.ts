/** Real texts to Word: printed, and back. */
import assert from 'node:assert/strict';
import { fullLines, installed, printedWhole } from '../helpers/libre-office.js';
import { roundTrip, withoutComments } from '../helpers/round-trip.js';
import { seed, textsIn } from './texts.js';

describe('to Word and back', () => {
  it('is exact for the seed', async () => {
    const text = seed();
    assert.equal(await roundTrip(text, 'plain'), text);
  });

  it('is exact for the documents of the corpora', async () => {
    const texts = [...textsIn('corpora/clean/'), ...textsIn('corpora/markdown/')];
    assert.ok(texts.length >= 30);
    for (const { name, text, syntax } of texts) {
      const expected = syntax === 'markdown' ? withoutComments(text) : text;
      assert.equal(await roundTrip(text, syntax), expected, name);
    }
  });
});

describe('the exported seed in LibreOffice', () => {
  before(function () {
    if (!installed) this.skip();
  });

  it('is printed on pages of 22 lines with 28 characters, nothing lost', async () => {
    const pages = await printedWhole(seed());
    assert.equal(pages.length, 7);
    for (const [index, page] of pages.slice(0, -1).entries()) {
      assert.equal(page.length, 22, `page ${index + 1}`);
    }
    const full = fullLines(pages);
    assert.ok(full.length >= 80, `${full.length} full lines of 28 characters`);
  });
});
