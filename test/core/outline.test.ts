import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitLines } from '../../server/src/core/base/text.js';
import { type Section, type Syntax, walkSections } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { foldingRanges } from '../../server/src/core/features/folding.js';
import { selectionSpans } from '../../server/src/core/features/selection.js';
import { lint } from '../../server/src/core/lint/linter.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { ANNUAL, SUMMARIES } from '../helpers/fixtures.js';
import { marked } from '../helpers/marked.js';

/** `level marker title first-last` with 1-based lines, children indented. */
function outline(text: string, syntax: Syntax = 'plain'): string[] {
  const show = (section: Section, depth: number): string[] => [
    `${'  '.repeat(depth)}${section.label?.marker ?? '#'} ${section.title} ${section.line + 1}-${section.endLine + 1}`,
    ...section.children.flatMap((child) => show(child, depth + 1)),
  ];
  return parseSummary(text, syntax).sections.flatMap((section) => show(section, 0));
}

describe('outline of plain text', () => {
  it('reads five levels with 𠮷, CRLF, a BOM and U+3000', () => {
    const text = [
      '\uFEFF一、基本情况',
      '　　（一）抓𠮷祥社区。本年度建站。',
      '　　1.建制度。',
      '　　（1）修订办法',
      '　　①征求意见',
      '二、下一步打算　',
      '',
    ].join('\r\n');
    assert.deepEqual(outline(text), [
      '一、 基本情况 1-5',
      '  （一） 抓𠮷祥社区 2-5',
      '    1. 建制度 3-5',
      '      （1） 修订办法 4-5',
      '        ① 征求意见 5-5',
      '二、 下一步打算 6-6',
    ]);
  });

  it('takes the first sentence of a run-in heading for its title', () => {
    const [section] = parseSummary('（一）抓学习、强本领。组织X次。\n', 'plain').sections;
    assert.equal(section!.title, '抓学习、强本领');
    assert.equal(section!.runIn, true);
  });

  it('allows a level to be skipped and begins anew under each parent', () => {
    assert.deepEqual(outline('一、甲\n1.子\n二、乙\n1.子\n（1）孙'), [
      '一、 甲 1-2',
      '  1. 子 2-2',
      '二、 乙 3-5',
      '  1. 子 4-5',
      '    （1） 孙 5-5',
    ]);
  });

  for (const lookalike of [
    '1.5万元投入使用',
    '2.0版上线',
    '2021.12完工',
    '3.15活动',
    '2021年完成',
    '一、二年级学生参加',
    '一、二号楼已竣工',
    '（一）至（三）项由综合科负责',
    '（一）、（二）项照办',
    '（一般）情形',
    '（街道）联动',
    '（1）式可得',
    '十、百、千万工程',
    '一季度完成',
    '二〇二一年完成',
    '一，要看到成绩',
    '每周一、周三开放',
    '1、2月份开展',
  ]) {
    it(`leaves out ${lookalike}`, () => assert.deepEqual(outline(`${lookalike}。`), []));
  }

  it('keeps a heading that begins with a numeral', () => {
    assert.deepEqual(outline('一、一年接着一年干\n二、一件一件抓'), [
      '一、 一年接着一年干 1-1',
      '二、 一件一件抓 2-2',
    ]);
  });

  it('knows the title and that a summary may have none', () => {
    const title = (text: string, syntax: Syntax = 'plain') => {
      const summary = parseSummary(text, syntax);
      return summary.title && text.slice(summary.title.start, summary.title.end);
    };
    assert.equal(
      title('\uFEFF\r\n　　县图书馆2024年工作总结\r\n\r\n一、回顾'),
      '县图书馆2024年工作总结',
    );
    assert.equal(title('# 述职报告\n\n## 一、履职', 'markdown'), '述职报告');
    assert.equal(title('2024年，我们做了总结，成效很好。\n一、回顾'), null);
    assert.equal(title('一、工作总结'), null);
    assert.equal(title(''), null);
  });
});

describe('outline of Markdown', () => {
  const same = ['一、 回顾 -', '  （一） 学习 -', '二、 打算 -'];
  const bare = (lines: string[]) => lines.map((line) => line.replace(/\d+-\d+$/, '-'));

  it('gives one outline for hash and label, and for label alone', () => {
    const hashed = '# 总结\n\n## 一、回顾\n\n### （一）学习\n\n正文。\n\n## 二、打算\n';
    const typed = '# 总结\n\n一、回顾\n\n（一）学习\n\n正文。\n\n二、打算\n';
    assert.deepEqual(bare(outline(hashed, 'markdown')), same);
    assert.deepEqual(bare(outline(typed, 'markdown')), same);
  });

  it('reads hashes alone', () => {
    const text = '# 总结\n\n## 回顾\n\n### 学习\n\n正文。\n\n## 打算\n';
    assert.deepEqual(outline(text, 'markdown'), ['# 回顾 3-7', '  # 学习 5-7', '# 打算 9-9']);
    const levels = [...walkSections(parseSummary(text, 'markdown').sections)].map((s) => s.level);
    assert.deepEqual(levels, [1, 2, 1]);
  });

  it('lets the hash win over the label for nesting', () => {
    assert.deepEqual(outline('## 概况\n### 一、人员\n### 二、经费\n', 'markdown'), [
      '# 概况 1-3',
      '  一、 人员 2-2',
      '  二、 经费 3-3',
    ]);
  });

  it('reads bold run-in headings', () => {
    assert.deepEqual(outline('## 一、回顾\n\n**（一）抓学习。**办班X期。\n', 'markdown'), [
      '一、 回顾 1-3',
      '  （一） 抓学习 3-3',
    ]);
  });

  it('goes on with 2. as a section where 1. was one, in list syntax too', () => {
    const item = '2. 2024年工作\n\t按照方案推进。\n（1）办班';
    assert.deepEqual(outline(`一、回顾\n1.抓学习\n${item}`, 'markdown'), [
      '一、 回顾 1-5',
      '  1. 抓学习 2-2',
      '  2. 2024年工作 3-5',
      '    （1） 办班 5-5',
    ]);
    assert.deepEqual(outline(`一、回顾\n${item}`, 'markdown'), [
      '一、 回顾 1-4',
      '  （1） 办班 4-4',
    ]);
  });

  it('leaves out code, tables, quotes, comments, front matter and lists', () => {
    const text = [
      '---',
      '一、前言: 不是',
      '---',
      '## 一、回顾',
      '```',
      '二、代码',
      '```',
      '| 三、表格 | 值 |',
      '| --- | --- |',
      '> 四、引文',
      '<!-- 五、注释',
      '六、注释 -->',
      '- 甲',
      '  1. 子项',
      '1. 清单',
    ].join('\n');
    const found = outline(text, 'markdown');
    assert.equal(found.length <= 2, true, found.join('\n'));
    assert.match(found[0]!, /^一、 回顾/);
  });
});

