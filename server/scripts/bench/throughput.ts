/**
 * A full check of the real texts against other tools on the same texts. Each has a process of its own,
 * as it has where it is used: in one process they share the memory that is collected, and who leaves
 * little behind pays for the others. They take turns, pass by pass, so that all have the same machine.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Lexicon } from '../../src/core/analysis/lexicon/lexicon.js';
import { parseSummary } from '../../src/core/document/parse.js';
import { lint } from '../../src/core/lint/linter.js';
import { RULES } from '../../src/core/lint/rules.generated.js';
import { DEFAULT_CONFIG } from '../../src/core/settings/lint-config.js';
import { median, type Row } from './measure.js';
import { installPeers, loadPeer, PEERS, SLOW_PEERS } from './peers.js';

const PASSES = 21;
/** So many passes until the engine has compiled what is run most. */
const WARM_UP = 10;

/** What we measure of ourselves: the full check and parts of it. */
const OWN: Readonly<Record<string, (text: string) => unknown>> = {
  own: (text) => lint(parseSummary(text, 'plain'), { rules: RULES }),
  parse: (text) => parseSummary(text, 'plain'),
  lexicon: (text) => Lexicon.for(DEFAULT_CONFIG).find(text),
};

/** The texts that a contestant checks. */
const textsFor = (name: string, texts: readonly string[]) =>
  SLOW_PEERS.has(name) ? texts.filter((_, index) => index % 10 === 0) : texts;

/** In a process of its own: checks its texts whenever it is asked to, and says how many milliseconds that took. */
export async function contestant(name: string, all: readonly string[]): Promise<void> {
  const check = OWN[name] ?? (await loadPeer(name));
  const texts = textsFor(name, all);
  process.on('message', async () => {
    const start = performance.now();
    for (const text of texts) await check(text);
    process.send!(performance.now() - start);
  });
}

/** Milliseconds of the passes of each. */
async function passesOf(names: readonly string[]): Promise<Record<string, number[]>> {
  const children = names.map((name) => ({
    name,
    child: fork(process.argv[1]!, ['--contestant', name]),
    times: [] as number[],
  }));
  const pass = async (child: ChildProcess): Promise<number> => {
    child.send('again');
    return (await once(child, 'message'))[0];
  };
  for (let number = -WARM_UP; number < PASSES; number++) {
    for (const { name, child, times } of children) {
      // Who takes seconds for a pass is told by the first one.
      if (SLOW_PEERS.has(name) && number > -WARM_UP) continue;
      const took = await pass(child);
      if (number >= 0 || SLOW_PEERS.has(name)) times.push(took);
    }
  }
  for (const { child } of children) child.kill();
  return Object.fromEntries(children.map(({ name, times }) => [name, times]));
}

export async function throughput(texts: readonly string[]): Promise<Row[]> {
  const installed = installPeers();
  const passes = await passesOf([...Object.keys(OWN), ...(installed ? PEERS : [])]);
  const speed = (name: string) => {
    const characters = textsFor(name, texts).reduce((sum, text) => sum + text.length, 0);
    return (characters * 1000) / median(passes[name]!);
  };
  const million = (perSecond: number) => `${(perSecond / 1e6).toFixed(2)} M characters/s`;
  const own = speed('own');
  const reach: Readonly<Record<string, number>> = { 'autocorrect-node': 3, zhlint: 20 };
  const rows = PEERS.map((name): Row => {
    const row = { name: `full check against ${name}`, unit: '×', better: 'least' as const };
    if (!installed) {
      return { ...row, value: Number.NaN, skipped: 'the tools cannot be installed here' };
    }
    return {
      ...row,
      value: own / speed(name),
      ...(name in reach && { reach: reach[name] }),
      detail: `${million(own)} against ${million(speed(name))}`,
    };
  });
  const part = (name: string, least?: number): Row => ({
    name: `${name} alone`,
    value: speed(name) / 1e6,
    unit: 'M characters/s',
    better: 'least',
    ...(least !== undefined && { reach: least }),
  });
  return [...rows, part('lexicon', 50), part('parse')];
}
