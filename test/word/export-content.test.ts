/** What a text says and how it is laid out, in the exported file. */
import assert from 'node:assert/strict';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { layOutTable } from '../../server/src/core/print/columns.js';
import { replaced } from '../../server/src/word/parts.js';
import {
  DEFAULT_FORMAT,
  type ExportResources,
  importDocx,
  type PrintFormat,
} from '../../server/src/word/write/index.js';
import { PNG } from '../helpers/pictures.js';
import { roundTrip } from '../helpers/round-trip.js';
import { exportDocx } from '../helpers/valid-word-files.js';
import { makeDocx, p, paragraphWith, partOf, styleNamed } from './docx.js';

const print = (
  text: string,
  syntax: Syntax = 'markdown',
  format: Partial<PrintFormat> = {},
  resources: ExportResources = {},
) => exportDocx(parseSummary(text, syntax), { ...DEFAULT_FORMAT, ...format }, resources);
const bodyOf = (docx: Uint8Array) => partOf(docx, 'word/document.xml');
const wordsOf = (xml: string) => xml.replace(/<[^>]+>/g, '');

describe('words in an exported file', () => {
  it('stay words, also those that the library takes for fields', async () => {
    const names = ['CURRENT', 'SECTION', 'TOTAL_PAGES', 'TOTAL_PAGES_IN_SECTION'];
    for (const name of names) {
      const docx = await print(
        `${name}\n\n**${name}**\n\n| 项 | ${name} |\n|---|---|\n| [${name}](https://example.org/) | ${name} |\n`,
      );
      assert.equal(bodyOf(docx).split(`>${name}<`).length - 1, 5, name);
      assert.doesNotMatch(bodyOf(docx), /fldChar|instrText/);
    }
  });

  it('have footnotes of Word, which come back where they stood', async () => {
    const text =
      '# 总结\n\n接待𠮷读者12万人次[^1]，外借[^b]。\n\n[^1]: 数据截至**六月**。\n\n一、工作\n\n内容[^none]。\n\n[^b]: 含流动车。\n';
    const docx = await print(text);
    const notes = partOf(docx, 'word/footnotes.xml');
    assert.match(wordsOf(notes), /数据截至六月。 ?含流动车。/);
    assert.equal(bodyOf(docx).match(/<w:footnoteReference w:id=/g)?.length, 2);
    assert.doesNotMatch(wordsOf(bodyOf(docx)), /\[\^[1b]|数据截至/);
    // What nothing refers to, and what refers to nothing, is text.
    assert.match(wordsOf(bodyOf(docx)), /内容\[\^none\]/);
    assert.equal(await roundTrip(text, 'markdown'), text);
  });

  it('have boxes for tasks, and lists in lists stand further in', async () => {
    const text = '- [x] 办完\n- [ ] 未办\n\n1. 甲\n2. 乙\n   1. 丙\n';
    const docx = await print(text);
    assert.doesNotMatch(wordsOf(bodyOf(docx)), /\[[x ]\]/);
    const numbering = partOf(docx, 'word/numbering.xml');
    assert.match(numbering, /w:val="☑"/);
    assert.match(numbering, /w:val="☐"/);
    const left = (words: string) =>
      Number(/<w:ind [^>]*w:left="(\d+)"/.exec(paragraphWith(docx, words))?.[1] ?? 0);
    assert.equal(left('1. 甲'), 0);
    assert.ok(left('1. 丙') > 400);
    assert.equal(await roundTrip(text, 'markdown'), text);
  });

  it('of a quotation are not stretched to the edge', async () => {
    const docx = await print('> 读书破万卷，\n> 下笔如有神。\n');
    assert.match(paragraphWith(docx, '读书破万卷'), /<w:jc w:val="left"\/>/);
    assert.match(partOf(docx, 'word/settings.xml'), /<w:doNotExpandShiftReturn\/>/);
  });

  it('of a sub-line are divided like a title, and come back in one line', async () => {
    const text =
      '2026年政府工作报告\n——2026年2月3日在云溪县第十四届人民代表大会第四次会议上\n\n各位代表：\n';
    const docx = await print(text, 'plain');
    const xml = paragraphWith(docx, '第十四届人民代表大会');
    assert.match(xml, /<w:br\/>/);
    assert.match(wordsOf(xml), /第十四届/);
    assert.equal(await roundTrip(text, 'plain'), text);
  });

  it('that say what a table or picture shows are set in the middle, beside it', async () => {
    const docx = await print(
      '表1　业务数据\n\n| 项 | 数 |\n|---|---|\n| 书 | 1 |\n\n![图](a.png)\n\n图1 阅览室\n\n图书馆很大。\n',
      'markdown',
      {},
      { readPicture: async () => PNG },
    );
    for (const words of ['表1　业务数据', '图1 阅览室'])
      assert.match(paragraphWith(docx, words), /w:val="Caption"/);
    assert.match(paragraphWith(docx, '表1'), /<w:keepNext\/>/);
    assert.match(/<w:p>(?:(?!<\/w:p>).)*<pic:pic /.exec(bodyOf(docx))![0], /<w:keepNext\/>/);
    assert.match(paragraphWith(docx, '图书馆很大'), /BodyText/);
  });

  it('are told of where a picture is missing or cannot be shown', async () => {
    const said: string[] = [];
    await print(
      '![一](no.png)\n\n![二](b.webp)\n',
      'markdown',
      {},
      {
        readPicture: async (target) =>
          target === 'no.png' ? null : Buffer.from('RIFF0000WEBPVP8 '),
        tell: ({ zh }) => said.push(zh),
      },
    );
    assert.equal(said.length, 2);
    assert.match(said[0]!, /找不到图片“no\.png”/);
    assert.match(said[1]!, /“b\.webp”不是.*PNG/);
  });

  it('are told of what stands in the text and not in the Word file', async () => {
    const saidOf = async (text: string) => {
      const said: string[] = [];
      await print(text, 'markdown', {}, { tell: ({ zh }) => said.push(zh) });
      return said.join();
    };
    const code = '```\n<!-- 代码 -->\n```\n';
    const both = `---\nauthor: 我\n---\n# 𠮷总结\n\n<!-- 记得改 -->\n${code}内容<!-- 待核 -->。\n`;
    assert.match(await saidOf(both), /^开头的属性（两行 --- 之间）和2 处注释没有放进 Word 文件/);
    assert.match(await saidOf('内容<!-- 待核 -->。\n'), /^1 处注释没有/);
    assert.equal(await saidOf(`---\n\n内容。\n\n${code}`), '');
  });
});

describe('the end of an exported text', () => {
  const body = '　　这是正文的一段话。\n';

  it('is never the sign-off alone on a page', async () => {
    const docx = await print(
      `2024年总结\n\n${body.repeat(3)}　　最后一段话。\n\n附件：表\n\n县图书馆\n2024年12月5日\n`,
      'plain',
    );
    for (const words of ['最后一段话', '附件：表', '县图书馆'])
      assert.match(paragraphWith(docx, words), /<w:keepNext\/>/, words);
    assert.match(paragraphWith(docx, '最后一段话'), /<w:keepLines\/>/);
    assert.doesNotMatch(paragraphWith(docx, '这是正文'), /<w:keepNext\/>/);
  });

  it('is signed by an organ, and not by the last words of the text', async () => {
    const kind = (docx: Uint8Array, words: string) =>
      /w:pStyle w:val="(\w+)"/.exec(paragraphWith(docx, words))?.[1];
    const one = await print(`述职报告\n\n${body}　　坚持学习\n张某某\n2024年12月5日\n`, 'plain');
    assert.equal(kind(one, '坚持学习'), 'BodyText');
    assert.equal(kind(one, '张某某'), 'Signature');
    const persons = await print(`述职报告\n\n${body}李某某\n张某某\n2024年12月5日\n`, 'plain');
    assert.equal(kind(persons, '李某某'), 'Signature');
    const two = await print(`工作总结\n\n${body}县图书馆\n县文化局\n2024.12.5\n`, 'plain');
    assert.deepEqual(
      [kind(two, '县图书馆'), kind(two, '县文化局'), kind(two, '2024.12.5')],
      ['Signature', 'Signature', 'Date'],
    );
  });

  it('has an imprint at the bottom, and the head a signer, which are no part of the text', async () => {
    const format = {
      redHead: '县图书馆文件',
      redHeadNumber: '图发〔2024〕5号',
      signer: '陈某某',
      copyTo: '县委办公室',
      issuer: '县图书馆办公室',
      issueDate: '2024年12月6日',
    };
    const text = `2024年总结\n\n${body}\n县图书馆\n2024年12月5日\n`;
    const docx = await print(text, 'plain', format);
    assert.match(
      wordsOf(bodyOf(docx)),
      /图发〔2024〕5号签发人：陈某某.*抄送：县委办公室。县图书馆办公室2024年12月6日印发/,
    );
    assert.match(bodyOf(docx), /<w:tblpPr [^>]*w:tblpYSpec="bottom"/);
    assert.equal((await importDocx(docx)).text, text);
  });
});

describe('a run-in heading in the navigation of Word', () => {
  const text = '（一）办好讲座。全年举办12场次。\n';

  it('ends at its sentence where the settings want it, and comes back whole', async () => {
    const docx = await print(`总结\n\n${text}`, 'plain', { runInHeading: 'sentence' });
    const heading = paragraphWith(docx, '（一）办好讲座。');
    assert.equal(wordsOf(heading), '（一）办好讲座。');
    assert.match(heading, /"Heading2".*<w:vanish\/>.*<w:specVanish\/>/);
    assert.doesNotMatch(paragraphWith(docx, '全年举办'), /Heading|RunIn/);
    assert.equal((await importDocx(docx)).text, `总结\n\n${text}`);
  });
});

describe('the columns of a table', () => {
  const run = (text: string) => [{ text }];
  const room = { width: 442, landscape: 638, bodySize: 16 };
  const widthOf = (figure: string) =>
    [...figure].reduce((sum, sign) => sum + (sign === ',' || sign === '.' ? 0.25 : 0.5), 0);
  /** Whether each figure fits its column. */
  const whole = (rows: string[][], { widths, size }: { widths: readonly number[]; size: number }) =>
    rows.every((row) =>
      row.every((text, i) => !/^[\d,.%-]+$/.test(text) || widthOf(text) * size <= widths[i]! - 6),
    );

  it('keep figures whole: by need, then in smaller type, then on a page on its side', () => {
    const few = [
      ['指标', '2025年', '2026年', '备注'],
      ['接待读者', '1,000,000', '1,234,567', '含乡镇分馆、村（社区）服务点和流动图书车的读者'],
    ];
    const many = [
      Array.from({ length: 9 }, (_, i) => `列${i}`),
      Array.from({ length: 9 }, () => '1,234,567'),
    ];
    const most = [
      Array.from({ length: 12 }, (_, i) => `列${i}`),
      Array.from({ length: 12 }, () => '1,234,567.89'),
    ];
    const layouts = [few, many, most].map((rows) =>
      layOutTable(
        rows.map((row) => row.map(run)),
        room,
      ),
    );
    for (const [index, rows] of [few, many, most].entries())
      assert.ok(whole(rows, layouts[index]!), `${index}`);
    assert.deepEqual(
      layouts.map(({ landscape }) => landscape),
      [false, false, true],
    );
    assert.equal(layouts[0]!.size, 14);
    assert.ok(layouts[1]!.size < 14);
    for (const { widths, landscape } of layouts) {
      const sum = widths.reduce((a, b) => a + b, 0);
      assert.ok(Math.abs(sum - (landscape ? room.landscape : room.width)) < 0.1);
    }
  });

  it('always fill the width, whatever the cells', () => {
    for (const rows of [[['']], [['a'.repeat(500), '']], [['甲', '乙'], []]]) {
      const { widths } = layOutTable(
        rows.map((row) => row.map(run)),
        { ...room, landscape: null },
      );
      assert.ok(Math.abs(widths.reduce((a, b) => a + b, 0) - room.width) < 0.1);
      for (const width of widths) assert.ok(width > 0);
    }
  });

  it('turn the page for their table alone', async () => {
    const cells = (text: string) => `| ${Array.from({ length: 12 }, () => text).join(' | ')} |`;
    const docx = await print(
      `前文\n\n表1　数据\n\n${cells('列')}\n${cells('---')}\n${cells('1,234,567.89')}\n\n后文\n`,
    );
    const sections = bodyOf(docx).split('<w:sectPr>');
    assert.deepEqual(
      sections.slice(1).map((section) => /w:orient="landscape"/.test(section)),
      [false, true, false],
    );
    assert.match(sections[1]!, /表1/);
    assert.match(sections[2]!, /后文/);
  });

  it('have low rows, whole heads, and lines where the text has <br>', async () => {
    const text = '| 项目 | 内容 |\n| --- | --- |\n| 活动 | 线上<br>线下，\\<br>是字 |\n';
    const xml = bodyOf(await print(text));
    assert.match(
      xml,
      /线上<\/w:t><w:br\/>(?:<(?!w:br)[^>]*>)*线下，(?:<(?!w:br)[^>]*>)*&lt;br&gt;是字/,
    );
    assert.match(xml, /<w:spacing w:line="400" w:lineRule="exact"\/>/);
    assert.match(styleNamed(await print(text), '表格文字'), /<w:snapToGrid w:val="0"\/>/);
    assert.equal(await roundTrip(text, 'markdown'), text);
  });

  it('of a table with links or pictures are the same', async () => {
    const table = (cell: string) => `| 项目 | 数量 |\n|---|---:|\n| ${cell} | 1,234 |\n`;
    const grid = async (cell: string) =>
      /<w:tblGrid>.*?<\/w:tblGrid>/.exec(bodyOf(await print(table(cell))))![0];
    assert.equal(await grid('[办法](https://example.org/)'), await grid('办法'));
  });
});

describe('a house template', () => {
  const LOOK = '<w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hAnsi="仿宋"/><w:sz w:val="24"/>';
  const STYLES =
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>';
  const place = (text: string) =>
    p(
      text,
      '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="480"/>',
      LOOK,
    );
  const SECTION =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1000" w:right="1000"/></w:sectPr>';
  const TEXT = '# 总结\n\n一、工作\n\n正文。\n\n| 项 | 数 |\n|---|---|\n| 书 | 1 |\n';
  const fill = (text: string, body: string, more: object = {}) =>
    print(
      text,
      'markdown',
      {},
      { template: makeDocx({ body: `${body}${SECTION}`, styles: STYLES, ...more }) },
    );

  it('lends text, headings and tables the look of the place', async () => {
    const docx = await fill(TEXT, place('{{正文}}'));
    const body = styleNamed(docx, 'Body Text');
    assert.match(body, /w:line="560"/);
    assert.match(body, /w:eastAsia="仿宋"/);
    assert.match(paragraphWith(docx, '正文。'), /w:val="wsBodyText"/);
    const heading = styleNamed(docx, 'heading 1');
    assert.match(heading, /<w:basedOn w:val="wsBodyText"\/>/);
    assert.match(heading, /w:eastAsia="黑体"/);
    // Sizes go with that of the body: 12 points in place of 16.
    assert.match(styleNamed(docx, 'Title'), /<w:sz w:val="33"\/>/);
    assert.match(styleNamed(docx, '表格文字'), /<w:sz w:val="21"\/>.*|<w:ind w:left="0"/);
    assert.match(bodyOf(docx), /<w:tblW w:w="5000" w:type="pct"\/>/);
    const grid = [...bodyOf(docx).matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) =>
      Number(width),
    );
    assert.ok(Math.abs(grid.reduce((a, b) => a + b, 0) - 9906) < 10);
  });

  it('is turned for a table that is too wide, and back after it', async () => {
    const section = (more: string) =>
      `<w:sectPr><w:type w:val="continuous"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2000" w:right="1500" w:bottom="1800" w:left="1400" w:header="851" w:footer="992" w:gutter="0"/><w:pgNumType w:start="3"/><w:titlePg/>${more}</w:sectPr>`;
    const figures = Array.from({ length: 14 }, (_, i) => `${i + 1},234,567.8`);
    const wide = `| ${figures.join(' | ')} |\n|${'---|'.repeat(14)}\n| ${figures.join(' | ')} |\n`;
    const sizes = async (text: string, after = '') => {
      const template = makeDocx({ body: place('{{正文}}') + after + section(''), styles: STYLES });
      const xml = bodyOf(await print(text, 'markdown', {}, { template }));
      assert.doesNotMatch(xml, /ws-section/);
      assert.equal(xml.match(/<w:titlePg\/>/g)?.length, 1);
      assert.equal(xml.match(/w:start="3"/g)?.length, 1);
      return [...xml.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"( w:orient="landscape")?\/>/g)].map(
        ([, width, height, orientation]) => [
          Number(width),
          Number(height),
          orientation !== undefined,
        ],
      );
    };
    const [upright, turned] = [
      [11906, 16838, false],
      [16838, 11906, true],
    ];
    assert.deepEqual(await sizes(TEXT), [upright]);
    assert.deepEqual(await sizes(`# 总结\n\n𠮷。\n\n${wide}\n完。\n`), [upright, turned, upright]);
    // No empty page after it.
    assert.deepEqual(await sizes(`# 总结\n\n𠮷。\n\n${wide}`), [upright, turned]);
    assert.deepEqual(await sizes(wide, p('抄送')), [turned, upright]);
  });

  it('has its place with blanks in it, split over runs, in a line with other words', async () => {
    const spaced = await fill('内容。\n', p('{{ 正文 }}'));
    assert.doesNotMatch(wordsOf(bodyOf(spaced)), /\{\{/);
    const split = await fill(
      '内容。\n',
      '<w:p><w:r><w:t>{{</w:t></w:r><w:r><w:t>正</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>文}}</w:t></w:r></w:p>',
    );
    assert.equal(wordsOf(bodyOf(split)), '内容。');
    const inline = await fill('内容。\n', place('前言：{{正文}}（完）'));
    assert.equal(wordsOf(bodyOf(inline)), '前言：内容。（完）');
    const twice = await fill('内容。\n', `${p('{{正文}}')}${p('——')}${p('{{正文}}')}`);
    assert.equal(wordsOf(bodyOf(twice)), '内容。——内容。');
  });

  it('may be a .dotx, and makes a document', async () => {
    const parts = unzipSync(makeDocx({ body: p('{{正文}}'), styles: STYLES }));
    const types = strFromU8(parts['[Content_Types].xml']!).replace(
      'document.main+xml',
      'template.main+xml',
    );
    const template = zipSync({ ...parts, '[Content_Types].xml': Buffer.from(types) });
    const docx = await print('内容。\n', 'markdown', {}, { template });
    assert.match(partOf(docx, '[Content_Types].xml'), /document\.main\+xml/);
    assert.doesNotMatch(partOf(docx, '[Content_Types].xml'), /template\.main/);
  });

  it('keeps footnotes of its own beside those of the text', async () => {
    const docx = await fill('内容[^1]。\n\n[^1]: 注。\n', place('{{正文}}'));
    assert.match(wordsOf(partOf(docx, 'word/footnotes.xml')), /注。/);
    assert.match((await importDocx(docx)).text, /内容\[\^1\]。[\s\S]*\[\^1\]: 注。/);
  });
});

describe('a change of what the library writes', () => {
  it('is no silence where it finds nothing', () => {
    assert.equal(replaced('<a/>', '<a/>', '<b/>'), '<b/>');
    assert.throws(() => replaced('<a/>', '<c/>', '<b/>'), /<c\/>/);
    assert.throws(() => replaced('<a/>', /<c\/>/g, '<b/>'), /<c/);
  });
});
