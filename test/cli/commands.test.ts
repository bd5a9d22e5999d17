import assert from 'node:assert/strict';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import { encode } from '../../server/src/cli/encoding.js';
import type { EditReport, FindingReport } from '../../server/src/report/findings.js';
import { type RunOptions, runCli } from '../helpers/command-line.js';
import { makeDocx } from '../word/docx.js';

/** 三 is missing, a doubled mark, two blanks; with a rare character, CRLF and indents. */
const SUMMARY = [
  '𠮷溪书屋年度工作总结',
  '',
  '一、主要工作',
  '　　开展阅读活动，，服务XX人次。',
  '二、存在问题',
  '　　人手不足，X月XX日前补齐。',
  '四、下一步打算',
  '　　继续开放。',
  '',
].join('\r\n');

describe('the command line', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), '总结-'));
    writeFileSync(path.join(cwd, '总结.txt'), SUMMARY);
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  const run = (args: string[], options: Partial<RunOptions> = {}) =>
    runCli(args, { cwd, ...options });
  const json = async (args: string[], options: Partial<RunOptions> = {}) =>
    JSON.parse((await run(args, options)).stdout);
  const file = (name = '总结.txt') => path.join(cwd, name);

  describe('help and usage', () => {
    it('speaks Chinese, and English where the system does', async () => {
      for (const env of [{}, { LANG: 'zh_CN.UTF-8' }, { LANG: 'C.UTF-8' }]) {
        const { code, stdout } = await run(['--help'], { env });
        assert.equal(code, 0);
        assert.match(stdout, /^用法\n {2}work-summary outline/);
        assert.match(stdout, /check +检查文稿/);
      }
      const { stdout } = await run(['check', '--help'], { env: { LANG: 'en_GB.UTF-8' } });
      assert.match(stdout, /^USAGE\n/);
      assert.doesNotMatch(stdout, /\p{Script=Han}/u);
      assert.equal((await run(['--version'])).stdout, '1.2.3\n');
    });

    it('has every command of the contract', async () => {
      const { stdout } = await run(['--help']);
      const commands = stdout.slice(stdout.indexOf('命令')).match(/^ {2}[a-z]+/gm) ?? [];
      const known = new Set(commands.map((name) => name.trim()));
      const contract = 'outline check fix renumber placeholders fill export import lsp';
      assert.deepEqual(
        contract.split(' ').filter((name) => !known.has(name)),
        [],
      );
    });

    for (const [args, problem] of [
      [['chek', 'a.txt'], /没有“chek”这个命令，是不是“check”/],
      [['check'], /没有给出 PATH/],
      [
        ['check', '--format', 'xml', 'a.txt'],
        /“--format”不能是“xml”，可用 text、json、sarif、github/,
      ],
      [['check', '--wat', 'a.txt'], /没有“--wat”这个选项/],
      [['outline', 'a.txt', 'b.txt'], /多出了“b.txt”/],
      [['fix', '--write', '--diff', '总结.txt'], /--write 和 --diff 只能用一个/],
      [['fix', '--write', '-'], /标准输入“-”没有可写回的文件/],
      [['lsp'], /lsp --stdio/],
      [['check', '--threads', '0', '总结.txt'], /“--threads”不能是“0”，请给 1 到 256 的整数/],
      [['fix', '--threads', '1.5', '总结.txt'], /“--threads”不能是“1\.5”/],
      [['check', '--threads', '257', '总结.txt'], /“--threads”不能是“257”/],
      [['check', '--threads', '两个', '总结.txt'], /“--threads”不能是“两个”/],
      [['check', '--config', '缺.yaml', '总结.txt'], /找不到“缺\.yaml”/],
    ] as const) {
      it(`${args.join(' ')} ends with 2 and one line in Chinese`, async () => {
        const { code, stdout, stderr } = await run([...args]);
        assert.equal(code, 2);
        assert.equal(stdout, '');
        assert.match(stderr, problem);
        assert.equal(stderr.trimEnd().split('\n').length, 1);
      });
    }

    it('keeps the Chinese line for those who do not read it, with English after it', async () => {
      const { stderr } = await run(['check', '缺.txt'], { env: { LC_ALL: 'en_US.UTF-8' } });
      assert.match(stderr, /^找不到“缺\.txt”.*“缺\.txt” was not found.*\n$/);
    });
  });

  describe('check', () => {
    it('gives the findings with 1-based places, texts and fixes', async () => {
      const { files, summary } = await json(['check', '--format', 'json', '总结.txt']);
      assert.equal(files.length, 1);
      assert.equal(files[0].encoding, 'utf-8');
      const doubled = files[0].findings.find(
        ({ rule }: { rule: string }) => rule === 'doubled-mark',
      );
      assert.deepEqual(Object.keys(doubled), [
        'rule',
        'severity',
        'message',
        'line',
        'column',
        'endLine',
        'endColumn',
        'text',
        'source',
        'fixes',
      ]);
      const { severity, line, column, endLine, endColumn, text, fixes } = doubled;
      assert.deepEqual(
        { severity, line, column, endLine, endColumn, text },
        { severity: 'error', line: 4, column: 9, endLine: 4, endColumn: 11, text: '，，' },
      );
      assert.equal(fixes[0].safe, true);
      assert.equal(fixes[0].edits[0].newText, '，');
      assert.deepEqual(Object.keys(summary), ['error', 'warning', 'info', 'hint']);
      assert.equal(summary.error, 1);
    });

    it('says of a fix that it is safe when `fix` makes it, and only then', async () => {
      const text =
        '\uFEFF一.回顾 \r\n今年,𠮷日馆藏的的整理，，布署“读,者”服务。\r\n见http://example.org/图书,报刊 ，好。\r\n';
      const { files } = await json(['check', '--format', 'json', '-'], {
        stdin: Buffer.from(text),
      });
      const edits = files[0].findings.flatMap(({ fixes }: FindingReport) =>
        fixes.filter(({ safe }) => safe).flatMap((fix) => fix.edits),
      );
      const fixed = (await run(['fix', '-'], { stdin: Buffer.from(text) })).stdout;
      assert.equal(
        fixed,
        text.replace('一.回顾 ', '一、回顾').replace('今年,', '今年，').replace('，，', '，'),
      );
      // Columns count from after the byte order mark.
      const lines = text.slice(1).split('\r\n');
      for (const { line, column, endColumn, newText } of edits.reverse() as EditReport[]) {
        const own = lines[line - 1]!;
        lines[line - 1] = own.slice(0, column - 1) + newText + own.slice(endColumn - 1);
      }
      assert.equal(`\uFEFF${lines.join('\r\n')}`, fixed);
    });

    it('ends with 1 at or above --fail-on', async () => {
      const code = async (...args: string[]) => (await run(['check', ...args, '总结.txt'])).code;
      assert.equal(await code(), 1);
      assert.equal(await code('--fail-on', 'never'), 0);
      writeFileSync(file(), SUMMARY.replace('，，', '，'));
      assert.equal(await code(), 0);
      assert.equal(await code('--fail-on=warning'), 1);
      writeFileSync(file(), '今年办班三次。\r\n');
      assert.equal(await code('--fail-on', 'info'), 0);
    });

    it('is plain in a pipe and coloured on a terminal', async () => {
      const plain = (await run(['check', '总结.txt'])).stdout;
      assert.ok(!plain.includes('\u001b'));
      assert.match(plain, /^总结\.txt:4:9: 必错: .*\[doubled-mark\]$/m);
      assert.match(plain, /查了 1 个文件：必错 1 处/);
      const coloured = (await run(['check', '总结.txt'], { terminal: true })).stdout;
      assert.ok(coloured.includes('\u001b[31m必错'));
    });

    it('prints lines that the editor’s problem matchers read, in both languages', async () => {
      const manifest = JSON.parse(
        readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
      );
      const matchers: { severity: string; pattern: { regexp: string } }[] =
        manifest.contributes.problemMatchers;
      for (const LANG of ['zh_CN.UTF-8', 'en_US.UTF-8']) {
        const { stdout } = await run(['check', '总结.txt'], { env: { LANG } });
        const findings = stdout.trimEnd().split('\n').slice(0, -1);
        assert.ok(findings.length > 1);
        for (const line of findings) {
          const matching = matchers.filter(({ pattern }) => new RegExp(pattern.regexp).test(line));
          assert.equal(matching.length, 1, line);
        }
        const first = findings.find((line) => line.includes('doubled-mark'))!;
        const error = matchers.find(({ severity }) => severity === 'error')!;
        const [, name, line, column, , rule] = new RegExp(error.pattern.regexp).exec(first)!;
        assert.deepEqual([name, line, column, rule], ['总结.txt', '4', '9', 'doubled-mark']);
      }
    });

    it('reads standard input', async () => {
      const bytes = await encode('开展活动，，服务群众。', 'gb18030');
      const { files } = await json(['check', '--format', 'json', '-'], { stdin: bytes });
      assert.equal(files[0].file, '-');
      assert.equal(files[0].encoding, 'gb18030');
      assert.equal(files[0].findings[0].rule, 'doubled-mark');
    });

    it('takes the nearest configuration, or the one that is named', async () => {
      writeFileSync(file('.work-summary.yaml'), 'rules:\n  doubled-mark: off\n');
      writeFileSync(
        file('严.yml'),
        await encode('rules:\n  doubled-mark: hint # 提示\n', 'gb18030'),
      );
      assert.equal((await json(['check', '--format', 'json', '.'])).summary.error, 0);
      const named = await json(['check', '--format', 'json', '--config', '严.yml', '.']);
      const level = named.files[0].findings.find(
        ({ rule }: { rule: string }) => rule === 'doubled-mark',
      ).severity;
      assert.equal(level, 'hint');
    });

    it('tells a mistake in the configuration with its place', async () => {
      writeFileSync(file('.work-summary.yaml'), 'rules:\n  no-such: off\n');
      const { code, stderr } = await run(['check', '总结.txt']);
      assert.equal(code, 2);
      assert.match(stderr, /^\.work-summary\.yaml:2:3 没有名为“no-such”的规则/);
    });

    it('gives valid SARIF, with fixes', async () => {
      const log = await json(['check', '--format', 'sarif', '总结.txt']);
      const require = createRequire(import.meta.url);
      const schema = path.join(
        path.dirname(require.resolve('@microsoft/jest-sarif/package.json')),
        'lib/schemas/sarif-2.1.0-rtm.5.json',
      );
      const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
      const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
      const valid: boolean = validate(log);
      assert.ok(valid, JSON.stringify(validate.errors));
      const [{ results, tool }] = log.runs;
      const result = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'doubled-mark');
      assert.equal(tool.driver.rules[result.ruleIndex].id, 'doubled-mark');
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      assert.equal(artifactLocation.uri, encodeURI('总结.txt'));
      assert.equal(region.startColumn, 9);
      assert.equal(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text, '，');
    });

    it('gives workflow commands, escaped', async () => {
      writeFileSync(file('甲,乙.txt'), SUMMARY);
      const { stdout } = await run(['check', '--format', 'github', '甲,乙.txt']);
      assert.match(
        stdout,
        /^::error file=甲%2C乙\.txt,line=4,endLine=4,col=9,endColumn=11,title=标点重叠 \(doubled-mark\)::.+$/m,
      );
    });
  });

  describe('fix and renumber', () => {
    const fixed = SUMMARY.replace('，，', '，');
    const renumbered = SUMMARY.replace('四、', '三、');

    it('print the text of one file, as a filter would, and write nothing', async () => {
      assert.equal((await run(['fix', '总结.txt'])).stdout, fixed);
      assert.equal(
        (await run(['renumber', '-'], { stdin: Buffer.from(SUMMARY) })).stdout,
        renumbered,
      );
      assert.equal(readFileSync(file(), 'utf8'), SUMMARY);
    });

    it('tell of several files what there is to change', async () => {
      writeFileSync(file('好.txt'), '今年办班三次。\r\n');
      const { code, stdout } = await run(['fix', '.']);
      assert.equal(code, 0);
      assert.match(stdout, /^总结\.txt：可改 1 处\n看了 2 个文件，可改 1 个。/);
      assert.equal(readFileSync(file(), 'utf8'), SUMMARY);
    });

    it('show a difference', async () => {
      const { stdout } = await run(['fix', '--diff', '总结.txt']);
      assert.match(stdout, /^--- 总结\.txt$/m);
      assert.match(stdout, /^-　　开展阅读活动，，服务XX人次。\r$/m);
      assert.match(stdout, /^\+　　开展阅读活动，服务XX人次。\r$/m);
      assert.equal(readFileSync(file(), 'utf8'), SUMMARY);
    });

    for (const encoding of ['utf-8', 'gb18030', 'utf-16le'] as const) {
      it(`write ${encoding} back as it was read`, async () => {
        const mark = encoding === 'utf-16le' ? Buffer.of(0xff, 0xfe) : Buffer.alloc(0);
        const bytes = async (text: string) => Buffer.concat([mark, await encode(text, encoding)]);
        writeFileSync(file(), await bytes(SUMMARY));
        assert.equal((await run(['fix', '--write', '.'])).code, 0);
        assert.deepEqual(readFileSync(file()), await bytes(fixed));
        assert.equal((await run(['renumber', '--write', '总结.txt'])).code, 0);
        assert.deepEqual(readFileSync(file()), await bytes(fixed.replace('四、', '三、')));
      });
    }

    it('write through a link', async () => {
      symlinkSync('总结.txt', file('链接.txt'));
      await run(['fix', '--write', '链接.txt']);
      assert.equal(readFileSync(file(), 'utf8'), fixed);
      assert.ok(lstatSync(file('链接.txt')).isSymbolicLink());
    });
  });

  it('outline gives the sections with their lengths', async () => {
    const { title, characters, sections, ...rest } = await json([
      'outline',
      '--format',
      'json',
      '总结.txt',
    ]);
    assert.deepEqual(rest, { file: '总结.txt' });
    assert.equal(title, '𠮷溪书屋年度工作总结');
    assert.equal(characters, 61);
    assert.deepEqual(sections[0], {
      level: 1,
      marker: '一、',
      number: 1,
      title: '主要工作',
      heading: '一、主要工作',
      line: 3,
      endLine: 4,
      characters: 20,
      placeholders: 1,
      children: [],
    });
    const { stdout } = await run(['outline', '总结.txt']);
    assert.match(
      stdout,
      /^𠮷溪书屋年度工作总结 {2}61 字\n {2}一、主要工作 {2}第 3 行，20 字，待填 1 处$/m,
    );
  });

  it('placeholders gives what is to be filled in', async () => {
    const { files, total } = await json(['placeholders', '--format', 'json', '总结.txt']);
    assert.equal(total, 2);
    assert.deepEqual(files[0].placeholders[1], {
      text: 'X月XX日',
      kind: 'date',
      label: '日期',
      line: 6,
      column: 8,
      endLine: 6,
      endColumn: 13,
      group: null,
    });
    const { stdout } = await run(['placeholders', '--format', 'csv', '总结.txt']);
    assert.equal(
      stdout,
      '\ufefffile,line,column,endLine,endColumn,text,kind,label,group\r\n' +
        '总结.txt,4,13,4,15,XX,people,人次,\r\n' +
        '总结.txt,6,8,6,13,X月XX日,date,日期,\r\n',
    );
  });

  describe('fill', () => {
    const columns = '服务XX人次,X月XX日前补齐';

    it('prints the one document, in its encoding', async () => {
      writeFileSync(file('数据.csv'), `${columns}\n120,3月15日\n`);
      writeFileSync(file(), await encode(SUMMARY, 'gb18030'));
      const { code, bytes, stderr } = await run(['fill', '--data', '数据.csv', '总结.txt']);
      assert.equal(stderr, '');
      assert.equal(code, 0);
      const filled = SUMMARY.replace('XX人次', '120人次').replace('X月XX日', '3月15日');
      assert.deepEqual(bytes, await encode(filled, 'gb18030'));
    });

    it('writes a document for each row into a folder', async () => {
      writeFileSync(file('数据.csv'), `文件名,${columns}\n东村,1,3月1日\n西村,2,3月2日\n`);
      assert.equal((await run(['fill', '--data', '数据.csv', '总结.txt'])).code, 2);
      const { code } = await run(['fill', '--data', '数据.csv', '-o', '各村', '总结.txt']);
      assert.equal(code, 0);
      assert.match(readFileSync(file('各村/西村.txt'), 'utf8'), /服务2人次.*3月2日/s);
    });

    it('writes nothing when a value is wrong, and never over the document itself', async () => {
      writeFileSync(file('数据.csv'), `${columns}\n120,13月40日\n`);
      const wrong = await run(['fill', '--data', '数据.csv', '-o', '新.txt', '总结.txt']);
      assert.equal(wrong.code, 2);
      assert.match(wrong.stderr, /^数据\.csv：第2行B列/);
      assert.throws(() => readFileSync(file('新.txt')));
      writeFileSync(file('数据.csv'), `${columns}\n120,3月15日\n`);
      const same = await run(['fill', '--data', '数据.csv', '-o', './总结.txt', '总结.txt']);
      assert.equal(same.code, 2);
      assert.equal(readFileSync(file(), 'utf8'), SUMMARY);
    });
  });

  describe('export and import', () => {
    it('export what is finished, or all the same, and import it again', async () => {
      const refused = await run(['export', '总结.txt', '-o', '总结.docx']);
      assert.equal(refused.code, 1);
      assert.match(
        refused.stderr,
        /^“总结\.txt”还没有写完：2 处没有填写，1 处必错，没有导出。.*--force/,
      );
      assert.throws(() => readFileSync(file('总结.docx')));
      const forced = await run(['export', '总结.txt', '-o', '总结.docx', '--force']);
      assert.equal(forced.stderr, '');
      assert.equal(forced.code, 0);
      const imported = await run(['import', '总结.docx']);
      assert.equal(imported.code, 0);
      assert.equal(imported.stdout.replace(/\r?\n/g, '\r\n'), SUMMARY);
      await run(['import', '总结.docx', '-o', '回.txt']);
      assert.equal(readFileSync(file('回.txt'), 'utf8'), imported.stdout);
    });

    it('export all of a folder into another, or each beside its text, and say what is left', async () => {
      const done = '𠮷溪书屋年度总结\r\n\r\n　　继续开放。\r\n';
      mkdirSync(file('稿/下'), { recursive: true });
      writeFileSync(file('稿/甲.txt'), done);
      writeFileSync(file('稿/下/乙.md'), `# ${done}`);
      writeFileSync(file('稿/甲.md'), `# ${done}`);
      writeFileSync(file('稿/丙.txt'), SUMMARY);
      const all = await run(['export', '稿', '-o', '成稿']);
      assert.equal(all.code, 2);
      assert.match(all.stdout, /^共 4 篇，已导出 2 篇到“成稿”。\n$/);
      assert.match(all.stderr, /“稿.丙\.txt”还没有写完/);
      assert.match(all.stderr, /与另一篇同名/);
      assert.deepEqual(readdirSync(file('成稿'), { recursive: true }).sort(), [
        '下',
        path.join('下', '乙.docx'),
        '甲.docx',
      ]);
      const beside = await run(['export', '稿/甲.txt', '稿/下']);
      assert.equal(beside.code, 0);
      assert.match(beside.stdout, /^共 2 篇，已导出 2 篇。/);
      assert.ok(existsSync(file('稿/甲.docx')) && existsSync(file('稿/下/乙.docx')));
      const again = await run(['export', '稿/下']);
      assert.equal(again.code, 2);
      assert.match(again.stderr, /已存在/);
      assert.equal((await run(['export', '稿/下', '--force'])).code, 0);
    });

    it('import tracked changes accepted, rejected or shown', async () => {
      const change = (tag: string, text: string, element = 't') =>
        `<w:${tag} w:id="1"><w:r><w:${element}>${text}</w:${element}></w:r></w:${tag}>`;
      const body = `<w:p>${change('del', '旧', 'delText')}${change('ins', '新')}</w:p>`;
      writeFileSync(file('改.docx'), makeDocx({ body }));
      for (const [changes, text, told] of [
        ['accept', '新', '接受'],
        ['reject', '旧', '拒绝'],
        ['show', '〔删：旧〕〔增：新〕', '标在文中'],
      ] as const) {
        const { stdout, stderr } = await run(['import', '改.docx', '--changes', changes]);
        assert.equal(stdout.trim(), text);
        assert.match(stderr, new RegExp(`2 处修订.*${told}`));
      }
    });

    it('say what is wrong with a file that is no Word file', async () => {
      const { code, stdout, stderr } = await run(['import', '总结.txt']);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^“总结\.txt”：/);
    });
  });
});
