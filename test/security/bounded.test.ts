/** What a repository, a table or a colleague can hold is looked at before it is read, and read within limits. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { readConfiguration } from '../../server/src/config/configuration.js';
import { changeConfiguration } from '../../server/src/config/edit-configuration.js';
import { addPhrases, readPhraseFile } from '../../server/src/config/phrase-file.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { readBounded } from '../../server/src/reading/bounded-file.js';
import { LIMITS, refusalOf, sizeOf } from '../../server/src/reading/limits.js';
import { runCli } from '../helpers/command-line.js';
import { PNG, pngOf } from '../helpers/pictures.js';

const TEXT = '一、认真布署𠮷日工作。\r\n';
const CONFIG = '.work-summary.yaml';
const pipes = process.platform !== 'win32';

describe('files that are no files', () => {
  let folder: string;
  const at = (...names: string[]) => path.join(folder, ...names);
  const run = (...args: string[]) => runCli(args, { cwd: folder });
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'bounded-'));
    writeFileSync(at('a.txt'), TEXT);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Every kind of file that has no end, or does not begin. */
  const kinds: readonly (readonly [string, (name: string) => void])[] = pipes
    ? [
        ['a pipe', (name) => void execFileSync('mkfifo', [name])],
        ['a link to a device', (name) => symlinkSync('/dev/zero', name)],
        [
          'a link to a pipe',
          (name) => {
            execFileSync('mkfifo', [`${name}.pipe`]);
            symlinkSync(`${name}.pipe`, name);
          },
        ],
        ['a folder', (name) => mkdirSync(name)],
        ['a circle of links', (name) => symlinkSync(name, name)],
        ['a sparse file of 50 GB', (name) => sparse(name, 50e9)],
      ]
    : [['a folder', (name) => mkdirSync(name)]];

  function sparse(name: string, size: number): void {
    closeSync(openSync(name, 'w'));
    truncateSync(name, size);
  }

  for (const [kind, make] of kinds) {
    it(`${kind}: as a configuration, told and left out`, async () => {
      make(at(CONFIG));
      const { code, stdout, stderr } = await run('check', 'a.txt');
      assert.match(stdout, /布署/);
      assert.equal(code, 2);
      assert.match(stderr, /\.work-summary\.yaml/);
      assert.equal((await run('check', '--config', CONFIG, 'a.txt')).code, 2);
    });

    it(`${kind}: as a picture or template of an export`, async () => {
      writeFileSync(at('b.md'), '# 总结\n\n![一](x.png)\n\n![二](p.png)\n');
      writeFileSync(at('p.png'), PNG);
      make(at('x.png'));
      const { code, stderr } = await run('export', 'b.md', '--force', '-o', 'b.docx');
      assert.equal(code, 0, stderr);
      assert.match(readFileSync(at('b.docx')).toString('latin1'), /^PK/);
      const parts = Object.keys(unzipSync(readFileSync(at('b.docx'))));
      assert.equal(parts.filter((name) => name.startsWith('word/media/')).length, 1);
      writeFileSync(at('c.txt'), '总结\n');
      rmSync(at(CONFIG), { force: true });
      writeFileSync(at(CONFIG), 'export:\n  template: x.png\n');
      const refused = await run('export', 'c.txt', '--force', '-o', 'c.docx');
      assert.equal(refused.code, 2);
    });

    it(`${kind}: as a Word file or a table`, async () => {
      make(at('x.docx'));
      assert.equal((await run('import', 'x.docx', '-o', 'x.md')).code, 2);
      make(at('x.csv'));
      writeFileSync(at('t.txt'), '【单位名称】总结\n');
      const { code, stderr } = await run('fill', 't.txt', '--data', 'x.csv');
      assert.equal(code, 2);
      assert.match(stderr, /x\.csv/);
    });
  }

  it('end with a sentence that says what to do', () => {
    const refusal = (name: string) => {
      try {
        readBounded(name, 'configurationBytes');
        return null;
      } catch (error) {
        return refusalOf(error);
      }
    };
    sparse(at('large'), LIMITS.configurationBytes + 1);
    assert.match(refusal(at('large'))!.zh, /超过 100 kB.*请/);
    sparse(at('enough'), LIMITS.configurationBytes);
    assert.equal(refusal(at('enough')), null);
    if (pipes) assert.match(refusal('/dev/zero')!.zh, /不是普通文件.*请/);
  });

  it('are documents up to 32 MB, wherever they come from', async () => {
    sparse(at('b.txt'), LIMITS.documentBytes + 1);
    assert.match((await run('check', 'b.txt')).stderr, /超过 32 MB/);
    const stdin = Buffer.alloc(LIMITS.documentBytes + 1, 'a');
    const { code, stderr } = await runCli(['check', '-'], { cwd: folder, stdin });
    assert.equal(code, 2);
    assert.match(stderr, /超过 32 MB/);
  });
});

