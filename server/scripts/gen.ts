/**
 * Writes what is derived: the index of rules, the table of readings, the schemas, the rules' pages,
 * the README's table and the licences of what is bundled. `--check` fails when a committed file differs from what would be written.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { bindingOf } from '../src/core/features/hover.js';
import { GROUPS } from '../src/core/lexicon/lexicon.js';
import type { Localized } from '../src/core/localized.js';
import { builtInTexts } from '../src/core/phrases/completion.js';
import { headOf } from '../src/core/phrases/match.js';
import { KINDS, PHRASES, ROLE_NAMES, type Role } from '../src/core/phrases/model.js';
import { LAYOUTS, layOut, SECTIONS, skeleton } from '../src/core/phrases/plan.js';
import { type Part, renderStops, snippetOf } from '../src/core/phrases/stops.js';
import { termTexts } from '../src/core/phrases/terms.js';
import { readingsOf } from '../src/core/pinyin.js';
import { FORMAT_OPTIONS, type FormatOption } from '../src/core/print/format.js';
import type { OptionSpec, Rule } from '../src/core/rule.js';
import type { Severity } from '../src/core/severity.js';
import { thirdPartyLicences } from './licences.js';

const root = new URL('../../', import.meta.url);
const core = new URL('../src/core/', import.meta.url);
const check = process.argv.includes('--check');

const LEVELS: Record<Severity, string> = {
  error: '必错',
  warning: '疑似',
  information: '提示',
  hint: '提示',
};

function ruleIds(): string[] {
  return readdirSync(new URL('rules/', core))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
    .sort();
}

function ruleIndex(ids: readonly string[]): string {
  const variable = (id: string) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return [
    '// Written by `npm run gen` from the files in rules/. Do not edit.',
    "import type { Rule } from './rule.js';",
    ...ids.map((id) => `import ${variable(id)} from './rules/${id}.js';`),
    '',
    `export const RULES: readonly Rule[] = [\n${ids.map((id) => `  ${variable(id)},\n`).join('')}];`,
    '',
  ].join('\n');
}

/** The 6 763 characters of GB 2312, which is what input methods offer first. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gbk');
  const characters: string[] = [];
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (/^[\u4e00-\u9fff]$/.test(character)) characters.push(character);
    }
  }
  return characters;
}

/** `ba:八吧:罢` a word: the syllable, the characters that are read so first, those read so at times. */
function syllables(): string {
  const groups = new Map<string, { main: string; other: string }>();
  for (const character of commonCharacters()) {
    const readings = pinyin(character, {
      toneType: 'none',
      v: true,
      multiple: true,
      type: 'array',
    });
    for (const [index, reading] of [...new Set(readings)].entries()) {
      const group = groups.get(reading) ?? { main: '', other: '' };
      groups.set(reading, group);
      group[index === 0 ? 'main' : 'other'] += character;
    }
  }
  const sorted = [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const words = sorted.map(([syllable, { main, other }]) => `${syllable}:${main}:${other}`);
  return [
    '// Written by `npm run gen` with pinyin-pro. Do not edit.',
    '/** Syllable, characters read so first, characters read so at times: one syllable a word. */',
    `export const SYLLABLES =\n  '${words.join(' ')}';`,
    '',
  ].join('\n');
}

/** Readings of the texts that phrases and terms are found by, where they are not the usual ones. */
function keys(texts: readonly string[]): string {
  const unusual = [...new Set(texts.map(headOf))].sort().flatMap((text) => {
    const han = [...text].filter((character) => /[\u4e00-\u9fff]/.test(character)).join('');
    const readings = pinyin(text, { toneType: 'none', v: true, type: 'array', nonZh: 'removed' });
    if (readings.length !== han.length) throw new Error(`no reading for ${text}`);
    const usual = [...han].every((character, at) => readingsOf(character)[0] === readings[at]);
    return usual ? [] : [[text, readings.join(' ')]];
  });
  return json(Object.fromEntries(unusual));
}

/** Whole documents, sections and phrases as static snippets: for editors without the server, and for VS Code's own command. */
function snippets(): Record<string, unknown> {
  const taken = new Set<string>();
  const result: Record<string, unknown> = {};
  const add = (title: string, role: Role, parts: readonly Part[]) => {
    const name = [...title].filter((character) => /[\u4e00-\u9fff]/.test(character)).join('');
    const syllables = pinyin(name, { toneType: 'none', v: true, type: 'array' });
    const initials = syllables.map((syllable) => syllable[0]).join('');
    const short = taken.has(initials) ? syllables.join('') : initials;
    if (taken.has(name) || taken.has(short)) throw new Error(`two snippets named ${title}`);
    taken.add(name).add(short);
    result[name] = {
      prefix: [name, short],
      body: snippetOf(parts).split('\n'),
      description: ROLE_NAMES[role][0],
    };
  };
  const numbered = (text: string): Part[] => {
    const label = /^(（?)一([、）])/.exec(text);
    if (label === null) return renderStops(text, 'mixed');
    const [all, open, close] = label as unknown as [string, string, string];
    const rest = renderStops(close + text.slice(all.length), 'mixed');
    return [...(open === '' ? [] : [open]), { shape: 'figure', text: '一' }, ...rest];
  };
  for (const { id, name } of KINDS) {
    const parts = skeleton({ kind: id, detail: 'brief', syntax: 'plain', style: 'mixed' });
    add(name, 'title', parts);
  }
  const indented = (text: string) => layOut(text.split('\n'), LAYOUTS.plain);
  for (const { form, section, title, text } of [...SECTIONS, ...PHRASES]) {
    // Of sections that several kinds have, the most general stands for all.
    if (form === 'section' && result[title] !== undefined) continue;
    const begins = form === 'paragraph' && section !== 'signoff';
    const body = form === 'section' ? indented(text) : begins ? indented(text) : text;
    const indent = /^\u3000*/.exec(body)![0];
    const parts = numbered(body.slice(indent.length));
    add(title, section, indent === '' ? parts : [indent, ...parts]);
  }
  return result;
}

function optionSchema({ type, default: value, description, ...rest }: OptionSpec) {
  const shape =
    type === 'strings' ? { type: 'array', items: { type: 'string' } } : { type, ...rest };
  return { ...shape, default: value, description: description.zh };
}

/** Schema of the object `rules`: the same in the configuration file and in the editor's settings. */
function rulesSchema(rules: readonly Rule[]) {
  const level = {
    enum: ['off', 'hint', 'information', 'warning', 'error'],
    enumDescriptions: ['不检查', '提示', '提示（计入问题）', '疑似', '必错'],
  };
  const properties = rules.map((rule) => {
    const state = rule.off ? '默认关闭' : `默认为${LEVELS[rule.severity]}`;
    const options = Object.entries(rule.options ?? {});
    const object = {
      type: 'object',
      additionalProperties: false,
      properties: {
        level,
        ...Object.fromEntries(options.map(([name, spec]) => [name, optionSchema(spec)])),
      },
    };
    return [rule.id, { description: `${rule.title.zh}（${state}）`, anyOf: [level, object] }];
  });
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(properties),
  };
}

