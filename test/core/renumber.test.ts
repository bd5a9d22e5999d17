import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/base/text.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { renumberDocument, siblingsOf } from '../../server/src/core/edits/renumber.js';
import { fixAllEdits, lint } from '../../server/src/core/lint/linter.js';
import labelNumber from '../../server/src/core/lint/rules/label-number.js';

const edits = (text: string, markdown = false) =>
  renumberDocument(parseSummary(text, markdown ? 'markdown' : 'plain'));

describe('renumbering', () => {
  it('writes only the labels that are wrong, from the first to the last', () => {
    const text = '一、回顾𠮷\n（一）甲\n（三）乙\n三、打算，见第五部分\n四、保障\n五、其他';
    const own = edits(text);
    assert.deepEqual(
      own.map(({ span, newText }) => [text.slice(span.start, span.end), newText]),
      [
        ['（三）', '（二）'],
        ['三、', '二、'],
        ['五', '四'],
        ['四、', '三、'],
        ['五、', '四、'],
      ],
    );
    assert.equal(
      applyEdits(text, own),
      '一、回顾𠮷\n（一）甲\n（二）乙\n二、打算，见第四部分\n三、保障\n四、其他',
    );
  });

  it('starts where an excerpt starts, and at 1 where any is 1', () => {
    assert.equal(applyEdits('三、甲\n五、乙', edits('三、甲\n五、乙')), '三、甲\n四、乙');
    assert.equal(applyEdits('二、甲\n一、乙', edits('二、甲\n一、乙')), '一、甲\n二、乙');
  });

  it('goes on after a table where the next number does, and begins anew elsewhere', () => {
    const table = '| 表 | 格 |\n| --- | --- |\n';
    const goesOn = `一、甲\n二、乙\n${table}三、丙\n五、丁`;
    assert.equal(applyEdits(goesOn, edits(goesOn, true)), goesOn.replace('五、', '四、'));
    const anew = `一、甲\n二、乙\n${table}一、丙\n三、丁`;
    assert.equal(applyEdits(anew, edits(anew, true)), anew.replace('三、', '二、'));
    const excerpt = `一、甲\n二、乙\n${table}五、丙\n六、丁`;
    assert.deepEqual(edits(excerpt, true), []);
  });

  it('leaves Markdown headings without a label out of the count', () => {
    const text = '## 一、甲\n## 概况\n## 三、乙\n## 四、丙';
    const summary = parseSummary(text, 'markdown');
    assert.equal(siblingsOf(summary, summary.sections[1]!).length, 1);
    assert.doesNotMatch(applyEdits(text, renumberDocument(summary)), /undefined|null/);
  });

  it('knows the siblings of a section', () => {
    const summary = parseSummary('一、甲\n（一）子\n（二）女\n二、乙', 'plain');
    const [first, second] = summary.sections;
    assert.deepEqual(siblingsOf(summary, second!), [first, second]);
    assert.deepEqual(siblingsOf(summary, first!.children[0]!), first!.children);
  });
});

describe('label-number tells', () => {
  const messages = (text: string) =>
    lint(parseSummary(text, 'plain'), { rules: [labelNumber] }).map(({ message }) => message.zh);

  for (const [what, text, expected] of [
    ['a gap', '一、甲\n三、乙\n四、丙', /序号不连续：“一、”之后直接是“三、”.*请改为“二、”/],
    ['a double', '一、甲\n一、乙\n二、丙', /序号“一、”重复：前一项也是“一、”.*请改为“二、”/],
    ['one outlier', '一、甲\n九、乙\n三、丙', /次序不对：“一、”之后应是“二、”，现在是“九、”/],
    [
      'one that falls back',
      '一、甲\n二、乙\n三、丙\n二、丁\n四、戊',
      /次序不对：“三、”之后应是“四、”，现在是“二、”/,
    ],
  ] as const) {
    it(what, () => {
      const found = messages(text);
      assert.match(found[0]!, expected);
    });
  }

  it('one thing once: an outlier makes no later sibling wrong', () => {
    assert.equal(messages('一、甲\n九、乙\n三、丙\n四、丁').length, 1);
    assert.equal(messages('一、甲\n二、乙\n四、丙').length, 1);
  });

  it('but never puts it right in bulk, and names the fix', () => {
    const summary = parseSummary('一、甲\n三、乙', 'plain');
    const found = lint(summary, { rules: [labelNumber] });
    assert.deepEqual(fixAllEdits(summary, found, [labelNumber]), []);
    const [fix] = found[0]!.fixes;
    assert.equal(fix!.title.zh, '重排同级序号');
    assert.equal(fix!.safe, false);
    assert.equal(labelNumber.mechanical, false);
    assert.equal(labelNumber.immediate, true);
    assert.match(labelNumber.title.zh, /缺号/);
  });
});
