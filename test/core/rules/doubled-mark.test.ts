import doubledMark from '../../../server/src/core/lint/rules/doubled-mark.js';
import { mends } from '../../helpers/rule-cases.js';

describe('doubled-mark', () => {
  mends(doubledMark, [
    ['\uFEFF　𠮷日开馆⟦,。⟧\r\n人手增加⟦。,⟧', '\uFEFF　𠮷日开馆。\r\n人手增加。'],
    ['分工明确⟦，.⟧责任到人⟦、，⟧按期完成⟦，；⟧再检查。', '分工明确，责任到人，按期完成；再检查。'],
    ['分工明确⟦,,⟧责任到人。', '分工明确，责任到人。'],
    '系数为0.5，.5也可。',
    '供应商为ABC Co.，地址未变。',
    '第1.，第2.项',
    '如此……。',
  ]);
});
