import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { formatNumber } from '../../server/src/word/read/number-format.js';
import { importDocx, WordFileError } from '../../server/src/word/write/index.js';
import { makeDocx, p } from './docx.js';

const HEADING =
  '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>';

const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING =
  `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimalEnclosedCircleChinese', '%4')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>' +
  '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';

const item = (text: string, list: number, ilvl = 0) =>
  p(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${list}"/></w:numPr>`);

describe('a Word file of somebody else', () => {
  it('gives its automatic numbers back as typed labels', async () => {
    const { text } = await importDocx(
      makeDocx({
        styles: HEADING,
        numbering: NUMBERING,
        body: [
          p('2024年工作总结', '<w:pStyle w:val="a3"/>'),
          item('主要工作', 1),
          p('抓学习', '<w:pStyle w:val="2"/>'),
          p('抓服务', '<w:pStyle w:val="2"/>'),
          item('走访', 1, 2),
          item('慰问', 1, 2),
          item('春节', 1, 3),
          item('存在问题', 1),
          p('人手不足', '<w:pStyle w:val="2"/>'),
          p(' '),
          item('另起一列', 4, 2),
          item('续', 4, 2),
        ].join(''),
      }),
    );
    assert.equal(
      text,
      [
        '2024年工作总结',
        '',
        '一、主要工作',
        '　　（一）抓学习',
        '　　（二）抓服务',
        '　　1.走访',
        '　　2.慰问',
        '　　①春节',
        '二、存在问题',
        '　　（一）人手不足',
        '　　1.另起一列',
        '　　2.续',
        '',
      ].join('\n'),
    );
  });

  it('keeps 1.1 apart from its text, and turns bullets into those of the syntax', async () => {
    const docx = makeDocx({
      numbering: NUMBERING,
      body: item('甲', 3) + item('乙', 3, 1) + item('丙', 2),
    });
    assert.equal((await importDocx(docx)).text, '　　1 甲\n　　1.1 乙\n　　• 丙\n');
    assert.equal((await importDocx(docx, { syntax: 'markdown' })).text, '1 甲\n\n1.1 乙\n\n- 丙\n');
  });

  it('becomes Markdown with headings, looks, links and tables', async () => {
    const cell = (text: string, more = '') => `<w:tc><w:tcPr>${more}</w:tcPr>${text}</w:tc>`;
    const docx = makeDocx({
      styles: HEADING,
      relationships: [['rId9', 'hyperlink', 'https://example.org/', true]],
      body: [
        p('2024年', '<w:pStyle w:val="a3"/>').replace(
          '</w:p>',
          '<w:r><w:br/><w:t>工作总结</w:t></w:r></w:p>',
        ),
        p('一、工作', '<w:pStyle w:val="1"/>', '<w:b/>'),
        '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">重点 </w:t></w:r><w:r><w:t>是</w:t></w:r><w:hyperlink r:id="rId9"><w:r><w:t>读*者</w:t></w:r></w:hyperlink></w:p>',
        `<w:tbl><w:tr>${cell(p('名称'))}${cell(p('数|量'))}</w:tr><w:tr>${cell(p('书') + p('刊'))}${cell(p('12', '<w:jc w:val="right"/>'))}</w:tr><w:tr>${cell(p('合计 12'), '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`,
        p('　　上一段里有<w:br/>换行'.replace('<w:br/>', '</w:t><w:br/><w:t>')),
      ].join(''),
    });
    const { text, syntax } = await importDocx(docx);
    assert.equal(syntax, 'markdown');
    assert.equal(
      text,
      [
        '# 2024年工作总结',
        '',
        '## 一、工作',
        '',
        '**重点** 是[读\\*者](https://example.org/)',
        '',
        '| 名称 | 数\\|量 |',
        '| --- | ---: |',
        '| 书<br>刊 | 12 |',
        '| 合计 12 |  |',
        '',
        '上一段里有',
        '',
        '换行',
        '',
      ].join('\n'),
    );
    const plain = await importDocx(docx, { syntax: 'plain' });
    assert.match(plain.text, /名称\t数\|量/);
    assert.equal(plain.notices.length, 1);
  });

  it('has tracked changes accepted, undone or shown', async () => {
    const run = (text: string, tag = 't') => `<w:r><w:${tag}>${text}</w:${tag}></w:r>`;
    const docx = makeDocx({
      body: [
        `<w:p>${run('接待')}<w:del w:id="1">${run('12', 'delText')}</w:del><w:ins w:id="2">${run('13')}</w:ins>${run('人')}</w:p>`,
        `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${run('甲')}</w:p><w:p>${run('乙')}</w:p>`,
        `<w:p><w:pPr><w:rPr><w:ins w:id="4"/></w:rPr></w:pPr>${run('丙')}</w:p><w:p>${run('丁')}</w:p>`,
      ].join(''),
    });
    const read = async (changes?: 'accept' | 'reject' | 'show') =>
      (await importDocx(docx, changes && { changes })).text.replace(/　/g, '').trim().split('\n');
    assert.deepEqual(await read(), ['接待13人', '甲乙', '丙', '丁']);
    assert.deepEqual(await read('reject'), ['接待12人', '甲', '乙', '丙丁']);
    assert.deepEqual((await read('show'))[0], '接待〔删：12〕〔增：13〕人');
    assert.equal((await importDocx(docx)).tracked, 4);
  });

  it('says what it leaves out, and reads what Word shows', async () => {
    const { text, notices } = await importDocx(
      makeDocx({
        styles: `${HEADING}<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>`,
        body: [
          p('一、工作	1', '<w:pStyle w:val="T"/>'),
          '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2024年</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:footnoteReference w:id="2"/><w:t>完</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>',
          '<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>框内</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>框外</w:t></w:r></w:p>',
        ].join(''),
      }),
    );
    assert.equal(text, '　　2024年完\n　　框内\n　　框外\n');
    assert.deepEqual(
      notices.map(({ zh }) => zh),
      ['有 1 条脚注或尾注没有导入。', '有 1 条批注没有导入。'],
    );
  });

  for (const [format, numbers] of [
    [
      'chineseCountingThousand',
      { 1: '一', 10: '十', 21: '二十一', 101: '一百零一', 115: '一百一十五' },
    ],
    ['decimalEnclosedCircle', { 1: '①', 20: '⑳', 21: '21' }],
    ['ideographTraditional', { 1: '甲', 10: '癸' }],
    ['upperRoman', { 4: 'IV', 9: 'IX' }],
    ['lowerLetter', { 1: 'a', 27: 'aa' }],
    ['decimalFullWidth', { 12: '１２' }],
    ['unheardOf', { 3: '3' }],
  ] as const) {
    it(`counts in ${format}`, () => {
      for (const [number, text] of Object.entries(numbers)) {
        assert.equal(formatNumber(Number(number), format), text);
      }
    });
  }
});

