/** How Markdown is read: what is left out, what is a heading, what is printed. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/core/base/text.js';
import type { Summary } from '../../server/src/core/document/document.js';
import { walkSections } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import {
  toMarkdownHeadings,
  toPlainLabels,
} from '../../server/src/core/edits/markdown-headings.js';
import { moveSections } from '../../server/src/core/edits/move-sections/move.js';
import { textOf } from '../../server/src/core/print/blocks.js';
import { readBlocks } from '../../server/src/core/print/read-blocks.js';
import { assertSpans, marked } from '../helpers/marked.js';

const read = (text: string) => parseSummary(text, 'markdown');

/** The marks stand around what no rule reads; of a block, in each line. */
function check(source: string): void {
  for (const variant of [source, `\uFEFF${source}`, source.replace(/\n/g, '\r\n')]) {
    const own = marked(variant);
    // A byte order mark is part of a line that is left out, and of no span in a line.
    const from = own.text.startsWith('\uFEFF') ? 1 : 0;
    const found = read(own.text).exempt.map(({ start, end }) => ({
      start: Math.max(start, from),
      end,
    }));
    assertSpans(found, own);
  }
}

/** Headings with their levels, as far as sections know them; the title first. */
function headings(text: string): string[] {
  const { title, sections } = read(text);
  const named = walkSections(sections).map(
    ({ hashes, label, title: words }) => `${hashes} ${label?.marker ?? ''}${words}`,
  );
  return title === null ? named : [text.slice(title.start, title.end), ...named];
}

/** What is printed, a block a line: its kind and its words with what they look like. */
function printed(text: string): string[] {
  return readBlocks(read(text)).blocks.map(({ block }) => {
    if (block.type === 'table')
      return `table ${block.rows.map((row) => row.map(textOf).join('|')).join('/')}`;
    const runs = block.runs.map((run) => {
      const looks = [
        ...(run.bold ? ['bold'] : []),
        ...(run.italic ? ['italic'] : []),
        ...(run.strike ? ['strike'] : []),
        ...(run.code && block.kind !== 'code' ? ['code'] : []),
        ...(run.link === undefined ? [] : [run.link]),
        ...(run.image === undefined ? [] : [`!${run.image}`]),
      ];
      return looks.length === 0 ? run.text : `<${looks.join(' ')}:${run.text}>`;
    });
    const level = block.level > 0 ? block.level : '';
    return `${block.kind}${level} ${runs.join('')}`;
  });
}

describe('Markdown that no rule reads', () => {
  it('is code in fences, wherever these stand', () => {
    check('正文。\n⟦```js⟧\n⟦𠮷 = 1⟧\n⟦```⟧\n正文。');
    check('- 甲\n⟦  ~~~⟧\n⟦  𠮷⟧\n⟦  ~~~⟧\n- 乙');
    check('⟦> ```⟧\n⟦> 𠮷⟧\n⟦> ```⟧\n正文。');
    check('⟦```⟧\n⟦没有结束⟧');
    // Marks on both ends of one line are a span.
    check('⟦```𠮷```⟧是命令。\n正文。');
  });

  it('is code that is indented, where no Han character is in it', () => {
    check('如下：\n\n⟦    const a = 1;⟧\n⟦    run(a);⟧\n\n　　正文𠮷。');
    check('- 甲\n\n⟦        run(a);⟧\n\n- 乙');
  });

  it('is no paragraph that is indented by blanks, and no date at the right', () => {
    check('    今年𠮷馆办展十二场。\n    用⟦`run`⟧命令。\n\n\t明年继续。');
    check('区图书馆\n\n                    2024.12.5\n');
    check('- 甲\n\n        这是𠮷馆的说明。');
  });

  it('is code in a line, and over two of them', () => {
    check('用⟦`𠮷a`⟧。');
    check('用⟦``a`b``⟧好，用⟦`run⟧\n⟦𠮷`⟧好。');
    // A stray mark takes in no sentence.
    check('用`号分隔，很好。\n见⟦`a`⟧和⟦`b`⟧。');
  });

  it('is links, pictures and their definitions', () => {
    check('见⟦[甲](b.md "乙 丙")⟧和⟦![图](图/一.png)⟧。');
    check('见⟦[甲][ref]⟧、⟦[Ref][]⟧、⟦[ref]⟧。\n\n⟦[ref]: http://example.org/𠮷 "题"⟧');
    check('见⟦[甲⟧\n⟦乙](a)⟧');
    check('见⟦<https://example.org/a>⟧和⟦https://example.org/甲⟧。');
  });

  it('is no word in brackets, no note and no footnote', () => {
    check('送[待补充]和[某单位](以下称 甲方)𠮷。');
    check('送[甲][乙]。\n\n[注]: 数据截至六月\n\n[^1]: 见年报');
  });

  it('is HTML: tags in a line or over two, comments, what is no text in a page', () => {
    check('⟦<center>⟧标题𠮷⟦</center>⟧换行⟦<br/>⟧好。');
    check('⟦<div⟧\n⟦class="a">⟧\n正文⟦</div>⟧');
    check('正文⟦<!-- 甲⟧\n⟦乙 -->⟧好。');
    check('正文。\n⟦<!-- 甲⟧\n\n⟦　　𠮷⟧\n⟦乙 -->⟧\n好。');
    check('⟦　　<!-- 甲 -->⟧\n好。');
    check('⟦<style>⟧\n⟦.a { b: c }⟧\n⟦</style>⟧\n好。');
    check('共<10件，<XX局>和3<5。');
  });

  it('is tables, with bars around them and without; not the text right below', () => {
    check('⟦| 甲 | 乙 |⟧\n⟦|---|---|⟧\n⟦| 𠮷 | 2 |⟧\n正文。');
    check('⟦名称 | 数⟧\n⟦--- | ---:⟧\n⟦𠮷书 | 12⟧\n\n正文。');
    check('⟦| 没有表头 | 12 |⟧\n正文。');
  });

  it('is quotations; not the text right below', () => {
    check('⟦> 引𠮷文⟧\n⟦> 引文⟧\n正文。');
    check('⟦　　> 引文⟧\n　　正文。');
    check('- 甲\n⟦  > 引文⟧\n- 乙');
  });

  it('is front matter, and no rule between paragraphs', () => {
    check('⟦---⟧\n⟦title: 𠮷⟧\n⟦---⟧\n正文。');
    check('---\n正文。\n\n- 甲');
  });

  it('is looked for in a line of any length', () => {
    const spans = (text: string) => read(text).exempt.length;
    assert.equal(spans('用`a`，'.repeat(50_000)), 50_000);
    assert.equal(spans(`    ${'用`a`，'.repeat(50_000)}`), 50_000);
  });

  it('is no list', () => {
    check('- 甲\n  - 乙𠮷\n    1. 丙\n\n       丙的说明。\n* 丁\n　　戊');
  });
});

