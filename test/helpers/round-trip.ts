import assert from 'node:assert/strict';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { DEFAULT_FORMAT, importDocx } from '../../server/src/word/write/index.js';
import { exportDocx } from './valid-word-files.js';

/** A text to Word and back. */
export async function roundTrip(text: string, syntax: Syntax): Promise<string> {
  const { text: result, ...rest } = await importDocx(
    await exportDocx(parseSummary(text, syntax), DEFAULT_FORMAT),
  );
  assert.equal(rest.syntax, syntax);
  assert.deepEqual(rest.notices, []);
  return result;
}

/** Notes to oneself are not for the reader of the Word file: they are left out. */
export const withoutComments = (text: string) => text.replace(/<!--[\s\S]*?-->/g, '');
