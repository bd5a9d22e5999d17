import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode, type Encoding, editBytes, encode } from '../../server/src/cli/encoding.js';
import { InputError } from '../../server/src/cli/problem.js';
import { applyEdits, type TextEdit } from '../../server/src/core/base/text.js';

const TEXT = '　今年𠮷村办班，镕、㐂、€俱全。\r\n二〇二四年A1\n';
const MARKS: Partial<Record<Encoding, readonly number[]>> = {
  'utf-8-bom': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};
const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'];

const fileOf = async (text: string, encoding: Encoding) =>
  Buffer.concat([Buffer.from(MARKS[encoding] ?? []), await encode(text, encoding)]);

describe('encodings', () => {
  for (const encoding of ENCODINGS) {
    it(`${encoding} is told by its bytes and written back as read`, async () => {
      const bytes = await fileOf(TEXT, encoding);
      const decoded = decode(bytes, 'x.txt');
      assert.equal(decoded.encoding, encoding);
      assert.equal(decoded.text, TEXT);
      const at = TEXT.indexOf('办');
      const edits = [{ span: { start: at, end: at + 2 }, newText: '开㐂𠮷' }];
      assert.deepEqual(
        await editBytes(decoded, edits),
        await fileOf(applyEdits(TEXT, edits), encoding),
      );
    });
  }

  it('edit any text at any place as if all of it were written anew', async () => {
    const unit = fc.oneof(
      fc.constantFrom('年', '𠮷', '㐂', '€', 'é', 'A', '\r\n', '　', '', '\u{10FFFF}'),
      fc.string({ unit: 'grapheme', maxLength: 2 }).filter((s) => !/[\0\p{Cs}]/u.test(s)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(unit, { maxLength: 12 }),
        fc.array(unit, { maxLength: 4 }),
        fc.nat(12),
        fc.nat(12),
        fc.constantFrom(...ENCODINGS),
        async (units, added, a, b, encoding) => {
          const text = units.join('');
          const [from, to] = [a, b].map((n) => Math.min(n, units.length)).sort((x, y) => x - y);
          const offset = (n: number) => units.slice(0, n).join('').length;
          const span = { start: offset(from!), end: offset(to!) };
          const edits: TextEdit[] = [{ span, newText: added.join('') }];
          const bytes = await fileOf(text, encoding);
          assert.deepEqual(
            await editBytes({ text, encoding, bytes }, edits),
            await fileOf(applyEdits(text, edits), encoding),
          );
        },
      ),
    );
  });

  it('keep the bytes outside an edit where two sequences stand for one character', async () => {
    // 0xA3A0 and 0xA1A1 are both U+3000; a whole file written anew would lose the first.
    const bytes = Buffer.concat([Buffer.of(0xa3, 0xa0), await encode('今年办班', 'gb18030')]);
    const decoded = decode(bytes, 'x.txt');
    assert.equal(decoded.encoding, 'gb18030');
    const edits = [{ span: { start: 3, end: 4 }, newText: '开' }];
    const edited = await editBytes(decoded, edits);
    assert.deepEqual(edited.subarray(0, 6), bytes.subarray(0, 6));
    assert.equal(
      edited.toString('latin1'),
      bytes.toString('latin1').replace('\xb0\xec', '\xbf\xaa'),
    );
  });

  it('refuse what is no text, and damaged text with its line', () => {
    const problem = (bytes: Buffer): string => {
      try {
        decode(bytes, 'x.txt');
      } catch (error) {
        assert.ok(error instanceof InputError);
        return error.text.zh;
      }
      throw new Error('not refused');
    };
    assert.match(problem(Buffer.of(0x50, 0x4b, 3, 4, 0, 0)), /x\.txt.*不是文本文件.*另存为 UTF-8/);
    assert.match(problem(Buffer.of(0xff, 0xff, 0xff)), /不是文本文件/);
    const damaged = Buffer.concat([
      Buffer.from('一、工作回顾\n今年开展'),
      Buffer.of(0xe5, 0x90),
      Buffer.from('培训三次，参加者众多。\n'),
    ]);
    assert.match(problem(damaged), /第 2 行/);
  });
});
