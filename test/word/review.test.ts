/** Proofreading a Word file where it is: places that hold however the pages fall, and comments on the words. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { strToU8, unzipSync } from 'fflate';
import { leftOutOf } from '../../server/src/report/review.js';
import { importDocx, readForReview, WordFileError } from '../../server/src/word/write/index.js';
import { runCli } from '../helpers/command-line.js';
import { mustBeValid } from '../helpers/valid-word-files.js';
import { makeDocx, type Parts, p, partOf } from './docx.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const line = (...content: string[]) => `<w:p>${content.join('')}</w:p>`;
const field = (result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';

const FILE: Parts = {
  numbering: NUMBERING,
  body: [
    p('县图书馆2024年𠮷总结'),
    '<w:p/>',
    p('主要工作', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    line(run('认真布'), run('署各项', '<w:b/>'), run('工作，，A &lt; B &amp; C')),
    line(
      run('于'),
      field('三月'),
      '<w:del w:id="1"><w:r><w:delText>四月</w:delText></w:r></w:del>',
      '<w:ins w:id="2">',
      run('完成'),
      '</w:ins>',
      run('暗', '<w:vanish/>'),
      '<w:hyperlink>',
      run('任务'),
      '</w:hyperlink>',
      '<w:r><w:tab/><w:t>。</w:t></w:r>',
    ),
    `<w:tbl><w:tr><w:tc>${p('格内')}</w:tc></w:tr></w:tbl>`,
    line(
      '<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>',
      run('末段'),
    ),
  ].join(''),
};

/** The words between the marks of each comment, by id. */
function commented(docx: Uint8Array): Map<string, string> {
  const found = new Map<string, string>();
  const open = new Set<string>();
  const xml = partOf(docx, 'word/document.xml');
  for (const [, start, end, text] of xml.matchAll(
    /<w:commentRangeStart w:id="(\d+)"\/>|<w:commentRangeEnd w:id="(\d+)"\/>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g,
  )) {
    if (start !== undefined) {
      open.add(start);
      found.set(start, '');
    } else if (end !== undefined) open.delete(end);
    else {
      const words = (text ?? '\t').replace(/&lt;/g, '<').replace(/&amp;/g, '&');
      for (const id of open) found.set(id, found.get(id)! + words);
    }
  }
  return found;
}