describe('a file that cannot be imported', () => {
  const refused = (what: string, pattern: RegExp, make: () => Uint8Array) =>
    it(`${what}: says so, and what to do`, async () => {
      const before = process.memoryUsage().arrayBuffers;
      await assert.rejects(importDocx(make()), (error) => {
        assert.ok(error instanceof WordFileError, String(error));
        assert.match(error.localized.zh, pattern);
        assert.match(error.localized.en, /[a-z]/);
        return true;
      });
      assert.ok(process.memoryUsage().arrayBuffers - before < 300_000_000);
    });
  const whole = makeDocx({ body: p('正文') });
  const compound = (stream: string) => {
    const bytes = new Uint8Array(4096);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    for (const [i, character] of [...stream].entries())
      bytes[1024 + i * 2] = character.charCodeAt(0);
    return bytes;
  };
  const body = (xml: string) => makeDocx({ body: xml });

  refused('encrypted', /密码/, () => compound('EncryptedPackage'));
  refused('.doc and .wps', /另存为/, () => compound('WordDocument'));
  refused('truncated', /不完整/, () => whole.subarray(0, whole.length - 300));
  refused('with macros', /宏/, () =>
    makeDocx({ body: p('正文'), more: { 'word/vbaProject.bin': new Uint8Array(10) } }),
  );
  refused('of 200 MB', /100 MB/, () => new Uint8Array(200_000_000));
  refused('a zip bomb', /解压/, () =>
    makeDocx({ body: '', more: { 'word/document.xml': new Uint8Array(60_000_000) } }),
  );
  refused('empty', /是空的/, () => new Uint8Array());
  refused('text', /不是 Word/, () => strToU8('工作总结'));
  refused('a workbook', /不是 Word/, () => zipSync({ 'xl/workbook.xml': strToU8('<a/>') }));
  refused('broken XML', /损坏/, () => body('<w:p><w:r></w:p>'));
  refused('entities that grow', /损坏/, () =>
    makeDocx({
      body: '',
      more: { 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>') },
    }),
  );
  refused('nested without end', /损坏/, () =>
    body('<w:smartTag>'.repeat(5000) + '</w:smartTag>'.repeat(5000)),
  );

  it('a file whose sizes lie never unpacks to more than they say', async () => {
    const docx = makeDocx({ body: '', more: { 'word/document.xml': new Uint8Array(30_000_000) } });
    // Sizes of that part in the central directory: 30 000 000 becomes 1 000.
    const lie = docx.slice();
    const size = new Uint8Array(new Uint32Array([30_000_000]).buffer);
    for (let at = 0; at < lie.length - 4; at++) {
      if (size.every((byte, i) => lie[at + i] === byte)) lie.set([0xe8, 0x03, 0, 0], at);
    }
    await assert.rejects(importDocx(lie), WordFileError);
  });

  it('whatever bytes are changed: a message or a text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = whole.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          await importDocx(bytes).then(
            ({ text }) => assert.equal(typeof text, 'string'),
            (error) => assert.ok(error instanceof WordFileError, String(error?.stack)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
