/** What no bulk edit touches, whatever rule it is of. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Summary } from '../../server/src/core/document/document.js';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { changedForm, FreeText } from '../../server/src/core/lint/free-text.js';
import { marked } from '../helpers/marked.js';
import { lettersOf, planted } from '../helpers/texts.js';

const freeText = (text: string, how: Syntax = 'plain') =>
  new FreeText(Summary.of(parseSummary(text, how)));

/** True when one mark may become another one, and may go. */
function mayChange(free: FreeText, at: number): boolean {
  const span = { start: at, end: at + 1 };
  const may = free.allows([{ span, newText: '；' }]);
  assert.equal(free.allows([{ span, newText: '' }]), may);
  return may;
}

/** The marks between ⟦⟧ are not free, all others are. */
function check(example: string, how: Syntax = 'plain'): void {
  const { text, spans } = marked(example);
  const free = freeText(text, how);
  for (const { index } of text.matchAll(/[,，;；:：。、·.|\t"]/g)) {
    const inside = spans.some(({ start, end }) => start <= index && index < end);
    assert.equal(mayChange(free, index), !inside, `${text[index]} at ${index} of ${text}`);
  }
}

describe('a change of form', () => {
  const spans = (before: string, after: string) =>
    changedForm(before, after)?.map(({ start, end }) => [start, end]) ?? null;

  it('is told by the marks and blanks that are others', () => {
    assert.deepEqual(spans('1、', '1.'), [[1, 2]]);
    assert.deepEqual(spans('(𠮷)', '（𠮷）'), [
      [0, 1],
      [3, 4],
    ]);
    assert.deepEqual(spans('甲。。', '甲。'), [[2, 3]]);
    assert.deepEqual(spans('甲 乙', '甲乙'), [[1, 2]]);
    assert.deepEqual(spans('', '，'), [[0, 0]]);
    assert.deepEqual(spans('甲', '甲'), []);
  });

  it('is none when a letter, a figure or a line end is another, gone, or elsewhere', () => {
    for (const [before, after] of [
      ['的的', '的'],
      ['布署', '部署'],
      ['1.', '一、'],
      ['１２', '12'],
      ['甲，乙', '乙，甲'],
      ['5%', '5'],
      ['\n', ' '],
      ['\r\n', '\n'],
      ['**甲**', '甲'],
      ['𠮷', '\ud842'],
      ['', '甲'],
    ] as const) {
      assert.equal(spans(before, after), null, `${before} to ${after}`);
    }
  });
});

describe('free text', () => {
  for (const [what, ...examples] of [
    [
      'no quotation',
      '他说“⟦甲，乙⟧”，𠮷日；“⟦甲‘乙，丙’，丁⟧”，好。',
      '「⟦甲，乙⟧」，『⟦丙，丁⟧』，好',
    ],
    ['no title', '学习《⟦甲，乙〈丙，丁〉⟧》，〈⟦戊，己⟧〉，好'],
    ['nothing between straight marks', '要"⟦甲，乙⟧"，好', '要⟦"甲，乙"，好"丙，丁⟧'],
    [
      'no quotation of several paragraphs',
      '好，他说：“⟦甲，乙\r\n“丙，丁\r\n“戊，己⟧”，好',
      '好，他说：“⟦甲，乙\n\n丙，“丁”，己\n⟧”，好',
      '好，“⟦甲，乙⟧\n丙，丁“⟦戊，己⟧”，好',
      '⟦甲，乙⟧”，丙“⟦丁，戊⟧”，好',
      '⟦好，甲，乙”，丙“丁，戊⟧\n好，己',
      '好，‘⟦甲，乙\n丙，丁⟧’，己',
    ],
    [
      'no address',
      '见 ⟦http://example.org/搜索?词=图书,报刊;类=甲:乙⟧ ，好，𠮷日',
      '见⟦https://example.org/甲,乙⟧，好,好',
      '见⟦www.example.org/甲;乙⟧，好;⟦example.org/a,乙⟧。好',
      '邮箱⟦li.ming@example.org⟧，好',
    ],
    [
      'no path and no name of a file',
      '存在⟦C:\\资料\\甲,乙.txt⟧，好',
      '存在⟦\\\\server\\甲,乙:丙⟧，好',
      '存在⟦/home/李明/甲,乙⟧，好，⟦./甲,乙⟧，好',
      '存在⟦C:/Program Files/甲,乙⟧，好',
      '见⟦总结,终稿.docx⟧，好',
    ],
    ['no code', '用`⟦甲,乙⟧`，好', '好，甲\n⟦```\n甲,乙\n```⟧\n好，甲'],
    ['no formula', '设$⟦甲,乙⟧$，好', '设\\(⟦甲,乙⟧\\)，好', '好，甲\n⟦$$\n甲,乙\n$$⟧\n好，甲'],
    ['no front matter', '⟦---\ntags: 甲,乙\n---⟧\n好，甲'],
    [
      'no row of a table',
      '好，甲。\n⟦姓名,部门,成绩\n张明,一部,90⟧\n\n好，乙。',
      '⟦姓名\t部门\n张明\t⟧\n好，乙。',
      '⟦姓名;部门\n张明;一部⟧',
      '⟦书名|数量\n诗集,选本|3⟧',
    ],
    [
      'no figure, no name of a foreign word',
      '共⟦1,234⟧册，⟦12:30⟧到，⟦1.5⟧万，⟦3、5⟧天，⟦Node.js⟧，改⟦v1.2⟧，好',
    ],
    ['no dot of a name', '请艾山⟦·⟧买买提，卡尔⟦.⟧马克思，⟦J.K.⟧罗琳，好.甲'],
    ['no placeholder', '开会⟦X月X日⟧，送【⟦甲，乙⟧】，好'],
  ] as const) {
    it(`is ${what}`, () => {
      for (const example of examples) check(example);
    });
  }

  it('is no link, definition, code, comment or tag of Markdown', () => {
    for (const example of [
      '见⟦[甲,乙](http://example.org/丙,丁(戊) "己,庚")⟧，好，𠮷日',
      '好，甲\n\n⟦[甲]: http://example.org/乙 "丙,丁"⟧\n\n好，甲',
      '好，甲\n\n⟦    甲,乙⟧\n\n好，甲',
      '- 好，甲\n\n    好，甲',
      '⟦好，甲<!-- 乙,丙\n丁,戊 -->⟧\n好，甲',
      '好，甲\n⟦<pre>乙,丙\n丁,戊\n</pre>⟧\n好，甲',
      '⟦书名 | 数量\n--- | ---\n诗集,选本 | 3⟧\n\n好，甲',
    ]) {
      check(example, 'markdown');
    }
  });

  it('is sentences with marks in them, and labels', () => {
    for (const example of [
      '一、学习,提高\n二、服务,落实',
      '1、VPN服务,好\n2、APP服务,好',
      '今年,我们完成了各项任务.\n明年,我们继续努力.',
      '全年接待读者共5万人,办讲座3场.读者满意',
      '一、\t学习，提高\n二、\t服务，落实',
    ]) {
      check(example);
    }
  });

  it('is no byte order mark, and no joiner of an emoji', () => {
    const text = '\uFEFF甲\u200b乙\u200d丙👨\u200d👩，❤\u200d\n';
    const free = freeText(text);
    const goes = [...text.matchAll(/[\uFEFF\u200b\u200d]/g)].map(({ index }) =>
      free.allows([{ span: { start: index, end: index + 1 }, newText: '' }]),
    );
    assert.deepEqual(goes, [false, true, true, false, false]);
  });

  it('has both ends of a pair in it, or neither is changed', () => {
    const free = freeText('印发《办法（试行》)，印发（试行)，“提质”');
    const change = (at: number, newText: string) =>
      free.allows([{ span: { start: at, end: at + 1 }, newText }]);
    assert.equal(change(9, '）'), false);
    assert.equal(change(16, '）'), true);
    assert.equal(change(18, '‘'), true);
    assert.equal(free.allows([{ span: { start: 13, end: 17 }, newText: '(试行)' }]), true);
  });

  it('lets nothing inside what is planted be changed, whatever rule wants it, and no letter anywhere', () => {
    fc.assert(
      fc.property(
        planted,
        fc.constantFrom<Syntax>('plain', 'markdown'),
        fc.constantFrom('', '；', '，。', '）', ' '),
        fc.nat({ max: 3 }),
        ({ text, keeps }, how, newText, length) => {
          const free = freeText(text, how);
          const isInside = new Uint8Array(text.length + 1);
          let from = 0;
          for (const kept of keeps) {
            const at = text.indexOf(kept, from);
            from = at + kept.length;
            // The ends of a pair are marks of the sentence around it.
            const paired = /^(?:[“「『《〈"`$])/.test(kept) ? 1 : 0;
            isInside.fill(1, at + paired, from - paired);
          }
          for (let start = 0; start + length <= text.length; start++) {
            const span = { start, end: start + length };
            if (!free.allows([{ span, newText }])) continue;
            const before = text.slice(start, start + length);
            if (before === newText) continue;
            assert.equal(lettersOf(newText), lettersOf(before));
            for (let at = start; at < start + length; at++) {
              const told = `${JSON.stringify(before)} at ${start} of ${text}`;
              assert.ok(isInside[at] === 0 || newText[at - start] === text[at], told);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
