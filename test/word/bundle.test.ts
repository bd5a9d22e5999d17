import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
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
    platform: 'node',
    conditions: ['browser'],
    format: 'cjs',
    // Bundles beside this one; the engine is looked at by itself.
    external: ['vscode', './engine.js', './server.js', './word.js'],
    outfile: 'out.js',
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs);
}

describe('the code for Word files', () => {
  for (const entry of ['client/src/main.ts', 'server/src/main.ts', 'server/src/engine.ts']) {
    it(`is not in what starts from ${entry}`, async () => {
      const word = (await inputsOf(entry)).filter((name) =>
        // What reads XML is for workbooks too.
        /node_modules\/(?:docx|image-size)\/|server\/src\/(?:export|import)\//.test(name),
      );
      assert.deepEqual(word, []);
    });
  }

  it('is in a script of its own, which runs where there is nothing of Node', async () => {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: ['server/src/word/write/index.ts'],
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'cjs',
      logLevel: 'silent',
    });
    // What a worker of a browser has, and no require, process or Buffer.
    const worker = {
      TextDecoder,
      TextEncoder,
      Intl,
      Uint8Array,
      ArrayBuffer,
      Blob,
      crypto,
      setTimeout,
    };
    const module = { exports: {} as typeof import('../../server/src/word/write/index.js') };
    const context = createContext({ ...worker, module, exports: module.exports });
    runInContext(outputFiles[0]!.text, context);
    const { exportDocx, importDocx, parseSummary, DEFAULT_FORMAT } = module.exports;
    const text = '\uFEFF𠮷县2024年工作总结\r\n\r\n　　完成了任务。\r\n';
    const docx = await exportDocx(parseSummary(text, 'plain'), DEFAULT_FORMAT);
    assert.equal((await importDocx(docx)).text, text);
  });
});
