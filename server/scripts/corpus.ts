/**
 * Findings per rule per 10 000 characters over the real texts beside the repository.
 * `npm run corpus [-- --rule ID]… [--set clean] [--list] [--level error,warning] [--not-form] [--joins] [--off] [FILE…]`
 * The sets are `clean`, `markdown`, `essays` (prose that nobody edited: slips are true) and `seeds`.
 * `--list` prints every finding in its context, `--not-form` leaves out what is a matter of mere form
 * (`ofForm`), `--joins` prints every paragraph of several lines, `--off` also runs rules that are off by default.
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
    joins: { type: 'boolean', default: false },
    'not-form': { type: 'boolean', default: false },
    off: { type: 'boolean', default: false },
  },
});

const shared = new URL('../../../shared/', import.meta.url);
if (positionals.length === 0 && !existsSync(shared)) {
  console.log('skipped: the real texts (../shared/corpora) are not here');
  process.exit(0);
}

const rules = RULES.filter(
  ({ id, ofForm }) =>
    (values.rule?.includes(id) ?? true) && !(values['not-form'] && ofForm === true),
);
const ofForm = new Set(rules.filter((rule) => rule.ofForm === true).map(({ id }) => id));
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
  let joined = 0;
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    characters += text.length;
    const summary = parseSummary(text, file.endsWith('.md') ? 'markdown' : 'plain');
    for (const { line, endLine } of summary.paragraphs) {
      joined += endLine - line;
      if (!values.joins || line === endLine) continue;
      const lines = summary.lines.slice(line, endLine + 1).map(({ start, end }) => {
        const typed = text.slice(start, end);
        return typed.length > 60 ? `${typed.slice(0, 20)}…${typed.slice(-30)}` : typed;
      });
      console.log(`${file.split('/').pop()}:${line + 1}-${endLine + 1} ${lines.join(' ⏎ ')}`);
    }
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
  const report = (what: string, keep: (level: string, rule: string) => boolean) => {
    const count = [...counts].reduce((total, [key, number]) => {
      const [level, rule] = key.split(' ') as [string, string];
      return keep(level, rule) ? total + number : total;
    }, 0);
    console.log(`${what}: ${count}, ${((count * 10_000) / characters).toFixed(3)} per 10 000`);
  };
  const isGrave = (level: string) => level === 'error' || level === 'warning';
  report('errors', (level) => level === 'error');
  report('errors + warnings', isGrave);
  report(
    'errors + warnings that are no mere form',
    (level, rule) => isGrave(level) && !ofForm.has(rule),
  );
  console.log(`lines that go on in the next one: ${joined}`);
}
