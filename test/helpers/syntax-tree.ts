/** The product's source as a compiler reads it: what stands in comments is none of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';

const root = new URL('../../', import.meta.url);

/** Every node of the syntax trees of every TypeScript file in these folders, without its types. */
export function* nodesIn(...folders: string[]): Generator<{ file: string; node: object }> {
  for (const folder of folders) {
    for (const name of readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const file = folder + name.replaceAll('\\', '/');
      const source = readFileSync(new URL(encodeURI(file), root), 'utf8');
      const { code } = transformSync(source, { loader: 'ts', target: 'es2024', charset: 'utf8' });
      for (const node of walk(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }))) {
        yield { file, node };
      }
    }
  }
}

function* walk(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return;
  if (!Array.isArray(value)) yield value;
  for (const child of Object.values(value)) yield* walk(child);
}
