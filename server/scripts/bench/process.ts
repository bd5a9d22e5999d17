/** The server as a process of its own: how long it takes to answer first, and what a hundred documents cost it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { median, type Row } from './measure.js';
import { textOf } from './texts.js';

const SERVER = 'dist/server.js';
const STARTS = 15;

const frame = (message: object) => {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};
const INITIALIZE = {
  id: 0,
  method: 'initialize',
  params: {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  },
};

const bareStart = () =>
  new Promise<number>((resolve) => {
    const start = performance.now();
    spawn(process.execPath, ['-e', '0']).on('exit', () => resolve(performance.now() - start));
  });

const serverStart = () =>
  new Promise<number>((resolve) => {
    const start = performance.now();
    const child = spawn(process.execPath, [SERVER, '--stdio']);
    child.stdout.once('data', () => {
      resolve(performance.now() - start);
      child.kill();
    });
    child.stdin.write(frame(INITIALIZE));
  });

export async function serverProcess(texts: readonly string[]): Promise<Row[]> {
  const bare: number[] = [];
  const own: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    bare.push(await bareStart());
    own.push(await serverStart());
  }
  return [
    {
      name: 'server start to initialize answered, against a bare node -e 0',
      value: median(own) / median(bare),
      unit: '×',
      reach: 1.6,
      better: 'most',
      detail: `${median(own).toFixed(0)} ms against ${median(bare).toFixed(0)} ms`,
    },
    await memory(texts),
    ...(await equalHeadings()),
  ];
}

/** Resident memory in megabytes, now or the most there was. */
function resident({ pid }: ChildProcess, figure: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${figure}:\\s+(\\d+)`).exec(status)![1]) / 1024;
}

/** A text in which everything is equal to everything: what a rule does with all of them together costs most there. */
async function equalHeadings(): Promise<Row[]> {
  const row = { name: '50 000 equal labels opened and checked', better: 'most' as const };
  if (!existsSync('/proc/self/status')) {
    const skipped = 'only Linux tells a process’s memory';
    return [{ ...row, value: Number.NaN, unit: 's', skipped }];
  }
  const child = spawn(process.execPath, [SERVER, '--stdio']);
  const uri = 'file:///equal.txt';
  const textDocument = {
    uri,
    languageId: 'work-summary',
    version: 1,
    text: '一、\n'.repeat(50_000),
  };
  const params = { textDocument: { uri } };
  const start = performance.now();
  child.stdin.write(
    frame(INITIALIZE) +
      frame({ method: 'initialized', params: {} }) +
      frame({ method: 'textDocument/didOpen', params: { textDocument } }) +
      frame({ id: 1, method: 'textDocument/diagnostic', params }),
  );
  let received = '';
  for await (const chunk of child.stdout) {
    received += chunk;
    if (received.includes('"id":1,')) break;
  }
  const seconds = (performance.now() - start) / 1000;
  const most = resident(child, 'VmHWM');
  child.kill();
  return [
    { ...row, value: seconds, unit: 's', reach: 2 },
    { ...row, name: 'memory for that at most', value: most, unit: 'MB', reach: 300 },
  ];
}

/** Resident memory in megabytes once it has stayed the same for three seconds. */
async function settled(child: ChildProcess): Promise<number> {
  for (let previous = 0; ; ) {
    const megabytes = resident(child);
    if (Math.abs(megabytes - previous) < 1) return megabytes;
    previous = megabytes;
    await new Promise((resolve) => setTimeout(resolve, 3000));
  }
}

async function memory(texts: readonly string[]): Promise<Row> {
  const row = {
    name: 'memory for 100 open documents of 20 000 characters, above an idle server',
    unit: 'MB',
    reach: 60,
    better: 'most' as const,
  };
  if (!existsSync('/proc/self/status')) {
    return { ...row, value: Number.NaN, skipped: 'only Linux tells a process’s memory' };
  }
  const child = spawn(process.execPath, [SERVER, '--stdio']);
  let received = '';
  child.stdout.on('data', (chunk) => {
    received += chunk;
  });
  const answered = async (id: number) => {
    while (!received.includes(`"id":${id},`) && !received.includes(`"id":${id}}`)) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    received = '';
  };
  const open = (uri: string, text: string) =>
    frame({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'work-summary', version: 1, text } },
    });
  const pull = (id: number, uri: string) =>
    frame({ id, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
  child.stdin.write(frame(INITIALIZE) + frame({ method: 'initialized', params: {} }));
  // One small document makes it load all that it will ever need; the language model comes after the answer.
  child.stdin.write(open('file:///0.txt', '一、回顾\n　　全馆工作。\n') + pull(1, 'file:///0.txt'));
  await answered(1);
  const idle = await settled(child);
  const all = textOf(100 * 20_000, texts);
  for (let i = 0; i < 100; i++) {
    const uri = `file:///${i + 1}.txt`;
    child.stdin.write(open(uri, all.slice(i * 20_000, (i + 1) * 20_000)) + pull(i + 2, uri));
    await answered(i + 2);
  }
  const busy = await settled(child);
  child.kill();
  return {
    ...row,
    value: busy - idle,
    detail: `${busy.toFixed(0)} MB against ${idle.toFixed(0)} MB`,
  };
}
