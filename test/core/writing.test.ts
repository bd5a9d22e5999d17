import assert from 'node:assert/strict';
import fc from 'fast-check';
import { measureSections } from '../../server/src/core/analysis/length.js';
import { formatCircled } from '../../server/src/core/base/numerals.js';
import { applyEdits, type TextEdit } from '../../server/src/core/base/text.js';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import type { Change } from '../../server/src/core/edits/edit-with-caret.js';
import {
  enterAt,
  enterIndented,
  mayContinue,
  mayKeepIndent,
} from '../../server/src/core/edits/enter.js';
import { newChild, newSibling } from '../../server/src/core/edits/insert-section.js';
import {
  toMarkdownHeadings,
  toPlainLabels,
} from '../../server/src/core/edits/markdown-headings.js';
import { skeletonEdits } from '../../server/src/core/edits/missing-sections.js';
import { linesToCollapse, outlineText } from '../../server/src/core/edits/outline-text.js';
import { renumberDocument } from '../../server/src/core/edits/renumber.js';
import { unifyLabels } from '../../server/src/core/edits/unify-labels.js';
import {
  nextEnumeratorCompletions,
  nextLabelCompletions,
  typesNumeral,
} from '../../server/src/core/features/next-label-completion.js';
import { SUMMARIES } from '../helpers/fixtures.js';
import { assertHeadingsKept, shape, words } from '../helpers/headings.js';
import { marked } from '../helpers/marked.js';

type Action = (summary: ReturnType<typeof parseSummary>, offset: number) => Change | null;

/** Does an action at `‸` and compares text and caret; null means that it declines. */
function check(action: Action, before: string, after: string | null, syntax: Syntax = 'plain') {
  const { text, cursor } = marked(before);
  const change = action(parseSummary(text, syntax), cursor);
  if (change === null || after === null) {
    assert.equal(change === null ? null : applyEdits(text, change.edits), after);
    return;
  }
  const result = applyEdits(text, change.edits);
  assert.equal(`${result.slice(0, change.caret)}‸${result.slice(change.caret)}`, after);
}