describe('a Word file that is proofread', () => {
  it('gives its words as Word shows them, a paragraph in each line', () => {
    const { text } = readForReview(makeDocx(FILE));
    assert.equal(
      text,
      '县图书馆2024年𠮷总结\n\n一、主要工作\n认真布署各项工作，，A < B & C\n于三月完成任务\t。\n末段\n格内\n',
    );
  });

  it('says where something stands by the paragraph and the words around', () => {
    const file = readForReview(makeDocx(FILE));
    const at = file.text.indexOf('布署');
    assert.deepEqual(file.placeOf(at, at + 2), {
      paragraph: 3,
      before: '认真',
      text: '布署',
      after: '各项工作，，A < ',
    });
  });

  it('gets comments on the very words, over runs, in links and after signs of XML', () => {
    const docx = makeDocx(FILE);
    const file = readForReview(docx);
    const words = ['布署', '，，', '< B & C', '县图书馆', '完成任务', '务\t。', '一、主要', '末段'];
    // Hidden words lie between others.
    const comments = words.map((word, index) => {
      const start = file.text.indexOf(word);
      return { start, end: start + word.length, message: `第${index}条：<改>&` };
    });
    const { bytes: reviewed } = file.withRemarks(comments);
    mustBeValid(reviewed, docx);
    assert.deepEqual(
      [...commented(reviewed).values()].sort(),
      words.map((word) => word.replace('一、', '').replace('完成任务', '完成暗任务')).sort(),
    );
    const xml = partOf(reviewed, 'word/comments.xml');
    assert.equal(xml.match(/<w:comment /g)?.length, words.length);
    assert.match(xml, /第0条：&lt;改&gt;&amp;/);
  });

  it('keeps every other part byte for byte, and its words', async () => {
    const docx = makeDocx({
      ...FILE,
      more: { 'word/media/图.bin': Uint8Array.of(1, 2, 3), 'docProps/core.xml': strToU8('<a/>') },
    });
    const { bytes: reviewed } = readForReview(docx).withRemarks([
      { start: 0, end: 3, message: '改' },
    ]);
    const [before, after] = [unzipSync(docx), unzipSync(reviewed)];
    const changed = ['word/document.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml'];
    assert.deepEqual(
      Object.keys(after).sort(),
      [...Object.keys(before), 'word/comments.xml'].sort(),
    );
    for (const [name, bytes] of Object.entries(before)) {
      if (!changed.includes(name)) assert.deepEqual(after[name], bytes, name);
    }
    assert.equal((await importDocx(reviewed)).text, (await importDocx(docx)).text);
    assert.equal(readForReview(reviewed).text, readForReview(docx).text);
  });

  it('keeps comments that are there', () => {
    const docx = makeDocx({
      ...FILE,
      relationships: [['rIdC', 'comments', 'comments.xml']],
      more: {
        'word/comments.xml': strToU8(
          `<w:comments ${W}><w:comment w:id="7" w:author="某"><w:p/></w:comment></w:comments>`,
        ),
      },
    });
    const xml = partOf(
      readForReview(docx).withRemarks([{ start: 0, end: 1, message: '新' }]).bytes,
      'word/comments.xml',
    );
    assert.match(xml, /w:id="7" w:author="某".*w:id="8" w:author="工作总结"/);
  });

  it('has a comment on what is next to a place without words', () => {
    const file = readForReview(makeDocx(FILE));
    const empty = file.text.indexOf('\n\n') + 1;
    const label = file.text.indexOf('一、');
    const { bytes: reviewed } = file.withRemarks([
      { start: empty, end: empty, message: '空段' },
      { start: label, end: label + 2, message: '序号' },
    ]);
    assert.deepEqual([...commented(reviewed).values()], ['县图书馆2024年𠮷总结', '主要工作']);
  });

  it('keeps its words wherever comments are', async () => {
    const docx = makeDocx(FILE);
    const file = readForReview(docx);
    const { text } = await importDocx(docx);
    const place = fc.nat(file.text.length);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, place), { maxLength: 8 }), async (spans) => {
        const comments = spans.map(([a, b]) => ({
          start: Math.min(a, b),
          end: Math.max(a, b),
          message: '改',
        }));
        const { bytes: reviewed } = file.withRemarks(comments);
        assert.equal((await importDocx(reviewed)).text, text);
        const marks =
          partOf(reviewed, 'word/document.xml').match(/<w:commentRange(?:Start|End) /g)?.length ??
          0;
        assert.equal(marks, spans.length * 2);
      }),
      { numRuns: 80 },
    );
  });

  it('loses no word, and no number, to a field that never ends', () => {
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const { text } = readForReview(
      makeDocx({
        numbering: NUMBERING,
        body:
          p('成绩', numbered) +
          line(
            run('𠮷村'),
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF 甲 </w:instrText></w:r>',
            run('书屋于'),
            field('三月'),
            run('开放。'),
          ) +
          p('不足', numbered) +
          p('\u3000\u3000人手不够。'),
      }),
    );
    assert.equal(text, '一、成绩\n𠮷村书屋于三月开放。\n二、不足\n\u3000\u3000人手不够。\n');
  });

  it('has its symbols as the font shows them, so that words on either side stay apart', () => {
    const sign = (code: string) => `<w:r><w:sym w:font="Wingdings 2" w:char="${code}"/></w:r>`;
    const { text } = readForReview(
      makeDocx({
        body: line(
          sign('F052'),
          run('同意'),
          sign('00A3'),
          run('不同意，面积'),
          '<w:r><w:sym w:char="F0B3" w:font="Symbol"></w:sym></w:r>',
          run('30，A'),
          '<w:r><w:noBreakHyphen/></w:r>',
          run('B，'),
          '<w:r><w:sym w:font="某字体" w:char="E001"/></w:r>',
        ),
      }),
    );
    assert.equal(text, '☑同意□不同意，面积≥30，A-B，〓\n');
  });

  it('has the words of tables at the end, with the table they stand in', () => {
    const cell = (...content: string[]) => `<w:tc>${content.join('')}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(p('内𠮷'))}</w:tr></w:tbl>`;
    const file = readForReview(
      makeDocx({
        body:
          p('表前') +
          `<w:tbl><w:tr>${cell(p('项目'))}${cell(p('完成'), '<w:p/>', p('情况'))}</w:tr></w:tbl>` +
          p('表间') +
          `<w:tbl><w:tr>${cell(p('单位'), inner, p('人数'))}</w:tr></w:tbl>` +
          p('表后'),
      }),
    );
    const { text, cellsStart } = file;
    assert.equal(text.slice(0, cellsStart), '表前\n表间\n表后\n');
    assert.equal(text.slice(cellsStart), '项目\n完成\n情况\n单位\n内𠮷\n人数\n');
    const placeOf = (words: string) => {
      const start = text.indexOf(words);
      const { table, paragraph } = file.placeOf(start, start + words.length);
      return { table, paragraph };
    };
    assert.deepEqual(placeOf('表间'), { table: undefined, paragraph: 2 });
    assert.deepEqual(placeOf('情况'), { table: 1, paragraph: 3 });
    assert.deepEqual(placeOf('𠮷'), { table: 2, paragraph: 2 });
  });

  it('says how much of it is left out', () => {
    const note = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const box = `<w:txbxContent>${p('框内')}</w:txbxContent>`;
    const file = readForReview(
      makeDocx({
        body:
          line(
            run('接待𠮷村读者'),
            note('footnote', 2),
            `<w:del w:id="1">${note('footnote', 3)}</w:del>`,
            run('一批。'),
            note('endnote', 1),
          ) +
          `<w:tbl><w:tr><w:tc>${line(run('格内'), note('footnote', 4))}</w:tc></w:tr></w:tbl>` +
          line(
            `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
          ),
      }),
    );
    const { boxes, notes } = file;
    assert.deepEqual({ boxes, notes }, { boxes: 1, notes: 3 });
    assert.deepEqual(leftOutOf(file), {
      zh: '正文已校对；1 个文本框、3 条脚注或尾注里的文字没有校对。',
      en: 'The text was proofread; the words in 1 text boxes and 3 footnotes or endnotes were not.',
    });
    const notesAlone = leftOutOf({ boxes: 0, notes: 2 });
    assert.equal(notesAlone?.zh, '正文已校对；2 条脚注或尾注里的文字没有校对。');
    assert.equal(leftOutOf(readForReview(makeDocx({ body: p('正文') }))), null);
  });

  it('is refused as any import is, when it is none', () => {
    assert.throws(() => readForReview(strToU8('总结')), WordFileError);
    assert.throws(() => readForReview(makeDocx({ body: '<w:p><w:r></w:p>' })), WordFileError);
  });
});

describe('check of a Word file on the command line', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(path.join(os.tmpdir(), 'review-'));
    writeFileSync(path.join(cwd, '稿.docx'), makeDocx(FILE));
  });
  afterEach(() => rmSync(cwd, { recursive: true }));

  it('names paragraph and words, and writes a copy with comments when asked', async () => {
    const { stdout, stderr, code } = await runCli(['check', '稿.docx'], { cwd });
    assert.equal(code, 1);
    assert.match(stderr, /稿\.docx：正文已校对；1 个文本框里的文字没有校对/);
    assert.match(stdout, /稿\.docx：第3段“认真【布署】各项工作/);
    const before = readFileSync(path.join(cwd, '稿.docx'));
    const written = await runCli(['check', '稿.docx', '-o', '批注.docx', '--format', 'json'], {
      cwd,
    });
    const [report] = JSON.parse(written.stdout).files;
    assert.equal(report.findings[0].place.paragraph, 3);
    const words = [...commented(readFileSync(path.join(cwd, '批注.docx'))).values()];
    assert.ok(words.includes('布署') && words.includes('，，'), words.join());
    assert.deepEqual(readFileSync(path.join(cwd, '稿.docx')), before);
    // Never over the file itself, and not over another one without being told.
    assert.equal((await runCli(['check', '稿.docx', '-o', '稿.docx', '--force'], { cwd })).code, 2);
    assert.equal((await runCli(['check', '稿.docx', '-o', '批注.docx'], { cwd })).code, 2);
  });

  it('judges the words alone in a table, and writes beside them there', async () => {
    const rows = [
      ['一、', '认真布署工作', '𠮷县'],
      ['三、', '，，', '认真惯彻落实'],
    ];
    const cells = (row: string[]) =>
      `<w:tr>${row.map((text) => `<w:tc>${p(text)}</w:tc>`).join('')}</w:tr>`;
    const body = `${p('县图书馆2024年𠮷总结')}<w:tbl>${rows.map(cells).join('')}</w:tbl>${p('全馆完成了各项任务。')}`;
    writeFileSync(path.join(cwd, '表.docx'), makeDocx({ body }));
    const args = ['check', '表.docx', '-o', '批注.docx', '--fix', 'all', '--format', 'json'];
    const { stdout } = await runCli(args, { cwd });
    const findings: readonly { text: string; severity: string; place: { table?: number } }[] =
      JSON.parse(stdout).files[0].findings;
    const inTables = findings.filter(({ place }) => place.table !== undefined);
    assert.deepEqual(
      inTables.map(({ text, place }) => [text, place.table]),
      [
        ['布署', 1],
        ['惯彻', 1],
      ],
    );
    const told = await runCli(['check', '表.docx'], { cwd });
    assert.match(told.stdout, /表\.docx：第1个表格“认真【布署】工作”/);
    const written = readFileSync(path.join(cwd, '批注.docx'));
    const xml = partOf(written, 'word/document.xml');
    assert.match(xml, /<w:tc><w:p>.*?<w:delText[^>]*>布<\/w:delText>/);
    assert.match(xml, /<w:ins [^>]*>.*?>贯<\/w:t>/);
    mustBeValid(written, readFileSync(path.join(cwd, '表.docx')));
  });

  it('takes one Word file for comments, and leaves Word files alone that would be changed', async () => {
    writeFileSync(path.join(cwd, '稿.txt'), '总结\n');
    const { stderr, code } = await runCli(['check', '稿.txt', '-o', '批注.docx'], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /一个 \.docx/);
    assert.ok(!existsSync(path.join(cwd, '批注.docx')));
    const before = readFileSync(path.join(cwd, '稿.docx'));
    await runCli(['fix', '稿.docx', '--write'], { cwd });
    assert.deepEqual(readFileSync(path.join(cwd, '稿.docx')), before);
  });
});
