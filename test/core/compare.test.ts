import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareSummaries, share } from '../../server/src/core/compare/compare.js';
import { differences } from '../../server/src/core/compare/diff.js';
import { byLikeness } from '../../server/src/core/compare/likeness.js';
import { parseSummary } from '../../server/src/core/document/parse.js';

const BEFORE = [
  '\uFEFF区图书馆2023年工作总结',
  '　　2023年，区图书馆围绕读者服务，完成了各项任务。',
  '一、主要工作',
  '　　（一）办好讲座。全年举办讲座12场次，听众3000余人次，群众反映良好𠮷。',
  '　　（二）送书下乡。走访8个村，送书2000册，建成农家书屋3家。',
  '　　（三）修缮馆舍。更换门窗，粉刷墙面，消防设施全部更新。',
  '二、存在的问题',
  '　　专业人员不足，编目岗位长期缺编，数字资源利用率不高。',
].join('\r\n');

const NOW = [
  '区图书馆2024年工作总结',
  '2024年，区图书馆围绕读者服务，完成了各项任务。',
  '一、主要工作',
  '（一）送书下乡。走访12个村，送书3500册，建成农家书屋5家。',
  '（二）办好讲座。全年举办讲座12场次，听众3000余人次，群众反映良好𠮷。',
  '（三）开通网上借阅。注册读者过万，借阅量稳步上升。',
  '二、存在的问题',
  '专业人员不足，编目岗位长期缺编，数字资源利用率不高。',
].join('\n');

describe('comparison with last year’s', () => {
  const result = compareSummaries(parseSummary(NOW, 'plain'), parseSummary(BEFORE, 'plain'));
  const text = (span: { start: number; end: number }) => NOW.slice(span.start, span.end);

  it('tells what was carried over, reworded and new, wherever it stands', () => {
    const origins = result.sections
      .flatMap(({ paragraphs }) => paragraphs)
      .map(({ span, origin }) => [origin, text(span).slice(0, 7)]);
    assert.deepEqual(origins, [
      ['reworded', '区图书馆202'],
      ['reworded', '2024年，区'],
      ['same', '一、主要工作'],
      ['reworded', '（一）送书下乡'],
      ['same', '（二）办好讲座'],
      ['new', '（三）开通网上'],
      ['same', '二、存在的问题'],
      ['same', '专业人员不足，'],
    ]);
  });

  it('marks the words that changed', () => {
    const changes = result.sections[1]!.paragraphs[1]!.changes.filter(
      ({ kind }) => kind !== 'same',
    );
    assert.deepEqual(
      changes.map(({ kind, text: words }) => `${kind} ${words}`),
      ['removed 8', 'added 12', 'removed 2000', 'added 3500', 'removed 3', 'added 5'],
    );
  });

  it('has a figure for each section and for the whole', () => {
    const figures = result.sections.map(({ section, own }) => [
      section?.title ?? null,
      own.same,
      own.reworded,
      own.new,
      share(own),
    ]);
    assert.deepEqual(figures, [
      [null, 0, 1, 0, 84],
      ['主要工作', 1, 1, 1, 63],
      ['存在的问题', 1, 0, 0, 100],
    ]);
    assert.deepEqual([result.whole.same, result.whole.reworded, result.whole.new], [2, 2, 1]);
  });

  it('lists what was dropped', () => {
    assert.deepEqual(
      result.dropped.map(({ start, end }) => BEFORE.slice(start, end).slice(0, 7)),
      ['（三）修缮馆舍'],
    );
  });

  it('finds all of a text in itself, and nothing in an empty one', () => {
    const summary = parseSummary(BEFORE, 'plain');
    const itself = compareSummaries(summary, summary);
    assert.equal(share(itself.whole), 100);
    assert.equal(itself.dropped.length, 0);
    const nothing = compareSummaries(summary, parseSummary('', 'plain'));
    assert.equal(share(nothing.whole), 0);
    assert.equal(nothing.whole.new, 5);
    assert.equal(share(compareSummaries(parseSummary('', 'plain'), summary).whole), 0);
  });

  it('reads Markdown without its marks', () => {
    const markdown = NOW.replace('一、', '## 一、').replace(
      '（二）办好讲座。',
      '**（二）办好讲座。**',
    );
    const { whole } = compareSummaries(
      parseSummary(markdown.replace(/\n/g, '\n\n'), 'markdown'),
      parseSummary(BEFORE, 'plain'),
    );
    assert.equal(whole.same, 2);
  });
});

describe('differences of two texts', () => {
  it('are both texts, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom(...'走访村。12𠮷'), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const found = differences(a, b);
        const without = (kind: string) =>
          found
            .flatMap((difference) => (difference.kind === kind ? [] : [difference.text]))
            .join('');
        assert.equal(without('added'), a);
        assert.equal(without('removed'), b);
        for (const [index, { kind }] of found.entries())
          assert.notEqual(kind, found[index - 1]?.kind);
      }),
    );
  });

  it('of texts that have nothing in common are the two texts', () => {
    const [removed, added] = differences('甲'.repeat(3000), '乙'.repeat(3000));
    assert.deepEqual([removed!.kind, added!.kind], ['removed', 'added']);
  });
});

describe('the file of last year', () => {
  const names = [
    '2024年采购合同.docx',
    '2024年𠮷县图书馆工作总结.docx',
    '2024年档案馆工作总结.txt',
    '2023年𠮷县图书馆工作总结.txt',
    '2025年𠮷县图书馆工作总结.docx',
    '通讯录.txt',
  ];

  it('comes first, then its likes, and a copy of the document itself not at all', () => {
    const found = byLikeness(names, '2025年𠮷县图书馆工作总结.txt', '');
    assert.deepEqual(found.slice(0, 2), [
      '2024年𠮷县图书馆工作总结.docx',
      '2024年档案馆工作总结.txt',
    ]);
    assert.equal(found.at(-1), '通讯录.txt');
    assert.equal(found.length, names.length - 1);
  });

  it('is told by the year of the title where the name has none', () => {
    const found = byLikeness(names, '𠮷县图书馆工作总结.txt', '\r\n𠮷县图书馆2024年工作总结\r\n');
    assert.equal(found[0], '2023年𠮷县图书馆工作总结.txt');
  });
});
