/**
 * `npm run train`: trains the trees that tell which candidates are what was meant, and says where their
 * thresholds lie. Learns from two thirds of the official sentences, from slips made in correct ones, and
 * from what is a candidate in two thirds of the real texts, where next to nothing is wrong. The thresholds
 * are those of trees that have not seen what they judge: each half of that is judged by what the other
 * half taught. Nothing of the last third is read. Deterministic. `--show` lists what would be reported,
 * `--only SEARCH` trains one set and keeps the others.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { SEARCHES, type Search } from '../../src/core/language/candidates.js';
import { FEATURES } from '../../src/core/language/features.js';
import { BoostedTrees, SETS } from '../../src/core/language/trees.js';
import { type Boosted, type BoostOptions, boost, type Node, type Sample } from './boost.js';
import { checksums, DATA, FILES, unpacked } from './data.js';
import { type Found, SampleReader } from './samples.js';
import { leftOut, otherParticle, randomFrom, Slips, typedTwice } from './slips.js';
import { documents, linesOf, officialSentences, type Use, useOf } from './texts.js';

const OPTIONS: BoostOptions = { trees: 200, rate: 0.07, leaves: 15, least: 25, l2: 5 };
/** Trees that tell what is no question at all, and is left out. */
const ROUGH: BoostOptions = { ...OPTIONS, trees: 50 };
const NO_QUESTION = -4.5;
/** What amateurs write may be a slip of theirs where the rough trees think so. */
const DOUBTFUL = 1.5;
/** Sets of trees, each of another part of the samples; the mean of their scores counts. */
const BAGS = SETS;
const BAG_SHARE = 0.7;
/** Slips made, and what each sample counts. */
const MADE = 24_000;
const WEIGHTS = { real: 2, made: 0.25, edited: 1, loose: 1 };
/** Slips in the edited reports that are true; see the README of the corpora. */
const TRUE_SLIPS = /清\[瘀|改革\[開|我\[們|\[乎\||\[抉\|/;

/** False reports per 10 000 characters of edited reports. */
const RATES = [0.02, 0.05, 0.1, 0.15, 0.3, 1];

const FOLDS = ['train', 'threshold'] as const satisfies readonly Use[];
type Fold = (typeof FOLDS)[number];

const reader = new SampleReader();

function sentencesOf(fold: Fold) {
  return officialSentences('train').filter(
    ({ target }) => (useOf(target) === 'train') === (fold === 'train'),
  );
}

function correctSentences(fold: Fold): string[] {
  return [
    ...documents('clean', fold).flatMap(({ text }) => linesOf(text)),
    ...sentencesOf(fold).map(({ target }) => target),
  ]
    .flatMap((line) => line.split(/(?<=[。；！])/))
    .map((sentence) => sentence.trim())
    .filter(({ length }) => length >= 12 && length <= 120);
}

function samplesOf(search: Search, fold: Fold) {
  const correct = correctSentences(fold);
  const count = MADE / 2;
  const seed = fold.length;
  const before = reader.slipCount;
  const real = search === 'retyped' ? reader.ofSentences(sentencesOf(fold)) : [];
  const realSlips = reader.slipCount - before;
  const made =
    search === 'retyped'
      ? reader.ofSentences(new Slips(reader.tables).make(correct, count, seed))
      : reader.ofMade(
          {
            repeated: typedTwice,
            particle: otherParticle,
            missing: leftOut,
          }[search](correct, count, seed),
          search,
        );
  return {
    real,
    realSlips,
    made,
    madeSlips: reader.slipCount - before - realSlips,
    edited: reader.ofDocuments(
      [...documents('clean', fold), ...documents('markdown', fold)],
      search,
    ),
    loose: reader.ofDocuments(documents('essays', fold), search),
  };
}

type Samples = ReturnType<typeof samplesOf>;

const weighed = (found: readonly Found[], weight: number): Sample[] =>
  found.map(({ numbers, isTrue }) => ({ numbers, isTrue, weight }));

/** A candidate on a slip that is not its correction says nothing. */
const clear = (found: readonly Found[]) =>
  found.filter(({ isTrue, slips }) => isTrue || slips.length === 0);

type Keep = (found: readonly Found[], most?: number) => readonly Found[];

function lessons(samples: Samples, keep: Keep): Sample[] {
  return [
    ...weighed(keep(clear(samples.real)), WEIGHTS.real),
    ...weighed(keep(clear(samples.made)), WEIGHTS.made),
    ...weighed(keep(samples.edited), WEIGHTS.edited),
    ...weighed(keep(samples.loose, DOUBTFUL), WEIGHTS.loose),
  ];
}

/** Several sets of trees as one, whose score is the mean of theirs. */
function bagged(samples: readonly Sample[]): Boosted {
  const bags = Array.from({ length: BAGS }, (_, bag) => {
    const random = randomFrom(bag + 1);
    return boost(
      samples.filter(() => random() < BAG_SHARE),
      OPTIONS,
    );
  });
  return {
    base: bags.reduce((sum, { base }) => sum + base / BAGS, 0),
    trees: bags.flatMap(({ trees }) =>
      trees.map((tree) =>
        tree.map(([feature, threshold, left, right, value, isLeaf]): Node => {
          const share = Math.round((value * 1e5) / BAGS) / 1e5;
          return [feature, threshold, left, right, share, isLeaf];
        }),
      ),
    ),
  };
}

interface Scored extends Found {
  readonly score: number;
}

/** The best of each place, best first. */
function best(found: readonly Found[], trees: BoostedTrees): Scored[] {
  const scored = found
    .map((one) => ({ ...one, score: trees.score(one.numbers) - one.margin }))
    .sort((a, b) => b.score - a.score);
  const taken = new Map<number, Scored[]>();
  return scored.filter((one) => {
    const others = taken.get(one.line) ?? [];
    if (others.some(({ start, end }) => start < one.end && one.start < end)) return false;
    taken.set(one.line, [...others, one]);
    return true;
  });
}

const characters = (corpus: 'clean' | 'essays') =>
  FOLDS.flatMap((fold) => documents(corpus, fold))
    .flatMap(({ text }) => linesOf(text))
    .reduce((sum, line) => sum + line.length, 0);
const inReports = characters('clean');
const inEssays = characters('essays');

function train(search: Search, show: boolean): Boosted {
  const [first, second] = FOLDS.map((fold) => samplesOf(search, fold)) as [Samples, Samples];
  const rough = new BoostedTrees(
    boost(
      lessons(first, (found) => found),
      ROUGH,
    ),
  );
  const keep: Keep = (found, most = Number.POSITIVE_INFINITY) =>
    found.filter(({ isTrue, numbers }) => {
      const score = rough.score(numbers);
      return isTrue || (score > NO_QUESTION && score < most);
    });
  const ofFirst = lessons(first, keep);
  const ofSecond = lessons(second, keep);
  const byFirst = new BoostedTrees(bagged(ofFirst));
  const bySecond = new BoostedTrees(bagged(ofSecond));
  const judged = (part: (samples: Samples) => readonly Found[]) =>
    [...best(part(first), bySecond), ...best(part(second), byFirst)].sort(
      (a, b) => b.score - a.score,
    );
  const edited = judged((samples) => samples.edited).filter(({ shown }) => !TRUE_SLIPS.test(shown));
  const loose = judged((samples) => samples.loose);
  const isReal = search === 'retyped';
  const slips = judged((samples) => (isReal ? samples.real : samples.made));
  const slipCount = [first, second].reduce(
    (sum, samples) => sum + (isReal ? samples.realSlips : samples.madeSlips),
    0,
  );
  console.log(search);
  for (const rate of RATES) {
    const threshold = edited[Math.floor((rate * inReports) / 10_000)]?.score ?? -99;
    const above = (found: readonly Scored[]) => found.filter(({ score }) => score >= threshold);
    const found = new Set(above(slips).flatMap((one) => one.slips)).size;
    const right = above(slips).filter(({ isTrue }) => isTrue).length;
    const onLoose = (10_000 * above(loose).length) / inEssays;
    console.log(
      `  ${rate} per 10 000: threshold ${threshold.toFixed(2)}, ${((100 * found) / slipCount).toFixed(1)} % of slips found, ` +
        `${((100 * right) / above(slips).length).toFixed(1)} % right, ${onLoose.toFixed(2)} per 10 000 in essays`,
    );
  }
  if (show) {
    for (const one of [...edited.slice(0, 25), ...loose.slice(0, 50)]) {
      console.log('   ', one.score.toFixed(2), one.shown);
    }
  }
  return bagged([...ofFirst, ...ofSecond]);
}

const { values } = parseArgs({
  options: { show: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
});
const chosen = SEARCHES.filter((search) => values.only?.includes(search) ?? true);
const before = JSON.parse(unpacked('trees').toString());
const trees = Object.fromEntries(chosen.map((search) => [search, train(search, values.show)]));
writeFileSync(
  new URL(FILES.trees, DATA),
  gzipSync(JSON.stringify({ ...before, features: FEATURES, ...trees }), { level: 9 }),
);
writeFileSync(new URL('checksums.txt', DATA), checksums());
