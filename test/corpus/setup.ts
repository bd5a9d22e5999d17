/** Without the real texts nothing can be measured, and that is a failure. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { SHARED } from './texts.js';

before('the real texts are there', () => {
  for (const folder of ['corpora/', 'seeds/']) {
    assert.ok(existsSync(new URL(folder, SHARED)), `no real texts in ../shared/${folder}`);
  }
});
