import letterForDigit from '../../../server/src/core/lint/rules/letter-for-digit.js';
import { mends } from '../../helpers/rule-cases.js';

describe('letter-for-digit', () => {
  mends(letterForDigit, [
    ['\uFEFF　𠮷馆⟦2O21⟧年⟦l0⟧月⟦I5⟧日开放。\r\n', '\uFEFF　𠮷馆2021年10月15日开放。\r\n'],
    ['完成⟦9O⟧%，购书⟦12O0⟧件，支出⟦3o⟧万元。', '完成90%，购书1200件，支出30万元。'],
    'O2O年会，H2O个数，CO2件数，l0O型',
    '型号A1O年检，5l水，3l油，IO日志',
    '2O99级、第O1号',
    '1l3月、7O日',
  ]);
});
