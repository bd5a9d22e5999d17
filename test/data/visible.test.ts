import assert from 'node:assert/strict';
import { revealHidden } from '../../server/src/report/visible.js';

describe('a text that somebody has to agree to', () => {
  it('is shown as it is where it can be seen', () => {
    for (const text of ['𠮷日　办班 3 期', '“一、”——…', 'abc', ''])
      assert.equal(revealHidden(text), text);
  });

  it('names what cannot be seen, and what turns the order', () => {
    for (const [text, shown] of [
      ['a\u202Etxt.exe', 'a<U+202E>txt.exe'],
      ['\u2066甲\u2069', '<U+2066>甲<U+2069>'],
      ['\u200B\u200D\uFEFF', '<U+200B><U+200D><U+FEFF>'],
      ['\u00A0\u2003\t', '<U+00A0><U+2003><U+0009>'],
      ['甲\r\n乙\n丙\r丁\u2028', '甲⏎乙⏎丙⏎丁<U+2028>'],
      ['葛\u{E0100}葛\uFE00', '葛<U+E0100>葛<U+FE00>'],
      ['\u3164\uFFA0\u2800\u115F\u{E0041}', '<U+3164><U+FFA0><U+2800><U+115F><U+E0041>'],
      ['\uD842', '<U+D842>'],
      ['\u0000\u001B', '<U+0000><U+001B>'],
    ] as const) {
      assert.equal(revealHidden(text), shown);
    }
  });
});
