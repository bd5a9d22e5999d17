/**
 * A long writing session with the built server: a document is typed, filled, checked, moved about in,
 * closed and opened anew. Memory must level off and answers must not become slower.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { askEverything } from '../helpers/every-request.js';
import { shutDown, startSpawnedServer } from '../helpers/spawned-server.js';
import { EVERYTHING } from '../helpers/texts.js';
import { option } from './options.js';

const SENTENCE = '　　一是抓好服务，全年接待XX人次，走访了的的村；二是办好讲座。';
/** Keys that a quick writer types in a second. */
const PACE = 8;

export async function soakSession(): Promise<void> {
  const minutes = option('minutes', 30);
  const server = await startSpawnedServer();
  const { client } = server;

  const samples: { memory: number; latency: number }[] = [];
  const end = Date.now() + minutes * 60_000;
  let round = 0;
  let keys = 0;
  while (Date.now() < end) {
    const uri = `untitled:${++round}`;
    let document = TextDocument.create(uri, 'work-summary', 1, EVERYTHING);
    const textDocument = { uri, languageId: 'work-summary', version: 1, text: EVERYTHING };
    await client.sendNotification('textDocument/didOpen', { textDocument });
    const latencies: number[] = [];
    for (const [at, text] of [...`\r\n${SENTENCE}`.repeat(5).split('').entries()]) {
      const position = document.positionAt(document.getText().length / 2);
      const change = { range: { start: position, end: position }, text };
      document = TextDocument.update(document, [change], document.version + 1);
      await client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: document.version },
        contentChanges: [change],
      });
      const asked = performance.now();
      await client.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
      await client.sendRequest('workSummary/outline', { textDocument: { uri } });
      latencies.push(performance.now() - asked);
      keys++;
      // In a long session the writer's own pace; a short one is typed as fast as it goes.
      if (minutes >= 10 && at % PACE === 0)
        await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    await askEverything(client, document, [0.1, 0.5, 0.9], true);
    await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    samples.push({ memory: residentMemory(server.process.pid!), latency: median(latencies) });
  }
  await shutDown(server);

  // The first rounds warm up.
  const third = Math.floor(samples.length / 3);
  const middle = samples.slice(third, 2 * third);
  const last = samples.slice(-third);
  const figure = (name: 'memory' | 'latency', list: typeof samples) =>
    median(list.map((sample) => sample[name]));
  const report = {
    minutes,
    documents: round,
    keys,
    memory: `${figure('memory', middle).toFixed(0)} MB, then ${figure('memory', last).toFixed(0)} MB`,
    latency: `${figure('latency', middle).toFixed(1)} ms, then ${figure('latency', last).toFixed(1)} ms`,
  };
  console.log(JSON.stringify(report, null, 2));
  assert.ok(third > 0, 'the session was too short to compare its parts');
  assert.ok(figure('memory', last) < figure('memory', middle) * 1.15 + 10, 'memory grows');
  assert.ok(figure('latency', last) < figure('latency', middle) * 1.5 + 2, 'answers become slower');
}

/** Megabytes; only where the system tells them of another process. */
function residentMemory(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;
}
