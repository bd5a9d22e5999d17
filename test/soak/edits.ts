/**
 * Random edits of a long text, one after another: whatever is remembered from version to version must
 * tell what a fresh reading tells. Stops at the first difference.
 */
import assert from 'node:assert/strict';
import { placeholdersOf } from '../../server/src/core/analysis/placeholders/placeholders.js';
import type { Summary } from '../../server/src/core/document/document.js';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { Linter, lint } from '../../server/src/core/lint/linter.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { numbers } from '../helpers/numbers.js';
import { EVERYTHING } from '../helpers/texts.js';
import { option } from './options.js';

/** What is typed: words, marks, what opens something, and what breaks readers of text. */
export const PIECES: readonly string[] = [
  ...[
    '',
    '',
    '',
    '一',
    '的',
    '。',
    '，',
    '、',
    '“',
    '”',
    '工作',
    '1.',
    '（二）',
    '二是',
    '约',
    '三、',
  ],
  ...['\n', '\r\n', '\r', '\u2028', '　　', ' ', '\uFEFF', '𠮷', 'e\u0301', '\ud842', '\udfb7'],
  ...[
    '# ',
    '```',
    '<!--',
    '-->',
    '> ',
    '|',
    '---',
    '**',
    '- ',
    'http://a.b/c',
    '`',
    '附件1',
    '总结',
  ],
  ...[
    'XX',
    'X月XX日',
    '【待补充】',
    '见第三部分',
    '附件：1.名单',
    '《',
    '》',
    '5%',
    '3万5千',
    '2025年',
  ],
];
/** The text is cut back to this length, in UTF-16 units: random edits would let it grow. */
export const LONGEST = 8000;
/** How often findings, which cost most, are compared: once in so many comparisons. */
const FINDINGS = 10;

const told = (summary: Summary) => ({
  lines: summary.lines,
  title: summary.title,
  sections: summary.sections,
  paragraphs: summary.paragraphs,
  exempt: summary.exempt,
  placeholders: placeholdersOf(summary),
});

export function soakEdits(): void {
  const edits = option('edits', 1_000_000);
  const every = option('every', 50);
  const seed = option('seed', 1);
  const random = numbers(seed);
  const rules = {
    rules: RULES,
    onRuleError: (rule: string, error: unknown) => assert.fail(`${rule}: ${error}`),
  };
  let syntax: Syntax = 'plain';
  let linter = new Linter(rules);
  let text = EVERYTHING;
  let summary = parseSummary(text, syntax);
  const started = Date.now();
  for (let done = 1, compared = 0; done <= edits; done++) {
    const start = Math.floor(random() * (text.length + 1));
    const end = Math.min(text.length, start + Math.floor(random() * 7));
    const piece = PIECES[Math.floor(random() * PIECES.length)]!;
    text = text.slice(0, start) + piece + text.slice(end);
    summary = summary.edit({ start, end }, piece);
    if (done % every === 0) {
      const fresh = parseSummary(text, syntax);
      assert.equal(summary.text, text);
      assert.deepEqual(told(summary), told(fresh), `edit ${done}, seed ${seed}`);
      if (++compared % FINDINGS === 0) {
        assert.deepEqual(linter.lint(summary), lint(fresh, rules), `edit ${done}, seed ${seed}`);
      } else linter.lint(summary);
    }
    if (text.length > LONGEST || done % 20_000 === 0) {
      text = EVERYTHING;
      syntax = syntax === 'plain' ? 'markdown' : 'plain';
      summary = parseSummary(text, syntax);
      linter = new Linter(rules);
    }
    if (done % 100_000 === 0) {
      console.log(`${done} edits, ${Math.round((Date.now() - started) / 1000)} s`);
    }
  }
  console.log(`${edits} random edits without a difference (seed ${seed})`);
}
