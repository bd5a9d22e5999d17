import enumerationGap from '../../../server/src/core/rules/enumeration-gap.js';
import { finds } from '../../helpers/rule-cases.js';

describe('enumeration-gap', () => {
  for (const [source, told] of [
    ['一是甲；二是乙；⟦四是⟧丙。', /没有“三是”/],
    ['一是甲；二是乙；⟦二是⟧丙。', /“二是”重复.*请改为“三是”/],
    ['一是甲；二是乙；三是丙；⟦二是⟧丁。', /次序不对，前一项已是“三是”/],
    ['主要是：⟦二是⟧乙；三是丙。', /没有“一是”/],
    ['一方面抓学习，一是甲；二是乙；⟦四是⟧丙。', /没有“三是”/],
    ['一、回顾\n一是甲；二是乙。\n三、打算\n⟦三是⟧丙。', /没有“二是”/],
    ['一、回顾\n一方面抓学习。\n二、打算\n⟦二是⟧乙。', /没有“一是”/],
  ] as const) {
    it(`finds ${source}`, () => finds(enumerationGap, source, told));
  }
  for (const text of [
    '一方面抓学习，二是抓服务，三是抓安全。',
    '其一，抓学习；二是抓服务；三是抓安全。',
    '做到二是二、一是一。要求：一是甲；二是乙。',
    '一是甲；三是丙。',
    '第一，抓学习；第二，抓服务；三是抓作风；一是甲；二是乙。',
  ]) {
    it(`leaves alone ${text}`, () => finds(enumerationGap, text));
  }
});
