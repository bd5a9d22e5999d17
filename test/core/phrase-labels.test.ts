import assert from 'node:assert/strict';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { schemeOf, schemeOfLabels } from '../../server/src/core/document/schemes.js';
import { labelsOfDocument, labelsOfScheme, relabel } from '../../server/src/core/phrases/labels.js';
import { skeleton } from '../../server/src/core/phrases/skeleton.js';
import { textOf } from '../../server/src/core/phrases/tab-stops.js';

describe('labels of phrases', () => {
  const text = '二、存在的问题\n　　（一）人手不足。\n　　（二）经费不足𠮷。\n三、打算';
  for (const [labels, expected] of [
    [['一、', '（一）'], text],
    [['1', '1.1'], '2 存在的问题\n　　2.1 人手不足。\n　　2.2 经费不足𠮷。\n3 打算'],
    [
      ['第一章', '第一节'],
      '第二章　存在的问题\n　　第一节　人手不足。\n　　第二节　经费不足𠮷。\n第三章　打算',
    ],
    [['1、'], '2、存在的问题\n　　（一）人手不足。\n　　（二）经费不足𠮷。\n3、打算'],
  ] as const) {
    it(`become ${labels.join(' ')}`, () =>
      assert.equal(relabel(text, labelsOfScheme(schemeOfLabels(labels))!), expected));
  }

  it('are those of the document they come into', () => {
    const summary = parseSummary('1. 回顾\n1.1. 借阅\n1.2. 讲座\n2. 打算\n', 'plain');
    const labels = labelsOfDocument(summary);
    assert.equal(relabel('（三）展览', labels, 1), '1.3. 展览');
  });

  it('are those of the unit in a new document', () => {
    const labels = labelsOfScheme(schemeOfLabels(['第一章', '第一节', '一、']));
    const parts = skeleton({
      kind: 'annual',
      detail: 'standard',
      syntax: 'plain',
      style: 'mixed',
      labels,
    });
    const summary = parseSummary(textOf(parts), 'plain');
    assert.equal(schemeOf(summary).id, 'chapters');
    assert.ok(summary.sections.length >= 3);
    assert.ok(summary.sections.some(({ children }) => children.length > 1));
  });
});
