import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/base/text.js';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { moveSections, pasteSections } from '../../server/src/core/edits/move-sections/move.js';
import { outlineEntries } from '../../server/src/core/features/outline.js';
import { problemsBySection } from '../../server/src/core/features/section-problems.js';
import { ANNUAL } from '../helpers/fixtures.js';
import { marked } from '../helpers/marked.js';
import { lineOf, move } from '../helpers/move.js';

const TEXT = [
  '\uFEFF一、回顾',
  '　　（一）抓𠮷祥社区。办班XX期。',
  '　　（二）送书。走访X户。',
  '二、问题',
  '　　人手不足。',
  '三、打算',
  '　　（一）补人。',
].join('\r\n');

describe('moving sections', () => {
  it('moves the text whole and numbers anew, with BOM, CRLF, U+3000, 𠮷 and no line end at the end', () => {
    assert.equal(
      move(TEXT, '打算', 'before', '回顾'),
      [
        '\uFEFF一、打算',
        '　　（一）补人。',
        '二、回顾',
        '　　（一）抓𠮷祥社区。办班XX期。',
        '　　（二）送书。走访X户。',
        '三、问题',
        '　　人手不足。',
      ].join('\r\n'),
    );
    assert.equal(
      move(TEXT, '回顾', 'after', '打算'),
      [
        '\uFEFF一、问题',
        '　　人手不足。',
        '二、打算',
        '　　（一）补人。',
        '三、回顾',
        '　　（一）抓𠮷祥社区。办班XX期。',
        '　　（二）送书。走访X户。',
      ].join('\r\n'),
    );
  });

  it('moves several at once and leaves out those below another one', () => {
    const text = '一、甲\n（一）子\n二、乙\n三、丙\n四、丁\n';
    const expected = '一、乙\n二、丙\n三、甲\n（一）子\n四、丁\n';
    assert.equal(move(text, ['甲', '子', '丁'], 'after', '丙'), expected);
    assert.equal(move(text, ['甲', '乙'], 'down'), '一、丙\n二、甲\n（一）子\n三、乙\n四、丁\n');
    assert.equal(move(text, ['乙', '丙'], 'up'), '一、乙\n二、丙\n三、甲\n（一）子\n四、丁\n');
  });

  it('leaves sign-off, closing sentence and attachments at the end', () => {
    const end = '特此报告。\n\n附件：1.名单\n\n县图书馆\n2024年12月5日\n附件1\n1.甲\n2.乙\n';
    assert.equal(
      move(`一、甲\n正文。\n二、乙\n正文二。\n\n${end}`, '二、乙', 'up'),
      `一、乙\n正文二。\n二、甲\n正文。\n\n${end}`,
    );
  });

  it('keeps blank lines between sections, and none where none were', () => {
    const text = '一、甲\n（一）子\n（二）丑\n\n二、乙\n（一）寅\n\n三、丙\n';
    const expected = '一、乙\n（一）寅\n\n二、甲\n（一）子\n（二）丑\n\n三、丙\n';
    assert.equal(move(text, '乙', 'up'), expected);
    assert.equal(
      move(text, '丑', 'into', '乙'),
      '一、甲\n（一）子\n\n二、乙\n（一）寅\n（二）丑\n\n三、丙\n',
    );
    assert.equal(
      move(text, '丙', 'up'),
      '一、甲\n（一）子\n（二）丑\n\n二、丙\n\n三、乙\n（一）寅\n',
    );
    assert.equal(move('总结\n\n一、甲\n\n二、乙', '甲', 'down'), '总结\n\n一、乙\n\n二、甲');
  });

  it('goes on past the border of its parent', () => {
    const text = '一、甲\n（一）子\n二、乙\n（一）丑\n（二）寅\n';
    assert.equal(move(text, '丑', 'up'), '一、甲\n（一）子\n（二）丑\n二、乙\n（一）寅\n');
    assert.equal(move(text, '子', 'down'), '一、甲\n二、乙\n（一）子\n（二）丑\n（三）寅\n');
  });

  it('takes the place of what it is dropped on, or goes into a section of a higher level', () => {
    const text = '一、甲\n（一）子\n二、乙\n三、丙\n（一）丑\n（二）寅\n四、丁\n';
    const place = (words: string, target: string) => move(text, words, 'onto', target);
    assert.match(place('丁', '乙'), /二、丁\n三、乙\n四、丙/);
    assert.match(place('乙', '丁'), /二、丙\n（一）丑\n（二）寅\n三、丁\n四、乙/);
    assert.match(place('子', '寅'), /（一）丑\n（二）子\n（三）寅/);
    assert.match(place('子', '丙'), /（一）丑\n（二）寅\n（三）子/);
    assert.match(place('丁', '寅'), /（一）丑\n（二）丁\n（三）寅/);
    assert.equal(place('乙', '乙'), text);
  });

  it('gives the shortest edits: a promotion touches labels alone', () => {
    const text = '一、甲\n（一）子。正文。\n（二）丑。正文。\n';
    const result = moveSections(parseSummary(text, 'plain'), [2], { kind: 'promote' });
    assert.ok('edits' in result);
    assert.deepEqual(result.edits, [{ span: { start: 13, end: 16 }, newText: '二、' }]);
    assert.equal(result.sections, 1);
    assert.deepEqual(result.headings, [2]);
  });

  it('says where the caret goes', () => {
    const { text, cursor } = marked('一、甲\n正文\n十、𠮷乙‸丙\n末尾');
    const result = moveSections(parseSummary(text, 'plain'), [2], { kind: 'up' });
    assert.ok('edits' in result);
    const next = applyEdits(text, result.edits);
    assert.equal(next, '一、𠮷乙丙\n末尾\n二、甲\n正文');
    assert.equal(result.newOffset(cursor), next.indexOf('丙'));
    assert.equal(result.newOffset(text.indexOf('正文')), next.indexOf('正文'));
  });

  it('refuses what cannot be, and says why', () => {
    const text = '引言\n一、甲\n（一）子\n二、乙\n';
    assert.match(move(text, '甲', 'into', '子'), /自己里面/);
    assert.match(move(text, '甲', 'into', '甲'), /自己里面/);
    assert.match(move(text, '甲', 'up'), /最前面/);
    assert.match(move(text, '乙', 'down'), /最后面/);
    assert.match(move(text, '甲', 'promote'), /最高一级/);
    assert.match(move(text, '子', 'demote'), /前面没有同级/);
    assert.match(move(text, '引言', 'up'), /不属于任何一节/);
    assert.match(move('①甲\n②乙\n', '乙', 'demote'), /最低一级/);
    assert.match(move('## 一、甲\n## 二、乙\n```\n', '乙', 'up', '', 'markdown'), /代码块/);
  });
});