describe('a new section', () => {
  it('comes after its sibling in the same form; numbers and references follow', () => {
    check(
      newSibling,
      '\uFEFF一、回顾\r\n　　（一）𠮷日‸开馆。正文。\r\n　　（二）送书。正文。\r\n二、打算\r\n　　做法见第一部分第（二）项。\r\n',
      '\uFEFF一、回顾\r\n　　（一）𠮷日开馆。正文。\r\n　　（二）‸\r\n　　（三）送书。正文。\r\n二、打算\r\n　　做法见第一部分第（三）项。\r\n',
    );
  });

  it('comes after the whole section, children and all', () => {
    check(
      newSibling,
      '一、回‸顾\n（一）开馆。\n（二）送书。\n二、打算\n',
      '一、回顾\n（一）开馆。\n（二）送书。\n二、‸\n三、打算\n',
    );
  });

  it('keeps half-width brackets, bold and the blank after the label', () => {
    check(newSibling, '(一)甲。正文。‸', '(一)甲。正文。\n(二)‸');
    check(newSibling, '1. 甲‸', '1. 甲\n2. ‸');
    check(
      newSibling,
      '## 一、回顾\n\n**（一）开馆。**正‸文。\n',
      '## 一、回顾\n\n**（一）开馆。**正文。\n\n**（二）‸**\n',
      'markdown',
    );
  });

  it('is a Markdown heading among Markdown headings, with their blank lines', () => {
    check(
      newSibling,
      '# 总结\n\n## 一、回顾\n\n正‸文。\n\n## 二、打算\n',
      '# 总结\n\n## 一、回顾\n\n正文。\n\n## 二、‸\n\n## 三、打算\n',
      'markdown',
    );
    check(
      newSibling,
      '# 总结\n\n## 概‸况\n\n## 打算\n',
      '# 总结\n\n## 概况\n\n## ‸\n\n## 打算\n',
      'markdown',
    );
  });

  it('comes before the signature, not after it', () => {
    check(
      newSibling,
      '一、回顾\n正文。\n二、打‸算\n　　继续努力，做好服务，走访各村，办好讲座。\n\n区图书馆\n2024年12月5日\n',
      '一、回顾\n正文。\n二、打算\n　　继续努力，做好服务，走访各村，办好讲座。\n三、‸\n\n区图书馆\n2024年12月5日\n',
    );
  });

  it('is the first one in front of all others, or in a document without any', () => {
    check(newSibling, '年度总结\n‸\n一、回顾\n二、打算', '年度总结\n\n一、‸\n\n二、回顾\n三、打算');
    check(newSibling, '年度总结‸', '年度总结\n一、‸');
    check(newSibling, '‸', '一、‸');
    check(newSibling, '\uFEFF‸', '\uFEFF一、‸');
  });

  it('as a child takes the form of other children, else the next level', () => {
    check(
      newChild,
      '一、回顾\n（一）甲。\n二、打‸算\n',
      '一、回顾\n（一）甲。\n二、打算\n（一）‸\n',
    );
    check(newChild, '一、回顾\n1.甲。\n二、打‸算', '一、回顾\n1.甲。\n二、打算\n1.‸');
    check(
      newChild,
      '一、回‸顾\n（一）甲。\n（二）乙。',
      '一、回顾\n（一）甲。\n（二）乙。\n（三）‸',
    );
    check(newChild, '(一)回‸顾', '(一)回顾\n1.‸');
    check(newChild, '(一)甲。\n1.回‸顾', '(一)甲。\n1.回顾\n(1)‸');
    check(newChild, '## 一、回‸顾\n', '## 一、回顾\n\n### （一）‸\n', 'markdown');
    check(newChild, '①回‸顾', null);
    check(newChild, '没有‸标题。', null);
  });

  it('is refused where the numbers of its level are used up', () => {
    const list = Array.from({ length: 50 }, (_, index) => `${formatCircled(index + 1)}甲`);
    check(newSibling, `‸${list.join('\n')}`, null);
  });
});

