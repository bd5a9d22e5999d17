/** The page of a rule, the list of all, and the README's examples. */
import { bindingOf } from '../../src/core/features/hover.js';
import type { Rule, Topic } from '../../src/core/lint/rule.js';
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
    `<!-- 由 npm run gen 生成，请勿手改；内容在 server/src/core/lint/rules/${id}.ts -->`,
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

/** The parts of the list of rules, in its order. */
const TOPICS: Readonly<Record<Topic, string>> = {
  marks: '标点和空格',
  labels: '序号和标题',
  figures: '数字和日期',
  words: '用字用词',
  terms: '规范提法',
  sentences: '语句',
  document: '文稿结构',
  own: '自己的规定',
};

/** The list of all rules, by topic and by their Chinese titles. */
export function rulesIndex(rules: readonly Rule[]): string {
  const collator = new Intl.Collator('zh-CN');
  const parts = Object.entries(TOPICS).map(([topic, title]) => {
    const rows = rules
      .filter((rule) => rule.topic === topic)
      .sort((a, b) => collator.compare(a.title.zh, b.title.zh))
      .map(
        (rule) =>
          `| [${rule.title.zh}](${rule.id}.md) | ${rule.off ? '关闭' : LEVELS[rule.severity]} | ${rule.source ?? '通行用法'} |`,
      );
    return [`## ${title}`, '', '| 规则 | 级别 | 依据 |', '|---|---|---|', ...rows, ''].join('\n');
  });
  return [
    '<!-- 由 npm run gen 生成，请勿手改 -->',
    '# 校对规则',
    '',
    `共 ${rules.length} 条。级别都可以在 \`.work-summary.yaml\` 里调整，“关闭”的按需打开。`,
    '',
    ...parts,
  ].join('\n');
}

/** The rules whose first examples tell a reader what the proofreader is for. */
const TELLING = [
  'wrong-word',
  'set-phrase',
  'confusable-word',
  'paired-marks',
  'half-width-mark',
  'label-number',
  'enumeration-gap',
  'percentage-points',
  'impossible-date',
  'mixed-structure',
];

/** Ten rules by an example each. */
export function readmeExamples(rules: readonly Rule[]): string {
  const rows = TELLING.map((id) => {
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined) throw new Error(`no rule ${id} to show in the README`);
    const { bad, fixed } = rule.examples.bad[0]!;
    const cell = (text: string) => shown(text).replaceAll('\n', '<br>').replaceAll('|', '\\|');
    return `| ${cell(bad)} | ${fixed === undefined ? '' : cell(fixed)} | [${rule.title.zh}](docs/rules/${id}.md) |`;
  });
  return ['| 写成（【 】内会提醒） | 改为 | 规则 |', '|---|---|---|', ...rows].join('\n');
}
