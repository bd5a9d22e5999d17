import mixedEnumeration from '../../../server/src/core/lint/rules/mixed-enumeration.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';

describe('mixed-enumeration', () => {
  findsEach(mixedEnumeration, [
    ['首先，抓好借阅服务；⟦其二，⟧抓好馆舍安全。', /前面用“首先”，这里用“其二”.*改为“其次”/],
    ['其一，抓好借阅服务；⟦二是⟧抓好馆舍安全。', /前面用“其一”，这里用“二是”.*改为“其二”/],
    ['第一，抓好借阅服务；⟦二是⟧抓好馆舍安全。', /前面用“第一”.*改为“第二”/],
    ['一是抓好借阅服务；⟦其二，⟧抓好馆舍安全。', /改为“二是”/],
    ['首先，抓好借阅服务；⟦二是⟧抓好馆舍安全。\n一是借书；二是还书。', /改为“其次”/],
    // Each paragraph by itself.
    [
      '　　首先，办好𠮷县书市。⟦第二，⟧办好讲座。\r\n　　一是借书；⟦其二，⟧还书。\r\n　　一是借书；二是还书。\r\n',
      /改为“其次”/,
    ],
  ]);
  leavesAlone(mixedEnumeration, [
    '一是抓好借阅服务，群众满意度全市第二，再创新高；其次，抓好馆舍安全。',
    // What opens no list, or what goes on with none.
    '二是抓好借阅服务；其二，抓好馆舍安全。',
    '第二，抓好借阅服务；二是抓好馆舍安全。',
    '首先，抓好借阅服务，满意度全市第二，再创新高。其一，延长开放时间。',
    // One of each in two paragraphs.
    '一是对照第二批清单抓好借阅服务。\n其二，抓好馆舍安全。',
    // More than one list.
    '第一，抓好借阅服务；第二，抓好馆舍安全；二是反复强调的事。',
    // The list of the second begins inside of a clause.
    '首先，在服务上做到一是延长开放时间，二是增加借阅点。',
    '第一，做到首先学习，其次落实；第二，抓好馆舍安全。',
    '今年第一个任务是办证。首先，抓好宣传。第二，抓好发放。',
  ]);
});