describe('promoting and demoting', () => {
  it('takes all below along, in the style of the document', () => {
    assert.equal(
      move('一、甲\n(一)子\n二、乙\n(一)丑\n1．寅\n', '乙', 'demote'),
      '一、甲\n(一)子\n(二)乙\n1．丑\n(1)寅\n',
    );
    // A document that skips （一） goes on doing so.
    assert.equal(move('一、甲\n1、子\n二、乙\n', '乙', 'demote'), '一、甲\n1、子\n2、乙\n');
  });

  it('leaves the text in its order: what follows comes under a promoted section', () => {
    assert.equal(
      move('一、甲\n（一）子\n（二）丑\n1.卯\n（三）寅\n二、乙\n', '丑', 'promote'),
      '一、甲\n（一）子\n二、丑\n（一）卯\n（二）寅\n三、乙\n',
    );
  });

  it('does several at once', () => {
    const text = '一、甲\n二、乙\n三、丙\n四、丁\n';
    const demoted = '一、甲\n（一）乙\n（二）丙\n二、丁\n';
    assert.equal(move(text, ['乙', '丙'], 'demote'), demoted);
    assert.equal(move(demoted, ['乙', '丙'], 'promote'), text);
  });

  it('keeps a number that begins the text apart from the label', () => {
    const text = '一、甲\n（一）子\n（二）2024年工作\n';
    assert.equal(move(text, '2024', 'demote'), '一、甲\n（一）子\n1. 2024年工作\n');
    assert.equal(move(move(text, '2024', 'demote'), '2024', 'promote'), text);
  });

  it('moves # and label together', () => {
    const text = '# 总结\n\n## 一、甲\n\n### （一）子\n\n## 二、乙\n\n### （一）丑\n\n正文\n';
    const demoted = '# 总结\n\n## 一、甲\n\n### （一）子\n\n### （二）乙\n\n#### 1.丑\n\n正文\n';
    assert.equal(move(text, '乙', 'demote', '', 'markdown'), demoted);
    assert.equal(move(demoted, '乙', 'promote', '', 'markdown'), text);
  });

  it('makes up no label for a Markdown heading that has none', () => {
    const text = '# 总结\n\n## 甲\n\n## 乙\n\n### 丙\n';
    const expected = '# 总结\n\n## 甲\n\n### 乙\n\n#### 丙\n';
    assert.equal(move(text, '乙', 'demote', '', 'markdown'), expected);
  });

  it('writes a heading as its new siblings are written, bold ones too', () => {
    const text = '## 一、甲\n\n**（一）子。**正文。\n\n　　（二）丑。正文。\n\n## 二、乙\n';
    const demoted = '## 一、甲\n\n**（一）子。**正文。\n\n　　（二）丑。正文。\n\n（三）乙\n';
    assert.equal(move(text, '乙', 'demote', '', 'markdown'), demoted);
    assert.equal(move(demoted, '乙', 'promote', '', 'markdown'), text);
    const promoted = '## 一、甲\n\n**（一）子。**正文。\n\n## 　　二、丑。正文。\n\n## 三、乙\n';
    assert.equal(move(text, '丑', 'promote', '', 'markdown'), promoted);
    assert.equal(move(promoted, '丑', 'demote', '', 'markdown'), text);
  });
});

