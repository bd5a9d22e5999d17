import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { writeXlsx } from '../../server/src/tables/write-xlsx.js';
import { readXlsx } from '../../server/src/tables/xlsx.js';

describe('a sheet that is written', () => {
  const rows = [
    ['指标', '数值', '备注'],
    ['𠮷水镇“接待”<读者>&', 3200.5, null],
    ['=SUM(A1)', -2, ' 前后有空格 '],
  ];

  it('reads back as it was', () => {
    const { table, problems } = readXlsx(writeXlsx(rows, '台账'));
    assert.deepEqual(problems, []);
    assert.deepEqual(table?.headers, rows[0]);
    assert.deepEqual(table?.rows[0]?.cells.slice(0, 2), ['𠮷水镇“接待”<读者>&', '3200.5']);
  });

  it('holds numbers as numbers, texts as texts, and nothing that no file may hold', () => {
    const sheet = Buffer.from(
      unzipSync(writeXlsx([...rows, ['坏\u0001字\u0000符', 1, '']], '台账'))[
        'xl/worksheets/sheet1.xml'
      ]!,
    ).toString();
    assert.match(sheet, /<c r="B2"><v>3200\.5<\/v><\/c>/);
    assert.match(sheet, /<t xml:space="preserve">=SUM\(A1\)<\/t>/);
    assert.match(sheet, /坏字符/);
    assert.match(sheet, /<autoFilter ref="A1:C4"\/>/);
  });

  it('is the same bytes each time', () => {
    assert.deepEqual(writeXlsx(rows, '台账'), writeXlsx(rows, '台账'));
  });
});
