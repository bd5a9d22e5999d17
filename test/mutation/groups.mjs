// What is mutated together, and the tests that have to notice it.
import { globSync } from 'node:fs';

const core = 'server/src/core';
const tests = (...names) => names.map((name) => `test/core/${name}.test.ts`);

/** By name: the mutated files, whole test files, and the rules whose examples are tests of it (`*`: all). */
export const GROUPS = {
  rules: {
    mutate: [`${core}/rules/*.ts`],
    tests: [...tests('renumber'), ...globSync('test/core/rules/*.test.ts')],
    rules: ['*'],
  },
  numbering: {
    mutate: [`${core}/{label,numerals,renumber,references}.ts`, `${core}/references/*.ts`],
    tests: tests('label', 'outline', 'renumber', 'references', 'sections', 'writing'),
    rules: ['label-*', 'broken-reference', 'stated-count', 'half-width-label', 'heading-*'],
  },
  placeholders: {
    mutate: [`${core}/placeholders.ts`, `${core}/placeholders/**/*.ts`],
    tests: tests(
      'placeholders',
      'placeholder-kinds',
      'values',
      'fill',
      'filling',
      'placeholder-style',
      'template',
    ),
    rules: ['mixed-placeholder-style'],
  },
};

/** Read or written files, real texts and long properties; they would run for every mutant. */
export const LEFT_OUT =
  /generated from|new-rule|real text|1 MB|without a throw|any outline|or none at all|whatever the text/;
