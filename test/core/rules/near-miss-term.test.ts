import assert from 'node:assert/strict';
import { parseSummary } from '../../../server/src/core/document/parse.js';
import { lint } from '../../../server/src/core/lint/linter.js';
import nearMissTerm from '../../../server/src/core/lint/rules/near-miss-term.js';
import { DEFAULT_CONFIG } from '../../../server/src/core/settings/lint-config.js';
import { backing, finds, severities } from '../../helpers/rule-cases.js';

describe('near-miss-term', () => {
  it('says what it takes for a slip, and names the document of the term', () => {
    finds(nearMissTerm, '推动⟦全面丛严治党⟧。', /^“全面丛严治党”与固定提法“全面从严治党”只差一处/);
    const [[source, safe]] = backing(nearMissTerm, '推动全面丛严治党。') as [[string, boolean]];
    assert.match(source, /章程/);
    assert.equal(safe, false);
  });
  it('takes what is another phrase by itself for one', () => {
    finds(nearMissTerm, '带来全新生产力，港珠澳大桥通车，走完最后公里。');
    assert.deepEqual(severities(nearMissTerm, '团结港澳同胞和海外侨胞，推动全面丛严治党。'), [
      'hint',
      'warning',
    ]);
  });
  it('marks the whole of a quotation that a slip stands beside', () => {
    finds(nearMissTerm, '坚持⟦“稳中求进”工作基调⟧。');
  });
  it("looks for the writer's own terms, of which no document is known", () => {
    const found = lint(parseSummary('推进城市书房星罗工程。', 'plain'), {
      rules: [nearMissTerm],
      config: { ...DEFAULT_CONFIG, terms: [{ term: '城市书房星箩工程', variants: [] }] },
      onRuleError: (rule, error) => assert.fail(`${rule} threw: ${error}`),
    });
    assert.deepEqual(
      found.map(({ span, source }) => [span.start, span.end, source]),
      [[2, 10, null]],
    );
  });
});
