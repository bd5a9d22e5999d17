import straightQuotes from '../../../server/src/core/lint/rules/straight-quotes.js';
import { mends } from '../../helpers/rule-cases.js';

describe('straight-quotes', () => {
  mends(straightQuotes, [
    ['\uFEFF　𠮷馆推行⟦"A+B"⟧模式。\r\n', '\uFEFF　𠮷馆推行“A+B”模式。\r\n'],
    [
      "开通⟦\"5G\"⟧专线，办好⟦'三点半'⟧课堂，代码为⟦'123'⟧。",
      '开通“5G”专线，办好“三点半”课堂，代码为“123”。',
    ],
    ["馆训是“以⟦'读者'⟧为先”。", '馆训是“以‘读者’为先”。'],
    ['推行⟦"2023"⟧方案。', '推行“2023”方案。'],
    '屏幕24"，书架5\'2"高。',
    "We love the library's garden and the city's books.",
    "'23级学员和'24级学员",
    'a="甲"，b="乙"',
    '他只说"一半',
    'print("完毕")',
  ]);
});
