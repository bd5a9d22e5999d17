import unexplainedAbbreviation from '../../../server/src/core/lint/rules/unexplained-abbreviation.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';

describe('unexplained-abbreviation', () => {
  const eight = ['一查', '二访', '三问', '四帮', '五送', '六评', '七议', '八看'];
  const inFull = (terms: readonly string[]) =>
    `推行${terms.map((term) => `⟦“${term}”⟧`).join('，')}工作法。`;
  findsEach(unexplainedAbbreviation, [
    ['推广⟦DGX⟧平台和⟦XTQ⟧系统。', /DGX第一次出现没有说明所指/],
    ['推行⟦“六抓”⟧工作法。会议提出：要抓好落实。', /“六抓”第一次出现/],
    ['推行⟦“六抓”⟧工作法。“六抓”见效快，即办即结。', /“六抓”第一次出现/],
    ['采取座谈、走访等方式征求意见之后推行⟦“五有五到”⟧工作法。', /“五有五到”/],
    ['整理、登记的资料较多，随后推行⟦“五有五到”⟧工作法。', /“五有五到”/],
    ['　　𠮷县建立⟦“双承诺”⟧制度。\r\n', /“双承诺”/],
    [inFull(eight), /“一查”/],
  ]);
  leavesAlone(unexplainedAbbreviation, [
    '走访XXX社区和XXXX学校，成效明显。',
    '“八一”慰问、“六一”诵读、“三八”座谈，“十三五”以来从未间断。',
    '值班做到人员、时间、责任“三落实”，全年没有发生一起安全事故，读者满意度保持在较高水平，各方反映良好。',
    '有岗位也有职责（以下简称“五有五到”）的做法受到好评。',
    '把有岗有责有标准等做法称作“五有五到”工作法。',
    '做到岗位有人员、工作有标准考核有结果的“五有五到”工作法。',
    '推行“六抓”（抓学习等六项）工作法。“六抓”见效快。',
    // Beyond eight it is written for insiders.
    `推行${[...eight, '九评'].map((term) => `“${term}”`).join('，')}工作法。`,
  ]);
});
