import assert from 'node:assert/strict';
import { placeholdersOf } from '../../server/src/core/analysis/placeholders/placeholders.js';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { colours } from '../../server/src/core/features/colours.js';

const TEXT = [
  '\uFEFF# 𠮷日图书馆2024年工作总结',
  '',
  '　　全年办班XX期。',
  '',
  '一、走访XX个村',
  '',
  '## 二、【工作回顾】',
  '',
  '（一）办讲座。全年接待XX人次。',
  '',
].join('\r\n');

const coloured = (syntax: Syntax) => {
  const summary = parseSummary(TEXT, syntax);
  return colours(summary, placeholdersOf(summary)).map(
    ({ span, kind }) => `${kind} ${TEXT.slice(span.start, span.end)}`,
  );
};

describe('what is coloured by its meaning', () => {
  it('is in Markdown what the outline lists and what is to be filled in, in order', () => {
    assert.deepEqual(coloured('markdown'), [
      'placeholder XX',
      'heading 一、走访',
      'placeholder XX',
      'heading 个村',
      'heading （一）办讲座',
      'placeholder XX',
    ]);
  });

  it('is in plain text the outer headings of a numbering that the grammar does not know', () => {
    const text = '1 办班XX期\n1.1 少儿𠮷\n1.1.1 暑期\n2 打算\n（1）添书\n';
    const summary = parseSummary(text, 'plain');
    assert.deepEqual(
      colours(summary, placeholdersOf(summary)).map(
        ({ span, kind }) => `${kind} ${text.slice(span.start, span.end)}`,
      ),
      ['heading 1 办班', 'placeholder XX', 'heading 期', 'heading 1.1 少儿𠮷', 'heading 2 打算'],
    );
  });

  it('is in plain text, whose grammar knows headings, only what is to be filled in', () => {
    assert.ok(coloured('plain').every((one) => one.startsWith('placeholder')));
    assert.equal(coloured('plain').length, 3);
  });
});
