import assert from 'node:assert/strict';
import conjunctionPair from '../../../server/src/core/lint/rules/conjunction-pair.js';
import danglingSubject from '../../../server/src/core/lint/rules/dangling-subject.js';
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
  it('only hint at 通过……，使…… where the writer may be meant as who does it', () => {
    const said = (text: string) => severities(danglingSubject, text);
    assert.deepEqual(said('通过集中学习，使职工业务水平明显提高。'), ['hint']);
    assert.deepEqual(said('通过这次整改使全馆面貌一新。'), ['hint']);
    assert.deepEqual(said('经过几年努力，使我们的书屋更加温馨。'), ['hint']);
    assert.deepEqual(said('在日常服务中，使读者少跑路。'), ['hint']);
    assert.deepEqual(said('我馆每月一课；由于讲得生动，使听众越来越多。'), ['hint']);
    assert.deepEqual(said('通过集中学习，使我们认识到差距。'), ['warning']);
  });
  it('only hint at 不仅仅是……而是……, which is said for effect', () => {
    assert.deepEqual(severities(conjunctionPair, '这不仅仅是借书，而是一种生活。'), ['hint']);
    assert.deepEqual(severities(conjunctionPair, '不仅借书，而是办展。'), ['warning']);
  });
  it('take several empty labels for a form', () => {
    assert.deepEqual(severities(emptyLabel, '一、\n二、\n三、\n'), ['hint', 'hint', 'hint']);
    assert.deepEqual(severities(emptyLabel, '一、回顾\r\n二、\r\n三、打算\r\n'), ['warning']);
  });
});
