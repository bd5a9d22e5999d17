/** Fixes of a Word file as tracked changes: accepted they give the corrected text, rejected the original. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import {
  importDocx,
  type ReviewEdit,
  type ReviewRemark,
  readForReview,
} from '../../server/src/word/write/index.js';
import { runCli } from '../helpers/command-line.js';
import { installed, settledAsText } from '../helpers/libre-office.js';
import { officeDocuments } from '../helpers/office-documents.js';
import { characters, settle } from '../helpers/tracked-changes.js';
import { mustBeValid } from '../helpers/valid-word-files.js';
import { makeDocx, p, partOf } from './docx.js';

const DOCUMENTS = officeDocuments();
const CHANGED = [
  'word/document.xml',
  'word/comments.xml',
  'word/_rels/document.xml.rels',
  '[Content_Types].xml',
];

/** What stands for a character by itself, and a field that never ends. */
const SIGNS = {
  name: '符号与没有完的域',
  docx: makeDocx({
    body:
      p('𠮷村填表说明') +
      '<w:p><w:r><w:t>办结</w:t><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0A8"></w:sym></w:r><w:r><w:t>否，A</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r></w:p>' +
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF 甲 </w:instrText></w:r><w:r><w:t>认真布署。</w:t></w:r></w:p>' +
      p('\u3000\u3000再接再励。'),
  }),
};

function corrected(text: string, edits: readonly ReviewEdit[]): string {
  let result = text;
  for (const { start, end, newText } of [...edits].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + newText + result.slice(end);
  }
  return result;
}

/** Every place of these words becomes others. */
function wanted(text: string): ReviewRemark[] {
  const words: readonly (readonly [string, string])[] = [
    ['布署', '部署'],
    ['，，', '，'],
    ['既使', '即使'],
    ['。。', '。'],
    ['再接再励', '再接再厉'],
    ['迫不急待', '迫不及待'],
    ['百分之五', '5%'],
    ['截止', '截至'],
    ['𠮷', '𠮷𠮷'],
    ['总结', '工作<总>&结'],
    ['任务', ''],
    ['年来', '年来\t，'],
  ];
  return words.flatMap(([word, by]) => {
    const found: ReviewRemark[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const span = { start: at, end: at + word.length };
      found.push({ ...span, message: `“${word}”有误`, edits: [{ ...span, newText: by }] });
    }
    return found;
  });
}

const editsOf = (remarks: readonly ReviewRemark[]) => remarks.flatMap(({ edits = [] }) => edits);

