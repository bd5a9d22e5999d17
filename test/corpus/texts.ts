/** The real texts beside the repository. They are not ours, so they are no part of it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { decodeText } from '../../server/src/encoding/decode.js';
import { syntaxOf, type WholeText } from '../helpers/fixtures.js';

export const SHARED = new URL('../../../shared/', import.meta.url);

/** Every text in a folder of theirs and below, whatever its encoding. */
export function textsIn(folder: string): WholeText[] {
  const url = new URL(folder, SHARED);
  const found = readdirSync(url, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md)$/.test(name) && !/README/.test(name))
    .sort()
    .map((name) => ({
      name,
      text: decodeText(readFileSync(new URL(encodeURI(name), url)))!.text,
      syntax: syntaxOf(name),
    }));
  assert.ok(found.length > 0, `no text in ${folder}`);
  return found;
}

/** A masked summary of an office, 20 lines. */
export const seed = (): string => textsIn('seeds/')[0]!.text;