describe('headings of Markdown', () => {
  it('are underlined ones too', () => {
    const text = '\uFEFF𠮷馆工作总结\r\n===\r\n\r\n工作回顾\r\n---\r\n\r\n好。\r\n\r\n### 学习\r\n';
    assert.deepEqual(headings(text), ['𠮷馆工作总结', '2 工作回顾', '3 学习']);
    assert.deepEqual(headings('一、回顾\n---\n\n二、打算\n-----\n'), ['2 一、回顾', '2 二、打算']);
    const { paragraphs } = read(text);
    assert.deepEqual(
      paragraphs.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`),
      ['title 𠮷馆工作总结', 'heading 工作回顾', 'body 好。', 'heading ### 学习'],
    );
  });

  it('are no sentences, dates, entries or wrapped lines above a rule', () => {
    for (const above of ['全年办展。', '甲，', '第一行\n第二行', '2024年12月5日', '- 甲\n  乙']) {
      assert.deepEqual(headings(`${above}\n---\n正文`), [], above);
    }
    assert.deepEqual(headings('2024年工作总结\n---\n\n## 回顾'), ['2024年工作总结', '2 回顾']);
    assert.deepEqual(headings('𠮷馆这一年\n===\n\n## 回顾'), ['𠮷馆这一年', '2 回顾']);
  });

  it('need no blank after #, and stand in no code, list or comment', () => {
    assert.deepEqual(headings('##一、回顾\n###（一）学习\n#标签\n####\u3000𠮷事'), [
      '2 一、回顾',
      '3 （一）学习',
      '4 𠮷事',
    ]);
    assert.deepEqual(headings('```\n# 甲\n```\n- # 乙\n<!--\n# 丙\n-->\n    # 丁'), []);
  });

  it('move and change their level whole', () => {
    const text = '# 总结\n\n回顾\n---\n\n好。\n\n打算\n---\n\n继续。\n';
    const move = (line: number, kind: 'up' | 'demote') => {
      const moved = moveSections(read(text), [line], { kind });
      return 'text' in moved ? moved.text : moved.refusal.zh;
    };
    assert.equal(move(7, 'up'), '# 总结\n\n打算\n---\n\n继续。\n\n回顾\n---\n\n好。\n');
    assert.equal(move(7, 'demote'), '# 总结\n\n回顾\n---\n\n好。\n\n### 打算\n\n\n继续。\n');
  });

  it('become labels, and the line below goes', () => {
    const text = '总结\n===\n\n回顾\n---\n\n好。\n\n打算\n---\n';
    const plain = applyEdits(text, toPlainLabels(read(text)));
    assert.equal(plain, '总结\n\n一、回顾\n\n好。\n\n二、打算\n');
    assert.deepEqual(toMarkdownHeadings(read(text)), []);
  });
});

describe('Markdown on paper', () => {
  it('has no mark in it that is one', () => {
    assert.deepEqual(printed('**重点：**正文*甲*~~乙~~`a*b`\\*丙，2 * 3，____人'), [
      'body <bold:重点：>正文<italic:甲><strike:乙><code:a*b>*丙，2 * 3，____人',
    ]);
    assert.deepEqual(printed('见[甲**乙**][r]、[丙]、![图](a.png)<!-- 注 -->\n\n[r]: b.md'), [
      'body 见<b.md:甲><bold b.md:乙>、[丙]、<!a.png:图>',
    ]);
    assert.deepEqual(printed('见<https://example.org/a>。'), [
      'body 见<https://example.org/a:https://example.org/a>。',
    ]);
  });

  it('has headings, lists in lists, quotations, code and tables', () => {
    const text = [
      '回顾\n---\n',
      '- 甲\n  - 乙\n    - 丙\n',
      '> 引**文**\n> 二\n',
      '- 丁\n\n  ```js\n  a\n    b\n  ```\n',
      '如下：\n\n    run(a);\n      go();\n',
      '    缩进的段落。\n',
      '名称 | 数\n--- | ---:\n`a\\|b` | **12**\n',
      '<!-- 不印 -->\n',
    ].join('\n');
    const expected = [
      'heading1 回顾',
      ...['bullet1 甲', 'bullet2 乙', 'bullet3 丙', 'quote 引<bold:文>\n二', 'bullet1 丁'],
      ...[
        'code a\n  b',
        'body 如下：',
        'code run(a);\n  go();',
        'body 缩进的段落。',
        'table 名称|数/a|b|12',
      ],
    ];
    assert.deepEqual(printed(text), expected);
    assert.deepEqual(printed(text.replace(/\n/g, '\r\n')), expected);
  });

  it('keeps # before what is no heading', () => {
    assert.deepEqual(printed('#区图书馆#动态'), ['body #区图书馆#动态']);
  });
});

describe('a Markdown text after edits', () => {
  const PIECES = [
    ...['\n', '\n\n', '\r\n', '\r', '# ', '##一、', '---\n', '===\n', '```\n', '~~~\n', '`', '``'],
    ...[
      '> ',
      '- ',
      '1. ',
      '    ',
      '\t',
      '　　',
      '| a | b |\n',
      '|---|---|\n',
      '甲|乙\n',
      '--- | ---\n',
    ],
    ...[
      '<!--',
      '-->',
      '<pre>',
      '</pre>',
      '<b>',
      '[甲]',
      '[甲][b]',
      '(u)',
      '[b]: c\n',
      '[甲]: 乙/\n',
    ],
    ...['*', '**', '~~', '_', '\\', '正文', '𠮷。', 'x', '2024.1.2', '<http://a.b>', '\uFEFF'],
    ...[`${'字'.repeat(60)}\n`, `${'长'.repeat(400)}\n`, '---\nt: 1\n---\n', '...\n', '一、回顾\n'],
  ];
  const pieces = (most: number) =>
    fc.array(fc.constantFrom(...PIECES), { maxLength: most }).map((list) => list.join(''));

  const all = ({ markdown, exempt, paragraphs, sections, title }: Summary) => ({
    ...{ exempt, paragraphs, sections, title, lines: markdown!.lines },
    tree: `${markdown!.tree}`,
  });

  it('is read as it is from the start', function () {
    this.timeout(60_000);
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(40), pieces(3)), { maxLength: 6 });
    fc.assert(
      fc.property(pieces(40), edits, (text, changes) => {
        let summary = read(text);
        for (const [at, length, newText] of changes) {
          const start = at % (summary.length + 1);
          summary = summary.edit({ start, end: start + length }, newText);
          assert.deepEqual(all(summary), all(read(summary.text)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is read as it is from the start, where a line far below decides', () => {
    for (const [text, at, length, newText] of [
      ['甲\n乙|丙\n---|---\n', 7, 3, '丁'],
      ['    abc\n    def\n', 12, 3, '甲'],
      [`${'字'.repeat(990)}\n甲\n乙\n---\n`, 5, 0, '添了许多字'.repeat(4)],
      ['---\na: b\n', 9, 0, '---\n'],
    ] as const) {
      const summary = read(text).edit({ start: at, end: at + length }, newText);
      assert.deepEqual(all(summary), all(read(summary.text)));
    }
  });
});
