/** The bundles as they ship: `npm run build` first. */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { encode } from '../../server/src/cli/encoding.js';
import type { CheckReport } from '../../server/src/cli/report.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { lint } from '../../server/src/core/lint/linter.js';
import { withSource } from '../../server/src/core/lint/rule.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { toDiagnostic } from '../../server/src/lsp/convert.js';
import type { FindingReport } from '../../server/src/report/findings.js';
import { startTestServer } from '../helpers/server.js';
import { shutDown, startSpawnedServer } from '../helpers/spawned-server.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = path.join(root, 'dist/cli.js');
const sample = path.join(root, 'snippets/samples/practice.txt');
const gbk = path.join(root, '../shared/corpora/gbk');
const ENV = { ...process.env, LC_ALL: 'zh_CN.UTF-8', NO_COLOR: '' };

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(program: string, args: readonly string[], cwd = root): Promise<Ended> {
  try {
    const options = { cwd, env: ENV, maxBuffer: 1e9 };
    return { code: 0, ...(await promisify(execFile)(program, args, options)) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

const runCli = (...args: string[]) => run(process.execPath, [cli, ...args]);

/** Findings of the command line as the language server sends them. */
function asDiagnostics(findings: readonly FindingReport[]): unknown[] {
  const severities = { error: 1, warning: 2, info: 3, hint: 4 };
  const range = (at: { line: number; column: number; endLine: number; endColumn: number }) => ({
    start: { line: at.line - 1, character: at.column - 1 },
    end: { line: at.endLine - 1, character: at.endColumn - 1 },
  });
  return findings.map(({ rule, severity, message, source, fixes, ...at }) => ({
    range: range(at),
    severity: severities[severity],
    code: rule,
    message: withSource(message, source, 'zh'),
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map(({ newText, ...place }) => ({ range: range(place), newText })),
    })),
  }));
}

const plain = (diagnostics: readonly Diagnostic[]): unknown[] =>
  diagnostics.map(({ range, severity, code, message, data }) => ({
    range,
    severity,
    code,
    message,
    fixes: data.fixes,
  }));

