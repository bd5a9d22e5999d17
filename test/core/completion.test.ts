import assert from 'node:assert/strict';
import { placeholderAt, suggestValues } from '../../server/src/core/analysis/placeholders/fill.js';
import { findPlaceholders } from '../../server/src/core/analysis/placeholders/placeholders.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { plainText } from '../../server/src/core/features/completion-item.js';

const TODAY = { year: 2024, month: 3, day: 9 };

/** What is proposed for the only placeholder of a text. */
function proposed(text: string, used: string[] = []): string[] {
  const { lines, exempt } = parseSummary(text, 'plain');
  const [found] = findPlaceholders(text, lines, { markdown: false, exempt });
  return suggestValues(text, found!, used, TODAY).map(({ value }) => value);
}

describe('a snippet where snippets are unknown', () => {
  for (const [snippet, plain] of [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the snippet syntax of the LSP
    ['${1:办结}XX件$0', '办结XX件'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the snippet syntax of the LSP
    ['共$1件，${2|月,季|}报', '共件，月报'],
    ['价格\\$5，\\}', '价格$5，}'],
  ] as const) {
    it(`becomes ${plain}`, () => assert.equal(plainText(snippet), plain));
  }
});

describe('values for a placeholder', () => {
  for (const [text, value] of [
    ['\uFEFF　于X月XX日开馆。\r\n', '3月9日'],
    ['𠮷于20XX年X月X日开馆', '2024年3月9日'],
    ['20XX年工作总结', '2024'],
    ['截至X月底', '3'],
    ['截至XX日', '9'],
    ['日期：____', '2024年3月9日'],
    ['于20XX-XX-XX开馆', '2024-3-9'],
    ['于【开馆日期】开馆', '2024年3月9日'],
  ] as const) {
    it(`has today for ${text.trim()}`, () => assert.deepEqual(proposed(text), [value]));
  }

  it('has what its group was filled with before', () => {
    assert.deepEqual(proposed('XX市委', ['临江', '新河']), ['临江', '新河']);
    assert.deepEqual(proposed('XX次'), []);
  });

  it('is offered from the start of the placeholder to its end', () => {
    const text = '共XX次';
    const { lines, exempt } = parseSummary(text, 'plain');
    const found = findPlaceholders(text, lines, { markdown: false, exempt });
    const at = [0, 1, 2, 3, 4].map((offset) => placeholderAt(found, offset)?.text);
    assert.deepEqual(at, [undefined, 'XX', 'XX', 'XX', undefined]);
  });
});
