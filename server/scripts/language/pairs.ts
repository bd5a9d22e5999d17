/**
 * `npx tsx server/scripts/language/pairs.ts --work FOLDER [--show]`: teaches which of two words that both
 * fit is meant, by what stands around, from the texts of the counts (FOLDER is that of `pack/index.ts`) and the
 * real texts. Two thirds teach, each half of them judged by what the other half taught; from that come the
 * thresholds. What does not reach the precision is left out. The last third is only measured on. `--only PAIR`
 * teaches one pair and keeps the others.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { LanguageModel } from '../../src/core/language/model.js';
import { featuresAround } from '../../src/core/language/pairs.js';
import { checksums, DATA, FILES, languageData, unpacked } from './data.js';
import { readDocuments } from './pack/documents.js';
import { type Document, documents, heldBack, type Use, useOf } from './texts.js';

/** Words that people take for each other. */
const CONFUSED =
  '权利权力 反映反应 截止截至 形式形势 事务事物 实行施行 缴纳交纳 过渡过度 检察检查 侦查侦察 记录纪录 效率效力 ' +
  '实事事实 意识意思 期间其间 经历精力 报道报到 公正公证 爆发暴发 预订预定 变幻变换 人士人事 体制体质 防止防治 ' +
  '监测检测 主题主体 有限有线 融合融和 督查督察 施行试行 利用利于 不再不在 受到收到 实力势力 需要须要 有利有力 ' +
  '决算结算 符合复核 切实确实 切实其实 收益受益 一致一直 义务业务 实际实践 形式行使 行驶行使 质询咨询 注意主意 ' +
  '主义主意 中心衷心 公示公式 事迹实际 负责复杂 核实合适 坚定鉴定 监管尽管 建议检疫 使用适用 适用实用 实用使用 ' +
  '实体实地 必须必需 制定制订 法治法制 品味品位 中止终止 接受接收';
/** Words that sound alike or nearly so, of which an input method offers the wrong one. */
const OF_ONE_SOUND =
  '同意统一 政治整治 核发合法 显示现实 意见异议 智能职能 智能只能 注意主义 积极及其 及其机器 纪律记录 程序诚信 ' +
  '传播船舶 方式防治 违法无法 指导知道';

/** Particles, which writers take for each other as well; they have more neighbours than any word. */
const PARTICLES = '的地 的得 地得';

/** Of so many words that are meant one is written as the other. */
const TIMES_CONFUSED = 1 / 50;
const TIMES_MISTYPED = 1 / 5000;
/** Of words that are right so many may be told at most, and so many are needed to say so. */
const MOST_WRONG = 1 / 1000;
const FEWEST_RIGHT_CONFUSED = 30;
const FEWEST_RIGHT_MISTYPED = 500;
/** Of false reports where none was seen. */
const UNSEEN = 0.02;
const PRECISION = 0.9;
/** Occurrences of each of the two below which nothing is taught. */
const FEWEST = 60;
/** In log-odds: no threshold is lower or higher, and each is as much higher, since all that is taught in the end is surer than a half. */
const LEAST = 2;
const MOST = 6;
const SURER = 0.5;
const MOST_A_WORD = 12_000;
const MOST_A_PARTICLE = 60_000;
/** Weights kept of a pair. */
const MOST_WEIGHTS = 250;
const MOST_OF_PARTICLES = 2000;
const LEAST_WEIGHT = 0.12;
const ROUNDS = 6;

const { values } = parseArgs({
  options: {
    work: { type: 'string' },
    show: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
  },
});

interface Seen {
  readonly features: readonly string[];
  readonly isFirst: boolean;
  readonly isEdited: boolean;
  readonly shown: string;
}

/** All texts of one use; those that nobody edited have slips of their own, and fix no threshold. */
function textsOf(work: string, use: Use): { readonly text: string; readonly isEdited: boolean }[] {
  const counted = readdirSync(join(work, 'clean'))
    .sort()
    .flatMap((file) =>
      readDocuments(readFileSync(join(work, 'clean', file), 'utf8'))
        .map(({ lines }) => ({ text: lines.join('\n'), isEdited: file !== 'reply.txt' }))
        .filter(({ text }) => useOf(text) === use),
    );
  const held = heldBack(work, use);
  const marked = (own: readonly Document[], isEdited: boolean) =>
    own.map(({ text }) => ({ text, isEdited }));
  return [
    ...counted,
    ...marked(held.edited, true),
    ...marked(documents('clean', use), true),
    ...marked(documents('markdown', use), true),
    ...marked(held.loose, false),
    ...marked(documents('essays', use), false),
  ];
}

const LANGUAGE = LanguageModel.of(languageData());

