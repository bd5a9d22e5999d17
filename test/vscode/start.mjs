// `npm start [-- FILE]`: VS Code with the extension loaded, for a person. Desktop where one is
// installed, else the local server, which prints its address and runs until Ctrl+C.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startServer, workbenchUrl } from './host.mjs';
import { root } from './runtime.mjs';

const SAMPLE = '年度工作总结.txt';

function target() {
  const named = process.argv[2];
  if (named !== undefined) {
    const file = path.resolve(process.env.INIT_CWD ?? process.cwd(), named);
    if (!existsSync(file)) {
      console.error(`找不到文件：${file}。请检查路径后重试。`);
      process.exit(2);
    }
    return { folder: path.dirname(file), file };
  }
  // A copy: what is tried out in the sample must not end up in the source tree.
  const folder = mkdtempSync(path.join(os.tmpdir(), '工作总结示例-'));
  cpSync(path.join(root, 'test', 'fixtures', 'sample'), folder, { recursive: true });
  cpSync(path.join(root, 'snippets', 'samples', 'practice.txt'), path.join(folder, SAMPLE));
  return { folder, file: path.join(folder, SAMPLE) };
}

function installedDesktop() {
  if (process.platform === 'linux' && !process.env.DISPLAY) return undefined;
  const command = process.env.WORK_SUMMARY_VSCODE ?? 'code';
  const shell = process.platform === 'win32';
  return spawnSync(command, ['--version'], { shell }).status === 0 ? command : undefined;
}

const { folder, file } = target();
const desktop = installedDesktop();
if (desktop !== undefined) {
  console.log('正在打开 VS Code …');
  spawn(desktop, [`--extensionDevelopmentPath=${root}`, '--new-window', folder, file], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  }).on('close', (code) => process.exit(code ?? 1));
} else {
  const server = await startServer({ token: randomBytes(16).toString('hex') });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, async () => {
      await server.stop();
      process.exit(0);
    });
  }
  console.log('本机没有安装桌面版 VS Code，已在本机启动浏览器版（只监听 127.0.0.1）。');
  console.log(`请在浏览器中打开：\n\n  ${workbenchUrl(server, { folder, file })}\n`);
  console.log('按 Ctrl+C 结束。');
}
