import twoColons from '../../../server/src/core/lint/rules/two-colons.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';

describe('two-colons', () => {
  findsEach(
    twoColons,
    [
      // Run-in headings are sentences too.
      '（一）抓服务。会议提出：要做到以下两点⟦：⟧学习和服务。',
      '本月开馆。　会议提出：要做到以下两点⟦：⟧学习，服务。\r\n',
      '读者普遍认为：有两点⟦：⟧开放时间短和𠮷日活动少。',
      // As short as such a sentence may be.
      '会议认为：缺两样⟦：⟧人手和书架。',
    ],
    /一句话里有两个冒号/,
  );
  leavesAlone(twoColons, [
    '一、会议提出：要做到以下两点：学习和服务',
    '馆长在会上说：“今年要抓的重点是：开馆和服务。”',
    '联系人：办公室值班员，电话：见文末通讯录',
    '报名地点：县里：文化馆二楼报告厅南侧。',
    '会议认为：缺两样：人和书。',
    '会议认为：缺两样：人手：书架：经费和场地。',
  ]);
});
