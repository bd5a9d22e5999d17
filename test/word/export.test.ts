import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { balanceTitle } from '../../server/src/core/print/title.js';
import {
  DEFAULT_FORMAT,
  type ExportResources,
  importDocx,
  type PrintFormat,
  WordFileError,
} from '../../server/src/word/write/index.js';
import { exportDocx } from '../helpers/valid-word-files.js';
import { makeDocx, p, paragraphWith, partOf, styleNamed } from './docx.js';

const print = (
  text: string,
  format: Partial<PrintFormat> = {},
  syntax: Syntax = 'plain',
  resources: ExportResources = {},
) => exportDocx(parseSummary(text, syntax), { ...DEFAULT_FORMAT, ...format }, resources);

const attribute = (xml: string, element: string, name: string) =>
  new RegExp(`<w:${element} [^>]*w:${name}="([^"]*)"`).exec(xml)?.[1];

const SUMMARY = [
  '\uFEFF云溪县图书馆2024年工作总结',
  '（2024年12月20日）',
  '',
  '县政府办公室：',
  '　　2024年，本馆围绕“书香𠮷县”……完成了各项任务——现总结如下：',
  '一、主要工作',
  '（一）办好讲座。全年举办12场次。',
  '（二）送书下乡',
  '1.走访',
  '走访12个村。',
  '1.5万元经费已经到位。',
  '',
  '附件：1.经费表',
  '2.登记表',
  '',
  '云溪县图书馆',
  '2024年12月5日',
  '（联系人：某某）',
  '附件1',
  '2024年经费表',
  '经费见表。',
].join('\r\n');

