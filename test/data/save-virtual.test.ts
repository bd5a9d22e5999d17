/** Writing where there is no disk: the editor's own file systems. */
import assert from 'node:assert/strict';
import { saveVirtual, VirtualSaveProblem } from '../../server/src/saving/virtual.js';

const NAME = '总结.txt';
const TEMPORARY = '.总结.txt.work-summary-1.tmp';
const bytes = (text: string) => new TextEncoder().encode(text);
const missing = () => Object.assign(new Error('none'), { code: 'FileNotFound' });

/** As a provider in a browser is; `fault` stands in for one of its answers. */
class MemoryFiles {
  readonly entries = new Map<string, { type: number; bytes: Uint8Array }>();
  readonly steps: string[] = [];

  constructor(private readonly fault: { step?: number; error?: Error; half?: boolean } = {}) {}

  private step(name: string): void {
    if (this.steps.push(name) - 1 === this.fault.step && this.fault.error) throw this.fault.error;
  }

  put(name: string, text: string, type = 1): this {
    this.entries.set(name, { type, bytes: bytes(text) });
    return this;
  }

  read(name: string): string | undefined {
    const entry = this.entries.get(name);
    return entry && new TextDecoder().decode(entry.bytes);
  }

  async stat(name: string) {
    this.step('stat');
    const entry = this.entries.get(name);
    if (entry === undefined) throw missing();
    return { type: entry.type, size: entry.bytes.length };
  }

  async writeFile(name: string, given: Uint8Array) {
    this.step('writeFile');
    const length = this.fault.half === true ? given.length >> 1 : given.length;
    this.entries.set(name, { type: 1, bytes: given.slice(0, length) });
  }

  async rename(from: string, to: string, { overwrite }: { overwrite: boolean }) {
    this.step('rename');
    if (!overwrite && this.entries.has(to)) throw new Error('FileExists');
    this.entries.set(to, this.entries.get(from)!);
    this.entries.delete(from);
  }

  async delete(name: string) {
    this.step('delete');
    this.entries.delete(name);
  }
}

describe('saving where there is no disk', () => {
  const save = (
    files: MemoryFiles,
    { replace = false, inputs = [] as string[], text = '新的𠮷' } = {},
  ) => saveVirtual(files, NAME, bytes(text), { replace, inputs, temporary: TEMPORARY });
  const reason = (promise: Promise<void>) =>
    promise.then(
      () => assert.fail('was written'),
      (error) => (error instanceof VirtualSaveProblem ? error.reason : error),
    );

  it('writes a new file, and over one where that was confirmed', async () => {
    const files = new MemoryFiles();
    await save(files);
    assert.equal(files.read(NAME), '新的𠮷');
    await save(files, { replace: true, text: '' });
    assert.equal(files.read(NAME), '');
    assert.deepEqual([...files.entries.keys()], [NAME]);
  });

  it('replaces nothing unasked, nor what was read, nor what is no file', async () => {
    const old = new MemoryFiles().put(NAME, '旧的');
    assert.equal(await reason(save(old)), 'exists');
    assert.equal(await reason(save(old, { replace: true, inputs: ['a', NAME] })), 'input');
    assert.equal(
      await reason(save(old.put(NAME, '旧的', 64 | 2), { replace: true })),
      'not a file',
    );
    assert.equal(await reason(save(old.put(NAME, '旧的', 0), { replace: true })), 'not a file');
    assert.equal(old.read(NAME), '旧的');
    assert.deepEqual([...old.entries.keys()], [NAME]);
    // A link to a file is one.
    await save(old.put(NAME, '旧的', 64 | 1), { replace: true });
    assert.equal(old.read(NAME), '新的𠮷');
  });

  it('notices that half of it is missing', async () => {
    const files = new MemoryFiles({ half: true }).put(NAME, '旧的');
    assert.equal(await reason(save(files, { replace: true })), 'cut off');
    assert.equal(files.read(NAME), '旧的');
    assert.deepEqual([...files.entries.keys()], [NAME]);
  });

  it('leaves the old file whole and nothing else whichever step fails', async () => {
    const steps = new MemoryFiles().put(NAME, '旧的');
    await save(steps, { replace: true });
    assert.deepEqual(steps.steps, ['stat', 'writeFile', 'stat', 'stat', 'rename']);
    for (const [step] of steps.steps.entries()) {
      for (const error of [new Error('NoPermissions'), new Error('Unavailable')]) {
        const files = new MemoryFiles({ step, error }).put(NAME, '旧的');
        assert.equal(await reason(save(files, { replace: true })), error);
        assert.equal(files.read(NAME), '旧的');
        assert.deepEqual([...files.entries.keys()], [NAME]);
      }
    }
  });
});
