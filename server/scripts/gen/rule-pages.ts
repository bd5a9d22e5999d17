/** The page of a rule, and the README's table of all. */
import { bindingOf } from '../../src/core/features/hover.js';
import type { Rule } from '../../src/core/rule.js';
import { LEVELS } from './levels.js';

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

export function rulePage(rule: Rule): string {
  const { id, title, explain, severity, source, mechanical, examples, options = {} } = rule;
  const binding = source === null ? null : bindingOf(source);
  const fixes = examples.bad.some(({ fixed }) => fixed !== undefined);
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
      fixes ? (mechanical ? '可一键修复，也可成批修复' : '可逐条修复') : '只提示，不代改'
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

export function readmeTable(rules: readonly Rule[]): string {
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
