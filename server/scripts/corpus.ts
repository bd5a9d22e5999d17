/**
 * Findings per rule per 10 000 characters over the real texts beside the repository.
 * `npm run corpus [-- --rule ID]… [--set clean] [--list] [--level error,warning] [--off] [FILE…]`
 * The sets are `clean`, `markdown`, `essays` (prose that nobody edited: slips are true) and `seeds`.
 * `--list` prints every finding in its context, `--off` also runs rules that are off by default.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { lineAt } from '../src/core/base/text.js';
import { parseSummary } from '../src/core/document/parse.js';
import { lint } from '../src/core/lint/linter.js';
import { RULES } from '../src/core/lint/rules.generated.js';
import { DEFAULT_CONFIG } from '../src/core/settings/lint-config.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rule: { type: 'string', multiple: true },
    set: { type: 'string', multiple: true },
    level: { type: 'string' },
    list: { type: 'boolean', default: false },
    off: { type: 'boolean', default: false },
  },
});

const shared = new URL('../../../shared/', import.meta.url);
if (positionals.length === 0 && !existsSync(shared)) {
  console.log('skipped: the real texts (../shared/corpora) are not here');
  process.exit(0);
}

const rules = RULES.filter(({ id }) => values.rule?.includes(id) ?? true);
const config = values.off
  ? {
      ...DEFAULT_CONFIG,
      rules: Object.fromEntries(rules.map(({ id, severity }) => [id, { level: severity }])),
    }
  : DEFAULT_CONFIG;
const levels = values.level?.split(',');

function filesOf(set: string): string[] {
  const folder = new URL(set === 'seeds' ? 'seeds/' : `corpora/${set}/`, shared);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md)$/.test(name) && !/README/.test(name))
    .map((name) => fileURLToPath(new URL(encodeURI(name), folder)))
    .sort();
}

const sets: [string, string[]][] =
  positionals.length > 0
    ? [['files', positionals]]
    : (values.set ?? ['clean', 'markdown', 'essays', 'seeds']).map((set) => [set, filesOf(set)]);

for (const [set, files] of sets) {
  const counts = new Map<string, number>();
  let characters = 0;
  let failed = 0;
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    characters += text.length;
    const summary = parseSummary(text, file.endsWith('.md') ? 'markdown' : 'plain');
    const findings = lint(summary, {
      rules,
      config,
      onRuleError: (rule, error) => {
        failed++;
        console.error(`${rule} threw in ${file}:`, error);
      },
    });
    for (const { rule, severity, span, message, fixes } of findings) {
      if (levels !== undefined && !levels.includes(severity)) continue;
      const key = `${severity} ${rule}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (!values.list) continue;
      const line = lineAt(summary.lines, span.start);
      const column = span.start - summary.lines[line]!.start + 1;
      const before = text.slice(Math.max(summary.lines[line]!.start, span.start - 15), span.start);
      const after = text.slice(span.end, span.end + 15).replace(/[\r\n].*/s, '');
      const found = text.slice(span.start, Math.min(span.end, span.start + 60));
      console.log(
        `${file.split('/').pop()}:${line + 1}:${column} ${severity} ${rule} ${before}⟦${found}⟧${after} → ${fixes[0]?.title.zh ?? '–'} | ${message.zh.slice(0, 50)}`,
      );
    }
  }
  console.log(`\n${set}: ${files.length} files, ${characters} characters, ${failed} rule errors`);
  for (const [key, count] of [...counts].sort()) {
    const rate = ((count * 10_000) / characters).toFixed(3);
    console.log(`${rate.padStart(9)}  ${String(count).padStart(5)}  ${key}`);
  }
  const grave = [...counts].filter(([key]) => /^(?:error|warning) /.test(key));
  const long = (key: string) => /long-(?:sentence|paragraph)/.test(key);
  const sum = (keep: (key: string) => boolean) =>
    grave.filter(([key]) => keep(key)).reduce((total, [, count]) => total + count, 0);
  const per = (count: number) => ((count * 10_000) / characters).toFixed(3);
  console.log(`errors: ${per(sum((key) => key.startsWith('error')))} per 10 000 characters`);
  console.log(
    `errors + warnings without long-sentence and long-paragraph: ${per(sum((key) => !long(key)))}`,
  );
}
