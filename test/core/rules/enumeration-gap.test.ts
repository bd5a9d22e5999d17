import assert from 'node:assert/strict';
import enumerationGap from '../../../server/src/core/lint/rules/enumeration-gap.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';
import { findings } from '../../helpers/rule-examples.js';

describe('enumeration-gap', () => {
  findsEach(enumerationGap, [
    ['一是甲；二是乙；⟦四是⟧丙。', /没有“三是”/],
    ['一是甲；二是乙；⟦二是⟧丙。', /“二是”重复.*请改为“三是”/],
    ['一是甲；二是乙；三是丙；⟦二是⟧丁。', /次序不对，前一项已是“三是”/],
    ['主要是：⟦二是⟧乙；三是丙。', /没有“一是”/],
    ['一方面抓学习，一是甲；二是乙；⟦四是⟧丙。', /没有“三是”/],
    ['一、回顾\n一是甲；二是乙。\n三、打算\n⟦三是⟧丙。', /没有“二是”/],
    ['一、回顾\n一方面抓学习。\n二、打算\n⟦二是⟧乙。', /没有“一是”/],
    // What is after the item counts, not the form of its words.
    ['一是一体推进借阅；二是二维码办证；⟦二是⟧开馆。', /“二是”重复.*请改为“三是”/],
    // The number that is looked for, not the one before.
    ['一是借书；二是还书；⟦五是⟧办证。', /没有“三是”/],
    [
      '一是甲；二是乙；三是丙；四是丁；五是戊；六是己；七是庚；八是辛；九是壬；十是癸；⟦十是⟧子；⟦十二是⟧丑。',
      /“十是”重复.*请改为“十一是”/,
    ],
    [
      '一是甲；二是乙；三是丙；四是丁；五是戊；六是己；七是庚；八是辛；九是壬；十是癸；⟦十二是⟧丑。',
      /没有“十一是”/,
    ],
    // Told once, wherever the list goes on.
    ['一是借书；二是还书；三是办证；⟦二是⟧宣传；三是讲座。', /次序不对，前一项已是“三是”/],
    ['一是借书；二是还书；三是办证；⟦二是⟧宣传；四是讲座；⟦六是⟧办展。', /次序不对/],
    // Another first is no reason for a double.
    ['落实“一月一课”，一是借书；二是还书；⟦二是⟧办证。', /“二是”重复/],
  ]);
  leavesAlone(enumerationGap, [
    '一方面抓学习，二是抓服务，三是抓安全。',
    '其一，抓学习；二是抓服务；三是抓安全。',
    '坚持实事求是，二是二、一是一。要求：一是借书；二是还书。',
    '实话实说：二是二。要求：一是借书；二是还书。',
    '一是一体推进借阅；二是抓服务；三是三级联动。',
    '　　一是一体推进𠮷县各馆借阅。\r\n　　二是二季度起延时开放。\r\n　　三是抓安全。\r\n',
    '一是抓学习，开展“二季一评”，三是抓服务。另有安排：一是借书；二是还书。',
    // The item before in other words, wherever in its clause.
    '　　𠮷县各馆第一是抓好借阅；二是抓好馆舍安全。',
    '我们第一抓借阅，二是抓安全。',
    '先是抓好借阅；二是抓好馆舍安全。',
    '其一是抓好借阅；二是抓好馆舍安全。',
    '做到二是二、一是一。要求：一是甲；二是乙。',
    '一是甲；三是丙。',
    '第一，抓学习；第二，抓服务；三是抓作风；一是甲；二是乙。',
  ]);

  // A list goes on from its highest item, not from one that is out of order.
  for (const [text, missing] of [
    ['一是借书；二是还书；三是办证；二是宣传；五是讲座。', [undefined, '四']],
    ['一是借书；二是还书；二是办证；四是讲座。', [undefined, '三']],
    ['一是借书；三是还书；六是办证。另有安排：一是办展；二是宣传。', ['二', '四']],
  ] as const) {
    it(`names what is missing in ${text}`, () => {
      const found = findings(text, [enumerationGap]);
      assert.deepEqual(
        found.map(({ message }) => /没有“(.)是”/.exec(message.zh)?.[1]),
        missing,
      );
    });
  }
});
