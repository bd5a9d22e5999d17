/** JSON schemas of the configuration file, and of what the editor's settings share with it. */

import { GROUPS } from '../../src/core/analysis/lexicon/lexicon.js';
import type { Localized } from '../../src/core/base/localized.js';
import { SCHEMES } from '../../src/core/document/schemes.js';
import type { OptionSpec, Rule } from '../../src/core/lint/rule.js';
import { FORMAT_OPTIONS, type FormatOption } from '../../src/core/settings/print-format.js';
import { LEVELS } from './levels.js';

function optionSchema({ type, default: value, description, ...rest }: OptionSpec) {
  const shape =
    type === 'strings' ? { type: 'array', items: { type: 'string' } } : { type, ...rest };
  return { ...shape, default: value, description: description.zh };
}

const LEVEL = {
  enum: ['off', 'hint', 'information', 'warning', 'error'],
  enumDescriptions: ['不检查', '提示', '提示（计入问题）', '疑似', '必错'],
};

/** The file also takes the levels by their Chinese names. */
const FILE_LEVEL = {
  enum: [...LEVEL.enum, '关', '关闭', '提示', '疑似', '必错'],
  enumDescriptions: [...LEVEL.enumDescriptions, '不检查', '不检查', 'hint', 'warning', 'error'],
};

const nameOf = (rule: Rule) =>
  `${rule.title.zh}（${rule.off ? '默认关闭' : LEVELS[rule.severity]}）`;

/** What may stand after a rule's name: a level, or an object with a level and the rule's options. */
function ruleSchema(rule: Rule | null, level: object) {
  const options = Object.entries(rule?.options ?? {});
  return {
    anyOf: [
      level,
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          level,
          ...Object.fromEntries(options.map(([name, spec]) => [name, optionSchema(spec)])),
        },
      },
    ],
  };
}

/**
 * Schema of the setting `workSummary.rules`. Names are completed from `propertyNames`, so that only
 * rules with options need an entry of their own.
 */
export function rulesSetting(rules: readonly Rule[]) {
  const withOptions = rules.filter((rule) => rule.options !== undefined);
  return {
    type: 'object',
    propertyNames: { enum: rules.map(({ id }) => id), enumDescriptions: rules.map(nameOf) },
    properties: Object.fromEntries(
      withOptions.map((rule) => [
        rule.id,
        { description: nameOf(rule), ...ruleSchema(rule, LEVEL) },
      ]),
    ),
    additionalProperties: ruleSchema(null, LEVEL),
  };
}

/** Schema of `rules` in the configuration file, with the definitions `level` and `rule` of that file. */
function rulesOfFile(rules: readonly Rule[]) {
  const level = { $ref: '#/definitions/level' };
  const former = rules.flatMap(({ id, formerIds = [] }) =>
    formerIds.map((name) => [
      name,
      {
        deprecationMessage: `已并入 ${id}`,
        description: `已并入 ${id}`,
        allOf: [{ $ref: '#/definitions/rule' }],
      },
    ]),
  );
  return {
    type: 'object',
    additionalProperties: false,
    description: '各条规则的级别和选项',
    properties: Object.fromEntries([
      ...rules.map((rule) => [
        rule.id,
        rule.options === undefined
          ? { description: nameOf(rule), allOf: [{ $ref: '#/definitions/rule' }] }
          : { description: nameOf(rule), ...ruleSchema(rule, level) },
      ]),
      ...former,
    ]),
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
export function formatSchema(
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

const text = (description: string) => ({ type: 'string', minLength: 1, description });

export function configurationSchema(rules: readonly Rule[]) {
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
    definitions: { level: FILE_LEVEL, rule: ruleSchema(null, { $ref: '#/definitions/level' }) },
    properties: {
      rules: rulesOfFile(rules),
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
      learned: {
        type: 'object',
        description: '从以往总结中学到的用词和人名，以及各出现几次；不当作错字',
        additionalProperties: { type: 'number', exclusiveMinimum: 0 },
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
      numbering: {
        description:
          '本单位的序号体系：各层的第一个序号，由外到内，如 [第一章, 第一节, 一、]；也可写内置的一套',
        anyOf: [
          { enum: SCHEMES.map(({ id }) => id) },
          { type: 'array', minItems: 1, items: text('这一层的第一个序号') },
        ],
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
