import assert from 'node:assert/strict';
import { measureSections } from '../../server/src/core/analysis/length.js';
import { parseFigure } from '../../server/src/core/analysis/placeholders/figures.js';
import { placeholdersOf } from '../../server/src/core/analysis/placeholders/placeholders.js';
import { findReferences } from '../../server/src/core/analysis/references/references.js';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { recognise } from '../../server/src/core/document/recognise.js';
import { linesToCollapse, outlineText } from '../../server/src/core/edits/outline-text.js';
import { renumberDocument } from '../../server/src/core/edits/renumber.js';
import { foldingRanges } from '../../server/src/core/features/folding.js';
import { listPlaceholders } from '../../server/src/core/features/placeholder-list.js';
import { columnsOf } from '../../server/src/core/fill-table/columns.js';
import { firstFixes, fixAllEdits, lint } from '../../server/src/core/lint/linter.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { cleanCopy } from '../../server/src/core/paste/clean.js';
import { readBlocks } from '../../server/src/core/print/read-blocks.js';
import { DEFAULT_CONFIG } from '../../server/src/core/settings/lint-config.js';

const everyRule = Object.fromEntries(RULES.map(({ id, severity }) => [id, { level: severity }]));
const config = { ...DEFAULT_CONFIG, rules: everyRule };

/** Asks for all that the product has to say of a text as a whole. */
export function answer(text: string, syntax: Syntax): unknown {
  const summary = parseSummary(text, syntax);
  const findings = lint(summary, {
    rules: RULES,
    config,
    onRuleError: (rule, error) => assert.fail(`${rule}: ${error}`),
  });
  return [
    findings,
    firstFixes(findings),
    fixAllEdits(summary, findings, RULES),
    columnsOf(summary, placeholdersOf(summary)),
    listPlaceholders(summary).map(({ before, after }) => [before, after]),
    measureSections(summary),
    findReferences(summary).map(({ span }) => span),
    foldingRanges(summary, false),
    renumberDocument(summary),
    outlineText(summary),
    linesToCollapse(summary),
    readBlocks(summary),
    recognise('a.txt', text),
    cleanCopy(text),
    parseFigure(text),
  ];
}
