import assert from 'node:assert/strict';
import spaceInSentence from '../../../server/src/core/lint/rules/space-in-sentence.js';
import { backing, findsEach, leavesAlone } from '../../helpers/rule-cases.js';

describe('space-in-sentence', () => {
  findsEach(
    spaceInSentence,
    [
      // Fifteen characters are a sentence.
      '读者反映阅览室⟦ ⟧照明不足问题。',
      '全年组织读书活动⟦　 ⟧三十场，⟦　　⟧参加读者踊跃⟦ ⟧。\r\n',
      '（一）抓服务 促提升。全年组织读书活动⟦ ⟧三十场，𠮷县读者踊跃参加。',
      '1. 各村农家书屋更新图书三百册，全年组织读书活动⟦ ⟧三十场，接待读者三千人次，受到村民普遍好评。',
      '开馆⟦ ⟧借书⟦ ⟧还书⟦ ⟧办证⟦ ⟧讲座⟦ ⟧展览，各项服务照常。',
      // An article's number opens the article; elsewhere, and in other words, it does not.
      '按照管理办法第十二条⟦ ⟧由馆务会负责解释。',
      '第十二条　本办法自印发之日起⟦ ⟧施行，由馆务会解释。',
      '第三届读书节⟦ ⟧于四月在各分馆同时开幕。',
    ],
    /句中有多余空格.*删去/,
  );
  leavesAlone(spaceInSentence, [
    '读者反映阅览室 照明仍不足。',
    '一、坚持开门办馆 全年组织读书活动三十场',
    '全县公共图书馆读者服务和阅读推广 年度工作总结',
    '正文。\n附件：全年读书活动统计表　读者名单一览表',
    '年度总结\n正文。\n　𠮷县公共图书馆　阅览服务部和采编部\n2024年12月5日',
    // A title, a subtitle, a motto: a space sets their parts apart.
    '培厚𠮷县阅读土壤 建设文化强县',
    '——让好书走进千家万户 让阅读成为生活习惯',
    '弘扬“耕读传家” 建设文化强县',
    '【题目】培厚阅读土壤 建设文化强县',
    '到会人员：王 某某、李 某某，共计三十余人。',
    '展区分为主题展 甲、主题展 乙、主题展 丙，展出图书。',
    '第十二条　本办法自印发之日起施行，由馆务会解释。',
    '开馆 借书 还书 办证 讲座 展览 咨询，各项服务照常。',
  ]);
  it('leaves it to the writer to delete it', () => {
    const text = '全年组织读书活动　三十场，参加读者踊跃。';
    assert.deepEqual(backing(spaceInSentence, text), [[null, false]]);
  });
});
