import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { recognise } from '../../server/src/core/document/recognise.js';
import { lint } from '../../server/src/core/lint/linter.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';

const FOLDER = new URL('../fixtures/drafts/', import.meta.url);

/** Drafts as they are typed at the end of a day, of three trades: half-width marks, `1、`, English. */
const DRAFTS = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(new URL(name, FOLDER), 'utf8'),
}));

/** What may be said of a draft that is not finished; a habit counts once. */
const MOST = 4;

describe('a draft', () => {
  for (const { name, text } of DRAFTS) {
    const syntax = name.endsWith('.md') ? 'markdown' : 'plain';

    it(`is known for a summary: ${name}`, () =>
      assert.equal(recognise(name, text).isSummary, true));

    it(`looks worked on, not condemned: ${name}`, () => {
      const seen = lint(parseSummary(text, syntax), { rules: RULES }).filter(
        ({ severity }) => severity !== 'hint',
      );
      assert.ok(seen.length <= MOST, seen.map(({ message }) => message.zh).join('\n'));
      // What is marked is the form alone: nobody is told that a word of these is wrong.
      const ofWords = seen.filter(
        ({ rule }) => RULES.find(({ id }) => id === rule)?.mechanical !== true,
      );
      assert.deepEqual(
        ofWords.map(({ rule }) => rule),
        [],
      );
    });
  }
});
