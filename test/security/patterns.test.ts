import assert from 'node:assert/strict';
import { allPatterns, judged, slowness } from './judge.js';

describe('regular expressions', () => {
  it('take time linear in their text, or a reason is given why that is short', () => {
    const { linear, bounded } = judged();
    const known = new Set(linear);
    const patterns = allPatterns();
    assert.ok(patterns.size > 500, `${patterns.size} patterns`);
    for (const [name, pattern] of patterns) {
      if (known.has(name) || bounded[name] !== undefined) continue;
      assert.equal(slowness(pattern), null, `${name} in ${pattern.file}`);
    }
    for (const [name, reason] of Object.entries(bounded)) {
      assert.ok(patterns.has(name), `${name} is gone: npm run patterns`);
      assert.ok(reason.length > 10, name);
    }
  });
});
