/** Automatic numbers of Word as Word counts and shows them. */
import assert from 'node:assert/strict';
import { formatNumber } from '../../server/src/word/read/number-format.js';
import { importDocx } from '../../server/src/word/write/index.js';
import { makeDocx, p } from './docx.js';

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const definition = (id: number, content: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${content}</w:abstractNum>`;
const list = (id: number, abstract: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
const inList = (id: number, at = 0) =>
  `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`;
const HAN = level(0, 'chineseCounting', '%1、');

async function lines(numbering: string, body: string, styles = '') {
  const { text } = await importDocx(makeDocx({ numbering, body, styles }), { syntax: 'plain' });
  return text
    .trim()
    .split('\n')
    .map((line) => line.replace(/^\u3000\u3000/, ''));
}

describe('automatic numbers of a Word file', () => {
  it('count paragraphs that are empty, but for hidden ones', async () => {
    const numbering = definition(0, HAN) + list(1, 0);
    const empty = (mark = '') => `<w:p><w:pPr>${inList(1)}<w:rPr>${mark}</w:rPr></w:pPr></w:p>`;
    assert.deepEqual(
      await lines(
        numbering,
        p('𠮷情况', inList(1)) +
          empty() +
          p('问题', inList(1)) +
          empty('<w:vanish/>') +
          p('打算', inList(1)),
      ),
      ['一、𠮷情况', '三、问题', '四、打算'],
    );
  });

  it('stand in cells that hold nothing else', async () => {
    const numbering = definition(0, level(0, 'decimal', '%1')) + list(1, 0);
    const row = (text: string) =>
      `<w:tr><w:tc><w:p><w:pPr>${inList(1)}</w:pPr></w:p></w:tc><w:tc>${p(text)}</w:tc></w:tr>`;
    assert.deepEqual(await lines(numbering, `<w:tbl>${row('甲')}${row('乙')}</w:tbl>`), [
      '1\t甲',
      '2\t乙',
    ]);
  });

  it('are those of a style of lists that a definition names', async () => {
    const numbering =
      definition(0, `<w:styleLink w:val="LS"/>${HAN}`) +
      definition(1, '<w:numStyleLink w:val="LS"/>') +
      list(1, 0) +
      list(2, 1);
    assert.deepEqual(await lines(numbering, p('甲', inList(2)) + p('乙', inList(2))), [
      '一、甲',
      '二、乙',
    ]);
  });

  it('have the form that a list gives a level of its own, and go on with the others', async () => {
    const numbering =
      definition(0, level(0, 'decimal', '%1.')) +
      list(
        1,
        0,
        `<w:lvlOverride w:ilvl="0">${level(0, 'chineseCounting', '（%1）')}</w:lvlOverride>`,
      ) +
      list(2, 0);
    assert.deepEqual(
      await lines(numbering, p('甲', inList(1)) + p('乙', inList(1)) + p('丙', inList(2))),
      ['（一）甲', '（二）乙', '3.丙'],
    );
  });

  it('are on the level that belongs to a style, also where that is inherited', async () => {
    const style = (id: string, base: string, properties: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${base}"/><w:pPr>${properties}</w:pPr></w:style>`;
    const numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>';
    const numbering =
      definition(
        0,
        level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="A"/>') +
          level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="B"/>'),
      ) + list(1, 0);
    const styles = style('A', '', numbered) + style('B', 'A', numbered) + style('C', 'B', '');
    const of = (id: string) => p('文字', `<w:pStyle w:val="${id}"/>`);
    assert.deepEqual(await lines(numbering, of('A') + of('B') + of('C') + of('A'), styles), [
      '一、文字',
      '（一）文字',
      '（二）文字',
      '二、文字',
    ]);
  });

  it('leave a gap after 第一条 where Word does', async () => {
    const numbering =
      definition(
        0,
        level(0, 'chineseCountingThousand', '第%1条') +
          level(1, 'chineseCountingThousand', '第%2款', '<w:suff w:val="nothing"/>'),
      ) + list(1, 0);
    assert.deepEqual(await lines(numbering, p('为了', inList(1)) + p('按照', inList(1, 1))), [
      '第一条　为了',
      '第一款按照',
    ]);
  });

  it('have as many digits as the writer asked for', async () => {
    const custom =
      '<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1、"/></w:lvl>';
    assert.deepEqual(
      await lines(definition(0, custom) + list(1, 0), p('甲', inList(1)) + p('乙', inList(1))),
      ['009、甲', '010、乙'],
    );
  });

  for (const [format, numbers] of [
    [
      'chineseLegalSimplified',
      {
        1: '壹',
        10: '拾',
        11: '拾壹',
        20: '贰拾',
        25: '贰拾伍',
        105: '壹佰零伍',
        112: '壹佰壹拾贰',
      },
    ],
    ['ideographLegalTraditional', { 2: '貳', 13: '拾參' }],
    ['decimalEnclosedParen', { 1: '⑴', 20: '⒇', 21: '21' }],
    ['decimalEnclosedFullstop', { 3: '⒊' }],
    ['numberInDash', { 4: '- 4 -' }],
    ['ordinal', { 1: '1st', 12: '12th', 22: '22nd' }],
    ['hex', { 26: '1A' }],
  ] as const) {
    it(`have the form ${format}`, () => {
      for (const [number, text] of Object.entries(numbers)) {
        assert.equal(formatNumber(Number(number), format), text);
      }
    });
  }
});
