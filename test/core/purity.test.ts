import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../../server/src', import.meta.url));

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
});
