import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { eventually, patient } from '../patience.mjs';
import { openWorkbench } from '../ui-helpers.mjs';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const paragraph = (text) =>
  `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A Word file as a colleague sends it. */
const RECEIVED = zipSync({
  '[Content_Types].xml': strToU8(
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  ),
  '_rels/.rels': strToU8(
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
  ),
  'word/document.xml': strToU8(
    `<w:document xmlns:w="${W}"><w:body>${[
      '𠮷水县图书馆2024年工作总结',
      '\u3000\u3000一年来，我们认真布署各项工作，，完成了任务。',
      '\u3000\u3000全馆再接再励，取得新的成绩。',
    ]
      .map(paragraph)
      .join(
        '',
      )}<w:tbl><w:tr><w:tc>${paragraph('认真惯彻落实')}</w:tc></w:tr></w:tbl></w:body></w:document>`,
  ),
});

describe('a Word file that a colleague has sent', function () {
  this.timeout(patient(120_000));
  let bench;
  before(async () => {
    bench = await openWorkbench([
      { name: '说明.txt', content: '请看附件。\n' },
      { name: '来稿.docx', content: RECEIVED },
    ]);
  });
  after(() => bench?.close());

  const inExplorer = (name) =>
    bench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
  const menu = (name, item) => bench.chooseInMenu(inExplorer(name).first(), item);

  it('is proofread where it is: what is wrong is listed with its paragraph and the words around', async () => {
    await menu('来稿.docx', /Proofread This Word File|校对此 Word 文件/);
    const told = await bench.notification('来稿.docx');
    assert.match(await told.textContent(), /必错 \d 处/);
    await told.getByText('查看问题').click();
    const problem = bench.page.locator('.markers-panel .monaco-list-row', {
      hasText: '第2段“一年来，我们认真【布署】各项工作',
    });
    await problem.waitFor();
    await bench.page
      .locator('.markers-panel .monaco-list-row', { hasText: '第1个表格“认真【惯彻】落实' })
      .waitFor();
    await bench.screenshot('word-review-problems');
    await problem.dblclick();
    await bench.page.locator('.tab.active', { hasText: '来稿.docx' }).waitFor();
    await bench.page.locator('.view-line', { hasText: '布署各项工作' }).waitFor();
    await bench.page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
    await bench.screenshot('word-review-text');
  });

  it('is written back as a copy, with comments and the fixes that were ticked', async () => {
    await menu('来稿.docx', /Write Findings as Word|校对并写回批注/);
    const pick = (text) =>
      bench.page.locator('.quick-input-list .monaco-list-row', { hasText: text });
    await pick('部署').first().waitFor();
    await bench.screenshot('word-review-fixes');
    await pick('部署').first().click();
    await bench.page.keyboard.press('Enter');
    await inExplorer('来稿.批注.docx').waitFor();
    const told = await bench.notification('来稿.批注.docx');
    assert.match(await told.textContent(), /处问题写成批注、1 处改法写成修订/);
    const parts = await eventually(async () =>
      unzipSync(await readFile(path.join(bench.folder, '来稿.批注.docx'))),
    );
    const xml = strFromU8(parts['word/document.xml']);
    assert.match(xml, /<w:delText xml:space="preserve">布<\/w:delText>/);
    assert.match(xml, /<w:ins [^>]*>.*?>部<\/w:t><\/w:r><\/w:ins>/);
    assert.equal(xml.match(/<w:ins /g).length, 1);
    assert.ok(strFromU8(parts['word/comments.xml']).match(/<w:comment /g).length >= 3);
    const original = await readFile(path.join(bench.folder, '来稿.docx'));
    assert.deepEqual(new Uint8Array(original), RECEIVED);
  });

  it('is never written over another copy: the name is asked for', async () => {
    const before = await readFile(path.join(bench.folder, '来稿.批注.docx'));
    await menu('来稿.docx', /Write Findings as Word|校对并写回批注/);
    await bench.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await bench.page.keyboard.press('Enter');
    await bench.page.waitForFunction(() =>
      document.querySelector('.quick-input-box input').value.endsWith('来稿.批注-2.docx'),
    );
    await bench.page.keyboard.press('Enter');
    await inExplorer('来稿.批注-2.docx').waitFor();
    const after = await readFile(path.join(bench.folder, '来稿.批注.docx'));
    assert.deepEqual(after, before);
  });
});
