import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Paths of all that a front is bundled from. */
async function inputsOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: entry.endsWith('web.ts') ? 'browser' : 'node',
    format: 'cjs',
    // Bundles beside this one; the engine is looked at by itself.
    external: ['vscode', './engine.js', './server.js', './export.js'],
    outfile: 'out.js',
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs);
}

describe('the code for Word files', () => {
  for (const entry of [
    'client/src/node.ts',
    'client/src/web.ts',
    'server/src/node.ts',
    'server/src/engine.ts',
    'server/src/web.ts',
  ]) {
    it(`is not in what starts from ${entry}`, async () => {
      const word = (await inputsOf(entry)).filter((name) =>
        /node_modules\/(?:docx|saxes|image-size)\/|server\/src\/(?:export|import)\//.test(name),
      );
      assert.deepEqual(word, []);
    });
  }

  it('is in a script of its own, without an API of Node', async () => {
    const inputs = await inputsOf('server/src/export/index.ts');
    assert.ok(inputs.some((name) => name.includes('node_modules/docx/')));
    assert.ok(inputs.every((name) => !name.includes('vscode-languageserver')));
    await build({
      absWorkingDir: root,
      entryPoints: ['server/src/export/index.ts'],
      bundle: true,
      write: false,
      platform: 'browser',
      logLevel: 'silent',
    });
  });
});
