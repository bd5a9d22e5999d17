/** Tables as a person sees them: numbers in their formats, the sheet and the row of headers that are meant. */
import assert from 'node:assert/strict';
import { strToU8 } from 'fflate';
import { applyEdits } from '../../server/src/core/base/text.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { fillDocument } from '../../server/src/core/fill-table/plan.js';
import { builtInFormat, formatCell } from '../../server/src/tables/number-format.js';
import { prepareFilling } from '../../server/src/tables/prepare-filling.js';
import { readTable } from '../../server/src/tables/read-table.js';
import { sheetXml, workbookOf } from '../helpers/workbook.js';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a number of a sheet', () => {
  for (const [format, cases] of [
    [
      'General',
      [
        [12, '12'],
        [0.1 + 0.2, '0.3'],
        [1 / 3, '0.3333333333'],
        [1234567890123456, '1234567890123460'],
        [-2.5, '-2.5'],
      ],
    ],
    [
      '0',
      [
        [2.5, '3'],
        [-0.4, '0'],
      ],
    ],
    [
      '0.00',
      [
        [0.5, '0.50'],
        [1.005, '1.01'],
        [-3, '-3.00'],
      ],
    ],
    [
      '#,##0',
      [
        [12345, '12,345'],
        [999, '999'],
        [1234567, '1,234,567'],
      ],
    ],
    ['#,##0.00', [[1234.5, '1,234.50']]],
    [
      '0.##',
      [
        [1.5, '1.5'],
        [2, '2'],
      ],
    ],
    ['000', [[7, '007']]],
    [
      '0%',
      [
        [0.985, '99%'],
        [0.07, '7%'],
      ],
    ],
    ['0.0%', [[0.985, '98.5%']]],
    ['"第"0"号"', [[5, '第5号']]],
    ['0.00"万元"', [[1.5, '1.50万元']]],
    ['0.0,"千"', [[1250, '1.3千']]],
    ['¥#,##0.00;[Red]-¥#,##0.00', [[-5, '-¥5.00']]],
    [
      '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
      [
        [1234.5, '1,234.50'],
        [0, '-'],
      ],
    ],
    ['[$¥-804]#,##0', [[1000, '¥1,000']]],
    [
      '[>=10000]0.0,"千";0',
      [
        [12000, '12.0千'],
        [9, '9'],
      ],
    ],
    ['0.00E+00', [[12345, '1.23E+04']]],
  ] as const) {
    it(`is shown as ${format} says`, () => {
      for (const [value, shown] of cases) assert.equal(formatCell(value, format), shown);
    });
  }

  for (const [format, value, shown] of [
    ['yyyy"年"m"月"d"日"', 46366, '2026年12月10日'],
    ['yyyy/m/d;@', 46366, '2026/12/10'],
    ['yyyy-mm-dd hh:mm', 46366.5, '2026-12-10 12:00'],
    ['m"月"d"日"', 46366, '12月10日'],
    ['[$-804]aaaa', 46366, '星期四'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 45356, '二〇二四年三月五日'],
    ['h:mm', 0.604166666666667, '14:30'],
    ['h:mm', 0.378472222222222, '9:05'],
    ['上午/下午h"时"mm"分"', 0.604166666666667, '下午2时30分'],
    ['[h]:mm:ss', 1.5, '36:00:00'],
    ['mm:ss.0', 0.0000636574, '00:05.5'],
    [builtInFormat(31), 45356, '2024年3月5日'],
    [builtInFormat(20), 0.25, '6:00'],
  ] as const) {
    it(`is a date or a time where ${format} says so`, () => {
      assert.equal(formatCell(value, format), shown);
    });
  }

  it('of days counted from 1904 is the same day', () => {
    assert.equal(formatCell(46366 - 1462, 'yyyy/m/d', true), '2026/12/10');
    assert.equal(formatCell(59, 'yyyy/m/d'), '1900/2/28');
  });

  it('is shown by any format, whatever that is', () => {
    for (const format of [
      '',
      ';;;',
      '"',
      '[',
      '\\',
      '0;',
      '????',
      'E+',
      '#'.repeat(300),
      '[h',
      'yyyyyyyy',
      '0.'.repeat(50),
    ]) {
      for (const value of [0, 1.5, -1e300, 1e-9, 45356])
        assert.equal(typeof formatCell(value, format), 'string');
    }
  });
});