describe('the built command line', () => {
  let folder: string;
  before(() => assert.ok(existsSync(cli), 'run `npm run build` first'));
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), '总结-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('takes configuration and table from what a shell hands over in a pipe', async function () {
    if (process.platform === 'win32' || !existsSync('/bin/bash')) this.skip();
    const bash = (command: string) => run('/bin/bash', ['-c', command, process.execPath, cli]);
    const checked = await bash(
      'printf "一、认真布署工作。" | "$0" "$1" check --config <(printf "rules:\n  wrong-word: off\n") -',
    );
    assert.doesNotMatch(checked.stdout, /布署/);
    assert.equal(checked.code, 0, checked.stderr);
    const filled = await bash(
      'printf "【单位名称】总结" | "$0" "$1" fill - --data <(printf "单位名称\n甲局\n")',
    );
    assert.equal(filled.stdout, '甲局总结');
  });

  it('finds to the byte what the service, the server in process and the server on stdio find', async () => {
    // Names that say nothing, so that all of them read it as plain text without a configuration.
    const text = `\u3000𠮷溪书屋\r\n${readFileSync(sample, 'utf8')}`;
    const file = path.join(folder, '总结.txt');
    writeFileSync(file, text);

    const report: CheckReport = JSON.parse(
      (await runCli('check', '--format', 'json', file)).stdout,
    );
    const fromCli = JSON.stringify(asDiagnostics(report.files[0]!.findings));
    assert.ok(report.files[0]!.findings.length >= 4);

    const summary = parseSummary(text, 'plain');
    const findings = lint(summary, { rules: RULES });
    const fromService = findings.map((finding) => toDiagnostic(summary.lines, finding, 'zh'));
    assert.equal(JSON.stringify(plain(fromService)), fromCli);

    const server = await startTestServer({ locale: 'zh-cn' });
    const inProcess = await server.client.sendRequest<DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      { textDocument: { uri: server.open(text) } },
    );
    await server.stop();
    assert.ok(inProcess.kind === 'full');
    assert.equal(JSON.stringify(plain(inProcess.items)), fromCli);

    const spawned = await startSpawnedServer(
      { locale: 'zh-cn', capabilities: { textDocument: { diagnostic: {} } } },
      [cli, 'lsp', '--stdio'],
      { env: ENV },
    );
    const { client } = spawned;
    const textDocument = { uri: 'untitled:1', languageId: 'plaintext', version: 1, text };
    await client.sendNotification('textDocument/didOpen', { textDocument });
    const overStdio = await client.sendRequest<DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      { textDocument: { uri: 'untitled:1' } },
    );
    assert.ok(overStdio.kind === 'full');
    assert.equal(JSON.stringify(plain(overStdio.items)), fromCli);
    assert.equal(await shutDown(spawned), 0);
  });

  it('checks GBK files as their UTF-8 text, and leaves them GBK where it changes them', async function () {
    if (!existsSync(gbk)) this.skip();
    const decoder = new TextDecoder('gb18030', { fatal: true });
    for (const name of readdirSync(gbk)) {
      const bytes = readFileSync(path.join(gbk, name));
      const text = decoder.decode(bytes);
      const [own, copy] = [path.join(folder, name), path.join(folder, `utf8-${name}`)];
      writeFileSync(own, bytes);
      writeFileSync(copy, text);
      const check = async (file: string) => {
        const { stdout } = await runCli('check', '--format', 'json', file);
        return (JSON.parse(stdout) as CheckReport).files[0]!;
      };
      const before = await check(own);
      assert.equal(before.encoding, 'gb18030');
      assert.ok(before.findings.length > 0);
      assert.deepEqual(before.findings, (await check(copy)).findings);

      // As downloaded they have little to fix: a slip that fix-all mends is put into the middle.
      const middle = text.indexOf('，', text.length / 2);
      const slipped = `${text.slice(0, middle)}，${text.slice(middle)}`;
      const at = (await encode(text.slice(0, middle), 'gb18030')).length;
      const mark = await encode('，', 'gb18030');
      writeFileSync(own, Buffer.concat([bytes.subarray(0, at), mark, bytes.subarray(at)]));
      assert.equal(decoder.decode(readFileSync(own)), slipped);
      const clean = path.join(folder, `clean-${name}`);
      writeFileSync(clean, bytes);
      assert.equal((await runCli('fix', '--write', own, clean)).code, 0);
      const fixed = readFileSync(own);
      // The slip goes; whatever else fix-all does, it does to the file without the slip as well.
      assert.deepEqual(fixed, readFileSync(clean));
      assert.equal(decoder.decode(fixed), (await runCli('fix', copy)).stdout);
      assert.equal(decoder.decode(fixed).includes('\r\n'), text.includes('\r\n'));
    }
  });

  it('is installed from the packed tarball', async () => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const pack = await run(npm, [
      'pack',
      '--ignore-scripts',
      '--json',
      '--pack-destination',
      folder,
    ]);
    assert.equal(pack.code, 0, pack.stderr);
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
    const prefix = path.join(folder, 'prefix');
    const args = ['install', '-g', '--offline', '--no-audit', '--no-fund', '--prefix', prefix];
    const install = await run(npm, [...args, path.join(folder, tarball)], folder);
    assert.equal(install.code, 0, install.stderr);
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const bin = path.join(prefix, process.platform === 'win32' ? '' : 'bin', 'work-summary');
    assert.equal((await run(bin, ['--version'])).stdout, `${version}\n`);
    const outline = await run(bin, ['outline', sample]);
    assert.equal(outline.code, 0, outline.stderr);
    assert.match(outline.stdout, /^ {2}一、/m);
    const word = path.join(folder, '总结.docx');
    const exported = await run(bin, ['export', sample, '-o', word, '--force']);
    assert.equal(exported.code, 0, exported.stderr);
    assert.ok(existsSync(word));
  });

  it('ends quietly when a reader has seen enough', async () => {
    const child = spawn(process.execPath, [cli, 'check', '--format', 'json', 'test/fixtures'], {
      cwd: root,
      env: ENV,
    });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    await new Promise((resolve) => child.on('close', resolve));
    assert.equal(stderr, '');
  });
});