describe('references to sections that move', () => {
  it('follow the number', () => {
    const text = '一、甲\n见第三部分。\n二、乙\n按本文三（一）办。\n三、丙\n（一）子\n';
    assert.equal(
      move(text, '丙', 'up'),
      '一、甲\n见第二部分。\n二、丙\n（一）子\n三、乙\n按本文二（一）办。\n',
    );
  });

  it('are written in full where the section came to another place', () => {
    const text = '一、甲\n（一）子\n二、乙\n按本文一（一）所述办。\n（一）丑\n三、丙\n';
    assert.match(move(text, '子', 'into', '乙'), /按本文二（二）所述办/);
    assert.match(move(text, '子', 'promote'), /按本文第二部分所述办/);
    const near = '一、甲\n（一）子\n（二）丑\n如前述（一）所列。\n二、乙\n（一）寅\n';
    assert.match(move(near, '子', 'into', '乙'), /（一）丑\n如前述二（二）所列/);
  });
});

describe('pasting sections', () => {
  const paste = (text: string, pasted: string, after: string, syntax: Syntax = 'plain') => {
    const result = pasteSections(parseSummary(text, syntax), pasted, lineOf(text, after));
    return 'refusal' in result ? result.refusal.zh : applyEdits(text, result.edits);
  };

  it('puts them after a section, on its level and with the line ends of the document', () => {
    assert.equal(
      paste('一、甲\r\n（一）子\r\n二、乙', '三、丙\n1.丑\n\n', '子'),
      '一、甲\r\n（一）子\r\n（二）丙\r\n1.丑\r\n二、乙',
    );
    assert.equal(
      paste('一、甲\n二、乙', '（一）丙\n（二）丁', '乙'),
      '一、甲\n二、乙\n三、丙\n四、丁',
    );
    assert.equal(
      paste('一、甲\n\n二、乙\n', '## 丙\n\n正文', '甲'),
      '一、甲\n\n二、丙\n\n正文\n\n三、乙\n',
    );
  });

  it('takes sections only', () => {
    assert.match(paste('一、甲\n', '随便一段话。', '甲'), /剪贴板里没有/);
    assert.match(paste('一、甲\n', '', '甲'), /剪贴板里没有/);
    assert.match(paste('引言\n', '一、乙', '引言'), /不属于任何一节/);
  });
});

