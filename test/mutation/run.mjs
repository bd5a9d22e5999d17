// Mutation testing by groups (all, or those that are named), and the score of each.
import { Stryker } from '@stryker-mutator/core';
import { GROUPS } from './groups.mjs';

const names = process.argv.slice(2).filter((each) => each in GROUPS);
for (const name of names.length > 0 ? names : Object.keys(GROUPS)) {
  process.env.GROUP = name;
  const results = await new Stryker({
    mutate: GROUPS[name].mutate,
    incrementalFile: `node_modules/.cache/mutation/${name}-incremental.json`,
    jsonReporter: { fileName: `node_modules/.cache/mutation/${name}.json` },
  }).runMutationTest();
  const count = (...statuses) => results.filter(({ status }) => statuses.includes(status)).length;
  const found = count('Killed', 'Timeout');
  const all = found + count('Survived', 'NoCoverage');
  console.log(`${name}: ${((found / all) * 100).toFixed(1)} % (${found} of ${all})`);
}
