/**
 * `npm run patterns`: writes into patterns.json which regular expressions take time linear in their
 * text, so that the test need not ask again. What is in `bounded` a person has judged and given a reason.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkSync } from 'recheck';
import { nameOf, type Pattern } from './patterns.js';

const file = new URL('patterns.json', import.meta.url);

export interface Judged {
  /** Judged by the checker. */
  readonly linear: readonly string[];
  /** Judged by a person: what keeps the text short or the steps few. */
  readonly bounded: Readonly<Record<string, string>>;
}

export const judged = (): Judged => JSON.parse(readFileSync(file, 'utf8'));

/** Every pattern of the product once, by its name. */
export function allPatterns(): Map<string, Pattern> {
  const collect = fileURLToPath(new URL('collect.ts', import.meta.url));
  const options = { maxBuffer: 1e8, encoding: 'utf8' } as const;
  const json = execFileSync(process.execPath, ['--import', 'tsx', collect], options);
  return new Map((JSON.parse(json) as Pattern[]).map((pattern) => [nameOf(pattern), pattern]));
}

/** Null when a pattern is linear, else what the checker says of it. */
export function slowness({ source, flags }: Pattern): string | null {
  const found = checkSync(source, flags, { timeout: 30_000 });
  if (found.status === 'safe') return null;
  return found.status === 'vulnerable' ? found.complexity.summary : found.error.kind;
}

function main(): void {
  const { bounded, linear } = judged();
  const known = new Set(linear);
  const kept: string[] = [];
  const patterns = allPatterns();
  const still = Object.fromEntries(Object.entries(bounded).filter(([name]) => patterns.has(name)));
  for (const [name, pattern] of patterns) {
    if (bounded[name] !== undefined) continue;
    const slow = known.has(name) ? null : slowness(pattern);
    if (slow === null) kept.push(name);
    else console.error(`${slow}: ${name} in ${pattern.file}`);
  }
  writeFileSync(file, `${JSON.stringify({ linear: kept.sort(), bounded: still }, null, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
