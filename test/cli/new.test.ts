import assert from 'node:assert/strict';
import { runCli } from '../helpers/command-line.js';

/** What a command line prints, and its exit code. */
async function run(...args: string[]) {
  const { stdout: out, stderr: err, code } = await runCli(args, { cwd: '/' });
  return { out, err, code };
}

describe('new, on the command line', () => {
  it('prints a whole document', async () => {
    const plain = await run(
      'new',
      '--kind',
      'half-year',
      '--subject',
      '𠮷县图书馆',
      '--period',
      '2026年上半年',
    );
    assert.equal(plain.code, 0, plain.err);
    assert.match(plain.out, /^𠮷县图书馆2026年上半年工作总结\n\n　　今年上半年，𠮷县图书馆/);
    assert.match(plain.out, /\n\n𠮷县图书馆\n\d{4}年\d{1,2}月\d{1,2}日\n$/);
    const markdown = await run('new', '--markdown', '--detail', 'brief', '--kind', 'party');
    assert.match(markdown.out, /^# 【党组织名称】\d{4}年党建工作总结\n\n\d{4}年，【党组织名称】/);
    assert.match(markdown.out, /\n\n## 一、政治建设\n\n/);
  });

  it('refuses a kind that there is not', async () => {
    const { code, out, err } = await run('new', '--kind', 'novel');
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assert.equal(err.trimEnd().split('\n').length, 1);
  });
});
