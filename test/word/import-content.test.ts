/** What Word shows beyond plain words: it becomes text, or the writer is told of it. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { symbolOf } from '../../server/src/word/read/symbols.js';
import { DEFAULT_FORMAT, importDocx } from '../../server/src/word/write/index.js';
import { runCli } from '../helpers/command-line.js';
import { drawing, PNG } from '../helpers/pictures.js';
import { exportDocx } from '../helpers/valid-word-files.js';
import { makeDocx, type Parts, p } from './docx.js';

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const line = (...content: string[]) => `<w:p>${content.join('')}</w:p>`;
const mark = (type: string, more = '') =>
  `<w:r><w:fldChar w:fldCharType="${type}">${more}</w:fldChar></w:r>`;
const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const VML = 'xmlns:v="urn:schemas-microsoft-com:vml"';
const OFFICE = 'xmlns:o="urn:schemas-microsoft-com:office:office"';

async function read(parts: Parts | string, syntax: 'plain' | 'markdown' = 'markdown') {
  const docx = makeDocx(typeof parts === 'string' ? { body: parts } : parts);
  const { text, notices, ...rest } = await importDocx(docx, { syntax, name: '稿.md' });
  return {
    text: text.trim().replace(/^\u3000\u3000/gm, ''),
    notices: notices.map(({ zh }) => zh),
    ...rest,
  };
}

describe('symbols of a Word file', () => {
  const sym = (font: string, code: string) =>
    `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;

  it('are what their font shows: a ticked box is never an empty one', async () => {
    const { text, notices } = await read(
      line(
        sym('Wingdings 2', '0052'),
        sym('Wingdings 2', 'F052'),
        sym('Wingdings', 'F0FE'),
        sym('wingdings', 'F0FC'),
      ) +
        line(sym('Wingdings 2', '00A3'), sym('Wingdings', 'F0A8')) +
        line(
          sym('Symbol', 'F0B3'),
          sym('Symbol', 'F0B0'),
          sym('Symbol', 'F070'),
          sym('Wingdings', 'F08C'),
        ),
    );
    assert.equal(text, '☑☑☑✓\n\n□□\n\n≥°π❶');
    assert.deepEqual(notices, []);
  });

  it('are so too where they are text in such a font', async () => {
    const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
    const { text } = await read(
      line(
        run('R', font('Wingdings 2')),
        run('R', font('仿宋')),
        run('\uf0fe', font('Wingdings')),
        run('是', font('Wingdings')),
      ),
    );
    assert.equal(text, '☑R☑是');
  });

  it('that nobody knows are told, and look like no box', async () => {
    const { text, notices } = await read(line(sym('Wingdings 3', 'F041'), sym('某字体', 'E001')));
    assert.equal(text, '〓〓');
    assert.match(notices.join(), /2 个特殊符号/);
    assert.equal(symbolOf('Symbol', 0xef), '⎪');
    assert.equal(symbolOf('Symbol', 0xfe), '⎭');
  });

  it('are boxes of forms, ticked or not, and what is chosen from a list', async () => {
    const box = (properties: string) =>
      mark('begin', `<w:ffData><w:checkBox>${properties}</w:checkBox></w:ffData>`) +
      instruction(' FORMCHECKBOX ') +
      mark('end');
    const choice =
      mark(
        'begin',
        '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList></w:ffData>',
      ) +
      instruction(' FORMDROPDOWN ') +
      mark('end');
    const { text } = await read(
      line(
        box('<w:default w:val="1"/>'),
        box('<w:default w:val="0"/>'),
        box('<w:default w:val="0"/><w:checked/>'),
        box('<w:checked w:val="0"/><w:default w:val="1"/>'),
        choice,
      ),
    );
    assert.equal(text, '☑□☑□乙');
  });
});

describe('the words of a Word file', () => {
  it('keep what is raised and lowered, and say where that is not to be had', async () => {
    const raised = (text: string, place = 'superscript') =>
      run(text, `<w:vertAlign w:val="${place}"/>`);
    const { text, notices } = await read(
      line(
        run('100m'),
        raised('2'),
        run('，H'),
        raised('2', 'subscript'),
        run('O，10'),
        raised('-3'),
        run('，甲'),
        raised('丙'),
      ),
    );
    assert.equal(text, '100m²，H₂O，10⁻³，甲丙');
    assert.match(notices.join(), /1 处上标或下标/);
  });

  it('have blanks to fill in where blanks are underlined, and only there', async () => {
    const u = '<w:u w:val="single"/>';
    const tabs =
      '<w:pPr><w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="4000"/></w:tabs></w:pPr>';
    const { text } = await read(
      line(
        run('姓名：'),
        run('      ', u),
        run('电话：'),
        `<w:r><w:rPr>${u}</w:rPr><w:tab/></w:r>`,
      ) +
        line(
          run('单位：'),
          run('  ', u),
          run('图书馆', `${u}<w:b/>`),
          run('  ', u),
          run('（章）'),
        ) +
        line(tabs, run('地址：'), '<w:r><w:tab/></w:r>') +
        line(run('甲'), run('    ', '<w:u w:val="none"/>'), run('乙')),
      'plain',
    );
    assert.deepEqual(text.split('\n'), [
      '姓名：______电话：________',
      '单位：  图书馆  （章）',
      '地址：________',
      '甲    乙',
    ]);
  });

  it('lose nothing to a field that never ends, and other fields stay fields', async () => {
    const { text } = await read(
      line(run('第一段'), mark('begin'), instruction(' REF a ')) +
        line(
          run('第二段'),
          mark('begin'),
          instruction(' DATE '),
          mark('separate'),
          run('三月'),
          mark('end'),
        ) +
        p('第三段'),
    );
    assert.equal(text, '第一段\n\n第二段三月\n\n第三段');
  });

  it('keep the place in the page that a link leads to', async () => {
    const { text } = await read({
      relationships: [['rId9', 'hyperlink', 'https://example.org/', true]],
      body:
        line(`<w:hyperlink r:id="rId9" w:anchor="/news/12">${run('甲')}</w:hyperlink>`) +
        line(
          mark('begin'),
          instruction(' HYPERLINK "https://example.org/a" \\l "b" '),
          mark('separate'),
          run('乙'),
          mark('end'),
        ),
    });
    assert.equal(text, '[甲](https://example.org/#/news/12)\n\n[乙](https://example.org/a#b)');
    const typed = '见[甲](https://example.org/#/news/12)。\n';
    const back = await importDocx(
      await exportDocx(parseSummary(typed, 'markdown'), DEFAULT_FORMAT),
    );
    assert.equal(back.text, typed);
  });

  it('have signs in circles that Word builds of two', async () => {
    const sign = (text: string) =>
      mark('begin') + instruction(` eq \\o\\ac(○,${text})`) + mark('end');
    assert.equal((await read(line(sign('21'), sign('3'), sign('章')))).text, '㉑③（章）');
  });

  it('say what they say in Markdown too', async () => {
    const words = [
      '~~甲~~',
      '---',
      '| 表 | 格 |',
      '|---|---|',
      '_乙_ 丙',
      '#（一）丁',
      '[^1]',
      '- - -',
      '<!-- 旁注𠮷 -->',
    ];
    const { text } = await read(words.map((word) => p(word.replaceAll('<', '&lt;'))).join(''));
    const shown = await importDocx(
      await exportDocx(parseSummary(text, 'markdown'), DEFAULT_FORMAT),
      { syntax: 'plain' },
    );
    assert.deepEqual(
      shown.text
        .trim()
        .split('\n')
        .map((own) => own.trim()),
      words,
    );
  });
});

describe('what a text cannot hold of a Word file', () => {
  const part = (root: string, content: string) =>
    strToU8(
      `<w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:${root}>`,
    );

  it('is told by kind, and its place is marked', async () => {
    const object = (program: string) =>
      line(
        `<w:r><w:object><v:shape ${VML}><v:imagedata r:id="rIdP"/></v:shape><o:OLEObject ${OFFICE} ProgID="${program}"/></w:object></w:r>`,
      );
    const graphic = (content: string) =>
      line(
        `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图表 1"/><a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
      );
    const { text, notices } = await read({
      body:
        object('Equation.DSMT4') +
        object('Excel.Sheet.12') +
        graphic(
          '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="x"/>',
        ) +
        graphic(
          '<d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="x"/>',
        ) +
        '<w:altChunk r:id="x"/>' +
        p('完'),
      relationships: [['rIdP', 'image', 'media/image1.emf']],
      more: { 'word/media/image1.emf': new Uint8Array(40) },
    });
    assert.equal(text, '〔公式〕\n\n〔对象〕\n\n〔图表〕\n\n〔图形〕\n\n完');
    assert.equal(notices.length, 5);
    for (const kind of ['公式', '对象', '图表', 'SmartArt', '插入的其他文件'])
      assert.match(notices.join(), new RegExp(kind));
  });

  it('is a picture that no text shows: it is counted, and what it shows stands there', async () => {
    const { text, notices, pictures } = await read({
      body: `${p('前')}${drawing('rIdE', '', '𠮷村示意图')}${drawing('rIdW', '', 'C:\\某某\\a.wmf')}`,
      relationships: [
        ['rIdE', 'image', 'media/image1.emf'],
        ['rIdW', 'image', 'media/image2.wmf'],
      ],
      more: {
        'word/media/image1.emf': new Uint8Array(40),
        'word/media/image2.wmf': new Uint8Array(40),
      },
    });
    assert.equal(text, '前\n\n〔图：𠮷村示意图〕\n\n〔图：〕');
    assert.deepEqual(pictures, []);
    assert.equal(notices.length, 1);
    assert.match(notices[0]!, /2 处图片.*不是 PNG/);
  });

  it('is read where it can be: old pictures, words as art, formulas, other forms of a thing', async () => {
    const math = (content: string) =>
      `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${content}</m:oMath>`;
    const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
    const { text, notices, pictures } = await read({
      body:
        line(
          `<w:r><w:pict><v:shape ${VML} alt="阅览室"><v:imagedata r:id="rIdP"/></v:shape></w:pict></w:r>`,
        ) +
        line(
          `<w:r><w:pict><v:shape ${VML}><v:textpath string="县图书馆文件"/></v:shape></w:pict></w:r>`,
        ) +
        line(
          math(
            `${t('E=m')}<m:sSup><m:e>${t('c')}</m:e><m:sup>${t('2')}</m:sup></m:sSup>${t('，')}<m:f><m:num>${t('a+b')}</m:num><m:den>${t('c')}</m:den></m:f><m:d><m:e>${t('x')}</m:e></m:d>`,
          ),
        ) +
        line(
          '<w:r><mc:AlternateContent><mc:Choice Requires="am3d"><w:t>立体</w:t></mc:Choice><mc:Fallback><w:t>平面</w:t></mc:Fallback></mc:AlternateContent></w:r>',
        ),
      relationships: [['rIdP', 'image', 'media/image1.png']],
      more: { 'word/media/image1.png': PNG },
    });
    assert.equal(
      text,
      '![阅览室](稿-图片/image1.png)\n\n县图书馆文件\n\nE=mc²，(a+b)/(c)(x)\n\n平面',
    );
    assert.equal(pictures.length, 1);
    assert.deepEqual(notices, ['有 1 个公式写成了一行文字，请核对。']);
  });

  it('is told of headers and footers, but for page numbers', async () => {
    const margins = (header: string) =>
      read({
        body: p('正文'),
        relationships: [
          ['rIdH', 'header', 'header1.xml'],
          ['rIdF', 'footer', 'footer1.xml'],
        ],
        more: {
          'word/header1.xml': part('hdr', p(header)),
          'word/footer1.xml': part('ftr', p('— 第 1 页 共 3 页 —')),
        },
      });
    assert.deepEqual((await margins('')).notices, []);
    assert.match((await margins('县图书馆文件')).notices.join(), /页眉、页脚.*县图书馆文件/);
  });

  it('is no footnote: those are carried, by their marks or in the text', async () => {
    const docx = {
      body: line(
        run('正文'),
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        run('，续'),
        '<w:r><w:endnoteReference w:id="1"/></w:r>',
        run('。'),
      ),
      relationships: [
        ['rIdF', 'footnotes', 'footnotes.xml'],
        ['rIdE', 'endnotes', 'endnotes.xml'],
      ] as const,
      more: {
        'word/footnotes.xml': part(
          'footnotes',
          `<w:footnote w:type="separator" w:id="0">${p('x')}</w:footnote><w:footnote w:id="2">${p('数据截至𠮷月。')}${p('见表。')}</w:footnote>`,
        ),
        'word/endnotes.xml': part('endnotes', `<w:endnote w:id="1">${p('尾注')}</w:endnote>`),
      },
    };
    const markdown = await read(docx);
    assert.equal(markdown.text, '正文[^1]，续[^2]。\n\n[^1]: 数据截至𠮷月。 见表。\n\n[^2]: 尾注');
    assert.deepEqual(markdown.notices, []);
    const plain = await read(docx, 'plain');
    assert.equal(plain.text, '正文〔注：数据截至𠮷月。 见表。〕，续〔注：尾注〕。');
    assert.match(plain.notices.join(), /2 条脚注或尾注/);
  });

  it('is nothing of the computer that a picture comes from', async () => {
    const names = [
      'C:\\Users\\某某\\Documents\\Tencent Files\\10000\\a.png',
      '/home/某某/图.png',
      'https://example.org/a.jpg',
      'IMG_20240101.jpg',
      '微信图片_20240101120000',
      'file:///D:/照片/一',
      '活动照片：D:\\某某\\一',
      '读者在阅览室',
    ];
    const { text } = await read({
      body: names.map((name) => drawing('rIdP', '', name)).join(''),
      relationships: [['rIdP', 'image', 'media/image1.png']],
      more: { 'word/media/image1.png': PNG },
    });
    const descriptions = [...text.matchAll(/!\[(.*?)\]\(/g)].map(([, description]) => description);
    assert.deepEqual(descriptions, [...names.slice(1).map(() => ''), '读者在阅览室']);
  });
});

describe('cells of a Word table', () => {
  const cell = (content: string) => `<w:tc>${content}</w:tc>`;

  it('end what is in them, also where the mark of its last paragraph was deleted', async () => {
    const deleted = (text: string) => p(text, '<w:rPr><w:del w:id="1"/></w:rPr>');
    const { text } = await read(
      `${deleted('前')}<w:tbl><w:tr>${cell(deleted('甲'))}${cell(deleted('乙') + p('丙'))}</w:tr></w:tbl>${p('后')}`,
    );
    assert.equal(text, '前\n\n| 甲 | 乙丙 |\n| --- | --- |\n\n后');
  });

  it('stand in their columns where the first ones are left free, and keep their bullets', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="l"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const { text } = await read({
      numbering,
      body: `<w:tbl><w:tr>${cell(p('项目'))}${cell(p('数'))}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(p('甲', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'))}</w:tr></w:tbl>`,
    });
    assert.equal(text, '| 项目 | 数 |\n| --- | --- |\n|  | • 甲 |');
  });
});

describe('the title of a Word file', () => {
  const STYLES =
    '<w:style w:type="paragraph" w:styleId="gw"><w:name w:val="公文标题"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="zj"><w:name w:val="居中"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>';
  const of = (style: string, text: string, more = '') =>
    p(text, `<w:pStyle w:val="${style}"/>${more}`);
  const centre = '<w:jc w:val="center"/>';
  const first = async (body: string) =>
    (await read({ styles: STYLES, body: `${body}${p('各科室：')}${p('正文。')}` })).text.split(
      '\n\n各科室',
    )[0];

  it('is told by its style or its place', async () => {
    assert.equal(await first(of('gw', '2024年工作总结')), '# 2024年工作总结');
    assert.equal(await first(of('zj', '2024年工作总结')), '# 2024年工作总结');
    assert.equal(await first(of('1', '2024年工作总结', centre)), '# 2024年工作总结');
    assert.equal(await first(of('1', '一、工作')), '## 一、工作');
    assert.equal(await first(p('正文在此。', centre)), '正文在此。');
  });

  it('may have two lines, with sub-lines below and a red head above', async () => {
    assert.equal(
      await first(
        p('县图书馆关于2024年度', centre) +
          p('工作总结的报告', centre) +
          p('（2024年12月5日）', centre),
      ),
      '# 县图书馆关于2024年度工作总结的报告\n\n（2024年12月5日）',
    );
    assert.equal(
      await first(of('gw', '关于读书活动的') + of('gw', '总结')),
      '# 关于读书活动的总结',
    );
    assert.equal(
      await first(
        p('县图书馆文件', centre) + p('图发〔2024〕5号', centre) + p('2024年工作总结', centre),
      ),
      '县图书馆文件\n\n图发〔2024〕5号\n\n# 2024年工作总结',
    );
    // A speaker's name is no part of a title.
    assert.equal(
      await first(p('2024年述职报告', centre) + p('张某某', centre)),
      '# 2024年述职报告\n\n张某某',
    );
  });

  it('leaves the headings their levels', async () => {
    const { text } = await read({
      styles: STYLES,
      body: of('1', '2024年工作总结') + of('2', '一、甲') + p('文。'),
    });
    assert.equal(text, '# 2024年工作总结\n\n## 一、甲\n\n文。');
  });
});

describe('pictures of two Word files in one folder', () => {
  it('are never mixed', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'two-pictures-'));
    try {
      const other = Buffer.concat([PNG, Buffer.from('other')]);
      for (const [name, bytes] of [
        ['甲', PNG],
        ['乙', other],
      ] as const) {
        const docx = makeDocx({
          body: drawing('rIdP'),
          relationships: [['rIdP', 'image', 'media/image1.png']],
          more: { 'word/media/image1.png': bytes },
        });
        writeFileSync(path.join(folder, `${name}.docx`), docx);
      }
      for (const [from, to] of [
        ['甲', '稿'],
        ['乙', '稿'],
        ['乙', '稿'],
      ] as const) {
        const { code } = await runCli(['import', `${from}.docx`, '-o', `${to}.md`, '--force'], {
          cwd: folder,
        });
        assert.equal(code, 0);
      }
      const target = /\]\((.*)\)/.exec(readFileSync(path.join(folder, '稿.md'), 'utf8'))![1]!;
      assert.deepEqual(readFileSync(path.join(folder, target)), other);
      assert.deepEqual(readFileSync(path.join(folder, '稿-图片/image1.png')), PNG);
      assert.ok(!existsSync(path.join(folder, '稿-图片/image1-3.png')));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a file that only looks like a Word file', () => {
  const shielded = new Uint8Array(9000);
  shielded.set(Buffer.from('%TSD-Header-###%'));
  const noise = new Uint8Array(9000);
  for (let i = 0, seed = 7; i < noise.length; i++) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    noise[i] = seed >>> 24;
  }
  for (const [what, bytes, says] of [
    ['encrypted by software of the office', shielded, /加密软件/],
    ['encrypted by whatever software', noise, /加密软件/],
    [
      'OpenDocument',
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.text'),
        'content.xml': strToU8('<a/>'),
      }),
      /OpenDocument.*另存为/,
    ],
    ['RTF', strToU8('{\\rtf1\\ansi 总结}'), /RTF.*另存为/],
    ['MHT', strToU8('MIME-Version: 1.0\r\nContent-Type: multipart/related'), /网页.*另存为/],
    ['HTML', strToU8('\ufeff<html xmlns:o="x"><body>总结'), /网页.*另存为/],
    ['PDF', strToU8('%PDF-1.7'), /PDF/],
    [
      'Word 2003',
      strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      /Word 2003.*另存为/,
    ],
    [
      'a workbook',
      zipSync({ '_rels/.rels': strToU8('<a/>'), 'xl/workbook.xml': strToU8('<a/>') }),
      /表格文件/,
    ],
    ['a picture', PNG, /图片/],
    ['zeros', new Uint8Array(5000), /空的/],
  ] as const) {
    it(`${what}: is told, and what to do`, async () => {
      await assert.rejects(
        importDocx(bytes),
        (error: { localized?: { zh: string; en: string } }) => {
          assert.match(error.localized?.zh ?? String(error), says);
          assert.match(error.localized!.zh, /请|没有导入/);
          return true;
        },
      );
    });
  }

  it('a package whose parts are named as on Windows is read', async () => {
    const { unzipSync } = await import('fflate');
    const parts = Object.entries(unzipSync(makeDocx({ body: p('正文') })));
    const named = Object.fromEntries(
      parts.map(([name, bytes]) => [name.replaceAll('/', '\\'), bytes]),
    );
    assert.equal((await importDocx(zipSync(named))).text, '　　正文\n');
  });
});