describe('the pictures of an export', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'pictures-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const exported = async (text: string) => {
    writeFileSync(path.join(folder, 'a.md'), text);
    const run = await runCli(['export', 'a.md', '--force', '-o', 'a.docx'], { cwd: folder });
    assert.equal(run.code, 0, run.stderr);
    const parts = unzipSync(readFileSync(path.join(folder, 'a.docx')));
    const media = Object.keys(parts).filter((name) => name.startsWith('word/media/')).length;
    const body = new TextDecoder().decode(parts['word/document.xml']);
    return { media, drawn: body.match(/<w:drawing>/g)?.length ?? 0, stderr: run.stderr };
  };

  it('are one file, however often and however it is named', async () => {
    writeFileSync(path.join(folder, 'p.png'), PNG);
    const names = Array.from({ length: 60 }, (_, index) => `${'./'.repeat(index)}p.png`);
    const { media, drawn } = await exported(
      `# 总结\n\n${names.map((name) => `![图](${name})`).join('\n\n')}\n`,
    );
    assert.deepEqual({ media, drawn }, { media: 1, drawn: 60 });
  });

  it('are left out beyond 20 MB each and 100 MB together, with a word', async () => {
    writeFileSync(path.join(folder, 'large.png'), pngOf(LIMITS.pictureBytes + 1));
    writeFileSync(path.join(folder, 'p.png'), pngOf(LIMITS.pictureBytes - 1));
    const one = await exported('# 总结\n\n![大](large.png)\n');
    assert.equal(one.media, 0);
    assert.match(one.stderr, /“large\.png”：文件超过 20 MB/);
    const names = Array.from({ length: 60 }, (_, index) => `${'./'.repeat(index)}p.png`);
    const { drawn, stderr } = await exported(
      `# 总结\n\n${names.map((name) => `![图](${name})`).join('\n\n')}\n`,
    );
    assert.equal(drawn, 5);
    assert.match(stderr, /超过 100 MB/);
  });
});

describe('YAML that somebody made to stop everything', () => {
  const most = LIMITS.configurationBytes;
  const repeated = (unit: string, size = most) =>
    unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  const BOMBS: readonly string[] = [
    ...['[', '{', '- ', '? ', 'a: ', '{a: ', '[a, ', '"', "'", '[,', '!', '&a ', '*a ', '|\n'],
    ...['- - ', '%a\n', '---\n', '...\n', '#\n', '\n', '\t', ']', '}', ': ', '\0', '<<: *a\n'],
  ].map((unit) => repeated(unit));
  const COLLECTIONS: readonly string[] = [
    Array.from({ length: 9000 }, (_, index) => `k${index}: 1\n`).join(''),
    Array.from({ length: 300 }, (_, index) => `${' '.repeat(index)}k:\n`).join(''),
    `a: &a [x, x]\n${Array.from({ length: 30 }, (_, n) => `a${n}: &a${n} [*a${n === 0 ? '' : n - 1}, *a${n === 0 ? '' : n - 1}]\n`).join('')}`,
    `__proto__:\n  polluted: 1\nconstructor:\n  prototype: 1\nrules:\n  __proto__: off\n  toString: off\n`,
    `must-fix:\n${repeated('- 甲\n', most - 100)}`,
    `terms:\n${Array.from({ length: 4000 }, (_, index) => `- term: 词${index}\n`).join('')}`,
  ];

  it('is refused or read, as a configuration and as phrases', () => {
    for (const text of [...BOMBS, ...COLLECTIONS]) {
      const { problems } = readConfiguration(text, RULES);
      assert.ok(problems.length <= 100);
      readPhraseFile(`phrases:\n  - 甲\n${text}`);
    }
    for (const text of COLLECTIONS) {
      readPhraseFile(text);
      changeConfiguration(text, { kind: 'terms', entry: { term: '词', variants: [] } });
      addPhrases(text, [{ text: '甲' }]);
    }
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });

  it('does not end the process by its depth', () => {
    for (const unit of ['[', '{a: ', '- ', '? ']) {
      const [problem] = readConfiguration(repeated(unit), RULES).problems;
      assert.match(problem!.message.zh, /层次超过/);
    }
    assert.equal(
      readConfiguration('rules: {wrong-word: {level: [[off]]}}', RULES).problems.length,
      1,
    );
  });

  it('is told to be too large, and what is within the limits counts', () => {
    const large = readConfiguration(`# ${'x'.repeat(most)}`, RULES);
    assert.match(large.problems[0]!.message.zh, new RegExp(`超过 ${sizeOf('configurationBytes')}`));
    for (const [key, entry] of [
      ['must-fix', '甲'],
      ['never-report', '甲'],
      ['terms', '{term: 甲}'],
      ['ignore-once', '{rule: a, text: b, sentence: c}'],
    ] as const) {
      const line = `- ${entry}\n`;
      const count = LIMITS.configurationEntries + 1;
      const { config, problems } = readConfiguration(`${key}:\n${line.repeat(count)}`, RULES);
      const lists = [config.mustFix, config.neverReport, config.terms, config.ignoreOnce];
      assert.equal(Math.max(...lists.map(({ length }) => length)), LIMITS.configurationEntries);
      assert.match(problems[0]!.message.zh, /1001 条，超过 1000 条/);
    }
    const phrases = readPhraseFile(`phrases:\n${'- 做好工作。\n'.repeat(LIMITS.phrases + 1)}`);
    assert.equal(phrases.phrases.length, LIMITS.phrases);
    assert.match(phrases.problems[0]!.message.zh, /2001 条/);
  });

  it('names a name that stands twice, at its place', () => {
    const text = 'rules:\r\n  wrong-word: off\r\n  wrong-word: hint\r\n';
    const [problem] = readConfiguration(text, RULES).problems;
    assert.equal(problem!.span.start, text.lastIndexOf('wrong-word'));
    assert.match(problem!.message.zh, /重复.*配置未生效/);
  });

  it('has no words that are blank', () => {
    const { config, problems } = readConfiguration(
      'terms:\n  - term: " "\n    variants: [一]\n  - term: 甲\n    variants: ["\u3000", 乙]\nmust-fix: [" "]\n',
      RULES,
    );
    assert.deepEqual(config.terms, [{ term: '甲', variants: ['乙'] }]);
    assert.deepEqual(config.mustFix, []);
    assert.equal(problems.length, 3);
  });
});
