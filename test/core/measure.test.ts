import assert from 'node:assert/strict';
import { findSections, neighbour } from '../../server/src/core/analysis/find-sections.js';
import { measureSections } from '../../server/src/core/analysis/length.js';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { boundsText, type Targets } from '../../server/src/core/settings/length-targets.js';
import { marked } from '../helpers/marked.js';

const measured = (text: string, syntax: Syntax = 'plain', targets?: Targets) =>
  measureSections(parseSummary(text, syntax), targets);

describe('lengths', () => {
  it('are counted as Word does, section by section, children with their parents', () => {
    const { characters, sections } = measured(
      '\uFEFF年度总结\r\n一、回顾\r\n　　（一）𠮷日。办班12.5期。\r\n二、打算\r\n　　继续。\r\n',
    );
    assert.equal(characters, 26);
    assert.deepEqual(
      sections.map((own) => [own.section.title, own.characters]),
      [
        ['回顾', 15],
        ['𠮷日', 11],
        ['打算', 7],
      ],
    );
  });

  it('leave out the signs of Markdown and what is no prose', () => {
    const text =
      '# 总结\n\n## 一、回顾\n\n**（一）甲。**乙[丙](http://x.cn)。\n\n```\n代码\n```\n\n| 丁 | 戊 |\n|---|---|\n\n> 己\n';
    assert.equal(measured(text, 'markdown').characters, 2 + 4 + 4 + 1 + 3 + 2 + 1);
  });

  it('do not count a signature to the last section', () => {
    const body = '　　继续努力，做好服务，走访各村，办好讲座。';
    const { sections } = measured(`一、打算\n${body}\n\n区图书馆\n2024年12月5日\n`);
    assert.equal(sections[0]!.characters, 4 + 20);
  });

  it('are compared with what is asked for', () => {
    const targets: Targets = {
      document: { min: null, max: 10 },
      sections: [
        { heading: '问题', bounds: { min: 300, max: 800 } },
        { heading: '存在的问题', bounds: { min: 5, max: null } },
      ],
    };
    const result = measured('一、存在的问题和不足\n二、主要问题\n三、打算\n', 'plain', targets);
    assert.equal(result.fit, 'over');
    assert.deepEqual(
      result.sections.map(({ fit }) => fit),
      ['within', 'under', null],
    );
    assert.equal(boundsText({ min: 300, max: 800 }).zh, '300—800字');
    assert.equal(boundsText({ min: null, max: 800 }).zh, '不超过800字');
  });

  for (const [what, text, pages] of [
    ['nothing', '', 0],
    ['a line', '一、回顾', 1],
    // 26 characters and the indent fill a line.
    [
      '22 full lines',
      Array(22)
        .fill(`　　${'好'.repeat(26)}`)
        .join('\n'),
      1,
    ],
    [
      'a character more',
      Array(22)
        .fill(`　　${'好'.repeat(26)}`)
        .join('\n')
        .concat('好'),
      2,
    ],
    ['Latin letters at half width', Array(22).fill('a'.repeat(52)).join('\n'), 1],
    ['a title with its blank line', `年度工作总结\n${Array(21).fill('好。').join('\n')}`, 2],
    ['an attachment on its own page', '年度工作总结\n正文。\n附件1\n名单', 2],
  ] as const) {
    it(`estimate ${pages} pages for ${what}`, () => assert.equal(measured(text).pages, pages));
  }
});

const OUTLINE = [
  '\uFEFF年度总结',
  '一、主要工作',
  '　　（一）𠮷日开馆。正文。',
  '　　（二）送书下乡。正文。',
  '二、存在的问题',
  '　　正文。',
  '三、下一步打算',
].join('\r\n');

describe('finding sections', () => {
  const titles = (query: string) =>
    findSections(parseSummary(OUTLINE, 'plain'), query).map(({ section }) => section.title);

  for (const [query, ...found] of [
    ['', '主要工作', '𠮷日开馆', '送书下乡', '存在的问题', '下一步打算'],
    ['问题', '存在的问题'],
    ['czdwt', '存在的问题'],
    ['songshu', '送书下乡'],
    ['3', '下一步打算'],
    ['三', '下一步打算'],
    ['2', '送书下乡', '存在的问题'],
    ['第二部分', '送书下乡', '存在的问题'],
    ['1.2', '送书下乡'],
    ['一（二）', '送书下乡'],
    ['一', '主要工作', '𠮷日开馆', '下一步打算'],
    ['0'],
    ['没有'],
  ] as const) {
    it(`by “${query}”`, () => assert.deepEqual(titles(query), found));
  }
});

describe('going from section to section', () => {
  const where = (source: string, direction: 'next' | 'previous' | 'parent') => {
    const { text, cursor } = marked(source);
    return neighbour(parseSummary(text, 'plain'), cursor, direction)?.title ?? null;
  };
  const at = (words: string) => OUTLINE.replace(words, `‸${words}`);

  it('stays among siblings', () => {
    assert.equal(where(at('一、主要'), 'next'), '存在的问题');
    assert.equal(where(at('（一）'), 'next'), '送书下乡');
    assert.equal(where(at('（二）'), 'next'), null);
    assert.equal(where(at('三、'), 'previous'), '存在的问题');
  });

  it('goes up, to the section’s own heading first, and begins from above', () => {
    assert.equal(where(at('（二）'), 'parent'), '主要工作');
    assert.equal(where(at('正文。\r\n三'), 'previous'), '存在的问题');
    assert.equal(where(at('正文。\r\n三'), 'parent'), '存在的问题');
    assert.equal(where(at('二、存在'), 'parent'), null);
    assert.equal(where(at('年度总结'), 'next'), '主要工作');
    assert.equal(where('‸没有标题', 'next'), null);
  });
});
