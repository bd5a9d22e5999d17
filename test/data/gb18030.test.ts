import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeGb18030 } from '../../server/src/encoding/encode-gb18030.js';

const decode = (bytes: Uint8Array) => new TextDecoder('gb18030').decode(bytes);

describe('GB 18030', () => {
  it('is written as it is known', () => {
    const hex = (text: string) => Buffer.from(encodeGb18030(text)).toString('hex');
    assert.equal(hex('中文，A'), 'd6d0cec4a3ac41');
    assert.equal(hex('㐀'), '8139ee39');
    assert.equal(hex('𠮷'), '9534b235');
    assert.equal(hex('\u{10FFFF}'), 'e3329a35');
  });

  it('gives back every character of Unicode', () => {
    let text = '';
    for (let code = 0; code < 0x110000; code += code < 0x10000 ? 1 : 97) {
      if (code < 0xd800 || code > 0xdfff) text += String.fromCodePoint(code);
    }
    const back = [...decode(encodeGb18030(text))];
    const lost = [...text].filter((character, index) => back[index] !== character);
    // Private places that newer editions of the standard gave to characters.
    assert.deepEqual(
      lost.filter((character) => !/\p{Co}/u.test(character)),
      [],
    );
  });

  it('gives back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        assert.equal(decode(encodeGb18030(text)), text);
      }),
    );
  });
});
