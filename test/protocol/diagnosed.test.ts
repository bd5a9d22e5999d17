/** What is said after an edit is what is said of the new text, though most of it is not made anew. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Linter } from '../../server/src/core/linter.js';
import { parseSummary } from '../../server/src/core/parse.js';
import type { Finding } from '../../server/src/core/rule.js';
import { RULES } from '../../server/src/core/rules.generated.js';
import { type Diagnosed, toDiagnostic, toDiagnostics } from '../../server/src/lsp/convert.js';
import { EVERYTHING } from '../helpers/texts.js';

describe('diagnostics', () => {
  it('after edits are those of the findings then', function () {
    this.timeout(60_000);
    const piece = fc.oneof(
      fc.constantFrom('，，', '\r\n', '\n', '的的', '全年办班３期。', '“', '”', '𠮷', '　', '是'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    );
    const where = fc.double({ min: 0, max: 1, noNaN: true });
    const edits = fc.array(fc.tuple(where, fc.nat({ max: 30 }), piece), { maxLength: 10 });
    fc.assert(
      fc.property(edits, (sequence) => {
        const linter = new Linter({ rules: RULES });
        let summary = parseSummary(EVERYTHING, 'plain');
        let diagnosed: Diagnosed | undefined;
        for (const [at, length, newText] of [[0, 0, ''] as const, ...sequence]) {
          const start = Math.round(at * summary.length);
          summary = summary.edit({ start, end: start + length }, newText);
          const version = summary;
          const convert = (finding: Finding) => toDiagnostic(version, finding, 'zh');
          const findings = linter.check(version);
          diagnosed = toDiagnostics(findings, convert, diagnosed);
          assert.deepEqual(diagnosed.diagnostics, findings.all().map(convert));
        }
      }),
      { numRuns: 100 },
    );
  });
});
