/** The model's data as files of the repository. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { LanguageData } from '../../src/core/index.js';
import { FILES, toLanguageData } from '../../src/language-data/read.js';

export { finish } from '../../src/core/base/steps.js';
export { FILES };

export const DATA = new URL('server/data/language/', `file://${process.cwd()}/`);
export const unpacked = (name: keyof typeof FILES): Buffer =>
  gunzipSync(readFileSync(new URL(FILES[name], DATA)));

/** SHA-256 of each file, as `sha256sum` prints them. */
export function checksums(): string {
  const lines = Object.values(FILES).map((name) => {
    const bytes = readFileSync(new URL(name, DATA));
    return `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`;
  });
  return lines.join('');
}

export const languageData = (): LanguageData =>
  toLanguageData((name) => gunzipSync(readFileSync(new URL(name, DATA))));