describe('fixes of a Word file as tracked changes', () => {
  for (const { name, docx } of DOCUMENTS) {
    it(`give the corrected text and the original back: ${name}`, async () => {
      const file = readForReview(docx);
      const remarks = wanted(file.text);
      assert.ok(remarks.length >= 2, file.text);
      const { bytes, changed, unchanged } = file.withRemarks(remarks);
      mustBeValid(bytes, docx);
      assert.equal(changed, remarks.length);
      assert.equal(unchanged, 0);
      const accepted = readForReview(settle(bytes, 'accept')).text;
      assert.equal(accepted, corrected(file.text, editsOf(remarks)));
      assert.equal(readForReview(bytes).text, accepted);
      assert.deepEqual(characters(settle(bytes, 'reject')), characters(settle(docx, 'reject')));
      // As our own import understands them.
      const back = async (from: Uint8Array) => (await importDocx(from, { changes: 'reject' })).text;
      assert.equal(await back(bytes), await back(docx));
      const [before, after] = [unzipSync(docx), unzipSync(bytes)];
      for (const part of Object.keys(before)) {
        if (!CHANGED.includes(part)) assert.deepEqual(after[part], before[part], part);
      }
      assert.deepEqual(
        Object.keys(after).filter((part) => before[part] === undefined),
        before['word/comments.xml'] === undefined ? ['word/comments.xml'] : [],
      );
    });
  }

  it('do so wherever they are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DOCUMENTS, SIGNS),
        fc.array(fc.tuple(fc.nat(200), fc.nat(6), fc.constantFrom('', '新', '𠮷<&', ' ', 'a\tb')), {
          maxLength: 8,
        }),
        ({ docx }, places) => {
          const file = readForReview(docx);
          const edits: ReviewEdit[] = [];
          for (const [at, length, newText] of places) {
            const start = at % (file.text.length + 1);
            const end = Math.min(file.text.length, start + length);
            edits.push({ start, end, newText });
          }
          // Each is asked for by itself, to know which can be made.
          const can = edits.filter((edit) => {
            const { changed } = file.withRemarks([{ ...edit, message: null, edits: [edit] }]);
            return changed === 1;
          });
          const apart = can.filter(
            (edit, index) =>
              !can
                .slice(0, index)
                .some((other) => edit.start <= other.end && other.start <= edit.end),
          );
          const { bytes, unchanged } = file.withRemarks(
            apart.map((edit) => ({ ...edit, message: '改', edits: [edit] })),
          );
          assert.equal(unchanged, 0);
          assert.equal(readForReview(settle(docx, 'accept')).text, file.text);
          // A paragraph that has lost all its words shows no number.
          const shown = (text: string) =>
            text.replace(
              /^(?:[一二三]、|（[一二三]）|第[一二三]条|\d+(?:\.\d+)*\.?)[^\S\n]*$/gm,
              '',
            );
          assert.equal(
            shown(readForReview(settle(bytes, 'accept')).text).replace(/[^\S\n]+$/gm, ''),
            shown(corrected(file.text, apart)).replace(/[^\S\n]+$/gm, ''),
          );
          assert.deepEqual(characters(settle(bytes, 'reject')), characters(settle(docx, 'reject')));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('do so beside signs that are no text, and after a field that never ends', () => {
    const file = readForReview(SIGNS.docx);
    assert.equal(file.text, '𠮷村填表说明\n办结☑是□否，A-B\n认真布署。\n\u3000\u3000再接再励。\n');
    const edits = (
      [
        ['☑', '✓'],
        ['□否', '☑否'],
        ['-B', '—B'],
        ['布署', '部署'],
      ] as const
    ).map(([words, newText]) => {
      const start = file.text.indexOf(words);
      return { start, end: start + words.length, newText };
    });
    const { bytes, unchanged } = file.withRemarks(
      edits.map((edit) => ({ ...edit, message: '改', edits: [edit] })),
    );
    mustBeValid(bytes, SIGNS.docx);
    assert.equal(unchanged, 0);
    assert.equal(readForReview(settle(bytes, 'accept')).text, corrected(file.text, edits));
    assert.deepEqual(characters(settle(bytes, 'reject')), characters(SIGNS.docx));
  });

  it('keep the look of their run, and change no more than differs', () => {
    const docx = makeDocx({ body: p('认真布署工作', '', '<w:b/>') });
    const { bytes } = readForReview(docx).withRemarks([
      { start: 2, end: 4, message: '错字', edits: [{ start: 2, end: 4, newText: '部署' }] },
    ]);
    const xml = partOf(bytes, 'word/document.xml');
    const look = '<w:rPr><w:b/></w:rPr>';
    assert.match(
      xml,
      new RegExp(
        `<w:del w:id="\\d+" w:author="工作总结"><w:r>${look}<w:delText xml:space="preserve">布</w:delText></w:r></w:del><w:ins w:id="\\d+" w:author="工作总结"><w:r>${look}<w:t xml:space="preserve">部</w:t></w:r></w:ins>`,
      ),
    );
    const ids = [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('of what a field gives are only told, for it gives something else tomorrow', () => {
    const { docx } = DOCUMENTS.find(({ name }) => name === '域与书签')!;
    const file = readForReview(docx);
    for (const given of ['2024年12月', '年底']) {
      const start = file.text.lastIndexOf(given) + 1;
      const edit = { start, end: start + 1, newText: '新' };
      const { bytes, unchanged } = file.withRemarks([{ ...edit, message: '改', edits: [edit] }]);
      assert.equal(unchanged, 1);
      assert.equal(readForReview(bytes).text, file.text);
    }
  });

  it('that touch a number of Word’s, two paragraphs or another fix are only told', () => {
    const { docx } = DOCUMENTS.find(({ name }) => name === '自动编号')!;
    const file = readForReview(docx);
    const label = file.text.indexOf('一、');
    const end = file.text.indexOf('\n');
    const edit = (start: number, to: number, newText: string) => ({
      ...{ start, end: to, message: '改' },
      edits: [{ start, end: to, newText }],
    });
    const { bytes, changed, unchanged } = file.withRemarks([
      edit(label, label + 2, '1.'),
      edit(end, end + 1, ''),
      edit(0, 2, '今'),
      edit(1, 3, '年'),
    ]);
    assert.deepEqual([changed, unchanged], [1, 3]);
    assert.equal(partOf(bytes, 'word/comments.xml').match(/<w:comment /g)?.length, 4);
    assert.equal(readForReview(bytes).text, `今${file.text.slice(2)}`);
  });
});

describe('check --fix on the command line', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(path.join(os.tmpdir(), 'tracked-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true }));

  it('writes safe fixes, or all first ones, beside the comments', async () => {
    const text = '我们认真布署各项工作，，完成了任务。';
    writeFileSync(path.join(cwd, '稿.docx'), makeDocx({ body: p(text) }));
    const fix = async (which: string) => {
      const to = `${which}.docx`;
      const { stderr } = await runCli(['check', '稿.docx', '-o', to, '--fix', which], { cwd });
      assert.match(stderr, /处问题写成批注、\d 处改法写成修订/);
      const bytes = readFileSync(path.join(cwd, to));
      assert.equal(readForReview(settle(bytes, 'reject')).text, `${text}\n`);
      return readForReview(settle(bytes, 'accept')).text;
    };
    assert.equal(await fix('safe'), '我们认真布署各项工作，完成了任务。\n');
    assert.equal(await fix('all'), '我们认真部署各项工作，完成了任务。\n');
  });

  it('needs a file to write', async () => {
    writeFileSync(path.join(cwd, '稿.docx'), makeDocx({ body: p('总结') }));
    const { stderr, code } = await runCli(['check', '稿.docx', '--fix', 'all'], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /-o/);
  });
});

describe('tracked changes in LibreOffice', () => {
  before(function () {
    if (!installed) this.skip();
  });

  it('give the corrected text when accepted, and the original when rejected', () => {
    // LibreOffice 7 loses words of a content control, whoever made the changes in it.
    const documents = DOCUMENTS.filter(({ name }) => name !== '控件与智能标记');
    const files = documents.map(({ docx }) => {
      const file = readForReview(docx);
      const { bytes } = file.withRemarks(wanted(file.text));
      return { docx, bytes, clean: settle(bytes, 'accept') };
    });
    const texts = settledAsText(
      files.flatMap(({ docx, bytes, clean }) => [
        { docx: bytes, as: 'accept' as const },
        { docx: clean, as: 'accept' as const },
        { docx: bytes, as: 'reject' as const },
        { docx, as: 'reject' as const },
      ]),
    );
    // How many empty paragraphs there are at a section break is its own affair.
    const lines = (text: string | undefined) => text?.split('\n').filter((one) => one !== '');
    for (const [index, { name }] of documents.entries()) {
      const [accepted, clean, rejected, original] = texts.slice(index * 4, index * 4 + 4);
      assert.deepEqual(lines(accepted), lines(clean), name);
      assert.deepEqual(lines(rejected), lines(original), name);
      assert.notEqual(accepted, rejected, name);
    }
  });
});