/** A length in 字数. */
function boundsSchema(description: string) {
  const count = { type: 'integer', minimum: 0 };
  return {
    description,
    anyOf: [
      { ...count, description: '上限' },
      { type: 'array', items: count, minItems: 2, maxItems: 2, description: '[下限, 上限]' },
      {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        properties: { min: count, max: count },
      },
    ],
  };
}

/** Schema of one setting of the printed form; texts by `describe`. */
function formatSchema(
  name: string,
  option: FormatOption,
  describe: (key: string, text: Localized) => Record<string, string>,
) {
  const shared = { ...describe(name, option.description), default: option.default };
  switch (option.type) {
    case 'string':
      return { type: 'string', maxLength: option.maxLength, ...shared };
    case 'number':
      return { type: 'number', minimum: option.minimum, maximum: option.maximum, ...shared };
    case 'boolean':
      return { type: 'boolean', ...shared };
    case 'choice': {
      const choices = Object.entries(option.choices);
      return {
        enum: choices.map(([value]) => value),
        enumDescriptions: choices.map(
          ([value, label]) => describe(`${name}.${value}`, label).description,
        ),
        ...shared,
      };
    }
  }
}

const EXPORT_KEY = 'configuration.export.';

/** The settings `workSummary.export.…`, and their texts for the manifest in both languages. */
function exportSettings() {
  const texts = new Map<string, Localized>();
  const describe = (key: string, text: Localized) => {
    texts.set(EXPORT_KEY + key, text);
    return { description: `%${EXPORT_KEY}${key}%` };
  };
  const properties = Object.entries<FormatOption>(FORMAT_OPTIONS).map(([name, option], index) => [
    `workSummary.export.${name}`,
    { scope: 'resource', order: 50 + index, ...formatSchema(name, option, describe) },
  ]);
  return { properties: Object.fromEntries(properties), texts };
}

