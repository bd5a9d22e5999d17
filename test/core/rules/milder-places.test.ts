import assert from 'node:assert/strict';
import emptyLabel from '../../../server/src/core/lint/rules/empty-label.js';
import mixedStructure from '../../../server/src/core/lint/rules/mixed-structure.js';
import shrunkByMultiples from '../../../server/src/core/lint/rules/shrunk-by-multiples.js';
import titleMarkMisuse from '../../../server/src/core/lint/rules/title-mark-misuse.js';
import { severities } from '../../helpers/rule-cases.js';

describe('rules that are milder at some places', () => {
  it('only hint at 目的是为了, which edited texts have too', () => {
    assert.deepEqual(severities(mixedStructure, '开展检查，目的是为了消除隐患。'), ['hint']);
    assert.deepEqual(severities(mixedStructure, '切忌不要流于形式。'), ['warning']);
  });
  it('doubt 成倍减少, and are sure of 减少了两倍', () => {
    assert.deepEqual(severities(shrunkByMultiples, '𠮷县投诉成倍减少。'), ['warning']);
    assert.deepEqual(severities(shrunkByMultiples, '𠮷县投诉减少了两倍。'), ['error']);
  });
  it('only hint at a name in 《》 that may be a play or a book', () => {
    assert.deepEqual(severities(titleMarkMisuse, '观看话剧《夏天的会议》。'), ['hint']);
    assert.deepEqual(severities(titleMarkMisuse, '举办首届《书香活动》。'), ['warning']);
  });
  it('take several empty labels for a form', () => {
    assert.deepEqual(severities(emptyLabel, '一、\n二、\n三、\n'), ['hint', 'hint', 'hint']);
    assert.deepEqual(severities(emptyLabel, '一、回顾\r\n二、\r\n三、打算\r\n'), ['warning']);
  });
});
