import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Frames } from '../../server/src/frames.js';

const frame = (body: string, more = '') =>
  Buffer.from(`${more}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);

/** What is said of a stream that comes in pieces of so many bytes. */
function follow(bytes: Buffer, size = bytes.length): string | null {
  const frames = new Frames();
  for (let at = 0; at < bytes.length; at += size) {
    const problem = frames.push(bytes.subarray(at, at + size));
    if (problem !== null) return problem;
  }
  return null;
}

describe('frames on a stream', () => {
  it('are followed whatever their bodies and wherever they are cut', () => {
    const bodies = fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 10 });
    fc.assert(
      fc.property(bodies, fc.integer({ min: 1, max: 50 }), (texts, size) => {
        const type = 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n';
        const stream = Buffer.concat(
          texts.map((text, index) => frame(text, index % 2 === 0 ? '' : type)),
        );
        assert.equal(follow(stream, size), null);
      }),
    );
    assert.equal(follow(Buffer.from('content-length:2\r\n\r\n{}')), null);
  });

  for (const [header, problem] of [
    ['Content-Length: x\r\n\r\n{}', /no number/],
    ['Content-Length: -1\r\n\r\n{}', /no number/],
    ['Content-Length: NaN\r\n\r\n{}', /no number/],
    ['Content-Length: 1e3\r\n\r\n{}', /no number/],
    ['Content-Length:\r\n\r\n{}', /no number/],
    ['Content-Length: 99999999999\r\n\r\n{}', /too long/],
    ['Content-Type: a\r\n\r\n{}', /without Content-Length/],
    ['Content-Length: 2\n\n{}', /CR LF/],
    ['\r\n\r\n{}', /without a name/],
    ['{"jsonrpc":"2.0"}\r\n\r\n', /without Content-Length|without a name/],
    [`A: ${'x'.repeat(5000)}`, /does not end/],
    ['x'.repeat(5000), /does not end/],
  ] as const) {
    it(`are not taken up again after ${JSON.stringify(header.slice(0, 30))}`, () => {
      for (const size of [1, 7, 10_000]) {
        assert.match(follow(Buffer.concat([frame('{}'), Buffer.from(header)]), size)!, problem);
      }
    });
  }
});