function seenOf(
  lines: readonly { line: string; isEdited: boolean }[],
  pair: Pair,
  most: number,
): Seen[] {
  const seen: Seen[] = [];
  const [first, second] = pair;
  const counts = [0, 0];
  for (const { line, isEdited } of lines) {
    for (const [index, word] of [first, second].entries()) {
      for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
        if (word.length === 1 && LANGUAGE.isInWord(line, at)) continue;
        if (counts[index]!++ >= most) break;
        const end = at + word.length;
        const shown = `${line.slice(Math.max(0, at - 12), at)}[${word}]${line.slice(end, end + 12)}`;
        seen.push({
          features: [...featuresAround(line, at, end)],
          isFirst: index === 0,
          isEdited,
          shown,
        });
      }
    }
  }
  return seen;
}

type Pair = readonly [string, string];

interface PairOfFile {
  readonly words: Pair;
  readonly least: readonly (number | null)[];
  readonly bias: number;
  readonly weights: readonly (string | number)[];
}

interface Taught {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

/** Logistic regression on what stands around, both words as if equally frequent; by AdaGrad, with what tells little dropped. */
function teach(seen: readonly Seen[], mostWeights: number): Taught {
  const times = new Map<string, number>();
  for (const { features } of seen) {
    for (const feature of features) times.set(feature, (times.get(feature) ?? 0) + 1);
  }
  const fitted = (known: (feature: string) => boolean, l1: number): Taught => {
    const weights = new Map<string, number>();
    const squares = new Map<string, number>();
    let bias = 0;
    let biasSquares = 1;
    const firsts = seen.filter(({ isFirst }) => isFirst).length;
    const weightOf = [seen.length / 2 / (seen.length - firsts), seen.length / 2 / firsts];
    const order = seen.map((_, index) => (index * 7919) % seen.length);
    const isPermutation = seen.length % 7919 !== 0;
    for (let round = 0; round < ROUNDS; round++) {
      for (const index of isPermutation ? order : seen.keys()) {
        const { features, isFirst } = seen[index]!;
        const own = features.filter(known);
        let score = bias;
        for (const feature of own) score += weights.get(feature) ?? 0;
        const gradient =
          (1 / (1 + Math.exp(-score)) - (isFirst ? 1 : 0)) * weightOf[isFirst ? 1 : 0]!;
        if (Math.abs(gradient) < 1e-3) continue;
        biasSquares += gradient * gradient;
        bias -= (0.3 * gradient) / Math.sqrt(biasSquares);
        for (const feature of own) {
          const square = (squares.get(feature) ?? 0.1) + gradient * gradient;
          squares.set(feature, square);
          const rate = 0.3 / Math.sqrt(square);
          const moved = (weights.get(feature) ?? 0) - rate * gradient;
          weights.set(feature, Math.sign(moved) * Math.max(0, Math.abs(moved) - rate * l1));
        }
      }
    }
    return { bias, weights };
  };
  const rough = fitted((feature) => times.get(feature)! >= 4, 0.01);
  const best = [...rough.weights]
    .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
    .sort(
      ([a, x], [b, y]) =>
        Math.abs(y) * Math.sqrt(times.get(b)!) - Math.abs(x) * Math.sqrt(times.get(a)!),
    )
    .slice(0, mostWeights);
  const kept = new Set(best.map(([feature]) => feature));
  const { bias, weights } = fitted((feature) => kept.has(feature), 0.002);
  const rounded = [...weights].map(
    ([feature, weight]) => [feature, Math.round(weight * 10) / 10] as const,
  );
  return {
    bias: Math.round(bias * 10) / 10,
    weights: new Map(rounded.filter(([, weight]) => weight !== 0)),
  };
}

const scoreOf = ({ features }: Seen, { bias, weights }: Taught) =>
  features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), bias);

interface Judged {
  readonly score: number;
  readonly seen: Seen;
}

/** How sure it must be that the first word is meant where the second stands; null where that is not told. */
function thresholdOf(judged: readonly Judged[], toFirst: boolean, prior: number) {
  const sign = toFirst ? 1 : -1;
  const meant = judged.filter(({ seen }) => seen.isFirst === toFirst);
  const right = judged.filter(({ seen }) => seen.isFirst !== toFirst && seen.isEdited);
  const fewestRight = prior === TIMES_MISTYPED ? FEWEST_RIGHT_MISTYPED : FEWEST_RIGHT_CONFUSED;
  if (meant.length < FEWEST || right.length < fewestRight) return null;
  let best: { threshold: number; found: number; wrong: number; right: number } | null = null;
  for (let threshold = MOST; threshold >= LEAST; threshold -= 0.25) {
    const isTold = ({ score }: Judged) => sign * score >= threshold;
    const found = meant.filter(isTold).length / meant.length;
    const wrong = right.filter(isTold).length;
    const slips = found * meant.length * prior;
    if (slips / (slips + wrong + UNSEEN) < PRECISION || wrong > right.length * MOST_WRONG) break;
    best = { threshold: threshold + SURER, found, wrong, right: right.length };
  }
  return best;
}