describe('lines and selections', () => {
  it('splits at CRLF, LF and lone CR', () => {
    assert.deepEqual(
      splitLines('a\r\nb\rc\nd\u2028e').map(({ start, end }) => [start, end]),
      [
        [0, 1],
        [3, 4],
        [5, 6],
        [7, 10],
      ],
    );
  });

  it('expands from the clause to the document', () => {
    const { text, cursor } = marked('一、回顾\n（一）抓学习。办班三期，育‸𠮷才。\n二、打算\n');
    assert.deepEqual(
      selectionSpans(parseSummary(text, 'plain'), cursor).map(({ start, end }) =>
        text.slice(start, end),
      ),
      [
        '育𠮷才。',
        '办班三期，育𠮷才。',
        '（一）抓学习。办班三期，育𠮷才。',
        '一、回顾\n（一）抓学习。办班三期，育𠮷才。',
        text,
      ],
    );
  });

  it('folds a section down to its last line of text', () => {
    const summary = parseSummary('一、甲\n内容。\n\n\n二、乙\n', 'plain');
    assert.deepEqual(foldingRanges(summary, false), [{ startLine: 0, endLine: 1 }]);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      '一、',
      '（一）',
      '1.',
      '1、',
      '①',
      '二，',
      '# ',
      '## ',
      '```',
      '| a |',
      '---',
      '> ',
      '<!--',
    ],
    ...[
      '“',
      '”',
      '（',
      ')',
      '《',
      '的的',
      '在在',
      '。',
      '，',
      'XX',
      '𠮷',
      '\ud842',
      '\udfb7',
      '\u3000',
    ],
    ...['\r\n', '\n', '\r', '\u2028', '\uFEFF', '\0', ' ', '总结', '附件', '至', '项', '**', '`'],
  );
  const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('parses, checks and fixes without a throw, a range outside or a range that splits a character', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom<Syntax>('plain', 'markdown'), (text, syntax) => {
        const summary = parseSummary(text, syntax);
        const inside = ({ start, end }: { start: number; end: number }) => {
          assert.ok(0 <= start && start <= end && end <= text.length);
          for (const offset of [start, end]) {
            const splits =
              /[\ud800-\udbff]/.test(text[offset - 1] ?? '') &&
              /[\udc00-\udfff]/.test(text[offset] ?? '');
            assert.ok(!splits, `offset ${offset} splits a character`);
          }
        };
        let last = -1;
        for (const section of walkSections(summary.sections)) {
          assert.ok(section.line > last, 'document order');
          last = section.line;
          inside(section.span);
          inside(section.titleSpan);
          inside(section.labelSpan);
          for (const child of section.children) assert.ok(child.endLine <= section.endLine);
        }
        for (const paragraph of summary.paragraphs) inside(paragraph);
        const found = lint(summary, {
          rules: RULES,
          onRuleError: (rule, error) => assert.fail(`${rule}: ${error}`),
        });
        for (const { span, fixes } of found) {
          inside(span);
          for (const { edits } of fixes) for (const edit of edits) inside(edit.span);
        }
        for (let offset = 0; offset <= text.length; offset += 7) {
          for (const span of selectionSpans(summary, offset))
            assert.ok(span.start <= offset && offset <= span.end);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a whole summary', () => {
  const { sections } = parseSummary(ANNUAL, 'plain');

  it('has five sections with four and six children, titled up to the first 。', () => {
    assert.deepEqual(
      sections.map(({ line, endLine, children }) => [line + 1, endLine + 1, children.length]),
      [
        [4, 8, 4],
        [9, 10, 0],
        [11, 12, 0],
        [13, 19, 6],
        [20, 25, 0],
      ],
    );
    for (const { line, label, title } of walkSections(sections)) {
      const expected = ANNUAL.split('\r\n')[line]!.trim().split('。')[0]!;
      assert.equal(label!.marker + title, expected);
    }
  });
});

describe('whole summaries', () => {
  it('have the errors and warnings that were put into them, and no false alarm', () => {
    const found = SUMMARIES.flatMap(({ text, syntax }) =>
      lint(parseSummary(text, syntax), { rules: RULES })
        .filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(({ rule, severity, span }) => {
          const line = text.slice(0, span.start).split('\n').length;
          return `${line} ${severity} ${rule} ${text.slice(span.start, span.end)}`;
        }),
    );
    assert.deepEqual(found, [
      '7 error paired-marks “意见墙“',
      '12 warning repeated-character 的的',
      '22 warning wrong-word 布署',
    ]);
  });
});