describe('Enter', () => {
  it('goes on after a numbered item, with the next number and the same indent', () => {
    check(
      enterAt,
      '\uFEFF一、回顾\r\n　　（一）𠮷日。办班。‸\r\n　　（二）送书。走访。\r\n',
      '\uFEFF一、回顾\r\n　　（一）𠮷日。办班。\r\n　　（二）‸\r\n　　（三）送书。走访。\r\n',
    );
    check(enterAt, '1.建立台账；‸', '1.建立台账；\n2.‸');
    check(enterAt, '一、回顾\n1.建账\n2.开馆‸', '一、回顾\n1.建账\n2.开馆\n3.‸');
  });

  it('takes an empty item away, and those after it close up', () => {
    check(
      enterAt,
      '一、回顾\n　　（一）办班。正文。\n　　（二）‸\n　　（三）送书。走访，见本文一（三）。\n',
      '一、回顾\n　　（一）办班。正文。\n　　‸\n　　（二）送书。走访，见本文一（二）。\n',
    );
    check(enterAt, '一、回顾\n二、‸', '一、回顾\n‸');
    check(enterAt, '**（一）甲。**乙。\n\n**（二）‸**\n', '**（一）甲。**乙。\n\n‸\n', 'markdown');
  });

  it('twice on the same item is the text that was there, with an empty line', () => {
    const { text, cursor } = marked('　　（一）办班。正文。‸\n　　（二）送书。走访。\n');
    const first = enterAt(parseSummary(text, 'plain'), cursor)!;
    const once = applyEdits(text, first.edits);
    const second = enterAt(parseSummary(once, 'plain'), first.caret)!;
    assert.equal(
      applyEdits(once, second.edits),
      '　　（一）办班。正文。\n　　\n　　（二）送书。走访。\n',
    );
  });

  for (const plain of [
    '一、主要工作‸',
    '一、主要工作\n二、存在问题‸',
    '一、主要‸工作',
    '　　正文没有序号。‸',
    '（一）办班。正文。‸\n　　第二段正文。\n',
    '（一）加强学习\n　　正文。\n（二）改进作风‸',
    '（一）加强学习。\n　　正文。\n（二）改进作风。‸',
    '## 一、回顾‸',
    '1.5万元投入使用。‸',
    '‸一、回顾',
  ]) {
    it(`is a line break in ${JSON.stringify(plain)}`, () => check(enterAt, plain, null));
  }

  it('keeps the two wide blanks of a paragraph, at its end, inside it and before it', () => {
    check(
      enterIndented,
      '\uFEFF总结\r\n　　𠮷日办班。‸\r\n　　送书。',
      '\uFEFF总结\r\n　　𠮷日办班。\r\n　　‸\r\n　　送书。',
    );
    check(enterIndented, '　　办班。‸送书。\n', '　　办班。\n　　‸送书。\n');
    check(enterIndented, '一、回顾\n　　‸办班。\n', '一、回顾\n\n　　‸办班。\n');
    check(enterIndented, '一、回顾\n　‸　办班。\n', '一、回顾\n\n　　‸办班。\n');
    check(enterIndented, '一、回顾\n　　（一）办班‸\n', '一、回顾\n　　（一）办班\n　　‸\n');
    check(enterIndented, '# 总结\n\n　　办班。‸\n', '# 总结\n\n　　办班。\n　　‸\n', 'markdown');
  });

  it('clears a line that holds nothing but its wide blanks', () => {
    check(enterIndented, '　　办班。\r\n　　‸\r\n', '　　办班。\r\n‸\r\n');
    check(enterIndented, '\uFEFF　　‸', '\uFEFF‸');
  });

  for (const plain of [
    '办班。‸',
    '‸　　办班。',
    '　　　　　　县图书馆‸',
    '    办班。‸',
    '一、回顾‸\n　　办班。',
    '　　县图书馆2024年工作总结‸\n　　一、回顾\n　　办班。\n',
  ]) {
    it(`indents nothing in ${JSON.stringify(plain)}`, () => check(enterIndented, plain, null));
  }

  it('is asked about an indent only where there is one', () => {
    assert.equal(mayKeepIndent('　　办班。', 5), true);
    assert.equal(mayKeepIndent('　　', 2), true);
    assert.equal(mayKeepIndent('　　办班。', 0), false);
    assert.equal(mayKeepIndent('办班。', 3), false);
    assert.equal(mayKeepIndent('　　　　县图书馆', 8), false);
  });

  it('is asked about only at the end of a labelled line', () => {
    assert.equal(mayContinue('　　（一）办班。', 8), true);
    assert.equal(mayContinue('　　（一）办班。', 5), false);
    assert.equal(mayContinue('**2.**', 4), true);
    assert.equal(mayContinue('2024年。', 6), false);
    assert.equal(mayContinue('正文。', 3), false);
  });
});

/** Labels proposed at `‸`, and the text after the first of them. */
function proposals(source: string, syntax: Syntax = 'plain') {
  const { text, cursor } = marked(source);
  const summary = parseSummary(text, syntax);
  const items = [
    ...nextLabelCompletions(summary, cursor),
    ...nextEnumeratorCompletions(summary, cursor),
  ].sort((a, b) => (a.sortKey ?? '').localeCompare(b.sortKey ?? ''));
  const [item] = items;
  return {
    labels: items.map(({ label }) => label),
    result:
      item === undefined
        ? text
        : applyEdits(text, [{ span: item.span, newText: item.newText }, ...(item.edits ?? [])]),
  };
}

