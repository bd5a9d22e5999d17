import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { DOCUMENTED_RULES } from '../../server/src/core/lint/documented-rules.generated.js';
import {
  fixAll,
  fixAllEdits,
  lint,
  MAX_FINDINGS_PER_RULE,
} from '../../server/src/core/lint/linter.js';
import type { DocumentedRule } from '../../server/src/core/lint/rule.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { SUMMARIES } from '../helpers/fixtures.js';
import { assertFormAlone } from '../helpers/form-alone.js';
import { marked } from '../helpers/marked.js';
import { describeRule, findings, fixOneByOne } from '../helpers/rule-examples.js';

describe('rules', () => {
  it('are what the index, schemas, pages and README are generated from', () => {
    const script = fileURLToPath(new URL('../../server/scripts/gen.ts', import.meta.url));
    execFileSync(process.execPath, ['--import', 'tsx', script, '--check'], { stdio: 'pipe' });
  });

  it('are one new file each: what new-rule writes passes as it is', async () => {
    const script = fileURLToPath(new URL('../../server/scripts/new-rule.mjs', import.meta.url));
    const lint = mkdtempSync(join(tmpdir(), 'new-rule-'));
    const rules = join(lint, 'rules');
    const name = 'written-by-a-test';
    const write = (name: string) =>
      execFileSync(process.execPath, [script, name, rules], { stdio: 'pipe' });
    try {
      mkdirSync(rules);
      const real = fileURLToPath(new URL('../../server/src/core/lint/rule.ts', import.meta.url));
      writeFileSync(join(lint, 'rule.ts'), `export * from ${JSON.stringify(real)};\n`);
      write(name);
      const module = await import(pathToFileURL(join(rules, `${name}.ts`)).href);
      const { default: written, examples } = module.default.default ? module.default : module;
      const rule: DocumentedRule = { ...written, examples };
      assert.equal(rule.id, name);
      for (const { bad, fixed } of rule.examples.bad) {
        const { text, spans } = marked(bad);
        assert.deepEqual(
          findings(text, [rule]).map(({ span }) => span),
          spans,
        );
        assert.equal(fixOneByOne(text, rule), fixed);
      }
      for (const good of rule.examples.good) assert.deepEqual(findings(good, [rule]), []);
      assert.throws(() => write(name));
      assert.throws(() => write('Bad_Name'));
    } finally {
      rmSync(lint, { recursive: true, force: true });
    }
  });

  for (const rule of DOCUMENTED_RULES) describeRule(rule);

  it('costs only its own findings when one throws', () => {
    const boom = () => {
      throw new Error('boom');
    };
    const broken = (['paragraph', 'document'] as const).map((scope) => {
      const rule = RULES.find((each) => each.scope === scope && !each.trigger && !each.off)!;
      return Object.assign({ ...rule, id: `broken-${scope}` }, { check: boom });
    });
    const errors: string[] = [];
    const found = lint(parseSummary('全馆整理馆藏的的资料，全年开放三百天，接待读者。', 'plain'), {
      rules: [...broken, ...RULES],
      onRuleError: (rule) => errors.push(rule),
    });
    assert.deepEqual(
      [...new Set(errors)],
      broken.map(({ id }) => id),
    );
    assert.equal(found.length, 1);
  });

  it('are capped, and the last finding gives the rest', () => {
    const text = '馆藏的的整理。\n'.repeat(MAX_FINDINGS_PER_RULE + 20);
    const found = findings(text, RULES);
    assert.equal(found.length, MAX_FINDINGS_PER_RULE + 1);
    assert.match(found.at(-1)!.message.zh, /还有 20 处/);
  });

  it('never bulk-fix words, figures or errors without a safe fix', () => {
    const text = '一、他说“馆藏的的整理”。\n三、围绕”提质“展开\n1、馆藏的的整理 \n';
    const summary = parseSummary(text, 'plain');
    const found = lint(summary, { rules: RULES });
    assert.equal(
      fixAll(summary, found, RULES),
      '一、他说“馆藏的的整理”。\n三、围绕”提质“展开\n1.馆藏的的整理\n',
    );
    assert.equal(fixAllEdits(summary, found, RULES).length, 2);
  });

  it('leave nothing safe to fix after fix-all', () => {
    const text = '一.回顾 \n（一）、馆藏的的的整理　\n（二）、服务（试行)\n';
    const summary = parseSummary(text, 'plain');
    const fixed = fixAll(summary, lint(summary, { rules: RULES }), RULES);
    const again = parseSummary(fixed, 'plain');
    assert.deepEqual(fixAllEdits(again, lint(again, { rules: RULES }), RULES), []);
  });

  for (const { name, text, syntax } of SUMMARIES) {
    it(`change nothing but marks and blanks of ${name}, nothing in what is to be kept, and all in one go`, () =>
      assertFormAlone(name, text, syntax));
  }
});