/** A file of manifest texts with those of the export settings. */
function manifestTexts(file: URL, texts: ReadonlyMap<string, Localized>, locale: 'zh' | 'en') {
  const known: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
  const others = Object.entries(known).filter(([key]) => !key.startsWith(EXPORT_KEY));
  const own = [...texts].map(([key, localized]): [string, string] => [key, localized[locale]]);
  const place = others.findIndex(([key]) => key === 'configuration.title') + 1;
  others.splice(place, 0, ...own);
  output(file, json(Object.fromEntries(others)));
}

const text = (description: string) => ({ type: 'string', minLength: 1, description });

function configurationSchema(rules: readonly Rule[]) {
  const entry = (required: string[], properties: object) => ({
    type: 'object',
    additionalProperties: false,
    required,
    properties,
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '工作总结：.work-summary.yaml',
    description: '放在文稿所在的文件夹或其上级文件夹，最近的一个生效。',
    type: 'object',
    additionalProperties: false,
    properties: {
      rules: { ...rulesSchema(rules), description: '各条规则的级别和选项' },
      groups: {
        type: 'object',
        additionalProperties: false,
        description: '词库分组的开关',
        properties: Object.fromEntries(GROUPS.map((group) => [group, { enum: ['on', 'off'] }])),
      },
      terms: {
        type: 'array',
        description: '自定的词语：标准写法和要避免的写法',
        items: entry(['term'], {
          term: text('标准写法'),
          variants: { type: 'array', items: text('要避免的写法') },
        }),
      },
      'never-report': {
        type: 'array',
        description: '永久不报的词语',
        items: {
          anyOf: [
            text('词语'),
            entry(['text'], { text: text('词语'), rule: text('只对这条规则') }),
          ],
        },
      },
      'ignore-once': {
        type: 'array',
        description: '忽略本次：只对写明的这一句',
        items: entry(['rule', 'text', 'sentence'], {
          rule: text('规则'),
          text: text('所报的文字'),
          sentence: text('所在的句子；句子改动后重新检查'),
        }),
      },
      'must-fix': {
        type: 'array',
        description: '必须改的写法，一律报为必错',
        items: { anyOf: [text('写法'), entry(['text'], { text: text('写法'), to: text('改为') })] },
      },
      export: {
        type: 'object',
        additionalProperties: false,
        description: '导出 Word 的版式；没有写的按国家标准 GB/T 9704—2012',
        properties: Object.fromEntries(
          Object.entries<FormatOption>(FORMAT_OPTIONS).map(([name, option]) => [
            name,
            formatSchema(name, option, (_, { zh }) => ({ description: zh })),
          ]),
        ),
      },
      targets: {
        type: 'object',
        additionalProperties: false,
        description: '字数要求：按 Word 的字数，写成 [下限, 上限]、一个上限，或 min、max',
        properties: {
          document: boundsSchema('全文'),
          sections: {
            type: 'object',
            description: '各部分：标题中的文字和字数，如 存在的问题: [300, 800]',
            additionalProperties: boundsSchema('这一部分'),
          },
        },
      },
    },
  };
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Example text as a reader sees it: the marks of the tests become 【…】, what cannot be seen is named. */
function shown(example: string): string {
  return example
    .replace(/\uFEFF/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/⟦/g, '【')
    .replace(/⟧/g, '】')
    .replace(/\0/g, '')
    .trimEnd();
}

function rulePage(rule: Rule): string {
  const { id, title, explain, severity, source, automatic, examples, options = {} } = rule;
  const binding = source === null ? null : bindingOf(source);
  const fixes = examples.bad.some(({ fixed }) => fixed !== undefined);
  const bulk = automatic || severity === 'error';
  const fence = (content: string) => `\`\`\`text\n${content}\n\`\`\``;
  const optionRows = Object.entries(options).map(
    ([name, spec]) =>
      `| \`${name}\` | ${spec.description.zh} | \`${JSON.stringify(spec.default)}\` |`,
  );
  return [
    `<!-- 由 npm run gen 生成，请勿手改；内容在 server/src/core/rules/${id}.ts -->`,
    `# ${title.zh}`,
    '',
    `\`${id}\` · ${LEVELS[severity]}${rule.off ? ' · 默认关闭' : ''} · ${
      fixes ? (bulk ? '可一键修复，也可成批修复' : '可逐条修复') : '只提示，不代改'
    }`,
    '',
    explain.zh,
    '',
    source === null
      ? '没有明文规定，依通行用法。'
      : `依据：${source}${binding === null ? '' : `（${binding.zh}）`}。`,
    '',
    '## 会报告（【 】内为所报之处）',
    '',
    ...examples.bad.flatMap(({ bad, fixed }) => [
      fence(shown(bad)),
      ...(fixed === undefined ? [] : ['', '改为：', '', fence(shown(fixed))]),
      '',
    ]),
    '## 不会报告',
    '',
    ...examples.good.flatMap((good) => [fence(shown(good)), '']),
    ...(optionRows.length === 0
      ? []
      : ['## 选项', '', '| 名称 | 说明 | 默认 |', '|---|---|---|', ...optionRows, '']),
    '## 调整或关闭',
    '',
    '在 `.work-summary.yaml` 中写：',
    '',
    `\`\`\`yaml\nrules:\n  ${id}: ${rule.off ? 'hint' : 'off'}\n\`\`\``,
    '',
  ].join('\n');
}

function readmeTable(rules: readonly Rule[]): string {
  const rows = [...rules]
    .sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1))
    .map(
      (rule) =>
        `| [${rule.title.zh}](docs/rules/${rule.id}.md) | ${rule.off ? '关闭' : LEVELS[rule.severity]} | ${rule.source ?? '通行用法'} |`,
    );
  return ['| 规则 | 级别 | 依据 |', '|---|---|---|', ...rows].join('\n');
}

