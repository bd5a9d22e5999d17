/** Writes the indices when it is imported: nothing that imports one of them may be loaded before. */
import {
  documentedRules,
  featureIndex,
  languageIndex,
  protocolIndex,
  ruleIndex,
} from './indices.js';
import { core, modulesIn, output, server } from './output.js';

const rules = modulesIn(new URL('lint/rules/', core));
output(new URL('lint/rules.generated.ts', core), ruleIndex(rules));
output(new URL('lint/documented-rules.generated.ts', core), documentedRules(rules));
const languages = modulesIn(new URL('base/languages/', core));
output(new URL('base/languages.generated.ts', core), languageIndex(languages));

/** Writes the index that stands among the files which it lists. */
function indexFolder(folder: URL, indexOf: (names: readonly string[]) => string): void {
  const names = modulesIn(folder).filter((name) => name !== 'index');
  output(new URL('index.ts', folder), indexOf(names));
}
indexFolder(new URL('protocol/', server), protocolIndex);
indexFolder(new URL('lsp/features/', server), featureIndex);
