import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { detectMojibake, isReadRightly } from '../../server/src/core/base/mojibake.js';
import { decodeText } from '../../server/src/encoding/decode.js';
import { gbkAsUtf8, utf8AsGbk } from '../helpers/misread.js';
import { SHARED, textsIn } from './texts.js';

describe('mojibake', () => {
  it('is found in every text of the corpora read wrongly, and in none read rightly', () => {
    const all = textsIn('corpora/');
    assert.ok(all.length >= 50);
    for (const { name, text } of all) {
      assert.equal(detectMojibake(text), null, name);
      assert.ok(isReadRightly(text), name);
      assert.equal(detectMojibake(gbkAsUtf8(text)), 'gb18030', name);
      assert.equal(detectMojibake(utf8AsGbk(text)), 'utf-8', name);
    }
  });

  it('is found in the GBK files of the corpora', () => {
    const folder = new URL('corpora/gbk/', SHARED);
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(new URL(name, folder));
      assert.equal(detectMojibake(new TextDecoder().decode(bytes)), 'gb18030', name);
      assert.ok(isReadRightly(decodeText(bytes)!.text), name);
    }
  });
});
