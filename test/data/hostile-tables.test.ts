/** Tables that are larger than any that fills documents, or say so. */
import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import { applyEdits } from '../../server/src/core/base/text.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { fileStems } from '../../server/src/core/fill-table/file-names.js';
import { fillDocument } from '../../server/src/core/fill-table/plan.js';
import { LIMITS } from '../../server/src/reading/limits.js';
import { prepareFilling } from '../../server/src/tables/prepare-filling.js';
import { readTable } from '../../server/src/tables/read-table.js';
import { sheetXml, workbook, workbookOf } from '../helpers/workbook.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = async (name: string, bytes: Uint8Array) => {
  const { table, problems } = await readTable(name, bytes);
  return { rows: table?.rows.length, problem: problems[0]?.message.zh ?? '' };
};
const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
const text = (at: string, value: string) =>
  `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HEAD = row(1, text('A1', '单位'));

describe('a workbook', () => {
  it('of ten thousand rows fills ten thousand documents', async () => {
    const headers = ['文件名', '单位名称', '走访XX户'];
    const rows = Array.from({ length: 10_000 }, (_, index) => [
      `第${index + 1}份`,
      `临溪镇𠮷${index}村`,
      { number: String(index + 1) },
    ]);
    const bytes = workbook([headers, ...rows]);
    const summary = parseSummary('【单位名称】总结\r\n　　走访XX户。\r\n', 'plain');
    const plan = await prepareFilling(summary, { name: '数据.xlsx', bytes });
    assert.deepEqual(plan.problems, []);
    assert.equal(plan.documents.length, 10_000);
    const last = plan.documents.at(-1)!;
    const { edits } = fillDocument(summary, plan.columns, last.values);
    assert.equal(applyEdits(summary.text, edits), '临溪镇𠮷9999村总结\r\n　　走访10000户。\r\n');
    assert.equal(new Set(fileStems(plan.documents, '总结')).size, 10_000);
  });

  it('may lie in a larger buffer, as small files that Node reads do', async () => {
    const bytes = workbook([['单位'], ['甲']]);
    assert.ok(bytes.length < 4096);
    const pool = Buffer.alloc(8192);
    pool.set(bytes, 100);
    assert.equal((await read('a.xlsx', pool.subarray(100, 100 + bytes.length))).rows, 1);
  });

  it('may be formatted to its last cell, and have a value far below', async () => {
    const empty = row(1_048_576, '<c r="XFD1048576" s="1"/>');
    assert.equal(
      (await read('a.xlsx', workbookOf(HEAD + row(2, text('A2', '甲')) + empty))).rows,
      1,
    );
    const far = row(1_048_576, text('A1048576', '甲'));
    const { table } = await readTable('a.xlsx', workbookOf(HEAD + far));
    assert.deepEqual(table!.rows, [{ number: 1_048_576, cells: ['甲'] }]);
  });

  it('takes no more room for a value further away than any column', async () => {
    for (const at of ['XFD1048576', 'ZZZZZZ99999999999', 'ALM2']) {
      const { problem } = await read('a.xlsx', workbookOf(HEAD + row(2, text(at, '甲'))));
      assert.match(problem, /超过 1000 列/);
    }
    const numbered = `<row r="99999999999999">${text('A2', '甲')}</row>`;
    assert.equal((await read('a.xlsx', workbookOf(HEAD + numbered))).rows, 1);
  });

  it('has so many rows and cells and no more', async () => {
    const rows = Array.from({ length: LIMITS.tableRows + 1 }, (_, index) =>
      row(index + 2, `<c r="A${index + 2}"><v>1</v></c>`),
    );
    assert.match((await read('a.xlsx', workbookOf(HEAD + rows.join('')))).problem, /超过 20000 行/);
    assert.equal((await read('a.xlsx', workbookOf(HEAD + rows.slice(1).join('')))).rows, 20_000);
    const wide = Array.from({ length: 1100 }, (_, index) =>
      row(index + 2, `<c r="ALL${index + 2}"><v>1</v></c>`),
    );
    assert.match(
      (await read('a.xlsx', workbookOf(HEAD + wide.join('')))).problem,
      /超过 1000000 格/,
    );
  });

  it('is not unpacked when it is a bomb', async () => {
    const part = (name: string) => ({ [name]: new Uint8Array(60_000_000) });
    for (const name of ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml']) {
      assert.match((await read('a.xlsx', workbookOf(HEAD, part(name)))).problem, /大得不正常/);
    }
    assert.equal(
      (await read('a.xlsx', workbookOf(HEAD + row(2, text('A2', '甲')), part('xl/media/a.bin'))))
        .rows,
      1,
    );
    const many = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, n) => [`a${n}`, new Uint8Array()]),
    );
    assert.match((await read('a.xlsx', zipSync(many))).problem, /大得不正常/);
  });

  it('gives no document one text a thousand times over', async () => {
    const long = `<sst>${`<si><t>${'长'.repeat(40_000)}</t></si>`}</sst>`;
    const cells = row(2, '<c r="A2" t="s"><v>0</v></c>');
    const { problem } = await read(
      'a.xlsx',
      workbookOf(HEAD + cells, { 'xl/sharedStrings.xml': utf8(long) }),
    );
    assert.match(problem, /大得不正常/);
  });

  it('expands no entities, and follows no names out of the archive', async () => {
    const declared = `<!DOCTYPE a [<!ENTITY b "bbbb">]>${sheetXml(HEAD)}`;
    for (const sheet of [declared, sheetXml(HEAD).replace('</row>', ''), '', '<'.repeat(1000)]) {
      const more = { 'xl/worksheets/sheet1.xml': utf8(sheet) };
      assert.match((await read('a.xlsx', workbookOf(HEAD, more))).problem, /不是有效的|空的/);
    }
    for (const target of ['../../../etc/passwd', '__proto__', 'constructor', '']) {
      const more = {
        'xl/_rels/workbook.xml.rels': utf8(
          `<Relationships><Relationship Id="rId1" Type="a/worksheet" Target="${target}"/></Relationships>`,
        ),
      };
      assert.match((await read('a.xlsx', workbookOf(HEAD, more))).problem, /不是有效的/);
    }
  });

  it('is read as spreadsheets write it: shared texts, dates, results of formulae', async () => {
    const more = {
      'xl/_rels/workbook.xml.rels': utf8(
        '<Relationships><Relationship Id="rId1" Type="a/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="a/sharedStrings" Target="./sharedStrings.xml"/><Relationship Id="rId3" Type="a/styles" Target="../xl/styles.xml"/></Relationships>',
      ),
      'xl/sharedStrings.xml': utf8(
        '<x:sst xmlns:x="a"><x:si><x:t>单位</x:t></x:si><x:si><x:r><x:t>临溪</x:t></x:r><x:r><x:t xml:space="preserve"> 镇</x:t></x:r><x:rPh><x:t>linxi</x:t></x:rPh></x:si></x:sst>',
      ),
      'xl/styles.xml': utf8(
        '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="[Red]0.00&quot;天&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="31"/><xf numFmtId="20"/></cellXfs></styleSheet>',
      ),
    };
    const cells = [
      '<c t="s"><v>1</v></c>',
      '<c s="1"><v>45356</v></c>',
      '<c s="2"><v>1.5</v></c>',
      '<c s="3"><v>45356.75</v></c>',
      '<c s="4"><v>0.5</v></c>',
      '<c t="str"><f>A1</f><v>甲_x000D_乙</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="e"><v>#DIV/0!</v></c>',
      '<c><v>007</v></c>',
    ].join('');
    const head = `<row>${'<c t="s"><v>0</v></c>'.repeat(9)}</row>`;
    const { table } = await readTable('a.xlsx', workbookOf(`${head}<row>${cells}</row>`, more));
    assert.deepEqual(table!.rows[0]!.cells, [
      '临溪 镇',
      '2024年3月5日',
      '1.50天',
      '2024年3月5日',
      '12:00',
      '甲\r乙',
      'TRUE',
      '',
      '7',
    ]);
  });
});

describe('a table of text', () => {
  const MOST = LIMITS.tableBytes;
  const filled = (unit: string, size: number) => utf8(unit.repeat(Math.floor(size / unit.length)));

  it('is refused by its size before it is read', async () => {
    for (const name of ['a.csv', 'a.json', 'a.yaml', 'a.xlsx', 'a']) {
      assert.match((await read(name, new Uint8Array(MOST + 1))).problem, /超过 10 MB/);
    }
  });

  it('has so many rows, columns and cells and no more', async () => {
    const list = (count: number, of: (index: number) => unknown) =>
      utf8(JSON.stringify(Array.from({ length: count }, (_, index) => of(index))));
    assert.match((await read('a.csv', utf8(`甲\n${'1\n'.repeat(20_001)}`))).problem, /20000 行/);
    assert.equal((await read('a.csv', utf8(`甲\n${'1\n\n'.repeat(20_000)}`))).rows, 20_000);
    assert.match((await read('a.csv', utf8('甲,'.repeat(1001)))).problem, /1000 列/);
    assert.match(
      (
        await read(
          'a.json',
          list(20_001, () => ({ 甲: 1 })),
        )
      ).problem,
      /20000 行/,
    );
    assert.match(
      (
        await read(
          'a.json',
          list(1001, (n) => ({ [`甲${n}`]: 1 })),
        )
      ).problem,
      /1000 列/,
    );
    assert.match(
      (
        await read(
          'a.json',
          list(1100, (n) => ({ [`甲${n % 999}`]: 1 })),
        )
      ).problem,
      /格/,
    );
  });

  it('of nothing but signs is told in a moment', async () => {
    for (const unit of ['"a" ', '""', '"', '\n', ',', '\t', 'a', '，', '"\n', '\r']) {
      await read('a.csv', filled(unit, MOST / 20));
    }
    for (const unit of ['[', '{', '- ', 'a: ', '"', '[,', '1,', '{"a":', '\n', '"a":1,']) {
      for (const name of ['a.json', 'a.yaml']) await read(name, filled(unit, MOST / 20));
    }
  });

  it('keeps to its own names', async () => {
    const json = '[{"__proto__": "甲", "constructor": "乙", "toString": 1}]';
    const { table } = await readTable('a.json', utf8(json));
    assert.deepEqual(table!.headers, ['__proto__', 'constructor', 'toString']);
    assert.deepEqual(table!.rows[0]!.cells, ['甲', '乙', '1']);
    const summary = parseSummary('【单位名称】总结', 'plain');
    const plan = await prepareFilling(summary, {
      name: 'a.json',
      bytes: utf8('[{"单位名称": "甲", "__proto__": "x"}]'),
    });
    assert.deepEqual(plan.documents[0]!.values, { 单位名称: '甲' });
  });
});

describe('what a table fills in', () => {
  const fill = async (syntax: 'plain' | 'markdown', value: string) => {
    const summary = parseSummary('【单位名称】的工作\n', syntax);
    const bytes = utf8(JSON.stringify([{ 单位名称: value }]));
    const { columns, documents } = await prepareFilling(summary, { name: 'a.json', bytes });
    return applyEdits(summary.text, fillDocument(summary, columns, documents[0]!.values).edits);
  };

  it('is text in Markdown, whatever it looks like', async () => {
    assert.equal(
      await fill('markdown', '<img src=x onerror=y>'),
      '\\<img src=x onerror=y>的工作\n',
    );
    assert.equal(await fill('markdown', '![a](http://b/c)'), '![a\\](http://b/c)的工作\n');
    assert.equal(await fill('markdown', '3*4`x`'), '3\\*4\\`x\\`的工作\n');
    assert.equal(await fill('markdown', 'A < B，甲_乙[1]'), 'A < B，甲_乙[1]的工作\n');
    assert.equal(await fill('plain', '<b>*`[a](b)'), '<b>*`[a](b)的工作\n');
  });

  it('has nothing in it that is not seen', async () => {
    for (const syntax of ['plain', 'markdown'] as const) {
      assert.equal(await fill(syntax, '甲\u202e乙\u0007\u001b[31m\u2066𠮷'), '甲乙[31m𠮷的工作\n');
      assert.equal(await fill(syntax, '甲\t乙'), '甲\t乙的工作\n');
    }
  });

  it('gives files names that are what they look like', async () => {
    const summary = parseSummary('【单位名称】总结', 'plain');
    const names = [
      'a\u202etxt.exe',
      'a\u2028b',
      '.bashrc',
      '../x',
      'CON',
      'lpt1.md',
      'C:\\x',
      '甲\n乙',
    ];
    const bytes = utf8(JSON.stringify(names.map((name) => ({ 文件名: name, 单位名称: '甲' }))));
    const { documents } = await prepareFilling(summary, { name: 'a.json', bytes });
    assert.deepEqual(
      documents.map(({ name }) => name),
      ['atxt.exe', 'a_b', 'bashrc', '_x', 'CON_', 'lpt1_', 'C__x', '甲_乙'],
    );
  });
});
