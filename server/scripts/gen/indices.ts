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

/** The door of `protocol/`: all that its files declare. */
export function protocolIndex(names: readonly string[]): string {
  return [
    '// Written by `npm run gen` from the files beside it. Do not edit.',
    '/**',
    ' * What client and server say to each other beyond the LSP. Own requests are named `workSummary/…` and',
    ' * documented where they are declared, with the types of what is sent and answered; only constants and plain',
    ' * types, because both sides bundle them.',
    ' */',
    '',
    ...names.map((name) => `export * from './${name}.js';`),
    '',
  ].join('\n');
}

/** The features of the language server. Each file exports one under its own name. */
export function featureIndex(names: readonly string[]): string {
  return [
    '// Written by `npm run gen` from the files beside it. Do not edit.',
    "import type { Feature } from '../session.js';",
    ...names.map((name) => `import { ${variable(name)} } from './${name}.js';`),
    '',
    '/** All that the server does, a line each. No two may answer the same request. */',
    `export const FEATURES: readonly Feature[] = [\n${names.map((name) => `  ${variable(name)},\n`).join('')}];`,
    '',
  ].join('\n');
}
