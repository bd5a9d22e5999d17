/** What an editor says of `.work-summary.yaml` and of the setting for rules while they are typed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { RULES } from '../../server/src/core/lint/rules.generated.js';

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
const setting = read('package.json').contributes.configuration.properties['workSummary.rules'];
const ajv = new Ajv({ strict: false });
const { type, propertyNames, properties, additionalProperties } = setting;
const inFile = ajv.compile(read('schemas/work-summary.schema.json'));
/** Without the keywords that belong to the editor's settings only. */
const inSettings = ajv.compile({ type, propertyNames, properties, additionalProperties });

const accept: Readonly<Record<string, (rules: unknown) => boolean>> = {
  'the configuration file': (rules) => inFile({ rules }) as boolean,
  'the setting': (rules) => inSettings(rules) as boolean,
};

describe('the schema of rules', () => {
  for (const [name, accepts] of Object.entries(accept)) {
    describe(`of ${name}`, () => {
      it('takes every rule, with a level, with an object, and with its options', () => {
        for (const { id, options = {} } of RULES) {
          for (const level of ['off', 'hint', 'information', 'warning', 'error']) {
            assert.ok(accepts({ [id]: level }), `${id}: ${level}`);
          }
          const values = Object.entries(options).map(([key, spec]) => [key, spec.default]);
          assert.ok(accepts({ [id]: { level: 'hint', ...Object.fromEntries(values) } }), id);
        }
      });

      it('takes no other name, level, option or shape', () => {
        assert.ok(!accepts({ 'no-such-rule': 'off' }));
        assert.ok(!accepts({ 'wrong-word': 'fatal' }));
        assert.ok(!accepts({ 'wrong-word': { level: 'fatal' } }));
        assert.ok(!accepts({ 'wrong-word': { limit: 3 } }));
        assert.ok(!accepts({ 'long-sentence': { limit: 'many' } }));
        assert.ok(!accepts({ 'wrong-word': 3 }));
      });
    });
  }

  it('names every rule in Chinese with its usual level', () => {
    const { enum: ids, enumDescriptions } = setting.propertyNames;
    assert.deepEqual(
      ids,
      RULES.map(({ id }) => id),
    );
    assert.equal(enumDescriptions.length, ids.length);
    assert.equal(enumDescriptions[ids.indexOf('impossible-date')], '日期不存在（必错）');
    assert.equal(enumDescriptions[ids.indexOf('relative-date')], '相对日期（默认关闭）');
  });

  it('keeps the manifest short enough to be read', () => {
    const size = readFileSync(new URL('../../package.json', import.meta.url)).length;
    assert.ok(size <= 80_000, `${size} bytes`);
  });
});
