import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  parseFigure,
  parseHanFigure,
  scaleOf,
} from '../../server/src/core/analysis/placeholders/figures.js';
import { LABELS, type PlaceholderKind } from '../../server/src/core/analysis/placeholders/kinds.js';
import { checkValue } from '../../server/src/core/analysis/placeholders/values.js';

/** Checks a value for the mask between `⟦` and `⟧`; gives the codes, questions with `?`. */
function codes(kind: PlaceholderKind, place: string, value: string): string {
  const [, before, text, after] = /^(.*)⟦(.*)⟧(.*)$/.exec(place)!;
  const context = { before: before!, text: text!, after: after! };
  return checkValue(kind, value, context)
    .map(({ code, level }) => (level === 'error' ? code : `${code}?`))
    .join(' ');
}

describe('figures as typed', () => {
  for (const [typed, value, approximate] of [
    ['12', 12, false],
    ['１２', 12, false],
    ['1,234', 1234, false],
    ['12.50', 12.5, false],
    ['3万', 30_000, false],
    ['-3.2', -3.2, false],
    ['三百二十', 320, false],
    ['一万二', 10_002, false],
    ['二〇二四', 2024, false],
    ['十二', 12, false],
    ['20余', 20, true],
    ['近100', 100, true],
    ['10余万', 100_000, true],
    ['3—5', 5, true],
    ['3至5', 5, true],
    ['数十', 1, true],
    ['十几', 1, true],
    ['若干', 1, true],
    ['百', 1, true],
    ['+5', 5, false],
    ['12,345,678', 12_345_678, false],
    ['2.5百万', 2_500_000, false],
    ['1万亿', 1e12, false],
    ['大约30左右', 30, true],
    ['不少于100', 100, true],
    ['100以上', 100, true],
    ['二十多', 20, true],
    ['20多万', 200_000, true],
    ['3~5万', 50_000, true],
    ['3-5', 5, true],
    ['三至五', 5, true],
    ['1 200', 1200, false],
    ['两千零五', 2005, false],
    ['十万', 100_000, false],
    ['三千二百万', 32_000_000, false],
    ['一万二千亿', 1.2e12, false],
    ['三万亿零五百万', 3.000005e12, false],
    ['一亿二千万', 120_000_000, false],
    ['零', 0, false],
    ['1000000000000000', 1e15, false],
  ] as const) {
    it(`reads ${typed}`, () => {
      const figure = parseFigure(typed);
      assert.equal(figure?.value, value);
      assert.equal(figure?.approximate, approximate);
    });
  }

  for (const typed of [
    ...['', '若', '12人', '1,23', '一一百', 'abc', '1.2.3', '二三百', '百二', '三甲'],
    ...['3至', '至5', '甲至5', '3至乙', '12.', '.5', '1,2345', '12x', 'x12', '1'.repeat(61)],
    // As long as the number of an identity card.
    '1'.repeat(18),
  ]) {
    it(`does not read “${typed}”`, () => assert.equal(parseFigure(typed), null));
  }

  it('tells how exact a figure is', () => {
    const read = (typed: string) => {
      const { decimals, scale } = parseFigure(typed)!;
      return [decimals, scale];
    };
    assert.deepEqual(['12', '12.50', '3.5万', '10余万', '数十'].map(read), [
      [0, ''],
      [2, ''],
      [1, '万'],
      [0, '万'],
      [0, ''],
    ]);
    assert.deepEqual(['', '十', '百万', '万亿'].map(scaleOf), [1, 10, 1_000_000, 1e12]);
  });

  it('reads every Chinese numeral it is given', () => {
    assert.deepEqual(
      ['二十', '一百零五', '九千', '三亿'].map(parseHanFigure),
      [20, 105, 9000, 3e8],
    );
  });
});

