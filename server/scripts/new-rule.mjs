// `npm run new-rule NAME`: writes server/src/core/lint/rules/NAME.ts to start from. A rule is that one
// file; `npm run gen` afterwards writes what is derived from it.
import { existsSync, writeFileSync } from 'node:fs';

const [name, folder = new URL('../src/core/lint/rules/', import.meta.url).pathname] =
  process.argv.slice(2);
if (name === undefined || !/^[a-z]+(-[a-z]+)*$/.test(name)) {
  console.error('用法：npm run new-rule 规则名（小写英文，用短横连接，例如 stray-comma）');
  process.exit(2);
}
const file = `${folder.replace(/\/?$/, '/')}${name}.ts`;
if (existsSync(file)) {
  console.error(`已经有这条规则：${file}`);
  process.exit(2);
}

writeFileSync(
  file,
  `import { changeTo, defineRule, spanOf } from '../rule.js';

export default defineRule({
  id: '${name}',
  topic: 'marks',
  scope: 'paragraph',
  severity: 'hint',
  title: { zh: '示例：重复的“请”', en: 'Example: 请 twice' },
  explain: {
    zh: '为什么要改，怎么改，一两句话说清。',
    en: 'Why it matters and what to do, in a sentence or two.',
  },
  source: null,
  mechanical: false,
  examples: {
    bad: [
      { bad: '⟦请请⟧核对。', fixed: '请核对。' },
      { bad: '\\uFEFF　𠮷日⟦请请⟧核对。\\r\\n', fixed: '\\uFEFF　𠮷日请核对。\\r\\n' },
    ],
    good: ['请核对。', '有请，请坐。'],
  },
  check({ prose, report }) {
    for (const match of prose.matchAll(/请请/g)) {
      const span = spanOf(match);
      report({
        span,
        message: {
          zh: '错在哪里，为什么，怎么改。',
          en: 'What is wrong, why, and what to do.',
        },
        fixes: [changeTo('请', span, false)],
      });
    }
  },
});
`,
);
console.log(`已写好 ${file}
1. 改写其中的说明、例子和检查；例子就是测试。
2. npm run gen        更新索引、设置、说明页和 README 的表
3. npm run check      检查
4. npm run corpus -- --rule ${name} --list   在真实文稿上看有没有误报`);
