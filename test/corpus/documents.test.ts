/** What is read out of official reports and statutes. */
import assert from 'node:assert/strict';
import { recognise } from '../../server/src/core/document/recognise.js';
import type { WholeText } from '../helpers/fixtures.js';
import { assertHeadingsKept } from '../helpers/headings.js';
import { joins } from '../helpers/paragraphs.js';
import { find } from '../helpers/placeholders.js';
import { textsIn } from './texts.js';

describe('official reports', () => {
  let reports: WholeText[];
  before(() => {
    reports = textsIn('corpora/clean/');
  });

  it('have no placeholders', () => {
    for (const { name, text } of reports) {
      assert.deepEqual(
        find(text).map(({ text: own }) => own),
        [],
        name,
      );
    }
  });

  it('have joined what a page broke in them, and nothing else', () => {
    const found = reports.flatMap(({ text }) => joins(text));
    assert.equal(found.length, 23);
    assert.ok(found.every((line) => line.length >= 54));
  });

  it('keep their words as Markdown headings, and their sections with labels of one form', () => {
    for (const { name, text, syntax } of reports) assertHeadingsKept(name, text, syntax);
  });
});

describe('statutes', () => {
  it('are not taken for work summaries', () => {
    const taken = textsIn('corpora/markdown/md-laws/').filter(
      ({ text }) => recognise('x.txt', text).isSummary,
    );
    assert.deepEqual(
      taken.map(({ name }) => name),
      [],
    );
  });
});