describe('completion of the next label', () => {
  const OUTLINE = '\uFEFF一、回顾\r\n　　（一）𠮷日。办班。\r\n　　1.建账。\r\n';

  for (const [typed, ...labels] of [
    ['‸', '2.', '（二）', '二、', '（1）'],
    ['2‸', '2.', '（二）', '二、'],
    ['二‸', '（二）', '二、', '2.'],
    ['（‸', '（二）', '（1）'],
    ['(‸', '（二）', '（1）'],
    ['(二‸)', '（二）'],
    ['（1‸', '（1）'],
    ['2.‸', '2.'],
    ['二、‸'],
    ['1‸', '（1）'],
    ['　　2‸', '2.', '（二）', '二、'],
    ['五‸'],
    ['2‸024年'],
    ['二‸季度'],
    ['正文2‸'],
  ] as const) {
    it(`after ${typed} is ${labels.join(' ') || 'nothing'}`, () =>
      assert.deepEqual(proposals(OUTLINE + typed).labels, labels));
  }

  it('writes the label as its siblings are written, and numbers the later ones after it', () => {
    assert.equal(
      proposals('　　（一）办班。甲。\r\n(‸)\r\n　　（二）送书。乙。\r\n').result,
      '　　（一）办班。甲。\r\n　　（二）\r\n　　（三）送书。乙。\r\n',
    );
    assert.equal(proposals('(一)办班。\n（‸').result, '(一)办班。\n(二)');
    assert.equal(proposals('## 一、回顾\n\n2‸', 'markdown').result, '## 一、回顾\n\n## 二、');
    assert.equal(proposals('## 一、回顾\n\n## ‸', 'markdown').result, '## 一、回顾\n\n## 二、');
    assert.equal(
      proposals('## 一、回顾\n\n**（一）甲。**乙。\n\n（‸', 'markdown').result,
      '## 一、回顾\n\n**（一）甲。**乙。\n\n**（二）$0**',
    );
  });

  it('leaves a gap that waits to be filled, and a list of Markdown', () => {
    assert.equal(proposals('一、甲\n二‸\n三、丙').result, '一、甲\n二、\n三、丙');
    assert.deepEqual(proposals('## 一、回顾\n\n- 甲\n\n1. 乙\n2‸', 'markdown').labels, ['2.']);
  });

  it('opens a document with 一、', () => {
    assert.deepEqual(proposals('年度总结\n一‸').labels, ['一、']);
    assert.deepEqual(proposals('‸').labels, ['一、']);
  });

  it('is asked for when a Han numeral was typed at the start of a line', () => {
    assert.equal(typesNumeral('　　二', 3, '二'), true);
    assert.equal(typesNumeral('（十二', 3, '十二'), true);
    assert.equal(typesNumeral('年度二', 3, '二'), false);
    assert.equal(typesNumeral('二、做好', 4, '做好'), false);
    assert.equal(typesNumeral('2', 1, '2'), false);
  });

  for (const [source, ...labels] of [
    ['主要做法：一是𠮷日开馆；‸', '二是'],
    ['主要做法：一是开馆；二是送书；‸', '三是'],
    ['主要做法：一是开馆；二‸', '二是'],
    ['主要做法：一是开馆。二是送书。‸', '三是'],
    ['一是开馆。‸'],
    ['开馆；‸'],
    ['统一是好事；‸'],
    ['一是开馆；‸二是送书。'],
    ['一是开馆；三‸'],
  ] as const) {
    it(`after ${source} is ${labels.join(' ') || 'nothing'}`, () =>
      assert.deepEqual(proposals(source).labels, labels));
  }
});

const edited =
  (edit: (summary: ReturnType<typeof parseSummary>) => TextEdit[]) =>
  (text: string, syntax: Syntax = 'plain') =>
    applyEdits(text, edit(parseSummary(text, syntax)));

