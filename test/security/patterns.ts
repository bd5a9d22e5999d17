/** Every regular expression of the product, found in its source. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly file: string;
}

const root = new URL('../../', import.meta.url);

/** The literals in server and client. */
export function literals(): Pattern[] {
  return ['server/src/', 'client/src/'].flatMap((folder) => {
    const files = readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' });
    return files
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => literalsIn(folder + name.replaceAll('\\', '/')));
  });
}

function literalsIn(file: string): Pattern[] {
  const source = readFileSync(fileURLToPath(new URL(file, root)), 'utf8');
  // What stands in comments and strings is none; types are no JavaScript.
  const { code } = transformSync(source, { loader: 'ts', target: 'es2024', charset: 'utf8' });
  const found: Pattern[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) walk(item);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const { regex } = node as { regex?: { pattern: string; flags: string } };
    if (regex !== undefined) found.push({ source: regex.pattern, flags: regex.flags, file });
    for (const [key, child] of Object.entries(node)) if (key !== 'regex') walk(child);
  };
  walk(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  return found;
}

/** Runs `act` and gives the patterns that were put together meanwhile by `new RegExp`. */
export async function builtDuring(act: () => Promise<void>): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const Real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Real, {
    construct(target, [pattern, flags = ''], newTarget) {
      const made = Reflect.construct(target, [pattern, flags], newTarget) as RegExp;
      found.push({ source: made.source, flags: made.flags, file: 'new RegExp' });
      return made;
    },
  });
  try {
    await act();
  } finally {
    globalThis.RegExp = Real;
  }
  return found;
}

/** How a pattern is written in the lists. */
export const nameOf = ({ source, flags }: Pattern) => `/${source}/${flags}`;
