/** What fixes, formatting and renumbering do to any text: nothing that they do not name. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeholdersOf } from '../../server/src/core/analysis/placeholders/placeholders.js';
import { applyEdits, type TextEdit } from '../../server/src/core/base/text.js';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { renumberDocument } from '../../server/src/core/edits/renumber.js';
import { everyPlace, firstFixes, fixAllEdits, lint } from '../../server/src/core/lint/linter.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { anyText, EVERYTHING, edits, fraction, lettersOf, planted } from '../helpers/texts.js';

/** Any text, and a long one of which a little was changed: most rules speak only in real sentences. */
const texts = fc.oneof(
  anyText,
  edits(3).map((changes) => {
    let text = EVERYTHING;
    for (const [at, length, piece] of changes) {
      const start = Math.round(at * text.length);
      text = text.slice(0, start) + piece + text.slice(start + length);
    }
    return text;
  }),
);
const syntax = fc.constantFrom<Syntax>('plain', 'markdown');

const findings = (text: string, how: Syntax) => lint(parseSummary(text, how), { rules: RULES });

/** Fails for edits that overlap, lie outside, split a character, or a line end that stays. */
function checkEdits(text: string, list: readonly TextEdit[]): void {
  let last = -1;
  for (const { span } of [...list].sort((a, b) => a.span.start - b.span.start)) {
    assert.ok(last <= span.start && span.start <= span.end && span.end <= text.length);
    last = span.end;
    for (const offset of [span.start, span.end]) {
      assert.doesNotMatch(text.slice(offset - 1, offset + 1), /^[\ud800-\udbff][\udc00-\udfff]$/);
    }
  }
}

/** What no bulk change may touch: figures, quotations, titles, placeholders, line ends. */
function sacred(text: string, how: Syntax) {
  return {
    lineEnds: text.match(/\r\n|\r|\n/g),
    letters: text.match(/[A-Za-z]|\p{M}|\p{Cs}|[\u{10000}-\u{10ffff}]/gu)?.join(''),
    figures: text.match(/\d+(?:\.\d+)?/g),
    placeholders: placeholdersOf(parseSummary(text, how)).map((found) => found.text),
  };
}

describe('fixes of any text', () => {
  it('change it, lie inside it and apart', () => {
    fc.assert(
      fc.property(texts, syntax, (text, how) => {
        for (const { rule, fixes } of findings(text, how)) {
          for (const { edits: own } of fixes) {
            checkEdits(text, own);
            assert.notEqual(applyEdits(text, own), text, rule);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('converge when all are made at once, and keep what is sacred', () => {
    fc.assert(
      fc.property(texts, syntax, (text, how) => {
        const before = sacred(text, how);
        let fixed = text;
        for (let round = 0; ; round++) {
          const own = fixAllEdits(parseSummary(fixed, how), findings(fixed, how), RULES);
          if (own.length === 0) break;
          checkEdits(fixed, own);
          fixed = applyEdits(fixed, own);
          assert.ok(round < 10, 'still something to fix');
        }
        assert.deepEqual(sacred(fixed, how), before);
        assert.equal(lettersOf(fixed), lettersOf(text));
      }),
      { numRuns: 200 },
    );
  });

  it('change nothing inside what is planted, and nothing but marks and blanks, when all are made at once', () => {
    let made = 0;
    fc.assert(
      fc.property(planted, syntax, ({ text, keeps }, how) => {
        const edits = fixAllEdits(parseSummary(text, how), findings(text, how), RULES);
        checkEdits(text, edits);
        made += edits.length;
        const fixed = applyEdits(text, edits);
        let at = 0;
        for (const kept of keeps) {
          const found = fixed.indexOf(kept, at);
          assert.ok(found >= 0, `${kept} in ${fixed}`);
          at = found + kept.length;
        }
        assert.equal(lettersOf(fixed), lettersOf(text));
      }),
      { numRuns: 500 },
    );
    // What is free is put right all the same.
    assert.ok(made > 500, `${made} edits`);
  });

  it('of one finding after another come to an end', () => {
    fc.assert(
      fc.property(texts, syntax, fraction, (text, how, at) => {
        let fixed = text;
        for (let round = 0; round < 5; round++) {
          const found = findings(fixed, how);
          const fixable = found.filter(({ fixes }) => fixes.length > 0);
          const chosen = fixable[Math.floor(at * fixable.length)];
          if (chosen === undefined) return;
          fixed = applyEdits(fixed, chosen.fixes[0]!.edits);
          // Those without a fix count before as after: mending a pair leaves its neighbour alone as it was.
          const alike = (list: typeof found) =>
            everyPlace(list).filter(({ rule }) => rule === chosen.rule).length;
          assert.ok(alike(findings(fixed, how)) <= alike(found), chosen.rule);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('formatting of any text', () => {
  const format = (text: string, how: Syntax) => {
    const summary = parseSummary(text, how);
    const blanks = findings(text, how).filter(({ rule }) => rule === 'trailing-space');
    return [...renumberDocument(summary), ...firstFixes(blanks)];
  };
  /** Without blanks, and with one sign for all numbers: what formatting may not change. */
  const words = (text: string) =>
    text.replace(/[ \t\u3000\u00a0\ufeff]/g, '').replace(/[\d一二三四五六七八九十百①-⑳]+/g, '#');

  it('keeps every word and does nothing the second time', () => {
    fc.assert(
      fc.property(texts, syntax, (text, how) => {
        const own = format(text, how);
        checkEdits(text, own);
        const formatted = applyEdits(text, own);
        assert.equal(words(formatted), words(text));
        assert.deepEqual(format(formatted, how), []);
      }),
      { numRuns: 300 },
    );
  });
});
