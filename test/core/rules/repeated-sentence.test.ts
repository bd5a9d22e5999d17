import repeatedSentence from '../../../server/src/core/lint/rules/repeated-sentence.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';

describe('repeated-sentence', () => {
  const one = '馆内全年组织读书分享会和讲座三十场次';
  const two = '书屋每月盘点一次旧刊并且捐赠图书三百册';
  findsEach(repeatedSentence, [
    `${one}！\n⟦${one}⟧？`,
    `${one}。\n　　⟦${one}⟧ 。\n${two}。⟦${one}⟧。`,
    `${one}。${two}。\n⟦${one}。${two}⟧。`,
    `（一）抓服务。${one}。\n（二）抓学习。⟦${one}⟧。`,
    `${one}。\n\uFEFF⟦${one}⟧。`,
    `${one}。⟦${one}⟧。`,
    `${one}。\n${two}。 ⟦${one}⟧ 。`,
    `${one}，占比85%。\n⟦${one}，占比85%⟧。`,
    `${one}（含𠮷县）。\n⟦${one}（含𠮷县）⟧。`,
    `今年全馆有件大事情：${one}。\n⟦今年全馆有件大事情：${one}⟧。`,
    `${one}。${two}。\n⟦${one}⟧。另外新添一句。⟦${two}⟧。`,
    `- ${one}。\n- ${two}。\n⟦- ${one}⟧。`,
    // Three times, but not as a refrain.
    `${one}。\n⟦${one}⟧。\n⟦${one}⟧。`,
    `${one}。\n⟦${one}。${one}⟧。${two}。`,
    // A sentence of several lines.
    `${one}深受读者好评，\r\n各界参与。\r\n另外。⟦${one}深受读者好评，\r\n各界参与⟧。`,
  ]);
  leavesAlone(repeatedSentence, [
    `${one}。\n${one}`,
    `${one}\n${one}`,
    `他说“${one}。”\n他说“${one}。”`,
    `${one}；\n${one}；次要的。\n${one}；次要的。`,
    `${one.slice(0, 9)} ${one.slice(9)}。\n${one}。`,
    `${one}。\n${two}。`,
    // A refrain.
    `${two}。${one}。\r\n𠮷县开馆。${one}。\r\n　　新书上架。${one}。`,
    // What a notice asks of everybody.
    '各分馆要指定专人负责并按月报送读者人次。\n二、展览\n各分馆要指定专人负责并按月报送读者人次。',
    `${one.slice(0, 17)}。${one.slice(0, 17)}。`,
    `一、服务\n（一）${one}。\n每周开放。\n二、学习\n（一）${one}。\n每月学习。`,
    `请登录https://lib.example.cn/a1预约读书分享会和讲座。\n请登录https://lib.example.cn/a2预约读书分享会和讲座。`,
    `${two}。\n整改工作完成时限：${one}。\n整改工作完成时限：${one}。`,
    // Only the first line is the same.
    `${one}深受读者好评\n2024年继续。其他。\n${one}深受读者好评\n2025年继续。`,
    `${one}深受读者好评\r\n2024年继续。\r\n${one}深受读者好评\r\n2025年继续。`,
  ]);
});
