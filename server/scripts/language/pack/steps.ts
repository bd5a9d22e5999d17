/** What is done step by step; each reads what the one before it wrote in the folder of work. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { gunzipSync, gzipSync } from 'node:zlib';
import { dict } from '@node-rs/jieba/dict.js';
import { readTables } from '../../../src/core/language/tables.js';
import { FILES, finish } from '../data.js';
import { Cleaner } from './clean.js';
import { type CountedNgrams, countNgrams } from './count.js';
import { writeCounts } from './counts-file.js';
import { type Document, readDocuments, sizeOf, writeDocuments } from './documents.js';
import { dropNames } from './drop-names.js';
import { documentsOf } from './formats.js';
import { lookAlikesOf, readParts } from './look-alikes.js';
import { Measured } from './measured.js';
import { prune } from './prune.js';
import { filesOf, type SnapshotFile } from './snapshots.js';
import { SOURCES, type Source } from './sources.js';
import { strokesOf } from './strokes.js';
import { writeTables } from './tables-file.js';
import { PLACE_ABBREVIATIONS, placesOf, readDictionary, readingsOf } from './words.js';

export interface Options {
  readonly work?: string;
  readonly clones?: string;
  readonly files?: string;
  readonly measured?: readonly string[];
  readonly parts?: string;
  readonly places?: string;
  /** Their ids; all when empty. */
  readonly sources: readonly string[];
}

export const STEPS = { extract, clean, count, tables, pack } as const;
export const isStep = (name: string): name is keyof typeof STEPS => Object.hasOwn(STEPS, name);

/** Han characters of the first block. */
const HAN = Array.from({ length: 0x9fa6 - 0x4e00 }, (_, index) =>
  String.fromCharCode(0x4e00 + index),
);

const PLACE_LISTS = ['provinces', 'cities', 'areas'];

/** The value of an option without which nothing can be done. */
function given<Name extends keyof Options>(options: Options, name: Name) {
  const value = options[name];
  if (value === undefined) throw new Error(`--${name} is missing`);
  return value as NonNullable<Options[Name]>;
}

/** The path of a file in the folder of work. */
function inWork(options: Options, ...names: readonly string[]): string {
  const path = join(given(options, 'work'), ...names);
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

const rawFile = (options: Options, { id }: Source) => inWork(options, 'raw', `${id}.txt`);
const cleanFile = (options: Options, { id }: Source) => inWork(options, 'clean', `${id}.txt`);
const ngramsFile = (options: Options) => inWork(options, 'ngrams.bin');

const read = (path: string) => readFileSync(path, 'utf8');

const packed = (content: string | Uint8Array) => gzipSync(content, { level: 9 });

function tell(name: string, documents: readonly Document[]): void {
  const characters = documents.reduce((sum, { lines }) => sum + sizeOf(lines), 0);
  console.log(`${name}: ${documents.length} documents, ${characters} characters`);
}

function extract(options: Options): void {
  const { sources } = options;
  for (const source of SOURCES) {
    if (sources.length > 0 && !sources.includes(source.id)) continue;
    const files =
      source.format === 'files'
        ? listedFiles(given(options, 'files'))
        : filesOf(given(options, 'clones'), source);
    const documents = Array.from(files, (file) => readable(file, source)).flat();
    writeFileSync(rawFile(options, source), writeDocuments(documents));
    tell(source.id, documents);
  }
}

/** The documents of a file; says so and gives none where it cannot be read. */
function readable(file: SnapshotFile, source: Source): Document[] {
  try {
    return [...documentsOf(file, source)];
  } catch (error) {
    console.log(`left out: ${file.path} (${error})`);
    return [];
  }
}

function* listedFiles(list: string): Generator<SnapshotFile> {
  for (const path of read(list).trim().split('\n')) {
    yield { path: basename(path), bytes: readFileSync(path) };
  }
}

function clean(options: Options): void {
  const cleaner = new Cleaner(readMeasured(given(options, 'measured')));
  const heldBack: Document[] = [];
  for (const source of SOURCES) {
    const cleaned = cleaner.clean(source, readDocuments(read(rawFile(options, source))));
    writeFileSync(cleanFile(options, source), writeDocuments(cleaned.counted));
    heldBack.push(...cleaned.heldBack);
    tell(source.id, cleaned.counted);
  }
  writeFileSync(inWork(options, 'held-back.txt'), writeDocuments(heldBack));
  tell('held back', heldBack);
}

function readMeasured(paths: readonly string[]): Measured {
  const measured = new Measured();
  for (const path of paths.flatMap(filesUnder)) {
    if (!path.endsWith('.tsv')) measured.addDocument(read(path));
    else for (const row of read(path).split('\n')) measured.addSentence(row.split('\t').at(-1)!);
  }
  return measured;
}

function filesUnder(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
}

function count(options: Options): void {
  const texts = SOURCES.map((source) => ({
    documents: readDocuments(read(cleanFile(options, source))).map(({ lines }) => lines),
    weight: source.weight,
  }));
  const counted = countNgrams(texts);
  writeFileSync(ngramsFile(options), serialize(counted));
  console.log(`in enough documents: ${counted.orders.map(({ counts }) => counts.length)}`);
}

const readCounted = (options: Options) =>
  deserialize(readFileSync(ngramsFile(options))) as CountedNgrams;

async function tables(options: Options): Promise<void> {
  const characters = readCounted(options).characters.filter((one) => /\p{Script=Han}/u.test(one));
  const known = new Set(characters);
  const strokes = await strokesOf(characters);
  const rareStrokes = await strokesOf(HAN.filter((one) => !known.has(one)));
  const parts = readParts(read(given(options, 'parts')));
  const folder = given(options, 'places');
  const dictionary = readDictionary(new TextDecoder().decode(dict), (one) => known.has(one));
  const text = writeTables({
    ...dictionary,
    readings: readingsOf(characters),
    lookAlikes: lookAlikesOf({ strokes, rareStrokes, parts, frequencies: dictionary.characters }),
    placeAbbreviations: new Set(PLACE_ABBREVIATIONS),
    places: placesOf(PLACE_LISTS.map((name) => JSON.parse(read(join(folder, `${name}.json`))))),
  });
  writeFileSync(inWork(options, FILES.tables), packed(text));
}

function pack(options: Options): void {
  const text = gunzipSync(readFileSync(inWork(options, FILES.tables))).toString('utf8');
  const kept = dropNames(prune(readCounted(options)), new Set(finish(readTables(text)).words));
  writeFileSync(inWork(options, FILES.counts), packed(writeCounts(kept)));
  console.log(`kept: ${kept.orders.map(({ steps }) => steps.length)}`);
}
