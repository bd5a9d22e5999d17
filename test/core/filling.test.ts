import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeholdersOf } from '../../server/src/core/analysis/placeholders/placeholders.js';
import { applyEdits } from '../../server/src/core/base/text.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { columnsOf } from '../../server/src/core/fill-table/columns.js';
import { fileStems } from '../../server/src/core/fill-table/file-names.js';
import { fillDocument, planFilling } from '../../server/src/core/fill-table/plan.js';
import { columnLetter, type DataTable } from '../../server/src/core/fill-table/table.js';

const DOCUMENT = [
  '\uFEFF【单位名称】2024年工作总结',
  '　　一、主要工作𠮷',
  '　　举办培训X期、XX人次，走访XX余户，完成率XX%，X月XX日开班。',
  '　　XX市推进会由【主持人姓名】主持，XX市给予肯定，第XX届会议于20XX年召开，支出XX万元。',
  '',
].join('\r\n');

function read(text: string) {
  const summary = parseSummary(text, 'plain');
  const placeholders = placeholdersOf(summary);
  return { summary, placeholders, columns: columnsOf(summary, placeholders) };
}

function table(headers: string[], ...cells: string[][]): DataTable {
  return {
    format: 'csv',
    headers,
    rows: cells.map((row, index) => ({ number: index + 2, cells: row })),
  };
}

function plan(text: string, data: DataTable) {
  const { summary, placeholders } = read(text);
  return planFilling(summary, placeholders, data);
}

/** The document filled with values by column, every other placeholder as it stands. */
function fill(text: string, values: Record<string, string>): string {
  const { columns } = read(text);
  return applyEdits(text, fillDocument(parseSummary(text, 'plain'), columns, values).edits);
}