describe('a workbook of several sheets', () => {
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows = (...lines: string[][]) =>
    lines.map((line) => `<row>${line.map(text).join('')}</row>`).join('');
  const summary = parseSummary('【单位名称】总结\n　　走访XX户。\n', 'plain');
  function book(sheets: readonly { name: string; rows: string; state?: string }[]): Uint8Array {
    const more: Record<string, Uint8Array> = {
      'xl/workbook.xml': strToU8(
        `<workbook xmlns:r="r"><sheets>${sheets.map(({ name, state }, i) => `<sheet name="${name}" r:id="s${i}"${state === undefined ? '' : ` state="${state}"`}/>`).join('')}</sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships>${sheets.map((_, i) => `<Relationship Id="s${i}" Type="a/worksheet" Target="worksheets/own${i}.xml"/>`).join('')}</Relationships>`,
      ),
    };
    for (const [i, { rows: own }] of sheets.entries())
      more[`xl/worksheets/own${i}.xml`] = strToU8(sheetXml(own));
    return workbookOf('', more);
  }
  const plan = (bytes: Uint8Array) => prepareFilling(summary, { name: '数据.xlsx', bytes });

  it('is read where the headers are those of the document, and it is said which sheet that is', async () => {
    const { documents, problems } = await plan(
      book([
        { name: '说明', rows: rows(['填表说明'], ['每行一份']) },
        { name: '旧', rows: rows(['单位名称', '走访XX户'], ['旧馆', '1']), state: 'hidden' },
        { name: '数据', rows: rows(['单位名称', '走访XX户'], ['𠮷馆', '12']) },
      ]),
    );
    assert.equal(documents.length, 1);
    assert.equal(documents[0]!.values.单位名称, '𠮷馆');
    assert.deepEqual(
      problems.map(({ severity }) => severity),
      ['warning'],
    );
    assert.match(problems[0]!.message.zh, /“数据”.*2 张/);
  });

  it('may have a title above the headers', async () => {
    const { documents, problems } = await plan(
      book([
        {
          name: '数据',
          rows: rows(
            ['2024年走访情况表'],
            ['填报日期', '十二月'],
            ['单位名称', '走访XX户'],
            ['甲馆', '3'],
          ),
        },
      ]),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      documents.map(({ row, values }) => [row, values.单位名称]),
      [[4, '甲馆']],
    );
    const { table } = await readTable(
      'a.xlsx',
      book([{ name: '数据', rows: rows(['某表'], ['甲', '乙', '丙'], ['1', '2', '3']) }]),
    );
    assert.deepEqual(table!.headers, ['甲', '乙', '丙']);
  });

  it('tells of cells that do not say what they mean', async () => {
    const number = (value: string, formula = '') => `<c>${formula}<v>${value}</v></c>`;
    const own = `${rows(['单位名称', '走访XX户', '备注'])}<row>${text('甲')}<c t="e"><v>#REF!</v></c>${number('110101199001010000')}</row><row>${text('乙')}<c><f>A1</f></c>${text('')}</row>`;
    const { problems } = await plan(book([{ name: '数据', rows: own }]));
    const said = problems.map(({ message }) => message.zh).join('\n');
    assert.match(said, /第2行B列.*#REF!/);
    assert.match(said, /第2行C列.*15 位/);
    assert.match(said, /第3行B列.*还没有算出结果/);
  });

  it('says of a value without a header what to do in a sheet', async () => {
    const { problems } = await plan(
      book([{ name: '数据', rows: rows(['单位名称', '走访XX户'], ['甲', '1', '多']) }]),
    );
    assert.match(problems[0]!.message.zh, /第2行C列.*表头/);
    assert.doesNotMatch(problems[0]!.message.zh, /引号/);
  });
});

describe('a table of text', () => {
  it('may say in its first line what separates values', async () => {
    const { table, problems } = await readTable(
      'a.csv',
      utf8('\ufeffsep=;\r\n单位;数\r\n甲,乙;12\r\n'),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(table, {
      format: 'csv',
      headers: ['单位', '数'],
      rows: [{ number: 3, cells: ['甲,乙', '12'] }],
    });
  });

  it('may have a title above its headers', async () => {
    const summary = parseSummary('【单位名称】总结\n', 'plain');
    const { documents, problems } = await prepareFilling(summary, {
      name: 'a.csv',
      bytes: utf8('走访情况表,,\n单位名称,数\n甲,1\n'),
    });
    assert.deepEqual(problems, []);
    assert.equal(documents[0]!.values.单位名称, '甲');
  });
});

describe('a column that is called like words in brackets', () => {
  const fill = async (text: string, csv: string, syntax: 'plain' | 'markdown' = 'plain') => {
    const summary = parseSummary(text, syntax);
    const { columns, documents, problems, unused } = await prepareFilling(summary, {
      name: 'a.csv',
      bytes: utf8(csv),
    });
    const { edits } = fillDocument(summary, columns, documents[0]?.values ?? {});
    return { text: applyEdits(text, edits), problems, unused };
  };

  it('fills them wherever they stand', async () => {
    const { text, problems, unused } = await fill(
      '【村名】2024年工作总结\r\n\r\n【村名】：\r\n　　关于【 村名 】的情况，“【村名】”共XX户。\r\n',
      '村名,共XX户\n𠮷村,12\n',
    );
    assert.deepEqual([problems, unused], [[], []]);
    assert.equal(
      text,
      '𠮷村2024年工作总结\r\n\r\n𠮷村：\r\n　　关于𠮷村的情况，“𠮷村”共12户。\r\n',
    );
  });

  it('leaves others as they are, and code', async () => {
    const { text } = await fill('# 【要点】\n\n【村名】好。`【村名】`\n', '村名\n甲\n', 'markdown');
    assert.equal(text, '# 【要点】\n\n甲好。`【村名】`\n');
  });
});
