import assert from 'node:assert/strict';
import wrongWord from '../../../server/src/core/lint/rules/wrong-word.js';
import { backing, finds, leavesAlone, severities } from '../../helpers/rule-cases.js';

describe('wrong-word', () => {
  it('only hints where a longer word explains it as well', () => {
    finds(wrongWord, '书架⟦按排⟧列次序。', /^“按排”若是一个词，应为“安排”；若是前后两个词连在一起/);
    assert.deepEqual(severities(wrongWord, '统一按排，书架按排列次序。'), ['warning', 'hint']);
    assert.equal(backing(wrongWord, '书架按排列次序。')[0]![1], false);
  });
  leavesAlone(wrongWord, [
    '解决对手提出的问题，判决对外公布',
    '面临险峻工况，借阅习惯彻夜难改，习惯穿越时空',
    '究竟相隔多远，毕竟相对稳定',
    '主动答复行业来信，书目反复行文',
    '地震奋不顾身，抗震奋起直追',
    '检查院落卫生，检查院子',
    '拉近一步，又走近一步，更近一步，比去年更近一步了',
    '购进一部分图书，引进一部电影',
    '干部暑假值班，发布署名稿件',
    '国内外外宣工作',
    '大家说“布”署名',
  ]);
  it('still finds what stands between other words', () => {
    for (const text of ['这是⟦决对⟧不行的', '⟦近一步⟧加强管理', '新馆⟦峻工⟧', '应当⟦覆行⟧义务']) {
      finds(wrongWord, text);
    }
  });
});
