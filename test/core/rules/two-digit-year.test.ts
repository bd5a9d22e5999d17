import twoDigitYear from '../../../server/src/core/lint/rules/two-digit-year.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';

describe('two-digit-year', () => {
  findsEach(twoDigitYear, [
    '⟦05年⟧度、⟦98年⟧初、⟦14年⟧12月、⟦21年⟧末',
    '⟦13年⟧1月、⟦13年⟧10月',
    '服务窗口于⟦21年⟧底开放',
  ]);
  leavesAlone(twoDigitYear, [
    '苦干10年度过难关，攒下20年度假开支',
    '筹备12年初步建成，21年初心不改，办好21年初中教育',
    '在馆服务21年底气更足，有期徒刑15年初定',
    '2014—21年度，14至21年底',
    '14年13月，21年2月以来，21年3月的',
  ]);
});
