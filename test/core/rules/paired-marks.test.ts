import assert from 'node:assert/strict';
import pairedMarks from '../../../server/src/core/lint/rules/paired-marks.js';
import { findsEach, leavesAlone, severities } from '../../helpers/rule-cases.js';
import { findings, fixOneByOne } from '../../helpers/rule-examples.js';

describe('paired-marks', () => {
  const far = '很'.repeat(61);
  const near = '很'.repeat(59);
  findsEach(pairedMarks, [
    ['⟦（⟧\n三）抓好服务。', /换行断成了两截/],
    ['⟦（⟧\n　　12）抓好服务。', /换行断成了两截/],
    ['⟦（⟧\n抓好服务。', /后面缺与它配对的「）」/],
    ['甲⟦（⟧\n三）抓好服务。', /后面缺/],
    ['印发⟦(试行）⟧办法。', /“\(”应为“（”/],
    ['印发（试行）、⟦(草案）⟧和⟦（讨论稿)⟧。', /一半全角、一半半角/],
    ['印发⟦（⟧试行。见附件)。', /后面缺/],
    ['印发(试行。见附件⟦）⟧。', /前面缺与它配对的「（」/],
    [`印发⟦（⟧${far})。`, /后面缺/],
    [`印发(${far}⟦）⟧。`, /前面缺/],
    ['印发⟦《⟧办法)。', /后面缺/],
    ['围绕⟦”提质”⟧展开。', /前面应是「“」/],
    [`围绕⟦”⟧${far}⟦“⟧展开。`, /前面缺/],
    [`学习⟦“⟧${far}⟦》⟧。`, /后面缺/],
    ['学习⟦》⟧办法⟦“⟧。', /前面缺/],
    ['学习⟦《办法”⟧和⟦‘⟧细则。', /不是一对/],
    // With the pairs that touch it, in the same clause.
    ['开展⟦““十讲”⟧比赛。', /后面缺/],
    ['开展“五学”，活动⟦”⟧比赛。', /前面缺/],
    [`开展“五学”${far}⟦”⟧比赛。`, /前面缺/],
    ['开展⟦“五学””⟧比赛。', /前面缺/],
    ['活动⟦”⟧和“十讲”比赛。', /前面缺/],
    ['印发《办法》⟦”⟧比赛。', /前面缺/],
    [`开展⟦“${'很'.repeat(58)}””⟧比赛。`, /前面缺/],
    [`${far}开展⟦“五学”活动”⟧比赛。`, /前面缺/],
    // Two marks are one slip up to sixty units from each other, wherever they stand.
    [`围绕⟦”${near}“⟧展开。`, /方向有误/],
    [`${far}围绕⟦”提质“⟧展开。`, /方向有误/],
    [`学习⟦“${near}》⟧。`, /不是一对/],
    [`${far}学习⟦“办法》⟧。`, /不是一对/],
    ['学习⟦》⟧办法⟦”⟧。', /前面缺/],
    ['学习⟦《⟧办法⟦“⟧细则。', /后面缺/],
    ['学习⟦《⟧⟦《《办法》⟧。', /后面缺/],
    ['⟦(试行）⟧办法。', /应为“（”/],
    ['⟦《⟧\n三）抓好服务。', /后面缺/],
    ['⟦（⟧\n说明 三）抓好服务。', /后面缺/],
    ['活动⟦”⟧比赛。\n十讲⟦”⟧比赛。', /前面缺/],
    ['“五学”活动展开。\n十讲⟦”⟧比赛。', /前面缺/],
    // Quotations of several paragraphs have an end, and hold no other lone mark.
    ['他写道：\n⟦“⟧第一段说服务。\n第二段说落实。', /后面缺/],
    ['他写道：\n“第一段说服务。\n“第二段说⟦《⟧落实。”', /后面缺/],
    ['他写道：\n⟦“⟧第一段说服务。\n第二段⟦”说“⟧落实。', /后面缺/],
    ['他写道：\n⟦“⟧第一段。\n第二段⟦“⟧说落实。', /后面缺/],
    ['他写道：\n⟦“⟧第一段。\n第二段⟦《⟧落实。', /后面缺/],
    ['他写道：\n⟦“⟧第一段。\n第二段⟦”说“⟧落实。\n第三段⟦”⟧。', /后面缺/],
    ['他写道：\n⟦“⟧第一段。\n“第二段”⟦”说“⟧落实。', /后面缺/],
    ['开展⟦“⟧五学活动。\n“十讲”活动。', /后面缺/],
    ['他写道：\r\n　　“第一段。\r\n　　𠮷县⟦《⟧落实。\r\n　　第三段。”', /后面缺/],
    ['他写道：\n“第一段⟦《⟧办法。\n第二段。”', /后面缺/],
    [`他写道：\n⟦“⟧第一段说服务。\n${'中间一段。\n'.repeat(59)}最后一段⟦”⟧。`, /后面缺/],
    [`他写道：\n⟦“⟧第一段说服务。\n${'中间一段。\n'.repeat(60)}最后一段⟦”⟧。`, /后面缺/],
  ]);

  leavesAlone(pairedMarks, [
    '他写道：\n“第一段说服务。\n中间一段。\n“第三段说落实。”\n以上。',
    `他写道：\n“第一段说服务。\n${'中间一段。\n'.repeat(50)}最后一段。”`,
    '他写道：\n“第一段。\n“第二段“五学”。\n“第三段。”',
    'It’s fine，‘98年，1）提质；a）增效。',
  ]);

  it('asks which one is wrong, and turns only what faces the wrong way', () => {
    const fixes = (text: string) => findings(text, [pairedMarks])[0]!.fixes;
    assert.deepEqual(
      fixes('学习“办法》。').map(({ edits }) => edits.map(({ newText }) => newText)),
      [['《'], ['”']],
    );
    assert.deepEqual(
      fixes('围绕”提质”展开。').map(({ edits }) => edits.map(({ newText }) => newText)),
      [['“']],
    );
    assert.deepEqual(
      fixes('围绕”提质“展开。').map(({ edits }) => edits.map(({ newText }) => newText)),
      [['“', '”']],
    );
    for (const text of ['围绕”提质“展开。', '学习“办法》。'])
      assert.ok(fixes(text).every(({ safe }) => !safe));
    assert.equal(fixOneByOne('印发(试行）办法。', pairedMarks), '印发（试行）办法。');
    assert.deepEqual(severities(pairedMarks, '（\n三）抓好服务。'), ['warning']);
  });
});
