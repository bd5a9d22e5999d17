import repeatedCharacter from '../../../server/src/core/rules/repeated-character.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';

describe('repeated-character', () => {
  findsEach(repeatedCharacter, [
    ['一年来⟦的的⟧工作', /^“的的”疑似多打了一个“的”/],
    '并不是⟦将将⟧新书上架，⟦让让⟧读者等。',
    '⟦对对⟧工作不满意，⟦于于⟧六月开馆，关⟦于于⟧经费。',
    '借阅量比去年⟦的的的⟧确高。',
    '展现⟦在在⟧眼前，⟦以以⟧及书架，⟦以以⟧读者为中心。',
    '报⟦市市⟧委审批，经⟦县县⟧政府同意。',
  ]);
  leavesAlone(repeatedCharacter, [
    '抽调从从业多年的馆员，为为民办实事项目打分',
    '办展览以以评促建为主线，以以老带新的办法传技艺',
    '丙县县委、丁区区政府、我省省委、本市市政府',
    '借书的目的的调查，有的的确没有读完',
    '会上把把脉问诊写进方案，让让利于民落到实处',
    '旧馆并并入新馆',
    '说话不甚了了，办事和和气气，关系是是非非',
    '馆舍在在建工程旁，对对口支援单位的回访',
    '成绩是是否达标，工作由自由由散漫',
  ]);
});