function lines(work: string, use: Use) {
  return textsOf(work, use).flatMap(({ text, isEdited }) =>
    text.split(/\r?\n/).map((line) => ({ line, isEdited })),
  );
}

function run(work: string): void {
  const pairsOf = (list: string, prior: number, mostSeen: number, mostWeights: number) =>
    list.split(' ').map((both) => {
      const half = both.length / 2;
      const pair = [both.slice(0, half), both.slice(half)] as const;
      return { both, pair, prior, mostSeen, mostWeights };
    });
  const tried = [
    ...pairsOf(CONFUSED, TIMES_CONFUSED, MOST_A_WORD, MOST_WEIGHTS),
    ...pairsOf(OF_ONE_SOUND, TIMES_MISTYPED, MOST_A_WORD, MOST_WEIGHTS),
    ...pairsOf(PARTICLES, TIMES_CONFUSED, MOST_A_PARTICLE, MOST_OF_PARTICLES),
  ].filter(({ both }) => values.only?.includes(both) ?? true);
  const [first, second, last] = (['train', 'threshold', 'measure'] as const).map((use) =>
    lines(work, use),
  );
  const kept: PairOfFile[] = [];
  let weightCount = 0;
  for (const { pair, prior, mostSeen, mostWeights } of tried) {
    const [a, b, measured] = [first!, second!, last!].map((own) => seenOf(own, pair, mostSeen)) as [
      Seen[],
      Seen[],
      Seen[],
    ];
    const all = [...a, ...b];
    const count = (isFirst: boolean) => all.filter((one) => one.isFirst === isFirst).length;
    if (count(true) < FEWEST && count(false) < FEWEST) continue;
    if ([a, b].some((part) => !part.some((s) => s.isFirst) || !part.some((s) => !s.isFirst)))
      continue;
    const byA = teach(a, mostWeights);
    const byB = teach(b, mostWeights);
    const judged = [
      ...a.map((seen) => ({ seen, score: scoreOf(seen, byB) })),
      ...b.map((seen) => ({ seen, score: scoreOf(seen, byA) })),
    ];
    const thresholds = [true, false].map((toFirst) => thresholdOf(judged, toFirst, prior));
    if (thresholds.every((one) => one === null)) {
      console.log(`${pair.join(' / ')}: ${count(true)} / ${count(false)} left out`);
      continue;
    }
    const taught = teach(all, mostWeights);
    const onMeasured = measured.map((seen) => ({ seen, score: scoreOf(seen, taught) }));
    for (const [index, own] of thresholds.entries()) {
      if (own === null) continue;
      const sign = index === 0 ? 1 : -1;
      const isTold = ({ score }: Judged) => sign * score >= own.threshold;
      const meant = onMeasured.filter(({ seen }) => seen.isFirst === (index === 0));
      const right = onMeasured.filter(({ seen }) => seen.isFirst !== (index === 0));
      const wrong = right.filter(isTold);
      console.log(
        `${index === 0 ? [...pair].reverse().join(' → ') : pair.join(' → ')}: threshold ${own.threshold}, found ${(100 * own.found).toFixed(0)} %, ` +
          `false ${own.wrong} of ${own.right}; measured: found ${((100 * meant.filter(isTold).length) / Math.max(1, meant.length)).toFixed(0)} % of ${meant.length}, ` +
          `false ${wrong.filter(({ seen }) => seen.isEdited).length} of ${right.filter(({ seen }) => seen.isEdited).length} in edited texts, ${wrong.filter(({ seen }) => !seen.isEdited).length} of ${right.filter(({ seen }) => !seen.isEdited).length} in others`,
      );
      if (values.show)
        for (const { seen, score } of wrong) console.log(`    ${score.toFixed(1)} ${seen.shown}`);
    }
    weightCount += taught.weights.size;
    kept.push({
      words: pair,
      least: thresholds.map((one) => one?.threshold ?? null),
      bias: taught.bias,
      weights: [...taught.weights].flat(),
    });
  }
  console.log(`${kept.length} pairs, ${weightCount} weights`);
  const before = JSON.parse(unpacked('trees').toString());
  const others = ((before.pairs ?? []) as PairOfFile[]).filter(
    ({ words }) => values.only !== undefined && !values.only.includes(words.join('')),
  );
  const packed = gzipSync(JSON.stringify({ ...before, pairs: [...others, ...kept] }), { level: 9 });
  writeFileSync(new URL(FILES.trees, DATA), packed);
  writeFileSync(new URL('checksums.txt', DATA), checksums());
}

if (values.work === undefined) throw new Error('--work is missing');
run(values.work);