const order = (rule: Rule) =>
  rule.off ? 4 : ['error', 'warning', 'information', 'hint'].indexOf(rule.severity);

/** Puts generated text between its markers. */
function between(content: string, name: string, generated: string): string {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = content.indexOf(start);
  const to = content.indexOf(end);
  if (from < 0 || to < from) throw new Error(`no ${start} … ${end}`);
  return `${content.slice(0, from + start.length)}\n${generated}\n${content.slice(to)}`;
}

let stale = false;

function output(target: URL, content: string): void {
  const known = existsSync(target) ? readFileSync(target, 'utf8') : null;
  if (known === content) return;
  if (!check) {
    writeFileSync(target, content);
    return;
  }
  console.error(`${target.pathname} is out of date: run npm run gen`);
  stale = true;
}

async function main(): Promise<void> {
  // The index first: everything else is derived from the rules that it lists.
  const ids = ruleIds();
  output(new URL('rules.generated.ts', core), ruleIndex(ids));
  output(new URL('pinyin.generated.ts', core), syllables());

  output(new URL('phrases/keys.generated.json', core), keys([...builtInTexts(), ...termTexts()]));

  output(new URL('snippets/work-summary.json', root), json(snippets()));

  const rules: Rule[] = [];
  for (const id of ids) {
    const module = await import(new URL(`rules/${id}.ts`, core).href);
    rules.push(module.default);
  }

  const pages = new URL('docs/rules/', root);
  mkdirSync(pages, { recursive: true });
  for (const rule of rules) output(new URL(`${rule.id}.md`, pages), rulePage(rule));
  for (const name of readdirSync(pages)) {
    if (ids.includes(name.slice(0, -3))) continue;
    console.error(`docs/rules/${name} belongs to no rule`);
    if (check) stale = true;
    else rmSync(new URL(name, pages));
  }

  mkdirSync(new URL('schemas/', root), { recursive: true });
  output(new URL('schemas/work-summary.schema.json', root), json(configurationSchema(rules)));

  const manifestUrl = new URL('package.json', root);
  const manifest = JSON.parse(readFileSync(manifestUrl, 'utf8'));
  manifest.contributes.configuration.properties['workSummary.rules'] = {
    scope: 'resource',
    order: 2,
    default: {},
    markdownDescription: '%configuration.rules%',
    ...rulesSchema(rules),
  };
  const { properties, texts } = exportSettings();
  Object.assign(manifest.contributes.configuration.properties, properties);
  output(manifestUrl, json(manifest));
  manifestTexts(new URL('package.nls.json', root), texts, 'en');
  manifestTexts(new URL('package.nls.zh-cn.json', root), texts, 'zh');

  const readmeUrl = new URL('README.md', root);
  output(readmeUrl, between(readFileSync(readmeUrl, 'utf8'), 'rules', readmeTable(rules)));

  output(new URL('THIRD-PARTY-LICENSES.txt', root), await thirdPartyLicences());

  if (stale) process.exitCode = 1;
}

void main();
