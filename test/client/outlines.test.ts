/** How often the server is asked for an outline. */
import assert from 'node:assert/strict';
import { Outlines } from '../../client/src/outline/outlines.js';
import type { OutlineResult } from '../../server/src/protocol/index.js';

/** A document that changes, as the editor has it. */
const opened = () => ({
  uri: { toString: () => 'file:///w/a.txt' } as never,
  version: 1,
  languageId: 'work-summary',
});

const outlineOf = (version: number): OutlineResult => ({
  version,
  sections: [],
  symbols: [],
  numbering: [],
});

describe('the outline of a document', () => {
  /** What the server has read, null when it does not know the document, an error when it is gone. */
  let read: number | null | Error = 1;
  let asked: string[] = [];
  const outlines = () => {
    asked = [];
    return new Outlines(async (uri) => {
      asked.push(uri);
      if (read instanceof Error) throw read;
      return read === null ? null : outlineOf(read);
    });
  };

  it('is asked for once for a version, by however many and however often', async () => {
    const shared = outlines();
    const document = opened();
    for (read = 1; read <= 3; read++) {
      document.version = read;
      // The editor’s outline and ours, after a change; ours again when problems or the caret change.
      const views = await Promise.all([shared.of(document), shared.of(document)]);
      assert.deepEqual(views, [outlineOf(read), outlineOf(read)]);
      assert.deepEqual(await shared.of(document), outlineOf(read));
      assert.equal(asked.length, read);
    }
    assert.deepEqual([...new Set(asked)], ['file:///w/a.txt']);
  });

  it('is another one for another document, and in another language', async () => {
    const shared = outlines();
    read = 1;
    const document = opened();
    await Promise.all([shared.of(document), shared.of(opened())]);
    document.languageId = 'markdown';
    await shared.of(document);
    assert.equal(asked.length, 3);
  });

  it('is asked for again when the server had none, an older one, or ended', async () => {
    const shared = outlines();
    const document = { ...opened(), version: 2 };
    read = null;
    assert.equal(await shared.of(document), null);
    read = 1;
    assert.deepEqual(await shared.of(document), outlineOf(1));
    read = new Error('ended');
    await assert.rejects(shared.of(document), /ended/);
    read = 2;
    assert.deepEqual(await shared.of(document), outlineOf(2));
    assert.deepEqual(await shared.of(document), outlineOf(2));
    assert.equal(asked.length, 4);
  });
});
