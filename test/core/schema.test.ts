/** What an editor says of `.work-summary.yaml` and of the setting for rules while they are typed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { RULES } from '../../server/src/core/rules.generated.js';

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
const setting = read('package.json').contributes.configuration.properties['workSummary.rules'];
const schemas = {
  'the configuration file': (rules: unknown) => ({
    schema: read('schemas/work-summary.schema.json'),
    value: { rules },
  }),
  'the setting': (rules: unknown) => ({
    schema: { propertyNames: setting.propertyNames, ...pick(setting) },
    value: rules,
  }),
};

/** Without the keywords that belong to the editor's settings only. */
function pick({ type, properties, additionalProperties }: typeof setting) {
  return { type, properties, additionalProperties };
}

function accepts(name: keyof typeof schemas, rules: unknown): boolean {
  const { schema, value } = schemas[name](rules);
  return new Ajv({ strict: false }).validate(schema, value);
}

describe('the schema of rules', () => {
  for (const name of Object.keys(schemas) as (keyof typeof schemas)[]) {
    describe(`of ${name}`, () => {
      it('takes every rule, with a level, with an object, and with its options', () => {
        for (const { id, options = {} } of RULES) {
          for (const level of ['off', 'hint', 'information', 'warning', 'error']) {
            assert.ok(accepts(name, { [id]: level }), `${id}: ${level}`);
          }
          const values = Object.entries(options).map(([key, spec]) => [key, spec.default]);
          assert.ok(accepts(name, { [id]: { level: 'hint', ...Object.fromEntries(values) } }), id);
        }
      });

      it('takes no other name, level, option or shape', () => {
        assert.ok(!accepts(name, { 'no-such-rule': 'off' }));
        assert.ok(!accepts(name, { 'wrong-word': 'fatal' }));
        assert.ok(!accepts(name, { 'wrong-word': { level: 'fatal' } }));
        assert.ok(!accepts(name, { 'wrong-word': { limit: 3 } }));
        assert.ok(!accepts(name, { 'long-sentence': { limit: 'many' } }));
        assert.ok(!accepts(name, { 'wrong-word': 3 }));
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
    assert.equal(enumDescriptions[ids.indexOf('impossible-date')], '日期不存在（默认为必错）');
    assert.equal(enumDescriptions[ids.indexOf('relative-date')], '相对日期（默认关闭）');
  });

  it('keeps the manifest short enough to be read', () => {
    const size = readFileSync(new URL('../../package.json', import.meta.url)).length;
    assert.ok(size <= 80_000, `${size} bytes`);
  });
});
