import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../../server/src', import.meta.url));
const core = path.join(src, 'core');

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));
}

/** Whatever a file imports, types and re-exports included. */
function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/\b(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    ([, name]) => name!,
  );
}

describe('architecture', () => {
  it('lets core import nothing but core', () => {
    assert.ok(files(core).length > 10);
    for (const file of files(core)) {
      for (const name of imports(file)) {
        const target = path.resolve(path.dirname(file), name);
        assert.ok(
          name.startsWith('.') && target.startsWith(core + path.sep),
          `${path.relative(src, file)} imports ${name}`,
        );
      }
    }
  });

  it('has core types met by LSP types in convert.ts alone', () => {
    // server.ts and documents.ts hand requests on; only convert.ts builds protocol values out of spans.
    const meeting = files(src).filter((file) => {
      const names = imports(file);
      return (
        names.some((name) => name.startsWith('vscode-languageserver')) &&
        names.some((name) => /core\/(?:base\/text|lint\/rule|document\/model)\.js$/.test(name)) &&
        /\b(?:Position|Range|Diagnostic|DocumentSymbol|TextEdit|WorkspaceEdit)\b/.test(
          readFileSync(file, 'utf8'),
        )
      );
    });
    assert.deepEqual(
      meeting.map((file) => path.basename(file)),
      ['convert.ts'],
    );
  });

  it('has no circle of imports, those of types included', () => {
    const folders = [src, fileURLToPath(new URL('../../client/src', import.meta.url))];
    const loaded = new Map<string, string[]>();
    for (const file of folders.flatMap(files)) {
      const text = readFileSync(file, 'utf8');
      const names = [...text.matchAll(/^(?:import|export)[^'";]*from '(\.[^']+)\.js'/gm)].map(
        ([, name]) => `${path.resolve(path.dirname(file), name!)}.ts`,
      );
      loaded.set(file, names);
    }
    const done = new Set<string>();
    const visit = (file: string, above: readonly string[]): void => {
      const at = above.indexOf(file);
      const circle = [...above.slice(at), file].map((one) => path.relative(src, one));
      assert.equal(at, -1, circle.join(' → '));
      if (done.has(file)) return;
      for (const next of loaded.get(file) ?? []) visit(next, [...above, file]);
      done.add(file);
    };
    for (const file of loaded.keys()) visit(file, []);
  });
});
