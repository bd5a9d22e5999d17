import ellipsisForm from '../../../server/src/core/lint/rules/ellipsis-form.js';
import { mends } from '../../helpers/rule-cases.js';

describe('ellipsis-form', () => {
  mends(ellipsisForm, [
    ['\uFEFF　𠮷书、杂志⟦⋯⋯⟧\r\n报纸⟦······⟧还有⟦。。。⟧', '\uFEFF　𠮷书、杂志……\r\n报纸……还有……'],
    ['新书、旧书、⟦......⟧都已编目（含杂志⟦…⟧）。', '新书、旧书、……都已编目（含杂志……）。'],
    ['《馆讯》⟦...⟧全部上架⟦………⟧', '《馆讯》……全部上架……'],
    '新书……旧书…………',
    '一、回顾··········1',
    '从1...9中选',
  ]);
});