describe('whole-document commands', () => {
  const unified = edited(unifyLabels);
  const asMarkdown = edited(toMarkdownHeadings);
  const asPlain = edited(toPlainLabels);

  it('unify the form of labels and keep their numbers', () => {
    assert.equal(
      unified('\uFEFF一.回顾\r\n　(一)、𠮷日\r\n　3、甲\r\n　4、乙\r\n　(1)丙\r\n　①、丁\r\n'),
      '\uFEFF一、回顾\r\n　（一）𠮷日\r\n　3.甲\r\n　4.乙\r\n　（1）丙\r\n　①丁\r\n',
    );
    assert.equal(unified('1．甲\n2．乙\n3.丙'), '1．甲\n2．乙\n3．丙');
    assert.equal(unified('## 一、甲\n1. 乙\n', 'markdown'), '## 一、甲\n1. 乙\n');
  });

  it('turn labels into Markdown headings and back', () => {
    const plain = [
      '\uFEFF年度总结',
      '　　正文。',
      '一、回顾',
      '（一）𠮷日。办班三期。',
      '（二）送书。走访。',
      '二、打算',
      '继续。',
      '',
    ];
    const markdown = [
      '\uFEFF# 年度总结',
      '　　正文。',
      '## 一、回顾',
      '**（一）𠮷日。**办班三期。',
      '**（二）送书。**走访。',
      '## 二、打算',
      '继续。\r\n',
    ].join('\r\n\r\n');
    assert.equal(asMarkdown(plain.join('\r\n')), markdown);
    assert.equal(asPlain(markdown, 'markdown'), `${plain.slice(0, -1).join('\r\n\r\n')}\r\n`);
    assert.equal(asMarkdown(markdown, 'markdown'), markdown);
    assert.equal(asMarkdown('没有标题。\n第二段。'), '没有标题。\n第二段。');
  });

  it('put the body of a run-in heading below it where its siblings stand alone', () => {
    assert.equal(
      asMarkdown('一、回顾\n办班。\n二、打算。继续办班。\n', 'markdown'),
      '## 一、回顾\n办班。\n## 二、打算。\n\n继续办班。\n',
    );
  });

  it('number headings that have no labels, and only whole lists of them', () => {
    assert.equal(
      asPlain('# 总结\n\n## 概况 ##\n\n### 学习\n\n### 作风\n\n## 打算\n', 'markdown'),
      '总结\n\n一、概况\n\n（一）学习\n\n（二）作风\n\n二、打算\n',
    );
    assert.equal(asPlain('## 一、甲\n\n## 附录\n', 'markdown'), '一、甲\n\n附录\n');
  });

  it('copy the outline as text', () => {
    assert.equal(
      outlineText(
        parseSummary('\uFEFF年度总结\r\n一、回顾\r\n（一）𠮷日。办班。\r\n二、打算\r\n', 'plain'),
      ),
      '年度总结\n一、回顾\n　　（一）𠮷日\n二、打算\n',
    );
  });

  it('fold what is no heading of its own line', () => {
    const text = '一、回顾\n（一）甲。正文。\n二、打算\n（一）学习\n正文。\n三、结语\n正文。\n';
    assert.deepEqual(linesToCollapse(parseSummary(text, 'plain')), [0, 3, 5]);
  });
});

