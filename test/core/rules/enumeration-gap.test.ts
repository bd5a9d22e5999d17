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
    // What is behind the item counts, not the form of its words.
    ['一是一体推进借阅；二是二维码办证；⟦二是⟧开馆。', /“二是”重复.*请改为“三是”/],
    // The number that is looked for, not the one before.
    ['一是借书；二是还书；⟦五是⟧办证。', /没有“三是”/],
    // Another first is no reason for a double.
    ['落实“一月一课”，一是借书；二是还书；⟦二是⟧办证。', /“二是”重复/],
  ] as const) {
    it(`finds ${source}`, () => finds(enumerationGap, source, told));
  }
  for (const text of [
    '一方面抓学习，二是抓服务，三是抓安全。',
    '其一，抓学习；二是抓服务；三是抓安全。',
    '坚持实事求是，二是二、一是一。要求：一是借书；二是还书。',
    '实话实说：二是二。要求：一是借书；二是还书。',
    '一是一体推进借阅；二是抓服务；三是三级联动。',
    '　　一是一体推进𠮷县各馆借阅。\r\n　　二是二季度起延时开放。\r\n　　三是抓安全。\r\n',
    '一是抓学习，开展“二季一评”，三是抓服务。另有安排：一是借书；二是还书。',
    '做到二是二、一是一。要求：一是甲；二是乙。',
    '一是甲；三是丙。',
    '第一，抓学习；第二，抓服务；三是抓作风；一是甲；二是乙。',
  ]) {
    it(`leaves alone ${text}`, () => finds(enumerationGap, text));
  }
});
