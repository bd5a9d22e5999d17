import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { textOf } from '../../server/src/core/print/blocks.js';
import { pageCss, pageHtml, printableHtml } from '../../server/src/core/print/html.js';
import { type Page, PageLayout } from '../../server/src/core/print/pages.js';
import { readBlocks } from '../../server/src/core/print/read-blocks.js';
import { DEFAULT_FORMAT, readFormat } from '../../server/src/core/settings/print-format.js';

const blocksOf = (text: string, syntax: Syntax = 'plain') =>
  readBlocks(parseSummary(text, syntax)).blocks.map(({ block }) => block);
const layOut = (text: string, syntax: Syntax = 'plain') =>
  new PageLayout(DEFAULT_FORMAT).layOut(blocksOf(text, syntax));
const linesOf = (page: Page) =>
  page.flatMap((item) => (item.type === 'line' ? [textOf(item.runs)] : []));

const paragraph = (characters: number) => `${'字'.repeat(characters - 1)}。`;

describe('pages', () => {
  it('have 28 characters in a line and two fewer in the first', () => {
    assert.deepEqual(layOut(`\uFEFF　　${paragraph(60)}`).map(linesOf), [
      ['字'.repeat(26), '字'.repeat(28), '字字字字字。'],
    ]);
  });

  it('have 22 lines', () => {
    const pages = layOut(Array.from({ length: 40 }, () => paragraph(26)).join('\r\n'));
    assert.deepEqual(
      pages.map((page) => page.length),
      [22, 18],
    );
  });

  it('begin no line with a mark that belongs to the line before, and end none with an opening one', () => {
    const [page] = layOut(`${'字'.repeat(26)}，${'字'.repeat(26)}“好”。`);
    const lines = linesOf(page!);
    assert.equal(lines[0], '字'.repeat(25));
    for (const line of lines.slice(1)) assert.doesNotMatch(line, /^[，。”]/);
    for (const line of lines) assert.doesNotMatch(line, /“$/);
  });

  it('break no figure, no word and no dash', () => {
    for (const piece of ['2024', '98.5%', 'XX', '——', '……', '𠮷']) {
      for (let before = 20; before < 30; before++) {
        const lines = layOut(`${'字'.repeat(before)}${piece}${'字'.repeat(5)}`).flatMap(linesOf);
        assert.ok(
          lines.some((line) => line.includes(piece)),
          `${before} ${piece}`,
        );
      }
    }
  });

  it('never end with a heading, and have no empty line at their top', () => {
    const body = Array.from({ length: 21 }, () => paragraph(20)).join('\n');
    const pages = layOut(
      `${body}\n一、工作\n（一）学习\n${paragraph(20)}\n\n某某局\n2024年1月5日\n`,
    );
    assert.deepEqual(
      pages.map((page) => linesOf(page)[0]),
      [`${'字'.repeat(19)}。`, '一、工作'],
    );
    const sign = layOut(
      `${Array.from({ length: 22 }, () => paragraph(20)).join('\n')}\n某某局\n2024年1月5日`,
    );
    // What signs a text never stands alone: the last paragraph goes along.
    assert.deepEqual(
      sign[1]!.map(({ type }) => type),
      ['line', 'empty', 'line', 'line'],
    );
  });

  it('begin anew for an attachment', () => {
    const pages = layOut('2024年工作总结\n正文。\n附件：表\n附件\n经费表\n见表。');
    assert.deepEqual(
      pages.map((page) => linesOf(page).at(0)),
      ['2024年工作总结', '附件'],
    );
  });

  it('have tables and pictures of Markdown', () => {
    const [page] = layOut('| 名称 | 数 |\n|---|---:|\n| 书 | 12 |\n\n![图](a.png)\n', 'markdown');
    assert.deepEqual(
      page!.map(({ type }) => type),
      ['row', 'row', 'picture'],
    );
  });

  it('lose no character and are as long as they may be, whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'一二、（）字字字。，“”A1 %.\n\n　附件：𠮷—…', '\r\n', '标题\n'),
      maxLength: 600,
    });
    fc.assert(
      fc.property(text, (value) => {
        const blocks = blocksOf(value);
        const pages = new PageLayout(DEFAULT_FORMAT).layOut(blocks);
        const ink = (from: string) => from.replace(/\s/g, '');
        assert.equal(
          ink(pages.flatMap(linesOf).join('')),
          ink(
            blocks.map((block) => (block.type === 'paragraph' ? textOf(block.runs) : '')).join(''),
          ),
        );
        for (const page of pages) {
          assert.ok(page.reduce((sum, { height }) => sum + height, 0) <= 22);
        }
      }),
    );
  });

  it('are the same after a change as if laid out anew', () => {
    const kept = new PageLayout(DEFAULT_FORMAT);
    kept.layOut(blocksOf(`2024年工作总结\n${paragraph(80)}\n${paragraph(90)}`));
    const changed = `2024年工作总结\n${paragraph(81)}\n${paragraph(90)}\n${paragraph(80)}`;
    assert.deepEqual(kept.layOut(blocksOf(changed)), layOut(changed));
  });
});

describe('pages as HTML', () => {
  const hostile = '2024年总结<script>alert("1")</script>\n<img src=x onerror=alert(1)>正文&amp;。';

  it('have what was typed as text', () => {
    const html = layOut(hostile)
      .map((page) => pageHtml(page, 1, DEFAULT_FORMAT, () => null))
      .join('');
    assert.doesNotMatch(html, /<(?:script|img)/);
    assert.match(html, /&lt;script&gt;/);
    assert.match(html, /&amp;amp;/);
  });

  it('let no picture and no font out of its place', () => {
    const page = layOut('![x"><script>](a.png)', 'markdown')[0]!;
    assert.doesNotMatch(
      pageHtml(page, 1, DEFAULT_FORMAT, (target) => `${target}"><script>`),
      /<script/,
    );
    const css = pageCss(
      readFormat({ bodyFont: '"; } </style><script>', latinFont: 'x") url(http://' }),
    );
    assert.doesNotMatch(css, /<|url\(|http:/);
  });

  it('print by themselves, without a script', () => {
    const html = printableHtml(layOut(hostile), DEFAULT_FORMAT, '<b>', () => null);
    assert.match(html, /@page \{ size: A4; margin: 0; \}/);
    assert.match(html, /default-src 'none'/);
    assert.doesNotMatch(html, /<script/);
    assert.match(html, /<title>&lt;b&gt;<\/title>/);
  });

  it('have the page number outside', () => {
    const number = (page: number) =>
      /page-number (\w+)">([^<]*)/.exec(pageHtml([], page, DEFAULT_FORMAT, () => null))!.slice(1);
    assert.deepEqual(
      [number(1), number(2)],
      [
        ['right', '— 1 —'],
        ['left', '— 2 —'],
      ],
    );
  });
});
