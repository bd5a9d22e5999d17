import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gunzipSync } from 'node:zlib';
import { LanguageModel } from '../core/index.js';
import { type ReadLanguageFile, toLanguageData } from './read.js';

const unpack = promisify(gunzip);

/** Files in a folder of this machine. */
export function filesIn(folder: string): ReadLanguageFile {
  return async (name) => unpack(await readFile(path.join(folder, name)));
}

/** The model of the data in a folder, read at once. Throws where a file is missing or damaged. */
export function readLanguageModel(folder: string): LanguageModel {
  const data = toLanguageData((name) => gunzipSync(readFileSync(path.join(folder, name))));
  return LanguageModel.of(data);
}
