/** A full check of the real texts against other tools on the same texts, in turns, in one process. */
import { DEFAULT_CONFIG } from '../../src/core/config.js';
import { Lexicon } from '../../src/core/lexicon/lexicon.js';
import { lint } from '../../src/core/linter.js';
import { parseSummary } from '../../src/core/parse.js';
import { RULES } from '../../src/core/rules.generated.js';
import { interleaved, median, type Row } from './measure.js';
import type { Peers } from './peers.js';

const PASSES = 7;

export async function throughput(texts: readonly string[], peers: Peers | null): Promise<Row[]> {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const lexicon = Lexicon.for(DEFAULT_CONFIG);
  const contestants: Record<string, () => void> = {
    own: () => {
      for (const text of texts) lint(parseSummary(text, 'plain'), { rules: RULES });
    },
    parse: () => {
      for (const text of texts) parseSummary(text, 'plain');
    },
    lexicon: () => {
      for (const text of texts) lexicon.find(text);
    },
  };
  for (const [name, check] of Object.entries(peers?.sync ?? {})) {
    contestants[name] = () => {
      for (const text of texts) check(text);
    };
  }
  const times = interleaved(contestants, PASSES);
  const speed = (name: string) => (characters * 1000) / median(times[name] ?? []);
  const million = (perSecond: number) => `${(perSecond / 1e6).toFixed(1)} M characters/s`;
  const own = speed('own');
  const against = (name: string, reach?: number): Row => ({
    name: `full check against ${name}`,
    value: peers === null ? Number.NaN : own / speed(name),
    unit: '×',
    better: 'least',
    ...(reach !== undefined && { reach }),
    ...(peers === null
      ? { skipped: 'the tools cannot be installed here' }
      : { detail: `${million(own)} against ${million(speed(name))}` }),
  });
  return [
    against('autocorrect-node', 3),
    against('zhlint', 20),
    against('markdownlint'),
    ...(await slowPeers(peers, texts, own)),
    {
      name: 'lexicon alone',
      value: speed('lexicon') / 1e6,
      unit: 'M characters/s',
      reach: 50,
      better: 'least',
    },
    { name: 'parse alone', value: speed('parse') / 1e6, unit: 'M characters/s', better: 'least' },
  ];
}

/** Tools so slow that one text of every ten has to do for them. */
async function slowPeers(
  peers: Peers | null,
  texts: readonly string[],
  own: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  const sample = texts.filter((_, index) => index % 10 === 0);
  const characters = sample.reduce((sum, text) => sum + text.length, 0);
  for (const [name, check] of Object.entries(peers?.slow ?? {})) {
    const start = performance.now();
    for (const text of sample) await check(text);
    const speed = (characters * 1000) / (performance.now() - start);
    rows.push({
      name: `full check against ${name}`,
      value: own / speed,
      unit: '×',
      better: 'least',
      detail: `${(speed / 1e6).toFixed(2)} M characters/s on a tenth of the texts`,
    });
  }
  return rows;
}
