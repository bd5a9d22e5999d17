import repeatedSentence from '../../../server/src/core/rules/repeated-sentence.js';
import { finds } from '../../helpers/rule-cases.js';

describe('repeated-sentence', () => {
  const one = '馆内全年组织读书分享会和讲座三十场次';
  const two = '书屋每月盘点一次旧刊并且捐赠图书三百册';
  for (const source of [
    `${one}！\n⟦${one}⟧？`,
    `${one}。\n　　⟦${one}⟧ 。\n${two}。⟦${one}⟧。`,
    `${one}。${two}。\n⟦${one}。${two}⟧。`,
    `（一）抓服务。${one}。\n（二）抓学习。⟦${one}⟧。`,
    `${one}。\n\uFEFF⟦${one}⟧。`,
  ]) {
    it(`finds ${source.slice(0, 50)}`, () => finds(repeatedSentence, source));
  }
  for (const text of [
    `${one}。\n${one}`,
    `${one}\n${one}`,
    `他说“${one}。”\n他说“${one}。”`,
    `${one}；\n${one}；次要的。\n${one}；次要的。`,
    `${one.slice(0, 9)} ${one.slice(9)}。\n${one}。`,
    `${one}。\n${two}。`,
    `${one.slice(0, 17)}。${one.slice(0, 17)}。`,
  ]) {
    it(`leaves alone ${text.slice(0, 50)}`, () => finds(repeatedSentence, text));
  }
});