describe('the outline with figures', () => {
  it('counts characters and placeholders of a section with all below it', () => {
    const { text, spans } = marked(
      '\uFEFF工作总结\r\n一、回顾\r\n　　（一）𠮷日⟦XX⟧。\r\n正文\r\n\r\n二、打算\r\n县图书馆\r\n2024年12月⟦XX⟧日\r\n',
    );
    const [first, second] = outlineEntries(parseSummary(text, 'plain'), [
      { span: spans[0]! },
      { span: spans[1]! },
    ]);
    assert.deepEqual(
      { ...first, children: first!.children.length },
      {
        marker: '一、',
        title: '回顾',
        line: 1,
        endLine: 3,
        characters: 13,
        placeholders: 1,
        children: 1,
      },
    );
    const { line, endLine, characters, placeholders } = second!;
    assert.deepEqual(
      { line, endLine, characters, placeholders },
      { line: 5, endLine: 5, characters: 4, placeholders: 0 },
    );
  });

  it('shows no marks of bold type in Markdown, and any text elsewhere as it is', () => {
    const text = '\uFEFF# 工作总结\r\n\r\n**一、𠮷日**办班\r\n\r\n二、**打算**\r\n';
    const titles = (syntax: Syntax) =>
      outlineEntries(parseSummary(text, syntax), []).map(({ title }) => title);
    assert.ok(titles('markdown').length > 0);
    assert.ok(titles('markdown').every((title) => !title.includes('*')));
    assert.ok(titles('plain').some((title) => title.includes('**打算')));
  });

  it('counts problems of a section with all below it, and none of what stands in no section', () => {
    const text =
      '\uFEFF工作总结\r\n一、回顾\r\n　　（一）𠮷日办班。\r\n正文\r\n（二）展览\r\n\r\n二、打算\r\n县图书馆\r\n2024年12月20日\r\n';
    const sections = outlineEntries(parseSummary(text, 'plain'), []);
    const counts = problemsBySection(sections, [0, 8, 3, 2, 3, 1, 4]);
    assert.deepEqual(
      [...counts].map(([{ title }, count]) => [title.slice(0, 2), count]),
      [
        ['回顾', 5],
        ['𠮷', 3],
        ['展览', 1],
        ['打算', 0],
      ],
    );
    assert.equal(problemsBySection([], [0]).size, 0);
  });
});

describe('a whole summary', () => {
  it('lets 四 above 二, （六） down a level and back', () => {
    const labels = (text: string) =>
      parseSummary(text, 'plain').sections.map(({ label, title }) => label!.marker + title);
    assert.deepEqual(labels(move(ANNUAL, '四、服务大局', 'onto', '二、突出特色')), [
      '一、夯实阵地，提升服务能力',
      '二、服务大局，完成各项任务',
      '三、突出特色，打造活动品牌',
      '四、守护根脉，做好传承保护',
      '五、正视不足，明确努力方向',
    ]);
    const demoted = move(ANNUAL, '（六）', 'demote');
    assert.ok(demoted.includes('\n　　1.用心讲好家乡故事'));
    assert.equal(move(demoted, '1.用心', 'promote'), ANNUAL);
  });
});
