/** The real summary beside the repository against what a proofreader's reading of it found. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { lineAt } from '../../server/src/core/base/text.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { lint } from '../../server/src/core/lint/linter.js';
import type { Finding } from '../../server/src/core/lint/rule.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';

const SEED = new URL('../../../shared/seeds/000_a9ea33ab12c53a71.txt', import.meta.url);

/** Errors and warnings as `line:column rule`, 1-based, each with the number it has in the domain rules, 8.1. */
const GRAVE: readonly (readonly [number, string])[] = [
  [9, '3:146 set-phrase'],
  [14, '4:23 set-phrase'],
  [18, '4:211 set-phrase'],
  [19, '4:254 set-phrase'],
  [26, '5:261 set-phrase'],
  [34, '5:639 paired-marks'],
  [49, '10:273 set-phrase'],
  [70, '20:153 set-phrase'],
  [73, '20:357 repeated-character'],
  [75, '20:434 set-phrase'],
];

/** What looks wrong there and is right (8.2): a piece of the line, told by its number and its first characters. */
const RIGHT: readonly (readonly [number, string])[] = [
  [5, '习习'],
  [5, '侨侨'],
  [1, '紧紧'],
  [10, '欣欣'],
  [10, '纷纷'],
  [20, '层层'],
  [16, '每周一、节假日'],
  [10, '（街道）'],
  [13, '（一）'],
  [8, '“一岗双责”“三会一课”'],
  [10, '“亲”“清”'],
  [3, '”、'],
  [8, '增强“四个意识”、坚定“四个自信”、坚决做到“两个维护”'],
  [5, 'XX余场次'],
  [5, 'XXX余册'],
  [4, '分内事'],
  [10, '理清'],
  [20, '权力行使'],
  [8, '“四落实”'],
  [13, '早发现'],
  [3, '宗教和顺'],
  [5, '新的社会阶层人士'],
];

describe('the seed', () => {
  let text: string;
  let findings: Finding[];
  before(function () {
    if (!existsSync(SEED)) return this.skip();
    text = readFileSync(SEED, 'utf8');
    findings = lint(parseSummary(text, 'plain'), { rules: RULES });
  });

  const lineStart = (line: number) =>
    text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + 1;

  it('gives every error and warning a reader finds, at its place, and no other', () => {
    const { lines } = parseSummary(text, 'plain');
    const found = findings
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ rule, span }) => {
        const line = lineAt(lines, span.start);
        return `${line + 1}:${span.start - lines[line]!.start + 1} ${rule}`;
      });
    assert.deepEqual(
      found,
      GRAVE.map(([, place]) => place),
    );
    assert.equal(findings.filter(({ severity }) => severity === 'error').length, 1);
  });

  for (const [line, right] of RIGHT) {
    it(`accepts ${right} in line ${line}`, () => {
      const start = text.indexOf(right, line === 1 ? 0 : lineStart(line));
      assert.ok(start >= 0, 'the words are there');
      const end = start + right.length;
      // A long sentence or paragraph is marked by its beginning, whatever stands there.
      const scolded = findings.filter(
        ({ rule, span }) => !rule.startsWith('long-') && span.start < end && start < span.end,
      );
      assert.deepEqual(
        scolded.map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`),
        [],
      );
    });
  }

  it('has few hints', () => {
    const hints = findings.filter(
      ({ severity, rule }) => severity === 'hint' && rule !== 'trailing-space',
    );
    assert.ok(hints.length <= 32, `${hints.length} hints`);
  });
});
