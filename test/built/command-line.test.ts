/** The bundles as they ship: `npm run build` first. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { encode } from '../../server/src/cli/encoding.js';
import type { CheckReport } from '../../server/src/cli/report.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { lint } from '../../server/src/core/lint/linter.js';
import { withSource } from '../../server/src/core/lint/rule.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { toDiagnostic, toTextEdits } from '../../server/src/lsp/convert.js';
import type { FindingReport } from '../../server/src/report/findings.js';
import { assertGbkKept, cli, ENV, root, run, runCli } from '../helpers/built-command-line.js';
import { fixesOf } from '../helpers/fixes.js';
import { ANNUAL } from '../helpers/fixtures.js';
import { EDITOR, startTestServer } from '../helpers/server.js';
import { shutDown, startSpawnedServer } from '../helpers/spawned-server.js';

const sample = path.join(root, 'snippets/samples/practice.txt');
/** Offices do not save a byte order mark in GBK. */
const GBK = ANNUAL.replace('\uFEFF', '');

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

/** Findings of a server with the fixes that it offers of each. */
const withFixes = (
  client: ProtocolConnection,
  uri: string,
  diagnostics: readonly Diagnostic[],
): Promise<unknown[]> =>
  Promise.all(
    diagnostics.map(async (diagnostic) => {
      const { range, severity, code, message } = diagnostic;
      return { range, severity, code, message, fixes: await fixesOf(client, uri, diagnostic) };
    }),
  );

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
    const fromService = findings.map((finding) => {
      const { range, severity, code, message } = toDiagnostic(summary.lines, finding, 'zh');
      const fixes = finding.fixes.map(({ title, edits }) => ({
        title: title.zh,
        edits: toTextEdits(summary.lines, edits),
      }));
      return { range, severity, code, message, fixes };
    });
    assert.equal(JSON.stringify(fromService), fromCli);

    const server = await startTestServer({ locale: 'zh-cn' });
    const uri = server.open(text);
    const inProcess = await server.client.sendRequest<DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      { textDocument: { uri } },
    );
    assert.ok(inProcess.kind === 'full');
    const fixed = await withFixes(server.client, uri, inProcess.items);
    await server.stop();
    assert.equal(JSON.stringify(fixed), fromCli);

    const spawned = await startSpawnedServer(
      { locale: 'zh-cn', capabilities: EDITOR },
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
    const overThere = await withFixes(client, 'untitled:1', overStdio.items);
    assert.equal(JSON.stringify(overThere), fromCli);
    assert.equal(await shutDown(spawned), 0);
  });

  it('checks GBK files as their UTF-8 text, and leaves them GBK where it changes them', async () => {
    await assertGbkKept(folder, '总结.txt', await encode(GBK, 'gb18030'));
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