describe('a value and its kind', () => {
  for (const [kind, place, value, expected] of [
    ['people', '走访⟦X⟧人次', '12', ''],
    ['people', '走访⟦X⟧人次', '十二', ''],
    ['people', '走访⟦X⟧人次', '12.5', 'not-a-whole-number'],
    ['people', '走访⟦X⟧万人次', '12.5', ''],
    ['people', '走访⟦X⟧人次', '1.25万', ''],
    ['people', '走访⟦X⟧人次', '12人次', 'repeated-unit'],
    ['people', '走访⟦X⟧人次', '很多', 'not-a-figure'],
    ['people', '走访⟦X⟧人次', '-3', 'negative'],
    ['people', '走访⟦XX⟧余人次', '23', 'exact-before-approximation?'],
    ['people', '走访⟦XX⟧余人次', '20', ''],
    ['people', '走访⟦XX⟧余人次', '20余', 'repeated-unit'],
    ['count', '举办⟦X⟧场次', '3—5', ''],
    ['count', '举办⟦X⟧场次', '\u30003 ', ''],
    ['count', '举办⟦X⟧场次', '', 'empty'],
    ['count', '举办⟦X⟧场次', '3\r\n4', 'line-break'],
    ['count', '举办⟦X⟧场次', 'XX', 'placeholder'],
    ['money', '经费⟦X⟧万元', '12.5', ''],
    ['money', '经费⟦X⟧元', '12.345', 'too-precise?'],
    ['money', '经费⟦X⟧余万元', '20', ''],
    ['percent', '完成率⟦XX⟧%', '98.6', ''],
    ['percent', '完成率⟦XX⟧%', '98.6%', 'repeated-unit'],
    ['percent', '下降⟦XX⟧', '3%', ''],
    ['measure', '面积⟦XX⟧平方米', '12.345', ''],
    ['year', '⟦20XX⟧年', '2024', ''],
    ['year', '⟦20XX⟧年', '二〇二四', ''],
    ['year', '⟦20XX⟧年', '24', 'two-digit-year?'],
    ['year', '⟦20XX⟧年', '2024年', 'repeated-unit'],
    ['year', '⟦201X⟧年', '2024', 'not-a-year?'],
    ['year', '⟦20XX⟧年', '今', 'not-a-year'],
    ['date', '于⟦X月XX日⟧召开', '3月9日', ''],
    ['date', '于⟦X月XX日⟧召开', '三月九日', ''],
    ['date', '于⟦X月XX日⟧召开', '3月9日至11日', ''],
    ['date', '于⟦X月XX日⟧召开', '3月底', ''],
    ['date', '于⟦X月XX日⟧召开', '2月30日', 'not-a-date'],
    ['date', '于⟦X月XX日⟧召开', '13月1日', 'not-a-date'],
    ['date', '于⟦X月XX日⟧召开', '03月09日', 'zero-padded?'],
    ['date', '于⟦X月XX日⟧召开', '2024-3-9', 'not-a-date?'],
    ['date', '于⟦X月XX日⟧召开', '9', 'not-a-date'],
    ['date', '于⟦X月XX日⟧召开', '待定', 'placeholder'],
    ['date', '于⟦20XX年X月X日⟧', '2023年2月29日', 'not-a-date'],
    ['date', '于⟦20XX年X月X日⟧', '2024年2月29日', ''],
    ['date', '截至⟦X⟧月底', '11', ''],
    ['date', '截至⟦X⟧月底', '13', 'not-a-date'],
    ['date', '截至⟦X⟧月底', '11月', 'repeated-unit'],
    ['date', '⟦X⟧日上午', '31', ''],
    ['date', '⟦X⟧日上午', '32', 'not-a-date'],
    ['date', '下午⟦X⟧时', '15', ''],
    ['date', '下午⟦X⟧时', '25', 'not-a-date'],
    ['date', '日期：⟦____⟧', '2024年3月9日', ''],
    ['date', '9时⟦XX⟧分', '05', ''],
    ['date', '9时⟦XX⟧分', '三十', ''],
    ['date', '9时⟦XX⟧分', '59', ''],
    ['date', '9时⟦XX⟧分', '60', 'not-a-date'],
    ['date', '9时⟦XX⟧分', '3月', 'not-a-date'],
    ['measure', '得分⟦X⟧分', '95', ''],
    ['measure', '得分⟦X⟧分', '95.5', ''],
    ['measure', '得分⟦X⟧分', '优秀', 'not-a-figure'],
    ['measure', '得分⟦X⟧分', '95分', 'repeated-unit'],
    ['ordinal', '成立⟦xx⟧周年', '100', ''],
    ['ordinal', '第⟦X⟧届', '三', ''],
    ['ordinal', '第⟦X⟧届', '几', 'not-a-whole-number'],
    ['document-number', '某府办⟦〔20XX〕XX号⟧', '〔2024〕12号', ''],
    ['document-number', '某府办⟦〔20XX〕XX号⟧', '[2024]12号', 'not-a-document-number?'],
    ['document-number', '某府办⟦〔20XX〕XX号⟧', '〔2024〕012号', 'zero-padded?'],
    ['document-number', '某府办⟦〔20XX〕XX号⟧', '12', 'not-a-document-number'],
    ['document-number', '某府办〔2024〕⟦XX⟧号', '12', ''],
    ['document-number', '某府办〔2024〕⟦XX⟧号', '十二', 'not-a-document-number'],
    ['place', '民建⟦XX⟧省委', '临江', ''],
    ['place', '民建⟦XX⟧省委', '临江省', 'repeated-unit?'],
    ['place', '民建⟦XX⟧省委', '12', 'only-digits?'],
    ['person', '由⟦XX⟧主任负责', '王伟主任', 'repeated-unit?'],
    ['contact', '电话：⟦____⟧', '0871-6512 3456', ''],
    ['contact', '邮箱：⟦____⟧', 'office@example.org', ''],
    ['contact', '电话：⟦____⟧', '见附件', 'not-a-contact?'],
    ['contact', '微信：⟦____⟧', 'wang_wei', ''],
    ['text', '⟦【待补充】⟧', '𠮷祥如意', ''],
    // Masks are no values, words that hold one are.
    ...['x', '×', '_', '□', '【甲', '甲】', 'XX路', '第XX', '待补充说明', '期待补充'].map(
      (value) => ['text', '⟦【内容】⟧', value, ''] as const,
    ),
    ...['xx', '××', '__', '□□', '【甲】', '［ ］', '{甲}', ' XX ', '待补', '待填', '待核'].map(
      (value) => ['text', '⟦【内容】⟧', value, 'placeholder'] as const,
    ),
    ['text', '⟦【内容】⟧', ' \u3000', 'empty'],
    ['text', '⟦【内容】⟧', '甲\u2028乙', 'line-break'],
    // What follows anyway is not typed again.
    ['money', '经费⟦X⟧万元', '12万元', 'repeated-unit'],
    ['count', '办展⟦X⟧场', '3场', 'repeated-unit'],
    ['year', '⟦20XX⟧年度', '2024年度', 'repeated-unit'],
    ['count', '办展⟦X⟧十场', '三十', 'repeated-unit'],
    ['count', '办展⟦X⟧三场', '三', ''],
    ['count', '办展⟦X⟧一二场', '十一二', 'not-a-figure'],
    ['place', '民建⟦XX⟧省委', '省', ''],
    ['place', '到⟦XX⟧考察', '备考', ''],
    ['text', '做好⟦【事项】⟧, 再做', '甲, 再', ''],
    ['organization', '由⟦XX⟧办公室', '县政府办公室', 'repeated-unit?'],
    ['name', '在⟦XX⟧和平时', '太和', ''],
    // Years.
    ['year', '⟦20XX⟧年', '２０２４', ''],
    ['year', '⟦20XX⟧年', '1899', 'not-a-year'],
    ['year', '⟦XXXX⟧年', '1900', ''],
    ['year', '⟦XXXX⟧年', '2100', ''],
    ['year', '⟦XXXX⟧年', '2101', 'not-a-year'],
    ['year', '⟦XXXX⟧年', '202', 'not-a-year'],
    ['year', '⟦XXXX⟧年', '20241', 'not-a-year'],
    ['year', '⟦XXXX⟧年', '2千', 'not-a-year'],
    ['year', '⟦XXXX⟧', '2024年', ''],
    ['year', '⟦201X⟧年', '二〇二四', ''],
    ['year', '⟦201X⟧年', '2019', ''],
    // Dates.
    ...[
      ...['2024年3月', '3月上旬', '3月初', '5月底至6月初', '3月9日、11日和13日', '3月9—11日'],
      ...[
        '3月9日上午',
        '3月9日15时30分',
        '15:30',
        '3月9日晚8点',
        '凌晨3时',
        '十一月二十日',
        '3月9号',
      ],
    ].map((value) => ['date', '于⟦X月XX日⟧召开', value, ''] as const),
    ...[
      ...[
        '今天',
        '3月9日开始',
        '约3月9日',
        '3月9日至',
        '，3月9日',
        '3月9日15时60分',
        '24:60',
        '0月1日',
      ],
      ...['3月0日', '3月32日', '4月31日', '三月三十二日', '2024年2月30日至31日', '2月28日至30日'],
    ].map((value) => ['date', '于⟦X月XX日⟧召开', value, 'not-a-date'] as const),
    ['date', '于⟦X月XX日⟧召开', '3月09日', 'zero-padded?'],
    ['date', '于⟦X月XX日⟧召开', '09日至011日', 'not-a-date'],
    ['date', '于⟦X月XX日⟧召开', '2024.3.9', 'not-a-date?'],
    ['date', '于⟦X月XX日⟧召开', '2024-3.9', 'not-a-date'],
    ['date', '于⟦X月XX日⟧召开', '2024-13-9', 'not-a-date'],
    ['date', '于⟦X月XX日⟧召开', '2024-12-31', 'not-a-date?'],
    ['date', '于⟦X月XX日⟧召开', '第2024-12-31', 'not-a-date'],
    ['date', '于⟦20XX-XX-XX⟧', '2024-03-09', ''],
    ['date', '于⟦X月XX日⟧召开', '12月31日', ''],
    ['date', '⟦X⟧月底', '十一', ''],
    ['date', '⟦X⟧月底', '1', ''],
    ['date', '⟦X⟧月底', '12', ''],
    ['date', '⟦X⟧月底', '0', 'not-a-date'],
    ['date', '⟦X⟧日上午', '9日至11', ''],
    ['date', '⟦X⟧日上午', '1', ''],
    ['date', '⟦X⟧日上午', '0', 'not-a-date'],
    ['date', '下午⟦X⟧时', '24', ''],
    // Ordinals.
    ['ordinal', '第⟦X⟧届', '1', ''],
    ['ordinal', '第⟦X⟧届', '0', 'not-a-whole-number'],
    ['ordinal', '第⟦X⟧届', '1234567', 'not-a-whole-number'],
    ['ordinal', '第⟦X⟧届', '第3', 'not-a-whole-number'],
    ['ordinal', '第⟦X⟧届', '3.5', 'not-a-whole-number'],
    // Figures.
    ['count', '办展⟦X⟧场', '2.5', 'not-a-whole-number'],
    ['count', '办展⟦X⟧百场', '2.5', ''],
    ['count', '办展⟦X⟧场', '0', ''],
    ['count', '服务⟦X⟧亿人次', '1.234567891', 'not-a-figure'],
    ['count', '服务⟦X⟧万人次', '1.23456789', 'not-a-whole-number'],
    ['count', '服务⟦X⟧万人次', '1234567.8901', ''],
    ['percent', '增长⟦XX⟧%', '-3.2', ''],
    ['percent', '增长⟦XX⟧', '3‰', ''],
    ['percent', '增长⟦XX⟧', '3%5', 'not-a-figure'],
    ['measure', '面积⟦XX⟧亩', '-3', 'negative'],
    ['money', '经费⟦X⟧元', '12.34', ''],
    ['money', '经费⟦X⟧万元', '12.345', ''],
    ['money', '经费⟦X⟧元', '12.345万', ''],
    ['measure', '种树⟦X⟧余亩', '12.5', 'exact-before-approximation?'],
    ['measure', '种树⟦X⟧余亩', '35万', ''],
    ['count', '办展⟦X⟧多场', '十几', ''],
    ['count', '办展⟦X⟧场，余', '23', ''],
    // Numbers of documents.
    ['document-number', '某府办〔2024〕⟦XX⟧号', '012', 'zero-padded?'],
    ['document-number', '某府办〔2024〕⟦XX⟧号', '123456', 'not-a-document-number'],
    ['document-number', '某府办〔2024〕⟦XX⟧号', '第12', 'not-a-document-number'],
    ['document-number', '某府办〔2024〕⟦XX⟧', '12号', ''],
    ['document-number', '文号：⟦____⟧', '某府办〔2024〕12号', ''],
    ['document-number', '文号：⟦____⟧', '某府办〔2024〕12', 'not-a-document-number'],
    ['document-number', '文号：⟦____⟧', '某府办〔2024〕第10号', ''],
    ['document-number', '文号：⟦____⟧', '某府办〔2024〕12号文', 'not-a-document-number'],
    // Names and ways to reach people.
    ['person', '由⟦XX⟧负责', '１２', 'only-digits?'],
    ['organization', '由⟦XX⟧负责', '12中', ''],
    ['organization', '由⟦XX⟧负责', '第12', ''],
    ['contact', '微信号：⟦____⟧', '某某', ''],
    ['contact', '微信群公告，电话：⟦____⟧', '某某', 'not-a-contact?'],
    ['contact', '电话：⟦____⟧', '(0871)65123456转8001', ''],
    ['contact', '电话：⟦____⟧', '1234', 'not-a-contact?'],
    ['contact', '电话：⟦____⟧', '电话65123456', 'not-a-contact?'],
    ['contact', '电话：⟦____⟧', '65123456办公室', 'not-a-contact?'],
    ['contact', '邮箱：⟦____⟧', 'a.b@mail.example.org', ''],
    ['contact', '邮箱：⟦____⟧', 'office@example', 'not-a-contact?'],
    ['contact', '邮箱：⟦____⟧', '发到office@example.org', 'not-a-contact?'],
    ['contact', '邮箱：⟦____⟧', 'office@example.org收', 'not-a-contact?'],
  ] as const) {
    it(`${place} = “${value.replace(/\r\n/, '⏎')}”: ${expected || 'fits'}`, () =>
      assert.equal(codes(kind, place, value), expected));
  }

  it('says what to type instead', () => {
    const told = (kind: PlaceholderKind, after: string, value: string) =>
      checkValue(kind, value, { text: 'XX', before: '', after })[0]!.message.zh;
    assert.match(told('people', '人次', '12人次'), /后面已经有“人次”，这里只填“12”/);
    assert.match(told('people', '余人', '23'), /删去“余”.*如“20”/);
    assert.match(told('people', '余人', '3'), /如“10”/);
    assert.match(told('date', '月底', '甲'), /应写成“9”/);
    assert.match(told('date', '', '甲'), /应写成“3月9日”/);
    assert.match(told('date', '', '4月31日'), /4月最多30天/);
    assert.match(told('date', '日', '32'), /一个月最多31天/);
  });

  it('fits without any context too', () => {
    assert.deepEqual(checkValue('year', '2024'), []);
    assert.deepEqual(checkValue('document-number', '12'), []);
    assert.deepEqual(checkValue('contact', '65123456'), []);
  });

  it('is checked whatever is typed', () => {
    const kinds = Object.keys(LABELS) as PlaceholderKind[];
    const piece = fc.constantFrom(
      ...[
        '1',
        '０',
        '三',
        '十',
        '万',
        '月',
        '日',
        '年',
        '-',
        '—',
        '.',
        '余',
        '约',
        '〔',
        '〕',
        '号',
        '𠮷',
        '\ud842',
        '%',
        'X',
        ' ',
      ],
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...kinds), text, text, (kind, value, after) => {
        for (const { message } of checkValue(kind, value, { text: 'XX', before: '', after })) {
          assert.ok(message.zh !== '' && message.en !== '');
        }
      }),
      { numRuns: 2000 },
    );
  });
});
