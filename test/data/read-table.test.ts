import assert from 'node:assert/strict';
import { readTable } from '../../server/src/tables/read-table.js';
import { workbook } from '../helpers/workbook.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
/** 单位,走访户数 / 临溪镇,120 in GB 18030. */
const GB = Uint8Array.from(
  Buffer.from('b5a5cebb2cd7dfb7c3bba7cafd0d0ac1d9cfaad5f22c3132300d0a', 'hex'),
);

async function rows(name: string, bytes: Uint8Array) {
  const { table, problems } = await readTable(name, bytes);
  assert.deepEqual(problems, []);
  assert.ok(table);
  return { headers: table.headers, rows: table.rows };
}

async function problem(name: string, bytes: Uint8Array) {
  const { problems } = await readTable(name, bytes);
  assert.ok(problems.length > 0);
  return problems[0]!.message.zh;
}

describe('a table of values', () => {
  const expected = {
    headers: ['单位', '走访户数'],
    rows: [{ number: 2, cells: ['临溪镇', '120'] }],
  };

  it('is read from CSV in each encoding of an office', async () => {
    const csv = '单位,走访户数\r\n临溪镇,120\r\n';
    for (const bytes of [utf8(csv), utf8(`\ufeff${csv}`), utf16(csv), GB]) {
      const read = await rows('数据.csv', bytes);
      assert.deepEqual(
        { ...read, rows: read.rows.map(({ number, cells }) => ({ number, cells })) },
        expected,
      );
    }
  });

  it('is read from CSV with tabs, quoted commas, line breaks in quotes and rare characters', async () => {
    assert.deepEqual(await rows('a.csv', utf8('单位\t备注\n𠮷安乡\t　甲\n')), {
      headers: ['单位', '备注'],
      rows: [{ number: 2, cells: ['𠮷安乡', '　甲'] }],
    });
    assert.deepEqual((await rows('a.csv', utf8('单位,备注\n\n"甲,乙","一\n二"\n'))).rows, [
      { number: 3, cells: ['甲,乙', '一\n二'] },
    ]);
  });

  it('is read from YAML and JSON, one record or many, digits as they were typed', async () => {
    const yaml = '- 单位: 临溪镇\n  率: 1.50\n- 单位: 𠮷安乡\n  编号: 007\n';
    const read = {
      headers: ['单位', '率', '编号'],
      rows: [
        { number: 1, cells: ['临溪镇', '1.50', ''] },
        { number: 2, cells: ['𠮷安乡', '', '007'] },
      ],
    };
    assert.deepEqual(await rows('数据.yaml', utf8(yaml)), read);
    assert.deepEqual(await rows('数据.yml', utf8('单位: 临溪镇\n日期: 2024-03-05\n')), {
      headers: ['单位', '日期'],
      rows: [{ number: 1, cells: ['临溪镇', '2024-03-05'] }],
    });
    assert.deepEqual(await rows('数据.json', utf8('\ufeff{"单位": "临溪镇", "率": 1.50}')), {
      headers: ['单位', '率'],
      rows: [{ number: 1, cells: ['临溪镇', '1.50'] }],
    });
  });

  it('is read from a workbook as the sheet shows it: texts, numbers, percentages, dates', async () => {
    const bytes = workbook([
      ['单位', '走访户数', '完成率', '开班日期', '编号'],
      [
        '𠮷安乡',
        { number: '120' },
        { number: '0.28999999999999998', style: 'percent' },
        { number: '45356', style: 'date' },
        '007',
      ],
    ]);
    assert.deepEqual((await rows('数据.XLSX', bytes)).rows, [
      { number: 2, cells: ['𠮷安乡', '120', '29.00%', '2024/3/5', '007'] },
    ]);
  });

  it('names what cannot be read, and where', async () => {
    assert.match(await problem('a.csv', utf8('')), /空的/);
    assert.match(await problem('a.csv', utf8('单位,户数\n甲,1,2\n')), /第2行C列/);
    assert.match(await problem('a.csv', utf8('单位,户数\n"甲,1\n')), /第2行：半角双引号/);
    assert.match(
      await problem('a.csv', Uint8Array.of(0x61, 10, 0xff, 0xff, 10)),
      /第2行不是有效的文字/,
    );
    const damaged = utf8('单位,户数\n某某区图书馆临溪镇分馆,120\n');
    damaged[damaged.length - 6] = 0xff;
    assert.match(await problem('a.csv', damaged), /第2行不是有效的文字/);
    assert.match(await problem('a.json', utf8('[\n{"单位": }]')), /第2行不是有效的 JSON/);
    assert.match(await problem('a.yaml', utf8('单位: 甲\n单位: 乙\n')), /第2行的名称与前面的重复/);
    assert.match(
      await problem('a.json', utf8('{"单位": 1, "单位": 2}')),
      /第1行的名称与前面的重复/,
    );
    assert.match(await problem('a.yaml', utf8('- 甲\n- 乙\n')), /第1条/);
    assert.match(await problem('a.yaml', utf8('- 单位: 甲\n- 单位: [乙]\n')), /第2条“单位”：第2行/);
    assert.match(await problem('a.xlsx', utf8('单位,户数')), /不是有效的 .xlsx/);
    assert.match(await problem('a.xls', utf8('')), /另存为/);
  });
});