/** Outlines as writers type them: labels right for their place, run-in and stand-alone headings. */
const generated = fc
  .record({
    eol: fc.constantFrom('\n', '\r\n'),
    bom: fc.constantFrom('', '\uFEFF'),
    indent: fc.constantFrom('', '　　'),
    title: fc.constantFrom('', '县图书馆2024年工作总结'),
    final: fc.boolean(),
    sections: fc.array(
      fc.record({
        runIn: fc.boolean(),
        body: fc.integer({ min: 0, max: 2 }),
        children: fc.array(
          fc.record({ runIn: fc.boolean(), body: fc.integer({ min: 0, max: 2 }) }),
          { maxLength: 4 },
        ),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ eol, bom, indent, title, final, sections }) => {
    const rows: string[] = title === '' ? [] : [title];
    const han = '一二三四五六七八九十';
    const heading = (label: string, runIn: boolean, body: number) => {
      rows.push(`${indent}${label}办好𠮷日讲座${runIn ? '。走访XX个村，见第一部分。' : ''}`);
      for (let i = 0; i < body; i++) rows.push(`${indent}完成了各项任务，群众满意。`);
    };
    for (const [i, section] of sections.entries()) {
      heading(`${han[i]}、`, section.runIn, section.body);
      for (const [j, child] of section.children.entries()) {
        heading(`（${han[j]}）`, child.runIn, child.body);
      }
    }
    return bom + rows.join(eol) + (final ? eol : '');
  });

/** Titles by depth: what an outline is, whatever its form. */
/** Labels and references carry numbers, which may change; the rest may not. */
const prose = (text: string) =>
  words(text).replace(
    /[一二三四五六七八九十]+、|（(?:[一二三四五六七八九十]+|\d+)）|\d+\.|[①-⑳]|第[一二三四五六七八九十]+部分/g,
    '',
  );

describe('any outline', () => {
  it('keeps its words and its shape through Markdown and back', () => {
    fc.assert(
      fc.property(generated, (text) => {
        const markdown = applyEdits(text, toMarkdownHeadings(parseSummary(text, 'plain')));
        assert.equal(words(markdown), words(text));
        assert.deepEqual(shape(markdown, 'markdown'), shape(text, 'plain'));
        const back = applyEdits(markdown, toPlainLabels(parseSummary(markdown, 'markdown')));
        assert.equal(words(back), words(text));
        assert.deepEqual(shape(back, 'plain'), shape(text, 'plain'));
      }),
    );
  });

  it('keeps its words and gets a valid numbering by any sequence of new sections', () => {
    const step = fc.record({ at: fc.nat(), child: fc.boolean() });
    fc.assert(
      fc.property(generated, fc.array(step, { maxLength: 6 }), (start, steps) => {
        let text = start;
        for (const { at, child } of steps) {
          const change = (child ? newChild : newSibling)(
            parseSummary(text, 'plain'),
            at % (text.length + 1),
          );
          if (change === null) continue;
          const next = applyEdits(text, change.edits);
          // The writer fills it in: a label alone reads otherwise in places.
          text = `${next.slice(0, change.caret)}新事${next.slice(change.caret)}`;
          assert.ok(text.startsWith('\uFEFF') === start.startsWith('\uFEFF'));
        }
        assert.equal(prose(text).replaceAll('新事', ''), prose(start));
        assert.deepEqual(renumberDocument(parseSummary(text, 'plain')), []);
        if (start.includes('\r\n')) assert.doesNotMatch(text, /[^\r]\n/);
      }),
    );
  });

  it('loses nothing when Enter is pressed twice anywhere', () => {
    fc.assert(
      fc.property(generated, fc.nat(), (text, at) => {
        const first = enterAt(parseSummary(text, 'plain'), at % (text.length + 1));
        if (first === null) return;
        const once = applyEdits(text, first.edits);
        const second = enterAt(parseSummary(once, 'plain'), first.caret);
        assert.ok(second !== null);
        assert.equal(words(applyEdits(once, second.edits)), words(text));
      }),
    );
  });

  const piece = fc.constantFrom(
    ...[
      '一、',
      '二、',
      '（一）',
      '（',
      '1.',
      '2',
      '20、',
      '⑳',
      '二，',
      '# ',
      '## ',
      '**',
      '```',
      '| a |',
    ],
    ...['一是', '；', '。', '总结', '附件', '2024年1月5日', '见第一部分', '𠮷', '\ud842', '\u3000'],
    ...['\r\n', '\n', '\r', '\uFEFF', ' ', '\t', '甲乙'],
  );
  const anything = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('or none at all gets edits that lie inside it and apart, and loses no word', () => {
    fc.assert(
      fc.property(
        anything,
        fc.constantFrom<Syntax>('plain', 'markdown'),
        fc.nat(),
        (text, syntax, at) => {
          const summary = parseSummary(text, syntax);
          const offset = at % (text.length + 1);
          const apart = (edits: readonly TextEdit[]) => {
            let last = 0;
            for (const { span } of edits) {
              assert.ok(last <= span.start && span.start <= span.end && span.end <= text.length);
              last = span.end;
            }
            return applyEdits(text, edits);
          };
          for (const action of [newSibling, newChild, enterAt, enterIndented]) {
            const change = action(summary, offset);
            if (change === null) continue;
            const result = apart(change.edits);
            assert.ok(change.caret >= 0 && change.caret <= result.length);
          }
          for (const edits of [toMarkdownHeadings(summary), toPlainLabels(summary)]) {
            const numerals = /[一二三四五六七八九十\d①-⑳、（）.．]/g;
            assert.equal(
              words(apart(edits)).replace(numerals, ''),
              words(text).replace(numerals, ''),
            );
          }
          apart(unifyLabels(summary));
          apart(skeletonEdits(summary, ['存在的问题'], summary.sections[0] ?? null));
          for (const { span, edits = [] } of [
            ...nextLabelCompletions(summary, offset),
            ...nextEnumeratorCompletions(summary, offset),
          ]) {
            assert.ok(span.start <= offset && offset <= span.end);
            assert.doesNotMatch(text.slice(span.start, span.end), /[\r\n]/);
            for (const other of edits) {
              assert.ok(other.span.end <= span.start || other.span.start >= span.end);
            }
          }
          const { characters, sections } = measureSections(summary);
          for (const own of sections)
            assert.ok(own.characters >= 0 && own.characters <= characters);
        },
      ),
      { numRuns: 500 },
    );
  });

  for (const { name, text, syntax } of SUMMARIES) {
    it(`of ${name} too`, () => assertHeadingsKept(name, text, syntax));
  }
});

describe('sections to be written', () => {
  const added = (text: string, before: number | null, syntax: Syntax = 'plain') => {
    const summary = parseSummary(text, syntax);
    const target = before === null ? null : summary.sections[before]!;
    return applyEdits(text, skeletonEdits(summary, ['存在的问题'], target));
  };
  const BODY = '　　围绕中心，服务大局，较好地完成了全年的各项工作。';

  it('stand before the signature, numbered and indented as the rest', () => {
    assert.equal(
      added(`\uFEFF一、回顾\r\n${BODY}\r\n\r\n𠮷县图书馆\r\n2024年12月5日\r\n`, null),
      `\uFEFF一、回顾\r\n${BODY}\r\n二、存在的问题\r\n　　【待补充】\r\n\r\n𠮷县图书馆\r\n2024年12月5日\r\n`,
    );
  });

  it('move what follows on, references and all', () => {
    assert.equal(
      added(`一、回顾\n${BODY}\n二、打算\n　　见第二部分。\n`, 1),
      `一、回顾\n${BODY}\n二、存在的问题\n　　【待补充】\n三、打算\n　　见第三部分。\n`,
    );
  });

  it('have the form of Markdown headings and of run-in headings', () => {
    assert.equal(
      added('# 总结\n\n## 回顾\n\n正文。\n', null, 'markdown'),
      '# 总结\n\n## 回顾\n\n正文。\n\n## 存在的问题\n\n【待补充】\n',
    );
    assert.equal(
      added('一、回顾。正文甲。\n二、打算。正文乙。\n', null),
      '一、回顾。正文甲。\n二、打算。正文乙。\n三、存在的问题。【待补充】\n',
    );
  });

  it('are none where there is no section at all', () => {
    assert.equal(added('没有标题。', null), '没有标题。');
  });
});