describe('columns of a document', () => {
  it('are named by the words around the placeholder, names that repeat are one column', () => {
    assert.deepEqual(
      read(DOCUMENT).columns.map(({ name, placeholders }) => [name, placeholders.length]),
      [
        ['单位名称', 1],
        ['举办培训X期', 1],
        ['举办培训XX人次', 1],
        ['走访XX余户', 1],
        ['完成率XX%', 1],
        ['X月XX日开班', 1],
        ['XX市', 2],
        ['主持人姓名', 1],
        ['第XX届会议于', 1],
        ['会议于20XX年召开', 1],
        ['支出XX万元', 1],
      ],
    );
  });

  it('have names of their own, also where the words are the same', () => {
    const names = (text: string) => read(text).columns.map(({ name }) => name);
    assert.deepEqual(names('走访XX户。走访XX户。'), ['走访XX户', '走访XX户（2）']);
    assert.deepEqual(names('印发【文件名】。'), ['文件名（2）']);
    assert.deepEqual(names('{{金额}}元，即{{金额}}元整。'), ['金额']);
    assert.deepEqual(names('完成情况：【待补充】，另有【XX】。').length, 2);
  });

  it('are lettered as spreadsheets do', () => {
    assert.deepEqual([0, 25, 26, 701, 702].map(columnLetter), ['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});

describe('filling a document', () => {
  it('puts each value into its places and leaves the rest, line ends and blanks included', () => {
    const filled = fill(DOCUMENT, {
      单位名称: '临溪镇',
      举办培训XX人次: '120',
      XX市: '云溪',
      X月XX日开班: '3月5日',
    });
    assert.equal(
      filled,
      DOCUMENT.replace('【单位名称】', '临溪镇')
        .replace('XX人次', '120人次')
        .replaceAll('XX市', '云溪市')
        .replace('X月XX日', '3月5日'),
    );
  });

  it('says no unit twice and gives a day the form of its placeholder', () => {
    for (const [column, value, expected] of [
      ['举办培训XX人次', '120人次', '、120人次，'],
      ['完成率XX%', '98.5%', '完成率98.5%，'],
      ['支出XX万元', '12.5 万元', '支出12.5万元。'],
      ['走访XX余户', '120余户', '走访120余户，'],
      ['第XX届会议于', '第十届', '第十届会议'],
      ['XX市', '云溪市', '云溪市给予'],
      ['会议于20XX年召开', '2024年', '于2024年召开'],
      ['会议于20XX年召开', '2024', '于2024年召开'],
      ['X月XX日开班', '2024-03-05', '，3月5日开班'],
      ['X月XX日开班', '2024/3/5', '，3月5日开班'],
    ] as const) {
      assert.ok(fill(DOCUMENT, { [column]: value }).includes(expected), `${column}: ${value}`);
    }
  });

  it('says what stayed', () => {
    const { columns } = read('走访XX户，慰问XX人。');
    const { unfilled, edits } = fillDocument(
      parseSummary('走访XX户，慰问XX人。', 'plain'),
      columns,
      { 走访XX户: ' ' },
    );
    assert.deepEqual(
      unfilled.map(({ name }) => name),
      ['走访XX户', '慰问XX人'],
    );
    assert.deepEqual(edits, []);
  });

  it('changes nothing but placeholders, whatever the values', () => {
    const { columns, placeholders } = read(DOCUMENT);
    const values = fc.record(
      Object.fromEntries(columns.map(({ name }) => [name, fc.string({ unit: 'grapheme' })])),
    );
    fc.assert(
      fc.property(values, (row) => {
        const { edits } = fillDocument(parseSummary(DOCUMENT, 'plain'), columns, row);
        const filled = applyEdits(DOCUMENT, edits);
        // What stands between the placeholders, cut out of the filled text by the edits alone.
        let at = 0;
        let shift = 0;
        for (const { span, newText } of edits) {
          assert.ok(
            placeholders.some((p) => p.span.start === span.start && p.span.end === span.end),
          );
          assert.equal(
            filled.slice(at + shift, span.start + shift),
            DOCUMENT.slice(at, span.start),
          );
          at = span.end;
          shift += newText.length - (span.end - span.start);
        }
        assert.equal(filled.slice(at + shift), DOCUMENT.slice(at));
      }),
    );
  });
});

describe('the plan of a filling', () => {
  const errors = (text: string, data: DataTable) =>
    plan(text, data)
      .problems.filter(({ severity }) => severity === 'error')
      .map(({ message }) => message.zh);

  it('finds columns whatever the width and the blanks of their headers', () => {
    const { problems, missing, unused, documents } = plan(
      '走访XX户，完成率XX％。',
      table([' 走访ＸＸ户', '完成率xx%', '备注', ''], ['12', '90%', '甲', '乙']),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(missing, []);
    assert.deepEqual(unused, ['备注', 'D列']);
    assert.deepEqual(documents, [
      { row: 2, name: null, distinct: null, values: { 走访XX户: '12', '完成率XX％': '90%' } },
    ]);
  });

  it('tells what the table lacks', () => {
    assert.deepEqual(plan('走访XX户，慰问XX人。', table(['走访XX户'], ['1'])).missing, [
      '慰问XX人',
    ]);
    assert.match(errors('走访XX户。', table(['锟斤拷'], ['1']))[0]!, /没有一列与占位符同名.*乱码/);
    assert.match(errors('走访XX户。', table(['走访XX户']))[0]!, /没有数据行/);
    assert.match(errors('走访12户。', table(['走访XX户'], ['1']))[0]!, /没有占位符/);
  });

  it('names duplicate headers by both columns', () => {
    assert.deepEqual(
      errors('走访XX户。', table(['走访XX户', '备注', '走访 XX 户'], ['1', '', '2'])),
      ['C列“走访 XX 户”：与A列“走访XX户”重名，无法判断用哪一列，请改名或删去一列。'],
    );
  });

  it('names a value that breaks its kind by row and column', () => {
    const headers = ['走访XX户', 'X月XX日开班'];
    const found = errors(
      '走访XX户，X月XX日开班。',
      table(headers, ['十二户', '2月28日'], ['若干个', '2月30日'], ['1\n2', '']),
    );
    assert.equal(found.length, 3);
    assert.match(found[0]!, /^第3行A列“走访XX户”：“若干个”不是数字/);
    assert.match(found[1]!, /^第3行B列“X月XX日开班”：没有这一天/);
    assert.match(found[2]!, /^第4行A列“走访XX户”：值里有换行/);
    assert.match(errors('走访XX户。', table(['走访XX户'], ['1\ufffd']))[0]!, /第2行A列.*编码/);
  });

  it('asks about an exact figure before 余 and about a bare fraction of a workbook', () => {
    const asked = (text: string, data: DataTable) => plan(text, data).problems[0]!;
    assert.equal(asked('走访XX余户。', table(['走访XX余户'], ['123'])).severity, 'warning');
    const workbook = { ...table(['完成率XX%'], ['0.356']), format: 'xlsx' } as const;
    const { severity, message } = asked('完成率XX%。', workbook);
    assert.equal(severity, 'warning');
    assert.match(message.zh, /35\.6%/);
  });

  it('names documents by 文件名, else by a name that tells them apart, else by number', () => {
    const names = (headers: string[], ...rows: string[][]) =>
      fileStems(plan('【述职人姓名】走访XX户。', table(headers, ...rows)).documents, '总结');
    assert.deepEqual(
      names(['文件名', '走访XX户'], ['a/b:c.txt', '1'], ['', '2'], ['总结-2', '3'], ['CON', '4']),
      ['a_b_c', '总结-2（2）', '总结-2', 'CON_'],
    );
    assert.deepEqual(names(['述职人姓名'], ['甲'], ['乙𠮷']), ['总结-甲', '总结-乙𠮷']);
    assert.deepEqual(names(['述职人姓名'], ['甲'], ['甲']), ['总结-1', '总结-2']);
    assert.equal(names(['走访XX户'], ...Array.from({ length: 10 }, () => ['1']))[0], '总结-01');
    assert.match(
      errors('走访XX户。', table(['文件名', '走访XX户'], ['总结', '1'], ['总结.txt', '2']))[0]!,
      /^第3行A列“文件名”：与第2行的文件名相同/,
    );
  });

  it('never lists more problems than can be read', () => {
    const rows = Array.from({ length: 200 }, () => ['甲']);
    const found = errors('走访XX户。', table(['走访XX户'], ...rows));
    assert.equal(found.length, 51);
    assert.equal(found.at(-1), '另有 150 处问题未列出。');
  });
});
