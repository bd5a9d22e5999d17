import assert from 'node:assert/strict';
import { measureSections } from '../../server/src/core/analysis/length.js';
import { parseFigure } from '../../server/src/core/analysis/placeholders/figures.js';
import { placeholdersOf } from '../../server/src/core/analysis/placeholders/placeholders.js';
import { findReferences } from '../../server/src/core/analysis/references/references.js';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { recognise } from '../../server/src/core/document/recognise.js';
import { listPlaceholders } from '../../server/src/core/features/placeholder-list.js';
import { columnsOf } from '../../server/src/core/fill-table/columns.js';
import { lint } from '../../server/src/core/lint/linter.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { cleanCopy } from '../../server/src/core/paste/clean.js';
import { readBlocks } from '../../server/src/core/print/read-blocks.js';
import { DEFAULT_CONFIG } from '../../server/src/core/settings/lint-config.js';

const UNITS = [
  ...[
    '（',
    '“',
    '”',
    '【',
    '{',
    '[',
    '`',
    '\t',
    ' ',
    '　',
    '一',
    'X',
    '1',
    '《',
    '<',
    '#',
    '，',
    '。',
  ],
  ...[
    '、',
    '二是',
    '一是，',
    '年',
    '20',
    '附件1',
    '第一，',
    '的',
    'a',
    '![A',
    '](',
    '*',
    '|',
    '<!--',
  ],
  ...[
    '1.',
    '（一）',
    '～',
    '约',
    '𠮷',
    '\u2028',
    '》《',
    'www.',
    'http://',
    '- ',
    '>',
    '其中',
    '共1',
  ],
  ...[
    '《一',
    '中华人民共和国华',
    '其中1件，',
    '2024年',
    'X月',
    '%',
    '百分之',
    '"',
    '——',
    '…',
    '的的，',
  ],
];
const LENGTH = 6000;
const everyRule = Object.fromEntries(RULES.map(({ id, severity }) => [id, { level: severity }]));
const config = { ...DEFAULT_CONFIG, rules: everyRule };

/** Not timed: what grows with the third power does not end within the test's own limit. */
describe('one line of a single sign, thousands of times', () => {
  for (const syntax of ['plain', 'markdown'] as Syntax[]) {
    it(`is read and checked: ${syntax}`, function () {
      this.timeout(60_000);
      for (const unit of UNITS) {
        const text = `${unit.repeat(Math.ceil(LENGTH / unit.length))}x。`;
        const summary = parseSummary(text, syntax);
        lint(summary, {
          rules: RULES,
          config,
          onRuleError: (rule, error) => assert.fail(`${rule}: ${error}`),
        });
        columnsOf(summary, placeholdersOf(summary));
        listPlaceholders(summary);
        measureSections(summary);
        findReferences(summary);
        readBlocks(summary);
        recognise('a.txt', text);
        cleanCopy(text);
        parseFigure(text);
      }
    });
  }
});
