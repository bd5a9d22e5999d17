/** What only “仔细校对全文” tells. */
import assert from 'node:assert/strict';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { Linter, lintWhole } from '../../server/src/core/lint/linter.js';
import { LIKELY_TYPO } from '../../server/src/core/lint/rules/likely-typo.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { DEFAULT_CONFIG } from '../../server/src/core/settings/lint-config.js';
import { languageModel } from '../helpers/language.js';

function reported(text: string, careful: boolean) {
  const config = {
    ...DEFAULT_CONFIG,
    rules: { [LIKELY_TYPO]: { options: { careful } } },
  };
  const linter = new Linter({ rules: RULES, config, language: languageModel() });
  return lintWhole(linter, parseSummary(text, 'plain'))
    .filter(({ rule }) => rule === LIKELY_TYPO)
    .map(({ span, severity }) => `${text.slice(span.start, span.end)} ${severity}`);
}

describe('the careful check', () => {
  const text = '\uFEFF　　𠮷县不断加强队伍设，加强人财队伍建设。\r\n';

  it('hints at a character left out, of which the usual one says nothing', () => {
    assert.deepEqual(reported(text, false), ['人财队伍 warning']);
    assert.deepEqual(reported(text, true), ['队伍设 hint', '人财队伍 warning']);
  });
});
