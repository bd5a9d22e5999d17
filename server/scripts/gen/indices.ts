/** Lists of the modules of a folder, as modules. */
const variable = (id: string) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

export function ruleIndex(ids: readonly string[]): string {
  return [
    '// Written by `npm run gen` from the files in rules/. Do not edit.',
    "import type { Rule } from './rule.js';",
    ...ids.map((id) => `import ${variable(id)} from './rules/${id}.js';`),
    '',
    `export const RULES: readonly Rule[] = [\n${ids.map((id) => `  ${variable(id)},\n`).join('')}];`,
    '',
  ].join('\n');
}

/** The rules with their examples, in a file that no front imports. */
export function documentedRules(ids: readonly string[]): string {
  return [
    '// Written by `npm run gen` from the files in rules/. Do not edit.',
    "import type { DocumentedRule } from './rule.js';",
    ...ids.map((id) => `import * as ${variable(id)} from './rules/${id}.js';`),
    '',
    '/** For generators and tests; what ships has the rules alone. */',
    `export const DOCUMENTED_RULES: readonly DocumentedRule[] = [\n${ids.map((id) => `  ${variable(id)},\n`).join('')}].map(({ default: rule, examples }) => ({ ...rule, examples }));`,
    '',
  ].join('\n');
}

export function languageIndex(names: readonly string[]): string {
  const list = names.map(variable).join(', ');
  return [
    '// Written by `npm run gen` from the files in languages/. Do not edit.',
    ...names.map((name) => `import ${variable(name)} from './languages/${name}.js';`),
    "import type { Language } from './localized.js';",
    '',
    `export const LANGUAGES: readonly Language[] = [${list}];`,
    '',
  ].join('\n');
}