describe('a Word file by GB/T 9704', () => {
  let docx: Uint8Array;
  before(async () => {
    docx = await print(SUMMARY);
  });

  it('has an A4 page with the margins of the standard', () => {
    const xml = partOf(docx, 'word/document.xml');
    const millimetres = (element: string, name: string) =>
      Math.round((Number(attribute(xml, element, name)) * 25.4) / 1440);
    assert.deepEqual([millimetres('pgSz', 'w'), millimetres('pgSz', 'h')], [210, 297]);
    assert.deepEqual(
      ['top', 'bottom', 'left', 'right'].map((side) => millimetres('pgMar', side)),
      [37, 35, 28, 26],
    );
  });

  it('has 22 lines of 28 characters on a page', () => {
    const xml = partOf(docx, 'word/document.xml');
    const styles = partOf(docx, 'word/styles.xml');
    const height =
      16838 - Number(attribute(xml, 'pgMar', 'top')) - Number(attribute(xml, 'pgMar', 'bottom'));
    const width =
      11906 - Number(attribute(xml, 'pgMar', 'left')) - Number(attribute(xml, 'pgMar', 'right'));
    const line = Number(attribute(styles, 'spacing', 'line'));
    assert.match(styles, /<w:spacing w:line="579" w:lineRule="exact"\/>/);
    assert.equal(attribute(xml, 'docGrid', 'linePitch'), '579');
    assert.equal(Math.floor(height / line), 22);
    const normal = styleNamed(docx, 'Normal');
    const character = 16 * 20 + Number(attribute(normal, 'spacing', 'val'));
    assert.equal(Math.floor(width / character), 28);
    for (const off of ['widowControl', 'overflowPunct', 'autoSpaceDE', 'autoSpaceDN']) {
      assert.equal(attribute(normal, off, 'val'), '0', off);
    }
  });

  it('has the fonts and sizes of the standard, digits in Times New Roman', () => {
    const defaults = /<w:docDefaults>.*<\/w:docDefaults>/.exec(partOf(docx, 'word/styles.xml'))![0];
    assert.equal(attribute(defaults, 'rFonts', 'eastAsia'), '仿宋_GB2312');
    assert.equal(attribute(defaults, 'rFonts', 'ascii'), 'Times New Roman');
    assert.equal(attribute(defaults, 'rFonts', 'hAnsi'), 'Times New Roman');
    assert.equal(attribute(defaults, 'sz', 'val'), '32');
    const fonts = ['Title', 'heading 1', 'heading 2'].map((name) =>
      attribute(styleNamed(docx, name), 'rFonts', 'eastAsia'),
    );
    assert.deepEqual(fonts, ['方正小标宋简体', '黑体', '楷体_GB2312']);
    assert.equal(attribute(styleNamed(docx, 'Title'), 'sz', 'val'), '44');
    assert.equal(attribute(styleNamed(docx, 'Title'), 'jc', 'val'), 'center');
    assert.doesNotMatch(styleNamed(docx, 'heading 3'), /<w:b\/>|w:rFonts/);
    // Every run asks for the Chinese font where a mark could be either: “ ” … —
    const runs = partOf(docx, 'word/document.xml').match(/<w:r>(?:(?!<\/w:r>).)*<w:t/g)!;
    for (const run of runs) assert.equal(attribute(run, 'rFonts', 'hint'), 'eastAsia');
    assert.match(partOf(docx, 'word/fontTable.xml'), /仿宋_GB2312"><w:altName w:val="仿宋"/);
  });

  it('has headings of Word, kept with what follows, their numbers as typed text', () => {
    const heading = paragraphWith(docx, '一、主要工作');
    assert.equal(attribute(heading, 'pStyle', 'val'), 'Heading1');
    assert.equal(attribute(paragraphWith(docx, '（二）送书下乡'), 'pStyle', 'val'), 'Heading2');
    assert.equal(attribute(paragraphWith(docx, '1.走访'), 'pStyle', 'val'), 'Heading3');
    for (const level of [1, 2, 3]) {
      const style = styleNamed(docx, `heading ${level}`);
      assert.match(style, /<w:keepNext\/>/);
      assert.equal(attribute(style, 'outlineLvl', 'val'), String(level - 1));
    }
    assert.doesNotMatch(partOf(docx, 'word/document.xml'), /<w:numPr>/);
  });

  it('styles a run-in heading up to its first sentence', () => {
    const xml = paragraphWith(docx, '（一）办好讲座');
    assert.equal(attribute(xml, 'pStyle', 'val'), 'RunIn2');
    const runs = [...xml.matchAll(/<w:r>(.*?)<\/w:r>/g)].map(([, run]) => [
      attribute(run!, 'rStyle', 'val'),
      run!.replace(/<[^>]+>/g, ''),
    ]);
    assert.deepEqual(runs, [
      ['Heading2Char', '（一）办好讲座。'],
      [undefined, '全年举办12场次。'],
    ]);
    assert.equal(attribute(styleNamed(docx, '标题 2 字符'), 'rFonts', 'eastAsia'), '楷体_GB2312');
    assert.match(styleNamed(docx, '接排标题 2'), /<w:outlineLvl w:val="1"\/>/);
  });

  it('indents the body by two characters and nothing else', () => {
    const chars = (name: string) => attribute(styleNamed(docx, name), 'ind', 'firstLineChars');
    assert.equal(chars('Body Text'), '200');
    assert.equal(chars('heading 1'), '200');
    assert.equal(chars('Salutation'), undefined);
    assert.equal(attribute(paragraphWith(docx, '1.5万元'), 'pStyle', 'val'), 'BodyText');
    assert.equal(attribute(paragraphWith(docx, '县政府办公室'), 'pStyle', 'val'), 'Salutation');
  });

  it('places title, attachments, organ and date, with the empty lines of the standard', () => {
    const above = (text: string) => attribute(paragraphWith(docx, text), 'spacing', 'before');
    assert.equal(above('县政府办公室'), '579');
    assert.equal(above('附件：1.经费表'), '579');
    assert.equal(above('2.登记表'), undefined);
    assert.equal(attribute(paragraphWith(docx, '2.登记表'), 'pStyle', 'val'), 'AttachmentItem');
    const mark = [
      ...partOf(docx, 'word/document.xml').matchAll(
        /<w:p>(?:(?!<\/w:p>).)*AttachmentMark.*?<\/w:p>/g,
      ),
    ];
    assert.equal(mark.length, 1);
    assert.match(mark[0]![0], /<w:pageBreakBefore\/>/);
    const title = [
      ...partOf(docx, 'word/document.xml').matchAll(
        /<w:p>(?:(?!<\/w:p>).)*"AttachmentTitle".*?<\/w:p>/g,
      ),
    ];
    assert.match(title[0]![0], /w:before="579"/);
  });

  it('lets organ and date end where the standard wants them', async () => {
    const right = async (organ: string, date: string) => {
      const file = await print(`2024年工作总结\n正文在此。\n${organ}\n${date}\n`);
      const at = (text: string) =>
        Number(attribute(paragraphWith(file, text), 'ind', 'right')) / (8844 / 28);
      return [at(organ), at(date)].map((characters) => Math.round(characters * 2) / 2);
    };
    // The name is the longer one: it ends two characters from the margin, the date begins two to its right.
    assert.deepEqual(await right('云溪县文化和旅游局办公室', '2024年1月5日'), [2, 6]);
    // The date is the longer one: it ends two characters from the margin, the name gives way.
    assert.deepEqual(await right('县图书馆', '2024年12月25日'), [7, 2]);
  });

  it('numbers pages — 1 — outside, odd and even', () => {
    const footers = Object.keys(unzipSync(docx)).filter((name) => /^word\/footer\d/.test(name));
    assert.equal(footers.length, 2);
    const xml = partOf(docx, 'word/document.xml');
    assert.match(xml, /<w:footerReference w:type="default"/);
    assert.match(xml, /<w:footerReference w:type="even"/);
    assert.match(partOf(docx, 'word/settings.xml'), /<w:evenAndOddHeaders\/>/);
    const sides = footers.map((name) => {
      const footer = partOf(docx, name);
      assert.match(footer, /— .*PAGE.* —/);
      return [
        attribute(footer, 'jc', 'val'),
        attribute(footer, 'ind', attribute(footer, 'jc', 'val')!),
      ];
    });
    assert.deepEqual(sides.sort(), [
      ['left', '280'],
      ['right', '280'],
    ]);
    assert.equal(attribute(styleNamed(docx, 'footer'), 'sz', 'val'), '28');
  });

  it('says nothing of who wrote it where', () => {
    const core = partOf(docx, 'docProps/core.xml');
    assert.match(core, /<dc:title>云溪县图书馆2024年工作总结</);
    assert.doesNotMatch(core, /<dc:creator>[^<]|<cp:lastModifiedBy>[^<]/);
    // What lies beside the text holds no word of it.
    assert.doesNotMatch(
      partOf(docx, 'customXml/item1.xml').replace(/<[^>]+>/g, ''),
      /\p{Script=Han}/u,
    );
  });
});

describe('the printed form', () => {
  it('follows the settings', async () => {
    const file = await print('2024年工作总结\n一、工作\n正文。\n', {
      bodyFont: '仿宋',
      heading1Font: 'SimHei',
      bodySize: 15,
      marginTop: 30,
      linesPerPage: 24,
      boldHeading3: true,
      pageNumber: 'center',
      pageNumberForm: 'page',
    });
    assert.match(partOf(file, 'word/styles.xml'), /w:eastAsia="仿宋"/);
    assert.match(styleNamed(file, 'heading 1'), /w:eastAsia="SimHei"/);
    assert.match(styleNamed(file, 'heading 3'), /<w:b\/>/);
    assert.equal(attribute(partOf(file, 'word/document.xml'), 'pgMar', 'top'), '1701');
    assert.equal(attribute(partOf(file, 'word/document.xml'), 'docGrid', 'linePitch'), '548');
    assert.match(partOf(file, 'word/footer1.xml'), /第 .*PAGE.* 页/);
    assert.doesNotMatch(partOf(file, 'word/settings.xml'), /<w:evenAndOddHeaders\/>/);
  });

  it('leaves page numbers out, and puts a red head in, when told so', async () => {
    const file = await print('2024年工作总结\n正文。\n', {
      pageNumber: 'none',
      redHead: '云溪县图书馆文件',
      redHeadNumber: '云图发〔2024〕5号',
    });
    assert.doesNotMatch(partOf(file, 'word/document.xml'), /footerReference/);
    assert.match(paragraphWith(file, '云溪县图书馆文件'), /<w:color w:val="FF0000"\/>/);
    assert.match(paragraphWith(file, '〔2024〕5号'), /<w:bottom [^>]*w:color="FF0000"/);
  });

  it('takes a house template, its styles by their names, its page and its place for the text', async () => {
    const template = makeDocx({
      body: `${p('云溪县图书馆稿纸')}${p('{{正文}}')}${p('第一页完')}<w:sectPr><w:pgSz w:w="10000" w:h="12000"/></w:sectPr>`,
      styles:
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
    });
    const text = '2024年工作总结\n\n　　2024年，完成了任务。\n一、工作\n　　正文。\n';
    const file = await print(text, {}, 'plain', { template });
    const xml = partOf(file, 'word/document.xml');
    assert.match(xml, /<w:pgSz w:w="10000"/);
    assert.doesNotMatch(xml, /\{\{/);
    assert.ok(
      xml.indexOf('稿纸') < xml.indexOf('一、工作') &&
        xml.indexOf('一、工作') < xml.indexOf('第一页完'),
    );
    assert.equal(attribute(paragraphWith(file, '一、工作'), 'pStyle', 'val'), '1');
    const own = attribute(paragraphWith(file, '正文。'), 'pStyle', 'val');
    assert.equal(own, 'wsBodyText');
    assert.match(styleNamed(file, 'Body Text'), /w:styleId="wsBodyText".*<w:basedOn w:val="a"\/>/);
    const { text: back } = await importDocx(file);
    assert.ok(back.includes(text.trim()), back);
  });

  it('puts the text at the end of a template that names no place', async () => {
    const template = makeDocx({ body: `${p('前言')}<w:sectPr/>` });
    const xml = partOf(
      await print('2024年总结\n正文。', {}, 'plain', { template }),
      'word/document.xml',
    );
    assert.match(xml, /前言.*正文。.*<w:sectPr\/>/s);
  });

  it('refuses a template that is none, with a word for it', async () => {
    await assert.rejects(
      print('2024年总结', {}, 'plain', { template: new Uint8Array([1, 2, 3]) }),
      (error) => error instanceof WordFileError && /模板/.test(error.localized.zh),
    );
  });
});

describe('Markdown in Word', () => {
  // One transparent pixel.
  const PIXEL = Uint8Array.from(
    atob(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    ),
    (character) => character.charCodeAt(0),
  );

  it('has tables, bold, lists, links and pictures', async () => {
    const file = await print(
      '# 总结\n\n**重点**在此，见[办法](https://example.org)。\n\n- 甲\n  - 乙\n\n|名称|数|\n|--|--:|\n|书|12|\n\n![阅览室](a.png)\n',
      {},
      'markdown',
      { readPicture: async (target) => (target === 'a.png' ? PIXEL : null) },
    );
    const xml = partOf(file, 'word/document.xml');
    assert.match(xml, /<w:b\/>.*?重点/);
    assert.match(xml, /<w:hyperlink /);
    assert.match(xml, /<w:tbl>.*<w:tblHeader\/>.*<w:jc w:val="right"\/>.*12.*<\/w:tbl>/);
    assert.equal(xml.match(/<w:numPr>/g)?.length, 2);
    assert.match(xml, /<pic:pic /);
    const { text, pictures } = await importDocx(file);
    assert.match(text, /!\[阅览室\]\(a\.png\)/);
    assert.deepEqual(pictures, [{ path: 'a.png', bytes: PIXEL }]);
  });

  it('ends a line at a backslash, which is not printed', async () => {
    const text = '# 总结\r\n\r\n办好𠮷村书屋，\\\r\n送书下乡。\r\n';
    const file = await print(text, {}, 'markdown');
    assert.doesNotMatch(partOf(file, 'word/document.xml'), /\\/);
    assert.equal((await importDocx(file)).text, text);
  });

  it('keeps a picture that cannot be had as text', async () => {
    const file = await print('![图](no.png)\n', {}, 'markdown', { readPicture: async () => null });
    assert.match(partOf(file, 'word/document.xml'), /!\[图\]\(no\.png\)/);
  });
});

describe('a long title', () => {
  it('is divided where it would fill its line to the last half character', async () => {
    // 20.1 characters of its size fit into a line.
    const full = '𠮷溪县二〇二四年全民阅读推广工作情况总结';
    for (const [title, breaks] of [
      [full, 1],
      [full.replace('情况', ''), 0],
    ] as const) {
      const xml = paragraphWith(await print(`\uFEFF${title}\r\n\r\n　　正文。\r\n`), '溪县');
      assert.equal(xml.replace(/<[^>]+>/g, ''), title);
      assert.equal(xml.match(/<w:br\/>/g)?.length ?? 0, breaks, title);
    }
  });

  for (const [title, lines] of [
    ['2024年工作总结', ['2024年工作总结']],
    ['云溪县文化和旅游局关于2024年度公共图书馆服务能力提升工作情况的总结报告', 2],
    [
      '关于进一步做好云溪县2024年度全民阅读推广活动和农家书屋提质增效工作以及公共文化服务体系建设情况的报告',
      3,
    ],
  ] as const) {
    it(`${title.slice(0, 12)}… is broken in balanced lines between words`, () => {
      const broken = balanceTitle(title, 20);
      if (typeof lines !== 'number') assert.deepEqual(broken, lines);
      else {
        assert.equal(broken.length, lines);
        const widths = broken.map((line) => line.length);
        assert.ok(Math.max(...widths) - Math.min(...widths) <= 5, broken.join('/'));
      }
      assert.equal(broken.join(''), title);
    });
  }
});
