/** Writes the indices when it is imported: nothing that imports one of them may be loaded before. */
import { documentedRules, languageIndex, ruleIndex } from './indices.js';
import { core, modulesIn, output } from './output.js';

const rules = modulesIn(new URL('lint/rules/', core));
output(new URL('lint/rules.generated.ts', core), ruleIndex(rules));
output(new URL('lint/documented-rules.generated.ts', core), documentedRules(rules));
const languages = modulesIn(new URL('base/languages/', core));
output(new URL('base/languages.generated.ts', core), languageIndex(languages));
